#!/usr/bin/env python3
"""pairs.py TRAIN.jsonl[.gz] FORMS OUT : heads of mentions that mean one event, beyond one base form (arrested, captured).

TRAIN has the mentions of events of ECB+ with their chains, as `predict coreference` reads them without; FORMS is the table
irregular-forms.tsv of the module bench. A pair of heads is written where at least half of the mentions of the rarer one are of one chain
with the other, in most sub-topics that have both, and in two topics at least. Needs snowballstemmer (the stemmer that the module uses).
"""
import collections
import gzip
import itertools
import json
import re
import sys

import snowballstemmer

SHARE = 0.7  # of the sub-topics that have both heads
TOPICS = 2


def bases(path):
    base = {}
    for line in open(path, encoding="utf-8"):
        if not line.startswith("#"):
            word, forms = line.rstrip("\n").split("\t")
            base.update((form, word) for form in forms.split(" "))
    return base


class Heads:
    """The stem of the last word of a mention."""

    def __init__(self, forms):
        self.base, self.stemmer = bases(forms), snowballstemmer.stemmer("english")

    def of(self, mention):
        words = re.findall(r"[^\W\d_]+", mention.lower())
        return self.stemmer.stemWord(self.base.get(words[-1], words[-1])) if words else mention.lower()


def rows(path):
    with (gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")) as lines:
        return [json.loads(line) for line in lines if line.strip()]


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    train, forms, out = sys.argv[1:]
    heads = Heads(forms)
    chains = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
    for row in rows(train):
        for event in row["events"]:
            head = heads.of(row["text"][event["start"]:event["end"]])
            chains[row["topic"], row["subtopic"]][head][event["chain"]] += 1
    seen, one = collections.Counter(), collections.defaultdict(set)
    for place, by_head in chains.items():
        for a, b in itertools.combinations(sorted(by_head), 2):
            shared = sum((by_head[a] & by_head[b]).values())
            seen[a, b] += 1
            if 2 * shared >= min(sum(by_head[a].values()), sum(by_head[b].values())):
                one[a, b].add(place)
    kept = sorted(pair for pair, places in one.items() if len({topic for topic, _ in places}) >= TOPICS and len(places) >= SHARE * seen[pair])
    with open(out, "w", encoding="utf-8") as table:
        table.write("# Stems of heads that mean one event where a story has both, learned from the train part of ECB+ (CC BY 3.0) by\n"
                    "# training/coreference/pairs.py. Columns, parted by tabs: one, the other.\n")
        table.writelines(f"{a}\t{b}\n" for a, b in kept)
    print(f"{len(kept)} pairs")


if __name__ == "__main__":
    main()
