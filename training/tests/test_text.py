"""Tests of windows, shapes, augmentation and parts of the data; they need neither torch nor data nor weights."""
import gzip
import json
import os
import sys
import tempfile
import unittest

sys.path[:0] = [os.path.dirname(__file__), os.path.join(os.path.dirname(__file__), "..")]
from needs import needs

needs("tokenizers")
from reader import augment, data, text
from reader.labels import SHAPES
from texts import TEXT, at, tokenizer


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

    def test_stripped_text_has_no_commas_apostrophes_and_paragraphs(self):
        new, to = augment.rewrite("Kestria's envoy, Tolan, said 'no'.\nHe left.", "keep", False, True)
        self.assertEqual("Kestrias envoy Tolan said 'no'. He left.", new)
        self.assertEqual("Tolan", new[to[17] : to[22]])

    def test_case_keeps_length(self):
        for mode in ("lower", "upper", "title"):
            self.assertEqual(len(TEXT + "ßŉ"), len(augment.recase(TEXT + "ßŉ", mode)))


class Labelled(unittest.TestCase):
    def test_spans_count_in_title_and_text_and_take_in_that(self):
        with tempfile.TemporaryDirectory() as folder:
            labels = os.path.join(folder, "labels.jsonl")
            with open(labels, "w", encoding="utf-8") as f:
                f.write(json.dumps({"article": "a1", "claims": [{"source": [[7, 13]], "cue": [[14, 18]], "content": [[24, 30]]}]}) + "\n")
            with gzip.open(os.path.join(folder, "set.jsonl.gz"), "wt", encoding="utf-8") as f:
                f.write(json.dumps({"id": "a1", "title": "Title.", "text": "Dasko  said that he won."}) + "\n")
            document, = data.labelled(labels, data.articles(folder))
            (cue, source, content), = document.attributions
            self.assertEqual(["said"], [document.text[a:b] for a, b in cue])
            self.assertEqual(["that he won"], [document.text[a:b] for a, b in content])


class Parts(unittest.TestCase):
    def test_held_out_outlets_are_fixed(self):
        self.assertEqual("af_afrol", data.outlet("af_afrol_12"))
        self.assertEqual(data.held_out("af_afrol"), data.held_out("af_afrol"))


if __name__ == "__main__":
    unittest.main()
