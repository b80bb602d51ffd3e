"""restore.py FOLDER OUT   makes a checkpoint of an export's model.onnx, to train on from it.

The weights are those of the int8 grid: what rounding took stays lost, which training makes good within its first steps. Heads
that the file lacks begin anew. The calibration and whether acts were trained stay behind in config.json.
"""
import json
import os
import re
import sys

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from reader.model import Config, Reader
from train import save

PARAMETERS = {"attributionTransitions": "attribution_transitions", "linkDistance": "link_distance", "linkBetween": "link_between"}


def weights(path):
    """Weights by their PyTorch names, as float arrays."""
    graph = onnx.load(path).graph
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}

    def whole(name):
        q, scale, zero = (arrays[name + s] for s in ("_quantized", "_scale", "_zero_point"))
        return ((q.astype(np.int32) - zero.astype(np.int32)) * scale).astype(np.float32)

    result = {n: a for n, a in arrays.items() if re.fullmatch(r"[a-z]\w*(\.\w+)+", n) and a.dtype == np.float32 and not n.endswith("_scale")}
    result.update({n[: -len("_quantized")]: whole(n[: -len("_quantized")]) for n in arrays if n.endswith(".weight_quantized")})
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name = node.name.strip("/").removesuffix("/MatMul_quant").replace("/", ".")
            result[name + ".weight"] = whole(node.input[1].removesuffix("_quantized")).T
    return unsmoothed(result)


def unsmoothed(found):
    """Without the factors by which `export.py` evens out the inputs of large layers."""
    result = {n.replace(".linear.", "."): a for n, a in found.items() if not n.endswith(".inverse")}
    for name, factors in found.items():
        if name.endswith(".inverse"):
            result[name.removesuffix("inverse") + "weight"] *= factors
    return result


def main(folder, out):
    with open(os.path.join(folder, "config.json"), encoding="utf-8") as f:
        c = json.load(f)
    # what only gathers states for the graph of claims is no head: train_claims.py makes it anew
    found = {n: a for n, a in weights(os.path.join(folder, "model.onnx")).items() if not n.startswith("states.")}
    found.update({theirs: np.array(c[ours], np.float32) for ours, theirs in PARAMETERS.items()})
    found["entity_transitions"] = np.array([c["entityTransitions"]], np.float32)
    if "mentionDistance" in c:
        found["mention_distance"] = np.array(c["mentionDistance"], np.float32)
    layers = 1 + max(int(n.split(".")[2]) for n in found if n.startswith("encoder.layers."))
    model = Reader(Config(layers=layers, vocabulary=len(found["encoder.words.weight"]), link=c["linkSize"]))
    missing, unknown = model.load_state_dict({n: torch.from_numpy(a.copy()) for n, a in found.items()}, strict=False)
    assert not unknown, unknown
    print(json.dumps({"layers": layers, "begin anew": missing}))
    save(out, model)


if __name__ == "__main__":
    main(*sys.argv[1:])
