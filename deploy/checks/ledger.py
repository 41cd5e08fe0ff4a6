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


def read(brokers, topics):
    """All committed records of topics, one after another: none is kept."""
    raw = reader(brokers, "read_uncommitted")
    places = ends(raw, topics)
    raw.close()
    consumer = reader(brokers, "read_committed")
    consumer.assign([TopicPartition(t, p, 0) for t, p in places])
    last = time.monotonic()
    try:
        while time.monotonic() < last + 120:
            for record in consumer.consume(1000, 0.3):
                if not record.error():
                    last = time.monotonic()
                    yield record
            where = consumer.position([TopicPartition(t, p) for t, p in places])
            if all(p.offset >= places[p.topic, p.partition] or places[p.topic, p.partition] == 0 for p in where):
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


def balance(inputs, outcomes):
    """Sets the places of pages against the records of their outcomes."""
    found = collections.defaultdict(list)
    for record in outcomes:
        place, identity = origin(record)
        found[place].append((record.topic(), identity))
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
