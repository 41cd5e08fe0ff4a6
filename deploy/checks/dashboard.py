#!/usr/bin/env python3
"""Checks the Grafana dashboard and the Prometheus rules against a saved /metrics page of a worker.

    curl -s http://localhost:9464/metrics > metrics.txt
    deploy/checks/dashboard.py metrics.txt

Every metric that they name must be on the page (by its '# TYPE' line), a histogram's series only of a histogram; panel ids
must differ; panels must not overlap; each panel has a title, a description and a unit. With --expressions it only prints the
dashboard's PromQL, one expression a line, with Grafana's variables filled in, for promtool.
"""

import argparse
import json
import pathlib
import re
import sys

DEPLOY = pathlib.Path(__file__).resolve().parent.parent
NAME = re.compile(r"\b(?:galley|process)_[a-z0-9_]+\b")
STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'")
RECORDED = re.compile(r"[a-z_]+(?::[a-z0-9_]+)+")
SCRAPED_BY_PROMETHEUS = {"up", "ALERTS"}


def exported(path):
    """The families of a /metrics page: name to type."""
    types = {}
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        words = line.split()
        if len(words) == 4 and words[:2] == ["#", "TYPE"]:
            types[words[2]] = words[3]
    return types


def is_exported(name, types):
    if name in types:
        return types[name] not in ("histogram", "summary")
    family, _, part = name.rpartition("_")
    return part in ("bucket", "sum", "count") and types.get(family) == "histogram"


def panels(dashboard):
    """Every panel, those inside collapsed rows too."""
    for panel in dashboard["panels"]:
        yield panel
        yield from panel.get("panels", [])


def expressions(dashboard):
    """Where each expression stands, and the expression."""
    for panel in panels(dashboard):
        for target in panel.get("targets", []):
            yield f"panel '{panel['title']}'", target["expr"]
    for variable in dashboard["templating"]["list"]:
        found = re.fullmatch(r"label_values\((.*), *\w+\)", variable.get("definition", ""))
        if found:
            yield f"variable '{variable['name']}'", found[1]
    for annotation in dashboard["annotations"]["list"]:
        if "expr" in annotation:
            yield f"annotation '{annotation['name']}'", annotation["expr"]


def filled(expression):
    """An expression as Grafana would send it."""
    for name, value in (("$__rate_interval", "5m"), ("$__interval", "1m"), ("$__range", "1h"), ("$job", ".*"), ("$instance", ".*")):
        expression = expression.replace(name, value)
    return expression


def rule_expressions(text):
    """The expressions of a rules file: the lines of each 'expr' key. Plain reading, as YAML is not in the standard library."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        found = re.match(r"( *)(?:- )?expr: *(.*)$", line)
        if not found:
            continue
        parts = [] if found[2] in (">-", "|", ">", "|-") else [found[2]]
        for further in lines[number + 1:]:
            if further.strip() and len(further) - len(further.lstrip()) <= len(found[1]):
                break
            parts.append(further.strip())
        yield f"line {number + 1}", " ".join(parts)


def layout_problems(dashboard):
    seen, placed = {}, []
    for panel in panels(dashboard):
        title = panel.get("title", "?")
        if panel["id"] in seen:
            yield f"panels '{seen[panel['id']]}' and '{title}' share the id {panel['id']}"
        seen[panel["id"]] = title
        if panel["type"] != "row":
            if not (panel.get("title") and panel.get("description")):
                yield f"panel '{title}' (id {panel['id']}) lacks a title or a description"
            if not panel.get("fieldConfig", {}).get("defaults", {}).get("unit"):
                yield f"panel '{title}' has no unit"
    # Panels in a collapsed row are laid out when it opens: only those on the page itself can overlap.
    for panel in dashboard["panels"]:
        at = panel["gridPos"]
        if at["x"] < 0 or at["x"] + at["w"] > 24:
            yield f"panel '{panel['title']}' is wider than the page"
        for title, other in placed:
            if (at["x"] < other["x"] + other["w"] and other["x"] < at["x"] + at["w"]
                    and at["y"] < other["y"] + other["h"] and other["y"] < at["y"] + at["h"]):
                yield f"panels '{title}' and '{panel['title']}' overlap"
        placed.append((panel["title"], at))


def name_problems(where, expression, types, recorded):
    bare = STRING.sub('""', expression)
    for name in sorted(set(RECORDED.findall(bare)) - recorded):
        yield f"{where}: {name} is not recorded by any rule"
    for name in sorted(set(NAME.findall(RECORDED.sub(" ", bare)))):
        if name not in SCRAPED_BY_PROMETHEUS and not is_exported(name, types):
            why = f"is a {types[name]}: name one of its series" if name in types else "is not exported"
            yield f"{where}: {name} {why}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("metrics", nargs="?", help="a saved /metrics page in Prometheus' text format")
    parser.add_argument("--dashboard", default=DEPLOY / "grafana/dashboards/galley.json", type=pathlib.Path)
    parser.add_argument("--rules", default=DEPLOY / "prometheus/rules.yml", type=pathlib.Path)
    parser.add_argument("--expressions", action="store_true", help="print the dashboard's PromQL instead")
    options = parser.parse_args()
    dashboard = json.loads(options.dashboard.read_text(encoding="utf-8"))
    if options.expressions:
        for _, expression in expressions(dashboard):
            print(filled(expression))
        return 0
    if not options.metrics:
        parser.error("name a saved /metrics page")
    types = exported(options.metrics)
    if not types:
        parser.error(f"{options.metrics} has no '# TYPE' lines")

    rules = options.rules.read_text(encoding="utf-8")
    recorded = set(re.findall(r"record: *(\S+)", rules))
    in_dashboard = [(f"{options.dashboard.name}, {where}", filled(text)) for where, text in expressions(dashboard)]
    in_rules = [(f"{options.rules.name}, {where}", text) for where, text in rule_expressions(rules)]
    problems = list(layout_problems(dashboard))
    for where, expression in in_dashboard + in_rules:
        problems += name_problems(where, expression, types, recorded)
    for problem in problems:
        print(f"dashboard: {problem}", file=sys.stderr)
    if not in_dashboard or not in_rules:
        problems.append("nothing was checked")
        print("dashboard: no expressions were found", file=sys.stderr)
    if problems:
        return 1
    print(f"dashboard: {len(in_dashboard)} expressions in {options.dashboard.name}, {len(in_rules)} in {options.rules.name}: all metrics are exported")
    return 0


if __name__ == "__main__":
    sys.exit(main())
