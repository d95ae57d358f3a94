#!/usr/bin/env python3
"""tools/accuracy gives the scores that one counts by hand, on small files written for it."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "tools/accuracy"

# Prints given.conllu for `--from-conllu`, else raw.conllu, and keeps what it was given.
PROGRAM = """#!/bin/sh
cd "$(dirname "$0")"
case "$*" in *--from-conllu*) cat > given.stdin; cat given.conllu;; *) cat > raw.stdin; cat raw.conllu;; esac
"""


def conllu(*sentences):
    """CoNLL-U of sentences whose words are lines "ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL MISC"."""
    out = []
    for sentence in sentences:
        for line in sentence.strip().split("\n"):
            cells = line.split()
            out.append(line if line.startswith("#") else "\t".join([*cells[:8], "_", *cells[8:], *["_"] * (9 - len(cells))]))
        out.append("")
    return "\n".join(out) + "\n"


GOLD = conllu("""
# newdoc id = a
# text = Ana can't go.
1 Ana Ana PROPN NNP Number=Sing 4 nsubj:x
2-3 can't _ _ _ _ _ _
2 ca can AUX MD _ 4 aux
3 n't not PART RB _ 4 advmod
4 go go VERB VB VerbForm=Inf 0 root SpaceAfter=No
5 . . PUNCT . _ 4 punct
""", """
# newpar
# text = Go now
1 Go go VERB VB Mood=Imp|VerbForm=Fin 0 root
1.1 hidden _ _ _ _ _ _
2 now _ ADV RB _ 1 advmod
""")

PERFECT = {name: 100.0 for name in ("UPOS", "XPOS", "FEATS", "Lemma", "UAS", "LAS", "LAS-full")}


def scores(gold, given, raw, *options):
    """What the tool says in JSON, name to value, and what the program was given."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for file, text in {"gold.conllu": gold, "given.conllu": given, "raw.conllu": raw, "program": PROGRAM}.items():
            (folder / file).write_text(text, encoding="utf-8")
        (folder / "program").chmod(0o755)
        files = [folder / "gold.conllu"] if not options else []
        run = subprocess.run([sys.executable, TOOL, "--json", *options, folder / "program", *files],
                             capture_output=True, text=True, check=False)
        if run.returncode != 0:
            return run.stderr, None
        lines = [json.loads(line) for line in run.stdout.splitlines()]
        assert all(line["unit"] == "%" for line in lines)
        inputs = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.stdin")}
        return {line["name"]: line["value"] for line in lines}, inputs


class Accuracy(unittest.TestCase):
    def expect(self, found, column, wanted):
        of_column = {name.split("/")[2]: value for name, value in found.items() if f"/{column}/" in name}
        self.assertEqual(of_column, {name: round(value, 4) for name, value in wanted.items()})

    def test_perfect(self):
        found, inputs = scores(GOLD, GOLD, GOLD)
        self.expect(found, "given", PERFECT)
        self.expect(found, "raw", {"Tokens": 100, "Sentences": 100, "Words": 100, **PERFECT})
        self.assertEqual(json.loads(inputs["raw"]), {"id": "0", "text": "Ana can't go.\n\nGo now"})
        blanked = inputs["given"].split("\n")
        self.assertEqual(blanked[:2], ["# newdoc", "# text = Ana can't go."])
        self.assertEqual(blanked[3:5], ["2-3\tcan't" + "\t_" * 8, "2\tca" + "\t_" * 8])
        self.assertIn("4\tgo" + "\t_" * 7 + "\tSpaceAfter=No", blanked)
        self.assertNotIn("PROPN", inputs["given"])

    def test_wrong_columns(self):
        # One head of seven; a relation that is wrong only behind ":", another as a whole; the features in another
        # order; a lemma where the treebank has none.
        system = (GOLD.replace("3\tn't\tnot\tPART\tRB\t_\t4", "3\tn't\tnot\tPART\tRB\t_\t2").replace("nsubj:x", "nsubj:y")
                  .replace("4\taux", "4\tdep").replace("Mood=Imp|VerbForm=Fin", "VerbForm=Fin|Mood=Imp")
                  .replace("2\tnow\t_\tADV", "2\tnow\tnow\tNOUN"))
        found, _ = scores(GOLD, system, system)
        wanted = {**PERFECT, "UPOS": 600 / 7, "UAS": 600 / 7, "LAS": 500 / 7, "LAS-full": 400 / 7}
        self.expect(found, "given", wanted)
        self.expect(found, "raw", {"Tokens": 100, "Sentences": 100, "Words": 100, **wanted})

    def test_other_words(self):
        # "can't" left whole, and both sentences in one: 6 words against 7, of which Ana, go, ".", Go, now are the same.
        system = conllu("""
1 Ana Ana PROPN NNP Number=Sing 3 nsubj:x
2 can't can AUX MD _ 3 aux
3 go go VERB VB VerbForm=Inf 0 root
4 . . PUNCT . _ 3 punct
5 Go go VERB VB Mood=Imp|VerbForm=Fin 3 parataxis
6 now now ADV RB _ 5 advmod
""")
        found, _ = scores(GOLD, GOLD, system)
        five, four = 2 * 500 / 13, 2 * 400 / 13
        self.expect(found, "raw", {"Tokens": 100, "Sentences": 0, "Words": five, "UPOS": five, "XPOS": five,
                                   "FEATS": five, "Lemma": five, "UAS": four, "LAS": four, "LAS-full": four})

    def test_token_split_otherwise(self):
        # "can't" as "can" "'t": the token is another, but the word "go" behind it is the same.
        system = GOLD.replace("2-3\tcan't" + "\t_" * 8 + "\n", "").replace("2\tca\t", "2\tcan\t").replace("3\tn't\t", "3\t't\t")
        found, _ = scores(GOLD, GOLD, system)
        five = 2 * 500 / 14
        self.expect(found, "raw", {"Tokens": 2 * 500 / 13, "Sentences": 100, "Words": five,
                                   **{name: five for name in PERFECT}})

    def test_what_is_not_told_has_no_score(self):
        system = conllu("1 Ana _ PROPN _ _ _ _\n2 ca _ AUX _ _ _ _\n3 n't _ PART _ _ _ _\n4 go _ VERB _ _ _ _\n"
                        "5 . _ PUNCT _ _ _ _", "1 Go _ VERB _ _ _ _\n2 now _ ADV _ _ _ _")
        found, _ = scores(GOLD, system, system)
        self.expect(found, "given", {"UPOS": 100})

    def test_refusals(self):
        shorter = conllu("1 Ana Ana PROPN NNP _ 0 root")
        self.assertEqual(scores(GOLD, shorter, GOLD)[0], "error: the program did not keep the words that were given\n")
        self.assertEqual(scores(GOLD, GOLD, shorter)[0],
                         "error: the words of the program do not spell the text: wanted 'can'tgo.Gonow', found ''\n")
        self.assertIn("gold.conllu: error: no sentence in it\n", scores("", GOLD, GOLD)[0])
        self.assertIn("gold.conllu:1: error: the line has 3 columns, not 10\n", scores("1\ta\tb\n", GOLD, GOLD)[0])

    def test_names(self):
        bio = "Ana\tB-PER\nVela\tI-PER\nof\tO\nUN\tB-ORG\n\nRome\tB-LOC\nCup\tB-MISC\n\n"
        system = conllu("1 Ana _ _ _ _ _ _ Name=B-PER\n2 Vela _ _ _ _ _ _ Name=I-PER\n3 of _ _ _ _ _ _\n"
                        "4 UN _ _ _ _ _ _ Name=B-LOC", "1 Rome _ _ _ _ _ _ Name=I-LOC\n2 Cup _ _ _ _ _ _ Name=B-EVENT")
        with tempfile.TemporaryDirectory() as folder:
            names = pathlib.Path(folder) / "n.bio"
            names.write_text(bio, encoding="utf-8")
            found, _ = scores("", system, "", "--names", str(names))
        self.expect(found, "names-F1", {"PER": 100, "LOC": 200 / 3, "All": 200 / 3})
        self.expect(found, "names-precision", {"PER": 100, "LOC": 50, "All": 200 / 3})
        self.expect(found, "names-recall", {"PER": 100, "LOC": 100, "All": 200 / 3})


unittest.main()
