#!/usr/bin/env python3
"""Readers of a served case: how long pages take, and whether any fails. The server runs already:

    ./rashomon serve --case CASE --port 8080
    python3 bench/readers.py http://127.0.0.1:8080 --readers 50 --seconds 60 --pause 1
    python3 bench/readers.py http://127.0.0.1:8080 --readers 1 --requests 300

Each reader asks for one page after another, by chance of a seed: incidents, stories, articles, searches, two articles side by side, and what
everybody looks at. Prints requests, median, 99 of 100 and the longest in milliseconds by kind of page, and what was no answer (status other than 200, or
none). The first requests, which make the state of the case, are not counted. Exit code 1 when any failed, or --most was passed by p99.
"""

import argparse
import http.client
import random
import re
import sys
import threading
import time
import urllib.parse

WORDS = "hospital market bridge convoy truce accused denied wounded children spokesman killed school blankets inquiry".split()
# how often each kind is asked for, of 100
MIX = [("incident", 34), ("story", 20), ("article", 16), ("search", 15), ("compare", 5), ("lists", 10)]
LISTS = ["/", "/pages/incidents.html", "/pages/stories.html", "/pages/articles.html", "/pages/speakers.html", "/pages/outlets.html", "/check", "/export", "/about"]


class Reader:
    def __init__(self, base):
        self.at = urllib.parse.urlsplit(base)
        self.open()

    def open(self):
        self.connection = http.client.HTTPConnection(self.at.hostname, self.at.port or 80, timeout=600)
        self.cookie = None

    def get(self, path):
        """Status and body; status 0 where there was no answer."""
        try:
            self.connection.request("GET", path, headers={"Cookie": self.cookie} if self.cookie else {})
            answer = self.connection.getresponse()
            body = answer.read()
            kept = answer.getheader("Set-Cookie")
            if kept and not self.cookie:
                self.cookie = kept.split(";")[0]
            return answer.status, body
        except (OSError, http.client.HTTPException):
            self.connection.close()
            self.open()
            return 0, b""


def links(reader, listing, kind):
    """Pages of a kind that a list and its further parts lead to; a few parts suffice."""
    found, todo, seen = [], [listing], set()
    while todo and len(seen) < 5:
        path = todo.pop(0)
        seen.add(path)
        status, body = reader.get(path)
        if status != 200:
            sys.exit("%s answers %d" % (path, status))
        text = body.decode()
        found += ["/pages/" + name for name in re.findall(r'href="(?:/pages/)?(%s-[0-9a-f]{16}\.html)"' % kind, text)]
        todo += sorted("/pages/" + part for part in set(re.findall(r'href="(?:/pages/)?([a-z]+\.\d+\.html)"', text)) if "/pages/" + part not in seen)
    return list(dict.fromkeys(found))


def path(rng, pages):
    kind = rng.choices([name for name, _ in MIX], [weight for _, weight in MIX])[0]
    if kind in pages and pages[kind]:
        return kind, rng.choice(pages[kind])
    if kind == "search":
        return kind, "/search?q=" + urllib.parse.quote(" ".join(rng.sample(WORDS, rng.choice([1, 1, 2]))))
    if kind == "compare" and len(pages["article"]) > 1:
        a, b = rng.sample(pages["article"], 2)
        return kind, "/compare?a=%s&b=%s" % (a.rpartition("/")[2], b.rpartition("/")[2])
    chosen = rng.choice(LISTS)
    return "lists" if chosen != "/export" else "export", chosen


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--requests", type=int, help="of each reader, instead of a time")
    parser.add_argument("--pause", type=float, default=0, help="seconds between two pages of a reader, on the average")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=float, help="milliseconds that p99 of all may take")
    options = parser.parse_args()

    first = Reader(options.base)
    begun = time.perf_counter()
    status, _ = first.get("/")
    print("the state of the case was there after %.1f s (status %d)" % (time.perf_counter() - begun, status))
    pages = {kind: links(first, "/pages/%s.html" % name, kind) for kind, name in (("incident", "incidents"), ("story", "stories"), ("article", "articles"))}
    for listed in LISTS:
        first.get(listed)
    print(", ".join("%d %s pages" % (len(some), kind) for kind, some in pages.items()) + " to choose from")

    took, failed, lock = {}, [], threading.Lock()
    until = time.perf_counter() + options.seconds

    def read(number):
        rng, reader = random.Random("%d %d" % (options.seed, number)), Reader(options.base)
        asked = 0
        while asked < options.requests if options.requests else time.perf_counter() < until:
            if options.pause:
                time.sleep(rng.uniform(0, 2 * options.pause))
            kind, wanted = path(rng, pages)
            start = time.perf_counter()
            status, _ = reader.get(wanted)
            spent = 1000 * (time.perf_counter() - start)
            asked += 1
            with lock:
                took.setdefault(kind, []).append(spent)
                if status != 200:
                    failed.append("%s: %d" % (wanted, status))

    threads = [threading.Thread(target=read, args=(number,)) for number in range(options.readers)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    every = [spent for some in took.values() for spent in some]
    print("%d requests of %d readers in %.0f s, %d failed" % (len(every), options.readers, time.perf_counter() - begun, len(failed)))
    print("%-10s %8s %8s %8s %8s" % ("", "requests", "median", "p99", "longest"))
    rank = lambda some, part: sorted(some)[min(len(some) - 1, int(part * len(some)))]
    for kind in sorted(took) + ["all"]:
        some = every if kind == "all" else took[kind]
        print("%-10s %8d %8.0f %8.0f %8.0f" % (kind, len(some), rank(some, 0.5), rank(some, 0.99), max(some)))
    for line in failed[:20]:
        print(line)
    sys.exit(1 if failed or (options.most and rank(every, 0.99) > options.most) else 0)


if __name__ == "__main__":
    main()
