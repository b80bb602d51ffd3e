"""check_encoder.py ONNX TOKENIZER   shows that our encoder gives the ONNX file's output: greatest difference, which must be < 1e-4."""
import sys

import numpy as np
import onnxruntime as ort
import torch

from reader import base, batch, text

TEXTS = (
    "The ministry said on Tuesday that no aircraft of its own had flown over Qalat Nur.",
    "“We did not do it,” Maren Oduya told reporters. \"Ask them.\"",
    "Short.",
    "Übermäßig naïve café-owners in 2019 paid 1,250.50 dollars; nobody re-counted (at least officially).",
)


def main(onnx_path, tokenizer_path):
    tok = text.tokenizer(tokenizer_path)
    windows = [w for t in TEXTS for w in text.document(tok, t)]
    ids, mask, shapes = batch.padded(windows)
    model = base.reader(onnx_path).eval()
    with torch.inference_mode():
        ours = model.encoder(*map(torch.from_numpy, (ids, mask, shapes))).numpy()
    theirs = ort.InferenceSession(onnx_path).run(None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)})[0]
    worst = float(np.abs(ours - theirs)[mask.astype(bool)].max())
    print(f"greatest difference {worst:.2e} over {int(mask.sum())} word-pieces")
    return 0 if worst < 1e-4 else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
