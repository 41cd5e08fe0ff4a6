#!/usr/bin/env python3
"""Saves the /metrics page of a worker that has worked on the sample pages.

    deploy/checks/metrics.py .build/release/galley metrics.txt

Starts the embedded broker, loads the samples, runs the worker on them, and ends both.
"""

import json
import os
import pathlib
import subprocess
import sys
import time
import urllib.request

SAMPLES = pathlib.Path(__file__).resolve().parent.parent.parent / "Sources" / "galley" / "Samples"
PATIENCE = 60


def main():
    binary, target = sys.argv[1:]
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GALLEY_")}
    started = []

    def start(*arguments, **streams):
        started.append(subprocess.Popen([binary, *arguments], text=True, env=outside, **streams))
        return started[-1]

    try:
        broker = start("broker", stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.readline().strip()
        loaded = start("load", str(SAMPLES), "--kafka-brokers", broker, "--quiet", stdout=subprocess.DEVNULL)
        if loaded.wait(timeout=PATIENCE) != 0:
            sys.exit("the samples could not be loaded")
        count = len(list(SAMPLES.iterdir()))
        worker = start(
            "run", "--kafka-brokers", broker, "--admin-address", "127.0.0.1:0", "--log-format", "json",
            stderr=subprocess.PIPE)
        address = next(line["address"] for line in map(json.loads, worker.stderr) if line["event"] == "admin_port_open")
        deadline = time.monotonic() + PATIENCE
        while True:
            page = urllib.request.urlopen(f"http://{address}/metrics", timeout=10).read().decode()
            done = sum(float(line.split()[-1]) for line in page.splitlines() if line.startswith("galley_pages_total{"))
            # The client tells its figures of brokers some seconds after it has some.
            if done == count and "galley_kafka_broker_up{" in page:
                break
            if time.monotonic() > deadline:
                sys.exit(f"{done:.0f} of {count} pages were finished within {PATIENCE} s")
            time.sleep(0.5)
        pathlib.Path(target).write_text(page, encoding="utf-8")
        print(f"{len(page.splitlines())} lines after {count} pages")
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


main()
