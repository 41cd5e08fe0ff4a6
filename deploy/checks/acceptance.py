"""Holds what Galley publishes against the tools that others read it with: see deploy/acceptance.

A real Kafka and a real registry are started, pages are put on a topic as crawlers put them there (bare, in JSON, in Avro under a
schema of the crawler's own), `galley run` works on them in every output format, and what it wrote is read with fastavro, protoc and
Google's Protobuf, jsonschema, confluent-kafka's deserialisers and the CloudEvents SDK. None of Galley's own readers is used.
Then sinks are fed from the same topics: see sinks.py.
"""

import importlib.util
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import fastavro
import jsonschema
import yaml
from cloudevents.core.bindings.kafka import KafkaMessage, from_binary
from cloudevents.core.formats.json import JSONFormat
from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.schema_registry import Schema, SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroDeserializer, AvroSerializer
from confluent_kafka.schema_registry.error import SchemaRegistryError
from confluent_kafka.schema_registry.json_schema import JSONDeserializer
from confluent_kafka.schema_registry.protobuf import ProtobufDeserializer
from confluent_kafka.serialization import MessageField, SerializationContext
from google.protobuf.json_format import MessageToDict

import cluster

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "Schemas"
FORMATS = ["json", "json-schema", "avro", "protobuf"]
KINDS = {"articles": "article-event", "rejected": "article-rejected"}


def say(name, words):
    print(f"{name:<26} {words}", flush=True)


def fail(words):
    raise SystemExit(f"acceptance: {words}")


def expect(holds, words):
    if not holds:
        fail(words)


class World:
    """Kafka, the registry and the command."""

    def __init__(self, kafka, registry, galley, folder):
        self.galley_path, self.folder = galley, folder
        self.cluster, self.registry_script = f"{kafka}/cluster", f"{registry}/registry"
        self.kafka_folder, told = cluster.start(self.cluster, f"{folder}/kafka", "--set", "message.max.bytes=10485760")
        self.brokers = told["bootstrap"]
        self.url = self.lines([self.registry_script, "start", f"{folder}/registry"])["url"]
        self.client = SchemaRegistryClient({"url": self.url})

    @staticmethod
    def lines(command):
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return dict(line.split("=", 1) for line in out.splitlines() if "=" in line)

    def stop(self):
        subprocess.run([self.registry_script, "stop", f"{self.folder}/registry"], capture_output=True)
        subprocess.run([self.cluster, "stop", self.kafka_folder], capture_output=True)

    def topics(self, *names):
        for name in names:
            subprocess.run([self.cluster, "tool", self.kafka_folder, "topics", "--create", "--topic", name, "--partitions", "2"],
                           check=True, capture_output=True)

    def galley(self, *arguments, status=0):
        done = subprocess.run([self.galley_path, *arguments], capture_output=True, text=True, timeout=120)
        expect(done.returncode == status, f"galley {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr[-3000:]}")
        return done.stdout

    def read(self, topic):
        """All records of a topic, in the order of partition and offset."""
        consumer = Consumer({"bootstrap.servers": self.brokers, "group.id": "acceptance", "enable.auto.commit": False,
                             "isolation.level": "read_committed", "enable.partition.eof": False})
        parts = consumer.list_topics(topic, 10).topics[topic].partitions
        ends = {p: consumer.get_watermark_offsets(TopicPartition(topic, p), 10)[1] for p in parts}
        consumer.assign([TopicPartition(topic, p, 0) for p in parts])
        records, deadline = [], time.monotonic() + 30
        while time.monotonic() < deadline:
            if all(p.offset >= ends[p.partition] or ends[p.partition] == 0 for p in consumer.position([TopicPartition(topic, q) for q in parts])):
                break
            record = consumer.poll(0.2)
            if record is not None and not record.error():
                records.append(record)
        consumer.close()
        return sorted(records, key=lambda r: (r.partition(), r.offset()))


# What crawlers send

CRAWLER_SCHEMA = json.dumps({
    "type": "record", "name": "Capture", "namespace": "crawler", "fields": [
        {"name": "requested_url", "type": "string"}, {"name": "final_url", "type": ["null", "string"], "default": None},
        {"name": "status_code", "type": "int"}, {"name": "headers", "type": {"type": "map", "values": {"type": "array", "items": "string"}}},
        {"name": "body", "type": "bytes"}, {"name": "fetched_at", "type": {"type": "long", "logicalType": "timestamp-millis"}}]})


def load(world, topic):
    """The sample pages bare, and one of them in each envelope that names a schema."""
    samples = ROOT / "Sources/galley/Samples"
    world.galley("load", str(samples), "--topic", topic, "--kafka-brokers", world.brokers, "--quiet")
    page = (samples / "english.html").read_bytes()
    writer = AvroSerializer(world.client, CRAWLER_SCHEMA)
    context = SerializationContext(topic, MessageField.VALUE)
    capture = {"requested_url": "http://www.harbour.example/avro", "final_url": "https://www.harbour.example/avro", "status_code": 200,
               "headers": {"Content-Type": ["text/html; charset=utf-8"]}, "body": page, "fetched_at": 1767225600000}
    producer = Producer({"bootstrap.servers": world.brokers})
    producer.produce(topic, key="avro", value=writer(capture, context))
    schema = Schema(json.dumps({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Page", "type": "object"}), "JSON")
    number = world.client.register_schema("crawler-json-value", schema)
    envelope = {"url": "https://www.harbour.example/json", "html": page.decode(), "status": 200}
    producer.produce(topic, key="json", value=b"\0" + number.to_bytes(4, "big") + json.dumps(envelope).encode())
    producer.produce(topic, key="gone", value=b"\0" + (9999).to_bytes(4, "big") + b"\2a")
    expect(producer.flush(30) == 0, "the pages were not produced")
    return len(list(samples.iterdir())) + 3


# Readers of others

def message_classes(folder):
    """Classes of Google's own, generated by protoc from the files in Schemas."""
    from grpc_tools import protoc
    classes = {}
    for kind, name in KINDS.items():
        expect(protoc.main(["protoc", f"-I{SCHEMAS}", f"--python_out={folder}", str(SCHEMAS / f"{name}.proto")]) == 0, f"protoc refused {name}.proto")
        path = pathlib.Path(folder) / f"{name.replace('-', '_')}_pb2.py"
        spec = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        classes[kind] = module.ArticleEvent if kind == "articles" else module.RejectedPage
    return classes


def plain_json(message, schema):
    """A Protobuf message as the JSON of the same record: int64 as numbers, what is absent as null."""
    found = MessageToDict(message, preserving_proto_field_name=True, always_print_fields_with_no_presence=True)

    def tidy(value, schema):
        if value is None:
            return None
        types = schema.get("type")
        types = [types] if isinstance(types, str) else types
        if "object" in types and "properties" in schema:
            return {name: tidy(value.get(name), field) for name, field in schema["properties"].items()}
        if "array" in types:
            return [tidy(element, schema["items"]) for element in value]
        return int(value) if "integer" in types else value

    return tidy(found, schema)


def from_avro(value):
    """fastavro gives times as datetimes; back to milliseconds, as the schema has them."""
    if isinstance(value, dict):
        return {name: from_avro(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [from_avro(inner) for inner in value]
    return round(value.timestamp() * 1000) if hasattr(value, "timestamp") else value


def validate_json(world, kind, topic):
    schema = json.loads((SCHEMAS / f"{KINDS[kind]}.schema.json").read_text())
    newer = {**schema, "$schema": "https://json-schema.org/draft/2020-12/schema"}
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.Draft202012Validator.check_schema(newer)
    events = []
    for record in world.read(topic):
        event = json.loads(record.value())
        jsonschema.Draft7Validator(schema).validate(event)
        jsonschema.Draft202012Validator(newer).validate(event)
        expect(list(event) == schema["required"], f"{topic}: the members are not in the schema's order")
        events.append(event)
    return events, schema


def compare(name, found, wanted):
    key = lambda event: event["event_id"]
    found, wanted = sorted(found, key=key), sorted(wanted, key=key)
    expect(len(found) == len(wanted), f"{name}: {len(found)} records, {len(wanted)} as JSON")
    for one, other in zip(found, wanted):
        for field in other:
            expect(one[field] == other[field], f"{name}: {field} is {one[field]!r}, as JSON {other[field]!r}")
    say(name, f"{len(found)} records, field by field those of the JSON")


def read_formats(world, kind, wanted, schema, messages):
    context = lambda topic: SerializationContext(topic, MessageField.VALUE)
    topic = f"{kind}.json-schema"
    reader = JSONDeserializer(None, schema_registry_client=world.client)
    compare(f"{kind}: JSONDeserializer", [reader(r.value(), context(topic)) for r in world.read(topic)], wanted)
    topic = f"{kind}.avro"
    reader = AvroDeserializer(world.client)
    compare(f"{kind}: AvroDeserializer", [from_avro(reader(r.value(), context(topic))) for r in world.read(topic)], wanted)
    parsed = fastavro.parse_schema(json.loads((SCHEMAS / f"{KINDS[kind]}.avsc").read_text()))
    found = [from_avro(fastavro.schemaless_reader(io.BytesIO(r.value()[5:]), parsed)) for r in world.read(topic)]
    compare(f"{kind}: fastavro", found, wanted)
    topic = f"{kind}.protobuf"
    # Without the registry: its client asks for `format=serialized`, which Apicurio answers with the text all the same.
    reader = ProtobufDeserializer(messages[kind], {"use.deprecated.format": False})
    compare(f"{kind}: ProtobufDeserializer", [plain_json(reader(r.value(), context(topic)), schema) for r in world.read(topic)], wanted)
    for form in FORMATS:
        for record in world.read(f"{kind}.{form}"):
            headers = {name: value for name, value in record.headers()}
            event = from_binary(KafkaMessage(headers, record.key(), record.value()), JSONFormat())
            expect(event.get_type() == f"galley.{'article' if kind == 'articles' else 'rejected'}.v1", "ce_type")
            expect(event.get_id() in {w["event_id"] for w in wanted}, f"{kind}.{form}: ce_id {event.get_id()}")
            if form != "json":
                number = int.from_bytes(record.value()[1:5], "big")
                expect(event.get_dataschema() == f"{world.url}/schemas/ids/{number}", "ce_dataschema")
    say(f"{kind}: CloudEvents SDK", f"read as events, in {len(FORMATS)} formats")


# Two versions of a schema

def evolution(world):
    """A later version with a new field reads events of this one and is read by it; the registry takes it, and refuses what would break."""
    now = json.loads((SCHEMAS / "article-event.avsc").read_text())
    later = {**now, "fields": now["fields"] + [{"name": "kicker", "type": ["null", "string"], "default": None},
                                               {"name": "topics", "type": {"type": "array", "items": "string"}, "default": []}]}
    one, two = fastavro.parse_schema(now), fastavro.parse_schema(json.loads(json.dumps(later)))
    for record in world.read("articles.avro"):
        event = fastavro.schemaless_reader(io.BytesIO(record.value()[5:]), one, two)
        expect(event["kicker"] is None and event["topics"] == [], "a later reader has no defaults")
        written = io.BytesIO()
        fastavro.schemaless_writer(written, two, {**event, "kicker": "Weather", "topics": ["a"]})
        written.seek(0)
        back = fastavro.schemaless_reader(written, two, one)
        expect("kicker" not in back and back["event_id"] == event["event_id"], "this version does not read a later one's event")
    subject = "articles.avro-value"
    expect(world.client.get_compatibility(subject) == "BACKWARD_TRANSITIVE", "the subject's compatibility")
    expect(world.client.test_compatibility(subject, Schema(json.dumps(later), "AVRO")), "the registry refuses a new optional field")
    broken = {**now, "fields": now["fields"] + [{"name": "kicker", "type": "string"}]}
    expect(not world.client.test_compatibility(subject, Schema(json.dumps(broken), "AVRO")), "the registry takes a field without a default")
    say("two versions of a schema", "each reads the other's events; the registry takes the new one and refuses a broken one")


def check_and_register(world):
    # An earlier version stands there: one field less, one of another type.
    old = json.loads((SCHEMAS / "article-event.avsc").read_text())
    old["fields"] = [f for f in old["fields"] if f["name"] != "section"]
    next(f for f in old["fields"] if f["name"] == "duplicate_copies")["type"] = "int"
    world.client.register_schema("older-value", Schema(json.dumps(old), "AVRO"))
    flags = ["--output-format", "avro", "--output-registry-url", world.url]
    told = world.galley("schema", "check", *flags, "--output-topic", "older")
    expect(re.search(r"\+ section +null or string", told) and re.search(r"~ duplicate_copies +int +-> +long", told), f"galley schema check:\n{told}")
    expect("the registry takes it" in told, told)
    taken = Schema(json.dumps({"type": "record", "name": "ArticleEvent", "namespace": "galley", "fields": [{"name": "title", "type": "int"}]}), "AVRO")
    world.client.register_schema("other-value", taken)
    told = world.galley("schema", "check", *flags, "--output-topic", "other", status=1)
    expect("the registry refuses it" in told, told)
    before = world.client.get_subjects()
    world.galley("schema", "check", *flags, "--output-topic", "never")
    expect(world.client.get_subjects() == before, "galley schema check has registered something")
    say("galley schema check", "names new and changed fields, repeats the registry's verdict, changes nothing")
    for form in FORMATS[1:]:
        flags = ["--output-format", form, "--rejected-format", form, "--output-registry-url", world.url, "--output-topic", f"articles.{form}",
                 "--rejected-topic", f"rejected.{form}"]
        world.galley("schema", "register", *flags)
        told = world.galley("schema", "check", *flags)
        expect(told.count("nothing to do") == 2, told)
    say("galley schema register", f"{len(FORMATS[1:])} formats of events and rejections; what it puts there is found again")


def documents(shared):
    for name in KINDS.values():
        for document in [SCHEMAS / f"{name}.odcs.yaml"]:
            done = subprocess.run([str(pathlib.Path(sys.executable).with_name("datacontract")), "lint", str(document)], capture_output=True, text=True)
            expect(done.returncode == 0, f"datacontract lint {document.name}:\n{done.stdout}{done.stderr}")
    say("datacontract lint", f"{len(KINDS)} contracts are valid")
    definition = pathlib.Path(shared) / "asyncapi-3.1.0.json"
    if not definition.exists():
        fail(f"{definition} is not there: GALLEY_SCHEMAS names the folder of published definitions")
    document = yaml.safe_load((SCHEMAS / "asyncapi.yaml").read_text())
    validator = jsonschema.validators.validator_for(json.loads(definition.read_text()))
    errors = list(validator(json.loads(definition.read_text())).iter_errors(document))
    expect(not errors, f"asyncapi.yaml: {[e.message[:200] for e in errors[:3]]}")
    for reference in re.findall(r"\$ref: '\./([^']+)'", (SCHEMAS / "asyncapi.yaml").read_text()):
        expect((SCHEMAS / reference).exists(), f"asyncapi.yaml refers to {reference}")
    say("AsyncAPI 3.1", "asyncapi.yaml is valid, and what it refers to is there")


def main():
    kafka, registry, galley, shared = sys.argv[1:5]
    with tempfile.TemporaryDirectory(prefix="galley-acceptance-") as folder:
        documents(shared)
        world = World(kafka, registry, galley, folder)
        try:
            check_and_register(world)
            world.topics("pages.raw", *(f"{kind}.{form}" for kind in KINDS for form in FORMATS), *(f"dlq.{form}" for form in FORMATS))
            count = load(world, "pages.raw")
            for form in FORMATS:
                world.galley("run", "--until-end", "--kafka-brokers", world.brokers, "--input-group", f"g-{form}", "--output-topic", f"articles.{form}",
                             "--rejected-topic", f"rejected.{form}", "--dead-letters-topic", f"dlq.{form}", "--output-format", form,
                             "--rejected-format", form, "--output-registry-url", world.url, "--admin-address", "off")
                outcomes = {kind: len(world.read(f"{kind}.{form}")) for kind in [*KINDS, "dlq"]}
                expect(sum(outcomes.values()) == count, f"{form}: {outcomes} of {count} pages")
                letters = world.read(f"dlq.{form}")
                expect(len(letters) == 1 and dict(letters[0].headers())["galley-reason"] == b"bad_envelope", f"{form}: the dead letters")
                say(f"galley run, {form}", f"{count} pages: " + ", ".join(f"{number} {kind}" for kind, number in outcomes.items()))
            messages = message_classes(folder)
            for kind in KINDS:
                wanted, schema = validate_json(world, kind, f"{kind}.json")
                say(f"{kind}: jsonschema", f"{len(wanted)} records valid by draft 7 and 2020-12")
                if kind == "articles":
                    urls = {event["url"] for event in wanted}
                    expect({"https://www.harbour.example/avro", "https://www.harbour.example/json"} <= urls, f"pages in Avro and framed JSON: {urls}")
                read_formats(world, kind, wanted, schema, messages)
            evolution(world)
            # Here, because it takes its helpers from this file.
            import sinks
            sinks.check(world)
        finally:
            world.stop()


if __name__ == "__main__":
    main()
