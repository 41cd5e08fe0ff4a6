"""Starts the real Kafka of the checks."""

import subprocess


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
