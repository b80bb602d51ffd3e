"""Windows to tensors: batches of like length, words gathered by paragraph."""
import dataclasses

import numpy as np
import torch

from . import links
from .labels import ENTITY_TAGS, SPAN_TAGS


@dataclasses.dataclass
class Batch:
    ids: torch.Tensor
    mask: torch.Tensor
    shapes: torch.Tensor
    words: torch.Tensor        # [paragraphs, W] index of each word's first word-piece in the flattened [B * T]
    lengths: torch.Tensor      # [paragraphs]
    allowed: torch.Tensor      # [paragraphs, W, R, C] bool
    links: list                # per window that has cues: see `link_gold`
    attribution: bool


def batches(examples, tokens: int, rng) -> list:
    """Groups of windows of like length, of at most so many word-pieces with padding, in random order."""
    order = sorted(examples, key=lambda e: (len(e.window.ids), rng.random()))
    result, now = [], []
    for e in order:
        if now and len(e.window.ids) * (len(now) + 1) > tokens:
            result.append(now)
            now = []
        now.append(e)
    if now:
        result.append(now)
    rng.shuffle(result)
    return result


def padded(windows):
    """(ids, mask, shapes) as int64 arrays [B, T]."""
    size = max(len(w.ids) for w in windows)
    ids, mask, shapes = (np.zeros((len(windows), size), np.int64) for _ in range(3))
    for i, w in enumerate(windows):
        n = len(w.ids)
        ids[i, :n], mask[i, :n], shapes[i, :n] = w.ids, 1, w.shapes
    return ids, mask, shapes


def paragraph_of(window, word: int) -> int:
    return next(p for p, (lo, hi) in enumerate(window.bounds) if lo <= word < hi)


def link_table(window, cues, spans, row: int, width: int, role: int):
    """Pairs of cues and spans: piece indexes, distance and between buckets, and which are near enough to be linked."""
    at = lambda word: row * width + window.first[word]
    near = np.zeros((len(cues), len(spans)), bool)
    distance = np.zeros((len(cues), len(spans)), np.int64)
    between = np.zeros_like(distance)
    pc = [paragraph_of(window, c[0]) for c in cues]
    ps = [paragraph_of(window, s[0]) for s in spans]
    for i, c in enumerate(cues):
        for j, s in enumerate(spans):
            near[i, j] = abs(pc[i] - ps[j]) <= 1
            distance[i, j] = links.distance(c, s)
            between[i, j] = links.between(c, s, cues)
    return {
        "role": role,
        "cues": np.array([[at(a), at(b)] for a, b in cues], np.int64).reshape(-1, 2),
        "spans": np.array([[at(a), at(b)] for a, b in spans], np.int64).reshape(-1, 2),
        "near": near, "distance": distance, "between": between,
    }


def link_gold(e, row, width):
    """Tables for sources and contents with the gold choice: allowed sources (or none) per cue, the cue per content."""
    result = []
    table = link_table(e.window, e.cues, e.sources, row, width, 0)
    gold = np.zeros((len(e.cues), len(e.sources) + 1), bool)
    for i, of in enumerate(e.source_of):
        for j in of:
            table["near"][i, j] = True
            gold[i, j + 1] = True
        gold[i, 0] = not of
    result.append({**table, "gold": gold})
    if e.contents:
        table = link_table(e.window, e.cues, e.contents, row, width, 1)
        gold = np.zeros((len(e.cues), len(e.contents)), bool)
        for j, i in enumerate(e.cue_of):
            table["near"][i, j] = True
            gold[i, j] = True
        result.append({**table, "gold": gold})
    return result


def collate(examples) -> Batch:
    ids, mask, shapes = padded([e.window for e in examples])
    width = ids.shape[1]
    attribution = examples[0].tags is not None
    paragraphs = [(r, e, lo, hi) for r, e in enumerate(examples) for lo, hi in e.window.bounds]
    longest = max(hi - lo for _, _, lo, hi in paragraphs)
    words = np.zeros((len(paragraphs), longest), np.int64)
    tags = len(SPAN_TAGS) if attribution else len(ENTITY_TAGS)
    allowed = np.zeros((len(paragraphs), longest, 3 if attribution else 1, tags), bool)
    allowed[..., 0] = True
    for n, (r, e, lo, hi) in enumerate(paragraphs):
        words[n, : hi - lo] = [r * width + i for i in e.window.first[lo:hi]]
        if attribution:
            for role, row in enumerate(e.tags):
                here = np.array(row[lo:hi])
                allowed[n, range(hi - lo), role, 0] = False
                allowed[n, range(hi - lo), role, here] = True
        else:
            for i, options in enumerate(e.allowed[lo:hi]):
                allowed[n, i, 0, 0] = False
                allowed[n, i, 0, list(options)] = True
    tables = [t for r, e in enumerate(examples) if e.cues for t in link_gold(e, r, width)]
    return Batch(
        torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(shapes), torch.from_numpy(words),
        torch.tensor([hi - lo for _, _, lo, hi in paragraphs]), torch.from_numpy(allowed), tables, attribution,
    )
