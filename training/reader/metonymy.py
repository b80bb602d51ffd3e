"""Whether a place name stands for its place or for those who act there (*Moscow warned* against *a blast in Moscow*)."""
import hashlib

import torch
from torch.nn import functional as F

from . import data, text


def held_out(id: str) -> bool:
    """The fixed tenth of the records that is kept for dev."""
    return hashlib.sha256(id.encode()).digest()[0] % 10 == 0


def load(path, dev: bool):
    """Documents whose entities are place names, typed by whether they are metonymic; SemEval's test part is in neither half."""
    return [
        data.Document(r["id"], r["text"].replace("\n", " "), entities=[(e["start"], e["end"], e["type"] != "literal") for e in r["entities"]])
        for r in data.records(path)
        if r["split"] != "test" and held_out(r["id"]) == dev
    ]


def test(path):
    """SemEval 2007's test part."""
    return [
        data.Document(r["id"], r["text"].replace("\n", " "), entities=[(e["start"], e["end"], e["type"] != "literal") for e in r["entities"]])
        for r in data.records(path)
        if r["split"] == "test"
    ]


def located(tok, documents):
    """(window, [(first word, last word, metonymic)]) of every window with a name."""
    for d in documents:
        for w in text.document(tok, d.text):
            found = [(*span, label) for a, b, label in d.entities for span in data.in_words([(a, b)], w)[:1]]
            if found:
                yield w, found


def scores(outputs, window, found):
    """One score per name, above 0 for metonymic: the mean of the outputs at its first and last word; outputs [T, 1]."""
    at = torch.tensor([[window.first[a], window.first[b]] for a, b, _ in found])
    return outputs[:, 0][at].mean(1)


def loss(outputs, rows):
    """Summed loss over all names of a batch, and how many they are; outputs [B, T, 1]."""
    s = torch.cat([scores(o, w, found) for o, (w, found) in zip(outputs, rows)])
    gold = torch.tensor([float(label) for _, found in rows for *_, label in found])
    smooth = 0.05
    return F.binary_cross_entropy_with_logits(s, gold * (1 - smooth) + smooth / 2, reduction="sum"), len(gold)


def figures(run, tok, documents):
    rows = list(located(tok, documents))
    results = run([w for w, _ in rows])
    pairs = [(float(s) > 0, label) for (w, found), (_, o) in zip(rows, results)
             for s, (*_, label) in zip(scores(torch.from_numpy(o[3]), w, found), found)]
    right, tp = sum(a == b for a, b in pairs), sum(a and b for a, b in pairs)
    return {"accuracy": round(100 * right / max(1, len(pairs)), 1), "n": len(pairs),
            "F1": round(200 * tp / max(1, sum(a for a, _ in pairs) + sum(b for _, b in pairs)), 1)}
