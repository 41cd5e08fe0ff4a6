"""Feeds sinks from Galley's topics as deploy/sinks says, and compares what they hold with the events: called by acceptance.py.

The events are Galley's own: the sample pages, one page fetched three times of which the oldest fetch comes last, and an article that
a null value with its URL as key withdraws. Each sink takes them in their order, then all of them again backwards; each
time it has to hold the newest row_version of each article, and to show no article that is retracted.
"""

import io
import json
import os
import pathlib
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time

import fastavro
import sqlglot
from chdb import session
from confluent_kafka import Producer

from acceptance import ROOT, SCHEMAS, expect, from_avro, say

SINKS = ROOT / "deploy/sinks"
STRICT = os.environ.get("GALLEY_CHECK_STRICT") == "1"
PATIENCE = 40
HEADLINE = "Harbour baths reopen after a winter of repairs"
FETCHED_TWICE = "https://www.harbour.example/again"
WITHDRAWN = "https://www.harbour.example/avro"
# The page as it was fetched: when, and what its headline was then. The oldest fetch comes last.
FETCHES = [("2026-03-14T11:00:00Z", "Second"), ("2026-03-14T12:00:00Z", "Third"), ("2026-03-14T10:00:00Z", "First")]


def text_of(name):
    return (SINKS / name).read_text(encoding="utf-8")


def statements(text):
    """SQL without its comments, a statement each."""
    return [part.strip() for part in re.sub(r"--.*", "", text).split(";") if part.strip()]


# ---- what the sinks are given --------------------------------------------------------------------

def produce(world, records):
    producer = Producer({"bootstrap.servers": world.brokers})
    for topic, key, value, headers in records:
        producer.produce(topic, key=key, value=value, headers=headers)
    expect(producer.flush(30) == 0, "records were not produced")


def fetch_again(world):
    page = (ROOT / "Sources/galley/Samples/english.html").read_text(encoding="utf-8")
    expect(HEADLINE in page, "english.html has another headline")
    produce(world, [("pages.raw", FETCHED_TWICE, page.replace(HEADLINE, f"{HEADLINE}: {word}").encode(),
                     [("content-type", b"text/html; charset=utf-8"), ("ce_subject", FETCHED_TWICE.encode()), ("ce_time", fetched.encode())])
                    for fetched, word in FETCHES])
    # Withdrawn by the time of the record, which is now: after its fetch.
    produce(world, [("pages.raw", WITHDRAWN, None, [])])
    for form in ("json", "avro"):
        world.galley("run", "--input-tombstones", "delete", "--until-end", "--kafka-brokers", world.brokers, "--input-group", f"g-{form}", "--output-topic", f"articles.{form}",
                     "--rejected-topic", f"rejected.{form}", "--dead-letters-topic", f"dlq.{form}", "--output-format", form,
                     "--rejected-format", form, "--output-registry-url", world.url, "--admin-address", "off")


def events(world, topic):
    return [json.loads(record.value()) for record in world.read(topic)]


def missing(name, package):
    expect(not STRICT, f"no {name}; on Debian: apt-get install --no-install-recommends {package}")
    say(name, "SKIPPED: not here")


def newest(found):
    """What a sink has to hold: of each article the event with the highest row_version."""
    rows = {}
    for event in found:
        if event["article_id"] not in rows or event["row_version"] >= rows[event["article_id"]]["row_version"]:
            rows[event["article_id"]] = event
    return rows


def compare(name, rows, wanted):
    """Rows as a sink gave them, by the fields that it has."""
    found = {row["article_id"]: row for row in rows}
    expect(len(found) == len(rows), f"{name}: {len(rows)} rows of {len(found)} articles")
    expect(found.keys() == wanted.keys(), f"{name}: {len(found)} articles, not {len(wanted)}: {sorted(found.keys() ^ wanted.keys())}")
    for key, row in found.items():
        for field, value in row.items():
            expect(value == wanted[key][field], f"{name}: {key}: {field} is {value!r}, not {wanted[key][field]!r}")


def shown(wanted):
    return {key: event for key, event in wanted.items() if event["status"] != "retracted"}


# ---- Kafka Connect -------------------------------------------------------------------------------

def settings(name, changed, folder):
    """A file of deploy/sinks with other values for some of its keys, as a file in a folder."""
    lines = text_of(name).splitlines()
    for key, value in changed.items():
        places = [index for index, line in enumerate(lines) if line.startswith(f"{key}=")]
        expect(len(places) == 1, f"deploy/sinks/{name} sets {key} {len(places)} times")
        lines[places[0]] = f"{key}={value}"
    path = pathlib.Path(folder) / pathlib.Path(name).name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def connect(world):
    """Kafka Connect's file sink: the lines of its file are the topic's values, in the order of each partition."""
    plugin, = (pathlib.Path(world.cluster).resolve().parent / "libs").glob("connect-file-*.jar")
    file = pathlib.Path(world.folder) / "articles.jsonl"
    expect(not file.exists(), f"{file} is there already")
    worker = settings("connect/worker.properties", {
        "bootstrap.servers": world.brokers, "listeners": "http://127.0.0.1:0", "plugin.path": plugin,
        "offset.storage.file.filename": f"{world.folder}/connect.offsets", "offset.flush.interval.ms": 1000}, world.folder)
    sink = settings("connect/file-sink.properties", {"topics": "articles.json", "file": file}, world.folder)
    records = world.read("articles.json")
    log = pathlib.Path(world.folder) / "connect.log"
    with open(log, "wb") as output:
        process = subprocess.Popen([world.cluster, "tool", world.kafka_folder, "connect-standalone", worker, sink],
                                   stdout=output, stderr=output, stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and process.poll() is None and (not file.exists() or file.read_bytes().count(b"\n") < len(records)):
            time.sleep(0.1)
    finally:
        end(process)
    lines = file.read_bytes().splitlines() if file.exists() else []
    expect(lines, f"Connect wrote nothing:\n{log.read_text(errors='replace')[-3000:]}")
    for partition in {record.partition() for record in records}:
        values = [record.value() for record in records if record.partition() == partition]
        expect([line for line in lines if line in set(values)] == values, f"Connect's file differs from partition {partition} of the topic")
    expect(len(lines) == len(records), f"Connect wrote {len(lines)} lines of {len(records)} events")
    say("Kafka Connect, file sink", f"{len(lines)} lines, byte for byte the topic's values")
    return file


def end(process):
    """Ends a process that was started as the leader of a session, and its children; it may take its time to end in order."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
            process.wait(15)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


# ---- ClickHouse ----------------------------------------------------------------------------------

class ClickHouse:
    """ClickHouse in this process. It has no threads for its Kafka engine, so tables of that engine are stood in for."""

    def __init__(self):
        self.session = session.Session()

    def run(self, sql, form="JSONEachRow"):
        return str(self.session.query(sql, form))

    def rows(self, sql):
        return [json.loads(line) for line in self.run(sql).splitlines()]

    def database(self, name, feed):
        """A database with the tables of articles.sql and of a feed, whose Kafka table takes what is inserted; that table's settings."""
        self.run(f"CREATE DATABASE {name}")
        self.run(f"USE {name}")
        for statement in statements(text_of("clickhouse/articles.sql")):
            self.run(statement)
        text = text_of(feed)
        self.understands(statements(text)[0])
        text, count = re.subn(r"ENGINE = Kafka\s+SETTINGS kafka_\w+ = '[^']*'(,\s+\w+ = '[^']*')*", "ENGINE = Null", text)
        expect(count == 1, f"{feed}: {count} tables of the Kafka engine")
        for statement in statements(text):
            self.run(statement)
        return dict(re.findall(r"(\w+) = '([^']*)'", statements(text_of(feed))[0]))

    def understands(self, statement):
        """The engine itself: its settings are read, and what is refused is only to start it here."""
        try:
            self.run(statement.replace("IF NOT EXISTS ", "IF NOT EXISTS engine_", 1))
        except Exception as refused:
            expect("Shutdown was called" in str(refused), f"ClickHouse refuses the Kafka engine: {refused}")


def holds(house, name, wanted):
    """The whole table, each field; and what the view shows."""
    times = [field for field, value in json.loads((SCHEMAS / "article-event.schema.json").read_text())["properties"].items() if field.endswith("_ms")]
    values = ", ".join(f"toUnixTimestamp64Milli({field}) AS {field}" for field in times)
    table = house.rows(f"SELECT * REPLACE ({values}) FROM articles FINAL")
    compare(name, table, wanted)
    fields = list(next(iter(wanted.values())))
    expect(list(table[0]) == fields, f"clickhouse/articles.sql: columns {sorted(set(table[0]) ^ set(fields))}, or their order")
    compare(f"{name}: articles_current", house.rows("SELECT article_id, title, row_version FROM articles_current"), shown(wanted))


def clickhouse(world, house, wanted):
    form = house.database("from_json", "clickhouse/from-json.sql")["kafka_format"]
    values = [record.value().decode() for record in world.read("articles.json")]
    # A member that a later version adds has to be passed over.
    values.append(json.dumps(json.loads(values[0]) | {"added_later": {"a": [1]}}, ensure_ascii=False))
    for batch in (values, values[::-1]):
        house.run(f"INSERT INTO articles_json FORMAT {form}\n" + "\n".join(batch))
        holds(house, "ClickHouse, JSON", wanted)
    say("ClickHouse, JSONEachRow", f"{2 * len(values)} events, half of them backwards: {len(wanted)} articles, the newest of each")
    told = house.database("from_avro", "clickhouse/from-avro.sql")
    told |= {name: world.url for name in told if name.endswith("registry_url")}
    formats = ", ".join(f"{name} = '{value}'" for name, value in told.items() if name.startswith("format_"))
    values = [record.value() for record in world.read("articles.avro")]
    file = pathlib.Path(world.folder) / "articles.framed"
    for batch in (values, values[::-1]):
        file.write_bytes(b"".join(batch))
        house.run(f"INSERT INTO articles_avro SELECT * FROM file('{file}', '{told['kafka_format']}') SETTINGS {formats}")
        holds(house, "ClickHouse, Avro", wanted)
    say("ClickHouse, AvroConfluent", f"{2 * len(values)} events, half of them backwards: {len(wanted)} articles, the newest of each")


def objects(house, file, wanted):
    """The query on objects of S3, on the lines that Connect wrote."""
    sql, count = re.subn(r"s3\('[^']+', ", f"file('{file}', ", statements(text_of("s3/newest.sql"))[0])
    expect(count == 1, "s3/newest.sql reads no objects")
    rows = [{name: row[name] for name in ("article_id", "row_version", "title", "body_text")} for row in house.rows(sql)]
    compare("s3/newest.sql", rows, shown(wanted))
    say("S3's query, on that file", f"{len(rows)} articles, the newest of each")


# ---- PostgreSQL ----------------------------------------------------------------------------------

class PostgreSQL:
    """A server of its own, on a socket in a folder of its own; root hands it to the user postgres, as a server has to."""

    def __init__(self, programs):
        self.programs = programs
        self.folder = tempfile.mkdtemp(prefix="galley-pg-")
        self.user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        try:
            if self.user:
                account = pwd.getpwnam("postgres")
                os.chown(self.folder, account.pw_uid, account.pw_gid)
            self.call("initdb", "-D", f"{self.folder}/data", "-U", "galley", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
            self.call("pg_ctl", "-D", f"{self.folder}/data", "-l", f"{self.folder}/log", "-w", "-o",
                      f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c fsync=off", "start")
        except BaseException:
            self.stop()
            raise

    def call(self, program, *arguments):
        # No pipe: the server would keep it open.
        done = subprocess.run([*self.user, f"{self.programs}/{program}", *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              cwd="/", timeout=60)
        expect(done.returncode == 0, f"{program} ended with {done.returncode}")

    @property
    def psql(self):
        return [f"{self.programs}/psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", "galley", "-d", "postgres"]

    def run(self, *arguments, text=None):
        done = subprocess.run([*self.psql, *arguments], input=text, capture_output=True, text=True, timeout=60)
        expect(done.returncode == 0, f"psql {' '.join(arguments)[:200]}:\n{done.stderr}")
        return done.stdout

    def rows(self, sql):
        return [json.loads(line) for line in self.run("-At", "-c", f"SELECT row_to_json(r) FROM ({sql}) AS r").splitlines()]

    def stop(self):
        if (pathlib.Path(self.folder) / "data/postmaster.pid").exists():
            self.call("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder)


def postgresql(world, wanted):
    programs = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not programs:
        return missing("PostgreSQL", "postgresql")
    server = PostgreSQL(programs[-1].parent)
    try:
        upsert(world, server, wanted)
        snowflake(world, server, wanted)
        iceberg(world, server, wanted)
    finally:
        server.stop()


def upsert(world, server, wanted):
    """As the guide has it: galley tail into psql. Then backwards, in two batches."""
    server.run("-f", str(SINKS / "postgresql/articles.sql"))
    fields = ["article_id", "row_version", "status", "url", "title", "language", "body_text"]

    def holds():
        rows = server.rows(f"SELECT {', '.join(fields)}, event FROM articles")
        compare("PostgreSQL", [{name: row[name] for name in fields} for row in rows], wanted)
        for row in rows:
            expect(row["event"] == wanted[row["article_id"]], f"PostgreSQL: event of {row['article_id']}")
        compare("PostgreSQL: articles_current", server.rows("SELECT article_id, title FROM articles_current"), shown(wanted))
        instants = server.rows("SELECT article_id, (extract(epoch FROM published_at) * 1000)::bigint AS published_at_ms FROM articles")
        compare("PostgreSQL: published_at", instants, wanted)

    # From the Avro topic: galley tail shows JSON in any format.
    tail = subprocess.Popen([world.galley_path, "tail", "articles.avro", "--from", "beginning", "--until-end", "--show", "json", "--kafka-brokers",
                             world.brokers, "--output-registry-url", world.url], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    with tail.stdout:
        psql = subprocess.run([*server.psql, "-f", str(SINKS / "postgresql/upsert.sql")], stdin=tail.stdout, timeout=60)
    expect(tail.wait(60) == 0 and psql.returncode == 0, f"galley tail ended with {tail.returncode}, psql with {psql.returncode}")
    holds()
    lines = [record.value().decode() + "\n" for record in world.read("articles.json")][::-1]
    for batch in (lines[:len(lines) // 2], lines[len(lines) // 2:]):
        server.run("-f", str(SINKS / "postgresql/upsert.sql"), text="".join(batch))
    holds()
    say("PostgreSQL, upsert", f"{2 * len(lines)} events, half of them backwards: {len(wanted)} articles, the newest of each")


def snowflake(world, server, wanted):
    """Snowflake's statements, translated."""
    sql = [statement.sql("postgres") for statement in sqlglot.parse(text_of("snowflake/articles.sql"), read="snowflake")]
    expect(len(sql) == 4 and sql[-1].startswith("MERGE"), "snowflake/articles.sql")
    server.run("-c", "CREATE SCHEMA snowflake")
    for statement in sql[:-1]:
        server.run("-c", f"SET search_path = snowflake; {statement}")
    fields = "article_id, event_id, row_version, status, url, title, language, body_text"
    merge(world, server, "snowflake", sql[-1], fields)
    compare("Snowflake's view", server.rows("SELECT article_id, title FROM snowflake.articles_current"), shown(wanted))
    say("Snowflake's MERGE", f"translated, on PostgreSQL: {len(wanted)} articles, the newest of each")


def iceberg(world, server, wanted):
    """Spark's MERGE, translated; its stars are all columns of the target by name, which PostgreSQL has no word for."""
    kinds = {"string": "text", "long": "bigint", "double": "double precision", "boolean": "boolean"}
    columns = {}
    for field in json.loads((SCHEMAS / "article-event.avsc").read_text())["fields"]:
        kind = field["type"][1] if isinstance(field["type"], list) else field["type"]
        columns[field["name"]] = kinds[kind] if isinstance(kind, str) else "bigint" if kind["type"] == "long" else "jsonb"
    table, _ = sqlglot.parse(text_of("iceberg/articles.sql"), read="spark")
    text = statements(text_of("iceberg/articles.sql"))[1]
    text = text.replace("UPDATE SET *", "UPDATE SET " + ", ".join(f"{name} = s.{name}" for name in columns))
    text = text.replace("INSERT *", f"INSERT ({', '.join(columns)}) VALUES ({', '.join(f's.{name}' for name in columns)})")
    server.run("-c", "CREATE SCHEMA news", "-c", f"CREATE TABLE news.articles_log ({', '.join(map(' '.join, columns.items()))})",
               "-c", f"CREATE TABLE news.articles AS {table.expression.sql('postgres')}")
    merge(world, server, "news", sqlglot.parse_one(text, read="spark").sql("postgres"), ", ".join(columns))
    say("Iceberg's MERGE", f"translated, on PostgreSQL: {len(wanted)} articles, the newest of each")


def merge(world, server, schema, statement, fields):
    """Merges the newer half of the log, then the older, then all of it; compares after each."""
    log = events(world, "articles.json")[::-1]
    taken = []
    for part in (log[:len(log) // 2], log[len(log) // 2:], log):
        server.run("-c", f"SET search_path = {schema}; TRUNCATE articles_log; INSERT INTO articles_log "
                         f"SELECT * FROM json_populate_recordset(NULL::articles_log, $json${json.dumps(part)}$json$)")
        server.run("-c", f"SET search_path = {schema}; {statement}")
        taken += part
        compare(f"MERGE, {schema}", server.rows(f"SELECT {fields} FROM {schema}.articles"), newest(taken))


# ---- what cannot be run here ---------------------------------------------------------------------

def bulk(world, wanted):
    """The body of Elasticsearch's _bulk, and a model of what external_gte makes of it."""
    if not shutil.which("jq"):
        return missing("jq", "jq")
    done = subprocess.run(["jq", "-c", "-f", str(SINKS / "elasticsearch/bulk.jq")], input=b"\n".join(r.value() for r in world.read("articles.json")),
                          capture_output=True, timeout=60)
    expect(done.returncode == 0, f"jq: {done.stderr.decode()}")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    documents = {}
    for action, event in zip(lines[::2], lines[1::2], strict=True):
        action = action["index"]
        expect(action["version_type"] == "external_gte" and action["_index"] == "articles", f"bulk.jq: {action}")
        if action["version"] >= documents.get(action["_id"], (0,))[0]:
            documents[action["_id"]] = (action["version"], event)
    expect({key: event for key, (_, event) in documents.items()} == wanted, "bulk.jq: ids, versions or events")
    mapped = json.loads(text_of("elasticsearch/index.json"))["mappings"]["properties"].keys()
    expect(mapped <= next(iter(wanted.values())).keys(), "elasticsearch/index.json maps fields that no event has")
    say("Elasticsearch's _bulk", f"{len(lines) // 2} actions with id and version; not sent")


def configurations():
    """Connectors that are not here: their configurations are whole, nothing more."""
    files = sorted(SINKS.glob("*/*sink.properties"))
    for path in files:
        pairs = [line.partition("=") for line in path.read_text().splitlines() if line and not line.startswith("#")]
        keys = [key for key, equals, value in pairs if equals and value]
        expect(len(keys) == len(pairs) == len(set(keys)), f"{path}: a line without a value, or a key twice")
        expect({"name", "connector.class", "tasks.max", "topics"} <= set(keys), f"{path}: no connector")
    say("other connectors", f"{len(files) - 1} configurations have what every connector needs; not run")


def check(world):
    fetch_again(world)
    found = events(world, "articles.json")
    wanted = newest(found)
    again = [event for event in found if event["url"] == FETCHED_TWICE]
    expect([event["title"].rpartition(": ")[2] for event in again] == [word for _, word in FETCHES], f"the page that was fetched again: {again}")
    expect([event["url"] for event in wanted.values() if event["status"] == "retracted"] == [WITHDRAWN], "the article that was withdrawn")
    expect(len(shown(wanted)) == len(wanted) - 1 == len(found) - 4, f"{len(found)} events of {len(wanted)} articles")
    schema = fastavro.parse_schema(json.loads((SCHEMAS / "article-event.avsc").read_text()))
    avro = [from_avro(fastavro.schemaless_reader(io.BytesIO(r.value()[5:]), schema)) for r in world.read("articles.avro")]
    expect(newest(avro) == wanted, "the events in Avro are not those in JSON")
    file = connect(world)
    house = ClickHouse()
    try:
        clickhouse(world, house, wanted)
        objects(house, file, wanted)
    finally:
        house.session.close()
    postgresql(world, wanted)
    bulk(world, wanted)
    configurations()
