#!/usr/bin/env python3
"""Runs the commands of *.test files and compares what they print and how they exit.

usage: run.py PROGRAM [FOLDER]

A test file holds, in this order for each command:
  $ COMMAND     a line for the shell; PROGRAM's folder is first on PATH
  > LINE        what it writes to standard output, a line each
  ! LINE        what it writes to standard error
  ? STATUS      its exit status; left out when it is 0
Other lines are comments. The commands of a file run one after the other in one new, empty folder, so that the first
can build a store that the next ones ask. $DATA is the folder tests/data, $ROOT the source tree.
CLAIMGRAPH_ACCEPT=1 in the environment rewrites the files with what the commands do now.
"""

import difflib
import os
import pathlib
import subprocess
import sys
import tempfile

SECONDS_A_COMMAND = 60


def run(command, folder, environment):
    """The lines that `command` gives in the form of a test file."""
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=SECONDS_A_COMMAND)
    lines = []
    for mark, stream in (("> ", done.stdout), ("! ", done.stderr)):
        text = stream.decode("utf-8", "backslashreplace").replace(str(folder), "$TMP")
        for line in text.split("\n")[:-1]:
            lines.append((mark + line).rstrip(" ").replace("\r", "\\r"))
        if text and not text.endswith("\n"):
            lines.append(mark + text.rsplit("\n", 1)[-1] + "\\")
    if done.returncode != 0:
        lines.append(f"? {done.returncode}")
    return lines


def replay(path, environment):
    """The lines of a test file with what its commands do now."""
    now, commands = [], 0
    with tempfile.TemporaryDirectory(prefix="claimgraph-cli-") as folder:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line[:2] in ("> ", "! ", "? ") or line in (">", "!"):
                continue
            now.append(line)
            if line.startswith("$ "):
                commands += 1
                now += run(line[2:], pathlib.Path(folder), environment)
    if commands == 0:
        raise SystemExit(f"{path}: no command in it")
    return now


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else __file__).resolve()
    folder = folder if folder.is_dir() else folder.parent
    environment = {"PATH": f"{program.parent}:{os.environ['PATH']}", "COLUMNS": "80", "LC_ALL": "C.UTF-8", "TERM": "dumb",
                   "DATA": str(folder.parent / "data"), "ROOT": str(folder.parent.parent)}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
        if name in os.environ:
            environment[name] = os.environ[name]
    paths = sorted(folder.glob("*.test"))
    if not paths:
        raise SystemExit(f"no *.test in {folder}")
    failed = 0
    for path in paths:
        was, now = path.read_text(encoding="utf-8").splitlines(), replay(path, environment)
        if was == now:
            continue
        if os.environ.get("CLAIMGRAPH_ACCEPT") == "1":
            path.write_text("\n".join(now) + "\n", encoding="utf-8")
            continue
        failed += 1
        print("\n".join(difflib.unified_diff(was, now, f"{path} (wanted)", f"{path} (got)", lineterm="")))
    print(f"{len(paths) - failed} of {len(paths)} files as wanted")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
