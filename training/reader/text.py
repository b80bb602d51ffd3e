"""From text to windows of word-pieces: paragraphs, words, shapes, windows. The Java reader does exactly the same."""
import dataclasses
import unicodedata

from tokenizers import Tokenizer

from .labels import SHAPES

CLS, SEP = 101, 102
LIMIT = 192        # word-pieces of a window, [CLS] and [SEP]s included
CONTEXT = 32       # word-pieces of the paragraph repeated from the window before, at most
FINAL = set(".!?:;…")
OPENING = set("\"'“”‘’«»„`()[]{}-–—*•")


def tokenizer(path: str) -> Tokenizer:
    t = Tokenizer.from_file(path)
    t.no_truncation()
    t.no_padding()
    return t


@dataclasses.dataclass
class Paragraph:
    """Word-pieces and words of a stretch of text. Word offsets are code points of the whole text, end exclusive."""

    ids: list
    first: list      # per word, its first word-piece
    starts: list
    ends: list
    shapes: list     # per word


def shape(word: str) -> str:
    letters = [c for c in word if c.isalpha()]
    digits = any(unicodedata.category(c) == "Nd" for c in word)
    if not letters:
        return "digits" if digits else "mark"
    if digits:
        return "alphanumeric"
    upper = [c.isupper() or c.istitle() for c in letters]
    if not any(upper):
        return "lower"
    if len(letters) == 1:
        return "letter"
    if all(upper):
        return "capitals"
    return "initial" if upper[0] and not any(upper[1:]) else "mixed"


def word_shapes(words: list) -> list:
    """Shape indexes; a word begins a sentence if it is the paragraph's first or follows a final mark, opening marks between."""
    result, begins = [], True
    for w in words:
        s = shape(w)
        result.append(SHAPES.index(s) + (len(SHAPES) if begins else 0))
        if w in FINAL:
            begins = True
        elif w not in OPENING:
            begins = False
    return result


def paragraph(tok: Tokenizer, text: str, start: int, end: int) -> Paragraph:
    e = tok.encode(text[start:end], add_special_tokens=False)
    first, starts, ends, last = [], [], [], None
    for i, (w, (a, b)) in enumerate(zip(e.word_ids, e.offsets)):
        if w != last:
            first.append(i)
            starts.append(start + a)
            ends.append(start + b)
            last = w
        else:
            ends[-1] = start + b
    return Paragraph(e.ids, first, starts, ends, word_shapes([text[a:b] for a, b in zip(starts, ends)]))


def paragraph_bounds(text: str):
    """Lines that hold more than white space, trimmed."""
    at = 0
    for line in text.split("\n"):
        s = line.strip()
        if s:
            a = at + line.index(s)
            yield a, a + len(s)
        at += len(line) + 1


def cut(p: Paragraph, limit: int) -> list:
    """Parts of a paragraph of at most so many word-pieces, cut after the last sentence end in the second half, else before a word."""
    if len(p.ids) <= limit:
        return [p]
    fits = sum(1 for i in range(1, len(p.first)) if p.first[i] <= limit)
    best = max(fits, 1)
    begins = [i for i in range(1, best + 1) if i < len(p.shapes) and p.shapes[i] >= len(SHAPES) and p.first[i] >= limit // 2]
    if begins:
        best = begins[-1]
    if best >= len(p.first):
        return [Paragraph(p.ids[:limit], p.first, p.starts, p.ends, p.shapes)]
    at = p.first[best]
    head = Paragraph(p.ids[:at][:limit], p.first[:best], p.starts[:best], p.ends[:best], p.shapes[:best])
    tail = Paragraph(p.ids[at:], [i - at for i in p.first[best:]], p.starts[best:], p.ends[best:], p.shapes[best:])
    return [head] + cut(tail, limit)


@dataclasses.dataclass
class Window:
    """Word-pieces of consecutive paragraphs: [CLS] p [SEP] p [SEP] ..."""

    ids: list
    shapes: list       # per word-piece
    first: list        # per word: its first word-piece in `ids`
    starts: list
    ends: list
    bounds: list       # per paragraph: (first word, end word)
    numbers: list      # per paragraph: its number in the document
    owned: int         # the paragraphs from here on belong to this window, those before are context


def window(parts: list, numbers: list, owned: int) -> Window:
    w = Window([CLS], [0], [], [], [], [], numbers, owned)
    for p in parts:
        at, n = len(w.ids), len(w.first)
        w.ids += p.ids + [SEP]
        of_piece = []
        for i, s in enumerate(p.shapes):
            end = p.first[i + 1] if i + 1 < len(p.first) else len(p.ids)
            of_piece += [s] * (end - p.first[i])
        w.shapes += of_piece + [0]
        w.first += [at + i for i in p.first]
        w.starts += p.starts
        w.ends += p.ends
        w.bounds.append((n, n + len(p.first)))
    return w


def windows(parts: list, limit: int = LIMIT, context: int = CONTEXT) -> list:
    """Packs parts in order, each owned once; a window after the first opens with the last part before it when that is short."""
    result, at = [], 0
    while at < len(parts):
        use, owned = [], 0
        size = 1
        if at > 0 and len(parts[at - 1].ids) + 1 <= context and len(parts[at - 1].ids) + len(parts[at].ids) + 3 <= limit:
            use, owned, size = [at - 1], 1, 2 + len(parts[at - 1].ids)
        while at < len(parts) and (len(use) == owned or size + len(parts[at].ids) + 1 <= limit):
            size += len(parts[at].ids) + 1
            use.append(at)
            at += 1
        result.append(window([parts[i] for i in use], use, owned))
    return result


def document(tok: Tokenizer, text: str, bounds=None, limit: int = LIMIT) -> list:
    """All windows of a text."""
    parts = [q for a, b in (bounds or paragraph_bounds(text)) for q in cut(paragraph(tok, text, a, b), limit - 2)]
    return windows([p for p in parts if p.first], limit)
