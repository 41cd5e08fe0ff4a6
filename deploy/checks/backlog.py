"""Shows that a long backlog of large pages is done in the memory that a worker is given, as fast as a short one: see deploy/backlog.

A worker does a short backlog and another does a long one, each with `galley run --until-end`, at-least-once, limits.memory_bytes as
told. Memory is judged from outside, by a cgroup v2 where one can be made, otherwise by samples: see memory.py. The bound is
limits.memory_bytes and the 64 MiB of memory.PROGRAM_BYTES. VmRSS is sampled each second. Pages a second are counted by the broker's
clock, from the first outcome on the topics to the last.

Ends with 0 only if

* every page of both has its outcome and no worker was ended,
* the peak is within the bound,
* memory is flat: the straight line through the long backlog's samples after its first fifth rises by no more than 10 %. (How full the
  queues are moves the resident memory up and down by more than that, so single samples tell nothing of growth.)
* the long backlog is done at no less than 85 % of the short one's pages a second.
"""

import argparse
import pathlib
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

from confluent_kafka import Producer

import cluster
import ledger
import memory
from cluster import Failure
from news import Newspaper

SPEED_FLOOR, MOST_GROWTH = 0.85, 0.10
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
OUTCOMES = ("articles", "rejected", "letters")
# Of a worker that hangs: seconds without an outcome.
PATIENCE = 120


def say(words):
    print(f"backlog: {words}", flush=True)


class Kafka:
    """A broker of its own, with a topic of pages and its outcomes' topics for each backlog."""

    def __init__(self, script, folder):
        self.script = script
        self.folder, told = cluster.start(script, folder / "kafka", "--set", "message.max.bytes=10485760")
        self.brokers = told["bootstrap"]
        self.reader = ledger.reader(self.brokers, "read_uncommitted")

    def create(self, backlog):
        cluster.create(self.script, self.folder, f"pages.{backlog}")
        for topic in self.outcomes(backlog):
            cluster.create(self.script, self.folder, topic, "--config", "message.timestamp.type=LogAppendTime")

    @staticmethod
    def outcomes(backlog):
        return [f"{kind}.{backlog}" for kind in OUTCOMES]

    def count(self, topics):
        return sum(ledger.ends(self.reader, topics).values())

    def disk_bytes(self, topic):
        """The size of a topic's log, as its segments lie on disk."""
        return sum(path.stat().st_size for path in pathlib.Path(self.folder).glob(f"node-1/data/{topic}-*/*.log"))

    def load(self, backlog, pages):
        """Puts pages on the topic, uncompressed, and waits until the broker has them."""
        begin, sent = time.monotonic(), 0
        producer = Producer({"bootstrap.servers": self.brokers, "enable.idempotence": True, "compression.type": "none",
                             "linger.ms": 50, "batch.size": 4_000_000, "message.max.bytes": 10_000_000,
                             "queue.buffering.max.kbytes": 65_536, "log_level": 0})
        for address, html in pages:
            headers = [("ce_subject", address), ("ce_time", "2026-01-29T00:00:00Z"), ("content-type", "text/html; charset=utf-8")]
            put(producer, f"pages.{backlog}", key=address, value=html, headers=headers)
            sent += len(html)
        if producer.flush(120) != 0:
            raise Failure("the broker did not take all pages")
        seconds, size = time.monotonic() - begin, self.disk_bytes(f"pages.{backlog}")
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        say(f"{backlog}: loaded {self.count([f'pages.{backlog}'])} pages of {sent / 1e9:.2f} GB in {seconds:.0f} s, "
            f"{sent / seconds / 1e6:.0f} MB/s, in {own} MiB; the topic's log is {size / 1e9:.2f} GB on disk")
        if size < sent:
            raise Failure(f"the log of pages.{backlog} is smaller than its pages")


def put(producer, topic, **record):
    """Produces a record, waiting while the producer's queue is full."""
    while True:
        try:
            producer.produce(topic, **record)
            producer.poll(0)
            return
        except BufferError:
            producer.poll(0.1)


class Run:
    """A worker that does a backlog to its end, watched each second."""

    def __init__(self, kafka, galley, backlog, limit, folder):
        self.kafka, self.backlog = kafka, backlog
        self.pages = kafka.count([f"pages.{backlog}"])
        self.log = folder / f"{backlog}.log"
        self.limit = limit
        self.samples = []
        self.done = self.processor_seconds = 0
        self.first = self.last = None
        articles, rejected, letters = kafka.outcomes(backlog)
        self.command = [galley, "run", "--until-end", "--kafka-brokers", kafka.brokers, "--input-topics", f"pages.{backlog}",
                        "--input-group", f"backlog-{backlog}", "--output-topic", articles, "--rejected-topic", rejected,
                        "--dead-letters-topic", letters, "--limits-memory-bytes", str(limit), "--admin-address", "off"]

    def work(self, tell):
        """Runs the worker; with tell a line for each tenth of the pages."""
        self.judge = memory.judge(self.limit + memory.PROGRAM_BYTES)
        say(f"{self.backlog}: limits.memory_bytes {self.limit >> 20} MiB, bound {self.judge.most >> 20} MiB, judged by {self.judge.name}")
        try:
            with open(self.log, "ab") as log, self.judge.start(self.command, log) as process:
                try:
                    self.watch(process, tell)
                finally:
                    process.kill()
            self.words = self.judge.words()
        finally:
            self.judge.close()

    def watch(self, process, tell):
        begin = moved = told = time.monotonic()
        tenth = told_pages = 0
        while process.poll() is None:
            time.sleep(1)
            now, before = time.monotonic(), self.done
            self.sample(process.pid)
            moved = now if self.done > before else moved
            self.hold(now - moved)
            if tell and self.done * 10 // self.pages > tenth:
                tenth = self.done * 10 // self.pages
                say(f"{tenth * 10:3} %  {now - begin:6.0f} s  {self.done:7} pages  {(self.done - told_pages) / (now - told):6.1f} pages/s  "
                    f"{self.level(tenth - 1):6.1f} MiB resident")
                told, told_pages = now, self.done
        self.hold(0)
        if process.returncode != 0:
            self.fail(f"the worker ended with {process.returncode}")

    def sample(self, process):
        resident = self.judge.sample(process)
        if resident is not None and self.done < self.pages:
            self.samples.append((self.done / self.pages, resident / 2**20))
            self.processor_seconds = memory.processor_seconds(process) or self.processor_seconds
        self.done = self.kafka.count(self.kafka.outcomes(self.backlog))

    def hold(self, idle):
        """Stops at a worker that hangs or takes more memory than it may."""
        fault = self.judge.fault()
        if fault or idle > PATIENCE:
            self.fail(fault or f"no outcome for {PATIENCE} s")

    def fail(self, words):
        raise Failure(f"{self.backlog}: {words}; {self.done} of {self.pages} pages were done; the end of the worker's log:\n"
                      f"{self.log.read_text()[-3000:]}")

    def level(self, tenth):
        """The mean of the samples within a tenth of the pages, in MiB; 0 without any."""
        return statistics.mean([mebibytes for share, mebibytes in self.samples if int(share * 10) == tenth] or [0])

    def growth(self):
        """By what share of itself the line through the samples after the first fifth rises up to the end."""
        later = [sample for sample in self.samples if sample[0] >= 0.2]
        if len(later) < 10:
            raise Failure(f"{self.backlog}: too short a backlog to judge its memory: {len(later)} samples")
        slope, base = statistics.linear_regression(*zip(*later))
        return 0.8 * slope / (base + 0.2 * slope)

    def outcomes(self):
        for record in ledger.read(self.kafka.brokers, self.kafka.outcomes(self.backlog)):
            at = record.timestamp()[1] / 1000
            self.first, self.last = min(self.first or at, at), max(self.last or at, at)
            yield record

    def settle(self):
        """Reads the ledger; the pages a second that it shows."""
        places = ledger.ends(self.kafka.reader, [f"pages.{self.backlog}"])
        inputs = {(partition, offset) for (_, partition), end in places.items() for offset in range(end)}
        sums = ledger.balance(inputs, self.outcomes())
        kinds = ", ".join(f"{self.kafka.count([topic])} {kind}" for kind, topic in zip(OUTCOMES, self.kafka.outcomes(self.backlog)))
        say(f"{self.backlog}: {ledger.words(sums)}; {kinds}")
        if any(sums[name] for name in ("missing", "foreign", "contradictory")):
            raise Failure(f"{self.backlog}: {ledger.first(sums)}")
        rate = self.pages / max(self.last - self.first, 0.001)
        say(f"{self.backlog}: {rate:.1f} pages/s, {1000 * self.processor_seconds / self.pages:.2f} ms of processor a page, {self.words}")
        return rate


def verdict(short_rate, long_rate, run):
    """What is wrong with the long backlog's speed and memory."""
    growth, levels = run.growth(), [run.level(tenth) for tenth in range(10)]
    say(f"resident: {levels[1]:.1f} MiB at 20 %, {levels[-1]:.1f} MiB at the end, {max(levels):.1f} MiB in the highest tenth, "
        f"{run.judge.peak / 2**20:.1f} MiB at the peak; bound {run.judge.most >> 20} MiB; {100 * growth:+.1f} % from 20 % to the end")
    say(f"speed: {short_rate:.1f} pages/s of the short backlog, {long_rate:.1f} of the long one: {100 * long_rate / short_rate:.0f} %")
    if growth > MOST_GROWTH:
        yield f"memory grew by {100 * growth:.0f} % after the first fifth"
    if long_rate < SPEED_FLOOR * short_rate:
        yield f"the long backlog is slower than {100 * SPEED_FLOOR:.0f} % of the short one"


def need_space(folder, size):
    """Of the disk: the pages themselves, and as much again for outcomes and the indexes at the very most."""
    free = shutil.disk_usage(folder).free
    say(f"{free / 1e9:.0f} GB are free in {folder}, {2 * size / 1e9:.1f} GB needed at most")
    if free < 2 * size:
        raise Failure("too little space: TMPDIR names another folder")


def pages_of(paper, numbers, size):
    """Pages one after another, until they are of that many bytes together."""
    for number in numbers:
        address, html = paper.page(number)
        yield address, html
        size -= len(html)
        if size <= 0:
            return


def show(options, folder):
    limit, size = options.memory << 20, int(options.gigabytes * 1e9)
    page_bytes = options.page_kilobytes * 1000
    need_space(folder, size + options.short * page_bytes)
    galley = shutil.copy2(options.galley, folder / "galley")
    kafka = Kafka(f"{options.kafka}/cluster", folder)
    paper = Newspaper(options.seed, page_bytes)
    runs, rates = {}, {}
    numbers = {"short": (range(options.short), float("inf")), "long": (range(options.short, 10**10), size)}
    for backlog, (which, most) in numbers.items():
        kafka.create(backlog)
        kafka.load(backlog, pages_of(paper, which, most))
        runs[backlog] = run = Run(kafka, galley, backlog, limit, folder)
        run.work(tell=backlog == "long")
        rates[backlog] = run.settle()
    return list(verdict(rates["short"], rates["long"], runs["long"]))


def arguments():
    parser = argparse.ArgumentParser(prog="deploy/backlog")
    parser.add_argument("kafka")
    parser.add_argument("galley")
    parser.add_argument("gigabytes", type=float, nargs="?", default=10)
    parser.add_argument("--memory", type=int, default=192, metavar="MIB", help="limits.memory_bytes of the worker")
    parser.add_argument("--page-kilobytes", type=int, default=200, metavar="K")
    parser.add_argument("--short", type=int, default=2000, metavar="PAGES", help="pages of the short backlog")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def clean(script, folder):
    """Ends the broker and removes all that was written; no second ctrl-C cuts it short."""
    for number in STOPS:
        signal.signal(number, signal.SIG_IGN)
    for state in folder.glob("kafka*/cluster.json"):
        subprocess.run([script, "stop", state.parent], capture_output=True)
    shutil.rmtree(folder, ignore_errors=True)


def main():
    options = arguments()
    for number in STOPS:
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    folder = pathlib.Path(tempfile.mkdtemp(prefix="galley-backlog-"))
    say(f"{options.gigabytes:g} GB of pages of about {options.page_kilobytes} kB, seed {options.seed}")
    try:
        faults = show(options, folder)
    except Failure as failure:
        faults = [str(failure)]
    finally:
        clean(f"{options.kafka}/cluster", folder)
    for fault in faults:
        say(f"FAILED: {fault}")
    if faults:
        sys.exit(1)
    say("all done, memory is flat")


if __name__ == "__main__":
    main()
