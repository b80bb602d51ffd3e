#!/usr/bin/env python3
"""page-facts.py PREDICTIONS [--sheet FILE] [--list HALF]   scores title, day and outlet of pages against bench/page-facts.tsv.

PREDICTIONS is what `predict extraction` prints for the pages of scrapinghub's article-extraction-benchmark (ids are the file names). A title
is right when its letters and digits are those of the printed headline; a day when it is the printed one; an outlet when it is one of the
accepted names. Missing and wrong are counted apart: what is given and not so is wrong. --list prints what is not right in one half.
Python 3.8+.
"""
import argparse, hashlib, json, os, sys

HERE = os.path.dirname(os.path.abspath(__file__))


def fold(text):
    return "".join(c for c in (text or "").lower() if c.isalnum())


def digest(text):
    return hashlib.sha256(fold(text).encode()).hexdigest()[:16]


def sheet(path):
    rows = {}
    for line in open(path, encoding="utf-8"):
        if line.startswith("#"):
            continue
        page, half, title, day, outlet = line.rstrip("\n").split("\t")
        may_lack = outlet.startswith("?")
        names = [name for name in outlet.lstrip("?").split(";") if name]
        rows[page] = {"half": half, "title": title, "day": day, "outlets": {fold(n) for n in names}, "mayLack": may_lack}
    return rows


def judge(gold, got):
    """right, missing or wrong for each fact; None where there is nothing to state and nothing was stated."""
    title = got.get("title")
    yield "title", "missing" if not title else "right" if digest(title) == gold["title"] else "wrong"
    day = got.get("published")
    if gold["day"]:
        yield "day", "missing" if not day else "right" if day == gold["day"] else "wrong"
    else:
        yield "day", "wrong" if day else None
    outlet = got.get("outlet")
    if outlet:
        yield "outlet", "right" if fold(outlet) in gold["outlets"] else "wrong"
    else:
        yield "outlet", None if gold["mayLack"] else "missing"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("predictions")
    options.add_argument("--sheet", default=os.path.join(HERE, "page-facts.tsv"))
    options.add_argument("--list", metavar="HALF", choices=["mended", "kept"])
    asked = options.parse_args()
    rows = sheet(asked.sheet)
    got = {}
    for line in open(asked.predictions, encoding="utf-8"):
        prediction = json.loads(line)
        got[prediction["id"][:16]] = prediction
    lacking = [page for page in rows if page not in got]
    if lacking:
        print(f"{len(lacking)} pages of the sheet have no prediction", file=sys.stderr)
    counts = {}
    for page, gold in rows.items():
        prediction = got.get(page, {})
        for fact, verdict in judge(gold, prediction):
            for half in (gold["half"], "all"):
                if verdict:
                    count = counts.setdefault((fact, half), {"right": 0, "missing": 0, "wrong": 0})
                    count[verdict] += 1
            if asked.list == gold["half"] and verdict in ("missing", "wrong"):
                value = prediction.get({"day": "published"}.get(fact, fact))
                wanted = gold["day"] if fact == "day" else sorted(gold["outlets"]) if fact == "outlet" else ""
                print(page, fact, verdict, value, wanted, sep="\t")
    print("fact\thalf\tright\tof\tshare\tmissing\twrong")
    for (fact, half), count in sorted(counts.items()):
        of = sum(count.values())
        print(fact, half, count["right"], of, f"{100 * count['right'] / of:.1f}%", count["missing"], count["wrong"], sep="\t")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
