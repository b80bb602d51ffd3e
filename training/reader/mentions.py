"""Who *he, she, it, they, the ministry* is: every later mention chooses among earlier ones, or none.

A text's mentions are spans: gold ones where a set marks them, and capitalised runs beside them as rivals.
"""
import dataclasses
import json
import re

import torch
from torch.nn import functional as F

from . import data, links, text

PRONOUNS = set("he him his himself she her hers herself it its itself they them their theirs themselves".split())
DEFINITE = re.compile(r"(?:the|this|that|these|those)\b", re.I)
RUN = re.compile(r"[A-Z][\w’'-]*(?:(?:(?:(?<=\b[A-Z])\.)? | (?:of|the|de|van|von|bin|al|da|del|la) )[A-Z][\w’'-]*)*")
NO_NAMES = set("""the a an he she it they his her its their we i you this that these those in on at by for from with without of to as and but or
 if when while after before since during although though because however there here who what which where why how both all some many most
 one two three not no yes also then now so yet another each other its it's i'm monday tuesday wednesday thursday friday saturday sunday january
 february march april may june july august september october november december""".split())
LONGEST = 40        # words of a candidate


@dataclasses.dataclass
class Anaphor:
    """A span that refers back, and the indexes of the candidates that it may stand for; -1 allows none of them."""

    span: tuple
    allowed: list
    pool: list = None      # candidates that it may choose from; all where missing


@dataclasses.dataclass
class Mentions:
    document: data.Document
    candidates: list       # spans
    anaphors: list


def tokens(name: str) -> set:
    return {t.lower() for t in re.findall(r"\w{2,}", name)} - {"the", "of", "jr", "sr", "mr", "mrs", "ms", "dr"}


def same_name(a: str, b: str) -> bool:
    """Whether one name is the other or part of it."""
    x, y = tokens(a), tokens(b)
    return bool(x and y) and (x <= y or y <= x)


def runs(body: str):
    """Capitalised runs that could be names."""
    for m in RUN.finditer(body):
        s, e = m.span()
        words = m.group().split()
        while words and words[0].lower() in NO_NAMES:
            s += len(words[0]) + 1
            words = words[1:]
        if words and e > s and not (len(words) == 1 and words[0].lower() in NO_NAMES):
            end = e - 2 if body[s:e].endswith(("'s", "’s")) else e
            if end > s:
                yield s, end


def gap(path):
    """Pronouns between two names. Rivals are all other capitalised runs, so *neither* means one of those or nobody."""
    result = []
    for r in data.records(path):
        by = {e["type"]: e for e in r["entities"]}
        spans = [(by[k]["start"], by[k]["end"]) for k in "AB"]
        pronoun = (by["Pronoun"]["start"], by["Pronoun"]["end"])
        candidates = list(spans)
        candidates += [s for s in runs(r["text"]) if all(s[1] <= a or b <= s[0] for a, b in spans + [pronoun])]
        word = lambda s: r["text"][s[0] : s[1]]
        of = [[i for i, c in enumerate(candidates) if i == k or i > 1 and same_name(word(c), word(spans[k]))] for k in (0, 1)]
        true = [by[k]["coref"] for k in "AB"]
        allowed = of[0] if true[0] else of[1] if true[1] else [-1] + [i for i in range(len(candidates)) if i not in of[0] + of[1]]
        d = data.Document(r["id"], r["text"].replace("\n", " "))
        result.append(Mentions(d, candidates, [Anaphor(pronoun, allowed)]))
    return result


def ontogum(path):
    """Pronouns and definite descriptions with the earlier mentions of their clusters; the news of its dev and test parts stays unread."""
    result = []
    for r in data.records(path):
        if r["split"] != "train" and r["genre"] == "news":
            continue
        clusters = [[tuple(m) for m in c] for c in as_list(r["clusters"])]
        of = {m: n for n, c in enumerate(clusters) for m in c}
        candidates = sorted(of)
        known = set(of)
        candidates += [s for s in runs(r["text"]) if not any(a < s[1] and s[0] < b and b - a < 60 for a, b in known)]
        anaphors = []
        for n, c in enumerate(clusters):
            for m in c:
                word = r["text"][m[0] : m[1]]
                pronoun = word.lower() in PRONOUNS
                if not pronoun and not (DEFINITE.match(word) and len(word.split()) <= 4):
                    continue
                allowed = [i for i, x in enumerate(candidates) if of.get(x) == n and x < m and x[1] <= m[0]]
                pool = [i for i, x in enumerate(candidates) if x[1] <= m[0]]
                if allowed:
                    anaphors.append(Anaphor(m, allowed, pool))
                elif not pronoun:
                    anaphors.append(Anaphor(m, [-1], pool))
        result.append(Mentions(data.Document(r["id"], r["text"]), candidates, anaphors))
    return result


def ecb(path):
    """Pronouns of news stories with the earlier mentions of their participants."""
    result = []
    for r in data.records(path):
        of = {(e["start"], e["end"]): e["chain"] for e in r["entities"] if e["validated"]}
        candidates = sorted(of)
        candidates += [s for s in runs(r["text"]) if all(s[1] <= a or b <= s[0] for a, b in of)]
        anaphors = []
        for m, chain in of.items():
            if r["text"][m[0] : m[1]].lower() in PRONOUNS:
                pool = [i for i, x in enumerate(candidates) if x[1] <= m[0]]
                allowed = [i for i in pool if of.get(candidates[i]) == chain]
                if allowed:
                    anaphors.append(Anaphor(m, allowed, pool))
        result.append(Mentions(data.Document(r["doc_id"], r["text"]), candidates, anaphors))
    return result


FULL = re.compile(r"(?:[A-Z][\w’'-]+ )(?:(?:[A-Z]\. |al-|bin |van |von |de )?)[A-Z][\w’-]{2,}")
TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Col|Sen|Rep|Gov)\. |Mr |Mrs |Ms |Dr |President |Senator |Chancellor |Secretary |General )?"
VERB = re.compile(r"^ (?:(?:also|never|later|then|now|once|often|has|had|would|will|could) )*(?:said|says|told|was|is|has|had|would|will|could|can|did|does|came|went|took|"
                  r"made|began|became|gave|got|saw|knew|won|lost|met|left|spoke|thought|wrote|ran|found|kept|[a-z]{3,}ed|[a-z]{3,}es)\b")
OBJECT = re.compile(r"\b(?:to|of|with|by|for|from|against|on|about|at|between|behind|told|asked|called|urged|accused|met|saw|named|made|gave|let|[a-z]{3,}(?:ed|ing)) $")
PRONOUN_OF = {"he": ("he", "him", "his"), "she": ("she", "her", "her")}


def silver(documents, rng, share=0.4):
    """
    Articles in which some repeated surnames were replaced by a pronoun (as Kocijan et al. 2019 do for Wikipedia), which then means
    the other mentions of that name. People are those whom an article names in full and later by surname alone; an article that
    says both *he* and *she* is left out, for it does not tell who is which.
    """
    result = []
    for d in documents:
        body = d.text
        counts = {g: len(re.findall(rf"\b(?:{g}|{PRONOUN_OF[g][2]})\b", body, re.I)) for g in PRONOUN_OF}
        gender = max(counts, key=counts.get)
        if counts[gender] == 0 or 4 * min(counts.values()) > counts[gender]:
            continue
        known = {m.group().split()[-1] for m in FULL.finditer(body) if m.group().split()[0].lower() not in NO_NAMES}
        later = [m for m in re.finditer(TITLE + r"(?<![\w-])([A-Z][\w’-]{2,}?)( ?['’]s)?(?![\w-])(?! [A-Z])", body)
                 if m.group(1) in known and not re.search(r"[A-Z][\w’'.-]*,? $", body[: m.start()][-30:])]
        pieces, at, replaced = [], 0, []
        length = 0
        for m in later:
            if rng.random() > share or m.start() < at:
                continue
            if m.group(2):
                word = PRONOUN_OF[gender][2]
            elif VERB.match(body[m.end() : m.end() + 40]):
                word = PRONOUN_OF[gender][0]
            elif OBJECT.search(body[max(0, m.start() - 30) : m.start()]):
                word = PRONOUN_OF[gender][1]
            else:
                continue
            if re.search(r"(?:^|[.!?\n][\"”’']? ?|[“\"])$", body[: m.start()]):
                word = word.capitalize()
            pieces.append(body[at : m.start()])
            length += m.start() - at
            replaced.append(((length, length + len(word)), m.group(1)))
            pieces.append(word)
            length += len(word)
            at = m.end()
        if not replaced:
            continue
        pieces.append(body[at:])
        new = "".join(pieces)
        candidates = [s for s in runs(new) if new[s[0] : s[1]].lower() not in PRONOUNS]
        anaphors = []
        for span, name in replaced:
            allowed = [i for i, (a, b) in enumerate(candidates) if re.search(rf"(?:^|[ -]){re.escape(name)}$", new[a:b]) and -1500 < a - span[0] < 200]
            if any(candidates[i][0] < span[0] for i in allowed):
                anaphors.append(Anaphor(span, allowed))
        if anaphors:
            result.append(Mentions(data.Document(d.id, new), candidates, anaphors))
    return result


def as_list(value):
    return json.loads(value) if isinstance(value, str) else value


@dataclasses.dataclass
class Table:
    """What one window asks, in its words."""

    window: text.Window
    anaphors: list       # (first, last)
    spans: list          # (first, last) of candidates
    near: list           # [anaphor][candidate] may be chosen
    gold: list           # [anaphor][none, candidates...]


def tables(tok, documents, limit=text.LIMIT):
    """Tables of all windows. An anaphor whose antecedents lie outside its window is left out."""
    for m in documents:
        for w in text.document(tok, m.document.text, limit=limit):
            words = {}
            for i, c in enumerate(m.candidates):
                found = data.in_words([c], w)
                if len(found) == 1 and found[0][1] - found[0][0] < LONGEST and w.starts[found[0][0]] <= c[0] < w.ends[found[0][0]]:
                    words[i] = found[0]
            t = Table(w, [], list(words.values()), [], [])
            for a in m.anaphors:
                at = data.in_words([a.span], w)
                if len(at) != 1 or w.starts[at[0][0]] != a.span[0]:
                    continue
                pool = set(words) if a.pool is None else set(a.pool)
                near = [i in pool and not (words[i][0] <= at[0][1] and at[0][0] <= words[i][1]) for i in words]
                gold = [-1 in a.allowed] + [i in a.allowed and near[n] for n, i in enumerate(words)]
                if any(gold):
                    t.anaphors.append(at[0])
                    t.near.append(near)
                    t.gold.append(gold)
            if t.anaphors:
                yield t


def scores(outputs, table, distance_bias, size):
    """[anaphors, 1 + candidates], none first; outputs [T, 2 * size + 1]. A span's vector is the mean at its first and last word."""
    first = torch.as_tensor(table.window.first)
    vector = lambda spans: outputs[first[torch.tensor(spans)]].mean(1)
    anaphors = vector(table.anaphors)
    none = anaphors[:, 2 * size :]
    if not table.spans:
        return none
    buckets = torch.tensor([[links.distance(a, s) for s in table.spans] for a in table.anaphors])
    s = anaphors[:, :size] @ vector(table.spans)[:, size : 2 * size].T / size**0.5 + distance_bias[buckets]
    return torch.cat((none, s.masked_fill(~torch.tensor(table.near), -1e4)), 1)


def loss(outputs, rows, distance_bias, size):
    """Summed negative log-likelihood of the allowed choices and how many anaphors there were; outputs [B, T, channels]."""
    total, n = outputs.new_zeros(()), 0
    for o, t in zip(outputs, rows):
        p = F.log_softmax(scores(o, t, distance_bias, size), 1)
        total = total - p.masked_fill(~torch.tensor(t.gold), -1e4).logsumexp(1).sum()
        n += len(t.anaphors)
    return total, n


def choices(run, tok, documents, distance_bias, size):
    """(table, probabilities [anaphors, 1 + candidates]) of every window with anaphors."""
    rows = list(tables(tok, documents))
    for t, (_, o) in zip(rows, run([t.window for t in rows])):
        yield t, torch.softmax(scores(torch.from_numpy(o[4]), t, distance_bias, size), 1)


def gap_figures(run, tok, path, distance_bias, size, least=0.0):
    """F1 of GAP over its names A and B: a name is right when the choice is it or another mention of the same name."""
    tp = predicted = gold = 0
    records = {r["id"]: r for r in data.records(path)}
    documents = gap(path)
    gold = sum(e["coref"] is True for r in records.values() for e in r["entities"])
    for m in documents:
        r = records[m.document.id]
        by = {e["type"]: e for e in r["entities"]}
        for t, p in choices(run, tok, [m], distance_bias, size):
            spans = [(t.window.starts[a], t.window.ends[b]) for a, b in t.spans]
            names = [r["text"][a:b] for a, b in spans]
            # mentions of one name stand for one person, as in the engine: their probabilities add up
            likely = [sum(float(p[0, 1 + j]) for j, other in enumerate(names) if same_name(name, other)) for name in names]
            best = max(range(len(likely)), key=likely.__getitem__, default=None)
            if best is None or likely[best] < max(least, float(p[0, 0])):
                continue
            for k in "AB":
                e = by[k]
                if spans[best][0] < e["end"] and e["start"] < spans[best][1] or same_name(names[best], e["text"]):
                    predicted += 1
                    tp += e["coref"] is True
    return {"P": round(100 * tp / max(1, predicted), 1), "R": round(100 * tp / max(1, gold), 1), "F1": round(200 * tp / max(1, predicted + gold), 1)}
