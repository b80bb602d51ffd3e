"""Scores of a model on PolNeAR dev, by the given scorer, and on the held-out outlets of EWW."""
import collections
import json
import os
import subprocess
import sys
import tempfile

import torch

from . import acts, data, decode, mentions, metonymy, text
from .labels import ENTITIES


def predictions(model, tok, records, decoder=None, half=decode.fast_half(), confidence=False):
    """(record, attributions, entities) of every record; all windows run together, sorted by length."""
    decoder = decoder or decode.Decoder.of(model)
    per = [text.document(tok, r["text"]) for r in records]
    results = decode.run(model, [w for ws in per for w in ws], half)
    at = 0
    for r, ws in zip(records, per):
        mine = results[at : at + len(ws)]
        at += len(ws)
        yield r, decoder.attributions([(w, (o[0], o[1])) for w, o in mine], confidence), [e for w, o in mine for e in decoder.entities(w, o[2])]


def attribution_scores(model, tok, path, scorer, decoder=None, half=decode.fast_half()):
    """The figures that the goals name, in percent."""
    rows = list(data.records(path))
    return scored({r["id"]: a for r, a, _ in predictions(model, tok, rows, decoder, half)}, path, scorer)


def scored(found, path, scorer):
    """What the scorer says of attributions by document."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False) as f:
        f.writelines(json.dumps({"id": i, "attributions": a}) + "\n" for i, a in found.items())
    try:
        out = subprocess.run([sys.executable, scorer, "attribution", path, f.name], capture_output=True, text=True, check=True).stdout
    finally:
        os.unlink(f.name)
    s = json.loads(out)
    exact = {r: s["span_exact"][r]["F1"] for r in ("source", "cue", "content")}
    return {**exact, "who_said_what": s["who_said_what@.5"]["F1"], "wsw80": s["who_said_what@.8"]["F1"], "by_type": s["recall_by_type@.5"],
            "P": s["who_said_what@.5"]["P"], "R": s["who_said_what@.5"]["R"]}


def entity_scores(model, tok, path, decoder=None, half=decode.fast_half()):
    """Strict F1 on the held-out outlets: micro over PER, ORG, LOC as the scorer counts, and NORP, MISC beside it."""
    rows = [r for r in data.records(path) if data.held_out(data.outlet(r["id"]))]
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for r, _, found in predictions(model, tok, rows, decoder, half):
        gold = {(a, b, t[0]) for a, b, t in data.entities(r, data.EWW)}
        mine = set(found)
        for e in ENTITIES:
            g, m = ({x for x in xs if x[2] == e} for xs in (gold, mine))
            for i, n in enumerate((len(g & m), len(m), len(g))):
                counts[e][i] += n
                counts["micro"][i] += n * (e in ("PER", "ORG", "LOC"))
    return {"entities_" + k: round(200 * v[0] / max(1, v[1] + v[2]), 1) for k, v in counts.items()}


def small_scores(model, tok, folder, sentences, decoder=None, split="dev", half=decode.fast_half()):
    """Acts of our own sentences, metonymy on its held-out tenth and SemEval's test part, pronouns on GAP validation."""
    run, decoder = (lambda ws: decode.run(model, ws, half)), decoder or decode.Decoder.of(model)
    result, speakers = {}, os.path.join(folder, "speakers")
    if sentences:
        result["acts"] = acts.figures(*acts.predicted(run, tok, acts.sentences(sentences, split)))
    if os.path.isdir(speakers):
        path = os.path.join(speakers, "metonymy.jsonl.gz")
        result["metonymy"] = metonymy.figures(run, tok, metonymy.load(path, True))
        result["metonymy_semeval"] = metonymy.figures(run, tok, metonymy.test(path))
        result["gap"] = mentions.gap_figures(run, tok, os.path.join(speakers, "gap-validation.jsonl.gz"), decoder.mention_distance, decoder.size)
    return result


def right(a, gold):
    """Whether an attribution has a gold one with source and content at token F1 of one half, here over characters."""
    def f1(x, y):
        x, y = ({i for s in spans for i in range(*s)} for spans in (x, y))
        return 1.0 if not x and not y else 2 * len(x & y) / (len(x) + len(y))

    return any(f1(a["content"], g["content"]) >= 0.5 and f1(a["source"], g["source"]) >= 0.5 for g in gold)


def calibration(model, tok, path, decoder, half=decode.fast_half()):
    """Logistic fit of truth on logit(raw), and per tenth of confidence how many are right."""
    points = []
    for r, found, _ in predictions(model, tok, list(data.records(path)), decoder, half, True):
        points += [(a["raw"], right(a, r["attributions"])) for a in found]
    x = torch.tensor([min(max(p, 1e-6), 1 - 1e-6) for p, _ in points]).logit()
    y = torch.tensor([float(ok) for _, ok in points])
    w = torch.tensor([1.0, 0.0], requires_grad=True)
    fit = torch.optim.LBFGS([w], max_iter=100)

    def closure():
        fit.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(w[0] * x + w[1], y)
        loss.backward()
        return loss

    fit.step(closure)
    p = torch.sigmoid(w[0] * x + w[1]).detach()
    bins = [(p >= b / 10) & (p < (b + 1) / 10) for b in range(10)]
    table = [{"confidence": round(float(p[m].mean()), 3), "right": round(float(y[m].mean()), 3), "n": int(m.sum())} for m in bins if m.any()]
    return {"a": round(float(w[0].detach()), 4), "b": round(float(w[1].detach()), 4), "bins": table}
