"""Renders the chart without Helm, and holds what comes out against the definitions of Kubernetes and of the operators.

chart.py CHART OUT [VALUES...]           renders into OUT, a file a manifest
chart.py --definitions FOLDER FILE...    custom resources against the CustomResourceDefinitions in FOLDER
"""

import json
import pathlib
import sys

import jsonschema
import yaml
from gotpl.exts.helm import HelmTemplateEngine


class Files:
    """The chart's own files, as templates see them."""

    def __init__(self, chart: pathlib.Path):
        self.chart = chart

    def Get(self, name: str) -> str:
        path = self.chart / name
        return path.read_text() if path.is_file() else ""


def merged(under, over):
    if not (isinstance(under, dict) and isinstance(over, dict)):
        return over
    return {key: merged(under[key], over[key]) if key in under and key in over else over.get(key, under.get(key))
            for key in under | over}


def render(chart: pathlib.Path, out: pathlib.Path, value_files: list[str]) -> int:
    about = yaml.safe_load((chart / "Chart.yaml").read_text())
    values = yaml.safe_load((chart / "values.yaml").read_text())
    for file in value_files:
        values = merged(values, yaml.safe_load(pathlib.Path(file).read_text()))
    schema = json.loads((chart / "values.schema.json").read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.Draft7Validator(schema).validate(values)

    context = {
        "Values": values,
        "Chart": {key[0].upper() + key[1:]: value for key, value in about.items()},
        "Release": {"Name": "trial", "Namespace": "pages", "Service": "Helm", "Revision": 1, "IsInstall": True, "IsUpgrade": False},
        "Files": Files(chart),
    }
    sources = {path.name: path.read_text() for path in sorted((chart / "templates").iterdir())}
    engine = HelmTemplateEngine.from_sources(sources)
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    for name, text in engine.render({name: context for name in sources if not name.startswith("_")}).items():
        if not text.strip():
            continue
        (out / name).write_text(text)
        if name.endswith(".yaml"):
            manifest = yaml.safe_load(text)
            count += 1
            if manifest["kind"] == "ConfigMap" and "galley.yaml" in manifest["data"]:
                (out / "galley.yaml.txt").write_text(manifest["data"]["galley.yaml"])
    print(f"{count} manifests")
    return 0


def closed(schema):
    """The schema, with every key refused that it does not name: as the API server prunes, but loudly."""
    if isinstance(schema, dict):
        schema = {key: closed(value) for key, value in schema.items()}
        if "properties" in schema and not schema.get("x-kubernetes-preserve-unknown-fields"):
            schema.setdefault("additionalProperties", False)
        if schema.pop("x-kubernetes-int-or-string", False):
            schema.pop("type", None)
            schema.setdefault("anyOf", [{"type": "integer"}, {"type": "string"}])
        # Go has its flags anywhere, Python at the start.
        if isinstance(schema.get("pattern"), str) and schema["pattern"].startswith("^(?i)"):
            schema["pattern"] = "(?i)^" + schema["pattern"].removeprefix("^(?i)")
    elif isinstance(schema, list):
        schema = [closed(value) for value in schema]
    return schema


def check(definitions: pathlib.Path, files: list[str]) -> int:
    schemas = {}
    for path in definitions.glob("*.yaml"):
        definition = yaml.safe_load(path.read_text())
        for version in definition["spec"]["versions"]:
            kind = (f"{definition['spec']['group']}/{version['name']}", definition["spec"]["names"]["kind"])
            schema = closed(version["schema"]["openAPIV3Schema"])
            schema["properties"]["metadata"] = {"type": "object", "required": ["name"]}
            schemas[kind] = schema
    for file in files:
        manifest = yaml.safe_load(pathlib.Path(file).read_text())
        kind = (manifest["apiVersion"], manifest["kind"])
        if kind not in schemas:
            print(f"{file}: no definition of {kind}", file=sys.stderr)
            return 1
        jsonschema.Draft202012Validator(schemas[kind]).validate(manifest)
    print(f"{len(files)} custom resources valid")
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    if sys.argv[1] == "--definitions":
        sys.exit(check(pathlib.Path(sys.argv[2]), sys.argv[3:]))
    sys.exit(render(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:]))
