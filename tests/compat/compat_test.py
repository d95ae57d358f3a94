#!/usr/bin/env python3
"""Opens the store of every format version that there was.

usage: compat_test.py PROGRAM FOLDER

FOLDER holds a store a version, v1, v2 and so on. The latest must verify and dump exactly FOLDER/dump.jsonl, be written
to and verify again; the others must be refused by their version, and left as they are.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile


def run(program, *arguments):
    return subprocess.run([program, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True)


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def check_latest(program, store, dump):
    yield run(program, "store", "verify", "--store", store).returncode == 0, "verifies"
    yield run(program, "store", "dump", "--store", store).stdout == dump, "dumps what it held"
    yield run(program, "store", "remove", "--store", store, "a1").returncode == 0, "can be written to"
    yield run(program, "store", "verify", "--store", store).returncode == 0, "verifies after that"


def check_older(program, store, version):
    before = bytes_of(store)
    for arguments in (["stats", "--store", store], ["remove", "--store", store, "a1"]):
        done = run(program, "store", *arguments)
        said = f"has format version {version}, but this claimgraph reads version".encode()
        yield done.returncode == 1 and said in done.stderr, f"is refused by {arguments[0]}"
    yield bytes_of(store) == before, "is left as it is"


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    versions = sorted(int(path.name[1:]) for path in folder.glob("v*"))
    if versions != list(range(1, len(versions) + 1)) or not versions:
        sys.exit(f"compat_test: stores of versions {versions} in {folder}")
    failed = 0
    with tempfile.TemporaryDirectory(prefix="compat-") as name:
        for version in versions:
            # A copy, because RocksDB writes to what it opens.
            store = pathlib.Path(name) / f"v{version}"
            shutil.copytree(folder / store.name, store)
            checks = (check_latest(program, store, (folder / "dump.jsonl").read_bytes()) if version == versions[-1] else
                      check_older(program, store, version))
            for passed, what in checks:
                failed += not passed
                print(f"{'ok' if passed else 'FAILED'}: version {version} {what}")
    return 1 if failed else 0


sys.exit(main())
