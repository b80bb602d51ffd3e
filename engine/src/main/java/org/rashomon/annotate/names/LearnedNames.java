package org.rashomon.annotate.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.NameFinder.Found;
import org.rashomon.annotate.names.NameFinder.Strength;
import org.rashomon.model.Bisection;
import org.rashomon.model.EntityType;
import org.rashomon.model.Span;
import org.rashomon.nlp.Reading.Named;

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
        boolean[] replaced = new boolean[rules.size()];
        for (Named read : learned) {
            Named name = withoutThing(text, withoutHyphened(text, read), lexicon);
            Found known = null;
            int first = Bisection.first(
                    rules.size(), i -> rules.get(i).span().end() > name.span().start());
            int end = first;
            while (end < rules.size()
                    && rules.get(end).span().start() < name.span().end()) {
                Found rule = rules.get(end);
                boolean within = rule.type() == name.type() && name.span().contains(rule.span());
                boolean titled = within
                        && rule.title() != null
                        && rule.span().end() == name.span().end();
                if (titled || isKnown(rule) && (within || rule.span().contains(name.span()))) {
                    known = rule;
                }
                end++;
            }
            for (int i = first; i < end; i++) {
                replaced[i] = true;
            }
            names.add(known != null ? known : found(text, name, exact(rules, first, end, name.span()), lexicon));
        }
        for (int i = 0; i < rules.size(); i++) {
            if (!replaced[i] && rules.get(i).strength() == Strength.SURE) {
                names.add(rules.get(i));
            }
        }
        names.sort(Comparator.comparing(Found::span));
        return names.stream().distinct().toList();
    }

    /** "anti-[Vell Marn Watch]": the end of a hyphened word is no part of the name behind it. */
    private static Named withoutHyphened(String text, Named name) {
        int start = name.span().start();
        int space = text.indexOf(' ', start);
        boolean hyphened = start >= 2
                && text.charAt(start - 1) == '-'
                && Character.isLowerCase(text.charAt(start - 2))
                && space > start
                && space + 1 < name.span().end();
        return hyphened ? new Named(new Span(space + 1, name.span().end()), name.type(), name.confidence()) : name;
    }

    /** "[Lund Presidency]": whose it is is a person's name, and what it is no part of it. */
    private static Named withoutThing(String text, Named name, NameLexicon lexicon) {
        int space = text.lastIndexOf(' ', name.span().end() - 1);
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

    private static @Nullable Found exact(List<Found> rules, int first, int end, Span span) {
        for (int i = first; i < end; i++) {
            if (rules.get(i).span().equals(span)) {
                return rules.get(i);
            }
        }
        return null;
    }

    private static Found found(String text, Named name, @Nullable Found ruled, NameLexicon lexicon) {
        boolean alike = ruled != null && ruled.type() == name.type();
        boolean building = name.type() == EntityType.LOC
                && !alike
                && isBuilding(text, name.span().end(), lexicon);
        return new Found(
                name.span(),
                building ? EntityType.MISC : name.type(),
                Strength.SURE,
                ruled != null && alike ? ruled.entry() : null,
                ruled == null ? null : ruled.title());
    }

    /** Whether a name goes on as a building's (<em>the Saint Anne hospital</em>): it stands at a place and is none. */
    private static boolean isBuilding(String text, int end, NameLexicon lexicon) {
        if (!text.startsWith(" ", end)) {
            return false;
        }
        int stop = end + 1;
        while (stop < text.length() && Character.isLetter(text.charAt(stop))) {
            stop++;
        }
        return stop > end + 1
                && lexicon.is(
                        "facility-head", Character.toUpperCase(text.charAt(end + 1)) + text.substring(end + 2, stop));
    }
}
