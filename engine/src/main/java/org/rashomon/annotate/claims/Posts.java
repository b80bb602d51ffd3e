package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Attribution.QuoteType;
import org.rashomon.words.SourceWords;

/**
 * Posts that an article embeds, each signed by whoever wrote it, in the form in which sites show them: <em>The bridge is open. — Ana Lund
 * (@analund) May 5, 2031</em>. The signature proves whose words stand before it in its paragraph.
 */
final class Posts {
    /** Name, handle, day. */
    private static final Pattern SIGNATURE = Pattern.compile(
            "\\s[\u2014\u2013-]{1,2}\\s?([^\\n\u2014]{1,60}?)\\s?\\(@\\w{1,30}\\),?\\s(?:\\p{Lu}\\p{L}{2,8}\\.?\\s\\d{1,2},\\s\\d{4}"
                    + "|\\d{1,2}\\s\\p{Lu}\\p{L}{2,8}\\.?\\s\\d{4})");

    /** Addresses of pictures and pages at the end of a post. */
    private static final Pattern LINKS = Pattern.compile("(?:\\s*(?:https?://|pic\\.)\\S+)+\\s*$");

    private static final int LEAST_WORDS = 3;
    /** A post or a few parts of one, in UTF-16 code units; what is longer holds words of the outlet. */
    private static final int LONGEST = 700;
    /** How near to the end of a post a content ends that reaches it. */
    private static final int MARKS = 3;

    private Posts() {}

    /**
     * The attributions with those of signed posts. Whoever stands outside a post as the source of words in it is not their source.
     *
     * @param attributions of the article
     */
    static List<Attribution> with(Article article, List<Attribution> attributions) {
        String text = article.text();
        List<Attribution> all = new ArrayList<>(attributions);
        for (Block block : article.blocks()) {
            Matcher signature = SIGNATURE
                    .matcher(text)
                    .region(block.span().start(), block.span().end());
            int from = block.span().start();
            while (signature.find()) {
                Span name = new Span(signature.start(1), signature.end(1));
                words(text, from, signature.start())
                        .filter(words -> attributions.stream().noneMatch(other -> introduces(other, words)))
                        .ifPresent(words -> {
                            all.removeIf(other -> isOfAnother(other, words, name));
                            all.add(new Attribution(
                                    List.of(name), List.of(), List.of(words), QuoteType.DIRECT, true, 1));
                        });
                from = signature.end();
            }
        }
        return all;
    }

    /** What was posted, between two places; empty where that is no sentence: nothing but a link, an article. */
    private static Optional<Span> words(String text, int from, int to) {
        int start = from;
        while (start < to && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        Matcher links = LINKS.matcher(text).region(start, to);
        int end = links.find() ? links.start() : to;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        boolean post = SourceWords.words(text.substring(start, end)).size() >= LEAST_WORDS && end - start <= LONGEST;
        return post ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    /** Whether the outlet says in the same paragraph who posts what follows: where its own words end is then for the cue to tell. */
    private static boolean introduces(Attribution other, Span post) {
        Span last = other.content().get(other.content().size() - 1);
        return !other.cue().isEmpty()
                && post.contains(other.cue().get(0))
                && post.contains(last)
                && post.end() - last.end() <= MARKS;
    }

    private static boolean isOfAnother(Attribution other, Span post, Span name) {
        boolean outside = other.source().stream().noneMatch(source -> post.contains(source) || source.equals(name));
        return outside && other.content().stream().anyMatch(post::overlaps);
    }
}
