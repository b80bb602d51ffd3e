#!/usr/bin/env python3
"""held.py DOSSIER : how a dossier's cards and doers hold against the labels of this folder (mentions.tsv, more-mentions.tsv, claims.tsv).

The dossier is that of the labelled articles (README.md). Of mentions: pairs in different articles that are one incident, precision and recall,
and cards of several articles whose labelled mentions are all of one. Of claims: who is shown as a doer on a card, and whether a reader
made the claim name a doer of an incident of that card.
"""
import collections
import itertools
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
NO_DEED = {"g", "x", "-"}


def table(dossier, name):
    with open(os.path.join(dossier, name + ".jsonl"), encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def rows(name):
    with open(os.path.join(HERE, name + ".tsv"), encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]


def share(part, whole):
    return f"{100 * part / max(1, whole):.1f}% of {whole}"


def pairs(incidents, name):
    card_of = collections.defaultdict(list)
    for incident in incidents:
        for m in incident["mentions"]:
            card_of[m["article"]].append((m["start"], m["end"], incident["id"]))
    sets, cards = collections.defaultdict(list), collections.defaultdict(list)
    for article, start, end, gold, group in rows(name):
        card = next((i for s, e, i in card_of[article] if max(s, int(start)) < min(e, int(end))), None)
        sets[group].append((article, gold, card))
        if card:
            cards[card].append((article, gold))
    told = shown = both = 0
    for items in sets.values():
        for (a, gold, card), (b, other, beside) in itertools.combinations(items, 2):
            if a != b:
                one, ours = gold == other and gold not in NO_DEED, card is not None and card == beside
                told, shown, both = told + one, shown + ours, both + (one and ours)
    several = [held for held in cards.values() if len({a for a, _ in held}) > 1]
    pure = sum(len({g for _, g in held}) == 1 and not {g for _, g in held} & NO_DEED for held in several)
    print(f"{name}: pairs across articles right {share(both, shown)}, found {share(both, told)}; cards of several articles of one incident {pure} of {len(several)}")


def doers(incidents, claims):
    gold = collections.defaultdict(list)
    for name in ("mentions", "more-mentions"):
        for article, start, end, incident, _ in rows(name):
            gold[article].append((int(start), int(end), incident))
    labels = {(a, int(s), int(e)): (i.split(","), doer) for a, s, e, i, doer, _ in rows("claims")}
    where = {c["id"]: (c["article"], c["content"][0][0], c["content"][-1][1]) for c in claims}
    held = {c: (place[0], *labels[place]) for c, place in where.items() if place in labels}
    verdicts, shown = collections.Counter(), set()
    for incident in incidents:
        for account in incident["accounts"]:
            if account["perpetrator"] and account["claim"] in held:
                article, about, doer = held[account["claim"]]
                here = {g for m in incident["mentions"] if m["article"] == article for s, e, g in gold[article] if max(s, m["start"]) < min(e, m["end"])}
                verdict = "names no doer" if doer == "-" else "another deed" if not here & set(about) else "only possible" if "?" in doer else "right"
                verdicts[verdict] += 1
                shown.add(account["claim"])
    labelled = len(rows("claims"))
    naming = [c for c, (_, about, doer) in held.items() if doer != "-" and about not in (["-"], ["+"])]
    print(f"claims: {len(held)} of {labelled} found again; doers shown {sum(verdicts.values())}: {dict(verdicts.most_common())}; of {len(naming)} that name one {len(shown & set(naming))} are shown")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    incidents = table(sys.argv[1], "incidents")
    for name in ("mentions", "more-mentions"):
        pairs(incidents, name)
    doers(incidents, table(sys.argv[1], "claims"))


if __name__ == "__main__":
    main()
