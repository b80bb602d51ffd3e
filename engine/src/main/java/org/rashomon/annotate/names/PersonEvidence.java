package org.rashomon.annotate.names;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.rashomon.annotate.names.NameFinder.Found;
import org.rashomon.annotate.names.NameFinder.Strength;
import org.rashomon.model.EntityType;
import org.rashomon.model.Span;
import org.rashomon.words.Names;

/**
 * What an article shows of its capitalised words about persons. That a run of capitals could be somebody's name is not enough:
 * he or she speaks, has an age, is told apart by <em>who</em> or by an apposition, has a known given name, or is called by the
 * last word of the name alone. One place that shows it is enough for the whole article.
 */
final class PersonEvidence {
    private static final Set<String> SPOKEN_BY = Set.of("said", "says", "told", "added", "asked");
    private static final Set<String> PLACE_PREPOSITIONS = Set.of("in", "at", "from", "of", "near", "across");
    private static final Pattern TELLS_A_PERSON =
            Pattern.compile("(?:, (?:aged )?| \\((?:aged )?)\\d\\d\\b|, (?:who|whose)\\b");
    private static final Pattern APPOSITION = Pattern.compile(", (?:a|an|the|his|her|its)\\b");
    private static final int WINDOW = 16;

    private final String text;
    private final NameLexicon lexicon;
    private final Set<String> shown = new HashSet<>();
    private final Set<String> surnames = new HashSet<>();
    private final Set<String> alone = new HashSet<>();
    /** Words that stand alone for a body: <em>the Lantern</em>. */
    private final Set<String> bodies = new HashSet<>();

    private PersonEvidence(String text, NameLexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
    }

    static PersonEvidence of(String text, List<Found> found, NameLexicon lexicon) {
        PersonEvidence evidence = new PersonEvidence(text, lexicon);
        for (Found name : found) {
            if (name.type() == EntityType.PER) {
                evidence.read(name);
            } else if (name.type() == EntityType.ORG) {
                evidence.bodies.add(EntityRecogniser.words(text, name));
            }
        }
        return evidence;
    }

    private void read(Found name) {
        String words = EntityRecogniser.words(text, name);
        boolean single = words.indexOf(' ') < 0;
        switch (name.strength()) {
            case SURE -> show(words);
            case GUESS -> {
                if (single) {
                    alone.add(words);
                }
                if (isPerson(name.span(), words)) {
                    show(words);
                }
            }
            case DOUBT -> {}
        }
    }

    private void show(String words) {
        shown.add(words);
        if (words.indexOf(' ') > 0) {
            surnames.add(Names.surname(words));
        }
    }

    /** Whether a name that only looks like a person's may stand for a person. */
    boolean supports(Found name) {
        String words = EntityRecogniser.words(text, name);
        if (name.strength() == Strength.SURE || shown.contains(words) || isSurname(words)) {
            return true;
        }
        if (name.strength() == Strength.DOUBT || words.indexOf(' ') < 0 || hasOrdinaryWord(words)) {
            return false;
        }
        String last = Names.surname(words);
        if (bodies.contains(last)) {
            return false;
        }
        return alone.contains(last)
                || !PLACE_PREPOSITIONS.contains(before(name.span().start()));
    }

    /** Whether the words are the last part of the name of a person in the article. */
    boolean isSurname(String words) {
        return surnames.contains(words) || surnames.contains(Names.bare(words));
    }

    private boolean isPerson(Span span, String words) {
        if (lexicon.isFirstName(words.split(" ")[0])) {
            return true;
        }
        String before = before(span.start());
        String after = text.substring(span.end(), Math.min(text.length(), span.end() + WINDOW));
        return ((NameFinder.SPEECH.contains(firstWord(after))
                                || firstWord(after).equals("tells"))
                        && !before.equals("the"))
                || SPOKEN_BY.contains(before)
                || TELLS_A_PERSON.matcher(after).lookingAt()
                || (words.indexOf(' ') > 0
                        && !PLACE_PREPOSITIONS.contains(before)
                        && APPOSITION.matcher(after).lookingAt());
    }

    /** The word before {@code end} in lower case, where only a space parts them; else empty. */
    private String before(int end) {
        if (end == 0 || text.charAt(end - 1) != ' ') {
            return "";
        }
        int start = end - 1;
        while (start > 0 && end - start < WINDOW && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return Names.lower(text.substring(start, end - 1));
    }

    private static String firstWord(String after) {
        int end = 1;
        while (end < after.length() && Character.isLetter(after.charAt(end))) {
            end++;
        }
        return after.startsWith(" ") ? after.substring(1, end) : "";
    }

    private boolean hasOrdinaryWord(String words) {
        for (String word : words.split(" ")) {
            if (lexicon.isCommon(Names.lower(word))) {
                return true;
            }
        }
        return false;
    }
}
