"""The pre-trained encoder: BERT weights read from an ONNX file."""
import numpy as np
import onnx
from onnx import numpy_helper

from .model import Config, Reader, load_bert


def bert_weights(path: str) -> dict:
    """Weights by their PyTorch names. MatMul weights have lost theirs in the file, so the nodes that use them lend them."""
    graph = onnx.load(path).graph
    arrays = {i.name: numpy_helper.to_array(i).astype(np.float32) for i in graph.initializer}
    result = dict(arrays)
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in arrays:
            name = node.name.strip("/").removesuffix("/MatMul").replace("/", ".") + ".weight"
            result[name.removeprefix("bert.")] = arrays[node.input[1]]
    return result


def reader(path: str) -> Reader:
    """A reader whose encoder is that of the file and whose heads are new."""
    w = bert_weights(path)
    layers = sum(k.endswith("attention.self.query.weight") for k in w)
    model = Reader(Config(layers=layers, vocabulary=len(w["embeddings.word_embeddings.weight"])))
    load_bert(model, w)
    return model
