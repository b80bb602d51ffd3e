package org.rashomon.annotate.names;

import java.util.Set;
import org.rashomon.annotate.names.NameLexicon.Entry;
import org.rashomon.annotate.names.NameLexicon.Match;
import org.rashomon.annotate.names.NameLine.Casing;
import org.rashomon.model.EntityType;
import org.rashomon.words.LetterCase;

/**
 * Where names of each kind end, by head nouns, connectors, titles and what the gazetteer has: <em>Ministry of Trade and Industry</em>,
 * <em>Juan de la Vega</em>, <em>Lake Orsk</em>.
 */
final class NameEnds {
    private static final int LONGEST_PERSON_WORDS = 5;
    private static final int LONGEST_PLACE_WORDS = 5;

    private final NameLine line;
    private final Set<String> lowerCase;

    /** {@code lowerCase} holds the words that the article writes in lower case. */
    NameEnds(NameLine line, Set<String> lowerCase) {
        this.line = line;
        this.lowerCase = lowerCase;
    }

    /** Capitalised words from {@code at} on, with connectors that stand between two of them. */
    int chunkEnd(int at) {
        int i = at + 1;
        for (int step = step(at, i); step > 0; step = step(at, i)) {
            i += step;
        }
        return i;
    }

    /** How many words from {@code i} on go on with the run that began at {@code at}; 0 where it ends. */
    private int step(int at, int i) {
        if (line.isCapitalised(i) || isNumberOfName(i)) {
            boolean ends = line.casing() == Casing.TITLE && line.isOrdinary(i, lowerCase) && !continuesName(at, i);
            return ends ? 0 : 1;
        }
        boolean connector = line.is("connector", i);
        if ((connector || line.isWord(i, "&")) && line.isCapitalised(i + 1)) {
            return 2;
        }
        return connector && line.is("connector", i + 1) && line.isCapitalised(i + 2) ? 3 : 0;
    }

    /**
     * Where an organisation's name that begins at {@code at} ends: at its last head noun, or after what follows <em>of</em>
     * or <em>for</em> behind a head noun that takes it; {@code at} if there is none.
     */
    int organisationEnd(int at, int end) {
        int head = line.is("org-head", at) && line.isStandaloneBody(at) ? at + 1 : at;
        for (int i = at + 1; i < end; i++) {
            if (line.is("org-head", i)) {
                head = i + 1;
            } else if (line.opensTitle(i)) {
                break;
            }
        }
        int left = Math.max(head, line.is("org-left", at) ? at + 1 : at);
        if (left == end && line.is("org-left", left - 1)) {
            int extended = complementEnd(left);
            return extended > left ? extended : head;
        }
        return head;
    }

    /** Where a place's name that begins at {@code at} and has a head noun ends; {@code at} if there is none. */
    int placeEnd(int at, int end) {
        for (int i = at + 1; i < Math.min(end, at + LONGEST_PLACE_WORDS); i++) {
            if (line.is("loc-head", i) || line.is("facility-head", i)) {
                return i + 1;
            }
        }
        return end > at + 1 && line.is("place-left", at) ? at + 2 : at;
    }

    /** Where a person's name that begins at {@code at} ends; {@code at} where only connectors stand there. */
    int personEnd(int at, int end) {
        int last = Math.min(end, at + LONGEST_PERSON_WORDS);
        int i = at + 1;
        while (i < last && (line.is("connector", i) || isOfPerson(i, i == at + 1 && i + 1 == end))) {
            i++;
        }
        while (i > at && line.is("connector", i - 1)) {
            i--;
        }
        return i;
    }

    /** Whether a word may go on with a person's name; as its {@code second} and last it may be a place's name, too. */
    private boolean isOfPerson(int i, boolean second) {
        if (line.word(i).length() > 3 && line.opensTitle(i) && !line.isFirstName(i)) {
            return false;
        }
        Match match = line.known(i);
        return match == null
                || isOpen(match.entry())
                || (second && match.length() == 1 && match.entry().type() == EntityType.LOC);
    }

    private static boolean isOpen(Entry entry) {
        return entry.type() == EntityType.PER || (entry.type() == EntityType.LOC && entry.weak());
    }

    /** After <em>Ministry</em>: <em>of Health</em>, <em>for the Protection of Children and Families</em>. */
    private int complementEnd(int at) {
        int i = at;
        for (int next = complement(at, i); next > i; next = complement(at, i)) {
            i = capitalsEnd(next);
        }
        return i;
    }

    /** Where the words begin that a preposition or <em>and</em> at {@code i} joins to the name; {@code i} where none does. */
    private int complement(int at, int i) {
        if (line.isWord(i, "of") || (line.isWord(i, "for") && i == at)) {
            int next = line.isWord(i + 1, "the") ? i + 2 : i + 1;
            return isPart(next) ? next : i;
        }
        boolean and = line.isWord(i, "and") || line.isWord(i, "&");
        return and && i > at && continuesList(i) ? i + 1 : i;
    }

    /** <em>Ministry of Trade and Industry</em>, but not <em>University of Leeds and Ahmed said</em>. */
    private boolean continuesList(int and) {
        return line.isCapitalised(and + 1)
                && !LetterCase.isAllCapitals(line.word(and + 1))
                && !line.isFirstName(and + 1)
                && line.known(and + 1) == null
                && line.known(and - 1) == null;
    }

    private int capitalsEnd(int at) {
        int i = at;
        while (isPart(i) && (i == at || !line.opensTitle(i))) {
            i++;
        }
        return i;
    }

    private boolean isPart(int i) {
        return line.isCapitalised(i) && !line.is("misc", i);
    }

    /** Channel 4, but neither May 4 nor Aleppo 24 hours later. */
    private boolean isNumberOfName(int at) {
        String word = line.word(at);
        return !word.isEmpty()
                && word.length() <= 2
                && Character.isDigit(word.charAt(0))
                && isPart(at - 1)
                && (!line.isLetters(at + 1) || line.speaks(at + 1))
                && line.known(at - 1) == null;
    }

    private boolean continuesName(int at, int i) {
        Match match = line.known(at);
        return (match != null && match.length() > i - at) || line.is("org-head", i) || line.is("loc-head", i);
    }
}
