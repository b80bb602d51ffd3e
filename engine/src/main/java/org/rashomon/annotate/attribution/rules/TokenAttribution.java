package org.rashomon.annotate.attribution.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
 * An attribution in tokens of its block.
 *
 * @param cueRange the cue's words
 * @param source null when nobody is named
 * @param inherited whether the source is that of a predicate before
 */
record TokenAttribution(
        Cue cue,
        TokenRange cueRange,
        @Nullable TokenRange source,
        boolean inherited,
        List<TokenRange> content,
        double confidence) {
    TokenAttribution {
        content = List.copyOf(content);
    }

    /** First token of the cue. */
    int start() {
        return cueRange.from();
    }

    /** The same with its content changed. */
    TokenAttribution withContent(UnaryOperator<TokenRange> change) {
        List<TokenRange> changed = content.stream().map(change).toList();
        return new TokenAttribution(cue, cueRange, source, inherited, changed, confidence);
    }

    /** Whether this is a further predicate of the source of {@code earlier}; of a noun's source it is one whatever the source. */
    boolean sharesSourceOf(TokenAttribution earlier) {
        return inherited
                && earlier.source != null
                && (earlier.source.equals(source) || earlier.cue.wordClass() == WordClass.NOUN);
    }

    /** The attribution in the text of its block; empty where no content is left. */
    Optional<Attribution> in(TaggedBlock b) {
        List<TokenRange> left =
                content.stream().filter(range -> range.size() > 0).toList();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        List<Span> spans = left.stream().map(range -> span(b, range)).sorted().toList();
        List<Span> sources = source == null ? List.of() : List.of(span(b, source));
        return Optional.of(new Attribution(
                sources, List.of(span(b, cueRange)), spans, quoteType(b, left), cue.voiced(), confidence));
    }

    private static Span span(TaggedBlock b, TokenRange range) {
        return b.span(range.from(), range.to());
    }

    private static QuoteType quoteType(TaggedBlock b, List<TokenRange> content) {
        boolean quoted = content.stream().anyMatch(r -> b.any(r.from(), r.to(), i -> isWord(b, i) && b.inQuote(i)));
        boolean plain = content.stream().anyMatch(r -> b.any(r.from(), r.to(), i -> isWord(b, i) && !b.inQuote(i)));
        return !quoted ? QuoteType.INDIRECT : plain ? QuoteType.MIXED : QuoteType.DIRECT;
    }

    private static boolean isWord(TaggedBlock b, int i) {
        return b.tag(i) != Pos.PUNCT;
    }
}
