package org.rashomon.annotate.names;

import java.util.List;
import java.util.Set;
import org.rashomon.annotate.names.NameLexicon.Match;
import org.rashomon.annotate.names.NameLine.Casing;
import org.rashomon.model.EntityType;
import org.rashomon.words.Capitals;

/**
 * Where names of each kind end, by head nouns, connectors, titles and what the gazetteer has: <em>Ministry of Trade and Industry</em>,
 * <em>Juan de la Vega</em>, <em>Lake Orsk</em>.
 */
final class NameEnds {
    private static final int LONGEST_PERSON_WORDS = 5;

    private static final Set<String> PERSON_CONNECTORS = Set.of(
            "bin", "ibn", "bint", "van", "von", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "du", "la",
            "le", "al", "el", "ul", "ud", "ben", "ter", "y", "e", "abu", "umm");

    private final NameLine line;
    private final NameLexicon lexicon;
    private final List<String> words;

    NameEnds(NameLine line, NameLexicon lexicon) {
        this.line = line;
        this.lexicon = lexicon;
        this.words = line.words();
    }

    /** Capitalised words from {@code at} on, with connectors that stand between two of them. */
    int chunkEnd(int at, Set<String> lowerCase) {
        int i = at + 1;
        while (i < words.size()) {
            String word = words.get(i);
            if (Capitals.isCapitalised(word)
                    || (Character.isDigit(word.charAt(0)) && word.length() <= 2 && isNumberOfName(i))) {
                if (line.casing() == Casing.TITLE && line.isOrdinary(i, lowerCase) && !continuesName(at, i)) {
                    return i;
                }
                i++;
            } else if (PERSON_CONNECTORS.contains(word)
                    && i + 1 < words.size()
                    && Capitals.isCapitalised(words.get(i + 1))
                    && !word.equals("e")) {
                i += 2;
            } else if ((word.equals("bin") || word.equals("de") || word.equals("van") || word.equals("von"))
                    && i + 2 < words.size()
                    && PERSON_CONNECTORS.contains(words.get(i + 1))
                    && Capitals.isCapitalised(words.get(i + 2))) {
                i += 3;
            } else if (word.equals("&") && i + 1 < words.size() && Capitals.isCapitalised(words.get(i + 1))) {
                i += 2;
            } else {
                return i;
            }
        }
        return i;
    }

    /**
     * Where an organisation's name that begins at {@code at} ends: at its last head noun, or after what follows <em>of</em>
     * or <em>for</em> behind a head noun that takes it; {@code at} if there is none.
     */
    int organisationEnd(int at, int end) {
        int head = at;
        for (int i = at; i < end; i++) {
            if (i > at && line.titleEnd(i) > i && !lexicon.is("org-head", words.get(i))) {
                break;
            }
            if (lexicon.is("org-head", words.get(i))
                    && (i > at || line.isStandaloneBody(i) || lexicon.is("org-left", words.get(i)))) {
                head = i + 1;
            }
        }
        int left = head > at ? head : lexicon.is("org-left", words.get(at)) ? at + 1 : at;
        if (left == end && left > at && lexicon.is("org-left", words.get(left - 1))) {
            int extended = complementEnd(left);
            if (extended > left) {
                return extended;
            }
        }
        return head == at + 1 && !line.isStandaloneBody(at) ? at : head;
    }

    /** Where a place's name that begins at {@code at} and has a head noun ends; {@code at} if there is none. */
    int placeEnd(int at, int end) {
        for (int i = at + 1; i < end && i < at + 5; i++) {
            if (lexicon.is("loc-head", words.get(i)) || lexicon.is("facility-head", words.get(i))) {
                return i + 1;
            }
        }
        if (end > at + 1
                && (words.get(at).equals("Mount")
                        || words.get(at).equals("Lake")
                        || words.get(at).equals("Cape"))) {
            return at + 2;
        }
        return at;
    }

    /** Where a person's name that begins at {@code at} ends. */
    int personEnd(int at, int end) {
        int i = at;
        while (i < end && i < at + LONGEST_PERSON_WORDS) {
            String word = words.get(i);
            boolean connector = PERSON_CONNECTORS.contains(word);
            if (!connector && i > at) {
                if (line.titleEnd(i) > i && !lexicon.isFirstName(word) && word.length() > 3) {
                    break;
                }
                Match match = lexicon.longest(words, i, false);
                if (match != null
                        && isOther(match)
                        && !(i == at + 1
                                && match.length() == 1
                                && i + 1 == end
                                && match.entry().type() == EntityType.LOC)) {
                    break;
                }
            }
            i++;
        }
        while (i > at && PERSON_CONNECTORS.contains(words.get(i - 1))) {
            i--;
        }
        return i;
    }

    /** After <em>Ministry</em>: <em>of Health</em>, <em>for the Protection of Children and Families</em>. */
    private int complementEnd(int at) {
        int i = at;
        while (i + 1 < words.size()) {
            String word = words.get(i);
            boolean preposition = word.equals("of") || (word.equals("for") && i == at);
            if (preposition) {
                int next = words.get(i + 1).equals("the") ? i + 2 : i + 1;
                if (next >= words.size()
                        || !Capitals.isCapitalised(words.get(next))
                        || lexicon.is("misc", words.get(next))) {
                    return i;
                }
                i = capitalsEnd(next);
            } else if ((word.equals("and") || word.equals("&")) && i > at && continuesList(i)) {
                i = capitalsEnd(i + 1);
            } else {
                return i;
            }
        }
        return i;
    }

    /** <em>Ministry of Trade and Industry</em>, but not <em>University of Leeds and Ahmed said</em>. */
    private boolean continuesList(int and) {
        String next = words.get(and + 1);
        return Capitals.isCapitalised(next)
                && !Capitals.isAllCapitals(next)
                && !lexicon.isFirstName(next)
                && lexicon.longest(words, and + 1, false) == null
                && lexicon.longest(words, and - 1, false) == null;
    }

    private int capitalsEnd(int at) {
        int i = at;
        while (i < words.size()
                && Capitals.isCapitalised(words.get(i))
                && !lexicon.is("misc", words.get(i))
                && !(i > at && line.titleEnd(i) > i)) {
            i++;
        }
        return i;
    }

    /** Channel 4, but neither May 4 nor Aleppo 24 hours later. */
    private boolean isNumberOfName(int at) {
        return !isMonth(words.get(at - 1))
                && Capitals.isCapitalised(words.get(at - 1))
                && (at + 1 == words.size()
                        || !Capitals.isLetters(words.get(at + 1))
                        || NameFinder.SPEECH.contains(words.get(at + 1)))
                && lexicon.longest(words, at - 1, false) == null;
    }

    private boolean isMonth(String word) {
        return lexicon.is("misc", word);
    }

    private boolean continuesName(int at, int i) {
        Match match = lexicon.longest(words, at, false);
        return (match != null && match.length() > i - at)
                || lexicon.is("org-head", words.get(i))
                || lexicon.is("loc-head", words.get(i));
    }

    private static boolean isOther(Match match) {
        return switch (match.entry().type()) {
            case NORP, MISC, ORG -> true;
            case LOC -> !match.entry().weak();
            case PER -> false;
        };
    }
}
