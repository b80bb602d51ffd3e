package org.rashomon.annotate.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Article;
import org.rashomon.model.Bisection;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.claims.Claim;

/** One sentence with what the earlier steps found in it. */
public record Scene(
        Article article,
        int index,
        Sentence sentence,
        TaggedSentence words,
        List<Mention> mentions,
        List<TimeExpression> times,
        List<Claim> claims) {

    /** All sentences of an article; each mention, time and claim is looked at once per sentence that it touches. */
    public static List<Scene> of(
            Article article,
            List<TaggedSentence> sentences,
            List<Mention> mentions,
            List<TimeExpression> times,
            List<Claim> claims) {
        List<List<Mention>> mentionsOf = buckets(sentences.size());
        for (Mention mention : mentions) {
            addTo(sentences, mention.span(), mention, mentionsOf);
        }
        List<List<TimeExpression>> timesOf = buckets(sentences.size());
        for (TimeExpression time : times) {
            addTo(sentences, time.span(), time, timesOf);
        }
        List<List<Claim>> claimsOf = buckets(sentences.size());
        for (Claim claim : claims) {
            int last = -1;
            for (Span content : claim.attribution().content()) {
                for (int i = Math.max(last + 1, first(sentences, content.start()));
                        i < sentences.size() && sentences.get(i).span().start() < content.end();
                        i++) {
                    claimsOf.get(i).add(claim);
                    last = i;
                }
            }
        }
        List<Scene> scenes = new ArrayList<>(sentences.size());
        for (int i = 0; i < sentences.size(); i++) {
            mentionsOf.get(i).sort(Comparator.comparing(Mention::span));
            timesOf.get(i).sort(Comparator.comparing(TimeExpression::span));
            scenes.add(new Scene(
                    article,
                    i,
                    sentences.get(i).sentence(),
                    sentences.get(i),
                    mentionsOf.get(i),
                    timesOf.get(i),
                    claimsOf.get(i)));
        }
        return scenes;
    }

    private static <T> List<List<T>> buckets(int size) {
        List<List<T>> buckets = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            buckets.add(new ArrayList<>());
        }
        return buckets;
    }

    private static <T> void addTo(List<TaggedSentence> sentences, Span span, T item, List<List<T>> buckets) {
        int i = first(sentences, span.start());
        if (i < sentences.size() && sentences.get(i).span().overlaps(span)) {
            buckets.get(i).add(item);
        }
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
        Claim best = null;
        int size = Integer.MAX_VALUE;
        for (Claim claim : claims) {
            int length = 0;
            boolean inside = false;
            for (Span content : claim.attribution().content()) {
                length += content.length();
                inside |= content.contains(span.start());
            }
            if (inside && length < size) {
                best = claim;
                size = length;
            }
        }
        return best;
    }

    /** Mentions within tokens {@code [from, to)}. */
    public List<Mention> mentionsIn(int from, int to) {
        if (from >= to) {
            return List.of();
        }
        Span range = words.span(from, to);
        List<Mention> inside = new ArrayList<>();
        for (Mention mention : mentions) {
            if (range.contains(mention.span())) {
                inside.add(mention);
            }
        }
        return inside;
    }

    /** Whether token {@code i} is part of a time expression. */
    public boolean inTime(int i) {
        if (i < 0 || i >= words.size()) {
            return false;
        }
        int offset = words.token(i).start();
        for (TimeExpression time : times) {
            if (time.span().contains(offset)) {
                return true;
            }
        }
        return false;
    }
}
