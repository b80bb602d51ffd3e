#!/usr/bin/env python3
"""Makes common-words.tsv of the engine's folder en: words that news writes in lower case, so that one at the start of
a sentence or in a Title Case headline is no name.

    python3 common_words.py ARTICLES.jsonl[.gz] ... > common-words.tsv

A word counts when at least 4 articles have it in lower case and at most one in five of its uses away from the start of a
sentence is capitalised. Only the words are kept.
"""
import collections
import gzip
import json
import re
import sys

lower, capital = collections.Counter(), collections.Counter()
for path in sys.argv[1:]:
    for line in (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8"):
        seen = collections.Counter()
        tokens = re.findall(r"[A-Za-z][A-Za-z'’]*|[.!?:\"“”\n]", json.loads(line)["text"])
        for before, word in zip(["."] + tokens, tokens):
            if not word[0].isalpha() or len(word) < 2:
                continue
            word = re.sub(r"['’].*", "", word)
            if word.islower():
                seen[word] += 1
            elif before[0].isalpha() and before[0].islower() and word[1:].islower():
                capital[word.lower()] += 1
        lower.update(dict.fromkeys(seen, 1))
print("# Words that news writes in lower case, one a line. Made by training/words/common_words.py.")
for word in sorted(w for w, n in lower.items() if n >= 4 and capital[w] <= 0.25 * n and len(w) > 1):
    print(word)
