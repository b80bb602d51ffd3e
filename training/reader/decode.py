"""From head outputs to spans and links. The Java reader does exactly the same."""
import bisect
import math

import numpy as np
import torch

from . import batch as batching, crf, linker, links
from .labels import ENTITY_TAGS, ROLES, SPAN_TAGS

PIECES_PER_BATCH = 4096


def fast_half():
    """Whether this processor multiplies bfloat16 in hardware; elsewhere that is many times slower than float."""
    return torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()


def run(model, windows, half=fast_half()):
    """Yields (window, outputs) in the given order; outputs are one float array a head, [T, channels]."""
    order = sorted(range(len(windows)), key=lambda i: len(windows[i].ids))
    result, at, batched = [None] * len(windows), 0, isinstance(model, torch.nn.Module)
    with torch.inference_mode():
        while at < len(order):
            take = [order[at]]
            at += 1
            # the eight-bit graph reads one window at a time, as the program does
            while batched and at < len(order) and len(windows[order[at]].ids) * (len(take) + 1) <= PIECES_PER_BATCH:
                take.append(order[at])
                at += 1
            ids, mask, shapes = batching.padded([windows[i] for i in take])
            outputs = call(model, ids, mask, shapes, half)
            for row, i in enumerate(take):
                n = len(windows[i].ids)
                result[i] = [o[row, :n] for o in outputs]
    return list(zip(windows, result))


def call(model, ids, mask, shapes, half):
    if not isinstance(model, torch.nn.Module):      # an ONNX session
        return model.run(None, {"input_ids": ids, "attention_mask": mask, "shape": shapes})
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
        return [o.float().numpy() for o in model(*map(torch.from_numpy, (ids, mask, shapes)))]


def spans_of(tags):
    """(first, last, type) of the spans that a valid tag sequence marks."""
    result, start = [], None
    for i, t in enumerate(tags):
        if t[0] in "BS":
            start = i
        if t[0] in "ES":
            result.append((start, i, t[2:]))
    return result


def certainty(scores, tags, first, last):
    """exp of the mean log probability of the tags of a span."""
    rows = scores[first : last + 1]
    p = rows - np.logaddexp.reduce(rows, 1)[:, None]
    return float(np.exp(np.mean([row[t] for row, t in zip(p, tags[first : last + 1])])))


class Words:
    """The outputs, at every word of a text, of the heads that are asked about given spans."""

    def __init__(self, results, mention_distance, size):
        self.starts, self.ends, rows = [], [], []
        for w, o in results:
            for i in range(w.bounds[w.owned][0], len(w.first)):
                self.starts.append(w.starts[i])
                self.ends.append(w.ends[i])
                rows.append([x[w.first[i]] for x in o[3:]])
        # behind the mentions stand the states, of an exported graph with the head that reads claims
        self.metonymies, self.mentions, *self.states = (torch.tensor(np.array(x)) for x in zip(*rows))
        self.distance, self.size = torch.as_tensor(mention_distance), size

    def bounds(self, span):
        """(first, last) word of a span."""
        return bisect.bisect_left(self.starts, span[0]), bisect.bisect_left(self.starts, span[1]) - 1

    def metonymy(self, name):
        """How likely a place name stands for those who act there."""
        return float(torch.sigmoid(self.metonymies[list(self.bounds(name)), 0].mean()))

    def antecedents(self, mention, candidates):
        """How likely a mention means each of the candidates; the rest to 1 is none."""
        m, size = self.bounds(mention), self.size
        vector = self.mentions[list(m)].mean(0)
        scores = [vector[2 * size]]
        for c in map(self.bounds, candidates):
            scores.append(vector[:size] @ self.mentions[list(c)].mean(0)[size : 2 * size] / size**0.5 + self.distance[links.distance(m, c)])
        return torch.softmax(torch.stack(scores), 0)[1:].tolist()


class Decoder:
    """Holds what decoding needs besides the outputs: transitions and link biases."""

    def __init__(self, transitions, entity_transitions, distance, between, size, mention_distance, calibration=None):
        self.calibration = calibration or {"a": 1.0, "b": 0.0}
        self.attribution = [np.asarray(t, np.float32) for t in transitions]
        self.entity = np.asarray(entity_transitions, np.float32)
        self.distance = torch.as_tensor(distance)
        self.between = torch.as_tensor(between)
        self.size = size
        self.mention_distance = torch.as_tensor(mention_distance)
        self.span_limits = [x.numpy() for x in crf.constraints(SPAN_TAGS)]
        self.entity_limits = [x.numpy() for x in crf.constraints(ENTITY_TAGS)]

    @staticmethod
    def of(model):
        d = lambda p: p.detach().float().numpy()
        return Decoder(d(model.attribution_transitions), d(model.entity_transitions)[0], d(model.link_distance), d(model.link_between), model.config.link,
                       d(model.mention_distance))

    def entities(self, window, output, confidence=False):
        """(start, end, type) in the owned paragraphs, with the confidence at the end if wanted."""
        result = []
        for lo, hi in window.bounds[window.owned :]:
            scores = output[window.first[lo:hi]]
            tags = crf.viterbi(scores, self.entity, self.entity_limits)
            for a, b, t in spans_of([ENTITY_TAGS[t] for t in tags]):
                e = (window.starts[lo + a], window.ends[lo + b], t)
                result.append(e + (certainty(scores, tags, a, b),) if confidence else e)
        return result

    def roles(self, window, output):
        """Per role the spans (first word, last word) of every paragraph of the window, and how certain each is."""
        found, certain = [[] for _ in ROLES], [[] for _ in ROLES]
        for lo, hi in window.bounds:
            scores = output[window.first[lo:hi]].reshape(hi - lo, len(ROLES), len(SPAN_TAGS))
            for r in range(len(ROLES)):
                tags = crf.viterbi(scores[:, r], self.attribution[r], self.span_limits)
                for a, b, _ in spans_of([SPAN_TAGS[t] for t in tags]):
                    found[r].append((lo + a, lo + b))
                    certain[r].append(certainty(scores[:, r], tags, a, b))
        return found, certain

    def links(self, window, spans, vectors):
        """Per cue (source or None, probability), per content (cue or None, probability); spans by their indexes."""
        sources, cues, contents = spans
        if not cues:
            return [], [(None, 1.0)] * len(contents)
        v = torch.from_numpy(np.ascontiguousarray(vectors))
        score = lambda of, role: linker.scores(
            v, batching.link_table(window, cues, of, 0, len(window.ids), role), self.distance, self.between, self.size)
        source_of, cue_of = [(None, 1.0)] * len(cues), []
        if sources:
            s, none = score(sources, 0)
            p = torch.softmax(torch.cat((none[:, None], s), 1), 1)
            source_of = [(w - 1 if w else None, float(row[w])) for row in p for w in [int(row.argmax())]]
        if contents:
            s, _ = score(contents, 1)
            p = torch.softmax(s, 0)
            for j in range(len(contents)):
                i = int(p[:, j].argmax())
                cue_of.append((i if s[i, j] > linker.FAR / 2 else None, float(p[i, j])))
        return source_of, cue_of

    def attributions(self, results, confidence=False):
        """Attributions of a document from the results of all its windows, in the order of their cues."""
        found, later = {}, []
        for window, (tags, vectors, *_) in results:
            spans, certain = self.roles(window, tags)
            sources, cues, contents = spans
            source_of, cue_of = self.links(window, spans, vectors)
            begin = window.bounds[window.owned][0]
            chars = lambda s: (window.starts[s[0]], window.ends[s[1]])
            for n, (c, (s, p)) in enumerate(zip(cues, source_of)):
                if c[0] >= begin:
                    raw = certain[1][n] * p * (1.0 if s is None else certain[0][s])
                    found[chars(c)] = {"source": [] if s is None else [chars(sources[s])], "cue": [chars(c)], "content": [], "raw": raw, "each": []}
            for n, (t, (c, p)) in enumerate(zip(contents, cue_of)):
                if c is not None and t[0] >= begin:
                    later.append((chars(cues[c]), chars(t), certain[2][n] * p))
        for cue, content, p in later:
            if cue in found:
                found[cue]["content"].append(content)
                found[cue]["each"].append(p)
        return [self.finished(found[c], confidence) for c in sorted(found) if found[c]["content"]]

    def finished(self, a, confidence):
        result = {k: [list(s) for s in a[k]] for k in ROLES}
        if confidence:
            raw = a["raw"] * sum(a["each"]) / len(a["each"])
            result["raw"] = round(raw, 5)
            result["confidence"] = round(self.calibrated(raw), 5)
        return result

    def calibrated(self, raw):
        p = min(max(raw, 1e-6), 1 - 1e-6)
        return 1 / (1 + math.exp(-(self.calibration["a"] * math.log(p / (1 - p)) + self.calibration["b"])))
