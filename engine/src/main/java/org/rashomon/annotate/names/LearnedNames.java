package org.rashomon.annotate.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.NameFinder.Found;
import org.rashomon.annotate.names.NameFinder.Strength;
import org.rashomon.model.Bisection;
import org.rashomon.model.EntityType;
import org.rashomon.model.Span;
import org.rashomon.nlp.Reading.Named;
import org.rashomon.text.Within;

/**
 * Names of the trained reader and of the tables together. The reader tells where a name ends and what kind it is; the tables tell
 * whom it stands for and which words before it are a title, and know names that the reader passes over. Guesses of the rules count no more.
 */
final class LearnedNames {
    private LearnedNames() {}

    /**
     * The names of both, in order of text, not overlapping.
     *
     * @param text of the article
     * @param learned in order of text
     * @param ruled in order of text
     */
    static List<Found> joined(String text, List<Named> learned, List<Found> ruled, NameLexicon lexicon) {
        List<Found> rules =
                ruled.stream().sorted(Comparator.comparing(Found::span)).toList();
        List<Found> names = new ArrayList<>();
        BitSet replaced = new BitSet();
        for (Named read : learned) {
            Named name = withoutThing(text, withoutHyphened(text, read), lexicon);
            int first = Bisection.first(
                    rules.size(), i -> rules.get(i).span().end() > name.span().start());
            int end = Bisection.first(
                    rules.size(),
                    i -> rules.get(i).span().start() >= name.span().end());
            replaced.set(first, Math.max(first, end));
            names.add(joined(text, name, rules.subList(first, Math.max(first, end)), lexicon));
        }
        for (int i = replaced.nextClearBit(0); i < rules.size(); i = replaced.nextClearBit(i + 1)) {
            if (rules.get(i).strength() == Strength.SURE) {
                names.add(rules.get(i));
            }
        }
        names.sort(Comparator.comparing(Found::span));
        return names.stream().distinct().toList();
    }

    /** The name in the light of those of the tables that it overlaps. */
    private static Found joined(String text, Named name, List<Found> rules, NameLexicon lexicon) {
        Found known = null;
        Found exact = null;
        for (Found rule : rules) {
            exact = exact == null && rule.span().equals(name.span()) ? rule : exact;
            known = settles(rule, name) ? rule : known;
        }
        return known == null ? found(text, name, exact, lexicon) : known;
    }

    /** Whether a name of the tables is the better one: one that stands for somebody, or has a title before it. */
    private static boolean settles(Found rule, Named name) {
        boolean within = rule.type() == name.type() && name.span().contains(rule.span());
        if (within && rule.title() != null && rule.span().end() == name.span().end()) {
            return true;
        }
        return isKnown(rule) && (within || rule.span().contains(name.span()));
    }

    /** "anti-[Vell Marn Watch]": the end of a hyphened word is no part of the name behind it. */
    private static Named withoutHyphened(String text, Named name) {
        int start = name.span().start();
        int space = name.span().in(text).indexOf(' ');
        boolean hyphened = start > 1 && text.charAt(start - 1) == '-' && Character.isLowerCase(text.charAt(start - 2));
        return hyphened && space > 0
                ? new Named(new Span(start + space + 1, name.span().end()), name.type(), name.confidence())
                : name;
    }

    /** "[Lund Presidency]": whose it is is a person's name, and what it is no part of it. */
    private static Named withoutThing(String text, Named name, NameLexicon lexicon) {
        int space = Within.last(text, ' ', name.span().start(), name.span().end());
        boolean thing = name.type() == EntityType.PER
                && space > name.span().start()
                && lexicon.is(
                        "behind-person", text.substring(space + 1, name.span().end()));
        return thing ? new Named(new Span(name.span().start(), space), name.type(), name.confidence()) : name;
    }

    /** A name of the tables that stands for somebody, or a body by its head noun: its bounds are certain. */
    private static boolean isKnown(Found name) {
        return name.entry() != null
                && name.entry().actor() != null
                && !name.entry().weak();
    }

    private static Found found(String text, Named name, @Nullable Found ruled, NameLexicon lexicon) {
        String title = ruled == null ? null : ruled.title();
        if (ruled != null && ruled.type() == name.type()) {
            return new Found(name.span(), name.type(), Strength.SURE, ruled.entry(), title);
        }
        boolean building = name.type() == EntityType.LOC && isBuilding(Beside.of(text, name.span()), lexicon);
        return new Found(name.span(), building ? EntityType.MISC : name.type(), Strength.SURE, null, title);
    }

    /** Whether a name goes on as a building's (<em>the Saint Anne hospital</em>): it stands at a place and is none. */
    private static boolean isBuilding(Beside beside, NameLexicon lexicon) {
        String next = beside.behind(1);
        return !next.isEmpty()
                && lexicon.is("facility-head", Character.toUpperCase(next.charAt(0)) + next.substring(1));
    }
}
