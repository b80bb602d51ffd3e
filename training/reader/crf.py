"""Linear-chain scores over tag sets with forbidden transitions; all sequences of a batch at once."""
import torch

from .labels import may_begin, may_end, spans_follow

FORBIDDEN = -1e4


def constraints(tags):
    """(first [C], last [C], transitions [C, C]) with 0 where allowed and FORBIDDEN where not."""
    cost = lambda ok: 0.0 if ok else FORBIDDEN
    return (
        torch.tensor([cost(may_begin(t)) for t in tags]),
        torch.tensor([cost(may_end(t)) for t in tags]),
        torch.tensor([[cost(spans_follow(a, b)) for b in tags] for a in tags]),
    )


def log_sum(emissions, lengths, transitions, limits):
    """Log of the summed scores of all tag sequences. emissions [N, W, R, C], lengths [N], transitions [R, C, C] -> [N, R]."""
    first, last, allowed = limits
    step = (transitions + allowed)[None]
    alpha = emissions[:, 0] + first
    for w in range(1, emissions.shape[1]):
        after = torch.logsumexp(alpha[..., None] + step, 2) + emissions[:, w]
        alpha = torch.where((w < lengths)[:, None, None], after, alpha)
    return torch.logsumexp(alpha + last, -1)


def loss(emissions, allowed, lengths, transitions, limits):
    """Negative log-likelihood [N, R] of the allowed tags, a bool tensor shaped like emissions (several may be allowed)."""
    gold = emissions.masked_fill(~allowed, FORBIDDEN)
    both = log_sum(torch.cat((emissions, gold)), torch.cat((lengths, lengths)), transitions, limits)
    n = len(emissions)
    return both[:n] - both[n:]


def viterbi(scores, transitions, limits):
    """Best tags of one sequence: scores [W][C], transitions [C][C] with the constraints added; numpy arrays."""
    first, last, step = limits
    path, back = scores[0] + first, []
    for row in scores[1:]:
        total = path[:, None] + step + transitions
        best = total.argmax(0)
        back.append(best)
        path = total[best, range(len(row))] + row
    tag = int((path + last).argmax())
    tags = [tag]
    for best in reversed(back):
        tag = int(best[tag])
        tags.append(tag)
    return tags[::-1]
