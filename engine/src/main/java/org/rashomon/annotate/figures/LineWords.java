package org.rashomon.annotate.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.CountWords.Found;
import org.rashomon.model.events.Figure.PersonClass;

/**
 * The words of one sentence, in lower case, with what the table of count words says of them.
 *
 * @param words those of the sentence; in places outside of it stands the empty word
 */
record LineWords(CountWords lexicon, List<String> words) {
    int size() {
        return words.size();
    }

    String low(int at) {
        return at >= 0 && at < words.size() ? words.get(at) : "";
    }

    /** Where the word stands next, from a place on, or -1. */
    int indexOf(String word, int from) {
        for (int i = from; i < words.size(); i++) {
            if (words.get(i).equals(word)) {
                return i;
            }
        }
        return -1;
    }

    boolean is(String wordClass, String word) {
        return lexicon.is(wordClass, word);
    }

    @Nullable
    String value(String wordClass, String word) {
        return lexicon.value(wordClass, word);
    }

    @Nullable
    Found at(String wordClass, int at) {
        return lexicon.at(wordClass, words, at);
    }

    @Nullable
    Found before(String wordClass, int end) {
        return lexicon.before(wordClass, words, end);
    }

    /** Who or what the word counts as the head of a phrase, or null. */
    @Nullable
    PersonClass noun(String word) {
        return lexicon.noun(word);
    }
}
