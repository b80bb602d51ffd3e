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
import org.rashomon.model.claims.Attribution.QuoteType;
import org.rashomon.nlp.Pos;

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

    void add(
            Cue cue,
            TokenRange cueRange,
            @Nullable TokenRange source,
            boolean inherited,
            List<TokenRange> content,
            double confidence) {
        found.add(new TokenAttribution(cue, cueRange, source, inherited, content, confidence));
    }

    /** All of them in order of text. */
    List<Attribution> attributions() {
        cutAtSiblings();
        return found.stream()
                .map(this::attribution)
                .filter(a -> a != null)
                .sorted(Comparator.comparing(a -> Span.covering(a.content())))
                .toList();
    }

    /** Source of the last verb before {@code at} in its sentence that has one and is not itself reported; or null. */
    @Nullable
    TokenRange sourceBefore(int at) {
        int floor = b.sentenceStart(at);
        for (int k = found.size() - 1; k >= 0 && found.get(k).cueRange().from() > floor - LOOK_BACK; k--) {
            TokenAttribution f = found.get(k);
            if (f.cueRange().from() < at
                    && f.cueRange().from() >= floor
                    && f.source() != null
                    && f.cue().wordClass() == WordClass.VERB
                    && !isInsideContent(k)) {
                return f.source();
            }
        }
        return null;
    }

    /** "X told Y that …, an official said": what X said ends before the official comes in. */
    void endContentsAt(int floor, int left) {
        for (int k = found.size() - 1; k >= 0 && found.get(k).cueRange().from() >= floor; k--) {
            for (int n = 0; n < found.get(k).content().size(); n++) {
                TokenRange range = found.get(k).content().get(n);
                if (range.from() < left && range.to() > left) {
                    found.set(k, found.get(k).withContent(n, new TokenRange(range.from(), left)));
                }
            }
        }
    }

    /** The content of one predicate ends where the next predicate of the same source begins: said … and accused … */
    private void cutAtSiblings() {
        for (int n = 0; n < found.size(); n++) {
            for (int k = 0; k < found.get(n).content().size(); k++) {
                TokenAttribution f = found.get(n);
                if (f.content().get(k).from() >= f.cueRange().from()) {
                    List<TokenAttribution> following = found.subList(n + 1, Math.min(found.size(), n + 1 + SIBLINGS));
                    found.set(n, f.withContent(k, beforeSiblings(f, f.content().get(k), following)));
                }
            }
        }
    }

    private TokenRange beforeSiblings(TokenAttribution f, TokenRange content, List<TokenAttribution> following) {
        TokenRange range = content;
        for (TokenAttribution g : following) {
            int cue = g.cueRange().from();
            if (g.inherited()
                    && cue > range.from()
                    && cue < range.to()
                    && f.source() != null
                    && (f.source().equals(g.source()) || f.cue().wordClass() == WordClass.NOUN)
                    && !b.inQuote(cue)) {
                int cut = cue;
                while (cut > range.from()
                        && (b.is(cut - 1, ",")
                                || b.tag(cut - 1) == Pos.CCONJ
                                || b.is(cut - 1, "while")
                                || b.tag(cut - 1) == Pos.ADV && b.is(cut - 2, ","))) {
                    cut--;
                }
                if (cut > range.from() && cut < range.to()) {
                    range = new TokenRange(range.from(), cut);
                }
            }
        }
        return range;
    }

    /** Whether attribution {@code k} stands inside what an earlier one reports. */
    private boolean isInsideContent(int k) {
        TokenRange cue = found.get(k).cueRange();
        for (int n = k - 1; n >= 0 && n >= k - SIBLINGS; n--) {
            if (found.get(n).content().stream().anyMatch(r -> r.from() <= cue.from() && cue.to() <= r.to())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words of an attribution's cue stand there. */
    boolean isCueWithin(int from, int to) {
        TokenRange range = new TokenRange(from, to);
        for (int k = found.size() - 1; k >= 0 && found.get(k).cueRange().to() > from - LOOK_BACK; k--) {
            if (found.get(k).cueRange().overlaps(range)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Attribution attribution(TokenAttribution f) {
        List<Span> content = f.content().stream()
                .filter(r -> r.to() > r.from())
                .map(r -> b.span(r.from(), r.to()))
                .sorted()
                .toList();
        if (content.isEmpty()) {
            return null;
        }
        List<Span> source = f.source() == null
                ? List.of()
                : List.of(b.span(f.source().from(), f.source().to()));
        List<Span> cue = List.of(b.span(f.cueRange().from(), f.cueRange().to()));
        return new Attribution(
                source, cue, content, quoteType(f.content()), f.cue().voiced(), f.confidence());
    }

    private QuoteType quoteType(List<TokenRange> content) {
        boolean some = false;
        boolean all = true;
        for (TokenRange range : content) {
            for (int i = range.from(); i < range.to(); i++) {
                if (b.tag(i) != Pos.PUNCT) {
                    some |= b.inQuote(i);
                    all &= b.inQuote(i);
                }
            }
        }
        return !some ? QuoteType.INDIRECT : all ? QuoteType.DIRECT : QuoteType.MIXED;
    }
}
