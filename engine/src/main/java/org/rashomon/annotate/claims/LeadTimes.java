package org.rashomon.annotate.claims;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;

/** The time of day that heads a paragraph of a live blog, <em>14:05 Two shells hit the hall</em>: it belongs to nobody's words. */
final class LeadTimes {
    private static final Set<String> ZONES =
            Set.of("am", "pm", "a.m.", "p.m.", "gmt", "utc", "bst", "cet", "est", "local", "time");
    private static final Set<String> MARKS = Set.of("-", "\u2013", "\u2014", ":", "|", "[", "]", "(", ")", ".", ",");
    /** Tokens of a heading, at most. */
    private static final int LONGEST = 6;

    private LeadTimes() {}

    /** The attribution, whose source and content begin behind the time that heads their paragraph. */
    static Attribution without(Article article, Attribution a) {
        List<Span> source = cut(article, a.source());
        List<Span> content = cut(article, a.content());
        return source.equals(a.source()) && content.equals(a.content())
                ? a
                : new Attribution(source, a.cue(), content, a.quote(), a.voiced(), a.confidence());
    }

    private static List<Span> cut(Article article, List<Span> spans) {
        return spans.stream().map(span -> cut(article, span)).toList();
    }

    private static Span cut(Article article, Span span) {
        Block block = article.blockAt(span.start()).orElse(null);
        if (block == null
                || block.span().start() != span.start()
                || !Character.isDigit(article.text().charAt(span.start()))) {
            return span;
        }
        int end = end(article.text(), span);
        return end > span.start() && end < span.end() ? new Span(end, span.end()) : span;
    }

    /** Where the words behind a time begin; the start where none heads the span. */
    private static int end(String text, Span span) {
        List<Token> tokens = Tokenizer.tokens(text, span);
        String first = tokens.get(0).in(text);
        if (!isClock(first)) {
            return span.start();
        }
        int at = IntStream.range(1, tokens.size())
                .filter(i -> !isPart(tokens.get(i).in(text)))
                .findFirst()
                .orElse(tokens.size());
        boolean opens = at < Math.min(tokens.size(), LONGEST)
                && !Character.isLowerCase(text.codePointAt(tokens.get(at).start()))
                && !Character.isDigit(text.codePointAt(tokens.get(at).start()));
        return opens ? tokens.get(at).start() : span.start();
    }

    private static boolean isPart(String word) {
        return MARKS.contains(word) || ZONES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Hours and minutes: 14:05, 9.30, 1405h. */
    private static boolean isClock(String word) {
        int mark = Math.max(word.indexOf(':'), word.indexOf('.'));
        return mark >= 1
                && mark <= 2
                && word.length() == mark + 3
                && word.chars().filter(Character::isDigit).count() == mark + 2;
    }
}
