package org.rashomon.annotate.speakers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;

/**
 * The turns of an interview: a paragraph that opens with a person's name and a colon begins the words of that person, up to the next such
 * paragraph. An article with fewer than three of them, or with one person's only, is no interview.
 */
final class InterviewTurns {
    private static final int FEWEST = 3;
    /** Words of a name. */
    private static final int LONGEST = 4;

    /** The person of each turn, or none where the text does not tell who it is, by where the turn begins. */
    private final TreeMap<Integer, Optional<Mention>> turns = new TreeMap<>();

    /** @param mentions of the article, in order of text */
    InterviewTurns(Article article, List<Mention> mentions) {
        List<Mention> people = mentions.stream()
                .filter(m -> m.type() == EntityType.PER && m.actor() != null)
                .toList();
        List<String> names = new ArrayList<>();
        Map<String, Optional<Mention>> bearers = new HashMap<>();
        for (Block block : article.blocks()) {
            if (block.role() == BlockRole.HEADLINE) {
                turns.put(block.span().start(), Optional.empty());
                continue;
            }
            String words = block.span().in(article.text());
            String name = words.substring(0, Math.max(0, words.indexOf(": ")));
            if (isName(name)) {
                Optional<Mention> person = bearers.computeIfAbsent(name, called -> bearer(article, people, called));
                turns.put(block.span().start(), person);
                person.ifPresent(m -> names.add(name));
            }
        }
        if (names.size() < FEWEST || names.stream().distinct().count() < 2) {
            turns.clear();
        }
    }

    private static boolean isName(String words) {
        String[] parts = words.split(" ");
        return parts.length <= LONGEST
                && Arrays.stream(parts).allMatch(part -> !part.isEmpty() && Character.isUpperCase(part.codePointAt(0)))
                && words.chars().allMatch(c -> Character.isLetter(c) || " .'\u2019-".indexOf(c) >= 0);
    }

    /** The one person whom the article calls so, in full or by surname, in capitals or not. */
    private static Optional<Mention> bearer(Article article, List<Mention> people, String name) {
        List<Mention> called = people.stream()
                .filter(m -> (" " + m.span().in(article.text()))
                        .toLowerCase(Locale.ROOT)
                        .endsWith(" " + name.toLowerCase(Locale.ROOT)))
                .toList();
        // the turn's own words are a name, too, in capitals: the one that the text writes as names are written comes
        // first
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

    /** Whose turn a name opens; empty for a name anywhere else. */
    Optional<Mention> openedBy(Span name) {
        return Optional.ofNullable(turns.get(name.start())).flatMap(person -> person);
    }
}
