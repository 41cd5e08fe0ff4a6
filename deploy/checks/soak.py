"""Hurts workers of both guarantees for as long as it is told, on a real Kafka, and counts: see deploy/soak.

Pages come all the time. What is done to workers and broker, and when, follows from the seed. Once a minute the faults pause until
every page has its outcome, and the ledger is read from the topics: each input exactly one outcome under exactly-once, one or more of
the same event under at-least-once. The first imbalance, a worker that is not live, or memory, descriptors or threads beyond their
bounds ends it, with all that is needed to see why.
"""

import argparse
import collections
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

from confluent_kafka import Producer

import cluster
import ledger
import memory
from cluster import Failure

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODES = ("at-least-once", "exactly-once")
DRAIN = 10
# limits.memory_bytes as it is by default, and what is needed beside it.
MOST_BYTES = 201_326_592 + memory.PROGRAM_BYTES
MOST_FILES, MOST_THREADS = 256, 64
# delivery.uncommitted_pages: what each end before its time may repeat under at-least-once.
MOST_UNCOMMITTED = 200


class Worker:
    """A worker of a guarantee, started again under its own name whatever ends it."""

    def __init__(self, soak, mode, number):
        self.soak, self.mode, self.number = soak, mode, number
        self.log = soak.folder / f"{mode}-{number}.log"
        self.port = soak.port()
        self.peak = collections.Counter()
        self.frozen = False
        self.start()

    def start(self):
        flags = ["run", "--kafka-brokers", self.soak.brokers, "--input-group", f"soak-{self.mode}", "--delivery-mode", self.mode,
                 "--delivery-transactional-id", f"soak-{self.number}", "--output-topic", f"articles.{self.mode}",
                 "--rejected-topic", f"rejected.{self.mode}", "--dead-letters-topic", f"letters.{self.mode}",
"--delivery-drain-seconds", str(DRAIN), "--delivery-uncommitted-pages", str(MOST_UNCOMMITTED),
                 "--admin-address", f"127.0.0.1:{self.port}", "--log-format", "json"]
        self.process = subprocess.Popen([self.soak.galley, *flags], stderr=open(self.log, "ab"), stdout=subprocess.DEVNULL)
        self.since = time.monotonic()

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.start()

    def terminate(self):
        begin = time.monotonic()
        self.process.terminate()
        try:
            code = self.process.wait(DRAIN + 15)
        except subprocess.TimeoutExpired:
            raise Failure(f"{self} was told to stop and still runs after {DRAIN + 15} s")
        # 70: the watchdog ended a close that hung, which is allowed while the broker is away; its work is done again.
        # Of a process that has only begun the signal is the system's: nothing was at work.
        has_begun = begin - self.since > 3
        if code not in (0, 70) and (has_begun or code != -signal.SIGTERM):
            raise Failure(f"{self} ended with {code} when it was told to stop, after {time.monotonic() - begin:.1f} s")
        self.start()

    def freeze(self, seconds):
        self.frozen = True
        self.process.send_signal(signal.SIGSTOP)
        time.sleep(seconds)
        self.process.send_signal(signal.SIGCONT)
        self.frozen = False
        self.since = time.monotonic()

    def watch(self):
        """Its figures, and whether it lives; one that ended by itself has done so for no good reason."""
        code = self.process.poll()
        if code is not None:
            raise Failure(f"{self} ended by itself with {code}")
        try:
            status = memory.status(self.process.pid)
            files = len(os.listdir(f"/proc/{self.process.pid}/fd"))
            figures = {"bytes": memory.kilobytes(status, "VmRSS"), "threads": int(status["Threads"]), "files": files}
        except (FileNotFoundError, KeyError, ProcessLookupError):
            return
        for name, value in figures.items():
            self.peak[name] = max(self.peak[name], value)
        if figures["bytes"] > MOST_BYTES or figures["files"] > MOST_FILES or figures["threads"] > MOST_THREADS:
            raise Failure(f"{self} has {figures}")
        if not self.frozen and time.monotonic() - self.since > 20:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/livez", timeout=5).read()
            except OSError as error:
                if not self.frozen and self.process.poll() is None and time.monotonic() - self.since > 20:
                    raise Failure(f"{self} is not live: {error}")

    def __str__(self):
        return f"worker {self.mode} {self.number}"


class Soak:
    def __init__(self, kafka, galley, seed, folder, nodes):
        self.cluster, self.galley, self.folder = f"{kafka}/cluster", galley, folder
        self.random, self.nodes = random.Random(seed), nodes
        self.ports = iter(range(20000 + os.getpid() % 20000, 65000))
        self.faults = collections.Counter()
        self.timeline = []
        self.begin = time.monotonic()
        self.sent = 0
        self.is_over = threading.Event()
        self.failure = None
        self.kafka_folder, told = cluster.start(self.cluster, f"{folder}/kafka", "--nodes", str(nodes), "--set", "message.max.bytes=10485760")
        self.brokers = told["bootstrap"]
        topics = ["pages.raw"] + [f"{kind}.{mode}" for kind in ("articles", "rejected", "letters") for mode in MODES]
        for name in topics:
            cluster.create(self.cluster, self.kafka_folder, name)
        self.pages = [path.read_bytes() for path in sorted((ROOT / "Sources/galley/Samples").iterdir())]
        self.books = {mode: ledger.Book(self.brokers, "pages.raw", [f"{kind}.{mode}" for kind in ("articles", "rejected", "letters")]) for mode in MODES}
        self.workers = [Worker(self, mode, number) for mode in MODES for number in range(2)]

    def run(self, verb, *arguments):
        cluster.run(self.cluster, self.kafka_folder, verb, *arguments)

    def port(self):
        return next(self.ports)

    def note(self, words):
        self.timeline.append(f"{time.monotonic() - self.begin:8.1f} s  {words}")
        print(self.timeline[-1], flush=True)

    # ---- pages -------------------------------------------------------------------------------------

    def page(self, number):
        """A sample page; now and then one that is no page at all, or nested without end."""
        kind = number % 97
        if kind == 13:
            return b"\x1f\x8b" + random.Random(number).randbytes(5000), [("content-encoding", b"gzip")]
        if kind == 29:
            return b"<div>" * 20_000 + b"text", []
        if kind == 53:
            return None, []
        return self.pages[number % len(self.pages)], []

    def feed(self, rate):
        producer = Producer({"bootstrap.servers": self.brokers, "enable.idempotence": True, "message.timeout.ms": 600_000, "linger.ms": 20, "log_level": 0})
        while not self.is_over.is_set():
            if self.resting.is_set():
                if producer.flush(0.5) == 0:
                    self.rested.set()
                time.sleep(0.1)
                continue
            value, headers = self.page(self.sent)
            headers = [("ce_id", str(self.sent).encode()), ("ce_time", b"2026-01-01T00:00:00Z"), *headers]
            try:
                producer.produce("pages.raw", key=f"host-{self.sent % 50}", value=value, headers=headers)
                self.sent += 1
            except BufferError:
                pass
            producer.poll(0)
            time.sleep(1 / (rate * (8 if self.haste.is_set() else 1)))

    # ---- faults ------------------------------------------------------------------------------------

    def hurt(self):
        worker = self.random.choice(self.workers)
        seconds = self.random.uniform(2, 12)
        node = str(self.random.randint(1, self.nodes))
        name, act = self.random.choice([
            ("kill a worker", worker.kill), ("kill a worker", worker.kill), ("stop a worker", worker.terminate),
            ("freeze a worker", lambda: worker.freeze(seconds)), ("freeze a broker", lambda: self.freeze_broker(node, seconds)),
            ("kill a broker", lambda: self.kill_broker(node, seconds)), ("another member for a while", lambda: self.guest(worker.mode, seconds)),
            ("slow answers", lambda: self.slow_down(seconds)), ("no large letters", lambda: self.refuse_large_letters(worker.mode, seconds)),
            ("a burst of pages", lambda: self.burst(seconds)), ("no worker at all", lambda: self.pause_all(worker.mode, seconds)),
        ])
        self.faults[name] += 1
        self.note(f"{name}" + (f" ({worker})" if "a worker" in name else "") + (f", {seconds:.1f} s" if act not in (worker.kill, worker.terminate) else ""))
        act()
        time.sleep(self.random.uniform(0.5, 5))

    def freeze_broker(self, node, seconds):
        self.run("freeze", "--node", node)
        time.sleep(seconds)
        self.run("thaw", "--node", node)

    def kill_broker(self, node, seconds):
        self.run("kill", "--node", node)
        time.sleep(seconds)
        self.run("restart", "--node", node)

    def slow_down(self, seconds):
        """Has brokers hold back their answers, as they do to clients beyond their quota."""
        quotas = ["tool", "configs", "--alter", "--entity-type", "clients", "--entity-default"]
        self.run(*quotas, "--add-config", "producer_byte_rate=30000,consumer_byte_rate=300000")
        time.sleep(seconds)
        self.run(*quotas, "--delete-config", "producer_byte_rate,consumer_byte_rate")

    def refuse_large_letters(self, mode, seconds):
        """Has the topic of dead letters take none with its page; they are kept without."""
        topic = ["tool", "configs", "--alter", "--entity-type", "topics", "--entity-name", f"letters.{mode}"]
        self.run(*topic, "--add-config", "max.message.bytes=3000")
        time.sleep(seconds)
        self.run(*topic, "--delete-config", "max.message.bytes")

    def burst(self, seconds):
        self.haste.set()
        time.sleep(seconds)
        self.haste.clear()

    def pause_all(self, mode, seconds):
        """Freezes every worker of a guarantee at once, so that a backlog waits for them."""
        those = [worker for worker in self.workers if worker.mode == mode]
        threads = [threading.Thread(target=worker.freeze, args=(seconds,)) for worker in those]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def guest(self, mode, seconds):
        guest = Worker(self, mode, 90 + self.faults.total())
        self.workers.append(guest)
        time.sleep(seconds)
        self.workers.remove(guest)
        guest.process.terminate()
        try:
            guest.process.wait(DRAIN + 15)
        except subprocess.TimeoutExpired:
            raise Failure(f"{guest} was told to stop and still runs")

    def watch(self):
        while not self.is_over.is_set():
            try:
                for worker in list(self.workers):
                    if not self.acting.is_set() or worker.process.poll() is None:
                        worker.watch()
            except Failure as failure:
                self.failure = self.failure or failure
            time.sleep(1)

    # ---- the ledger --------------------------------------------------------------------------------

    def ledger(self, mode):
        return self.books[mode].balance()

    def check(self):
        """Waits until every page has its outcome, and counts."""
        self.resting.set()
        self.rested.wait(120)
        for mode in MODES:
            deadline = time.monotonic() + 180
            while True:
                sums = self.ledger(mode)
                late = time.monotonic() > deadline
                if late or not sums["missing"]:
                    break
                time.sleep(1)
            words = f"{mode}: {ledger.words(sums)}"
            self.note(words)
            # Whatever happened ended no more than both workers and a guest before their time.
            most = 0 if mode == "exactly-once" else 3 * MOST_UNCOMMITTED * self.faults.total()
            if sums["missing"] or sums["foreign"] or sums["contradictory"] or sums["repeated"] > most:
                raise Failure(f"{words}; {ledger.first(sums)}")
        self.rested.clear()
        self.resting.clear()

    # ---- the whole ---------------------------------------------------------------------------------

    def soak(self, minutes, rate):
        self.resting, self.rested, self.acting, self.haste = (threading.Event() for _ in range(4))
        for work in (lambda: self.feed(rate), self.watch):
            threading.Thread(target=work, daemon=True).start()
        end = time.monotonic() + 60 * minutes
        while time.monotonic() < end:
            pause = min(end, time.monotonic() + 60)
            while time.monotonic() < pause:
                self.acting.set()
                self.hurt()
                self.acting.clear()
                if self.failure:
                    raise self.failure
            self.check()

    def stop(self):
        self.is_over.set()
        for worker in self.workers:
            worker.process.kill()
        subprocess.run([self.cluster, "stop", self.kafka_folder], capture_output=True)


def main():
    parser = argparse.ArgumentParser(prog="deploy/soak")
    parser.add_argument("kafka")
    parser.add_argument("galley")
    parser.add_argument("minutes", type=float)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--rate", type=float, default=60, help="pages a second")
    parser.add_argument("--nodes", type=int, default=1, choices=(1, 3), help="of the cluster")
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="galley-soak-"))
    print(f"soak: seed {options.seed}, {options.minutes:g} minutes, {options.rate:g} pages/s, logs in {folder}", flush=True)
    soak = Soak(options.kafka, options.galley, options.seed, folder, options.nodes)
    try:
        soak.soak(options.minutes, options.rate)
    except Failure as failure:
        (folder / "timeline").write_text("\n".join(soak.timeline) + "\n")
        print(f"soak: FAILED: {failure}\nsoak: again with --seed {options.seed}; what was done is in {folder}/timeline, the workers' logs beside it", flush=True)
        sys.exit(1)
    finally:
        soak.stop()
    faults = ", ".join(f"{count} x {name}" for name, count in sorted(soak.faults.items()))
    print(f"soak: {soak.sent} records, {soak.faults.total()} faults: {faults}")
    for worker in soak.workers:
        print(f"soak: {worker}: at most {worker.peak['bytes'] >> 20} MiB, {worker.peak['files']} descriptors, {worker.peak['threads']} threads")
    print("soak: all balanced")


if __name__ == "__main__":
    main()
