"""run.py CONFIG --out FOLDER   from nothing to weights: fetches the encoder, then does the steps of a run's configuration in order.

    python run.py runs/minilm-6-layers.toml --out build/minilm-6-layers [--plan]

CONFIG is a TOML file: `data`, the files that must lie below the data folder; `[encoder]`, the Maven artifact that holds the pre-trained
encoder and its file names; `[train]`, options of every training step; then `[[step]]`s. A step has a `name`, what to `do`, for all but
training of which earlier step (`of`), and options of that command as `train.py --help` and its neighbours list them. A value that
names an earlier step as `start` stands for its checkpoint. A step leaves FOLDER/NAME; one that is done is not done again, and training
that was interrupted goes on where it last saved its state.

`export` with `calibrate` fits the confidence on the exported file and exports it again with the fit. `evaluate` prints the figures and keeps
them. `claims` teaches the head that reads claims on the states of an export, and writes the export with it. --plan prints the commands and does nothing; it needs Python's standard library alone.
"""
import argparse
import ast
import json
import os
import shlex
import subprocess
import sys
import tomllib
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
COMMANDS = ("train", "tune", "mean", "export", "claims", "evaluate")
# what a command's file is called where it is not called like the step
FILES = {"claims": "train_claims"}
FITTED = ["FITTED-A", "FITTED-B"]
# options that the run itself gives
GIVEN = {"encoder", "tokenizer", "out", "data", "scorer", "calibration"}


class BadRun(Exception):
    """What is wrong with a configuration or with what it needs."""


def options(command):
    """Option names that the command's own file declares, read from its source: without torch, nothing of it can be imported."""
    with open(os.path.join(HERE, FILES.get(command, command) + ".py"), encoding="utf-8") as f:
        tree = ast.parse(f.read())
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "attr", "") == "add_argument"]
    return {c.args[0].value[2:] for c in calls if c.args[0].value.startswith("--")} - GIVEN


def written(name, value):
    """An option as the command line has it."""
    if value is True:
        return ["--" + name]
    return ["--" + name, *map(str, value if isinstance(value, list) else [value])]


class Step:
    def __init__(self, config, row, earlier, out):
        self.row, self.out = dict(row), out
        self.name, self.do = self.row.pop("name", None), self.row.pop("do", None)
        if not self.name or self.name in earlier:
            raise BadRun(f"a step needs a name of its own: {row}")
        if self.do not in COMMANDS:
            raise BadRun(f"step {self.name}: there is nothing like do = {self.do!r}; there are {', '.join(COMMANDS)}")
        of = self.row.pop("of", [])
        self.of = [of] if isinstance(of, str) else of
        if self.do == "train" and self.of:
            raise BadRun(f"step {self.name}: training begins from `start`, not `of`")
        if self.do != "train" and (len(self.of) < 2 if self.do == "mean" else len(self.of) != 1):
            raise BadRun(f"step {self.name}: `of` names one earlier step, for a mean two or more")
        for other in self.of + [self.row[k] for k in ("start",) if k in self.row]:
            if other not in earlier:
                raise BadRun(f"step {self.name}: no step before it is called {other}")
            exported = earlier[other].do in ("export", "claims")
            if earlier[other].do == "evaluate" or exported != (self.do in ("claims", "evaluate")):
                raise BadRun(f"step {self.name}: {other} gives nothing that it can take")
        self.calibrated = bool(self.row.pop("calibrate", False)) if self.do == "export" else False
        unknown = set(self.row) - options(self.do)
        if unknown:
            raise BadRun(f"step {self.name}: {self.do}.py has no option {', '.join(sorted(unknown))}")
        if self.do == "train":
            self.row = {**config.get("train", {}), **self.row}
        self.earlier = earlier

    @property
    def folder(self):
        return os.path.join(self.out, self.name)

    @property
    def result(self):
        """What later steps take; it is there once the step is done."""
        return self.folder if self.do in ("export", "claims", "evaluate") else os.path.join(self.folder, "last.pt" if self.do == "train" else "weights.pt")

    @property
    def done(self):
        return os.path.exists(os.path.join(self.folder, "done"))

    def commands(self, encoder, tokenizer):
        """Command lines in order, without the interpreter."""
        of = [self.earlier[n].result for n in self.of]
        chosen = {k: self.earlier[v].result if k == "start" else v for k, v in self.row.items()}
        given = [word for k, v in chosen.items() for word in written(k, v)]
        if self.do == "train":
            return [["train.py", "--encoder", encoder, "--tokenizer", tokenizer, "--out", self.folder, *given]]
        if self.do == "mean":
            return [["mean.py", self.result, *of, *given]]
        if self.do == "claims":
            return [["train_claims.py", of[0], self.folder, *given]]
        if self.do == "evaluate":
            return [["evaluate.py", of[0], tokenizer, *given]]
        made = [self.do + ".py", of[0], tokenizer, self.folder if self.do == "export" else self.result, *given]
        if not self.calibrated:
            return [made]
        return [made, ["evaluate.py", self.folder, tokenizer, "--calibrate"], made + ["--calibration", *FITTED]]


def steps(config, out):
    """The steps of a configuration, looked over before anything is begun."""
    unknown = set(config) - {"data", "encoder", "train", "step"}
    if unknown or not config.get("step") or set(config.get("encoder", {})) != {"artifact", "onnx", "tokenizer"}:
        raise BadRun(f"a run has data, [encoder] with artifact, onnx and tokenizer, [train] and [[step]]s; unknown: {sorted(unknown)}")
    unknown = set(config.get("train", {})) - options("train")
    if unknown:
        raise BadRun(f"[train]: train.py has no option {', '.join(sorted(unknown))}")
    earlier = {}
    for row in config["step"]:
        step = Step(config, row, dict(earlier), out)
        earlier[step.name] = step
    return list(earlier.values())


def fetch(encoder, folder):
    """The encoder's files from Maven's registry."""
    if all(os.path.exists(os.path.join(folder, encoder[k])) for k in ("onnx", "tokenizer")):
        return
    os.makedirs(folder, exist_ok=True)
    subprocess.run(["mvn", "-B", "-q", "dependency:copy", "-Dartifact=" + encoder["artifact"], "-DoutputDirectory=" + os.path.abspath(folder)],
                   check=True)
    for jar in (n for n in sorted(os.listdir(folder)) if n.endswith(".jar")):
        with zipfile.ZipFile(os.path.join(folder, jar)) as z:
            for name in (n for n in z.namelist() if os.path.basename(n) in (encoder["onnx"], encoder["tokenizer"])):
                with open(os.path.join(folder, os.path.basename(name)), "wb") as f:
                    f.write(z.read(name))


def lacking(config):
    """What a run needs and does not find."""
    data, scorer = (os.environ.get(n) for n in ("RASHOMON_DATA", "RASHOMON_SCORER"))
    if not data or not scorer:
        return ["the variables RASHOMON_DATA (the folder of the data sets) and RASHOMON_SCORER (the benchmarks' score.py)"]
    return [p for p in [os.path.join(data, n) for n in config.get("data", [])] + [scorer] if not os.path.exists(p)]


def called(words, keep=False):
    print("+ " + shlex.join(words), flush=True)
    return subprocess.run([sys.executable, *words], cwd=HERE, check=True, text=True, stdout=subprocess.PIPE if keep else None).stdout


def carry_out(step, encoder, tokenizer):
    os.makedirs(step.folder, exist_ok=True)
    fit = FITTED
    for words in step.commands(encoder, tokenizer):
        keep = words[0] == "evaluate.py"
        said = called([fit[FITTED.index(w)] if w in FITTED else w for w in words], keep)
        if keep:
            print(said, end="", flush=True)
            with open(os.path.join(step.folder, "figures.jsonl"), "w", encoding="utf-8") as f:
                f.write(said)
        if "--calibrate" in words:
            fitted = json.loads(said.splitlines()[-1])
            fit = [str(fitted["a"]), str(fitted["b"])]
    with open(os.path.join(step.folder, "done"), "w", encoding="utf-8"):
        pass


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("config")
    p.add_argument("--out", required=True)
    p.add_argument("--plan", action="store_true")
    a = p.parse_args()
    try:
        with open(a.config, "rb") as f:
            config = tomllib.load(f)
        todo = steps(config, os.path.abspath(a.out))
        base = os.path.join(os.path.abspath(a.out), "encoder")
        encoder, tokenizer = (os.path.join(base, config["encoder"][k]) for k in ("onnx", "tokenizer"))
        if a.plan:
            for step in todo:
                for words in step.commands(encoder, tokenizer):
                    print(shlex.join(words))
            return
        missing = lacking(config)
        if missing:
            raise BadRun("not found: " + ", ".join(missing))
        fetch(config["encoder"], base)
        called(["check_encoder.py", encoder, tokenizer])
        for step in todo:
            if not step.done:
                print(f"== {step.name}", flush=True)
                carry_out(step, encoder, tokenizer)
        last = [s for s in todo if s.do == "claims"] or [s for s in todo if s.do == "export"]
        print("the weights lie in " + ", ".join(s.folder for s in last))
    except (BadRun, OSError, tomllib.TOMLDecodeError) as e:
        sys.exit(f"run.py: {a.config}: {e}")
    except subprocess.CalledProcessError as e:
        sys.exit(f"run.py: {shlex.join(map(str, e.cmd))} ended with {e.returncode}")


if __name__ == "__main__":
    main()
