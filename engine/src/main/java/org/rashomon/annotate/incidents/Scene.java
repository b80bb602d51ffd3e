package org.rashomon.annotate.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Article;
import org.rashomon.model.Bisection;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.claims.Claim;
import org.rashomon.words.WordLists;

/** One sentence with what the earlier steps found in it. */
public record Scene(
        Article article,
        int index,
        Sentence sentence,
        TaggedSentence words,
        List<Mention> mentions,
        List<TimeExpression> times,
        List<Claim> claims) {
    /** The lists that the rules of incidents ask for. */
    static final WordLists LISTS = WordLists.of("en/incident-words.tsv");

    /** The patterns of this name that the rules of incidents ask for. */
    static PhrasePattern pattern(String name) {
        return PhrasePattern.of("en/incident-patterns.tsv", name);
    }

    private static final Set<String> BREAKS = LISTS.list("breaks");

    /** All sentences of an article; each mention, time and claim is looked at once per sentence that it touches. */
    public static List<Scene> of(
            Article article,
            List<TaggedSentence> sentences,
            List<Mention> mentions,
            List<TimeExpression> times,
            List<Claim> claims) {
        List<List<Mention>> mentionsOf = bySentence(sentences, mentions, Mention::span);
        List<List<TimeExpression>> timesOf = bySentence(sentences, times, TimeExpression::span);
        List<List<Claim>> claimsOf = buckets(sentences);
        for (Claim claim : claims) {
            int next = 0;
            for (Span content : claim.attribution().content()) {
                next = Math.max(next, first(sentences, content.start()));
                while (next < sentences.size() && sentences.get(next).span().start() < content.end()) {
                    claimsOf.get(next++).add(claim);
                }
            }
        }
        List<Scene> scenes = new ArrayList<>(sentences.size());
        for (int i = 0; i < sentences.size(); i++) {
            TaggedSentence words = sentences.get(i);
            scenes.add(
                    new Scene(article, i, words.sentence(), words, mentionsOf.get(i), timesOf.get(i), claimsOf.get(i)));
        }
        return scenes;
    }

    /** For each sentence the items that begin in it, in order of text. */
    private static <T> List<List<T>> bySentence(List<TaggedSentence> sentences, List<T> items, Function<T, Span> span) {
        List<List<T>> buckets = buckets(sentences);
        for (T item : items) {
            int i = first(sentences, span.apply(item).start());
            if (i < sentences.size()) {
                buckets.get(i).add(item);
            }
        }
        buckets.forEach(bucket -> bucket.sort(Comparator.comparing(span)));
        return buckets;
    }

    private static <T> List<List<T>> buckets(List<TaggedSentence> sentences) {
        List<List<T>> buckets = new ArrayList<>(sentences.size());
        sentences.forEach(s -> buckets.add(new ArrayList<>()));
        return buckets;
    }

    /** The first sentence that ends after {@code offset}. */
    private static int first(List<TaggedSentence> sentences, int offset) {
        return Bisection.first(sentences.size(), i -> sentences.get(i).span().end() > offset);
    }

    boolean isHeadline() {
        return article.blocks().get(sentence.block()).role() == BlockRole.HEADLINE;
    }

    /** The innermost claim whose content holds {@code span}. */
    @Nullable
    public Claim claimAt(Span span) {
        return claims.stream()
                .filter(c -> c.attribution().content().stream().anyMatch(x -> x.contains(span.start())))
                .min(Comparator.comparingInt(c -> c.attribution().content().stream()
                        .mapToInt(Span::length)
                        .sum()))
                .orElse(null);
    }

    /** Mentions within tokens {@code [from, to)}. */
    public List<Mention> mentionsIn(int from, int to) {
        if (from >= to) {
            return List.of();
        }
        Span range = words.span(from, to);
        return mentions.stream().filter(m -> range.contains(m.span())).toList();
    }

    /** The first token of a mention. */
    int from(Mention mention) {
        return words.at(mention.span().start());
    }

    /** One past the last token of a mention. */
    int to(Mention mention) {
        return words.endAt(mention.span().end());
    }

    /** Whether token {@code i} is part of a time expression. */
    public boolean inTime(int i) {
        if (i < 0 || i >= words.size()) {
            return false;
        }
        int offset = words.token(i).start();
        return times.stream().anyMatch(t -> t.span().contains(offset));
    }

    /** Whether a clause, a remark or a quotation begins or ends at token {@code i}. */
    boolean breaksAt(int i) {
        return words.isBoundary(i) || words.isAny(i, BREAKS);
    }
}
