"""Tests of what the head of claims reads: words and roles, marks, labels; they need neither data nor weights."""
import os
import sys
import unittest

sys.path[:0] = [os.path.dirname(__file__), os.path.join(os.path.dirname(__file__), "..")]
from needs import needs

needs("numpy", "tokenizers", "torch")
import numpy as np
import torch
from reader import claims


class Words(unittest.TestCase):
    STARTS = list(range(0, 1000, 5))     # 200 words of four letters

    def test_source_and_cue_win_over_the_content_around_them(self):
        first, roles = claims.around(self.STARTS, [[500, 504]], [[505, 509]], [[490, 520]])
        self.assertEqual(98 - claims.BEFORE, first)
        self.assertEqual([3, 3, 1, 2, 3, 3], roles[claims.BEFORE : claims.BEFORE + 6])
        self.assertEqual(claims.BEFORE + 6 + claims.AFTER, len(roles))

    def test_what_lies_beyond_the_last_word_is_none(self):
        self.assertIsNone(claims.around(self.STARTS, [], [], [[5000, 5010]]))
        self.assertIsNone(claims.around([], [], [[0, 3]], [[4, 9]]))

    def test_the_most_words_are_read_of_a_long_claim(self):
        _, roles = claims.around(list(range(0, 5000, 5)), [], [], [[0, 5000]])
        self.assertEqual(claims.MOST, len(roles))


class Labels(unittest.TestCase):
    MARKED = "In Lenn [[the mayor]] {{said}} <<the army had left>>. 3 >> 2"

    def test_marks_become_spans(self):
        text, source, cue, content = claims.unmarked(self.MARKED)
        self.assertEqual("In Lenn the mayor said the army had left. 3 >> 2", text)
        self.assertEqual(["the mayor", "said", "the army had left"], [text[a:b] for (a, b), in (source, cue, content)])

    def test_a_stretch_is_found_whatever_its_white_space(self):
        self.assertEqual([[15, 19]], claims.placed("x y\nthe  mayor said", "the mayor said", [[10, 14]]))
        self.assertIsNone(claims.placed("the mayor", "the major", [[0, 3]]))

    def test_words_are_looked_for_in_the_content_first(self):
        text = "The army denied that the army had left."
        self.assertEqual([21, 29], claims.of_words("the army", text, ([[0, 8]], [[9, 15]], [[21, 38]])))


class Head(unittest.TestCase):
    def test_padding_changes_nothing(self):
        torch.manual_seed(1)
        head = claims.ClaimHead(12, size=8, layers=1, heads=2).eval()
        x, roles, mask = torch.randn(1, 5, 12), torch.tensor([[1, 2, 3, 3, 0]]), torch.ones(1, 5, dtype=torch.bool)
        alone = head(x, roles, mask)
        padded = head(*(torch.cat((t, torch.zeros_like(t[:, :2])), 1) for t in (x, roles, mask)))
        for one, other in zip(alone[:4], padded[:4]):
            self.assertTrue(torch.allclose(one, other, atol=1e-4))
        self.assertTrue(torch.allclose(alone[4], padded[4][:, :5], atol=1e-4))

    def test_states_keep_within_half_a_step(self):
        states = np.random.default_rng(2).normal(size=(7, 16)).astype(np.float32)
        states[3] = 0
        self.assertLessEqual(float((np.abs(claims.rounded(states) - states) / np.maximum(np.abs(states).max(1, keepdims=True), 1e-9)).max()), 0.51 / 127)


if __name__ == "__main__":
    unittest.main()
