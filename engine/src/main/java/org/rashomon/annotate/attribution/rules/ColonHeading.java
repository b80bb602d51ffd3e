package org.rashomon.annotate.attribution.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.attribution.CueLexicon.Cue;
import org.rashomon.annotate.attribution.CueLexicon.WordClass;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.claims.Act;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/** Headings and transcripts in which a name and a colon stand before the words: <em>Name: words</em>. */
final class ColonHeading {
    /** What may stand before a colon in capitals and is nobody: UPDATE: */
    private static final Set<String> LABELS =
            WordLists.of("en/source-words.tsv").list("label");

    private final TaggedBlock b;
    private final CueLexicon lexicon;
    private final FoundAttributions found;
    private final ContentEnd ends;

    ColonHeading(TaggedBlock block, CueLexicon lexicon, FoundAttributions found) {
        this.b = block;
        this.lexicon = lexicon;
        this.found = found;
        this.ends = new ContentEnd(block);
    }

    /** Adds the attribution of a block that begins so. */
    void find() {
        int limit = Math.min(8, b.size());
        for (int i = 1; i < limit; i++) {
            if (b.is(i, ":") && !b.inQuote(i)) {
                boolean names = true;
                for (int k = 0; k < i; k++) {
                    names &= b.isCapitalised(k) || b.tag(k) == Pos.ADP || b.tag(k) == Pos.DET;
                    names &= b.tag(k) != Pos.PUNCT && b.tag(k) != Pos.NUM;
                }
                boolean quoted = i + 1 < b.size() && b.inQuote(i + 1);
                boolean allCaps = b.word(i - 1).length() > 2
                        && b.word(i - 1).equals(b.word(i - 1).toUpperCase(Locale.ROOT));
                boolean headed = b.isHeadline() && i >= 2 && i <= 4 && allProper(i);
                if (names
                        && i + 1 < b.size()
                        && (quoted || headed || allCaps && !b.isHeadline())
                        && !LABELS.contains(b.word(i - 1).toLowerCase(Locale.ROOT))
                        && lexicon.match(b, i - 1).isEmpty()) {
                    int end = quoted && b.quoteEnd(b.quoteOf(i + 1)) > i + 1 ? ends.of(i + 1) : b.size();
                    Cue colon = new Cue(":", WordClass.PHRASE, Act.ASSERT, true, false, Set.of("q"));
                    found.add(
                            colon,
                            new TokenRange(i, i + 1),
                            new TokenRange(0, i),
                            false,
                            List.of(new TokenRange(i + 1, end)),
                            0.8);
                }
                return;
            }
        }
    }

    private boolean allProper(int to) {
        for (int k = 0; k < to; k++) {
            if (b.tag(k) != Pos.PROPN) {
                return false;
            }
        }
        return true;
    }
}
