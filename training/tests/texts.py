"""An invented text, and a tokenizer for it that needs no file."""
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

TEXT = 'The harbour master of Lenn said: "The crane fell." He denied any fault.\n\nNobody, he added, was hurt, though Mira Tolan disagreed.'


def tokenizer():
    """Word-pieces of single letters: long enough sequences from short texts."""
    vocabulary = {"[PAD]": 0, "[UNK]": 1}
    for c in "abcdefghijklmnopqrstuvwxyz0123456789.,:;\"'`“”‘’!?-":
        vocabulary[c] = len(vocabulary)
        vocabulary["##" + c] = len(vocabulary)
    t = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    t.normalizer = normalizers.BertNormalizer(lowercase=True)
    t.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return t


def at(body, piece):
    return [body.index(piece), body.index(piece) + len(piece)]
