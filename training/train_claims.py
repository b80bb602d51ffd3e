"""train_claims.py EXPORT OUT   teaches the head that reads claims over the encoder of an export, and writes the export with it.

The encoder stays as it is; its inner states are computed once. Training takes a quarter of an hour on one core. OUT gets model.onnx with
the output `states`, claims.onnx, config.json, tokenizer.json, SHA256SUMS and claims.pt, a checkpoint from which `--from` exports again.
"""
import argparse
import collections
import json
import os
import random
import shutil
import tempfile
import warnings

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn import functional as F

from export import samples, write_config, write_digests
from reader import claims, data, text
from reader.claims import AIMS, STANCES
from reader.labels import ACTS

HERE = os.path.dirname(os.path.abspath(__file__))
WEIGHTS = {"act": 1.0, "stance": 2.0, "own": 1.0, "voiced": 0.3, "aims": 8.0}
# probability from which a word is taken for a target, one blamed, one cleared: chosen on the held-out labels
LEAST = (0.4, 0.4, 0.3)


def layers_of(graph):
    return 1 + max(int(n.name.split("layers.")[1].split("/")[0]) for n in graph.node if "/encoder/layers." in n.name)


def with_outputs(model, names):
    """The bytes of a graph that gives these inner tensors, too."""
    model = onnx.ModelProto.FromString(model.SerializeToString())
    have = {o.name for o in model.graph.output}
    model.graph.output.extend(helper.make_tensor_value_info(n, TensorProto.FLOAT, None) for n in names if n not in have)
    return model.SerializeToString()


class States:
    """Inner states of the words of texts, as far as claims of them need."""

    def __init__(self, model, tok):
        self.names = claims.inner(layers_of(model.graph))
        options = ort.SessionOptions()
        options.intra_op_num_threads = torch.get_num_threads()
        self.session = ort.InferenceSession(with_outputs(model, self.names), options, providers=["CPUExecutionProvider"])
        self.tok = tok

    def of(self, body, found):
        """(states of words as float16, starts) of the windows near the claims of one text."""
        near = [(min(a for a, _ in s) - 600, max(b for _, b in s) + 400) for c in found for s in [c.source + c.cue + c.content]]
        rows, starts = [], []
        for w in text.document(self.tok, body):
            low = w.bounds[w.owned][0]
            if any(w.starts[low] < b and w.ends[-1] > a for a, b in near):
                out = self.session.run(self.names, {"input_ids": np.array([w.ids]), "attention_mask": np.ones((1, len(w.ids)), np.int64), "shape": np.array([w.shapes])})
                rows.append(np.concatenate([x[0][w.first[low:]] for x in out], 1).astype(np.float16))
                starts += w.starts[low:]
        return (np.concatenate(rows), starts) if rows else (None, [])


def rows_of(states, found):
    """A row a claim that holds words: inner states, roles, labels."""
    by_text, rows = collections.defaultdict(list), []
    for c in found:
        by_text[c.text].append(c)
    for body, mine in by_text.items():
        x, starts = states.of(body, mine)
        for c in mine:
            got = claims.around(starts, c.source, c.cue, c.content) if starts else None
            if not got:
                continue
            first, roles = got
            aims = np.zeros((len(roles), len(AIMS)), np.float32)
            for k, aim in enumerate(AIMS):
                for a, b in (c.aims or {}).get(aim, []):
                    for i in range(len(roles)):
                        aims[i, k] = max(aims[i, k], a <= starts[first + i] < b)
            flags = lambda labels, given: torch.tensor([float(n in given) for n in labels])
            rows.append({
                "x": torch.from_numpy(x[first : first + len(roles)].copy()), "roles": torch.tensor(roles), "aims": torch.from_numpy(aims),
                "act": ACTS.index(c.act) if c.act else -1, "stance": flags(STANCES, c.stances), "own": flags(AIMS, c.own),
                "known": float(c.aims is not None and c.act is not None), "labelled": float(c.aims is not None), "group": c.group,
            })
    return rows


def padded(rows):
    n = max(len(r["roles"]) for r in rows)
    x = torch.zeros(len(rows), n, rows[0]["x"].shape[1])
    roles, mask, aims = torch.zeros(len(rows), n, dtype=torch.long), torch.zeros(len(rows), n, dtype=torch.bool), torch.zeros(len(rows), n, len(AIMS))
    for i, r in enumerate(rows):
        k = len(r["roles"])
        x[i, :k], roles[i, :k], mask[i, :k], aims[i, :k] = r["x"].float(), r["roles"], True, r["aims"]
    return x, roles, mask, aims


def loss(head, rows, own_weight):
    x, roles, mask, aims = padded(rows)
    voiced, act, stance, own, tags = head(x, roles, mask)
    column = lambda name: torch.tensor([r[name] for r in rows])
    known, given, y = column("known"), column("labelled"), column("act")
    mean = lambda losses, weights: (losses * weights).sum() / weights.sum().clamp(min=1)
    binary = lambda scores, name: F.binary_cross_entropy_with_logits(scores, torch.stack([r[name] for r in rows]), reduction="none").mean(1)
    # sentences of our own have no mark of aims
    weight = torch.where(given > 0, 1.0, own_weight) * (y >= 0)
    losses = {
        "act": mean(F.cross_entropy(act, y.clamp(min=0), reduction="none", label_smoothing=0.05), weight),
        "stance": mean(binary(stance, "stance"), known),
        "own": mean(binary(own, "own"), known),
        "voiced": mean(F.binary_cross_entropy_with_logits(voiced[:, 0], (y >= 0).float(), reduction="none"), given),
        "aims": mean(F.binary_cross_entropy_with_logits(tags, aims, reduction="none", pos_weight=torch.tensor(2.0)).mean(2), mask * known[:, None]),
    }
    return sum(WEIGHTS[k] * v for k, v in losses.items())


def runs(marks):
    """(first, end) of the runs of true."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], marks.astype(int), [0]))))
    return list(zip(edges[::2], edges[1::2]))


def scores(head, rows):
    """Accuracy of acts, F1 of stances and of words aimed at (by overlap), in percent."""
    head.eval()
    right = judged = 0
    count = collections.Counter()
    with torch.inference_mode():
        for at in range(0, len(rows), 32):
            some = rows[at : at + 32]
            x, roles, mask, _ = padded(some)
            _, act, stance, _, tags = head(x, roles, mask)
            for i, r in enumerate(some):
                if r["act"] < 0:
                    continue
                judged += 1
                right += int(act[i].argmax()) == r["act"]
                if not r["known"]:
                    continue
                for k, name in enumerate(STANCES):
                    count[name, float(stance[i, k]) > 0, float(r["stance"][k]) > 0] += 1
                for k, name in enumerate(AIMS):
                    mine, gold = runs(tags[i, : len(r["roles"]), k].sigmoid().numpy() >= LEAST[k]), runs(r["aims"][:, k].numpy() > 0)
                    meet = lambda one, many: any(one[0] < b and a < one[1] for a, b in many)
                    count[name, True, True] += sum(meet(g, mine) for g in gold)
                    count[name, False, True] += sum(not meet(g, mine) for g in gold)
                    count[name, True, False] += sum(not meet(m, gold) for m in mine)
    f1 = lambda n: round(200 * count[n, True, True] / max(1, 2 * count[n, True, True] + count[n, True, False] + count[n, False, True]), 1)
    return {"act": round(100 * right / max(1, judged), 1), "of": judged, **{n: f1(n) for n in STANCES + AIMS}}


def train(rows, own, dev, a):
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    head = claims.ClaimHead(rows[0]["x"].shape[1], a.size, a.layers)
    if a.init:
        head.load_state_dict(torch.load(a.init)["state"])
    optimizer, step, total = torch.optim.AdamW(head.parameters(), lr=a.rate, weight_decay=0.05), 0, None
    for epoch in range(a.epochs):
        pool = sorted(rows + rng.sample(own, int(len(own) * a.own)), key=lambda r: len(r["roles"]) + 30 * rng.random())
        batches = [pool[i : i + 32] for i in range(0, len(pool), 32)]
        rng.shuffle(batches)
        total = total or a.epochs * len(batches)
        head.train()
        for some in batches:
            step += 1
            for g in optimizer.param_groups:
                g["lr"] = a.rate * min(1, step / 60) * max(0.02, 1 - step / total)
            loss(head, some, a.own / 2).backward()
            nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
        print(json.dumps({"epoch": epoch + 1, **(scores(head, dev) if dev else {})}), flush=True)
    return head.eval()


def claim_graph(head, path):
    example = torch.randn(1, 9, head.sizes["size"]), torch.tensor([[0, 1, 1, 2, 3, 3, 3, 0, 0]])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(claims.Exported(head).eval(), example, path, input_names=["states", "roles"], output_names=["voiced", "act", "stance", "own", "aims"],
                          dynamic_axes={"states": {1: "words"}, "roles": {1: "words"}, "aims": {1: "words"}}, opset_version=17, dynamo=False)


def with_states(model, head):
    """The encoder's graph with the output `states`, and without the acts that only taught it."""
    graph, names = model.graph, claims.inner(layers_of(model.graph))
    for kind, gone in (("node", lambda n: n.name.startswith(("/acts/", "/states/"))), ("output", lambda o: o.name in ("acts", "states"))):
        kept = [x for x in getattr(graph, kind) if not gone(x)]
        del getattr(graph, kind)[:]
        getattr(graph, kind).extend(kept)
    used = {i for n in graph.node for i in n.input}
    kept = [i for i in graph.initializer if i.name in used]
    del graph.initializer[:]
    array = lambda t: t.detach().numpy().astype(np.float32)
    graph.initializer.extend(kept + [numpy_helper.from_array(array(head.proj.weight.T), "states.weight"), numpy_helper.from_array(array(head.proj.bias), "states.bias")])
    graph.node.extend([
        helper.make_node("Concat", names, ["states.in"], name="/states/Concat", axis=2),
        helper.make_node("MatMul", ["states.in", "states.weight"], ["states.mul"], name="/states/MatMul"),
        helper.make_node("Add", ["states.mul", "states.bias"], ["states"], name="/states/Add")])
    graph.output.append(helper.make_tensor_value_info("states", TensorProto.FLOAT, ["windows", "pieces", head.sizes["size"]]))
    onnx.checker.check_model(model)
    return model


def write(head, source, out):
    """The export `source` with the head, as the folder `out`."""
    os.makedirs(out, exist_ok=True)
    onnx.save(with_states(onnx.load(os.path.join(source, "model.onnx")), head), os.path.join(out, "model.onnx"))
    claim_graph(head, os.path.join(out, "claims.onnx"))
    if os.path.abspath(source) != os.path.abspath(out):
        shutil.copy(os.path.join(source, "tokenizer.json"), out)
    with open(os.path.join(source, "config.json"), encoding="utf-8") as f:
        c = json.load(f)
    c["acts"] = list(ACTS)
    c["claims"] = {"size": head.sizes["size"], "before": claims.BEFORE, "after": claims.AFTER, "most": claims.MOST,
                   "stances": STANCES, "aims": AIMS, "least": LEAST}
    write_config(c, out)
    write_digests(out)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("export")
    p.add_argument("out")
    p.add_argument("--data", default=os.environ.get("RASHOMON_DATA"), help="folder with acts/, attribution/, articles/, timelines/")
    p.add_argument("--labels", default=os.path.join(HERE, "claims/labels.jsonl.gz"))
    p.add_argument("--sentences", default=os.path.join(HERE, "acts/sentences.jsonl"))
    p.add_argument("--from", dest="start", help="a checkpoint claims.pt to export without training")
    p.add_argument("--init", help="a checkpoint claims.pt to begin from: states of another encoder of the same size need few epochs more")
    p.add_argument("--texts", help="folder of texts for parity.jsonl and decoded.jsonl")
    p.add_argument("--all", action="store_true", help="the held-out articles teach, too: no scores then")
    p.add_argument("--epochs", type=int, default=7)
    p.add_argument("--rate", type=float, default=1.5e-3)
    p.add_argument("--own", type=float, default=0.3, help="share of our own sentences in an epoch, and twice their weight")
    p.add_argument("--size", type=int, default=128)
    p.add_argument("--layers", type=int, default=2)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--seed", type=int, default=1)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    if a.start:
        saved = torch.load(a.start)
        head = claims.ClaimHead(**saved["sizes"])
        head.load_state_dict(saved["state"])
    else:
        states = States(onnx.load(os.path.join(a.export, "model.onnx")), text.tokenizer(os.path.join(a.export, "tokenizer.json")))
        texts = claims.texts(a.data)
        found = list(claims.labelled(os.path.join(a.data, "acts/acts.jsonl.gz"), texts)) + list(claims.of_spans(a.labels, texts))
        rows, own = rows_of(states, found), rows_of(states, list(claims.own_sentences(a.sentences)))
        dev = [] if a.all else [r for r in rows if claims.held_out(r["group"])]
        rows = rows if a.all else [r for r in rows if not claims.held_out(r["group"])]
        print(json.dumps({"labelled": len(rows), "held out": len(dev), "own": len(own)}), flush=True)
        head = train(rows, own, dev, a)
    write(head.eval(), a.export, a.out)
    if a.texts:
        samples(a.out, a.texts)
    torch.save({"sizes": head.sizes, "state": head.state_dict()}, os.path.join(a.out, "claims.pt"))


if __name__ == "__main__":
    main()
