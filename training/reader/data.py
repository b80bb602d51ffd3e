"""Reads the data sets into documents, and documents into windows with gold spans."""
import dataclasses
import gzip
import hashlib
import json
import os

from . import augment, text
from .labels import ENTITIES, ENTITY_TAGS, ROLES, SHAPES, SPAN_TAGS, tag

SENTENCES_PER_DOCUMENT = 8
ANY = None


def records(path: str):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as f:
        for line in f:
            if line.strip():
                yield json.loads(line)


@dataclasses.dataclass
class Document:
    """A text with gold. Attributions: (cue, sources, contents), each a list of spans; entities: (start, end, types)."""

    id: str
    text: str
    attributions: list = None
    entities: list = None
    unlabelled: tuple = ()     # entity types that the set does not mark: its other words may bear them
    act: str = None


def polnear(path: str) -> list:
    return [
        Document(r["id"], r["text"], attributions=[(a["cue"], a["source"], a["content"]) for a in r["attributions"]])
        for r in records(path)
    ]


THAT = "that "


def articles(folder: str) -> dict:
    """Texts of the articles in a folder by id: title, a line break, text, as labels count them."""
    result = {}
    for name in sorted(os.listdir(folder)):
        if name.endswith(".jsonl.gz"):
            result.update((r["id"], (r.get("title") or "") + "\n" + r["text"]) for r in records(os.path.join(folder, name)))
    return result


def labelled(path: str, texts: dict) -> list:
    """Articles of which every claim is labelled, spans only, with their texts. Content takes in its complementizer, as PolNeAR has it."""
    def with_that(body, span):
        start, end = span
        return (start - len(THAT), end) if body[max(0, start - len(THAT)) : start].lower() == THAT else (start, end)

    result = []
    for r in records(path):
        body = texts[r["article"]]
        result.append(Document(r["article"], body, attributions=[
            (c["cue"], c["source"], [with_that(body, s) for s in c["content"]]) for c in r["claims"]
        ]))
    return result


def plain(path: str) -> list:
    """Texts without gold."""
    return [Document(r["id"], r["text"]) for r in records(path)]


# Type of each set -> ours. A tuple allows any of its members (old sets call nationalities MISC).
EWW = {"Person": "PER", "Location": "LOC", "Organization": "ORG", "NORP": "NORP", "Misc": "MISC", "Facility": "MISC", "Product": "MISC"}
WIKIGOLD = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "MISC": ("MISC", "NORP")}
BTC = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}
WNUT = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": ("ORG", "NORP", "MISC"), "product": "MISC", "creative-work": "MISC"}
CROSSNER = {"politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG", "country": "LOC", "location": "LOC",
            "election": "MISC", "event": "MISC", "misc": ("MISC", "NORP")}
GMB = {"per": "PER", "org": "ORG", "geo": "LOC", "gpe": ("NORP", "LOC"), "art": "MISC", "eve": "MISC", "nat": "MISC"}
ENTITY_SETS = {
    "wikigold": ("wikigold-wikigold.jsonl.gz", WIKIGOLD, ()),
    "btc": ("btc.jsonl.gz", BTC, ("NORP", "MISC")),
    "wnut": ("wnut17-train.jsonl.gz", WNUT, ("NORP", "MISC")),
    "wnut_dev": ("wnut17-dev.jsonl.gz", WNUT, ("NORP", "MISC")),
    "crossner": ("crossner_politics-train.jsonl", CROSSNER, ("NORP",)),
    "crossner_dev": ("crossner_politics-dev.jsonl.gz", CROSSNER, ("NORP",)),
    "gmb": ("gmb_partial-gmb.jsonl.gz", GMB, ("MISC",)),
}


def outlet(eww_id: str) -> str:
    return eww_id.rsplit("_", 1)[0]


def held_out(outlet_name: str) -> bool:
    """The fixed tenth of the outlets that is kept for dev."""
    return hashlib.sha256(outlet_name.encode()).digest()[0] % 10 == 0


def eww(path: str, dev: bool) -> list:
    return [
        Document(r["id"], r["text"], entities=entities(r, EWW))
        for r in records(path)
        if held_out(outlet(r["id"])) == dev and (r.get("aligned", True) or dev)
    ]


def entities(record, types) -> list:
    result = []
    for e in record["entities"]:
        t = types.get(e["type"])
        if t:
            result.append((e["start"], e["end"], (t,) if isinstance(t, str) else t))
    return result


def sentences(path: str, name: str, types, unlabelled) -> list:
    """Sets of single sentences: some consecutive ones make a document."""
    result, rows = [], list(records(path))
    for at in range(0, len(rows), SENTENCES_PER_DOCUMENT):
        body, found = "", []
        for r in rows[at : at + SENTENCES_PER_DOCUMENT]:
            found += [(a + len(body), b + len(body), t) for a, b, t in entities(r, types)]
            body += r["text"].replace("\n", " ") + "\n"
        result.append(Document(f"{name}-{at}", body, entities=found, unlabelled=unlabelled))
    return result


def entity_documents(folder: str, sets: list) -> list:
    result = []
    for s in sets:
        if s == "eww":
            result += eww(os.path.join(folder, "eww.jsonl.gz"), False)
        else:
            file, types, unlabelled = ENTITY_SETS[s]
            result += sentences(os.path.join(folder, file), s, types, unlabelled)
    return result


@dataclasses.dataclass
class Example:
    """A window with its gold, in words: tags per role, and links between spans (first word, last word)."""

    window: text.Window
    tags: list = None           # [role][word] index in SPAN_TAGS
    cues: list = None           # spans
    sources: list = None        # spans
    contents: list = None       # spans
    source_of: list = None      # per cue: indexes in sources
    cue_of: list = None         # per content: index in cues
    allowed: list = None        # [word] tuple of indexes in ENTITY_TAGS


def moved(spans, map_):
    return [(map_[a], map_[b]) for a, b in spans]


# share of the documents that lose commas, apostrophes, paragraphs and most quotation marks at once
STRIPPED = 0.25


def changed(d: Document, rng) -> Document:
    """The document under a random change of marks, commas, apostrophes, paragraphs and case."""
    mode = rng.choices(augment.MODES, augment.SHARES)[0]
    commas = rng.random() < 0.04
    stripped = rng.random() < STRIPPED
    case = rng.choices((None, "lower", "upper", "title"), (0.86, 0.07, 0.04, 0.03))[0]
    if stripped and rng.random() < 0.7:
        mode = "missing"
    body, to = augment.rewrite(d.text, mode, commas, stripped) if mode != "keep" or commas or stripped else (d.text, range(len(d.text) + 1))
    a = d.attributions and [tuple(moved(x, to) for x in parts) for parts in d.attributions]
    e = d.entities and [(to[s], to[t], types) for s, t, types in d.entities]
    if d.attributions is not None:
        a = a or []
    if d.entities is not None:
        e = e or []
    return Document(d.id, augment.recase(body, case), a, e, d.unlabelled, d.act)


def words_of(span, window, paragraph):
    """(first, last) word of a span within a paragraph of the window, or None."""
    import bisect
    lo, hi = window.bounds[paragraph]
    first = bisect.bisect_left(window.starts, span[0], lo, hi)
    last = bisect.bisect_left(window.starts, span[1], lo, hi) - 1
    return (first, last) if last >= first else None


def in_words(spans, window):
    """The parts of spans in each paragraph of the window."""
    result = []
    for s in spans:
        for p, (lo, hi) in enumerate(window.bounds):
            if s[0] < window.ends[hi - 1] and window.starts[lo] < s[1]:
                w = words_of(s, window, p)
                if w:
                    result.append(w)
    return result


def attribution_example(d: Document, w: text.Window) -> Example:
    tags = [[0] * len(w.first) for _ in ROLES]
    cues, sources, contents, source_of, cue_of = [], {}, [], [], []

    def mark(role, spans):
        for a, b in spans:
            if any(tags[role][a : b + 1]):      # two gold spans that share a word: no valid sequence has both
                continue
            for i in range(a, b + 1):
                tags[role][i] = SPAN_TAGS.index(tag(i - a, b - a + 1))

    lo, hi = w.starts[0], w.ends[-1]
    for cue, source, content in d.attributions:
        if not any(s[0] < hi and lo < s[1] for part in (cue, source, content) for s in part):
            continue
        c, s, t = (in_words(x, w) for x in (cue, source, content))
        mark(0, s)
        mark(1, c)
        mark(2, t)
        if not c:
            continue
        source_of.append([sources.setdefault(x, len(sources)) for x in s])
        for x in t:
            contents.append(x)
            cue_of.append(len(cues))
        cues.append(c[0])
    return Example(w, tags, cues, list(sources), contents, source_of, cue_of)


def entity_example(d: Document, w: text.Window) -> Example:
    outside = (0,) + tuple(i for i, t in enumerate(ENTITY_TAGS) if t != "O" and t[2:] in d.unlabelled)
    allowed = [outside] * len(w.first)
    lo, hi = w.starts[0], w.ends[-1]
    for start, end, types in d.entities:
        if start < hi and lo < end:
            for a, b in in_words([(start, end)], w):
                if any(allowed[i] is not outside for i in range(a, b + 1)):
                    continue
                for i in range(a, b + 1):
                    allowed[i] = tuple(ENTITY_TAGS.index(f"{tag(i - a, b - a + 1)}-{t}") for t in types)
    return Example(w, allowed=allowed)


def examples(tok, documents, rng, train: bool) -> list:
    """All windows of the documents; in training under random changes and of random length."""
    result = []
    for d in documents:
        limit = text.LIMIT
        if train:
            d = changed(d, rng)
            limit = rng.choice((128, 160, 192))
        for w in text.document(tok, d.text, limit=limit):
            result.append(attribution_example(d, w) if d.attributions is not None else entity_example(d, w))
    return result
