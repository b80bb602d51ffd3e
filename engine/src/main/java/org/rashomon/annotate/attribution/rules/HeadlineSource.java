package org.rashomon.annotate.attribution.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.attribution.CueLexicon.Cue;
import org.rashomon.annotate.attribution.CueLexicon.WordClass;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.claims.Act;
import org.rashomon.nlp.Pos;
import org.rashomon.words.PersonWords;
import org.rashomon.words.Tsv;

/**
 * Headlines that end with whoever says so (<em>Army behind blast - monitor</em>), and those that set two accounts side by side (<em>Kestria:
 * rebels shelled port; rebels: it was a mine</em>).
 */
final class HeadlineSource extends CueConstruction {
    private static final PhrasePattern IN_NAME = CueConstruction.pattern("in name");
    private static final Set<Pos> NOMINAL = Set.of(Pos.NOUN, Pos.PROPN, Pos.ADJ, Pos.DET);
    private static final Set<String> HEADS = Stream.of(
                    Tsv.words("en/acting-words.tsv"),
                    PersonWords.of(PersonWords.Use.SOURCE),
                    PersonWords.of(PersonWords.Use.TITLE))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> QUESTIONS = words("question");

    /** Tokens of a source. */
    private static final int LONGEST = 4;
    /** Tokens of what is said. */
    private static final int SHORTEST = 3;

    HeadlineSource(TaggedBlock block, CueLexicon lexicon, FoundAttributions found) {
        super(block, lexicon, found);
    }

    /** Adds the attributions of a headline of either form. */
    void find() {
        if (b.isHeadline()) {
            behindDash();
            sideBySide();
        }
    }

    /** A source in small letters: behind a dash a name is as a rule the outlet's. */
    private void behindDash() {
        int end = b.size();
        int dash = end - 1;
        while (dash > 0 && end - dash <= LONGEST + 1 && !b.is(dash, "-", "\u2013", "\u2014")) {
            dash--;
        }
        int from = dash + 1;
        boolean source = b.is(dash, "-", "\u2013", "\u2014")
                && dash >= SHORTEST
                && from < end
                && HEADS.contains(b.lower(end - 1))
                && !b.isCapitalised(end - 1)
                && !b.any(from, end, i -> !b.isTagged(i, NOMINAL));
        if (source) {
            add(dash, new TokenRange(from, end), new TokenRange(0, dash));
        }
    }

    /** Two stretches at least, each with its colon: one alone can be a topic. */
    private void sideBySide() {
        List<TokenRange> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= b.size(); i++) {
            if (i == b.size() || b.is(i, ";")) {
                parts.add(new TokenRange(from, i));
                from = i + 1;
            }
        }
        if (parts.size() < 2 || parts.stream().anyMatch(part -> colon(part) < 0)) {
            return;
        }
        for (TokenRange part : parts) {
            int colon = colon(part);
            add(colon, new TokenRange(part.from(), colon), new TokenRange(colon + 1, part.to()));
        }
    }

    /** The colon behind the name that opens a stretch, or -1. */
    private int colon(TokenRange part) {
        int limit = Math.min(part.to() - 1, part.from() + LONGEST + 1);
        int colon = b.first(part.from(), limit, i -> b.is(i, ":"));
        boolean name = colon > part.from()
                && b.is(colon, ":")
                && (HEADS.contains(b.lower(colon - 1)) || !b.any(part.from(), colon, i -> !IN_NAME.standsAt(b, i)));
        boolean clause = b.hasVerb(colon + 1, part.to()) && !b.isAny(colon + 1, QUESTIONS);
        return name && clause && part.to() - colon > 2 ? colon : -1;
    }

    private void add(int cue, TokenRange source, TokenRange content) {
        Cue mark = new Cue(b.lower(cue), WordClass.PHRASE, Act.ASSERT, true, false, Set.of());
        found.add(mark, new TokenRange(cue, cue + 1), source, List.of(content), 0.8);
    }
}
