#!/usr/bin/env python3
"""truth.py DUMP EVENTS OUT, truth.py DUMP --chains FILE OUT : which incident each mention of a dump is of, as people marked it.

DUMP is what SignalsDump wrote for the articles of EVENTS, a folder with a folder an event (articles.jsonl: id, text) and
EVENT.A.resolved.json, EVENT.B.resolved.json, two annotations of each article; or for documents of ECB+ (FILE, JSON Lines, gzipped).
OUT is a table of article, start, end (code points of the article's text as the program has it), incident and set, parted by tabs. A mention
on which the annotators differ is left out; one that neither marks is "-".
"""
import collections, gzip, glob, json, os, sys


def converter(ours, raw):
    """Offsets of our text to offsets of the raw one, by what is not white space."""
    solid = [i for i, c in enumerate(raw) if not c.isspace()]
    begin = "".join(raw.split()).find("".join(ours.split())[:200])
    at = begin if begin >= 0 else -max(0, "".join(ours.split()).find("".join(raw.split())[:200]))
    table = {}
    for i, c in enumerate(ours):
        if not c.isspace():
            if 0 <= at < len(solid):
                table[i] = solid[at]
            at += 1

    def convert(start, end):
        inside = [table[i] for i in range(start, end) if i in table]
        return (inside[0], inside[-1] + 1) if inside else None
    return convert


def shortest(marked, span):
    over = [(e - s, i) for s, e, i in marked if s < span[1] and span[0] < e]
    return min(over)[1] if over else None


class Events:
    def __init__(self, folder):
        self.raw, self.set, self.marked, self.about = {}, {}, ({}, {}), ({}, {})
        for path in sorted(glob.glob(os.path.join(folder, "*", "articles.jsonl"))):
            event = os.path.basename(os.path.dirname(path))
            for line in open(path, encoding="utf-8"):
                row = json.loads(line)
                self.raw[row["id"]], self.set[row["id"]] = row["text"], event
            for who, letter in enumerate("AB"):
                data = json.load(open(os.path.join(folder, f"{event}.{letter}.resolved.json"), encoding="utf-8"))
                known = {i["id"] for i in data["incidents"]}
                for a in data["articles"]:
                    self.marked[who][a["id"]] = [(s, e, event + " " + m["incident"]) for m in a["incident_mentions"] if m["incident"] in known for s, e in m["spans"]]
                    self.about[who][a["id"]] = [(s, e, event + " " + c["about"]) for c in a["claims"] if c["about"] in known for s, e in c["content_spans"]]
        self.same = self.alike()

    def alike(self):
        """By incident of the second annotator that of the first whose mentions it shares most."""
        shared = collections.Counter()
        for article, marked in self.marked[1].items():
            for s, e, i in marked:
                one = shortest(self.marked[0].get(article, []), (s, e))
                if one:
                    shared[one, i] += 1
        same, taken = {}, set()
        for (one, other), _ in shared.most_common():
            if other not in same and one not in taken:
                same[other] = one
                taken.add(one)
        return same

    def incident(self, article, span, telling):
        said = []
        for who in (0, 1):
            one = shortest(self.marked[who].get(article, []), span)
            if one is None and telling == "POINTS_BACK":
                # what points back is of the incident of the claim around it
                one = shortest(self.about[who].get(article, []), span)
            said.append(self.same.get(one, one) if who else one)
        return "-" if said == [None, None] else said[0] if said[0] is not None and said[0] == said[1] else None


class Chains:
    def __init__(self, path):
        self.raw, self.set, self.marked, self.read = {}, {}, {}, {}
        for line in gzip.open(path, "rt", encoding="utf-8"):
            row = json.loads(line)
            i = row["doc_id"]
            self.raw[i], self.set[i] = row["text"], "chains " + str(row["topic"])
            self.marked[i] = [(e["start"], e["end"], str(row["topic"]) + " " + e["chain"]) for e in row["events"] if e["validated"]]
            self.read[i] = [(s["start"], s["end"]) for s in row["sentences"] if s["validated"]]

    def incident(self, article, span, telling):
        one = shortest(self.marked[article], span)
        # only some sentences were annotated
        return one or ("-" if any(s <= span[0] < e for s, e in self.read[article]) else None)


def main():
    dump, out = sys.argv[1], sys.argv[-1]
    gold = Chains(sys.argv[3]) if sys.argv[2] == "--chains" else Events(sys.argv[2])
    convert, rows = {}, set()
    for line in open(dump, encoding="utf-8"):
        row = json.loads(line)
        if row["kind"] == "article" and row["id"] in gold.raw:
            convert[row["id"]] = converter(row["text"], gold.raw[row["id"]])
        elif row["kind"] == "mentions":
            for article, start, end, telling, _ in row["mentions"]:
                span = convert[article](start, end) if article in convert else None
                incident = gold.incident(article, span, telling) if span else None
                if incident:
                    rows.add((article, start, end, incident, gold.set[article]))
    with open(out, "w", encoding="utf-8") as table:
        table.writelines("\t".join(map(str, r)) + "\n" for r in sorted(rows))


if __name__ == "__main__":
    main()
