"""Tests of the configurations of runs; they need Python's standard library alone."""
import glob
import os
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..")]
from needs import needs

needs("tomllib")  # Python 3.11
import tomllib
import run

RUNS = sorted(glob.glob(os.path.join(HERE, "../runs/*.toml")))

SMALL = """
data = ["attribution/train.jsonl.gz"]
[encoder]
artifact = "org.example:encoder:1"
onnx = "encoder.onnx"
tokenizer = "tokenizer.json"
[train]
tokens = 512
"""
FIRST = '[[step]]\nname = "first"\ndo = "train"\nsteps = 10\n'
SECOND = '[[step]]\nname = "second"\ndo = "train"\nstart = "first"\ntokens = 256\ndev-acts = true\n'
EXPORT = '[[step]]\nname = "out"\ndo = "export"\nof = "first"\ncalibrate = true\n'


def planned(steps):
    return run.steps(tomllib.loads(SMALL + steps), "/b")


def commands(steps):
    return [" ".join(words) for step in planned(steps) for words in step.commands("E", "T")]


class Configurations(unittest.TestCase):
    def test_those_in_the_repository_hold(self):
        self.assertTrue(RUNS)
        for path in RUNS:
            with self.subTest(path), open(path, "rb") as f:
                config = tomllib.load(f)
                todo = run.steps(config, "/b")
                self.assertEqual(["export", "evaluate", "claims"], [s.do for s in todo[-3:]])
                for step in (s for s in todo if s.do == "train"):
                    shares = [float(part.partition(":")[2]) for part in step.row["shares"].split(",")]
                    self.assertAlmostEqual(1, sum(shares), places=6, msg=step.name)
                    if "labelled" in step.row:
                        self.assertTrue(os.path.exists(os.path.join(HERE, "..", step.row["labelled"])), step.name)
                    for file in step.row.get("silver", "").split(","):
                        self.assertIn(file, ["", *config["data"]], step.name)

    def test_a_step_becomes_a_command(self):
        self.assertEqual(
            ["train.py --encoder E --tokenizer T --out /b/first --tokens 512 --steps 10",
             "train.py --encoder E --tokenizer T --out /b/second --tokens 256 --start /b/first/last.pt --dev-acts",
             "mean.py /b/both/weights.pt /b/first/last.pt /b/second/last.pt",
             "tune.py /b/both/weights.pt T /b/tuned/weights.pt --choose 0,1,0"],
            commands(FIRST + SECOND + '[[step]]\nname = "both"\ndo = "mean"\nof = ["first", "second"]\n'
                     '[[step]]\nname = "tuned"\ndo = "tune"\nof = "both"\nchoose = "0,1,0"\n'))

    def test_an_export_is_fitted_on_itself(self):
        self.assertEqual(
            ["export.py /b/first/last.pt T /b/out",
             "evaluate.py /b/out T --calibrate",
             "export.py /b/first/last.pt T /b/out --calibration FITTED-A FITTED-B",
             "evaluate.py /b/out T"],
            commands(FIRST + EXPORT + '[[step]]\nname = "figures"\ndo = "evaluate"\nof = "out"\n')[1:])

    def test_what_is_wrong_is_told_before_anything_begins(self):
        for steps, told in (
            ("", "[[step]]"),
            (FIRST.replace("steps", "stesp"), "no option stesp"),
            (FIRST + "encoder = 'x'\n", "no option encoder"),
            (FIRST.replace('"train"', '"pray"'), "nothing like do = 'pray'"),
            (FIRST + FIRST, "a name of its own"),
            (SECOND, "no step before it is called first"),
            (SECOND + FIRST, "no step before it is called first"),
            (FIRST + SECOND.replace("start", "of"), "begins from `start`"),
            (FIRST + '[[step]]\nname = "m"\ndo = "mean"\nof = ["first"]\n', "two or more"),
            (FIRST + '[[step]]\nname = "t"\ndo = "tune"\n', "names one earlier step"),
            (FIRST + '[[step]]\nname = "f"\ndo = "evaluate"\nof = "first"\n', "nothing that it can take"),
            (FIRST + EXPORT + SECOND.replace('"first"', '"out"'), "nothing that it can take"),
        ):
            with self.subTest(told), self.assertRaises(run.BadRun) as caught:
                planned(steps)
            self.assertIn(told, str(caught.exception))

    def test_options_are_those_of_the_commands(self):
        self.assertIn("entity-sets", run.options("train"))
        self.assertIn("choose", run.options("tune"))
        self.assertNotIn("out", run.options("train"))
        self.assertEqual(set(), run.options("mean"))

    def test_files_that_a_run_lacks_are_named(self):
        before = dict(os.environ)
        self.addCleanup(lambda: (os.environ.clear(), os.environ.update(before)))
        for name in ("RASHOMON_DATA", "RASHOMON_SCORER"):
            os.environ.pop(name, None)
        config = tomllib.loads(SMALL)
        self.assertIn("RASHOMON_DATA", run.lacking(config)[0])
        with tempfile.TemporaryDirectory() as folder:
            scorer = os.path.join(folder, "score.py")
            os.environ.update(RASHOMON_DATA=folder, RASHOMON_SCORER=scorer)
            self.assertEqual([os.path.join(folder, "attribution/train.jsonl.gz"), scorer], run.lacking(config))
            os.mkdir(os.path.join(folder, "attribution"))
            for path in (scorer, os.path.join(folder, "attribution/train.jsonl.gz")):
                with open(path, "w", encoding="utf-8"):
                    pass
            self.assertEqual([], run.lacking(config))


if __name__ == "__main__":
    unittest.main()
