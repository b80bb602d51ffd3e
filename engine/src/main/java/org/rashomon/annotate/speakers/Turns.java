package org.rashomon.annotate.speakers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
final class Turns {
    private static final Pattern OPENING =
            Pattern.compile("(\\p{Lu}[\\p{L}.'\u2019-]*(?: \\p{Lu}[\\p{L}.'\u2019-]*){0,3}):\\s");
    private static final int FEWEST = 3;

    /** The person of each turn, or none where the text does not tell who it is, by where the turn begins. */
    private final TreeMap<Integer, Optional<Mention>> turns = new TreeMap<>();

    /** @param mentions of the article, in order of text */
    Turns(Article article, List<Mention> mentions) {
        List<Mention> people =
                mentions.stream().filter(m -> m.type() == EntityType.PER).toList();
        List<String> names = new ArrayList<>();
        for (Block block : article.blocks()) {
            if (block.role() == BlockRole.HEADLINE) {
                turns.put(block.span().start(), Optional.empty());
                continue;
            }
            Matcher opening = OPENING.matcher(article.text())
                    .region(block.span().start(), block.span().end());
            if (opening.lookingAt()) {
                String name = opening.group(1);
                Optional<Mention> person = bearer(article, people, name);
                turns.put(block.span().start(), person);
                person.ifPresent(m -> names.add(name));
            }
        }
        if (names.size() < FEWEST || names.stream().distinct().count() < 2) {
            turns.clear();
        }
    }

    /** The one person whom the article calls so, in full or by surname, in capitals or not. */
    private static Optional<Mention> bearer(Article article, List<Mention> people, String name) {
        List<Mention> called = people.stream()
                .filter(m -> m.actor() != null)
                .filter(m -> {
                    String full = m.span().in(article.text());
                    return full.equalsIgnoreCase(name)
                            || full.length() > name.length()
                                    && full.regionMatches(
                                            true, full.length() - name.length() - 1, " " + name, 0, name.length() + 1);
                })
                .toList();
        // the turn's own words are a name, too, in capitals: the one that the text writes as names are written comes
        // first
        return called.stream()
                .filter(m -> !isCapitals(m.span().in(article.text())))
                .findFirst()
                .filter(first -> called.stream()
                        .allMatch(m -> isCapitals(m.span().in(article.text()))
                                || m.actor() != null
                                        && first.actor() != null
                                        && m.actor().id().equals(first.actor().id())))
                .or(() -> called.stream().findFirst());
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
