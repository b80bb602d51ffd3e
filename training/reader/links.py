"""Geometry of a link between a cue and another span, both given as (first word, last word) of a window."""

import bisect

EDGES = (1, 2, 3, 5, 9, 17, 33, 65)
HALF = len(EDGES) + 1
DISTANCES = 2 * HALF
MOST_BETWEEN = 3
BETWEEN = 2 * (MOST_BETWEEN + 1)


def distance(cue, span) -> int:
    """Bucket of the words between the two, 0..8 where the span follows the cue and 9..17 where it goes before."""
    if span[0] > cue[0]:
        return bisect.bisect_right(EDGES, max(0, span[0] - cue[1] - 1))
    return HALF + bisect.bisect_right(EDGES, max(0, cue[0] - span[1] - 1))


def between(cue, span, cues) -> int:
    """How many other cues begin between the two (at most 3), plus 4 where the span goes before the cue."""
    if span[0] > cue[0]:
        n = sum(cue[0] < c[0] < span[0] for c in cues)
        return min(n, MOST_BETWEEN)
    n = sum(span[1] < c[0] < cue[0] for c in cues)
    return MOST_BETWEEN + 1 + min(n, MOST_BETWEEN)
