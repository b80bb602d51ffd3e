#!/usr/bin/env python3
"""fit.py OUT --judged DUMP SPEAKERS [--chains DUMP CHAINS ...] [--leave ARTICLES] [--threshold FORM=SHARE ...] : weights of whom a source means.

DUMP is what CandidatesDump (tests of the engine) writes for some articles: everybody who was weighed, with the signals. SPEAKERS is
docs/evaluation/speakers.tsv, in which people told who speaks. CHAINS are coreference chains of articles, {id, text, chains: [[[start, end], ...]]}
in code points. ARTICLES are JSON Lines with ids that teach nothing, so that they can measure. Prints what each form is worth on articles that
it was not fitted on (ten folds by article), at each threshold, and writes OUT, the table that the engine reads. Needs numpy and scipy.
"""
import argparse, collections, csv, hashlib, json, re
import numpy as np
from scipy.optimize import minimize

FORMS = {"person": "he, she", "body": "it", "definite": "the group, the general", "indefinite": "a monitoring group, one resident",
         "document": "the statement", "none": "no source"}
RARE = 3  # signals seen with fewer candidates are left out
FOLDS = 10
SMALL = {"the", "of", "for", "and", "government", "a", "an"}


def words(name):
    return [w for w in re.sub(r"[^\w ]", " ", re.sub(r"['\u2019]s?\b", "", name.lower())).split() if w not in SMALL]


def same(told, name, aliases):
    """Whether two names are of one: the same words, or those of a part of the other with its last one."""
    for one in told.split(";"):
        a = words(one)
        for other in [name, *aliases]:
            b = words(other)
            if a and b and (a == b or (a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a)))):
                return True
    return False


def questions(path):
    """The candidates of each question, in order of the dump."""
    asked = collections.OrderedDict()
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        key = (row["article"], row["form"], json.dumps(row["source"]), json.dumps(row["cue"]), json.dumps(row["content"]))
        asked.setdefault(key, []).append(row)
    return list(asked.values())


def judged(path, table, leave):
    """Questions with, for each candidate and nobody (last), whether it may be the answer."""
    told = collections.defaultdict(list)
    for row in csv.DictReader(open(table, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["verdict"] != "verdict" and row["article"] not in leave:
            told[row["article"]].append(row)
    for rows in questions(path):
        at = [s for s, _ in rows[0]["cue"]]
        row = next((r for r in told[rows[0]["article"]] if any(abs(int(r["cue"]) - s) <= 3 for s in at)), None)
        if row is None or row["verdict"] == "no-claim":
            continue
        name = row["right"] or (row["speaker"] if row["verdict"] == "right" else "")
        if row["verdict"] == "left":
            yield rows, [not r["known"] for r in rows] + [True]
        elif name:
            gold = [r["known"] and same(name, r["candidate"], r["aliases"]) for r in rows]
            yield rows, gold + [not any(gold)]
        elif row["verdict"] == "wrong":
            yield rows, [not same(row["speaker"], r["candidate"], r["aliases"]) and not r["known"] for r in rows] + [True]


def chained(path, table):
    """The same by chains: the source's words begin where a mention of a chain does, which elsewhere bears the candidate's name."""
    texts = {}
    for line in open(table, encoding="utf-8"):
        row = json.loads(line)
        texts[row["id"]] = row
    for rows in questions(path):
        doc = texts.get(rows[0]["article"])
        if doc is None or not rows[0]["source"]:
            continue
        start, end = rows[0]["source"][0][0], rows[0]["source"][-1][1]
        chain = next((c for c in doc["chains"] if [start, end] in c), None)
        if chain is None:
            continue
        names = [doc["text"][s:e] for s, e in chain if s != start]
        gold = [r["known"] and any(same(n, r["candidate"], r["aliases"]) for n in names) for r in rows]
        yield rows, gold + [not any(gold)]


def fit(data, names, l2):
    index = {n: i for i, n in enumerate(names)}
    X = [np.array([[r["signals"].get(n, 0.0) for n in names] + [1.0] for r in rows]) for rows, _ in data]
    G = [np.array(gold) for _, gold in data]

    def loss(w):
        total, grad = l2 / 2 * float(w[:-1] @ w[:-1]), l2 * np.append(w[:-1], 0)
        for x, g in zip(X, G):
            s = np.append(x @ w, 0.0)
            s -= s.max()
            p = np.exp(s)
            p /= p.sum()
            q = p * g
            mass = q.sum() + 1e-12
            total -= np.log(mass)
            grad += x.T @ (p - q / mass)[:-1]
        return total, grad

    return minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def shares(rows, names, w):
    s = np.append(np.array([[r["signals"].get(n, 0.0) for n in names] + [1.0] for r in rows]) @ w, 0.0)
    p = np.exp(s - s.max())
    return p / p.sum()


def signals(data, without):
    seen = collections.Counter(n for rows, _ in data for r in rows for n in r["signals"])
    return sorted(n for n, k in seen.items() if k >= RARE and n not in without)


def fold(article):
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % FOLDS


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("out")
    p.add_argument("--judged", nargs=2, required=True)
    p.add_argument("--chains", nargs=2, action="append", default=[])
    p.add_argument("--leave", action="append", default=[])
    p.add_argument("--threshold", action="append", default=[])
    p.add_argument("--without", default="", help="signals that are not weighed, parted by commas")
    p.add_argument("--l2", type=float, default=1.0)
    p.add_argument("-v", action="store_true")
    a = p.parse_args()
    leave = {json.loads(line)["id"] for path in a.leave for line in open(path, encoding="utf-8")}
    data = [(*d, True) for d in judged(*a.judged, leave)] + [(*d, False) for c in a.chains for d in chained(*c)]
    thresholds = dict(t.split("=") for t in a.threshold)
    table = []
    for form in FORMS:
        own = [(r, g) for r, g, _ in data if r[0]["form"] == form.upper()]
        core = [(r, g) for r, g, j in data if r[0]["form"] == form.upper() and j]
        names = signals(own, set(a.without.split(",")))
        # what it is worth on articles that taught nothing
        got = []
        for k in range(FOLDS):
            w = fit([d for d in own if fold(d[0][0]["article"]) != k], names, a.l2)
            for rows, gold in core:
                if fold(rows[0]["article"]) == k:
                    s = shares(rows, names, w)
                    best = int(s[:-1].argmax())
                    got.append((float(s[best]), bool(gold[best]), bool(rows[best]["known"]), rows, gold, best))
        ruled = [(any(g and r["signals"].get("ruled") for r, g in zip(rows, gold)), rows[0]["ruledKnown"]) for rows, gold in core]
        told = sum(any(g and r["known"] for r, g in zip(rows, gold)) for rows, gold in core)
        print(f"{form}: {len(own)} questions ({len(core)} judged, {told} with a known answer); rules give {sum(k for _, k in ruled)}, right {sum(r for r, k in ruled if k)}")
        for t in (.3, .4, .5, .6, .7, .8, .9):
            given = [g for g in got if g[0] >= t and g[2]]
            print(f"   from {t}: gives {len(given)}, right {sum(g[1] for g in given)}, wrong {sum(not g[1] for g in given)}")
        if a.v:
            for s, ok, known, rows, gold, best in got:
                if known and s >= float(thresholds.get(form, .6)) and not ok:
                    print("     WRONG %.2f" % s, rows[0]["article"], repr(rows[0]["words"][:60]), rows[0]["cue"][0][0], rows[best]["candidate"], "ruled", rows[0]["ruled"], "|", [r["candidate"] for r, g in zip(rows, gold) if g], rows[best]["signals"])
        w = fit(own, names, a.l2)
        table.append((form, "bias", w[-1]))
        table.append((form, "threshold", float(thresholds.get(form, .6))))
        table += [(form, n, x) for n, x in zip(names, w) if abs(x) >= 0.005]
    with open(a.out, "w", encoding="utf-8") as out:
        print("# Weights of whom a source without a name means (a choice among all who may be meant and nobody), made by", file=out)
        print("# training/speakers/fit.py; on what, says training/speakers/README.md. Columns, parted by tabs: model, signal, weight. Models:", file=out)
        for form, what in FORMS.items():
            print(f"#   {form:<11}{what}", file=out)
        print("# Somebody is meant whose share is the threshold at least. Signals: CandidateSignals.", file=out)
        for model, signal, weight in table:
            print(f"{model}\t{signal}\t{round(weight, 3):g}", file=out)


if __name__ == "__main__":
    main()
