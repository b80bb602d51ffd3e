#!/usr/bin/env python3
"""check-tables.py DIR: whether the tables that `rashomon read --out DIR` wrote keep the first law. Standard library only.

Written without sight of the program's code: it reads the tables as another tool would, so that a mistake in the
conversion of offsets, say, cannot hide in a test that shares it.
"""
import json
import pathlib
import re
import sys

TABLES = "articles claims actors incidents figures agreements relations stories lineage omissions".split()
out = pathlib.Path(sys.argv[1])
problems = []


def rows(name):
    path = out / f"{name}.jsonl"
    if not path.exists():
        problems.append(f"{name}.jsonl is missing")
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def check(condition, message):
    if not condition:
        problems.append(message)


tables = {name: rows(name) for name in TABLES}
articles = {a["id"]: a for a in tables["articles"]}
claims = {c["id"]: c for c in tables["claims"]}
incidents = {i["id"] for i in tables["incidents"]}
check(articles, "no article was read")
check(len(articles) == len(tables["articles"]), "an article id stands twice")
check(len(claims) == len(tables["claims"]), "a claim id stands twice")


def check_span(article, start, end, what):
    if article not in articles:
        problems.append(f"{what}: unknown article {article}")
        return
    text = articles[article]["text"]
    if not 0 <= start < end <= len(text):
        problems.append(f"{what}: [{start}, {end}) is outside article {article} of {len(text)} code points")
        return
    words = text[start:end]
    check(words == words.strip(), f"{what}: {words!r} begins or ends with space")


for article in articles.values():
    last = 0
    for block in article["blocks"]:
        check(last <= block["start"] < block["end"] <= len(article["text"]), f"article {article['id']}: block {block}")
        last = block["end"]
    check(not article["published"] or article["publishedFrom"], f"article {article['id']}: date from nowhere")

for claim in claims.values():
    what = f"claim {claim['id']}"
    check(claim["content"], f"{what}: no content")
    for part in ("source", "cue", "content"):
        for start, end in claim[part]:
            check_span(claim["article"], start, end, f"{what} {part}")
    known = claim["speakerStatus"] in ("named", "resolved")
    check(not known or claim["speaker"], f"{what}: {claim['speakerStatus']} without a speaker")
    check(claim["speakerStatus"] != "unresolved" or not claim["speaker"], f"{what}: unresolved, yet with a speaker")
    for block in articles[claim["article"]]["blocks"]:
        if block["role"] == "furniture":
            touched = any(s < block["end"] and block["start"] < e for s, e in claim["content"])
            check(not touched, f"{what}: rests on furniture")

for figure in tables["figures"]:
    check_span(figure["article"], figure["start"], figure["end"], f"figure {figure['id']}")
    low, high = figure["low"], figure["high"]
    check(low is None or high is None or low <= high, f"figure {figure['id']}: {low} > {high}")

for incident in tables["incidents"]:
    check("perpetrator" not in incident, f"incident {incident['id']}: has a perpetrator of its own")
    for mention in incident["mentions"]:
        check_span(mention["article"], mention["start"], mention["end"], f"incident {incident['id']}")

for agreement in tables["agreements"]:
    check("status" not in agreement, f"agreement {agreement['id']}: has a status of its own")
    for part in agreement["participations"] + agreement["obligations"]:
        check_span(part["article"], part["start"], part["end"], f"agreement {agreement['id']}")

for relation in tables["relations"]:
    a, b = relation["a"], relation["b"]
    check(a in claims and b in claims and a != b, f"relation of {a} and {b}: unknown claim, or one claim twice")
    check(relation["reason"].strip(), f"relation of {a} and {b}: no reason")

for line in tables["lineage"]:
    for from_start, from_end, to_start, to_end in line["spans"]:
        check_span(line["from"], from_start, from_end, "lineage")
        check_span(line["to"], to_start, to_end, "lineage")
        pair = [articles[line["from"]]["text"][from_start:from_end], articles[line["to"]]["text"][to_start:to_end]]
        bare = [re.sub(r"\W+", "", words).lower() for words in pair]
        check(bare[0] == bare[1], f"lineage {line['from']} to {line['to']}: passages differ")

page = out / "index.html"
if page.exists():
    html = page.read_text(encoding="utf-8")
    anchors = set(re.findall(r'\bid="([^"]+)"', html))
    dead = {a for a in re.findall(r'href="#([^"]+)"', html) if a not in anchors}
    check(not dead, f"index.html: {len(dead)} dead anchors, such as #{min(dead, default='')}")
    loads = re.findall(r'<(?:script|img|link|iframe|source)\b[^>]*(?:src|href)="(?:https?:)?//[^"]*"', html)
    check(not loads, f"index.html loads from the network: {loads[:1]}")
else:
    problems.append("index.html is missing")

for problem in problems[:40]:
    print(problem)
counts = ", ".join(f"{len(tables[name])} {name}" for name in TABLES)
print(f"{counts}; {len(problems)} problems")
sys.exit(1 if problems else 0)
