#!/usr/bin/env python3
"""ablation.py --work DIR [--polnear GOLD.jsonl --score SCORE.py] [--judged ARTICLES.jsonl] [--events ARTICLES.jsonl --claims CLAIMS.py]

What each proof of attribution, and each kind of what the rules add to the trained reader, is good for: the figures without it, as a table in
Markdown. The program reads once and predicts without each in turn. Run it in the root of the project; Python 3.8+, standard library only.

  --polnear  records of PolNeAR's dev part with their attributions, --score the scorer of the task: SCORE.py attribution GOLD PREDICTED
  --judged   the articles of docs/evaluation/speakers.tsv, whose verdicts count
  --events   the articles of events that two people annotated, --claims their scorer, which calls ./rashomon read in the folder it runs in
  --work     where predictions go; those that are there already are not made again
"""
import argparse, collections, csv, json, os, re, subprocess, sys, tempfile

SHEET = os.path.join("docs", "evaluation", "speakers.tsv")
# stands in for the program: hands over the tables that were made before
STAND_IN = '#!/bin/sh\nwhile [ "$1" != --out ]; do shift; done\nmkdir -p "$2" && cp "%s"/*.jsonl "$2"\n'


def predict(task, source, folder):
    if not os.path.exists(folder):
        with open(source) as records:
            done = subprocess.run(["./rashomon", "predict", task, "--each-without", folder], stdin=records)
        if done.returncode not in (0, 3):
            sys.exit("predict %s failed" % task)


def polnear(gold, predicted, score):
    out = json.loads(subprocess.check_output([sys.executable, score, "attribution", gold, predicted], text=True))
    who = out["who_said_what@.5"]
    return {"who said what": who["F1"], "P": who["P"], "R": who["R"], "cue": out["span_exact"]["cue"]["F1"],
            "source": out["span_exact"]["source"]["F1"], "content": out["span_exact"]["content"]["F1"]}


def judged(folder):
    """How the claims that people judged are given now: with the speaker judged right, judged wrong, or not at all."""
    made = collections.defaultdict(list)
    with open(os.path.join(folder, "claims.jsonl")) as lines:
        for claim in map(json.loads, lines):
            made[claim["article"], (claim["cue"] or claim["content"])[0][0]].append(claim)
    count = collections.Counter()
    with open(SHEET, newline="") as sheet:
        for row in csv.DictReader(sheet, delimiter="\t", quoting=csv.QUOTE_NONE):
            claims = made.get((row["article"], int(row["cue"])))
            names = [c["speaker"]["name"] for c in claims or [] if c["speaker"]]
            verdict = row["verdict"]
            if verdict == "right":
                count["right" if row["speaker"] in names else "other" if names else "lost"] += 1
            elif verdict == "wrong" and row["speaker"] in names:
                count["wrong"] += 1
            elif names and verdict in ("wrong", "missed"):
                count["right" if row["right"] in names else "other"] += 1
    return {"right": count["right"], "wrong": count["wrong"], "other": count["other"]}


def events(folder, claims):
    with tempfile.TemporaryDirectory() as place:
        program = os.path.join(place, "rashomon")
        with open(program, "w") as script:
            script.write(STAND_IN % os.path.abspath(folder))
        os.chmod(program, 0o755)
        done = subprocess.run([sys.executable, os.path.abspath(claims)], cwd=place, capture_output=True, text=True)
    said = done.stdout
    figure = lambda pattern: float(re.search(pattern, said).group(1)) if re.search(pattern, said) else None
    return {"recall": figure(r"recall ([\d.]+)%"), "precision": figure(r"precision ([\d.]+)%"),
            "speakers right": figure(r"speakers right ([\d.]+)%"), "speakers wrong": figure(r"wrong ([\d.]+)%"),
            "act": figure(r"act ([\d.]+)%")}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("work", "polnear", "score", "judged", "events", "claims"):
        parser.add_argument("--" + name, required=name == "work")
    given = parser.parse_args()
    os.makedirs(given.work, exist_ok=True)
    within = lambda *path: os.path.join(given.work, *path)
    columns = []
    if given.polnear:
        predict("attribution", given.polnear, within("polnear"))
        columns.append(lambda name: polnear(given.polnear, within("polnear", name + ".jsonl"), given.score))
    if given.judged:
        predict("dossier", given.judged, within("judged"))
        columns.append(lambda name: judged(within("judged", name)))
    if given.events:
        predict("dossier", given.events, within("events"))
        columns.append(lambda name: events(within("events", name), given.claims))
    if not columns:
        parser.error("nothing to measure on: give --polnear, --judged or --events")
    names = None
    for folder in ("polnear", "judged", "events"):
        if os.path.isdir(within(folder)):
            names = names or sorted(os.path.splitext(f)[0] if folder == "polnear" else f for f in os.listdir(within(folder)))
    names.remove("base")
    base = None
    for name in ["base", *names]:
        row = {}
        for column in columns:
            row.update(column(name))
        if base is None:
            base = row
            print("| without |", " | ".join(row), "|\n|---|" + "---|" * len(row))
            print("| nothing |", " | ".join(str(v) for v in row.values()), "|")
        else:
            shown = ["" if v == base[k] else "%s (%+.1f)" % (v, v - base[k]) for k, v in row.items()]
            print("| %s |" % name, " | ".join(shown), "|")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
