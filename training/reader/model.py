"""One BERT encoder and the heads that read it: attribution, links, entities, acts, metonymy, mentions.

Shapes: B windows, T word-pieces, D link dimensions. Every head gives one vector per word-piece; only those at the
first word-piece of a word are ever read.
"""
import dataclasses
import json

import torch
from torch import nn
from torch.nn import functional as F

from .labels import ACTS, ENTITY_TAGS, ROLES, SHAPES, SPAN_TAGS
from . import links

LINKS = ("source", "content")


@dataclasses.dataclass(frozen=True)
class Config:
    """Sizes of the encoder and heads; the defaults are those of all-MiniLM-L6-v2."""

    layers: int = 6
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 512
    head_hidden: int = 192
    link: int = 64
    dropout: float = 0.1

    def to_json(self):
        return json.dumps(dataclasses.asdict(self))


class Layer(nn.Module):
    """One transformer block, normalised after each residual as in BERT."""

    def __init__(self, c: Config):
        super().__init__()
        self.n = c.heads
        self.qkv = nn.Linear(c.hidden, 3 * c.hidden)
        self.out = nn.Linear(c.hidden, c.hidden)
        self.norm1 = nn.LayerNorm(c.hidden, eps=1e-12)
        self.up = nn.Linear(c.hidden, c.inner)
        self.down = nn.Linear(c.inner, c.hidden)
        self.norm2 = nn.LayerNorm(c.hidden, eps=1e-12)
        self.p = c.dropout

    def forward(self, x, mask):
        b, t, h = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.n, h // self.n).permute(2, 0, 3, 1, 4).unbind(0)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=self.p if self.training else 0.0)
        a = self.out(a.transpose(1, 2).reshape(b, t, h))
        x = self.norm1(x + F.dropout(a, self.p, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), self.p, self.training))


class Encoder(nn.Module):
    """BERT with one more embedding per word-piece, that of the shape of its word (which starts at zero)."""

    def __init__(self, c: Config):
        super().__init__()
        self.words = nn.Embedding(c.vocabulary, c.hidden)
        self.positions = nn.Embedding(c.positions, c.hidden)
        self.kind = nn.Parameter(torch.zeros(c.hidden))
        self.shapes = nn.Embedding(len(SHAPES) * 2, c.hidden)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(c.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(c) for _ in range(c.layers))
        self.p = c.dropout

    def forward(self, ids, mask, shape):
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.kind + self.shapes(shape)
        x = F.dropout(self.norm(x), self.p, self.training)
        m = ((1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4)
        for layer in self.layers:
            x = layer(x, m)
        return x


class Head(nn.Module):
    """Two layers over a word-piece and the shape of its word."""

    def __init__(self, c: Config, out: int):
        super().__init__()
        self.shape = nn.Embedding(len(SHAPES) * 2, 32)
        self.inner = nn.Linear(c.hidden + 32, c.head_hidden)
        self.out = nn.Linear(c.head_hidden, out)
        self.p = c.dropout

    def forward(self, x, shape):
        x = F.gelu(self.inner(torch.cat((x, self.shape(shape)), -1)))
        return self.out(F.dropout(x, self.p, self.training))


class Reader(nn.Module):
    """The encoder and all heads. `forward` is the graph that is exported, but for the acts: that head only teaches the encoder, and what
    reads claims comes on top of it (`claims.py`)."""

    def __init__(self, c: Config):
        super().__init__()
        self.config = c
        self.encoder = Encoder(c)
        self.attribution = Head(c, len(ROLES) * len(SPAN_TAGS))
        self.entities = Head(c, len(ENTITY_TAGS))
        self.link = Head(c, 4 * c.link + 1)
        self.acts = Head(c, 2 * (len(ACTS) + 1))
        self.metonymy = Head(c, 1)
        self.mentions = Head(c, 2 * c.link + 1)
        self.attribution_transitions = nn.Parameter(torch.zeros(len(ROLES), len(SPAN_TAGS), len(SPAN_TAGS)))
        self.entity_transitions = nn.Parameter(torch.zeros(1, len(ENTITY_TAGS), len(ENTITY_TAGS)))
        self.link_distance = nn.Parameter(torch.zeros(len(LINKS), links.DISTANCES))
        self.link_between = nn.Parameter(torch.zeros(len(LINKS), links.BETWEEN))
        self.mention_distance = nn.Parameter(torch.zeros(links.DISTANCES))

    def forward(self, input_ids, attention_mask, shape):
        x = self.encoder(input_ids, attention_mask, shape)
        heads = (self.attribution, self.link, self.entities, self.metonymy, self.mentions, self.acts)
        return tuple(head(x, shape) for head in heads)


def load_bert(model: Reader, weights: dict):
    """Fills the encoder from BERT weights named as in the ONNX file; `weights` maps names to float arrays [in, out]."""
    w = {k: torch.from_numpy(v.copy()) for k, v in weights.items()}
    e = model.encoder
    with torch.no_grad():
        e.words.weight.copy_(w["embeddings.word_embeddings.weight"])
        e.positions.weight.copy_(w["embeddings.position_embeddings.weight"])
        e.kind.copy_(w["embeddings.token_type_embeddings.weight"][0])
        e.norm.weight.copy_(w["embeddings.LayerNorm.weight"])
        e.norm.bias.copy_(w["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(e.layers):
            p = f"encoder.layer.{i}."
            qkv = [p + "attention.self." + x for x in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([w[x + ".weight"].T for x in qkv]))
            layer.qkv.bias.copy_(torch.cat([w[x + ".bias"] for x in qkv]))
            for ours, theirs in ((layer.out, "attention.output.dense"), (layer.up, "intermediate.dense"), (layer.down, "output.dense")):
                ours.weight.copy_(w[p + theirs + ".weight"].T)
                ours.bias.copy_(w[p + theirs + ".bias"])
            for ours, theirs in ((layer.norm1, "attention.output.LayerNorm"), (layer.norm2, "output.LayerNorm")):
                ours.weight.copy_(w[p + theirs + ".weight"])
                ours.bias.copy_(w[p + theirs + ".bias"])
