package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.syntax.Quotation;
import org.rashomon.annotate.syntax.QuotationFinder;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Sentence;
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

    private QuotationRuns() {}

    /** A paragraph that opens with a mark, after one whose quotation was not closed, goes on in the same mouth. */
    static void extend(Article article, List<Attribution> attributions) {
        for (int k = 0; k < attributions.size(); k++) {
            Attribution a = attributions.get(k);
            Span last = a.content().get(a.content().size() - 1);
            List<Span> content = new ArrayList<>(a.content());
            Span at = last;
            for (Span next = continuation(article, at); next != null; next = continuation(article, at)) {
                Span found = next;
                boolean taken = attributions.subList(k + 1, Math.min(attributions.size(), k + NEIGHBOURS)).stream()
                        .anyMatch(o -> overlaps(o.cue(), found) || overlaps(o.content(), found));
                if (taken) {
                    break;
                }
                content.add(next);
                at = next;
            }
            Span start = content.get(0);
            for (Span before = opening(article, start); before != null; before = opening(article, start)) {
                Span found = before;
                boolean taken = attributions.subList(Math.max(0, k - NEIGHBOURS), k).stream()
                        .anyMatch(o -> overlaps(o.cue(), found) || overlaps(o.content(), found));
                if (taken) {
                    break;
                }
                content.add(0, before);
                start = before;
            }
            if (content.size() > a.content().size()) {
                attributions.set(
                        k, new Attribution(a.source(), a.cue(), content, a.quote(), a.voiced(), a.confidence()));
            }
        }
    }

    private static boolean overlaps(List<Span> spans, Span span) {
        return spans.stream().anyMatch(s -> s.overlaps(span));
    }

    /** The quotation that fills the start of the next paragraph when the one that ends at {@code span} is left open. */
    private static @Nullable Span continuation(Article article, Span span) {
        String text = article.text();
        int open = -1;
        for (int i = span.start(); i < Math.min(span.end(), span.start() + 1); i++) {
            open = isOpening(text.charAt(i)) ? i : -1;
        }
        Optional<Block> block = article.blockAt(span.start());
        if (open < 0
                || block.isEmpty()
                || isClosing(text.charAt(span.end() - 1))
                || span.end() < block.get().span().end()) {
            return null;
        }
        int index = article.blocks().indexOf(block.get());
        if (index + 1 >= article.blocks().size()) {
            return null;
        }
        Block next = article.blocks().get(index + 1);
        if (next.role() != BlockRole.BODY || !isOpening(text.charAt(next.span().start()))) {
            return null;
        }
        int end = next.span().end();
        for (int i = next.span().start() + 1; i < end; i++) {
            if (isClosing(text.charAt(i)) && text.charAt(i) != '\u2019' && text.charAt(i) != '\'') {
                end = i + 1;
            }
        }
        return new Span(next.span().start(), end);
    }

    /** The paragraph before the one that {@code span} opens, when it is a quotation left open at its end: the same mouth. */
    private static @Nullable Span opening(Article article, Span span) {
        String text = article.text();
        int index = article.blockIndexAt(span.start());
        if (index < 1
                || article.blocks().get(index).span().start() != span.start()
                || !isOpening(text.charAt(span.start()))) {
            return null;
        }
        Block before = article.blocks().get(index - 1);
        Span whole = before.span();
        char mark = text.charAt(whole.start());
        if (before.role() != BlockRole.BODY || mark != text.charAt(span.start())) {
            return null;
        }
        boolean closes = text.substring(whole.start() + 1, whole.end())
                .chars()
                .anyMatch(c -> c == mark && mark == '"' || c == '\u201d' || c == '\u00bb' || c == '\u201c');
        return closes || isClosing(text.charAt(whole.end() - 1)) ? null : whole;
    }

    private static boolean isOpening(char c) {
        return c == '"' || c == '\u201c' || c == '\u2018' || c == '\u00ab';
    }

    private static boolean isClosing(char c) {
        return c == '"' || c == '\u201d' || c == '\u2019' || c == '\u00bb';
    }

    /** Paragraphs that are one quotation, with nobody said to speak: claims whose speaker the text leaves open. */
    static List<Attribution> orphans(Article article, List<Sentence> sentences, List<Attribution> attributions) {
        List<Attribution> orphans = new ArrayList<>();
        BitSet taken = new BitSet();
        for (Attribution a : attributions) {
            a.content().forEach(span -> taken.set(span.start(), span.end()));
            a.cue().forEach(span -> taken.set(span.start(), span.end()));
        }
        int next = 0;
        for (int k = 0; k < article.blocks().size(); k++) {
            Block block = article.blocks().get(k);
            int from = next;
            while (next < sentences.size() && sentences.get(next).block() <= k) {
                next++;
            }
            if (block.role() != BlockRole.BODY
                    || !isOpening(article.text().charAt(block.span().start()))) {
                continue;
            }
            List<Sentence> inside = sentences.subList(from, next);
            for (Quotation quotation :
                    QuotationFinder.find(article.text(), block.span(), inside, QuotationFinder.goesOn(article, k))) {
                Span span = quotation.span();
                boolean whole = span.start() == block.span().start()
                        && span.end() >= block.span().end() - 1;
                boolean free = taken.get(span.start(), span.end()).isEmpty();
                if (whole
                        && quotation.closed()
                        && free
                        && SourceWords.words(span.in(article.text())).size() >= LEAST_QUOTED_WORDS) {
                    orphans.add(new Attribution(List.of(), List.of(), List.of(span), QuoteType.DIRECT, true, 0.5));
                }
            }
        }
        return orphans;
    }
}
