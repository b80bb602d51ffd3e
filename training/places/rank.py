#!/usr/bin/env python3
"""Learns place-weights.tsv of the engine's folder facts: which of the places that bear a name a text means.

    rashomon predict place-candidates < GOLD.jsonl > CANDIDATES.jsonl        for each data set
    python3 rank.py GOLD.jsonl CANDIDATES.jsonl [GOLD CANDIDATES ...] > place-weights.tsv

GOLD: {id, text, entities: [{start, end, lat, lon}]}. A candidate is right within 161 km of the gold point. The likelihood of the
right candidates is made as large as it gets, with a Gaussian prior on the weights; once with what a place is by itself, once with
all features, whose values come from the weights in use: run it again with the new weights until they stay.
"""
import json
import math
import sys

NAMES = """POPULATION SHARE IS_COUNTRY REGION_POPULATION IS_REGION IS_DISTRICT IS_AREA IS_CAPITAL IS_SEAT IS_PART FIRST_NAME HELD NOT_HELD COUNTRY_NAMED
CAPITAL_NAMED REGION_NAMED DISTRICT_NAMED SAME_COUNTRY SAME_REGION REGION_COUNT NEAR HOLDS
CLOSE_IN_REGION CLOSE_IN_COUNTRY""".split()
OWN = 13
KM = 161
PRIOR = 0.001  # of the Gaussian, per example
ROUNDS, RATE = 300, 0.5


def km(a, b, c, d):
    a, b, c, d = map(math.radians, (a, b, c, d))
    return 12742 * math.asin(math.sqrt(math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2))


def read(gold, candidates):
    """Examples: candidates' features, which of them are right, and a weight: a name counts once an article, then less."""
    found = {r["id"]: r["places"] for r in map(json.loads, open(candidates, encoding="utf-8"))}
    for record in map(json.loads, open(gold, encoding="utf-8")):
        seen = {}
        for e in record["entities"]:
            if e.get("lat") is None:
                continue
            for p in found.get(record["id"], []):
                if p["start"] < e["end"] and e["start"] < p["end"] and len(p["candidates"]) > 1:
                    right = [km(float(e["lat"]), float(e["lon"]), c["lat"], c["lon"]) <= KM for c in p["candidates"]]
                    if any(right) and not all(right):
                        key = json.dumps([p["candidates"], right])
                        seen.setdefault(key, [[c["features"] for c in p["candidates"]], right, 0])[2] += 1
        yield from ((features, right, math.sqrt(n)) for features, right, n in seen.values())


def shares(weights, features):
    scores = [sum(w * f for w, f in zip(weights, fs)) for fs in features]
    most = max(scores)
    scores = [math.exp(s - most) for s in scores]
    return [s / sum(scores) for s in scores]


def learn(examples, count):
    weights, pace = [0.0] * count, [1e-8] * count
    total = sum(n for _, _, n in examples)
    for _ in range(ROUNDS):
        slope = [-PRIOR * w for w in weights]
        for features, right, n in examples:
            p = shares(weights, features)
            good = sum(q for q, r in zip(p, right) if r) or 1e-12
            for q, r, fs in zip(p, right, features):
                pull = (q / good if r else 0.0) - q
                if pull:
                    for k in range(count):
                        slope[k] += n * pull * fs[k] / total
        for k in range(count):  # AdaGrad
            pace[k] += slope[k] ** 2
            weights[k] += RATE * slope[k] / math.sqrt(pace[k])
        weights[0] = max(0.0, weights[0])  # nowhere are small towns meant because they are small
    return weights


def main(paths):
    sets = [list(read(gold, found)) for gold, found in zip(paths[::2], paths[1::2])]
    # each data set counts alike
    examples = [(f, r, n / sum(m for _, _, m in s)) for s in sets for f, r, n in s]
    own, whole = learn(examples, OWN), learn(examples, len(NAMES))
    for name, weights in (("by itself", own), ("all", whole)):
        right = sum(n * r[max(range(len(r)), key=shares(weights, f).__getitem__)] for f, r, n in examples)
        print(f"{name}: {len(examples)} names with a choice, {100 * right / sum(n for _, _, n in examples):.1f}% right", file=sys.stderr)
    print("# Weights of what speaks for a place (PlaceRanker): feature, weight by itself, weight beside the article's other places.")
    print("# Learned by training/places/rank.py; what taught them stands in models/MODEL_CARD.md.")
    for k, name in enumerate(NAMES):
        print(name, f"{own[k] if k < OWN else 0:.3f}", f"{whole[k]:.3f}", sep="\t")


if __name__ == "__main__":
    main(sys.argv[1:])
