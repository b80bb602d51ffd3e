package org.rashomon.annotate.names;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rashomon.annotate.names.NameFinder.Found;
import org.rashomon.annotate.names.NameFinder.Strength;
import org.rashomon.model.EntityType;
import org.rashomon.words.NameForms;

/**
 * What an article shows of its capitalised words about persons. That a run of capitals could be somebody's name is not enough:
 * he or she speaks, has an age, is told apart by <em>who</em> or by an apposition, has a known given name, or is called by the
 * last word of the name alone. One place that shows it is enough for the whole article.
 */
final class PersonEvidence {
    private final String text;
    private final NameLexicon lexicon;
    private final Set<String> shown = new HashSet<>();
    private final Set<String> surnames = new HashSet<>();
    private final Set<String> alone = new HashSet<>();
    /** Words that stand alone for a body: <em>the Lantern</em>. */
    private final Set<String> bodies = new HashSet<>();

    PersonEvidence(String text, List<Found> found, NameLexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
        for (Found name : found) {
            if (name.type() == EntityType.PER) {
                read(name);
            } else if (name.type() == EntityType.ORG) {
                bodies.add(name.words(text));
            }
        }
    }

    private void read(Found name) {
        String words = name.words(text);
        boolean guess = name.strength() == Strength.GUESS;
        if (guess && isSingle(words)) {
            alone.add(words);
        }
        if (name.strength() == Strength.SURE || (guess && isPerson(name, words))) {
            shown.add(words);
            if (!isSingle(words)) {
                surnames.add(NameForms.surname(words));
            }
        }
    }

    private static boolean isSingle(String words) {
        return words.indexOf(' ') < 0;
    }

    /** Whether a name that is not sure, and only looks like a person's, may stand for a person. */
    boolean supports(Found name) {
        String words = name.words(text);
        if (shown.contains(words) || isSurname(words)) {
            return true;
        }
        if (name.strength() == Strength.DOUBT || isSingle(words) || hasOrdinaryWord(words)) {
            return false;
        }
        String last = NameForms.surname(words);
        return !bodies.contains(last) && (alone.contains(last) || !isBehindPlaceSign(Beside.of(text, name.span())));
    }

    private boolean isBehindPlaceSign(Beside beside) {
        return lexicon.is("place-sign", NameForms.lower(beside.before(1)));
    }

    /** Whether the words are the last part of the name of a person in the article. */
    boolean isSurname(String words) {
        return surnames.contains(words) || surnames.contains(NameForms.bare(words));
    }

    private boolean isPerson(Found name, String words) {
        if (lexicon.isFirstName(words.split(" ")[0])) {
            return true;
        }
        Beside beside = Beside.of(text, name.span());
        String before = NameForms.lower(beside.before(1));
        String next = beside.behind(1);
        if (lexicon.is("spoken-by", before)) {
            return true;
        }
        if (lexicon.is("speech", next) || next.equals("tells")) {
            return !before.equals("the");
        }
        if (next.equals("(")) {
            return isAge(beside);
        }
        if (!next.equals(",")) {
            return false;
        }
        boolean apposed = lexicon.is("apposition", beside.behind(2)) && !isSingle(words) && !isBehindPlaceSign(beside);
        return apposed || lexicon.is("relative", beside.behind(2)) || isAge(beside);
    }

    /** <em>, 34, said</em>; <em>(aged 34)</em>; <em>, 34-year-old</em>. */
    private static boolean isAge(Beside beside) {
        String age = beside.behind(beside.behind(2).equals("aged") ? 3 : 2);
        int digits = 0;
        while (digits < age.length() && Character.isDigit(age.charAt(digits))) {
            digits++;
        }
        return digits == 2 && (age.length() == 2 || !Character.isLetter(age.charAt(2)));
    }

    private boolean hasOrdinaryWord(String words) {
        for (String word : words.split(" ")) {
            if (lexicon.isCommon(NameForms.lower(word))) {
                return true;
            }
        }
        return false;
    }
}
