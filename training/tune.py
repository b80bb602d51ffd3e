"""tune.py CHECKPOINT TOKENIZER OUT [--bonuses S,C,T ...]   how readily spans begin, compared on PolNeAR dev.

A bonus is added to the outputs of B and S of source, cue and content: it trades precision for recall. The one with the best
who-said-what is folded into the head's bias, so that decoding stays as it is, and the checkpoint is written to OUT.
"""
import argparse
import json
import os

import torch

from reader import data, decode, text
from reader.evaluation import scored
from reader.labels import ROLES, SPAN_TAGS
from train import load, save

GRID = ("0,0,0", "0,1,0", "0,0.5,0.5", "0.5,1,0.5", "0.5,1,1", "0.5,1.5,1", "1,1,1", "0.5,1.5,1.5")


def channels(bonus):
    """Per channel of the attribution output what is added."""
    return torch.tensor([b if t in "BS" else 0.0 for b in bonus for t in SPAN_TAGS])


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("checkpoint")
    p.add_argument("tokenizer")
    p.add_argument("out")
    p.add_argument("--bonuses", nargs="*", default=GRID)
    p.add_argument("--data", default=os.environ.get("RASHOMON_DATA"))
    p.add_argument("--scorer", default=os.environ.get("RASHOMON_SCORER"))
    p.add_argument("--choose", help="fold this one in, whatever the scores")
    a = p.parse_args()
    path = os.path.join(a.data, "attribution/polnear/dev.jsonl.gz")
    model, tok, rows = load(a.checkpoint).eval(), text.tokenizer(a.tokenizer), list(data.records(path))
    decoder, results = decode.Decoder.of(model), []
    per = [text.document(tok, r["text"]) for r in rows]
    flat, at = decode.run(model, [w for ws in per for w in ws]), 0
    for ws in per:
        results.append(flat[at : at + len(ws)])
        at += len(ws)
    best = None
    for bonus in a.bonuses:
        add = channels([float(b) for b in bonus.split(",")]).numpy()
        found = {r["id"]: decoder.attributions([(w, (o[0] + add, o[1])) for w, o in ws]) for r, ws in zip(rows, results)}
        s = scored(found, path, a.scorer)
        print(json.dumps({"bonus": bonus, **s}), flush=True)
        if best is None or s["who_said_what"] > best[0]:
            best = (s["who_said_what"], bonus)
    bonus = a.choose or best[1]
    with torch.no_grad():
        model.attribution.out.bias += channels([float(b) for b in bonus.split(",")])
    save(a.out, model)
    print(json.dumps({"chosen": dict(zip(ROLES, bonus.split(",")))}))


if __name__ == "__main__":
    main()
