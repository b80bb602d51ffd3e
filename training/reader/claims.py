"""The head that reads a claim whose source, cue and content are known: act, stances, whom it is aimed at. The Java reader does exactly the same.

It reads the encoder's states at the words around a claim: one linear layer over inner states and the names' scores, which becomes part
of the encoder's graph (`states`), and a small transformer over the words of one claim with their roles, a graph of its own.
"""
import bisect
import dataclasses
import gzip
import hashlib
import json
import os
import re

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from . import data
from .labels import ACTS

STANCES = ("BLAMES", "CLEARS", "TELLS", "NOT_HAPPENED", "OTHER_CAUSE", "ANSWERABLE")
AIMS = ("TARGET", "BLAMED", "CLEARED")
# role of a word in a claim
NONE, SOURCE, CUE, CONTENT = range(4)
# words before and behind a claim that are read with it, and all words at most
BEFORE, AFTER, MOST = 24, 10, 200
# outputs of the exported encoder that states are made of; {0} and {1} are its layer in the middle and its last
INNER = ("/encoder/norm/LayerNormalization_output_0", "/encoder/layers.{0}/norm2/LayerNormalization_output_0",
         "/encoder/layers.{1}/norm2/LayerNormalization_output_0", "entities")


def inner(layers):
    """Names of the tensors of an exported encoder of so many layers."""
    return [n.format((layers - 1) * 3 // 5, layers - 1) for n in INNER]


@dataclasses.dataclass
class Claim:
    """A claim and what a reader says of it; spans are code points of the text. Without `aims` only the act is known."""

    group: str                    # article or sentence: what a split keeps together
    text: str
    source: list
    cue: list
    content: list
    act: str = None               # None where nobody claims
    aims: dict = None             # aim to spans
    own: set = frozenset()        # aims that are the speaker's own side
    stances: set = frozenset()


def around(starts, source, cue, content):
    """(first word, roles) of the words that are read for a claim; None where it holds no word. `starts` are those of all words."""
    spans = [(a, b, CONTENT) for a, b in content] + [(a, b, SOURCE) for a, b in source] + [(a, b, CUE) for a, b in cue]
    at = lambda offset: bisect.bisect_left(starts, offset)
    first = max(0, at(min(a for a, _, _ in spans)) - BEFORE)
    end = min(len(starts), at(max(b for _, b, _ in spans)) + AFTER, first + MOST)
    roles = [NONE] * max(0, end - first)
    for a, b, role in spans:
        for i in range(max(first, at(a)), min(at(b), end)):
            roles[i - first] = role
    return (first, roles) if any(roles) else None


class Layer(nn.Module):
    """A transformer block, normalised before."""

    def __init__(self, size, heads, dropout):
        super().__init__()
        self.n, self.p = heads, dropout
        self.qkv, self.out = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.n1, self.n2 = nn.LayerNorm(size), nn.LayerNorm(size)
        self.up, self.down = nn.Linear(size, 2 * size), nn.Linear(2 * size, size)

    def forward(self, x, mask):
        b, t, h = x.shape
        q, k, v = self.qkv(self.n1(x)).view(b, t, 3, self.n, h // self.n).permute(2, 0, 3, 1, 4).unbind(0)
        a = torch.softmax(q @ k.transpose(-1, -2) / (h // self.n) ** 0.5 + mask, -1)
        x = x + F.dropout(self.out((a @ v).transpose(1, 2).reshape(b, t, h)), self.p, self.training)
        return x + F.dropout(self.down(F.gelu(self.up(self.n2(x)))), self.p, self.training)


class ClaimHead(nn.Module):
    """Scores of claims, [B, ...], from inner states [B, T, inputs] and roles [B, T] of their words; `mask` is true at words."""

    def __init__(self, inputs, size=128, layers=2, heads=4, dropout=0.2, input_dropout=0.3):
        super().__init__()
        self.sizes = dict(inputs=inputs, size=size, layers=layers, heads=heads)
        self.p, self.pin = dropout, input_dropout
        self.proj = nn.Linear(inputs, size)
        self.role = nn.Embedding(4, size)
        self.layers = nn.ModuleList(Layer(size, heads, dropout) for _ in range(layers))
        self.last = nn.LayerNorm(size)
        self.w = nn.Linear(size, 3)      # weights of the words of cue, content, all
        self.act, self.kind = nn.Linear(3 * size, len(ACTS)), nn.Linear(3 * size, len(STANCES))
        self.selfs, self.yes = nn.Linear(3 * size, len(AIMS)), nn.Linear(3 * size, 1)
        self.tag = nn.Linear(size, len(AIMS))

    def states(self, x):
        return self.proj(F.dropout(x, self.pin, self.training))

    def read(self, states, roles, mask):
        """(voiced [B, 1], acts, stances, own, aims of words), not yet probabilities."""
        x, far = states + self.role(roles), (1 - mask.to(states.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, far[:, None, None])
        x = self.last(x)
        weights, pools = self.w(x), []
        for k, role in enumerate((CUE, CONTENT, None)):
            on = mask.to(x.dtype) if role is None else (roles == role).to(x.dtype)
            a = torch.softmax(weights[..., k] - 1e4 * (1 - on), 1) * on.amax(1, keepdim=True)
            pools.append((a[..., None] * x).sum(1))
        pooled = F.dropout(torch.cat(pools, -1), self.p, self.training)
        return self.yes(pooled), self.act(pooled), self.kind(pooled), self.selfs(pooled), self.tag(x)

    def forward(self, x, roles, mask):
        return self.read(self.states(x), roles, mask)


class Exported(nn.Module):
    """What is exported of a head: states of one claim in, probabilities out."""

    def __init__(self, head):
        super().__init__()
        self.head = head

    def forward(self, states, roles):
        voiced, act, stance, own, aims = self.head.read(states, roles, torch.ones_like(roles, dtype=torch.bool))
        return torch.sigmoid(voiced), torch.softmax(act, -1), torch.sigmoid(stance), torch.sigmoid(own), torch.sigmoid(aims)


def rounded(states):
    """States as the program keeps them: eight bits a number, one factor a word."""
    most = np.abs(states).max(1, keepdims=True)
    steps = np.floor(states * np.divide(127, most, out=np.zeros_like(most), where=most > 0) + 0.5)
    return (steps * (most / 127)).astype(np.float32)


def reading(session, words, least, source, cue, content):
    """What an exported head says of a claim: voiced, acts, stances, own, [(aim, span, probability)]; None where it holds no word."""
    found = around(words.starts, source, cue, content)
    if not found:
        return None
    first, roles = found
    states = rounded(words.states[0][first : first + len(roles)].numpy())
    voiced, acts, stances, own, aims = session.run(
        ["voiced", "act", "stance", "own", "aims"], {"states": states[None], "roles": np.array([roles])})
    aimed = []
    for k, aim in enumerate(AIMS):
        i = 0
        while i < len(roles):
            end = i
            while end < len(roles) and aims[0, end, k] >= least[k]:
                end += 1
            if end > i:
                aimed.append([aim, [words.starts[first + i], words.ends[first + end - 1]], float(aims[0, i:end, k].mean())])
                i = end
            i += 1
    return [float(voiced[0, 0]), acts[0].tolist(), stances[0].tolist(), own[0].tolist(), sorted(aimed, key=lambda a: a[1])]


# ---- labels ----

def texts(folder):
    """Article id to text of the sets that are labelled."""
    found = {r["id"]: r["text"] for r in data.records(os.path.join(folder, "attribution/polnear/train.jsonl.gz"))}
    for name in ("articles/fa-kes", "articles/abp-syria", "timelines/t17/articles"):
        for r in data.records(os.path.join(folder, name + ".jsonl.gz")):
            found[r["id"]] = (r.get("title") or "") + "\n" + r["text"]
    return found


MARKS = {"[[": "]]", "{{": "}}", "<<": ">>"}


def unmarked(marked):
    """The text without its marks, and the spans of source, cue and content."""
    spans, begun, out, at = {m: [] for m in MARKS}, {}, "", 0
    for m in re.finditer(r"\[\[|\]\]|\{\{|\}\}|<<|>>", marked):
        out, at, opening = out + marked[at : m.start()], m.end(), next((o for o, c in MARKS.items() if c == m.group()), None)
        if opening is None:
            begun[m.group()] = len(out)
        elif opening in begun:
            spans[opening].append([begun.pop(opening), len(out)])
        else:
            out += m.group()
    return out + marked[at:], spans["[["], spans["{{"], spans["<<"]


def placed(text, stretch, spans):
    """Spans of a stretch as spans of the text that holds it, whatever white space either has; None where it does not."""
    ink = [i for i, c in enumerate(text) if not c.isspace()]
    at = "".join(text[i] for i in ink).find("".join(stretch.split()))
    if at < 0:
        return None
    count = [0]
    for c in stretch:
        count.append(count[-1] + (not c.isspace()))
    return [[ink[at + count[a]], ink[at + count[b] - 1] + 1] for a, b in spans if count[b] > count[a]]


def of_words(words, text, claim):
    """Where the words of a label stand: in the content, else in the claim, else near it."""
    source, cue, content = claim
    low, high = min(a for a, _ in source + cue + content), max(b for _, b in source + cue + content)
    for a, b in content + [[low, high], [max(0, low - 250), high + 120]]:
        m = re.search(r"(?<!\w)" + re.escape(words) + r"(?!\w)", text[a:b]) or re.search(re.escape(words), text[a:b])
        if m:
            return [a + m.start(), a + m.end()]
    return None


def labelled(path, text_of):
    """Claims of `data/acts`: a stretch of text with its marks, and what a reader said in words."""
    for r in data.records(path):
        stretch, *spans = unmarked(r["text"])
        text = text_of.get(r["article"], stretch)
        if r["set"] == "polnear-train":
            spans = [r["source"], r["cue"], r["content"]]
        else:
            moved = [placed(text, stretch, s) for s in spans]
            spans, text = (moved, text) if None not in moved else (spans, stretch)
        who = lambda kind: [s["who"] for s in r["stance"] if s["kind"] == kind and s.get("who")]
        named = {"TARGET": r["targets"], "BLAMED": who("BLAMES"), "CLEARED": who("CLEARS")}
        yield Claim(
            r["article"], text, *spans, act=r["act"] if r["claim"] != "no" else None,
            aims={k: [s for w in v if w != "self" for s in [of_words(w, text, spans)] if s] for k, v in named.items()},
            own={k for k, v in named.items() if "self" in v}, stances={s["kind"] for s in r["stance"]} & set(STANCES))


def of_spans(path, text_of):
    """Claims of `claims/labels.jsonl.gz`: spans of the texts and what readers said of them."""
    for r in data.records(path):
        yield Claim(r["article"], text_of[r["article"]], r["source"], r["cue"], r["content"], act=r["act"],
                    aims=r["aims"], own=set(r["own"]), stances=set(r["stances"]))


def own_sentences(path):
    """Sentences of our own, of which only the act is known; those of the test part teach nothing."""
    for r in data.records(path):
        if r["split"] != "test":
            yield Claim(r["id"], r["text"], [], r["cue"], r["content"], act=r["act"])


def held_out(group, percent=15):
    """Whether an article is kept out of training, by its name alone."""
    return int(hashlib.md5(group.encode()).hexdigest(), 16) % 100 < percent
