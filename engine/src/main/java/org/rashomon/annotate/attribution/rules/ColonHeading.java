package org.rashomon.annotate.attribution.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.attribution.CueLexicon.Cue;
import org.rashomon.annotate.attribution.CueLexicon.WordClass;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.claims.Act;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/** Headings and transcripts in which a name and a colon stand before the words: <em>Name: words</em>. */
final class ColonHeading extends CueConstruction {
    private static final PhrasePattern IN_NAME = CueConstruction.pattern("in name");

    private static final Cue COLON = new Cue(":", WordClass.PHRASE, Act.ASSERT, true, false, Set.of());

    /** What may stand before a colon in capitals and is nobody: UPDATE: */
    private static final Set<String> LABELS =
            WordLists.of("en/source-words.tsv").list("label");

    /** Words, at most, before the colon. */
    private static final int LONGEST_NAME = 7;

    ColonHeading(TaggedBlock block, CueLexicon lexicon, FoundAttributions found) {
        super(block, lexicon, found);
    }

    /** Adds the attribution of a block that begins so. */
    void find() {
        int colon = b.first(1, b.size(), i -> b.is(i, ":") && !b.inQuote(i));
        int start = colon + 1;
        if (colon > LONGEST_NAME || start >= b.size() || !isName(colon)) {
            return;
        }
        if (b.inQuote(start)) {
            add(colon, ends.of(start));
        } else if (b.isHeadline() ? isHeadlineName(colon) : isCapitals(b.word(colon - 1))) {
            add(colon, b.size());
        }
    }

    private void add(int colon, int end) {
        List<TokenRange> content = List.of(new TokenRange(colon + 1, end));
        found.add(COLON, new TokenRange(colon, colon + 1), new TokenRange(0, colon), content, 0.8);
    }

    private boolean isName(int colon) {
        return !LABELS.contains(b.lower(colon - 1))
                && !b.any(0, colon, i -> !IN_NAME.standsAt(b, i))
                && lexicon.match(b, colon - 1).isEmpty();
    }

    /** Two to four words, all of them names: one can be a topic, <em>Kestria: talks fail</em>. */
    private boolean isHeadlineName(int colon) {
        return colon >= 2 && colon <= 4 && !b.any(0, colon, i -> b.tag(i) != Pos.PROPN);
    }

    private static boolean isCapitals(String word) {
        return word.length() > 2 && word.equals(word.toUpperCase(Locale.ROOT));
    }
}
