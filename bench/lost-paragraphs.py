#!/usr/bin/env python3
"""lost-paragraphs.py GOLD DOSSIER [-v]: how many of the gold's paragraphs are absent from the articles' texts.

GOLD is {id: {articleBody}} as JSON, also gzipped; DOSSIER is what `rashomon read PAGES --out DOSSIER` wrote for pages named ID.html or
ID.html.gz. A paragraph is a line of the gold with 50 letters and digits or more. It is absent when its first 40 letters and digits stand
nowhere in the texts of its page's articles, furniture included. `read` counts those that are in the text, but of which less than four
fifths of the runs of four words stand in blocks that are read.
"""
import gzip
import json
import re
import sys
from pathlib import Path

LONG, START, WORDS, SAME = 50, 40, 4, 0.8


def letters(text):
    return "".join(re.findall(r"[^\W_]+", text.lower()))


def runs(text):
    words = re.findall(r"\w+", text.lower())
    return [tuple(words[i : i + WORDS]) for i in range(max(1, len(words) - WORDS + 1))]


def opened(path):
    data = Path(path).read_bytes()
    return (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    texts, read = {}, {}
    for line in opened(Path(sys.argv[2]) / "articles.jsonl").splitlines():
        article = json.loads(line)
        page = Path(article["file"]).name.split(".")[0]
        kept = [article["text"][b["start"] : b["end"]] for b in article["blocks"] if b["role"] in ("headline", "body", "caption")]
        texts[page] = texts.get(page, "") + "\n" + article["text"]
        read[page] = read.get(page, "") + "\n" + "\n".join(kept)
    count = absent = unread = 0
    for page, gold in json.loads(opened(sys.argv[1])).items():
        text, known = letters(texts.get(page, "")), set(runs(read.get(page, "")))
        for paragraph in gold["articleBody"].split("\n"):
            start = letters(paragraph)
            if len(start) < LONG:
                continue
            count += 1
            if start[:START] not in text:
                absent += 1
                if "-v" in sys.argv:
                    print(page, paragraph)
            else:
                grams = runs(paragraph)
                unread += sum(gram in known for gram in grams) < SAME * len(grams)
    print(json.dumps({"paragraphs": count, "absent": absent, "unread": unread}))


if __name__ == "__main__":
    main()
