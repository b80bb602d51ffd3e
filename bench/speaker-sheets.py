#!/usr/bin/env python3
"""speaker-sheets.py: who speaks, checked by hand: draws the articles, lays out what a reader judges, counts the verdicts.

    speaker-sheets.py draw DATA FROM TO > articles.jsonl     of each set in folder DATA/articles the articles FROM to TO (0-based, TO excluded)
    speaker-sheets.py sheets ARTICLES DOSSIER OUT N          N sheets of whole articles with their claims, OUT1.txt to OUTN.txt
    speaker-sheets.py count DOSSIER VERDICTS...              the figures of docs/evaluation/speakers.md from TSVs with columns claim, verdict

Drawn are articles whose id has an even SHA-256, of Article-Bias-Prediction (texts that name Syria) and FA-KES, in the order of the SHA-256
of "evaluation" + id. A sheet holds at most 14 claims of an article, chosen by the SHA-256 of the claim's id, in the order of the text.
Python 3.8+, standard library only.
"""
import collections, csv, gzip, hashlib, json, sys

SETS = ["abp-syria.jsonl.gz", "fa-kes.jsonl.gz"]
CLAIMS = 14


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


def rows(path):
    with (gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")) as lines:
        return [json.loads(line) for line in lines if line.strip()]


def draw(data, first, last):
    for name in SETS:
        eligible = {r["id"]: r for r in rows(f"{data}/articles/{name}") if int(sha(r["id"])[-1], 16) % 2 == 0}
        for i in sorted(eligible, key=lambda i: sha("evaluation" + i))[int(first) : int(last)]:
            print(json.dumps(eligible[i], ensure_ascii=False))


def sheets(articles, dossier, out, count):
    claims = collections.defaultdict(list)
    for c in rows(dossier + "/claims.jsonl"):
        claims[c["article"]].append(c)
    at = lambda c: (c["cue"] or c["content"])[0][0]
    texts = {a["id"]: a["text"] for a in rows(dossier + "/articles.jsonl")}
    drawn = [a for a in rows(articles) if a["id"] in texts and claims[a["id"]]]
    total = sum(min(CLAIMS, len(claims[a["id"]])) for a in drawn)
    files = [open(f"{out}{i + 1}.txt", "w", encoding="utf-8") for i in range(int(count))]
    seen = 0
    for a in drawn:
        f, text = files[min(int(count) - 1, seen * int(count) // total)], texts[a["id"]]
        print(f"\n################ ARTICLE {a['id']} {a.get('date')} outlet {a.get('outlet')}\n{text}\n---------------- CLAIMS of {a['id']}", file=f)
        chosen = sorted(claims[a["id"]], key=lambda c: sha(c["id"]))[:CLAIMS]
        for c in sorted(chosen, key=at):
            words = lambda spans: " … ".join(text[s:e].replace("\n", " ") for s, e in spans or [])
            print(f"* {c['id']} at {at(c)} | status {c['speakerStatus']} | speaker {c['speakerLabel']!r} (affiliation {c.get('affiliationLabel', c.get('affiliation'))}, "
                  f"via {c.get('via')}) | source words [{words(c['source'])}] | cue [{words(c['cue'])}] | content [{words(c['content'])}] | act {c['act']} | targets {c.get('targets')}", file=f)
        seen += len(chosen)
    print(len(drawn), "articles,", seen, "claims", file=sys.stderr)


def count(dossier, *verdicts):
    status = {c["id"]: c["speakerStatus"] for c in rows(dossier + "/claims.jsonl")}
    n = collections.Counter()
    for path in verdicts:
        for r in csv.DictReader(open(path, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            given, verdict = status[r["claim"]] in ("named", "resolved"), r["verdict"].strip()
            # a slip of the reader: only what is given can be wrong, only what is not given missed
            n["left" if verdict == "wrong" and not given else "right" if verdict == "missed" and given else verdict, status[r["claim"]]] += 1
    of = lambda v: sum(k for (w, _), k in n.items() if w == v)
    right, wrong, missed = of("right"), of("wrong"), of("missed")
    print(dict(n))
    print(f"claims {sum(n.values())}, right {right}, wrong {wrong}, missed {missed}, left {of('left')}, no-claim {of('no-claim')}")
    print(f"wrong of given {100 * wrong / (right + wrong):.1f}%, given of determinable {100 * right / (right + wrong + missed):.1f}%")


if __name__ == "__main__":
    {"draw": draw, "sheets": sheets, "count": count}.get(sys.argv[1] if sys.argv[1:] else "", lambda *_: sys.exit(__doc__))(*sys.argv[2:])
