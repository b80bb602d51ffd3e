package org.rashomon.annotate.attribution.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.attribution.CueLexicon.Cue;
import org.rashomon.annotate.attribution.CueLexicon.WordClass;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;

/**
 * The attributions that the rules have found in a block so far, in the order of their cues: what a later cue takes over from an
 * earlier one, and where the content of an earlier one ends because a later one begins.
 */
final class FoundAttributions {
    /** Attributions of one sentence lie within so many tokens: a bound on what is looked through. */
    private static final int LOOK_BACK = 400;

    /** So many attributions of one sentence may touch each other: a bound on what is looked through. */
    private static final int SIBLINGS = 12;

    private final TaggedBlock b;
    private final List<TokenAttribution> found = new ArrayList<>();

    FoundAttributions(TaggedBlock block) {
        this.b = block;
    }

    int size() {
        return found.size();
    }

    /** Adds one with a source of its own, or with none where nobody is named. */
    void add(Cue cue, TokenRange words, @Nullable TokenRange source, List<TokenRange> content, double confidence) {
        add(new TokenAttribution(cue, words, source, false, content, confidence));
    }

    void add(TokenAttribution attribution) {
        found.add(attribution);
    }

    /** All of them in order of text. */
    List<Attribution> attributions() {
        for (int n = 0; n < found.size(); n++) {
            cutAtSiblings(n);
        }
        return found.stream()
                .flatMap(attribution -> attribution.in(b).stream())
                .sorted(Comparator.comparing(a -> Span.covering(a.content())))
                .toList();
    }

    /** Source of the last verb before {@code at} in its sentence that has one and is not itself reported; or null. */
    @Nullable
    TokenRange sourceBefore(int at) {
        int floor = b.sentenceStart(at);
        for (int k = found.size() - 1; k >= 0 && found.get(k).start() > floor - LOOK_BACK; k--) {
            TokenAttribution f = found.get(k);
            boolean verb = f.source() != null && f.cue().wordClass() == WordClass.VERB;
            if (verb && f.start() >= floor && f.start() < at && !isInsideContent(k)) {
                return f.source();
            }
        }
        return null;
    }

    /** "X told Y that …, an official said": what X said ends before the official comes in. */
    void endContentsAt(int floor, int left) {
        for (int k = found.size() - 1; k >= 0 && found.get(k).start() >= floor; k--) {
            found.set(k, found.get(k).withContent(range -> until(range, left)));
        }
    }

    private static TokenRange until(TokenRange range, int end) {
        return range.from() < end && range.to() > end ? new TokenRange(range.from(), end) : range;
    }

    /** The content of one predicate ends where the next predicate of the same source begins: said … and accused … */
    private void cutAtSiblings(int n) {
        TokenAttribution f = found.get(n);
        int cue = f.start();
        for (TokenAttribution g : found.subList(n + 1, Math.min(found.size(), n + 1 + SIBLINGS))) {
            if (g.sharesSourceOf(f) && !b.inQuote(g.start())) {
                f = f.withContent(range -> range.from() < cue ? range : beforePredicate(range, g.start()));
            }
        }
        found.set(n, f);
    }

    /** The range up to the joint before a predicate that begins in it. */
    private TokenRange beforePredicate(TokenRange range, int predicate) {
        if (predicate <= range.from() || predicate >= range.to()) {
            return range;
        }
        int cut = predicate;
        while (cut > range.from() && isJoint(cut - 1)) {
            cut--;
        }
        return until(range, cut);
    }

    private boolean isJoint(int i) {
        return switch (b.tag(i)) {
            case CCONJ -> true;
            case ADV -> b.is(i - 1, ",") || b.is(i, "while");
            default -> b.is(i, ",", "while");
        };
    }

    /** Whether attribution {@code k} stands inside what an earlier one reports. */
    private boolean isInsideContent(int k) {
        TokenRange cue = found.get(k).cueRange();
        return found.subList(Math.max(0, k - SIBLINGS), k).stream()
                .flatMap(earlier -> earlier.content().stream())
                .anyMatch(content -> content.contains(cue));
    }

    /** Whether the words of an attribution's cue stand there. */
    boolean isCueWithin(int from, int to) {
        TokenRange range = new TokenRange(from, to);
        for (int k = found.size() - 1; k >= 0 && found.get(k).start() > from - LOOK_BACK; k--) {
            if (found.get(k).cueRange().overlaps(range)) {
                return true;
            }
        }
        return false;
    }
}
