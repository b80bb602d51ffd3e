package org.rashomon.annotate.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.NameFinder.Found;
import org.rashomon.annotate.names.NameFinder.Strength;
import org.rashomon.annotate.names.NameLexicon.Entry;
import org.rashomon.annotate.names.NameLexicon.Match;
import org.rashomon.annotate.names.NameLine.Casing;
import org.rashomon.model.EntityType;
import org.rashomon.words.LetterCase;
import org.rashomon.words.NameForms;
import org.rashomon.words.PersonWords;

/**
 * The search for names in one sentence, from left to right: each run of capitalised words is cut into names, and each name is
 * settled by the gazetteer, a head noun, a title or a first name, or else guessed by its surroundings.
 */
final class NameScan {
    private static final Set<String> PERSON_NOUNS = PersonWords.of(PersonWords.Use.NAME);
    /** Words of a run that may be a person's full name, and letters of one that may be an acronym. */
    private static final int LONGEST_FULL_NAME = 3;

    private static final int LONGEST_ACRONYM = 7;

    private final NameLine line;
    private final NameLexicon lexicon;
    private final Set<String> lowerCase;
    private final NameEnds ends;
    private final List<Found> found = new ArrayList<>();

    /** {@code lowerCase} holds the words that the article writes in lower case. */
    NameScan(NameLine line, NameLexicon lexicon, Set<String> lowerCase) {
        this.line = line;
        this.lexicon = lexicon;
        this.lowerCase = lowerCase;
        this.ends = new NameEnds(line, lowerCase);
    }

    /** The names of the sentence in order of text. */
    List<Found> names() {
        int i = 0;
        while (i < line.words().size()) {
            i = line.casing() == Casing.CAPITALS ? scanCapitals(i) : scanAt(i);
        }
        return found;
    }

    private int scanCapitals(int at) {
        Match match = lexicon.longest(line.words(), at, true);
        return match != null && match.length() == 1 && line.isCommon(at) ? at + 1 : known(at, match);
    }

    private int scanAt(int at) {
        if (line.isWebAddress(at)) {
            return at + 1;
        }
        if (!line.isCapitalised(at)) {
            return line.isLetters(at) ? known(at, line.known(at)) : at + 1;
        }
        if (line.is("function", at) && !startsLongName(at)) {
            return at + 1;
        }
        int end = ends.chunkEnd(at);
        if (line.hasIdleCapital(at) && line.isOrdinary(at, lowerCase) && !isOfName(at, end)) {
            doubt(at);
            return at + 1;
        }
        return split(at, end);
    }

    /** A name where case tells nothing, or one without a capital: al-Qaeda is capitalised enough, dpa and eurozone are not. */
    private int known(int at, @Nullable Match match) {
        return match == null || match.entry().weak() ? at + 1 : take(at, match, null);
    }

    private int take(int at, Match match, @Nullable String title) {
        return add(at, at + match.length(), match.entry().type(), Strength.SURE, match.entry(), title);
    }

    private boolean startsLongName(int at) {
        Match match = line.known(at);
        return match != null && match.length() > 1 && match.entry().type() != EntityType.MISC;
    }

    /** Whether an ordinary word with a capital is part of a name all the same. */
    private boolean isOfName(int at, int end) {
        Match match = line.known(at);
        if (match != null && match.length() > 1) {
            return true;
        }
        if (end == at + 1) {
            return false;
        }
        return (line.opensTitle(at) && line.titleEnd(at) < end)
                || (line.casing() == Casing.SENTENCE && ends.organisationEnd(at, end) > at + 1)
                || (line.isFirstName(at) && !line.isCommon(at));
    }

    /** Keeps an ordinary word as a possible surname: <em>Park also asked</em>. */
    private void doubt(int at) {
        if (line.word(at).length() > 1 && !line.is("function", at)) {
            add(at, at + 1, EntityType.PER, Strength.DOUBT, null, null);
        }
    }

    /** Cuts a run of capitalised words into names; returns where it ends, past a title that outlasts the run. */
    private int split(int start, int end) {
        int at = start;
        String before = line.word(start - 1);
        String title = lexicon.is("title", before) || PERSON_NOUNS.contains(before) ? before : null;
        while (at < end) {
            int next = name(at, end, title);
            title = next < end && line.titleEnd(at) == next ? line.word(next - 1) : null;
            at = next;
        }
        return at;
    }

    /** Handles the name that begins at {@code at} and returns where it ends. */
    private int name(int at, int end, @Nullable String title) {
        Match match = line.known(at);
        int organisation = ends.organisationEnd(at, end);
        int titled = line.titleEnd(at);
        int matched = match == null ? at : at + match.length();
        if (match != null && !match.entry().weak() && matched >= Math.max(organisation, titled)) {
            return gazetteer(at, end, match, title);
        }
        boolean person = titled < end && (line.isFirstName(titled) || end - titled <= LONGEST_FULL_NAME);
        if (titled > at && titled >= matched && (organisation <= titled || person)) {
            return titled;
        }
        if (organisation > at) {
            return add(at, organisation, EntityType.ORG, Strength.SURE, null, null);
        }
        int place = ends.placeEnd(at, end);
        if (place > at) {
            return add(at, place, EntityType.LOC, Strength.SURE, null, null);
        }
        if (title == null && match != null && match.length() > 1) {
            return take(at, match, null);
        }
        int personEnd = ends.personEnd(at, end);
        if ((title != null && personEnd > at) || (line.isFirstName(at) && personEnd > at + 1)) {
            boolean sure = title == null || personEnd > at + 1 || lexicon.is("title", title);
            Strength strength = sure ? Strength.SURE : Strength.GUESS;
            return add(at, personEnd, EntityType.PER, strength, entry(match, at, personEnd), title);
        }
        return match != null && matched == end ? weakPlace(at, match) : guess(at, Math.max(personEnd, at + 1), match);
    }

    private static @Nullable Entry entry(@Nullable Match match, int at, int end) {
        return match != null && at + match.length() == end ? match.entry() : null;
    }

    private int gazetteer(int at, int end, Match match, @Nullable String title) {
        boolean person = match.length() == 1
                && switch (match.entry().type()) {
                    case PER -> at + 1 < end && isNamePart(at + 1);
                    // a place after a title is a surname: President Chad Jordan
                    case LOC ->
                        title != null
                                && lexicon.is("title", title)
                                && match.entry().actor() == null;
                    case ORG, NORP, MISC -> false;
                };
        return person
                ? add(at, ends.personEnd(at, end), EntityType.PER, Strength.SURE, null, title)
                : take(at, match, title);
    }

    private boolean isNamePart(int at) {
        return line.isCapitalised(at) && !line.isAny(at, "org-head", "loc-head", "title") && line.known(at) == null;
    }

    private int weakPlace(int at, Match match) {
        int end = at + match.length();
        if (match.length() == 1 && line.isCommon(at) && line.hasIdleCapital(at)) {
            return end;
        }
        EntityType type = match.entry().type();
        boolean speaks = match.length() == 1 && type == EntityType.LOC && line.speaks(end);
        return add(at, end, speaks ? EntityType.PER : type, Strength.GUESS, match.entry(), null);
    }

    /** A run of capitalised words about which only the surroundings tell anything. */
    private int guess(int at, int end, @Nullable Match match) {
        boolean single = end == at + 1;
        if (single && (line.word(at).length() < 2 || !line.isLetters(at) || line.is("misc", at))) {
            return end;
        }
        if (single && (line.isOrdinary(at, lowerCase) || line.isAny(at, "title", "org-head"))) {
            doubt(at);
            return end;
        }
        EntityType type = kind(at, end, match);
        boolean unsupported = single && line.opensSentence(at) && !line.isFirstName(at) && !line.speaks(end);
        // in a title every word has a capital, so that a capital makes nobody a person
        boolean titled = line.casing() == Casing.TITLE && type == EntityType.PER;
        boolean doubtful = titled || (unsupported && !LetterCase.isAllCapitals(line.word(at)));
        return add(at, end, type, doubtful ? Strength.DOUBT : Strength.GUESS, entry(match, at, end), null);
    }

    /** What kind of name it may be: <em>in X, X province, X said</em>. */
    private EntityType kind(int at, int end, @Nullable Match match) {
        String before = NameForms.lower(line.word(at - 1));
        String first = line.word(at);
        boolean single = end == at + 1;
        if (single && LetterCase.isAllCapitals(first) && first.length() <= LONGEST_ACRONYM) {
            return EntityType.ORG;
        }
        if (line.word(end - 1).chars().anyMatch(Character::isDigit)) {
            return EntityType.MISC;
        }
        if (line.is("place-noun", end) || (before.equals("of") && line.is("place-noun", at - 2))) {
            return EntityType.LOC;
        }
        if (before.equals("the")) {
            return EntityType.ORG;
        }
        if (line.speaks(end)) {
            return EntityType.PER;
        }
        boolean within = before.equals("in") || before.equals("near");
        if (within || (single && lexicon.is("place-before", before))) {
            return EntityType.LOC;
        }
        if (match != null && match.entry().type() == EntityType.LOC) {
            return EntityType.LOC;
        }
        return end - at <= LONGEST_FULL_NAME ? EntityType.PER : EntityType.ORG;
    }

    /** @return {@code end} */
    private int add(
            int start, int end, EntityType type, Strength strength, @Nullable Entry entry, @Nullable String title) {
        found.add(new Found(line.span(start, end), type, strength, entry, title));
        return end;
    }
}
