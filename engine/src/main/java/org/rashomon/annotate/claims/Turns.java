package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rashomon.annotate.syntax.Dialogue;
import org.rashomon.annotate.syntax.Dialogue.Turn;
import org.rashomon.model.Article;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Attribution.QuoteType;
import org.rashomon.words.SourceWords;

/**
 * What is said in the turns of a transcript or an interview: the words of a turn are its speaker's, whole, as a quotation is. Questions
 * are no claims.
 */
final class Turns {
    private static final int LEAST_WORDS = 3;
    /** In an answer these speak again: what they say there is part of it. */
    private static final Set<String> SELF = Set.of("i", "we");

    private Turns() {}

    /**
     * The attributions with those of turns. Whoever stands outside a turn is not the source of words in it, and nobody is of what is
     * only asked.
     *
     * @param attributions of the article
     */
    static List<Attribution> with(Article article, Dialogue dialogue, List<Attribution> attributions) {
        if (dialogue.turns().isEmpty()) {
            return attributions;
        }
        List<Attribution> all = new ArrayList<>(attributions);
        for (Turn turn : dialogue.turns()) {
            all.removeIf(other -> isOfTurn(article, turn, other));
            Span label = turn.label();
            if (!turn.asks() && says(turn.words().in(article.text())) && (label != null || dialogue.isGuests(turn))) {
                List<Span> source = label == null ? List.of() : List.of(label);
                List<Span> cue = label == null ? List.of() : List.of(new Span(label.end(), label.end() + 1));
                all.add(new Attribution(source, cue, List.of(turn.words()), QuoteType.DIRECT, true, 1));
            }
        }
        return all;
    }

    private static boolean says(String words) {
        boolean asks = words.endsWith("?") && words.indexOf('.') < 0;
        return !asks && SourceWords.words(words).size() >= LEAST_WORDS;
    }

    /** Whether the turn takes the place of an attribution: another's words, its own colon, or what is told of oneself in it. */
    private static boolean isOfTurn(Article article, Turn turn, Attribution other) {
        if (other.content().stream().noneMatch(turn.words()::overlaps)) {
            return false;
        }
        boolean inside = other.source().stream().allMatch(turn.words()::contains)
                && other.cue().stream().allMatch(turn.words()::contains);
        boolean named = inside && !other.source().isEmpty() && !other.cue().isEmpty();
        return !named
                || other.source().stream()
                        .map(source -> source.in(article.text()).toLowerCase(Locale.ROOT))
                        .anyMatch(SELF::contains);
    }
}
