"""Changes to training text that the press makes too: other quotation marks, lost commas, apostrophes and paragraphs, lost case."""

MODES = ("keep", "straight", "curly", "missing", "treebank", "single")
SHARES = (0.55, 0.14, 0.11, 0.09, 0.04, 0.07)
OPEN_AFTER = set(" \t\n\u00a0([{-–—/'‘")
REPLACEMENTS = {
    "straight": {"open": '"', "close": '"', "inner_open": "'", "inner_close": "'"},
    "curly": {"open": "“", "close": "”", "inner_open": "‘", "inner_close": "’"},
    "missing": {"open": "", "close": ""},
    "treebank": {"open": "``", "close": "''"},
    "single": {"open": "‘", "close": "’"},
}


def quote_side(text: str, i: int):
    """What the mark at i is: open, close, inner_open, inner_close, or None where it is no quotation mark."""
    c = text[i]
    if c == "“":
        return "open"
    if c == "”":
        return "close"
    if c == "‘":
        return "inner_open"
    if c == "’":
        return "inner_close"
    if c in "\"'":
        opens = i == 0 or text[i - 1] in OPEN_AFTER
        return ("open" if opens else "close") if c == '"' else ("inner_open" if opens else "inner_close")
    return None


def rewrite(text: str, mode: str, drop_commas: bool, stripped: bool = False):
    """The changed text, and for every old offset (0..len) its new one. Stripped text, as collections of news keep it, has no commas, no
    apostrophes and no paragraphs either."""
    marks = REPLACEMENTS.get(mode, {})
    out, moved, size = [], [], 0
    for i, c in enumerate(text):
        moved.append(size)
        if (drop_commas or stripped) and c in ",;":
            c = ""
        elif stripped and c in "'’" and 0 < i < len(text) - 1 and text[i - 1].isalpha() and text[i + 1].isalpha():
            c = ""
        elif stripped and c == "\n":
            c = " "
        elif marks and c in "\"'“”‘’":
            c = marks.get(quote_side(text, i), c)
        out.append(c)
        size += len(c)
    moved.append(size)
    return "".join(out), moved


def recase(text: str, mode: str) -> str:
    """Same length, other case; characters whose case changes length stay."""
    if mode == "lower":
        changed = [c.lower() for c in text]
    elif mode == "upper":
        changed = [c.upper() for c in text]
    elif mode == "title":
        changed = [c.upper() if i == 0 or not (text[i - 1].isalnum() or text[i - 1] in "'’") else c for i, c in enumerate(text)]
    else:
        return text
    return "".join(n if len(n) == 1 else c for n, c in zip(changed, text))
