"""evaluate.py MODEL TOKENIZER   scores on PolNeAR dev and the held-out outlets; MODEL is a checkpoint or an export's folder."""
import argparse
import json
import os

import onnxruntime as ort

from reader import decode, text
from reader.evaluation import attribution_scores, calibration, entity_scores, small_scores
from export import decoder
from train import load


def opened(path):
    """(model or session, its decoder)"""
    if not os.path.isdir(path):
        model = load(path).eval()
        return model, decode.Decoder.of(model)
    with open(os.path.join(path, "config.json"), encoding="utf-8") as f:
        c = json.load(f)
    return ort.InferenceSession(os.path.join(path, "model.onnx"), providers=["CPUExecutionProvider"]), decoder(c)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("model")
    p.add_argument("tokenizer")
    p.add_argument("--data", default=os.environ.get("RASHOMON_DATA"))
    p.add_argument("--scorer", default=os.environ.get("RASHOMON_SCORER"))
    p.add_argument("--calibrate", action="store_true", help="fit and show how confidence meets truth")
    p.add_argument("--acts", default=os.path.join(os.path.dirname(__file__), "acts/sentences.jsonl"))
    p.add_argument("--half", type=int, default=0)
    a = p.parse_args()
    model, d = opened(a.model)
    tok, polnear = text.tokenizer(a.tokenizer), os.path.join(a.data, "attribution/polnear/dev.jsonl.gz")
    if a.calibrate:
        print(json.dumps(calibration(model, tok, polnear, d, bool(a.half))))
        return
    print(json.dumps(small_scores(model, tok, a.data, a.acts, d, "test", bool(a.half))), flush=True)
    print(json.dumps(attribution_scores(model, tok, polnear, a.scorer, d, bool(a.half))), flush=True)
    print(json.dumps(entity_scores(model, tok, os.path.join(a.data, "entities/eww.jsonl.gz"), d, bool(a.half))))


if __name__ == "__main__":
    main()
