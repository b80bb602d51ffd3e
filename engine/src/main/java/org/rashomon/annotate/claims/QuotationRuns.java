package org.rashomon.annotate.claims;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rashomon.annotate.syntax.Quotation;
import org.rashomon.annotate.syntax.QuotationFinder;
import org.rashomon.annotate.syntax.Quotations;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Attribution.QuoteType;
import org.rashomon.words.SourceWords;

/** Quotations that run over paragraphs, and those that nobody is said to have spoken. */
final class QuotationRuns {
    /** A quotation without a speaker counts as a claim only when it is a statement, not a name or a scare quote. */
    private static final int LEAST_QUOTED_WORDS = 6;

    /** How many attributions before and after one can hold a quotation that goes on: at most this many. */
    private static final int NEIGHBOURS = 24;

    private static final String OPENINGS = "\"\u201c\u2018\u00ab";
    private static final String DOUBLE_CLOSINGS = "\"\u201d\u00bb";

    private QuotationRuns() {}

    /**
     * The attributions without what they hold of a quotation that somebody else has begun: paragraphs that go on with one are never of
     * whoever speaks behind or before them.
     */
    static List<Attribution> owned(Article article, List<Attribution> attributions) {
        Map<Integer, Integer> first = new HashMap<>();
        for (int k = 0; k + 1 < article.blocks().size(); k++) {
            if (isLeftOpen(article, k)) {
                first.put(k + 1, first.getOrDefault(k, k));
            }
        }
        Set<Integer> begun = attributions.stream()
                .filter(a -> !a.cue().isEmpty() && !a.source().isEmpty())
                .map(a -> article.blockIndexAt(a.cue().get(0).start()))
                .filter(first::containsValue)
                .collect(toSet());
        List<Attribution> owned = new ArrayList<>();
        for (Attribution a : attributions) {
            int cue =
                    a.cue().isEmpty() ? -1 : article.blockIndexAt(a.cue().get(0).start());
            List<Span> content = a.content().stream()
                    .filter(span -> {
                        int run = first.getOrDefault(article.blockIndexAt(span.start()), -1);
                        boolean own = cue == run || first.getOrDefault(cue, -1) == run;
                        return a.cue().isEmpty() || !begun.contains(run) || own;
                    })
                    .toList();
            if (!content.isEmpty()) {
                owned.add(
                        content.equals(a.content())
                                ? a
                                : new Attribution(a.source(), a.cue(), content, a.quote(), a.voiced(), a.confidence()));
            }
        }
        return owned;
    }

    /** Whether a paragraph of the body ends within a quotation that the next one opens again. */
    private static boolean isLeftOpen(Article article, int block) {
        Block here = article.blocks().get(block);
        Block next = article.blocks().get(block + 1);
        String text = article.text();
        char mark = text.charAt(next.span().start());
        if (here.role() != BlockRole.BODY || next.role() != BlockRole.BODY || !isOpening(mark)) {
            return false;
        }
        String words = here.span().in(text);
        return mark == '"'
                ? words.chars().filter(c -> c == '"').count() % 2 == 1
                : words.lastIndexOf(mark) > Math.max(words.lastIndexOf('\u201d'), words.lastIndexOf('\u00bb'))
                        && mark != '\u2018';
    }

    /** A paragraph that opens with a mark, after one whose quotation was not closed, goes on in the same mouth. */
    static void extend(Article article, List<Attribution> attributions) {
        for (int k = 0; k < attributions.size(); k++) {
            Attribution a = attributions.get(k);
            List<Attribution> behind = attributions.subList(k + 1, Math.min(attributions.size(), k + NEIGHBOURS));
            List<Attribution> before = attributions.subList(Math.max(0, k - NEIGHBOURS), k);
            Deque<Span> content = new ArrayDeque<>(a.content());
            content.addLast(toEnd(article, content.removeLast()));
            Optional<Span> next = continuation(article, content.getLast());
            while (next.isPresent() && isFree(next.get(), behind)) {
                content.addLast(next.get());
                next = continuation(article, content.getLast());
            }
            Optional<Span> previous = opening(article, content.getFirst());
            while (previous.isPresent() && isFree(previous.get(), before)) {
                content.addFirst(previous.get());
                previous = opening(article, content.getFirst());
            }
            if (content.size() > a.content().size()) {
                attributions.set(
                        k,
                        new Attribution(
                                a.source(), a.cue(), List.copyOf(content), a.quote(), a.voiced(), a.confidence()));
            }
        }
    }

    /** An opened quotation with the stop that ends its paragraph, which was left out. */
    private static Span toEnd(Article article, Span span) {
        int block = article.blockIndexAt(span.start());
        if (block < 0 || !isOpening(article.text().charAt(span.start())) || !QuotationFinder.goesOn(article, block)) {
            return span;
        }
        int end = article.blocks().get(block).span().end();
        boolean stop =
                span.end() + 1 == end && ".!?,;\u2026".indexOf(article.text().charAt(span.end())) >= 0;
        return stop ? new Span(span.start(), end) : span;
    }

    private static boolean isFree(Span span, List<Attribution> others) {
        return others.stream()
                .flatMap(other -> Stream.concat(other.cue().stream(), other.content().stream()))
                .noneMatch(taken -> taken.overlaps(span));
    }

    /** The quotation that fills the start of the next paragraph when the one that ends at {@code span} is left open. */
    private static Optional<Span> continuation(Article article, Span span) {
        String text = article.text();
        int block = article.blockIndexAt(span.start());
        boolean open = block >= 0 && isOpening(text.charAt(span.start())) && !isClosing(text.charAt(span.end() - 1));
        if (!open || span.end() < article.blocks().get(block).span().end() || !QuotationFinder.goesOn(article, block)) {
            return Optional.empty();
        }
        Block next = article.blocks().get(block + 1);
        int start = next.span().start();
        int close = start + 1;
        while (close < next.span().end() && DOUBLE_CLOSINGS.indexOf(text.charAt(close)) < 0) {
            close++;
        }
        return next.role() == BlockRole.BODY
                ? Optional.of(new Span(start, Math.min(next.span().end(), close + 1)))
                : Optional.empty();
    }

    /** The paragraph before the one that {@code span} opens, when it is a quotation left open at its end: the same mouth. */
    private static Optional<Span> opening(Article article, Span span) {
        String text = article.text();
        int block = article.blockIndexAt(span.start());
        char mark = text.charAt(span.start());
        if (block < 1 || article.blocks().get(block).span().start() != span.start() || !isOpening(mark)) {
            return Optional.empty();
        }
        Block before = article.blocks().get(block - 1);
        String words = before.span().in(text);
        boolean closes = isClosing(words.charAt(words.length() - 1))
                || words.chars().skip(1).anyMatch(c -> (c == mark && c == '"') || "\u201d\u00bb\u201c".indexOf(c) >= 0);
        return before.role() == BlockRole.BODY && words.charAt(0) == mark && !closes
                ? Optional.of(before.span())
                : Optional.empty();
    }

    private static boolean isOpening(char c) {
        return OPENINGS.indexOf(c) >= 0;
    }

    private static boolean isClosing(char c) {
        return c == '\u2019' || DOUBLE_CLOSINGS.indexOf(c) >= 0;
    }

    /** Paragraphs that are one quotation, with nobody said to speak: claims whose speaker the text leaves open. */
    static List<Attribution> orphans(Article article, Quotations quotations, List<Attribution> attributions) {
        BitSet taken = new BitSet();
        attributions.stream()
                .flatMap(a -> Stream.concat(a.content().stream(), a.cue().stream()))
                .forEach(span -> taken.set(span.start(), span.end()));
        List<Attribution> orphans = new ArrayList<>();
        for (int k = 0; k < article.blocks().size(); k++) {
            Block block = article.blocks().get(k);
            boolean opens = block.role() == BlockRole.BODY
                    && isOpening(article.text().charAt(block.span().start()));
            for (Quotation quotation : opens ? quotations.of(k) : List.<Quotation>of()) {
                Span span = quotation.span();
                boolean whole = span.start() == block.span().start()
                        && span.end() >= block.span().end() - 1;
                if (whole
                        && quotation.closed()
                        && taken.get(span.start(), span.end()).isEmpty()
                        && SourceWords.words(span.in(article.text())).size() >= LEAST_QUOTED_WORDS) {
                    orphans.add(new Attribution(List.of(), List.of(), List.of(span), QuoteType.DIRECT, true, 0.5));
                }
            }
        }
        return orphans;
    }
}
