"""The label sets of all heads, in the order of the output channels."""

ROLES = ("source", "cue", "content")
SPAN_TAGS = ("O", "B", "I", "E", "S")
ENTITIES = ("PER", "ORG", "LOC", "NORP", "MISC")
ENTITY_TAGS = ("O",) + tuple(f"{t}-{e}" for e in ENTITIES for t in "BIES")
ACTS = ("ADMIT", "DENY", "ACCUSE", "THREATEN", "DEMAND", "PROMISE", "ANNOUNCE", "APPRAISE", "ASSERT")
# The shape of a word; the input feature is the index here, plus len(SHAPES) when the word begins a sentence.
SHAPES = ("none", "mark", "digits", "lower", "initial", "capitals", "mixed", "letter", "alphanumeric")


def spans_follow(a: str, b: str) -> bool:
    """Whether tag b may follow tag a; tags are O or one of B I E S, with the type after a dash where there is one."""
    inside = a[0] in "BI"
    return b[0] in "IE" and a[1:] == b[1:] if inside else b[0] in "OBS"


def may_begin(tag: str) -> bool:
    return tag[0] in "OBS"


def may_end(tag: str) -> bool:
    return tag[0] in "OES"


def tag(position: int, length: int) -> str:
    """The letter of the word at this position of a span of so many words."""
    if length == 1:
        return "S"
    return "B" if position == 0 else "E" if position == length - 1 else "I"
