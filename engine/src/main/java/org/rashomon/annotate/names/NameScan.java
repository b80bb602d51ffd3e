package org.rashomon.annotate.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.NameFinder.Found;
import org.rashomon.annotate.names.NameFinder.Strength;
import org.rashomon.annotate.names.NameLexicon.Match;
import org.rashomon.annotate.names.NameLine.Casing;
import org.rashomon.model.EntityType;
import org.rashomon.model.Span;
import org.rashomon.words.Capitals;
import org.rashomon.words.Names;
import org.rashomon.words.PersonWords;

/**
 * The search for names in one sentence, from left to right: each run of capitalised words is cut into names, and each name is
 * settled by the gazetteer, a head noun, a title or a first name, or else guessed.
 */
final class NameScan {
    private static final Set<String> PERSON_NOUNS = PersonWords.of(PersonWords.Use.NAME);

    private final NameLine line;
    private final NameLexicon lexicon;
    private final List<String> words;
    private final Set<String> lowerCase;
    private final NameEnds ends;
    private final GuessedKinds kinds;
    private final List<Found> found = new ArrayList<>();

    /** {@code lowerCase} holds the words that the article writes in lower case. */
    NameScan(NameLine line, NameLexicon lexicon, Set<String> lowerCase) {
        this.line = line;
        this.lexicon = lexicon;
        this.words = line.words();
        this.lowerCase = lowerCase;
        this.ends = new NameEnds(line, lexicon);
        this.kinds = new GuessedKinds(line);
    }

    /** The names of the sentence in order of text. */
    List<Found> names() {
        int i = 0;
        while (i < words.size()) {
            int next = line.casing() == Casing.CAPITALS ? scanCapitals(i) : scanAt(i);
            i = Math.max(next, i + 1);
        }
        return found;
    }

    private int scanCapitals(int at) {
        Match match = lexicon.longest(words, at, true);
        if (match == null || match.entry().weak() || (match.length() == 1 && line.isCommon(at))) {
            return at + 1;
        }
        add(at, at + match.length(), match.entry().type(), Strength.SURE, match.entry(), null);
        return at + match.length();
    }

    private int scanAt(int at) {
        String word = words.get(at);
        if (line.isWebAddress(at)) {
            return at + 1;
        }
        if (!Capitals.isCapitalised(word)) {
            return lowerCaseName(at);
        }
        boolean opens = line.opensSentence(at);
        if (lexicon.is("function", word) && !startsLongName(at)) {
            return at + 1;
        }
        int end = ends.chunkEnd(at, lowerCase);
        if ((opens || line.casing() == Casing.TITLE) && line.isOrdinary(at, lowerCase)) {
            int after = ordinaryOpening(at, end);
            if (after > at) {
                doubt(at);
                return after;
            }
        }
        return split(at, end);
    }

    /** Names that are written in lower case: al-Qaeda is capitalised enough, dpa and eurozone are not. */
    private int lowerCaseName(int at) {
        Match match = Capitals.isLetters(words.get(at)) ? lexicon.longest(words, at, false) : null;
        if (match == null || match.entry().weak()) {
            return at + 1;
        }
        add(at, at + match.length(), match.entry().type(), Strength.SURE, match.entry(), null);
        return at + match.length();
    }

    private boolean startsLongName(int at) {
        Match match = lexicon.longest(words, at, false);
        return match != null && match.length() > 1 && match.entry().type() != EntityType.MISC;
    }

    /**
     * Whether an ordinary word with a capital is part of a name all the same; if not, returns where to go on.
     *
     * @return {@code at} where it is part of a name
     */
    private int ordinaryOpening(int at, int end) {
        Match match = lexicon.longest(words, at, false);
        if (match != null && match.length() > 1) {
            return at;
        }
        if (line.titleEnd(at) > at && line.titleEnd(at) < end) {
            return at;
        }
        if (line.casing() == Casing.SENTENCE
                && end > at + 1
                && ends.organisationEnd(at, end) > at + 1
                && !lexicon.is("function", words.get(at))) {
            return at;
        }
        if (end > at + 1 && lexicon.isFirstName(words.get(at)) && !lexicon.isCommon(Names.lower(words.get(at)))) {
            return at;
        }
        return at + 1;
    }

    /** Keeps an ordinary word as a possible surname: <em>Park also asked</em>. */
    private void doubt(int at) {
        if (words.get(at).length() > 1 && !lexicon.is("function", words.get(at))) {
            add(at, at + 1, EntityType.PER, Strength.DOUBT, null, null);
        }
    }

    /** Cuts a run of capitalised words into names; returns where it ends, past a title that outlasts the run. */
    private int split(int start, int end) {
        int at = start;
        String title = titleBefore(start);
        while (at < end) {
            int next = name(at, end, title);
            title = next < end && next > at ? titleWithin(at, next) : null;
            at = Math.max(next, at + 1);
        }
        return at;
    }

    private @Nullable String titleWithin(int start, int end) {
        return line.titleEnd(start) == end ? words.get(end - 1) : null;
    }

    private @Nullable String titleBefore(int at) {
        if (at == 0) {
            return null;
        }
        String before = words.get(at - 1);
        return lexicon.is("title", before) || PERSON_NOUNS.contains(before) ? before : null;
    }

    /** Handles the name that begins at {@code at} and returns where it ends. */
    private int name(int at, int end, @Nullable String title) {
        Match match = lexicon.longest(words, at, false);
        int organisation = ends.organisationEnd(at, end);
        int titled = line.titleEnd(at);
        int matched = match == null ? at : at + match.length();
        if (match != null && !match.entry().weak() && matched >= organisation && matched >= titled) {
            return gazetteer(at, end, match, title);
        }
        if (titled > at && titled >= matched && (organisation <= titled || (titled < end && isPersonAt(titled, end)))) {
            return titled;
        }
        if (organisation > at + 1 || (organisation > at && line.isStandaloneBody(at))) {
            if (match != null
                    && match.entry().type() == EntityType.NORP
                    && organisation == at + 2
                    && lowerHead(at + 1)) {
                return gazetteer(at, end, match, title);
            }
            add(at, organisation, EntityType.ORG, Strength.SURE, null, null);
            return organisation;
        }
        int place = ends.placeEnd(at, end);
        if (place > at + 1) {
            add(at, place, EntityType.LOC, Strength.SURE, null, null);
            return place;
        }
        if (title == null && match != null && matched - at > 1) {
            return gazetteer(at, end, match, null);
        }
        if (title != null || lexicon.isFirstName(words.get(at))) {
            int person = ends.personEnd(at, end);
            if (person > at + 1 || (title != null && person > at)) {
                boolean sure = title == null || person > at + 1 || lexicon.is("title", title);
                add(at, person, EntityType.PER, sure ? Strength.SURE : Strength.GUESS, entry(match, at, person), title);
                return person;
            }
        }
        if (match != null && matched == Math.min(end, at + match.length()) && end == matched) {
            return weakPlace(at, match);
        }
        return guess(at, ends.personEnd(at, end), match);
    }

    private NameLexicon.@Nullable Entry entry(@Nullable Match match, int at, int end) {
        return match != null && at + match.length() == end ? match.entry() : null;
    }

    private boolean lowerHead(int at) {
        return Character.isLowerCase(words.get(at).charAt(0));
    }

    private boolean isPersonAt(int at, int end) {
        return lexicon.isFirstName(words.get(at)) || end - at <= 3;
    }

    private int gazetteer(int at, int end, Match match, @Nullable String title) {
        int stop = at + match.length();
        EntityType type = match.entry().type();
        if (type == EntityType.PER && stop < end && match.length() == 1 && isNamePart(stop)) {
            int person = ends.personEnd(at, end);
            add(at, person, EntityType.PER, Strength.SURE, null, title);
            return person;
        }
        // a place or country after a title or given name is a surname: President Chad Jordan
        if (type == EntityType.LOC
                && match.length() == 1
                && title != null
                && lexicon.is("title", title)
                && match.entry().actor() == null) {
            int person = ends.personEnd(at, end);
            add(at, person, EntityType.PER, Strength.SURE, null, title);
            return person;
        }
        boolean ordinary = match.length() == 1
                && match.entry().weak()
                && (line.opensSentence(at) || line.casing() == Casing.TITLE);
        if (!ordinary) {
            add(at, stop, type, Strength.SURE, match.entry(), title);
        }
        return stop;
    }

    private boolean isNamePart(int at) {
        return Capitals.isCapitalised(words.get(at))
                && !lexicon.is("org-head", words.get(at))
                && !lexicon.is("loc-head", words.get(at))
                && !lexicon.is("title", words.get(at))
                && lexicon.longest(words, at, false) == null;
    }

    private int weakPlace(int at, Match match) {
        int end = at + match.length();
        EntityType type = match.entry().type();
        boolean ordinary =
                match.length() == 1 && line.isCommon(at) && (line.opensSentence(at) || line.casing() == Casing.TITLE);
        if (ordinary) {
            return end;
        }
        boolean speaks = match.length() == 1 && end < words.size() && NameFinder.SPEECH.contains(words.get(end));
        add(at, end, speaks && type == EntityType.LOC ? EntityType.PER : type, Strength.GUESS, match.entry(), null);
        return end;
    }

    /** A run of capitalised words about which only the surroundings tell anything. */
    private int guess(int at, int end, @Nullable Match match) {
        int stop = Math.max(end, at + 1);
        String word = words.get(at);
        boolean single = stop == at + 1;
        if (single && (word.length() < 2 || lexicon.is("misc", word) || !Capitals.isLetters(word))) {
            return stop;
        }
        if (single && (line.isOrdinary(at, lowerCase) || lexicon.is("title", word) || lexicon.is("org-head", word))) {
            doubt(at);
            return stop;
        }
        boolean unsupported = single && line.opensSentence(at) && !lexicon.isFirstName(word) && !line.speaks(stop);
        Strength strength = unsupported && !Capitals.isAllCapitals(word) ? Strength.DOUBT : Strength.GUESS;
        EntityType type = kinds.of(at, stop, match);
        if (line.casing() == Casing.TITLE && type == EntityType.PER) {
            // every word has a capital here, so that a capital makes nobody a person
            strength = Strength.DOUBT;
        }
        add(at, stop, type, strength, entry(match, at, stop), null);
        return stop;
    }

    private void add(
            int start,
            int end,
            EntityType type,
            Strength strength,
            NameLexicon.@Nullable Entry entry,
            @Nullable String title) {
        Span span = line.span(start, end);
        found.add(new Found(span, type, strength, entry, title));
    }
}
