package org.rashomon.annotate.speakers;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.rashomon.annotate.syntax.Dialogue;
import org.rashomon.annotate.syntax.Dialogue.Turn;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;

/** Who has the turn in a transcript or an interview. */
final class InterviewTurns {
    /** The person of each turn, or none where the text does not tell who it is, by where the turn begins. */
    private final TreeMap<Integer, Optional<Mention>> turns = new TreeMap<>();

    private final Dialogue dialogue;

    /** @param mentions of the article, in order of text */
    InterviewTurns(Article article, List<Mention> mentions, Dialogue dialogue) {
        this.dialogue = dialogue;
        List<Mention> people = mentions.stream()
                .filter(m -> m.type() == EntityType.PER && m.actor() != null)
                .toList();
        Map<String, Optional<Mention>> bearers = new HashMap<>();
        for (Turn turn : dialogue.turns()) {
            Span label = turn.label();
            if (label == null) {
                turns.put(turn.words().start(), dialogue.isGuests(turn) ? dialogue.guest() : Optional.empty());
            } else {
                Optional<Mention> named =
                        bearers.computeIfAbsent(label.in(article.text()), name -> bearer(article, people, name));
                turns.put(label.start(), named.or(() -> dialogue.isGuests(turn) ? dialogue.guest() : Optional.empty()));
            }
        }
        if (!turns.isEmpty()) {
            article.blocks().stream()
                    .filter(block -> block.role() == BlockRole.HEADLINE)
                    .map(Block::span)
                    .forEach(span -> turns.put(span.start(), Optional.empty()));
        }
    }

    /** The one person whom the article calls so, in full or by surname, in capitals or not. */
    private static Optional<Mention> bearer(Article article, List<Mention> people, String label) {
        String name = label.toLowerCase(Locale.ROOT);
        String surname = name.substring(name.lastIndexOf(' ') + 1);
        List<Mention> called = calledSo(article, people, name);
        return called.isEmpty() ? one(article, calledSo(article, people, surname)) : one(article, called);
    }

    private static List<Mention> calledSo(Article article, List<Mention> people, String name) {
        return people.stream()
                .filter(m -> (" " + m.span().in(article.text()))
                                .toLowerCase(Locale.ROOT)
                                .endsWith(" " + name)
                        || isTitled(name, m.span().in(article.text()).toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** PRESIDENT ANA LUND is Ana Lund. */
    private static boolean isTitled(String label, String name) {
        return name.indexOf(' ') > 0 && label.endsWith(" " + name);
    }

    /** The turn's own words are a name, too, in capitals: the one that the text writes as names are written comes first. */
    private static Optional<Mention> one(Article article, List<Mention> called) {
        List<Mention> written = called.stream()
                .filter(m -> !isCapitals(m.span().in(article.text())))
                .toList();
        long bearers = written.stream()
                .map(Mention::actor)
                .filter(Objects::nonNull)
                .map(Actor::id)
                .distinct()
                .count();
        return (bearers == 1 ? written : called).stream().findFirst();
    }

    private static boolean isCapitals(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }

    /** Whose turn a place is in; empty outside an interview. */
    Optional<Mention> at(Span place) {
        return Optional.ofNullable(turns.floorEntry(place.start())).flatMap(entry -> entry.getValue());
    }

    /** Whose turn a label opens, or words that have none; empty for words anywhere else. */
    Optional<Mention> openedBy(Span words) {
        return Optional.ofNullable(turns.get(words.start())).flatMap(person -> person);
    }

    /** Whether the words that open a turn do not name its speaker. */
    boolean isGuests(Span words) {
        return dialogue.at(words.start()).filter(dialogue::isGuests).isPresent();
    }
}
