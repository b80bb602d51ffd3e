"""train_acts.py CHECKPOINT TOKENIZER OUT   trains the act head over the frozen encoder; prints scores of dev; writes the checkpoint OUT."""
import argparse
import collections
import json
import os
import random

import torch
from torch.nn import functional as F

from reader import acts, batch, data, decode, text
from reader.labels import ACTS
from train import load, save


def features(model, windows, pieces):
    """Hidden states and shapes of the wanted word-pieces per window, [n, hidden] and [n]."""
    order = sorted(range(len(windows)), key=lambda i: len(windows[i].ids))
    result = [None] * len(windows)
    with torch.inference_mode():
        for at in range(0, len(order), 24):
            take = order[at : at + 24]
            ids, mask, shapes = map(torch.from_numpy, batch.padded([windows[i] for i in take]))
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=decode.fast_half()):
                x = model.encoder(ids, mask, shapes).float()
            for row, i in enumerate(take):
                result[i] = (x[row, pieces[i]].clone(), shapes[row, pieces[i]].clone())
    return result


def prepared(model, tok, documents):
    """(features, shapes, number of cue words, act index) of each document."""
    found = list(acts.located(tok, documents))
    got = features(model, [w for _, w, _, _ in found], [c + t for _, _, c, t in found])
    return [(x.clone(), s.clone(), len(c), ACTS.index(documents[n].act)) for (n, _, c, _), (x, s) in zip(found, got)]


def score(head, rows):
    x, s = torch.cat([r[0] for r in rows]), torch.cat([r[1] for r in rows])
    out = head(x, s)
    result, at = [], 0
    for r in rows:
        n = len(r[0])
        result.append(acts.scores(out[at : at + n], list(range(r[2])), list(range(r[2], n))))
        at += n
    return torch.stack(result)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("checkpoint")
    p.add_argument("tokenizer")
    p.add_argument("out")
    p.add_argument("--data", default=os.environ.get("RASHOMON_DATA"))
    p.add_argument("--sentences", default=os.path.join(os.path.dirname(__file__), "acts/sentences.jsonl"))
    p.add_argument("--lexicons", default=os.path.join(os.path.dirname(__file__), "../engine/src/main/resources/org/rashomon/en"))
    p.add_argument("--weak", type=int, default=0, help="weakly labelled attributions at most, ASSERT at most a quarter of them")
    p.add_argument("--weak-weight", type=float, default=0.3)
    p.add_argument("--steps", type=int, default=600)
    p.add_argument("--seed", type=int, default=1)
    a = p.parse_args()
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    tok, model = text.tokenizer(a.tokenizer), load(a.checkpoint).eval()
    weak = []
    if a.weak:
        labels = acts.WeakLabels(os.path.join(a.lexicons, "cues.tsv"), os.path.join(a.lexicons, "acts.tsv"))
        weak = list(acts.labelled(data.polnear(os.path.join(a.data, "attribution/polnear/train.jsonl.gz")), labels))
        plain = [d for d in weak if d.act == "ASSERT"]
        rest = [d for d in weak if d.act != "ASSERT"]
        chosen = {id(d) for d in rng.sample(plain, min(len(plain), a.weak // 4)) + rng.sample(rest, min(len(rest), a.weak - a.weak // 4))}
        weak = [d for d in weak if id(d) in chosen]
        print("weak", dict(collections.Counter(d.act for d in weak)), flush=True)
    own, test = (prepared(model, tok, acts.sentences(a.sentences, s)) for s in ("train", "dev"))
    weak = prepared(model, tok, weak)
    head = model.acts.train()
    optimizer = torch.optim.AdamW(head.parameters(), lr=2e-3, weight_decay=0.05)
    for step in range(a.steps):
        for g in optimizer.param_groups:
            g["lr"] = 2e-3 * min(1, step / 30) * (1 - step / a.steps)
        rows = rng.sample(own, 32) + (rng.sample(weak, 64) if weak else [])
        weights = torch.tensor([1.0] * 32 + [a.weak_weight] * (len(rows) - 32))
        # noise on the frozen states stands in for the encoder's dropout
        noisy = [(F.dropout(r[0], 0.1), *r[1:]) for r in rows]
        loss = F.cross_entropy(score(head, noisy), torch.tensor([r[3] for r in rows]), reduction="none", label_smoothing=0.05)
        ((loss * weights).sum() / weights.sum()).backward()
        optimizer.step()
        optimizer.zero_grad()
    head.eval()
    with torch.inference_mode():
        for name, rows in (("train", own), ("dev", test)):
            print(json.dumps({"set": name, **acts.figures([r[3] for r in rows], score(head, rows).argmax(1).tolist())}))
    save(a.out, model)


if __name__ == "__main__":
    main()
