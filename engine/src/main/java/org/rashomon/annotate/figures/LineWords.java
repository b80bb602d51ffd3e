package org.rashomon.annotate.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.CountWords.Found;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.WordRow;
import org.rashomon.model.events.Figure.PersonClass;
import org.rashomon.model.events.Figure.Unit;

/**
 * The words of one sentence, in lower case, with what the table of count words says of them.
 *
 * @param words those of the sentence; in places outside of it stands the empty word
 */
record LineWords(CountWords lexicon, List<String> words) implements WordRow {
    /** Tells of what may be: <em>could kill</em>, not <em>could have killed</em>. */
    static final PhrasePattern MAY_BE = pattern("may be");

    /** The patterns of this name that the rules of figures ask for. */
    static PhrasePattern pattern(String name) {
        return PhrasePattern.of("en/figure-patterns.tsv", name);
    }

    @Override
    public int size() {
        return words.size();
    }

    String low(int at) {
        return at >= 0 && at < words.size() ? words.get(at) : "";
    }

    @Override
    public String lower(int at) {
        return low(at);
    }

    @Override
    public char initial(int at) {
        String word = low(at);
        return word.isEmpty() ? ' ' : word.charAt(0);
    }

    @Override
    public boolean isOf(int at, String wordClass) {
        return value(wordClass, at) != null;
    }

    boolean is(int at, String word) {
        return low(at).equals(word);
    }

    /** Whether the word there is of one of the classes. */
    boolean isOf(int at, String... classes) {
        for (String wordClass : classes) {
            if (isOf(at, wordClass)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a form of <em>to be</em> stands there, or what is used like one. */
    boolean isBe(int at) {
        return "BE".equals(value("aux", at));
    }

    @Nullable
    String value(String wordClass, int at) {
        return lexicon.value(wordClass, low(at));
    }

    /** What the word there says of the counted by that class, or null. */
    @Nullable
    Unit unit(String wordClass, int at) {
        String value = value(wordClass, at);
        return value == null ? null : Unit.valueOf(value);
    }

    @Nullable
    Found at(String wordClass, int at) {
        return lexicon.at(wordClass, words, at);
    }

    /** Whether a phrase of the class begins there. */
    boolean begins(String wordClass, int at) {
        return at(wordClass, at) != null;
    }

    @Nullable
    Found before(String wordClass, int end) {
        return lexicon.before(wordClass, words, end);
    }

    /** Where the word stands next, from a place on, or -1. */
    int indexOf(String word, int from) {
        int at = words.subList(Math.min(from, size()), size()).indexOf(word);
        return at < 0 ? -1 : from + at;
    }

    /** Who or what the word there counts as the head of a phrase, or null. */
    @Nullable
    PersonClass noun(int at) {
        return lexicon.noun(low(at));
    }

    /** Whether the word there is a noun for people. */
    boolean isPeople(int at) {
        PersonClass noun = noun(at);
        return noun != null && noun != PersonClass.THING;
    }
}
