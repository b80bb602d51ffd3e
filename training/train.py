"""Trains the reader: one encoder, batches of attribution and entities in turn. See README.md for the commands."""
import argparse
import functools
import json
import math
import os
import random
import time

import torch
from torch.nn import functional as F

from reader import acts, base, batch, crf, data, linker, text
from reader.evaluation import attribution_scores, entity_scores
from reader.labels import ACTS, ENTITY_TAGS, SPAN_TAGS
from reader.model import Config, Reader


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", default=os.environ.get("RASHOMON_DATA"), help="folder with attribution/ and entities/")
    p.add_argument("--scorer", default=os.environ.get("RASHOMON_SCORER"), help="score.py")
    p.add_argument("--encoder", required=True, help="ONNX file of the pre-trained encoder")
    p.add_argument("--tokenizer", required=True)
    p.add_argument("--out", required=True, help="folder for checkpoints and the curve")
    p.add_argument("--entity-sets", default="eww,wikigold,crossner,crossner_dev,gmb:0.4,wnut:0.3,btc:0.2",
                   help="names, with the share of its documents that an epoch takes after a colon")
    p.add_argument("--entity-share", type=float, default=0.35, help="share of the batches that are of entities")
    p.add_argument("--acts", default="", help="sentences with their acts")
    p.add_argument("--act-share", type=float, default=0.0, help="share of the batches that are of acts")
    p.add_argument("--minutes", type=float, default=0, help="end by the clock: the schedule follows the greater of steps and minutes")
    p.add_argument("--steps", type=int, default=10**9)
    p.add_argument("--tokens", type=int, default=2048, help="word-pieces per batch")
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--layer-decay", type=float, default=0.9)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--evaluate-every", type=float, default=12, help="minutes")
    p.add_argument("--start", help="checkpoint to start from (weights only)")
    p.add_argument("--half", type=int, default=1, help="bfloat16 products")
    p.add_argument("--threads", type=int, default=2)
    return p.parse_args()


def groups(model, a):
    """Parameter groups: lower rates towards the input; heads and shape embeddings have their own."""
    c, result = model.config, {}
    for name, p in model.named_parameters():
        if name.startswith("encoder.shapes") or not name.startswith("encoder."):
            rate = a.head_rate * (3 if "transitions" in name or "link_" in name else 1)
        elif name.startswith("encoder.layers."):
            rate = a.rate * a.layer_decay ** (c.layers - 1 - int(name.split(".")[2]))
        else:
            rate = a.rate * a.layer_decay**c.layers
        decay = 0.01 if p.ndim > 1 and "norm" not in name and "transitions" not in name else 0.0
        result.setdefault((rate, decay), []).append(p)
    return [{"params": ps, "peak": r, "lr": 0.0, "weight_decay": d} for (r, d), ps in result.items()]


def endless(make, rng):
    """Batches for ever; an epoch's are made anew each time."""
    while True:
        for b in make(rng):
            yield b


class Losses:
    def __init__(self, model):
        self.model = model
        self.span_limits = crf.constraints(SPAN_TAGS)
        self.entity_limits = crf.constraints(ENTITY_TAGS)

    def of_acts(self, rows, half):
        """Mean loss of (window, cue pieces, content pieces, act)."""
        m = self.model
        ids, mask, shapes = map(torch.from_numpy, batch.padded([w for w, *_ in rows]))
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
            out = m.acts(m.encoder(ids, mask, shapes), shapes).float()
        scores = torch.stack([acts.scores(o, c, t) for o, (_, c, t, _) in zip(out, rows)])
        return F.cross_entropy(scores, torch.tensor([a for *_, a in rows]), label_smoothing=0.05)

    def of(self, examples, half):
        m = self.model
        b = batch.collate(examples)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
            x = m.encoder(b.ids, b.mask, b.shapes)
            if b.attribution:
                tags, vectors = m.attribution(x, b.shapes), m.link(x, b.shapes)
            else:
                tags = m.entities(x, b.shapes)
        n, w, r, c = b.allowed.shape
        emissions = tags.float().flatten(0, 1)[b.words].view(n, w, r, c)
        transitions, limits = (m.attribution_transitions, self.span_limits) if b.attribution else (m.entity_transitions, self.entity_limits)
        spans = crf.loss(emissions, b.allowed, b.lengths, transitions, limits).sum() / b.lengths.sum()
        if not b.attribution or not b.links:
            return spans, 0.0
        total, choices = linker.loss(vectors.float().flatten(0, 1), b.links, m.link_distance, m.link_between, m.config.link)
        return spans, total / choices


def save(path, model, **more):
    torch.save({"config": model.config.to_json(), "model": model.state_dict(), **more}, path + ".new")
    os.replace(path + ".new", path)


def load(path) -> Reader:
    c = torch.load(path, weights_only=True)
    model = Reader(Config(**json.loads(c["config"])))
    model.load_state_dict(c["model"])
    return model


def main():
    a = arguments()
    os.makedirs(a.out, exist_ok=True)
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    tok = text.tokenizer(a.tokenizer)
    model = load(a.start) if a.start else base.reader(a.encoder)
    optimizer = torch.optim.AdamW(groups(model, a), betas=(0.9, 0.98), fused=True)
    wanted = [(n, float(share or 1)) for n, _, share in (s.partition(":") for s in a.entity_sets.split(",") if s)]
    sets = [[(data.polnear(os.path.join(a.data, "attribution/polnear/train.jsonl.gz")), 1.0)],
            [(data.entity_documents(os.path.join(a.data, "entities"), [n]), share) for n, share in wanted]]

    def make(parts, r):
        chosen = [d for documents, share in parts for d in r.sample(documents, round(share * len(documents)))]
        return batch.batches(data.examples(tok, chosen, r, True), a.tokens, r)

    makes = [functools.partial(make, parts) for parts in sets]
    own = acts.sentences(a.acts, "train") if a.acts else []

    def act_batches(r):
        changed = [data.changed(d, r) for d in own]
        rows = [(w, c, t, ACTS.index(changed[n].act)) for n, w, c, t in acts.located(tok, changed)]
        r.shuffle(rows)
        return [rows[i : i + 32] for i in range(0, len(rows), 32)]

    streams = [endless(m, rng) for m in makes + [act_batches]]
    shares, taken = [1 - a.entity_share - a.act_share, a.entity_share, a.act_share], [0, 0, 0]
    losses, curve, sums = Losses(model), [], [0.0] * 7
    step, spent, state = 0, 0.0, os.path.join(a.out, "state.pt")
    if os.path.exists(state):
        s = torch.load(state, weights_only=True)
        model.load_state_dict(s["model"])
        optimizer.load_state_dict(s["optimizer"])
        step, spent, curve = s["step"], s["spent"], json.loads(s["curve"])
        rng.seed(a.seed + step)
    model.train()
    began, saved, evaluated = time.time() - spent, time.time(), time.time()
    pieces = 0
    while True:
        spent = time.time() - began
        progress = max(step / a.steps, spent / (60 * a.minutes) if a.minutes else 0)
        if progress >= 1:
            break
        rate = min(progress / 0.04, 1.0) * (1 - progress) if progress < 1 else 0.0
        for g in optimizer.param_groups:
            g["lr"] = g["peak"] * rate
        # shares are kept exactly, not by chance
        kind = max(range(3), key=lambda k: shares[k] * (sum(taken) + 1) - taken[k])
        taken[kind] += 1
        examples = next(streams[kind])
        if kind == 2:
            loss = losses.of_acts(examples, bool(a.half))
            (0.3 * loss).backward()
            sums[5] += loss.item()
            sums[6] += 1
        else:
            spans, link = losses.of(examples, bool(a.half))
            (spans + 0.15 * link if kind == 0 else 0.7 * spans).backward()
            pieces += sum(len(e.window.ids) for e in examples)
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        step += 1
        for i, v in enumerate((spans.item(), float(link), 1.0) if kind == 0 else ()):
            sums[i] += v
        if kind == 1:
            sums[3] += spans.item()
            sums[4] += 1
        if step % 50 == 0:
            line = {"step": step, "minutes": round(spent / 60, 1), "pieces": pieces, "span_loss": round(sums[0] / max(1, sums[2]), 4),
                    "link_loss": round(sums[1] / max(1, sums[2]), 4), "entity_loss": round(sums[3] / max(1, sums[4]), 4),
                    **({"act_loss": round(sums[5] / sums[6], 4)} if sums[6] else {})}
            curve.append(line)
            print(json.dumps(line), flush=True)
            sums = [0.0] * 7
        if time.time() - saved > 240:
            save(state, model, optimizer=optimizer.state_dict(), step=step, spent=time.time() - began, curve=json.dumps(curve))
            saved = time.time()
        if time.time() - evaluated > 60 * a.evaluate_every:
            evaluate(a, tok, model, curve, step, time.time() - began)
            evaluated = time.time()
    save(os.path.join(a.out, "last.pt"), model)
    evaluate(a, tok, model, curve, step, time.time() - began)


def evaluate(a, tok, model, curve, step, spent):
    """Scores dev, adds a point to the curve and keeps the weights."""
    model.eval()
    scores = {"step": step, "minutes": round(spent / 60, 1)}
    scores.update(attribution_scores(model, tok, os.path.join(a.data, "attribution/polnear/dev.jsonl.gz"), a.scorer))
    scores.update(entity_scores(model, tok, os.path.join(a.data, "entities/eww.jsonl.gz")))
    model.train()
    curve.append(scores)
    print(json.dumps(scores), flush=True)
    with open(os.path.join(a.out, "curve.json"), "w") as f:
        f.write(json.dumps({"arguments": {k: v for k, v in vars(a).items() if k not in ("data", "scorer", "encoder", "tokenizer", "out", "start", "acts")}}) + "\n")
        f.writelines(json.dumps(c) + "\n" for c in curve)
    save(os.path.join(a.out, f"step{step}.pt"), model)


if __name__ == "__main__":
    main()
