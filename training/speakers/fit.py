#!/usr/bin/env python3
"""fit.py OUT --judged DUMP SPEAKERS [--leave ARTICLES] [--threshold SHARE] : weights of whom he and she mean.

DUMP is what CandidatesDump (tests of the engine) writes for some articles: everybody who was weighed, with the signals. SPEAKERS is
docs/evaluation/speakers.tsv, in which people told who speaks. ARTICLES are JSON Lines
with ids that teach nothing, so that they can measure. Prints what the choice is worth on articles that it was not fitted on (ten folds by
article), at each threshold, and writes OUT, the table that the engine reads. Needs numpy and scipy.
"""
import argparse, collections, csv, hashlib, json, re
import numpy as np
from scipy.optimize import minimize

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
        asked.setdefault(row["claim"], []).append(row)
    return list(asked.values())


def judged(path, table, leave):
    """Questions with, for each candidate and nobody (last), whether it may be the answer."""
    told = {}
    for row in csv.DictReader(open(table, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["verdict"] != "verdict" and row["article"] not in leave:
            told[row["claim"]] = row
    for rows in questions(path):
        row = told.get(rows[0]["claim"])
        if row is None or row["verdict"] == "no-claim":
            continue
        name = row["right"] or (row["speaker"] if row["verdict"] == "right" else "")
        if row["verdict"] == "left":
            yield rows, [not r["known"] for r in rows] + [True]
        elif name:
            gold = [r["known"] and same(name, r["candidate"], r["aliases"]) for r in rows]
            yield rows, gold + [not any(gold)]
        elif row["verdict"] == "wrong":
            yield rows, [not r["known"] for r in rows] + [True]


def fit(data, names, l2):
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


def signals(data):
    seen = collections.Counter(n for rows, _ in data for r in rows for n in r["signals"])
    return sorted(n for n, k in seen.items() if k >= RARE)


def fold(article):
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % FOLDS


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("out")
    p.add_argument("--judged", nargs=2, required=True)
    p.add_argument("--leave", action="append", default=[])
    p.add_argument("--threshold", type=float, default=0.7)
    p.add_argument("--unread", type=float, default=0.8, help="the threshold where the trained reader has not read the article")
    p.add_argument("--l2", type=float, default=1.0)
    p.add_argument("-v", action="store_true", help="show who was chosen and is wrong")
    a = p.parse_args()
    leave = {json.loads(line)["id"] for path in a.leave for line in open(path, encoding="utf-8")}
    data = list(judged(*a.judged, leave))
    names = signals(data)
    # what it is worth on articles that taught nothing
    got = []
    for k in range(FOLDS):
        w = fit([d for d in data if fold(d[0][0]["article"]) != k], names, a.l2)
        for rows, gold in data:
            if fold(rows[0]["article"]) == k:
                s = shares(rows, names, w)
                best = int(s[:-1].argmax())
                got.append((float(s[best]), bool(gold[best]), rows[best], [r["candidate"] for r, g in zip(rows, gold) if g]))
    print(len(data), "pronouns")
    for t in (.3, .4, .5, .6, .7, .8, .9):
        given = [g for g in got if g[0] >= t and g[2]["known"]]
        print(f"   from {t}: gives {len(given)}, right {sum(g[1] for g in given)}, wrong {sum(not g[1] for g in given)}")
    for s, right, row, gold in got:
        if a.v and row["known"] and s >= a.threshold and not right:
            print(f"   {s:.2f}", row["article"], row["words"], row["cue"], row["candidate"], "for", gold, row["signals"])
    w = fit(data, names, a.l2)
    with open(a.out, "w", encoding="utf-8") as out:
        print("# Weights of whom he and she mean (a choice among all who may be meant and nobody), made by training/speakers/fit.py; on what, says", file=out)
        print("# training/speakers/README.md. Somebody is meant whose share is the threshold at least. Signals: PersonSignals.", file=out)
        print("# Columns, parted by tabs: model, signal, weight.", file=out)
        for signal, weight in [("bias", w[-1]), ("threshold", a.threshold), ("threshold unread", a.unread), *zip(names, w)]:
            if abs(weight) >= 0.005:
                print(f"person\t{signal}\t{round(float(weight), 3):g}", file=out)


if __name__ == "__main__":
    main()
