#!/usr/bin/env python3
"""Opens every graph file that `claimgraph export` writes with readers that are not ours.

usage: graph_readers.py PROGRAM ROOT

The graph of ROOT's example articles, and a discourse network of them, are exported in each format and read by networkx,
xmllint (against the schemas in tests/data/exporters) or Python's csv and json. All have to hold the same nodes, edges,
weights and signs.
"""

import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import networkx

SECONDS_A_COMMAND = 60


class Graphs:
    """The exports of one store."""

    def __init__(self, program, folder, options):
        self.program, self.folder, self.options = program, folder, options

    def export(self, name, *more):
        path = self.folder / name
        command = [self.program, "export", "--store", "demo.db", "--output", path, *self.options, *more]
        subprocess.run(command, cwd=self.folder, check=True, timeout=SECONDS_A_COMMAND)
        return path


def close(a, b):
    return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))


def expect(good, what):
    if not good:
        raise SystemExit(f"graph_readers: {what}")


def as_sign(kind):
    return {"support": 1, "oppose": -1}.get(kind, 0)


def by_ends(edges):
    """{(source, target, kind): weight} of (source, target, kind, weight)."""
    table = {edge[:3]: float(edge[3]) for edge in edges}
    expect(len(table) == len(edges), "two edges of one kind have the same ends")
    return table


def same(what, got, want):
    expect(got.keys() == want.keys(), f"{what}: other edges: {sorted(got.keys() ^ want.keys())[:5]}")
    for key, weight in want.items():
        expect(close(got[key], weight), f"{what}: the weight of {key} is {got[key]}, not {weight}")


def read_csv(graphs):
    nodes = list(csv.DictReader(io.StringIO(graphs.export("nodes.csv", "--nodes").read_text("utf-8"), newline="")))
    edges = list(csv.DictReader(io.StringIO(graphs.export("edges.csv").read_text("utf-8"), newline="")))
    expect(edges, "there are no edges")
    for edge in edges:
        expect(float(edge["weight"]) >= 0, "csv: a weight is negative")
        expect(int(edge["sign"]) == as_sign(edge["kind"]), "csv: a sign is not that of its kind")
    names = {node["id"]: node["name"] for node in nodes}
    return names, by_ends([(e["source"], e["target"], e["kind"], e["weight"]) for e in edges])


def check_jsonl(graphs, names, want):
    lines = [json.loads(line) for line in graphs.export("graph.jsonl").read_text("utf-8").splitlines()]
    got = {line["id"]: line["name"] for line in lines if line["element"] == "node"}
    expect(got == names, "jsonl: other nodes")
    edges = [line for line in lines if line["element"] == "edge"]
    same("jsonl", by_ends([(e["source"], e["target"], e["kind"], e["weight"]) for e in edges]), want)


def check_graphml(graphs, dialect, names, want):
    path = graphs.export(f"{dialect}.graphml", "--format", dialect)
    validate(path, "graphml.rng")
    graph = networkx.read_graphml(path, force_multigraph=True)
    expect({node: data["name"] for node, data in graph.nodes(data=True)} == names, f"{dialect}: other nodes")
    edges = list(graph.edges(data=True))
    same(dialect, by_ends([(a, b, data["kind"], data["weight"]) for a, b, data in edges]), want)
    expect(all(data["sign"] == as_sign(data["kind"]) for _, _, data in edges), f"{dialect}: a sign is wrong")
    if dialect == "yed":
        expect(all(data["label"] == data["name"] for _, data in graph.nodes(data=True)), "yed: a label is wrong")


def check_pajek(graphs, names, want):
    graph = networkx.read_pajek(graphs.export("graph.net"))
    expect(graph.number_of_nodes() == len(names), "pajek: other nodes")
    edges = list(graph.edges(data=True))
    expect(all((data["weight"] < 0) == (data["l"] == "oppose") for _, _, data in edges), "pajek: a sign is wrong")
    got = sorted((data["l"], round(abs(data["weight"]), 9)) for _, _, data in edges)
    expect(got == sorted((kind, round(weight, 9)) for (_, _, kind), weight in want.items()), "pajek: other edges")


def check_dl(graphs, names, want):
    """UCINET's edge list, read by the letter of its description."""
    head, _, data = graphs.export("graph.dl").read_text("utf-8").partition("data:\n")
    lines = head.splitlines()
    words = lines[0].replace(",", " ").split()
    settings = dict(word.split("=") for word in words[1:])
    expect(words[0] == "dl" and settings["format"] == "edgelist1" and int(settings["n"]) == len(names), "dl: the header")
    labels = lines[lines.index("labels:") + 1:][:len(names)]
    expect(len(set(labels)) == len(names), "dl: labels are not told apart")
    kinds = lines[lines.index("matrix labels:") + 1:] if "nm" in settings else sorted({kind for _, _, kind in want})
    matrices = data.split("!\n")
    expect(len(matrices) == int(settings.get("nm", 1)) == len(kinds), "dl: the number of matrices")
    got = []
    for kind, matrix in zip(kinds, matrices):
        for line in matrix.splitlines():
            first, second, weight = line.split()
            expect(1 <= int(first) <= len(names) and 1 <= int(second) <= len(names), "dl: a vertex that there is not")
            expect(float(weight) >= 0, "dl: a weight is negative")
            got.append((kind, round(float(weight), 9)))
    expect(sorted(got) == sorted((kind, round(w, 9)) for (_, _, kind), w in want.items()), "dl: other edges")


def validate(path, schema):
    schema = ROOT / "tests/data/exporters" / schema
    done = subprocess.run(["xmllint", "--nonet", "--noout", "--relaxng", schema, path], capture_output=True, text=True,
                          timeout=SECONDS_A_COMMAND)
    expect(done.returncode == 0, f"{path.name}: {done.stderr[-2000:]}")


def check_gexf(graphs):
    validate(graphs.export("graph.gexf"), "gexf.rng")


def check(program, folder, options):
    graphs = Graphs(program, folder, options)
    names, edges = read_csv(graphs)
    check_jsonl(graphs, names, edges)
    for dialect in ("graphml", "yed", "visone"):
        check_graphml(graphs, dialect, names, edges)
    check_pajek(graphs, names, edges)
    check_dl(graphs, names, edges)
    check_gexf(graphs)
    print(f"{len(names)} nodes, {len(edges)} edges, the same in all formats: {' '.join(options) or 'everything'}")


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="claimgraph-readers-") as name:
        folder = pathlib.Path(name)
        command = [program, "build", "--quiet", "--store", "demo.db", ROOT / "examples/articles"]
        subprocess.run(command, cwd=folder, check=True, timeout=SECONDS_A_COMMAND, env=os.environ)
        for options in ([], ["--kind", "oppose"], ["--network", "subtract"], ["--network", "affiliation"]):
            check(program, folder, options)


ROOT = pathlib.Path(sys.argv[2]).resolve()
main()
