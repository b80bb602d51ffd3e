"""fixture.py TEXTS OUT   writes a tiny reader with random weights, and what it gives, for the engine's tests.

Its vocabulary comes from the texts themselves, so the fixture holds nothing that is not the project's own. The weights mean
nothing; the engine must cut, number, run and decode exactly as this folder does, whatever the weights are.
"""
import gzip
import json
import os
import shutil
import sys
import tempfile

import onnxruntime as ort
import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

import export
import train_claims
from reader import claims, text
from reader.labels import ENTITY_TAGS
from reader.model import Config, Reader

WORDS = 700
PARAGRAPHS = 70  # parts of cut paragraphs count, too


def vocabulary(bodies):
    t = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    t.normalizer = normalizers.BertNormalizer()
    t.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = ["[PAD]"] + [f"[unused{i}]" for i in range(99)] + ["[UNK]", "[CLS]", "[SEP]"]
    t.train_from_iterator(bodies, trainers.WordPieceTrainer(vocab_size=WORDS, special_tokens=special, show_progress=False))
    assert (t.token_to_id("[CLS]"), t.token_to_id("[SEP]")) == (text.CLS, text.SEP)
    return t


def main(folder, out):
    torch.manual_seed(20)
    bodies = [body for _, body in export.texts(folder)]
    # a text of marks beyond the basic plane, combining marks and right-to-left letters, and a paragraph too long for a window
    odd = "“I 🕯️ saw it,” said Zoë O’Harn—the mayor.\nשלום said the café owner’s 2nd son: ‘No!’\n" + " ".join(bodies[0].split() * 3)
    tok = vocabulary(bodies + [odd])
    model = Reader(Config(layers=1, hidden=24, heads=2, inner=32, vocabulary=tok.get_vocab_size(), positions=text.LIMIT, head_hidden=16, link=8))
    with torch.no_grad():
        for p in model.parameters():
            p.add_(0.15 * torch.randn_like(p))
    c = export.config(model.eval(), {"a": 0.9, "b": 0.1})
    os.makedirs(out, exist_ok=True)
    with tempfile.TemporaryDirectory() as d:
        export.float_graph(model, os.path.join(d, "float.onnx"))
        export.quantised(os.path.join(d, "float.onnx"), os.path.join(out, "model.onnx"))
        own = os.path.join(d, "texts")
        shutil.copytree(folder, own)
        with open(os.path.join(own, "0-odd.txt"), "w", encoding="utf-8") as f:
            f.write(odd)
        tok.save(os.path.join(out, "tokenizer.json"))
        export.write_config(c, out)
        train_claims.write(claims.ClaimHead(3 * 24 + len(ENTITY_TAGS), size=8, layers=1, heads=2).eval(), out, out)
        session = lambda name: ort.InferenceSession(os.path.join(out, name), providers=["CPUExecutionProvider"])
        rows = os.path.join(d, "parity.jsonl")
        with open(os.path.join(out, "config.json"), encoding="utf-8") as f:
            c = json.load(f)
        export.parity(session("model.onnx"), session("claims.onnx"), tok, c, own, rows, PARAGRAPHS)
        with open(rows, "rb") as f, gzip.GzipFile(os.path.join(out, "parity.jsonl.gz"), "wb", mtime=0) as g:
            shutil.copyfileobj(f, g)


if __name__ == "__main__":
    main(*sys.argv[1:])
