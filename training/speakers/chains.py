#!/usr/bin/env python3
"""chains.py DATA ARTICLES CHAINS : coreference chains of people as articles and chains, for CandidatesDump and fit.py: OntoGUM (CC BY; its training
part) and ECB+ (CC BY 3.0; its training part), each line of their texts as a paragraph. DATA is a folder with speakers/ontogum.jsonl.gz and
coreference/ecbplus/train.jsonl.gz.
"""
import collections, gzip, json, sys


def lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def paragraphs(text):
    """The text with a blank line for each line break, and where each character went."""
    out, at = [], []
    for c in text:
        at.append(len(out))
        out.extend("\n\n" if c == "\n" else c)
    at.append(len(out))
    return "".join(out), at


def ontogum(data):
    for d in lines(data + "/speakers/ontogum.jsonl.gz"):
        if d["split"] == "train" and d["genre"] in ("news", "interview", "bio", "speech", "court") and d["license"].startswith("CC BY 4.0"):
            yield d["id"], d["dct"], d["text"], [[list(m)[:2] for m in c] for c in d["clusters"]]


def ecbplus(data):
    for d in lines(data + "/coreference/ecbplus/train.jsonl.gz"):
        chains = collections.defaultdict(list)
        for e in d["entities"]:
            chains[e["chain"]].append([e["start"], e["end"]])
        yield "ecb-" + d["doc_id"], None, d["text"], [c for c in chains.values() if len(c) > 1]


def main(data, articles, chains):
    with open(articles, "w", encoding="utf-8") as a, open(chains, "w", encoding="utf-8") as c:
        for name, day, text, found in [*ontogum(data), *ecbplus(data)]:
            text, at = paragraphs(text)
            print(json.dumps({"id": name, "published": day, "text": text} if day else {"id": name, "text": text}, ensure_ascii=False), file=a)
            print(json.dumps({"id": name, "text": text, "chains": [[[at[s], at[e]] for s, e in chain] for chain in found]}, ensure_ascii=False), file=c)


if __name__ == "__main__":
    main(*sys.argv[1:]) if len(sys.argv) == 4 else sys.exit(__doc__)
