"""Scores of cue-span links from the link vectors."""
import torch
from torch.nn import functional as F

FAR = -1e4


def scores(vectors, table, distance_bias, between_bias, size):
    """[cues, spans] scores; vectors is the link output flattened to [B * T, 4 * size + 1]."""
    role = table["role"]
    cue = vectors[torch.as_tensor(table["cues"])].mean(1)
    span = vectors[torch.as_tensor(table["spans"])].mean(1)
    key = cue[:, 2 * role * size : (2 * role + 1) * size]
    value = span[:, (2 * role + 1) * size : (2 * role + 2) * size]
    s = key @ value.T / size**0.5
    s = s + distance_bias[role][torch.as_tensor(table["distance"])] + between_bias[role][torch.as_tensor(table["between"])]
    return s.masked_fill(~torch.as_tensor(table["near"]), FAR), cue[:, 4 * size]


def loss(vectors, tables, distance_bias, between_bias, size):
    """Summed negative log-likelihood of the gold links and how many choices there were."""
    total, n = vectors.new_zeros(()), 0
    for t in tables:
        s, none = scores(vectors, t, distance_bias, between_bias, size)
        gold = torch.as_tensor(t["gold"])
        if t["role"] == 0:
            s = torch.cat((none[:, None], s), 1)
            p = F.log_softmax(s, 1)
            total = total - p.masked_fill(~gold, FAR).logsumexp(1).sum()
            n += len(s)
        else:
            total = total - F.log_softmax(s, 0)[gold].sum()
            n += s.shape[1]
    return total, n
