"""Starts the real Kafka of the checks and speaks to its tools."""

import subprocess


class Failure(Exception):
    """What a check found wrong."""


def start(script, folder, *flags):
    """Starts a cluster with its state in a folder; what the script tells of it, by name.

    A second time when the first fails: now and then (1 in 64) the random id of a cluster begins with a dash, which Kafka's own tool
    takes for an option.
    """
    for attempt in ("", "-again"):
        done = subprocess.run([script, "start", f"{folder}{attempt}", *flags], capture_output=True, text=True)
        if done.returncode == 0:
            told = dict(line.split("=", 1) for line in done.stdout.splitlines() if "=" in line)
            return f"{folder}{attempt}", told
    raise SystemExit(f"{script} start: {done.stderr}{done.stdout}")


def run(script, folder, verb, *arguments):
    """What another verb of the script prints."""
    done = subprocess.run([script, verb, folder, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        raise Failure(f"cluster {verb} {' '.join(arguments)}: {done.stderr}{done.stdout}")
    return done.stdout


def create(script, folder, topic, *flags):
    """Makes a topic of four partitions."""
    run(script, folder, "tool", "topics", "--create", "--topic", topic, "--partitions", "4", *flags)
