#!/usr/bin/env python3
"""feeds.py RASHOMON FOLDER: what becomes of the feeds below FOLDER. RASHOMON reads them by rules; each document with an item that holds words is held
against what was read, and every other one is listed with its reason. Prints counts, then the documents that nothing explains. Exit 1 if there are any."""
import collections
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
ITEM = re.compile(r"<(?:\w+:)?(item|entry)\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?\1\s*>)", re.S | re.I)
TEXT = re.compile(r"<(title|description|summary|content|encoded|body|abstract|content:encoded|xhtml:body|fullitem)\b([^>]*)>(.*?)</(?:\w+:)?\1\s*>", re.S | re.I)


def words(markup):
    """Words of a stretch of markup, escaped or not."""
    text = html.unescape(html.unescape(re.sub(r"<!\[CDATA\[|\]\]>", "", markup)))
    return re.findall(r"\w{2,}", re.sub(r"<(script|style|svg)\b.*?</\1>|<[^>]*>", " ", text, flags=re.S | re.I))


def items(path):
    """Items of a feed that hold words, by a rough look that knows nothing of the program's."""
    text = re.sub(r"<!--.*?-->", "", path.read_bytes().decode("utf-8", "replace"), flags=re.S)
    return [bool(any(words(hit[2]) for hit in TEXT.findall(body or "") if "octet-stream" not in hit[1])) for _, body in ITEM.findall(text)]


with tempfile.TemporaryDirectory() as out:
    subprocess.run([program, "read", str(folder), "--out", out, "--format", "jsonl", "--reader", "rules"], capture_output=True, check=False)
    manifest = json.loads((pathlib.Path(out) / "manifest.json").read_text(encoding="utf-8"))
    given = collections.Counter(json.loads(line)["file"].split("#")[0] for line in open(f"{out}/articles.jsonl", encoding="utf-8"))
again = collections.Counter(d["source"].split("#")[0] for d in manifest["duplicates"])
why = collections.defaultdict(list)
for reject in manifest["rejected"]:
    why[reject["source"].split("#")[0]].append(reject["reason"])
counts, unexplained = collections.Counter(), []
for path in sorted(folder.rglob("*.xml")):
    name = path.relative_to(folder).as_posix()
    with_words = sum(items(path))
    read = given[name] + again[name]
    counts["documents"] += 1
    counts["items with words"] += with_words
    counts["items read"] += given[name]
    counts["items read before, kept once"] += again[name]
    for reason in why[name]:
        counts[("with words, " if with_words else "without words, ") + "refused: " + reason.split(";")[0][:90]] += 1
    if read + len(why[name]) == 0 or (with_words > read and not why[name]):
        unexplained.append(f"{name}: {with_words} items with words, {read} read")
for what, count in counts.most_common():
    print(f"{count:6} {what}")
print(f"{len(unexplained):6} unexplained")
print("\n".join(unexplained))
sys.exit(1 if unexplained else 0)
