"""The ledger of a check: each page that was put on a topic, and the outcomes that came of it, read from the topics themselves."""

import collections
import json
import time

from confluent_kafka import Consumer, TopicPartition

from cluster import Failure


def reader(brokers, isolation):
    """A consumer that joins no group and commits nothing."""
    return Consumer({"bootstrap.servers": brokers, "group.id": "ledger", "enable.auto.commit": False, "isolation.level": isolation,
                     "fetch.wait.max.ms": 100, "log_level": 0})


def ends(consumer, topics):
    """The offset behind the last record of each partition, by topic and partition."""
    found = {}
    for topic in topics:
        for partition in consumer.list_topics(topic, 20).topics[topic].partitions:
            found[topic, partition] = consumer.get_watermark_offsets(TopicPartition(topic, partition), 20)[1]
    return found


def read(brokers, topics, places_read=None):
    """All committed records of topics, one after another: none is kept.

    `places_read` remembers how far each partition was read: who hands in the same one again gets what came since.
    """
    done = {} if places_read is None else places_read
    raw = reader(brokers, "read_uncommitted")
    places = ends(raw, topics)
    raw.close()
    consumer = reader(brokers, "read_committed")
    consumer.assign([TopicPartition(t, p, done.get((t, p), 0)) for t, p in places])
    last = time.monotonic()
    try:
        while time.monotonic() < last + 120:
            for record in consumer.consume(1000, 0.3):
                if not record.error():
                    last = time.monotonic()
                    done[record.topic(), record.partition()] = record.offset() + 1
                    yield record
            where = consumer.position([TopicPartition(t, p) for t, p in places])
            if all(max(p.offset, done.get((p.topic, p.partition), 0)) >= places[p.topic, p.partition] for p in where):
                return
        raise Failure(f"the topics {topics} could not be read to their ends")
    finally:
        consumer.close()


def origin(record):
    """The partition and offset of the page that an outcome came of, and what the outcome is."""
    headers = dict(record.headers() or [])
    if "__connect.errors.offset" in headers:
        return (int(headers["__connect.errors.partition"]), int(headers["__connect.errors.offset"])), b"letter"
    event = json.loads(record.value())
    return (event["raw_partition"], event["raw_offset"]), event["event_id"]


class Book:
    """The ledger of topics that grow: each record is read once, however often the balance is drawn."""

    def __init__(self, brokers, input_topic, output_topics):
        self.brokers, self.input_topic, self.output_topics = brokers, input_topic, output_topics
        self.places_read, self.inputs, self.found = {}, set(), collections.defaultdict(list)

    def balance(self):
        """Reads what came since the last time, and draws the balance of all."""
        inputs = read(self.brokers, [self.input_topic], self.places_read)
        self.inputs |= {(r.partition(), r.offset()) for r in inputs if r.value() is not None}
        note(self.found, read(self.brokers, self.output_topics, self.places_read))
        return sums(self.inputs, self.found)


def note(found, outcomes):
    """Notes what came of each page."""
    for record in outcomes:
        place, identity = origin(record)
        found[place].append((record.topic(), identity))


def balance(inputs, outcomes):
    """Sets the places of pages against the records of their outcomes."""
    found = collections.defaultdict(list)
    note(found, outcomes)
    return sums(inputs, found)


def sums(inputs, found):
    """What is missing, repeated, contradictory, and of no page."""
    return {"inputs": len(inputs), "missing": sorted(inputs - found.keys()), "foreign": sorted(found.keys() - inputs),
            "repeated": sum(len(each) - 1 for each in found.values()),
            "contradictory": sorted(place for place, each in found.items() if len(set(each)) > 1)}


def words(sums):
    """A balance in a line."""
    return (f"{sums['inputs']} pages, missing {len(sums['missing'])}, repeated {sums['repeated']}, "
            f"contradictory {len(sums['contradictory'])}, foreign {len(sums['foreign'])}")


def first(sums):
    """The first few places of what is wrong in a balance."""
    return ", ".join(f"first {name} {sums[name][:5]}" for name in ("missing", "foreign", "contradictory"))
