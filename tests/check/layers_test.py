#!/usr/bin/env python3
"""tools/check-layers finds what it is there to find, on small trees written for it."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "tools/check-layers"

TABLES = """
## Layers
| rank | module | is | may use |
|---|---|---|---|
| 0 | base | values | |
| 1 | store | RocksDB | base |
| 1 | graph | Boost | base |
| 2 | cli | main | all |

## Packages
| headers | module |
|---|---|
| `rocksdb/` | store |
"""


def findings(files, tables=TABLES):
    """What check-layers prints of a tree of `files`, and that its status agrees."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in {"doc/ARCHITECTURE.md": tables, "src/base/a.cc": "", **files}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        run = subprocess.run([sys.executable, TOOL, "--root", root], capture_output=True, text=True, check=False)
        assert run.returncode == (1 if run.stdout else 0), run
        return run.stdout


class Layers(unittest.TestCase):
    def test_what_may_be_included(self):
        allowed = {
            "src/store/a.cc": '#include "claimgraph/base/error.h"\n#include <rocksdb/db.h>\n#include "store/key.h"\n',
            "src/graph/a.cc": "// #include <rocksdb/db.h>\n",
            "src/cli/a.cc": '#include "claimgraph/store/store.h"\n#include "claimgraph/graph/view.h"\n#include <vector>\n',
            "tests/unit/graph/a.cc": '#include "support/golden.h"\n#include <rocksdb/db.h>\n',
        }
        self.assertEqual(findings(allowed), "")

    def test_what_may_not(self):
        cases = [
            ("src/base/b.cc", '\n#include "claimgraph/store/store.h"\n', "2: error: module 'base' may not use 'store'"),
            ("include/claimgraph/graph/b.h", '#include "claimgraph/store/store.h"\n',
             "1: error: module 'graph' may not use 'store'"),
            ("tests/unit/graph/b.cc", '#include "claimgraph/cli/x.h"\n', "1: error: module 'graph' may not use 'cli'"),
            ("src/graph/b.cc", "#include <rocksdb/db.h>\n", "1: error: <rocksdb/db.h> is for store only"),
            ("include/claimgraph/store/b.h", "#  include <rocksdb/db.h>\n",
             "1: error: <rocksdb/db.h> in a public header"),
            ("src/cli/b.cc", '#include "store/key.h"\n', "1: error: \"store/key.h\" is private to module 'store'"),
            ("include/claimgraph/store/b.h", '#include "store/key.h"\n',
             "1: error: \"store/key.h\" is private to module 'store'"),
            ("src/graph/b.cc", '#include "claimgraph/grpah/view.h"\n', "1: error: 'grpah' is no module"),
        ]
        for path, text, want in cases:
            with self.subTest(path=path, text=text):
                self.assertEqual(findings({path: text}), f"{path}:{want}\n")

    def test_faults_of_the_tables(self):
        upward = TABLES.replace("| 0 | base | values | |", "| 0 | base | values | store |")
        self.assertEqual(findings({}, upward),
                         "doc/ARCHITECTURE.md: error: module 'base' of rank 0 may use 'store' of rank 1\n")
        self.assertEqual(findings({"src/extra/a.cc": ""}),
                         "src/extra: error: the module is missing in doc/ARCHITECTURE.md\n")


unittest.main()
