"""export.py CHECKPOINT TOKENIZER OUT [--data FOLDER] [--texts FOLDER]   writes model.onnx (int8), tokenizer.json, config.json, SHA256SUMS, parity.jsonl, decoded.jsonl."""
import argparse
import copy
import glob
import hashlib
import html
import json
import os
import re
import tempfile
import warnings

import numpy as np
import onnxruntime as ort
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import nn

from reader import claims, data, decode, links, text
from reader.labels import ACTS, ENTITY_TAGS, ROLES, SHAPES, SPAN_TAGS
from train import load

INPUTS = ["input_ids", "attention_mask", "shape"]
# the acts only teach the encoder: train_claims.py takes them out and adds what reads claims
OUTPUTS = ["attribution", "links", "entities", "metonymy", "mentions", "acts"]
# chosen among .5 to 1 by how far the logits of PolNeAR dev move from the float graph's
SMOOTHING = 0.7


class Smoothed(nn.Module):
    """A linear layer whose inputs are evened out before it, and whose weights take the factors back: the same function, but with one
    scale for all inputs of a token less is lost in eight bits (SmoothQuant, Xiao et al. 2023)."""

    def __init__(self, linear, largest):
        super().__init__()
        self.linear = copy.deepcopy(linear)
        weights = linear.weight.detach().abs().amax(0).clamp(min=1e-3)
        factors = largest.clamp(min=1e-3) ** SMOOTHING / weights ** (1 - SMOOTHING)
        self.linear.weight.data *= factors
        self.register_buffer("inverse", 1 / factors)

    def forward(self, x):
        return self.linear(x * self.inverse)


def smoothed(model, windows):
    """A copy of the model in which the inputs of the large layers are evened out, after what `windows` bring there."""
    model, largest = copy.deepcopy(model).eval(), {}

    def watch(key):
        def see(_, inputs):
            most = inputs[0].detach().abs().flatten(0, -2).amax(0)
            largest[key] = torch.maximum(largest[key], most) if key in largest else most

        return see

    layers = [(layer, name) for layer in model.encoder.layers for name in ("qkv", "up", "down")]
    watches = [getattr(layer, name).register_forward_pre_hook(watch((layer, name))) for layer, name in layers]
    with torch.no_grad():
        for w in windows:
            model(torch.tensor([w.ids]), torch.ones(1, len(w.ids), dtype=torch.long), torch.tensor([w.shapes]))
    for w in watches:
        w.remove()
    for layer, name in layers:
        setattr(layer, name, Smoothed(getattr(layer, name), largest[layer, name]))
    return model


def float_graph(model, path):
    example = torch.ones(2, 7, dtype=torch.long)
    axes = {n: {0: "windows", 1: "pieces"} for n in INPUTS + OUTPUTS}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(model.eval(), (example, example, example), path, input_names=INPUTS, output_names=OUTPUTS,
                          dynamic_axes=axes, opset_version=17, dynamo=False)


def quantised(source, target):
    with tempfile.TemporaryDirectory() as d:
        ready = os.path.join(d, "ready.onnx")
        quant_pre_process(source, ready, skip_symbolic_shape=True)
        quantize_dynamic(ready, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def config(model, calibration):
    r = lambda p: np.round(p.detach().numpy().astype(float), 5).tolist()
    return {
        "limit": text.LIMIT, "context": text.CONTEXT, "cls": text.CLS, "sep": text.SEP,
        "shapes": SHAPES, "final": sorted(text.FINAL), "opening": sorted(text.OPENING),
        "roles": ROLES, "spanTags": SPAN_TAGS, "entityTags": ENTITY_TAGS, "acts": ACTS,
        "attributionTransitions": r(model.attribution_transitions), "entityTransitions": r(model.entity_transitions)[0],
        "linkSize": model.config.link, "linkDistance": r(model.link_distance), "linkBetween": r(model.link_between), "mentionDistance": r(model.mention_distance),
        "distanceEdges": links.EDGES, "calibration": calibration,
    }


def plain(c):
    """As it comes back from JSON."""
    return json.loads(json.dumps(c))


def write_config(c, folder):
    with open(os.path.join(folder, "config.json"), "w", encoding="utf-8") as f:
        json.dump(c, f, ensure_ascii=False, indent=1)


def write_digests(folder):
    """What the engine checks before it loads the files; `sha256sum -c SHA256SUMS` reads it, too."""
    with open(os.path.join(folder, "SHA256SUMS"), "w", encoding="utf-8") as out:
        for name in ("claims.onnx", "config.json", "model.onnx", "tokenizer.json"):
            if os.path.exists(os.path.join(folder, name)):
                with open(os.path.join(folder, name), "rb") as f:
                    out.write(f"{hashlib.sha256(f.read()).hexdigest()}  {name}\n")


def decoder(c):
    f = lambda k: np.array(c[k], np.float32)
    return decode.Decoder(f("attributionTransitions"), f("entityTransitions"), f("linkDistance"), f("linkBetween"), c["linkSize"],
                          f("mentionDistance") if "mentionDistance" in c else np.zeros(links.DISTANCES, np.float32), c["calibration"])


def texts(folder):
    """Paragraphs of plain texts and pages, joined per file."""
    for path in sorted(glob.glob(os.path.join(folder, "*.txt")) + glob.glob(os.path.join(folder, "*.html"))):
        with open(path, "rb") as f:
            raw = f.read()
        try:
            body = raw.decode("utf-8")
        except UnicodeDecodeError:
            body = raw.decode("cp1252", "replace")
        if path.endswith(".html"):
            found = re.findall(r"<(?:p|h1|h2|blockquote)\b[^>]*>(.*?)</(?:p|h1|h2|blockquote)>", body, re.S)
            body = "\n".join(" ".join(html.unescape(re.sub("<[^>]+>", "", p)).split()) for p in found)
        if body.strip():
            yield os.path.basename(path), body


def parity(session, head, tok, c, folder, out, paragraphs):
    """Texts with what the encoder and, where there is one, the head that reads claims say of them."""
    d, seen = decoder(c), 0
    names = [o.name for o in session.get_outputs()]
    with open(out, "w", encoding="utf-8") as f:
        for name, body in texts(folder):
            ws = text.document(tok, body)
            if seen >= paragraphs:
                break
            seen += sum(len(w.bounds) - w.owned for w in ws)
            results = [decode.run(session, [w])[0] for w in ws]
            rows = [{
                "ids": w.ids, "shapes": w.shapes, "first": w.first, "starts": w.starts, "ends": w.ends, "bounds": w.bounds, "owned": w.owned,
                "logits": {n: np.round(o[w.first].astype(float), 4).tolist() for n, o in zip(names, outputs)},
            } for w, outputs in results]
            words = decode.Words(results, d.mention_distance, d.size)
            said, named = d.attributions(results, True), [list(e) for w, o in results for e in d.entities(w, o[2], True)]
            rounded = lambda numbers: [round(n, 5) for n in numbers]
            f.write(json.dumps({
                "id": name, "text": body, "windows": rows,
                "attributions": said, "entities": named,
                "claims": [claimed(head, words, c, a) for a in said] if head else [],
                "metonymy": [rounded([words.metonymy(e[:2])]) for e in named],
                "antecedents": [rounded(words.antecedents(e[:2], [x[:2] for x in named[max(0, i - 10) : i]])) for i, e in enumerate(named)],
            }, ensure_ascii=False) + "\n")


def claimed(head, words, c, a):
    """Of an attribution: voiced, acts, stances, own side, aimed words."""
    least = c["claims"]["least"]
    voiced, acts, stances, own, aimed = claims.reading(head, words, least, a["source"], a["cue"], a["content"])
    r = lambda numbers: [round(n, 4) for n in numbers]
    return {"numbers": r([voiced, *acts, *stances, *own]), "aimed": [[aim, span] for aim, span, _ in aimed]}


def samples(folder, texts, paragraphs=50):
    """Writes parity.jsonl and decoded.jsonl of the export in a folder."""
    with open(os.path.join(folder, "config.json"), encoding="utf-8") as f:
        c = json.load(f)
    session = lambda name: ort.InferenceSession(os.path.join(folder, name), providers=["CPUExecutionProvider"])
    head = session("claims.onnx") if os.path.exists(os.path.join(folder, "claims.onnx")) else None
    tok = text.tokenizer(os.path.join(folder, "tokenizer.json"))
    parity(session("model.onnx"), head, tok, c, texts, os.path.join(folder, "parity.jsonl"), paragraphs)
    # without windows and logits it is small enough to lie beside the engine's tests
    with open(os.path.join(folder, "parity.jsonl"), encoding="utf-8") as f, open(os.path.join(folder, "decoded.jsonl"), "w", encoding="utf-8") as g:
        for line in f:
            g.write(json.dumps({k: v for k, v in json.loads(line).items() if k != "windows"}, ensure_ascii=False) + "\n")


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("checkpoint")
    p.add_argument("tokenizer")
    p.add_argument("out")
    p.add_argument("--data", default=os.environ.get("RASHOMON_DATA"), help="folder with PolNeAR, whose train part shows what the layers' inputs are like")
    p.add_argument("--texts")
    p.add_argument("--paragraphs", type=int, default=50, help="of the parity file, at least, whole texts")
    p.add_argument("--calibration", type=float, nargs=2, default=(1.0, 0.0))
    a = p.parse_args()
    os.makedirs(a.out, exist_ok=True)
    model, tok, graph = load(a.checkpoint), text.tokenizer(a.tokenizer), os.path.join(a.out, "model.onnx")
    with tempfile.TemporaryDirectory() as d:
        full, even = os.path.join(d, "float.onnx"), model
        if a.data:
            seen = list(data.records(os.path.join(a.data, "attribution/polnear/train.jsonl.gz")))[:40]
            even = smoothed(model, [w for r in seen for w in text.document(tok, r["text"])][:200])
        float_graph(even, full)
        quantised(full, graph)
    tok.save(os.path.join(a.out, "tokenizer.json"))
    c = plain(config(model, dict(zip("ab", a.calibration))))
    write_config(c, a.out)
    write_digests(a.out)
    if a.texts:
        samples(a.out, a.texts, a.paragraphs)
    print({n: os.path.getsize(os.path.join(a.out, n)) for n in sorted(os.listdir(a.out))})


if __name__ == "__main__":
    main()
