"""Trains the reader: one encoder, batches of attribution and entities in turn. See README.md for the commands."""
import argparse
import copy
import functools
import json
import math
import os
import random
import time

import torch
from torch.nn import functional as F

from reader import acts, base, batch, crf, data, decode, linker, mentions, metonymy, text
from reader.evaluation import attribution_scores, entity_scores, small_scores
from reader.labels import ENTITY_TAGS, SPAN_TAGS
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
    p.add_argument("--shares", default="attribution:0.6,entities:0.4",
                   help="share of the batches of each task: attribution, labelled, entities, acts, metonymy, mentions")
    p.add_argument("--labelled", default="", help="articles with all their claims as spans, whose texts lie in the data folder's articles/")
    p.add_argument("--acts", default="", help="sentences with their acts")
    p.add_argument("--dev-acts", action="store_true", help="the dev sentences teach, too: scores of acts then say nothing")
    p.add_argument("--silver", default="", help="files of articles in which repeated names become pronouns, below the data folder, by commas")
    p.add_argument("--minutes", type=float, default=0, help="end by the clock: the schedule follows the greater of steps and minutes")
    p.add_argument("--steps", type=int, default=10**9)
    p.add_argument("--stop", type=int, default=10**9, help="end after so many steps, wherever the schedule is")
    p.add_argument("--tokens", type=int, default=2048, help="word-pieces per batch")
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--layer-decay", type=float, default=0.9)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--evaluate-every", type=float, default=12, help="minutes")
    p.add_argument("--start", help="checkpoint to start from (weights only; heads that it lacks begin anew)")
    p.add_argument("--average", type=float, default=0.0, help="also keep a running average of the weights that forgets at this rate a step, and end with it")
    p.add_argument("--half", type=int, default=int(decode.fast_half()), help="bfloat16 products; the default is what the processor does fast")
    p.add_argument("--freeze", type=int, default=-1, help="keep the embeddings and so many of the lowest layers as they are")
    p.add_argument("--threads", type=int, default=2)
    return p.parse_args()


def frozen(name, lowest):
    """Whether a parameter belongs to the embeddings or one of so many lowest layers; below 0 nothing is kept."""
    if lowest < 0 or not name.startswith("encoder."):
        return False
    return not name.startswith("encoder.layers.") or int(name.split(".")[2]) < lowest


def groups(model, a):
    """Parameter groups: lower rates towards the input; heads and shape embeddings have their own."""
    c, result = model.config, {}
    for name, p in model.named_parameters():
        if frozen(name, a.freeze):
            p.requires_grad_(False)
            continue
        if name.startswith("encoder.shapes") or not name.startswith("encoder."):
            rate = a.head_rate * (3 if "transitions" in name or "link_" in name or "mention_" in name else 1)
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

    def states(self, windows, half):
        """Encoder states and shapes of the windows."""
        ids, mask, shapes = map(torch.from_numpy, batch.padded(windows))
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
            return self.model.encoder(ids, mask, shapes), shapes

    def of_acts(self, rows, half):
        """Mean loss of (window, [(cue pieces, content pieces, act)])."""
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
            out = self.model.acts(*self.states([w for w, _ in rows], half)).float()
        scores = torch.stack([acts.scores(o, c, t) for o, (_, found) in zip(out, rows) for c, t, _ in found])
        return F.cross_entropy(scores, torch.tensor([a for _, found in rows for *_, a in found]), label_smoothing=0.05)

    def of_metonymy(self, rows, half):
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
            out = self.model.metonymy(*self.states([w for w, _ in rows], half)).float()
        total, n = metonymy.loss(out, rows)
        return total / n

    def of_mentions(self, rows, half):
        m = self.model
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
            out = m.mentions(*self.states([t.window for t in rows], half)).float()
        total, n = mentions.loss(out, rows, m.mention_distance, m.config.link)
        return total / n

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
            return spans
        total, choices = linker.loss(vectors.float().flatten(0, 1), b.links, m.link_distance, m.link_between, m.config.link)
        return spans + 0.15 * total / choices


def save(path, model, **more):
    torch.save({"config": model.config.to_json(), "model": model.state_dict(), **more}, path + ".new")
    os.replace(path + ".new", path)


def load(path) -> Reader:
    c = torch.load(path, weights_only=True)
    model = Reader(Config(**json.loads(c["config"])))
    missing, unknown = model.load_state_dict(c["model"], strict=False)
    if unknown:
        raise ValueError(f"{path} has weights that no head takes: {unknown}")
    if missing:
        print(json.dumps({"begin anew": sorted({n.split(".")[0] for n in missing})}), flush=True)
    return model


def by_length(make, length, tokens):
    """Batches of like length, made anew each epoch, of at most so many word-pieces with padding."""
    def made(r):
        result, now = [], []
        for row in sorted(make(r), key=lambda row: (length(row), r.random())):
            if now and length(row) * (len(now) + 1) > tokens:
                result.append(now)
                now = []
            now.append(row)
        result.append(now)
        r.shuffle(result)
        return result

    return made


def tasks(a, tok, losses):
    """Per task: what makes an epoch's batches, and what gives the loss of one, weighted."""
    half = bool(a.half)
    wanted = [(n, float(share or 1)) for n, _, share in (s.partition(":") for s in a.entity_sets.split(",") if s)]
    polnear = [(data.polnear(os.path.join(a.data, "attribution/polnear/train.jsonl.gz")), 1.0)]
    named = [(data.entity_documents(os.path.join(a.data, "entities"), [n]), share) for n, share in wanted]

    def windows(parts, r):
        chosen = [d for documents, share in parts for d in r.sample(documents, round(share * len(documents)))]
        return batch.batches(data.examples(tok, chosen, r, True), a.tokens, r)

    speakers = os.path.join(a.data, "speakers")
    own = [d for split in ("train", "dev")[: 1 + a.dev_acts] for d in acts.sentences(a.acts, split)] if a.acts else []

    def act_rows(r):
        return list(acts.packed(tok, [data.changed(d, r) for d in own], r))

    result = {
        "attribution": (functools.partial(windows, polnear), lambda rows: losses.of(rows, half)),
        "entities": (functools.partial(windows, named), lambda rows: 0.7 * losses.of(rows, half)),
        "acts": (by_length(act_rows, lambda row: len(row[0].ids), a.tokens), lambda rows: 0.4 * losses.of_acts(rows, half)),
    }
    if a.labelled:
        real = [(data.labelled(a.labelled, data.articles(os.path.join(a.data, "articles"))), 1.0)]
        result["labelled"] = (functools.partial(windows, real), lambda rows: losses.of(rows, half))
    if os.path.isdir(speakers):
        places = list(metonymy.located(tok, metonymy.load(os.path.join(speakers, "metonymy.jsonl.gz"), False)))
        later = mentions.gap(os.path.join(speakers, "gap-development.jsonl.gz"))
        later += mentions.ontogum(os.path.join(speakers, "ontogum.jsonl.gz"))
        later += mentions.ecb(os.path.join(a.data, "coreference/ecbplus/train.jsonl.gz"))
        asked = list(mentions.tables(tok, later))
        news = [d for file in a.silver.split(",") if file for d in data.plain(os.path.join(a.data, file))]

        def asked_rows(r):
            chosen = mentions.silver(r.sample(news, min(len(news), SILVER_ARTICLES)), r)
            return asked + list(mentions.tables(tok, chosen))

        result["metonymy"] = (by_length(lambda r: places, lambda row: len(row[0].ids), a.tokens), lambda rows: 0.4 * losses.of_metonymy(rows, half))
        result["mentions"] = (by_length(asked_rows, lambda t: len(t.window.ids), a.tokens), lambda rows: 0.4 * losses.of_mentions(rows, half))
    return result


def main():
    a = arguments()
    os.makedirs(a.out, exist_ok=True)
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    tok = text.tokenizer(a.tokenizer)
    model = load(a.start) if a.start else base.reader(a.encoder)
    average = copy.deepcopy(model) if a.average else None
    optimizer = torch.optim.AdamW(groups(model, a), betas=(0.9, 0.98), fused=True)
    every = tasks(a, tok, Losses(model))
    shares = {n: float(s) for n, _, s in (part.partition(":") for part in a.shares.split(","))}
    streams = {n: endless(every[n][0], rng) for n in shares}
    taken, sums, counts = dict.fromkeys(shares, 0), dict.fromkeys(shares, 0.0), dict.fromkeys(shares, 0)
    curve, step, spent, state = [], 0, 0.0, os.path.join(a.out, "state.pt")
    if os.path.exists(state):
        s = torch.load(state, weights_only=True)
        model.load_state_dict(s["model"])
        optimizer.load_state_dict(s["optimizer"])
        if average:
            average.load_state_dict(s["average"])
        step, spent, curve = s["step"], s["spent"], json.loads(s["curve"])
        rng.seed(a.seed + step)
    model.train()
    began, saved, evaluated = time.time() - spent, time.time(), time.time()
    while True:
        spent = time.time() - began
        progress = max(step / a.steps, spent / (60 * a.minutes) if a.minutes else 0)
        if progress >= 1 or step >= a.stop:
            break
        rate = min(progress / 0.04, 1.0) * (1 - progress)
        for g in optimizer.param_groups:
            g["lr"] = g["peak"] * rate
        # shares are kept exactly, not by chance
        kind = max(shares, key=lambda k: shares[k] * (sum(taken.values()) + 1) - taken[k])
        taken[kind] += 1
        loss = every[kind][1](next(streams[kind]))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        step += 1
        sums[kind] += loss.item()
        counts[kind] += 1
        if average and step % AVERAGED == 0:
            # early on the average forgets faster, so that it never holds on to the start
            keep = min((1 - a.average) ** AVERAGED, step / (step + 50))
            with torch.no_grad():
                for mine, theirs in zip(average.parameters(), model.parameters()):
                    mine.lerp_(theirs, 1 - keep)
        if step % 50 == 0:
            line = {"step": step, "minutes": round(spent / 60, 1), "loss": {n: round(sums[n] / counts[n], 4) for n in shares if counts[n]}}
            curve.append(line)
            print(json.dumps(line), flush=True)
            sums, counts = dict.fromkeys(shares, 0.0), dict.fromkeys(shares, 0)
        if time.time() - saved > 240:
            save(state, model, optimizer=optimizer.state_dict(), step=step, spent=time.time() - began, curve=json.dumps(curve),
                 **({"average": average.state_dict()} if average else {}))
            saved = time.time()
        if time.time() - evaluated > 60 * a.evaluate_every:
            evaluate(a, tok, average or model, curve, step, time.time() - began)
            model.train()
            evaluated = time.time()
    if average:
        save(os.path.join(a.out, "unaveraged.pt"), model)
    save(os.path.join(a.out, "last.pt"), average or model)
    evaluate(a, tok, average or model, curve, step, time.time() - began)


SILVER_ARTICLES = 1500     # in an epoch
AVERAGED = 4        # steps between two looks at the weights for their average


def evaluate(a, tok, model, curve, step, spent):
    """Scores dev, adds a point to the curve and keeps the weights."""
    model.eval()
    scores = {"step": step, "minutes": round(spent / 60, 1)}
    scores.update(attribution_scores(model, tok, os.path.join(a.data, "attribution/polnear/dev.jsonl.gz"), a.scorer))
    scores.update(entity_scores(model, tok, os.path.join(a.data, "entities/eww.jsonl.gz")))
    scores.update(small_scores(model, tok, a.data, a.acts))
    curve.append(scores)
    print(json.dumps(scores), flush=True)
    with open(os.path.join(a.out, "curve.json"), "w") as f:
        f.write(json.dumps({"arguments": {k: v for k, v in vars(a).items() if k not in ("data", "scorer", "encoder", "tokenizer", "out", "start", "acts")}}) + "\n")
        f.writelines(json.dumps(c) + "\n" for c in curve)
    save(os.path.join(a.out, f"step{step}.pt"), model)


if __name__ == "__main__":
    main()
