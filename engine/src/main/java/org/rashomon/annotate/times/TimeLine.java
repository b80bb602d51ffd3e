package org.rashomon.annotate.times;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.patterns.WordRow;

/** The pieces of a sentence with the classes of their words. Places outside the sentence may be asked for: no word stands there. */
record TimeLine(List<TimePiece> pieces, TimeWords words) implements WordRow {
    @Override
    public int size() {
        return pieces.size();
    }

    private boolean holds(int at) {
        return at >= 0 && at < pieces.size();
    }

    @Override
    public String lower(int at) {
        return holds(at) ? pieces.get(at).lower() : "";
    }

    @Override
    public char initial(int at) {
        return holds(at) ? pieces.get(at).raw().charAt(0) : ' ';
    }

    /** The value that the word has in a class, or null. */
    @Nullable
    String value(String wordClass, int at) {
        return holds(at) ? words.value(wordClass, pieces.get(at)) : null;
    }

    boolean is(String wordClass, int at) {
        return value(wordClass, at) != null;
    }

    @Override
    public boolean isOf(int at, String wordClass) {
        return is(wordClass, at);
    }

    boolean isWord(String word, int at) {
        return lower(at).equals(word);
    }

    /** The place after {@code word} where it stands at {@code at}, else {@code at}. */
    int past(String word, int at) {
        return isWord(word, at) ? at + 1 : at;
    }
}
