package org.rashomon.annotate.patterns;

import org.rashomon.nlp.Pos;

/** Words in a row, as patterns are matched to them. Nothing stands outside, where any place may be asked for. */
public interface WordRow {
    /** The number of words and marks. */
    int size();

    /** The word at a place in lower case, its marks straight; empty outside. */
    String lower(int at);

    /** The first character of the word as it is written; a blank outside. */
    char initial(int at);

    /** Its part of speech, {@link Pos#X} where none is known. */
    default Pos tag(int at) {
        return Pos.X;
    }

    /** Whether the word at a place is of a class of words that whoever holds the row knows. */
    default boolean isOf(int at, String wordClass) {
        throw new IllegalStateException("these words have no classes: " + wordClass);
    }

    /** The words in {@code [from, to)} by themselves, so that nothing stands before or behind them. */
    default WordRow part(int from, int to) {
        return new Part(this, from, to);
    }

    /** Some of the words of a row. */
    record Part(WordRow whole, int from, int to) implements WordRow {
        private boolean holds(int at) {
            return at >= 0 && at < size();
        }

        @Override
        public int size() {
            return to - from;
        }

        @Override
        public String lower(int at) {
            return holds(at) ? whole.lower(from + at) : "";
        }

        @Override
        public char initial(int at) {
            return holds(at) ? whole.initial(from + at) : ' ';
        }

        @Override
        public Pos tag(int at) {
            return holds(at) ? whole.tag(from + at) : Pos.X;
        }

        @Override
        public boolean isOf(int at, String wordClass) {
            return holds(at) && whole.isOf(from + at, wordClass);
        }
    }
}
