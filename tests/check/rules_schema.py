#!/usr/bin/env python3
"""The JSON Schema of rule files is what the program prints, and says of rule files what the program says.

  rules_schema.py CLAIMGRAPH SCHEMA RULES DATA

SCHEMA is the file that is shipped; CLAIMGRAPH_ACCEPT=1 in the environment rewrites it. All rule files below RULES and below
DATA/rules/good are valid; a list of small files is refused, each for one reason. Needs python3-jsonschema and python3-yaml.
"""
import json
import os
import pathlib
import subprocess
import sys

import jsonschema
import yaml

RULE = "rules: [{{name: a, emit: {}, pattern: a}}]"
EXAMPLE = "rules: [{{name: a, emit: {{kind: attribution}}, pattern: a, examples: {{match: [{}]}}}}]"
BAD = {
    "an unknown key": "ruls: []",
    "an unknown key of a rule": "rules: [{name: a, emit: {kind: mention, label: A}, pattern: a, prioritiy: 3}]",
    "a rule without a name": "rules: [{emit: {kind: mention, label: A}, pattern: a}]",
    "an unknown kind": RULE.format("{kind: atribution}"),
    "a mention without a label": RULE.format("{kind: mention}"),
    "an unknown field of an attribution": RULE.format("{kind: attribution, certanty: possible}"),
    "a misspelt gender": RULE.format("{kind: mention, label: A, gender: femal}"),
    "a misspelt certainty": RULE.format("{kind: attribution, certainty: sure}"),
    "a stance without a position": RULE.format("{kind: stance}"),
    "a confidence of 2": "rules: [{name: a, confidence: 2, emit: {kind: mention, label: A}, pattern: a}]",
    "a lexicon without 'match'": "lexicons: {cues: {file: cues.tsv}}",
    "an unknown condition": "rules: [{name: a, when: {within: A}, emit: {kind: mention, label: A}, pattern: a}]",
    "rules that are no list": "rules: {a: {}}",
    "an example without a text": EXAMPLE.format("{source: Ana}"),
    "an unknown field of a document": EXAMPLE.format("{text: Ana says no., document: {titel: No}}"),
}
GOOD = {
    "a feature of a capture": RULE.format("{kind: attribution, certainty: cue.certainty}"),
    "a feature of one's own": RULE.format("{kind: mention, label: A, size: large}"),
    "a variable for a number": "rules: [{name: a, priority: '${p}', emit: {kind: mention, label: A}, pattern: a}]",
    "an example with captures, fields and its document":
        EXAMPLE.format("{text: Ana says no., source: Ana, cue: , document: {title: No, date: '2024-05-01', metadata: {desk: sea}}}"),
    "one label or several": "taxonomy: {Actor: [Person, Body], Body: Party}",
    "a template": "parameters: {verb: back, place: }\nrules: []",
}


def main():
    program, shipped, rules, data = sys.argv[1:]
    printed = subprocess.run([program, "rules", "schema"], capture_output=True, text=True, check=True).stdout
    path = pathlib.Path(shipped)
    if os.environ.get("CLAIMGRAPH_ACCEPT") == "1":
        path.write_text(printed, encoding="utf-8")
    wrong = []
    if not path.exists() or path.read_text(encoding="utf-8") != printed:
        wrong.append(f"{shipped} is not what 'rules schema' prints (CLAIMGRAPH_ACCEPT=1 rewrites it)")
    schema = json.loads(printed)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    files = sorted(pathlib.Path(rules).rglob("*.yaml")) + sorted(pathlib.Path(data, "rules/good").rglob("*.yaml"))
    if not files:
        wrong.append(f"no rule file below {rules}")
    for name, text in [(str(file), file.read_text(encoding="utf-8")) for file in files] + list(GOOD.items()):
        for error in validator.iter_errors(yaml.safe_load(text)):
            wrong.append(f"{name}: {error.json_path}: {error.message}")
    for name, text in BAD.items():
        if validator.is_valid(yaml.safe_load(text)):
            wrong.append(f"{name} is taken")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
