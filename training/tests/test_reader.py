"""Tests of windows, tags, links, augmentation; they need neither data nor weights."""
import os
import random
import sys
import unittest

import numpy as np
import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from reader import augment, batch, crf, data, decode, links, text
from reader.labels import ENTITY_TAGS, ROLES, SHAPES, SPAN_TAGS
from reader.model import Config, Reader

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


class Windows(unittest.TestCase):
    def test_every_word_is_owned_once_in_order(self):
        body = "\n".join(TEXT for _ in range(9))
        for limit in (40, 96, 192):
            ws = text.document(tokenizer(), body, limit=limit)
            owned = [(w.starts[i], w.ends[i]) for w in ws for lo, hi in w.bounds[w.owned :] for i in range(lo, hi)]
            whole = [(a, b) for s, e in text.paragraph_bounds(body) for p in [text.paragraph(tokenizer(), body, s, e)] for a, b in zip(p.starts, p.ends)]
            self.assertEqual(whole, owned)
            self.assertTrue(all(len(w.ids) <= limit for w in ws))

    def test_word_offsets_count_code_points(self):
        body = "🙂 Ana said no."
        w = text.document(tokenizer(), body)[0]
        self.assertIn("said", [body[a:b] for a, b in zip(w.starts, w.ends)])

    def test_shapes(self):
        words = ["Mira", "met", "the", "UN", "McOdu", ".", "“", "A", "2nd", "7", "x", "É"]
        names = [SHAPES[s % len(SHAPES)] + ("^" if s >= len(SHAPES) else "") for s in text.word_shapes(words)]
        self.assertEqual("initial^ lower lower capitals mixed mark mark^ letter^ alphanumeric digits lower letter".split(), names)


class Augmentation(unittest.TestCase):
    def test_offsets_follow_the_text(self):
        for mode in augment.MODES:
            new, to = augment.rewrite(TEXT, mode, True)
            for piece in ("harbour", "crane fell", "denied", "Mira Tolan"):
                a, b = at(TEXT, piece)
                self.assertEqual(piece, new[to[a] : to[b]])

    def test_quotes_take_sides(self):
        self.assertEqual("he said “no” and ‘yes’", augment.rewrite("he said \"no\" and 'yes'", "curly", False)[0])
        self.assertEqual("he said ``no''", augment.rewrite('he said "no"', "treebank", False)[0])
        self.assertEqual("he said no, didn't he", augment.rewrite("he said “no”, didn't he", "missing", False)[0])

    def test_case_keeps_length(self):
        for mode in ("lower", "upper", "title"):
            self.assertEqual(len(TEXT + "ßŉ"), len(augment.recase(TEXT + "ßŉ", mode)))


class Tags(unittest.TestCase):
    def test_log_sum_equals_brute_force(self):
        import itertools
        torch.manual_seed(0)
        limits, n = crf.constraints(SPAN_TAGS), 4
        e, tr = torch.randn(1, n, 1, 5), torch.randn(1, 5, 5)
        first, last, step = limits
        totals = [
            first[p[0]] + last[p[-1]] + sum(e[0, i, 0, t] for i, t in enumerate(p)) + sum((tr[0] + step)[a, b] for a, b in zip(p, p[1:]))
            for p in itertools.product(range(5), repeat=n)
        ]
        self.assertAlmostEqual(float(torch.logsumexp(torch.stack(totals), 0)), float(crf.log_sum(e, torch.tensor([n]), tr, limits)[0, 0]), places=4)
        best = list(itertools.product(range(5), repeat=n))[int(torch.stack(totals).argmax())]
        got = crf.viterbi(e[0, :, 0].numpy(), tr[0].numpy(), [x.numpy() for x in limits])
        self.assertEqual(list(best), got)

    def test_viterbi_gives_valid_entities(self):
        rng = np.random.default_rng(1)
        limits = [x.numpy() for x in crf.constraints(ENTITY_TAGS)]
        for _ in range(30):
            tags = [ENTITY_TAGS[t] for t in crf.viterbi(rng.normal(size=(12, 21)), np.zeros((21, 21)), limits)]
            covered = sum(b - a + 1 for a, b, _ in decode.spans_of(tags))
            self.assertEqual(sum(t != "O" for t in tags), covered)


class Gold(unittest.TestCase):
    def setUp(self):
        self.document = data.Document("d", TEXT, attributions=[
            ([at(TEXT, "said")], [at(TEXT, "The harbour master of Lenn")], [at(TEXT, '"The crane fell."')]),
            ([at(TEXT, "denied")], [at(TEXT, "He")], [at(TEXT, "any fault")]),
            ([at(TEXT, "added")], [], [at(TEXT, "Nobody"), at(TEXT, "was hurt")]),
        ])

    def outputs(self, e):
        """Outputs under which decoding must give the gold back; each span's link vectors name its cue."""
        n, size = len(e.window.ids), 64
        tags = np.full((n, 15), -9.0, np.float32)
        for r in range(3):
            for w, t in enumerate(e.tags[r]):
                tags[e.window.first[w], 5 * r + t] = 9
        v = np.zeros((n, 4 * size + 1), np.float32)
        v[:, 4 * size] = 5
        for i, c in enumerate(e.cues):
            for spans, column in (([c], 0), ([e.sources[j] for j in e.source_of[i]], size), ([c], 2 * size),
                                  ([x for x, k in zip(e.contents, e.cue_of) if k == i], 3 * size)):
                for a, b in spans:
                    v[[e.window.first[a], e.window.first[b]], column + i] = 10
        return tags, v

    def test_gold_survives_decoding(self):
        d = decode.Decoder(np.zeros((3, 5, 5)), np.zeros((21, 21)), np.zeros((2, links.DISTANCES)), np.zeros((2, links.BETWEEN)), 64, np.zeros(links.DISTANCES))
        results = []
        for w in text.document(tokenizer(), TEXT):
            e = data.attribution_example(self.document, w)
            results.append((w, self.outputs(e)))
        got = [(a["cue"], a["source"], a["content"]) for a in d.attributions(results)]
        self.assertEqual([tuple(x) for x in self.document.attributions], got)

    def test_a_step_of_training_runs_and_learns_nothing_from_padding(self):
        examples = [data.attribution_example(self.document, w) for w in text.document(tokenizer(), TEXT)]
        examples += [data.attribution_example(self.document, w) for w in text.document(tokenizer(), TEXT, limit=100)]
        model = Reader(Config(layers=1, vocabulary=200)).eval()
        b = batch.collate(examples)
        full = model(b.ids, b.mask, b.shapes)[0]
        n = len(examples[-1].window.ids)
        alone = model(b.ids[-1:, :n], b.mask[-1:, :n], b.shapes[-1:, :n])[0]
        self.assertTrue(torch.allclose(full[-1, :n], alone[0], atol=1e-4))

    def test_held_out_outlets_are_fixed(self):
        self.assertEqual("af_afrol", data.outlet("af_afrol_12"))
        self.assertEqual(data.held_out("af_afrol"), data.held_out("af_afrol"))


if __name__ == "__main__":
    unittest.main()
