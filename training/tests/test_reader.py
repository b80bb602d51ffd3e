"""Tests of tags, links, decoding and a step of training; they need neither data nor weights."""
import itertools
import os
import sys
import unittest

sys.path[:0] = [os.path.dirname(__file__), os.path.join(os.path.dirname(__file__), "..")]
from needs import needs

needs("numpy", "tokenizers", "torch")
import numpy as np
import torch
from reader import batch, crf, data, decode, links, text
from reader.labels import ENTITY_TAGS, SPAN_TAGS
from reader.model import Config, Reader
from texts import TEXT, at, tokenizer


class Tags(unittest.TestCase):
    def test_log_sum_equals_brute_force(self):
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


if __name__ == "__main__":
    unittest.main()
