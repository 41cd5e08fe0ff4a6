#!/usr/bin/env python3
"""Runs what the guides tell to type, and checks what they name.

    deploy/checks/guides.py .build/release/galley

The guides are README.md, Sources/README.md, deploy/README.md, deploy/REPLAY.md and deploy/sinks/README.md.

```sh blocks       each command is run with bash, in a folder that has deploy/, page.html, pages/ and galley.yaml, beside an embedded
                   broker (GALLEY_KAFKA_BROKERS) and a worker, whose admin port stands in for localhost:9464
```console blocks  need what is not here, as docker or a cluster: files and folders, Galley's flags, flags of our scripts and the
                   chart's values that they name have to exist
```yaml blocks     are read by galley check-config, or are values of the chart

Besides, links and their anchors, runbooks of the alerts, settings, variables, values and metrics in `backticks` have to exist.
"""

import json
import os
import pathlib
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GUIDES = ("README.md", "Sources/README.md", "deploy/README.md", "deploy/REPLAY.md", "deploy/sinks/README.md")
CHART = ROOT / "deploy/helm/galley"
PATIENCE = 60


def text_of(path):
    return (ROOT / path).read_text(encoding="utf-8")


def blocks(text):
    """The fenced blocks: the line they begin at, their language, their text."""
    for found in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield text.count("\n", 0, found.start()) + 2, found[1], found[2]


def commands(block):
    """A block's commands: a line each, or several with a backslash at their ends. Comments are left out."""
    for line in block.replace("\\\n", " ").splitlines():
        line = re.sub(r"(^|\s)#.*", "", line).strip()
        if line:
            yield line


def prose(text):
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


# ---- what there is -------------------------------------------------------------------------------

def first_column(path):
    return set(re.findall(r"^\| `([^`]+)` \|", text_of(path), re.MULTILINE))


SETTINGS = first_column("deploy/reference/settings.md")
METRICS = first_column("deploy/reference/metrics.md")
# All that stands before a dot of a key: kafka, kafka.security.
GROUPS = {key[:found.start()] for key in SETTINGS for found in re.finditer(r"\.", key)}
VARIABLES = {"GALLEY_" + key.upper().replace(".", "_") for key in SETTINGS}
SCHEMA = json.loads((CHART / "values.schema.json").read_text(encoding="utf-8"))
SOURCES = "\n".join(
    path.read_text(encoding="utf-8", errors="replace")
    for folder in ("Sources", "Tests", "deploy", ".ci")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.is_file() and path.suffix in (".swift", ".py", ".bash", "") and path.stat().st_size < 1 << 20)


def is_setting(key):
    """Whether a key is a setting, a group of settings, or inside the one that takes any name."""
    return key in SETTINGS or key in GROUPS or key.startswith("kafka.properties.")


def is_value(key):
    """Whether the chart knows a value; its schema refuses those that it does not name."""
    if key.startswith("config."):
        return is_setting(key.removeprefix("config."))
    node = SCHEMA
    for part in re.sub(r"\[\d+\]", "", key).split("."):
        if "properties" not in node:
            return node.get("type") in ("object", "array", None)
        if part not in node["properties"]:
            return node.get("additionalProperties", True) is not False
        node = node["properties"][part]
    return True


def yaml_keys(block):
    """The full keys of a YAML block: mappings by indentation or in braces, as the guides write them."""
    parents = []  # (indentation, key)
    for line in block.splitlines():
        line = re.sub(r"(^|\s)#.*", "", line)
        found = re.match(r"( *)([\w.-]+):(?:\s+(.*))?$", line)
        if not found:
            continue
        indent = len(found[1])
        parents = [parent for parent in parents if parent[0] < indent] + [(indent, found[2])]
        stack = [".".join(key for _, key in parents)]
        yield stack[0]
        for brace, key in re.findall(r"([{}])|([\w.-]+):(?=\s)", re.sub(r'"[^"]*"', '""', found[3] or "")):
            if brace == "{":
                stack.append(stack[-1])
            elif brace:
                stack.pop()
            else:
                stack[-1] = f"{stack[-2]}.{key}"
                yield stack[-1]


def anchors(path):
    text = path.read_text(encoding="utf-8")
    found = set(re.findall(r'<a id="([^"]+)">', text))
    for heading in re.findall(r"^#+ (.*)$", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)|`", r"\1", heading).lower()
        found.add(re.sub(r"[^\w\- ]", "", words).strip().replace(" ", "-"))
    return found


# ---- what is checked without being run -----------------------------------------------------------

def link_problems(guide, text):
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(text)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        path = (ROOT / guide).parent / name if name else ROOT / guide
        if not path.exists():
            yield f"link to {target}: no such file"
        elif anchor and anchor not in anchors(path):
            yield f"link to {target}: no such anchor"


def name_problems(text, galley):
    """Variables anywhere; settings, values of the chart, commands, files and metrics in backticks."""
    for variable in sorted(set(re.findall(r"\bGALLEY_[A-Z_]+\b", text))):
        if variable not in VARIABLES and variable not in SOURCES:
            yield f"{variable} is no variable"
    for code in sorted(set(re.findall(r"`([^`\n]+)`", prose(text)))):
        found = re.match(r"([A-Za-z_]+(?:\.[A-Za-z_]+)+)(?::\s.*)?$", code)
        first = found[1].partition(".")[0] if found else ""
        if first in GROUPS and not is_setting(found[1]):
            yield f"{found[1]} is no setting"
        elif first in SCHEMA["properties"] and first not in GROUPS and not is_value(found[1]):
            yield f"{found[1]} is no value of the chart"
        elif code.startswith(("galley ", "deploy/", "Sources/", "Tests/", "Schemas/")):
            yield from command_problems(code, galley)
        elif re.fullmatch(r"(galley|process)_[a-z_]+", code) and code not in METRICS:
            yield f"{code} is no metric"


def table_problems(guide, text):
    """Files and folders in the first column of a table that is of such."""
    places = {"folder": ("", "Sources"), "file or folder": ("deploy",), "room": ("Sources/Worker",)}
    for kind, rows in re.findall(r"^\| ([a-z ]+) \| what \|\n\|[-|]+\|\n((?:\|.*\n)+)", text, re.MULTILINE):
        for cell in re.findall(r"^\| (.*?) \|", rows, re.MULTILINE) if kind in places else ():
            for name in re.findall(r"`([^`]+)`", cell):
                if not any(list((ROOT / place).glob(name.replace("…", "*"))) for place in places[kind]):
                    yield f"no {kind} {name}"


def runbook_problems():
    here = anchors(ROOT / "deploy/README.md")
    rules = text_of("deploy/prometheus/rules.yml")
    alerts = re.findall(r"- alert: (\w+)", rules)
    runbooks = re.findall(r"runbook: (\S+)", rules)
    if len(alerts) != len(runbooks) or not alerts:
        yield f"{len(alerts)} alerts have {len(runbooks)} runbooks"
    for runbook in runbooks:
        path, _, anchor = runbook.partition("#")
        if path != "deploy/README.md" or anchor not in here:
            yield f"runbook {runbook} of rules.yml does not exist"
    for anchor in sorted(name for name in here if re.fullmatch(r"galley[a-z]+", name)):
        if anchor not in {alert.lower() for alert in alerts}:
            yield f"{anchor} is no alert of rules.yml"


def flags_of(words):
    """Flags up to the end of the command."""
    for word in words:
        if word in ("|", "||", "&&", ";", "&"):
            return
        if word.startswith("--") and len(word) > 2:
            yield word.partition("=")[0]


def command_problems(command, galley):
    words = shlex.split(command, comments=True)
    for index, word in enumerate(words):
        path = word.rpartition("=")[2] if word.startswith("--") else word
        if re.match(r"(deploy|Sources|Tests|Schemas)/", path) and not (list(ROOT.glob(path)) or list(ROOT.glob(f"{path}.swift"))):
            yield f"no file {path}"
        begins = all("=" in before for before in words[:index]) or words[index - 1] in ("|", "&&")
        if word == "galley" and begins and index + 1 < len(words) and words[index + 1] not in galley:
            yield f"galley has no command {words[index + 1]}"
        elif word == "galley" and index + 1 < len(words) and words[index + 1] in galley:
            for flag in flags_of(words[index + 2:]):
                if not re.search(rf"^  {re.escape(flag)}( |$)", galley[words[index + 1]], re.MULTILINE):
                    yield f"galley {words[index + 1]} has no flag {flag}"
        elif word.startswith("deploy/") and (ROOT / word).is_file() and os.access(ROOT / word, os.X_OK):
            # A script that hands its options on says so by "$@".
            script = text_of(word)
            for flag in flags_of(words[index + 1:]):
                if f'"{flag}' not in script and f" {flag}" not in script and '"$@"' not in script:
                    yield f"{word} has no option {flag}"
        if word in ("--set", "--set-string") and index + 1 < len(words):
            for key in re.findall(r"(?:^|,)([\w.\[\]-]+)=", words[index + 1]):
                if not is_value(key):
                    yield f"{key} is no value of the chart"


# ---- what is run ---------------------------------------------------------------------------------

class Scene:
    """A folder, an embedded broker with the sample pages, and a worker on them."""

    def __init__(self, binary, folder):
        self.binary, self.folder, self.started = binary, folder, []
        samples = ROOT / "Sources/galley/Samples"
        (folder / "bin").mkdir()
        (folder / "bin/galley").symlink_to(binary)
        for name in ("deploy", "Sources", "Schemas", "Tests"):
            (folder / name).symlink_to(ROOT / name)
        shutil.copytree(samples, folder / "pages")
        shutil.copy(samples / "english.html", folder / "page.html")
        outside = {name: value for name, value in os.environ.items() if not name.startswith("GALLEY_")}
        self.environment = outside | {"PATH": f"{folder}/bin:{os.environ['PATH']}"}

    def open(self):
        # One partition, so that its first offset is a page.
        topics = "pages.raw:1,articles:1,articles.rejected:1,pages.raw.dlq:1"
        broker = self.start("broker", "--topics", topics, stdout=subprocess.PIPE)
        self.environment["GALLEY_KAFKA_BROKERS"] = broker.stdout.readline().strip()
        if problem := self.run("galley load pages/ --quiet"):
            sys.exit(problem)
        # A group of its own, so that a worker of a guide need not wait for this one.
        worker = self.start(
            "run", "--input-group", "guides", "--admin-address", "127.0.0.1:0", "--log-format", "json", stderr=subprocess.PIPE)
        alarm = threading.Timer(PATIENCE, worker.kill)
        alarm.start()
        events = []
        while "rebalance" not in events and (line := worker.stderr.readline()):
            event = json.loads(line)
            events.append(event["event"])
            if event["event"] == "admin_port_open":
                self.environment["GALLEY_ADMIN_ADDRESS"] = event["address"]
        alarm.cancel()
        if "rebalance" not in events:
            sys.exit(f"the worker was assigned nothing within {PATIENCE} s: {events}")
        threading.Thread(target=worker.stderr.read, daemon=True).start()

    def start(self, *arguments, **streams):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL} | streams
        process = subprocess.Popen([self.binary, *arguments], env=self.environment, cwd=self.folder, text=True, **quiet)
        self.started.append(process)
        return process

    def run(self, command):
        """Runs a command; what it printed when it failed, else nothing."""
        address = self.environment.get("GALLEY_ADMIN_ADDRESS", "")
        process = subprocess.Popen(
            ["bash", "-o", "pipefail", "-c", command.replace("localhost:9464", address)], env=self.environment, cwd=self.folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            output, _ = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            output, _ = process.communicate()
            return f"{output.decode(errors='replace')}\nnot done within {PATIENCE} s"
        return "" if process.returncode == 0 else f"{output.decode(errors='replace')}\nexit code {process.returncode}"

    def check_config(self, text):
        (self.folder / "galley.yaml").write_text(text, encoding="utf-8")
        return self.run("galley check-config --config galley.yaml")

    def end(self):
        for process in reversed(self.started):
            process.kill()
            process.wait()


def yaml_problems(block, scene):
    keys = list(yaml_keys(block))
    if all(key.partition(".")[0] in GROUPS or key in SETTINGS for key in keys):
        problem = scene.check_config(block)
        if problem:
            yield problem
        return
    for key in keys:
        if not is_value(key):
            yield f"{key} is no value of the chart"


def block_problems(language, block, scene, galley, counts):
    for command in commands(block) if language in ("sh", "console") else ():
        counts[language] += 1
        print(f"{'ran' if language == 'sh' else 'checked':8} {command}", flush=True)
        yield from command_problems(command, galley)
        if language == "sh":
            problem = scene.run(command)
            if problem:
                yield f"{command}\n{problem}"
    if language == "yaml":
        yield from yaml_problems(block, scene)


def problems(scene, galley, counts):
    for guide in GUIDES:
        text = text_of(guide)
        for problem in list(link_problems(guide, text)) + list(name_problems(text, galley)) + list(table_problems(guide, text)):
            yield f"{guide}: {problem}"
        for line, language, block in sorted(blocks(text), key=lambda found: (found[1] != "yaml", found[0])):
            for problem in block_problems(language, block, scene, galley, counts):
                yield f"{guide}:{line}: {problem}"
    for problem in runbook_problems():
        yield problem


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    binary = pathlib.Path(sys.argv[1]).resolve()
    names = re.findall(r"^## galley (\S+)", text_of("deploy/reference/settings.md"), re.MULTILINE)
    galley = {
        name: subprocess.run([binary, "help", name], capture_output=True, text=True, check=True, timeout=PATIENCE).stdout
        for name in names}
    counts = {"sh": 0, "console": 0}
    with tempfile.TemporaryDirectory(prefix="galley-guides.") as folder:
        scene = Scene(binary, pathlib.Path(folder))
        try:
            scene.open()
            for problem in problems(scene, galley, counts):
                sys.exit(problem)
        finally:
            scene.end()
    if not all(counts.values()):
        sys.exit(f"nothing was run or checked: {counts}")
    print(f"guides: {counts['sh']} commands ran, {counts['console']} were checked, links and names exist")


if __name__ == "__main__":
    main()
