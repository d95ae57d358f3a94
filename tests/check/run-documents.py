#!/usr/bin/env python3
"""Runs the examples of documents and compares what they show with what the program does.

usage: run-documents.py PROGRAM ROOT DOCUMENT…

In a block of code, a line "$ COMMAND" is run and the lines below it, up to the next one, are what it prints to standard
output and then to standard error. A line that is "…" stands for any lines that follow. The commands of a document run
one after the other in one new folder with ROOT's examples and rules in it, and the store is demo.db.
'An example: `NAME` with the line "TEXT"' makes that file, and the block below holds its extraction record, as any JSON
that says the same.
CLAIMGRAPH_ACCEPT=1 in the environment rewrites the blocks of commands with what they do now.
"""

import difflib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SECONDS_A_COMMAND = 60
# What another run may change: seconds, and the bytes that a store takes.
VOLATILE = re.compile(r"(?<=, in )\d+\.\d(?= s$)|\b\d{6}(?= +\d$)")
NAMED_FILE = re.compile(r'An example: `([^`]+)` with the\s+line\s+"([^"]+)"')


def run(command, folder, environment):
    """The lines that `command` prints."""
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=SECONDS_A_COMMAND)
    return [line.rstrip("\r") for stream in (done.stdout, done.stderr)
            for line in stream.decode("utf-8", "backslashreplace").splitlines()]


def shortened(was, now):
    """`now` cut to as many lines as `was` shows before its "…", and `was` itself where they say the same."""
    if was and was[-1] == "…" and len(now) >= len(was):
        now = now[:len(was) - 1] + ["…"]
    return [a if VOLATILE.sub("N", a) == VOLATILE.sub("N", b) else b for a, b in zip(was, now)] + now[len(was):]


def replay_commands(lines, perform):
    """The lines of a document with what its commands print now."""
    now, i, in_block, commands = [], 0, False, 0
    while i < len(lines):
        now.append(lines[i])
        if lines[i].startswith("```"):
            in_block = not in_block
        i += 1
        if not in_block or not now[-1].startswith("$ "):
            continue
        commands += 1
        end = i
        while end < len(lines) and not lines[end].startswith(("$ ", "```")):
            end += 1
        was = lines[i:end]
        blank = [""] if was and was[-1] == "" else []  # sets off the next command
        now += shortened(was[:len(was) - len(blank)], perform(now[-1][2:])) + blank
        i = end
    return now, commands


def wrong_records(text, folder, perform):
    """Complaints about the records shown in `text`, and how many there are."""
    complaints, records = [], 0
    for named in NAMED_FILE.finditer(text):
        records += 1
        (folder / named[1]).write_text(named[2] + "\n", encoding="utf-8")
        shown = json.loads(re.search(r"```json\n(.*?)```", text[named.end():], re.DOTALL)[1])
        got = json.loads("\n".join(perform(f"claimgraph extract {named[1]}")))
        if shown != got:
            both = [json.dumps(record, indent=1, ensure_ascii=False).splitlines() for record in (shown, got)]
            complaints += difflib.unified_diff(*both, f"record of {named[1]} (shown)", "(got)", lineterm="")
    return complaints, records


def check(path, root, environment):
    """Complaints about one document."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    with tempfile.TemporaryDirectory(prefix="claimgraph-documents-") as name:
        folder = pathlib.Path(name)
        for shown in ("examples", "rules"):
            (folder / shown).symlink_to(root / shown)
        store = environment | {"CLAIMGRAPH_STORE": "demo.db"}
        perform = lambda command: run(command, folder, store)
        built = perform("claimgraph build --quiet examples/articles")  # prints nothing when all is well
        if built:
            raise SystemExit("\n".join(["the examples cannot be read:", *built]))
        if any(line.startswith("$ claimgraph build") for line in lines):
            shutil.rmtree(folder / "demo.db")
        now, commands = replay_commands(lines, perform)
        complaints, records = wrong_records(text, folder, perform)
    if commands + records == 0:
        return [f"{path}: no example in it"]
    if now != lines and os.environ.get("CLAIMGRAPH_ACCEPT") == "1":
        path.write_text("\n".join(now) + "\n", encoding="utf-8")
    elif now != lines:
        complaints += difflib.unified_diff(lines, now, f"{path} (wanted)", f"{path} (got)", lineterm="")
    return complaints


def main():
    program, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    environment = {"PATH": f"{program.parent}:{os.environ['PATH']}", "COLUMNS": "100", "LC_ALL": "C.UTF-8", "TERM": "dumb"}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
        if name in os.environ:
            environment[name] = os.environ[name]
    if len(sys.argv) < 4:
        raise SystemExit("no document to check")
    complaints = [line for name in sys.argv[3:] for line in check(pathlib.Path(name), root, environment)]
    print("\n".join(complaints + [f"{len(sys.argv) - 3} documents"]))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
