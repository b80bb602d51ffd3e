#!/usr/bin/env python3
"""Speed beside other programs, on the same articles, in one run: seconds of the processor an article, and ratios.

    python3 bench/peers/speed.py                          # what installs, 24 invented articles of some 600 tokens
    python3 bench/peers/speed.py --texts articles.jsonl   # articles of one's own: {"id": ..., "text": ...} a line
    python3 bench/peers/speed.py --peer citron="python3 citron.py {texts}"   # anything else; {texts} is a folder of .txt files

Each program is run on one article and on all; the difference is what an article costs, the rest is its start. Peers are fetched into a scratch
folder and are no part of the product (CoreNLP is GPL). One that does not install is named with the reason, and the rest is measured.
"""
import argparse
import html
import json
import os
import re
import resource
import shlex
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
CORENLP = "4.5.10"
ANNOTATORS = "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote"
TEXTACY = ["textacy==0.13.0", "spacy==3.7.5", "en-core-web-sm"]
TRAFILATURA = ["trafilatura==2.0.0", "lxml_html_clean==0.4.6"]
TOKENS = 600
PEERS = ("corenlp", "textacy", "trafilatura")

POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>scratch</groupId>
<artifactId>peers</artifactId><version>1</version><dependencies>
<dependency><groupId>edu.stanford.nlp</groupId><artifactId>stanford-corenlp</artifactId><version>%s</version></dependency>
<dependency><groupId>edu.stanford.nlp</groupId><artifactId>stanford-corenlp</artifactId><version>%s</version><classifier>models</classifier></dependency>
</dependencies></project>
""" % (CORENLP, CORENLP)

QUOTES = """
import pathlib, sys, spacy
from textacy.extract import direct_quotations
reader = spacy.load("en_core_web_sm")
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt")):
    list(direct_quotations(reader(path.read_text(encoding="utf-8"))))
"""

PAGES = """
import pathlib, sys, trafilatura
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.html")):
    trafilatura.extract(path.read_text(encoding="utf-8"))
"""


class Missing(Exception):
    """Why a peer is not measured."""


def say(words):
    print("speed: " + words, file=sys.stderr, flush=True)


def quiet(command, **more):
    """Runs a step of an installation; what it wrote last, where it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more)
    if done.returncode:
        lines = [line for line in done.stdout.split("\n") if line.strip()]
        raise Missing(f"{command[0]} failed: {lines[-1][:160] if lines else 'no word of it'}")


def measured(command, out=None, into=None, **more):
    """Seconds of the clock, and of the processor with all that the command starts."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with open(into or os.devnull, "rb") as words, open(out or os.devnull, "wb") as kept:
        done = subprocess.run(command, stdin=words, stdout=kept, stderr=subprocess.PIPE, **more)
    clock, after = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise Missing(f"exit {done.returncode}: {done.stderr.decode('utf-8', 'replace').strip()[-160:]}")
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def invented(number, scratch):
    """Invented articles, joined until each has as many tokens as are asked for."""
    out = os.path.join(scratch, "archive")
    jars = [os.path.join(ROOT, *parts) for parts in (("bench", "target", "classes"), ("engine", "target", "classes"), ("app", "target", "lib", "*"))]
    quiet(["java", "-cp", os.pathsep.join(jars), "org.rashomon.bench.archive.InventedArchive", "--articles", str(8 * number), "--seed", "1", "--out", out])
    texts, joined = [], ""
    with open(os.path.join(out, "archive.jsonl"), encoding="utf-8") as lines:
        for line in lines:
            joined += ("\n\n" if joined else "") + json.loads(line)["text"]
            if len(tokens(joined)) >= TOKENS:
                texts.append(joined)
                joined = ""
    return texts[:number]


def tokens(text):
    return re.findall(r"\w+|[^\w\s]", text)


def given(path, number):
    texts = []
    with open(path, encoding="utf-8") as lines:
        for at, line in enumerate(lines, 1):
            if line.strip():
                try:
                    texts.append(json.loads(line)["text"])
                except (ValueError, KeyError, TypeError):
                    sys.exit(f"speed: {path}, line {at} is no JSON object with a text")
    return texts[:number]


def written(folder, texts):
    """The texts as files of their own, as records and as pages."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    with open(os.path.join(folder, "records.jsonl"), "w", encoding="utf-8") as records, open(os.path.join(folder, "pages.jsonl"), "w", encoding="utf-8") as pages, open(
            os.path.join(folder, "list"), "w", encoding="utf-8") as names:
        for at, text in enumerate(texts):
            name = os.path.join(folder, f"a{at:04}")
            paragraphs = "".join(f"<p>{html.escape(p)}</p>\n" for p in text.split("\n") if p.strip())
            page = ("<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Article</title></head><body><nav><ul><li><a href=/>Home</a></ul></nav>"
                    f"<main><article><h1>Article {at}</h1>\n{paragraphs}</article></main><footer><p>All rights reserved.</p></footer></body></html>")
            for ending, words in ((".txt", text), (".html", page)):
                with open(name + ending, "w", encoding="utf-8") as out:
                    out.write(words)
            names.write(name + ".txt\n")
            records.write(json.dumps({"id": f"a{at}", "text": text, "published": "2031-05-06"}) + "\n")
            pages.write(json.dumps({"id": f"a{at}", "html": page}) + "\n")
    return folder


def venv(scratch, name, packages):
    folder = os.path.join(scratch, name)
    python = os.path.join(folder, "bin", "python")
    if not os.path.exists(os.path.join(folder, "done")):
        say(f"installing {' '.join(packages)}")
        quiet([sys.executable, "-m", "venv", "--clear", folder])
        quiet([python, "-m", "pip", "install", "-q", *packages])
        open(os.path.join(folder, "done"), "w", encoding="utf-8").close()
    return python


def script(scratch, name, words):
    path = os.path.join(scratch, name)
    with open(path, "w", encoding="utf-8") as out:
        out.write(words)
    return path


def rashomon(_, folder):
    return measured([os.path.join(ROOT, "rashomon"), "read", os.path.join(folder, "records.jsonl"), "--out", os.path.join(folder, "dossier")])


def rashomon_pages(_, folder):
    return measured([os.path.join(ROOT, "rashomon"), "predict", "extraction"], into=os.path.join(folder, "pages.jsonl"))


def corenlp(scratch, folder):
    jars = os.path.join(scratch, "corenlp")
    if not os.path.exists(os.path.join(jars, "done")):
        say(f"fetching CoreNLP {CORENLP}, half a gigabyte")
        os.makedirs(jars, exist_ok=True)
        pom = script(jars, "pom.xml", POM)
        quiet(["mvn", "-B", "-q", "-f", pom, "dependency:copy-dependencies", "-DoutputDirectory=" + jars])
        open(os.path.join(jars, "done"), "w", encoding="utf-8").close()
    return measured(["java", "-Xmx5g", "-cp", os.path.join(jars, "*"), "edu.stanford.nlp.pipeline.StanfordCoreNLP", "-annotators", ANNOTATORS, "-filelist",
                     os.path.join(folder, "list"), "-outputFormat", "json", "-outputDirectory", os.path.join(folder, "corenlp")])


def textacy(scratch, folder):
    return measured([venv(scratch, "textacy", TEXTACY), script(scratch, "quotes.py", QUOTES), folder])


def trafilatura(scratch, folder):
    return measured([venv(scratch, "trafilatura", TRAFILATURA), script(scratch, "pages.py", PAGES), folder])


def cost(name, run, scratch, one, all_, number):
    say(f"{name}: {number} articles")
    try:
        run(scratch, one)  # what is made or fetched at a first start
        first, whole = run(scratch, one), run(scratch, all_)
    except (Missing, OSError) as why:
        return {"name": name, "missing": str(why)}
    an_article = max(1e-4, (whole[1] - first[1]) / (number - 1))
    return {"name": name, "cpuAnArticle": round(an_article, 4), "clockAnArticle": round(max(1e-4, (whole[0] - first[0]) / (number - 1)), 4),
            "start": round(first[0], 2), "startCpu": round(first[1], 2)}


def table(title, rows, baseline):
    print(f"\n{title}\n\n| program | articles a second of the processor | articles a second of the clock | start, one article (s) | Rashomon is |\n|---|---|---|---|---|")
    for row in rows:
        if "missing" in row:
            print(f"| {row['name']} | not measured: {row['missing']} | | | |")
        else:
            ratio = row["cpuAnArticle"] / baseline["cpuAnArticle"]
            print(f"| {row['name']} | {1 / row['cpuAnArticle']:.2f} | {1 / row['clockAnArticle']:.2f} | {row['start']:.1f} | {ratio:.1f} × |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=24, help="how many articles, at least two (24)")
    parser.add_argument("--texts", help="JSON Lines with a text each, in place of invented articles")
    parser.add_argument("--without", default="", help="peers to leave out, parted by commas: " + ", ".join(PEERS))
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=COMMAND", help="another program; {texts} is the folder of .txt files")
    parser.add_argument("--scratch", default=os.path.join(ROOT, "bench", "target", "peers"), help="where peers and articles go (bench/target/peers)")
    parser.add_argument("--out", help="a JSON file for the figures")
    a = parser.parse_args()
    without = set(filter(None, a.without.split(",")))
    if a.articles < 2 or without - set(PEERS) or any("=" not in peer for peer in a.peer):
        parser.error("--articles is 2 or more, --without names peers, --peer is NAME=COMMAND")
    os.makedirs(a.scratch, exist_ok=True)
    try:
        texts = given(a.texts, a.articles) if a.texts else invented(a.articles, a.scratch)
    except (OSError, Missing) as why:
        sys.exit(f"speed: no articles: {why} (build with: mvn -q -pl app,bench -am package -DskipTests)")
    if len(texts) < 2:
        sys.exit("speed: fewer than two articles")
    number = len(texts)
    one, all_ = written(os.path.join(a.scratch, "one"), texts[:1]), written(os.path.join(a.scratch, "all"), texts)
    size = sum(len(tokens(text)) for text in texts) / number

    def other(command):
        return lambda _, folder: measured(shlex.split(command.replace("{texts}", shlex.quote(folder))))

    readers = [("Rashomon, default reader", rashomon)]
    readers += [(name, run) for name, run, key in (("CoreNLP " + CORENLP + " with quotes", corenlp, "corenlp"), ("textacy's quotations", textacy, "textacy")) if key not in without]
    readers += [(name, other(command)) for name, command in (peer.split("=", 1) for peer in a.peer)]
    pages = [("Rashomon, pages", rashomon_pages)] + ([("trafilatura", trafilatura)] if "trafilatura" not in without else [])
    claims = [cost(name, run, a.scratch, one, all_, number) for name, run in readers]
    extraction = [cost(name, run, a.scratch, one, all_, number) for name, run in pages]
    print(f"{number} articles of {size:.0f} tokens on the average; {os.cpu_count()} cores")
    for title, rows in (("Who says what", claims), ("Articles out of pages", extraction)):
        if "missing" in rows[0]:
            sys.exit(f"speed: Rashomon itself was not measured: {rows[0]['missing']}")
        table(title, rows, rows[0])
    if a.out:
        with open(a.out, "w", encoding="utf-8") as out:
            json.dump({"articles": number, "tokens": size, "cores": os.cpu_count(), "claims": claims, "pages": extraction}, out, indent=1)


if __name__ == "__main__":
    main()
