"""Gold and weak labels of acts, and how the act head's outputs become one act."""
import re

import torch

from . import data, text
from .labels import ACTS

NEGATION = re.compile(r"\b(?:not|never|no|refus\w+|declin\w+|without)\b|n['’]t\b", re.I)
SIZE = len(ACTS) + 1


def sentences(path, split):
    """The sentences of our own: documents of one attribution with its act."""
    return [
        data.Document(r["id"], r["text"], attributions=[(r["cue"], [], r["content"])], act=r["act"])
        for r in data.records(path)
        if r["split"] == split
    ]


def rows(path):
    with open(path, encoding="utf-8") as f:
        return [line.rstrip("\n").split("\t") for line in f if line.strip() and not line.startswith("#")]


def inflected(lemma):
    head, _, rest = lemma.partition(" ")
    stem = head[:-1] if head.endswith("e") else head
    forms = {head, head + "s", head + "es", stem + "ed", stem + "ing", head + head[-1] + "ed", head + head[-1] + "ing"}
    if head.endswith("y"):
        forms |= {head[:-1] + "ies", head[:-1] + "ied"}
    return {(f + " " + rest).strip() for f in forms}


class WeakLabels:
    """Acts from the rules' lexicons: of the cue where it decides, else of patterns in the content."""

    def __init__(self, cues_path, acts_path):
        self.cues, self.longest = {}, 1
        for lemma, kind, act, voiced, polarity, *rest in rows(cues_path):
            if voiced != "y" or polarity == "-" and act != "DENY":
                continue
            forms = inflected(lemma) if kind == "v" else {lemma, lemma + "s"}
            if len(rest) > 1:
                forms |= {f.replace("_", " ") for f in rest[1].split()}
            for f in forms:
                self.cues[f] = act
                self.longest = max(self.longest, len(f.split()))
        self.patterns = [(act, re.compile(r"\b" + p, re.I)) for act, kind, p in rows(acts_path) if kind != "agent"]

    def of(self, cue: str, content: str):
        """The act, or None where the lexicons do not tell."""
        if NEGATION.search(cue):
            return None
        words = re.findall(r"[\w'’-]+", cue.lower())
        found = next((self.cues[p] for n in range(self.longest, 0, -1) for i in range(len(words) - n + 1)
                      for p in [" ".join(words[i : i + n])] if p in self.cues), None)
        if found != "ASSERT":
            return found
        acts = {act for act, p in self.patterns if p.search(content)}
        return min(acts, key=ACTS.index) if acts else "ASSERT"


def labelled(documents, weak):
    """Documents of one attribution each, with weak acts, that share their text with the given ones."""
    for d in documents:
        for cue, source, content in d.attributions:
            if cue and content:
                join = lambda spans: " ".join(d.text[a:b] for a, b in spans)
                act = weak.of(join(cue), join(content))
                if act:
                    yield data.Document(d.id, d.text, attributions=[(cue, source, content)], act=act)


def scores(outputs, cue, content):
    """[9] scores of one attribution: outputs [T, 20] and the piece indexes of the words of cue and content."""
    def pooled(rows, weight):
        r = outputs[rows]
        return torch.softmax(r[:, weight], 0) @ r[:, weight + 1 : weight + SIZE]

    return pooled(cue, 0) + pooled(content, SIZE)


def word_pieces(spans, window):
    """First word-pieces of the words of the spans that the window holds."""
    return [window.first[i] for a, b in data.in_words(spans, window) for i in range(a, b + 1)]


def located(tok, documents):
    """(document number, window, cue pieces, content pieces) of every attribution; the window is the cue's paragraph alone."""
    for n, d in enumerate(documents):
        cue, _, content = d.attributions[0]
        bounds = next(((a, b) for a, b in text.paragraph_bounds(d.text) if a <= cue[0][0] < b), None)
        w = bounds and next((w for w in text.document(tok, d.text, [bounds]) if w.starts[0] <= cue[0][0] < w.ends[-1]), None)
        if w:
            c, t = word_pieces(cue, w), word_pieces(content, w)
            if c and t:
                yield n, w, c, t


def packed(tok, documents, rng):
    """(window, [(cue pieces, content pieces, act)]): some sentences in a row, in one paragraph or several, as an article has them."""
    order, at = list(documents), 0
    rng.shuffle(order)
    while at < len(order):
        size, between = rng.choice((1, 1, 2, 3, 4, 5)), rng.choice((" ", "\n"))
        body, asked = "", []
        for d in order[at : at + size]:
            shift = lambda spans: [(a + len(body), b + len(body)) for a, b in spans]
            asked += [(shift(cue), shift(content), ACTS.index(d.act)) for cue, _, content in d.attributions]
            body += d.text.replace("\n", " ") + between
        at += size
        for w in text.document(tok, body):
            found = [(word_pieces(cue, w), word_pieces(content, w), act) for cue, content, act in asked
                     if w.starts[0] <= cue[0][0] < w.ends[-1] and cue[0][0] >= w.starts[w.bounds[w.owned][0]]]
            found = [(c, t, act) for c, t, act in found if c and t]
            if found:
                yield w, found


def predicted(run, tok, documents):
    """(gold, predicted) act indexes; `run` gives (window, outputs) of windows, as `decode.run` does."""
    found = list(located(tok, documents))
    results = run([w for _, w, _, _ in found])
    best = [int(scores(torch.from_numpy(o[5]), c, t).argmax()) for (_, _, c, t), (_, o) in zip(found, results)]
    return [ACTS.index(documents[n].act) for n, *_ in found], best


def figures(gold, best):
    """F1 per act and their mean, in percent."""
    f = {}
    for i, a in enumerate(ACTS):
        tp = sum(g == b == i for g, b in zip(gold, best))
        f[a] = round(200 * tp / max(1, gold.count(i) + best.count(i)), 1)
    right = sum(g == b for g, b in zip(gold, best))
    return {"macro": round(sum(f.values()) / len(f), 1), "accuracy": round(100 * right / max(1, len(gold)), 1), **f}
