package org.rashomon.annotate.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of words to look for: steps, each of which takes some words and hands on to the next. What may be missing is taken
 * where it fits, and given back where the rest does not fit behind it.
 */
public final class WordPattern {
    private final Step start;
    /** All of the pattern where it is one word. */
    private final @Nullable WordTest only;

    WordPattern(Step start) {
        this.start = start;
        this.only = start instanceof Words words && words.most == 1 && words.least == 1 && words.next instanceof Done
                ? words.test
                : null;
    }

    /** Whoever knows what a pattern calls by name: the classes of words and the patterns of a category. */
    public interface Lexicon {
        /** For patterns that name nothing. */
        Lexicon NONE = new Lexicon() {};

        /** What of a class of words begins at a place, or null: {@code {class}}. */
        default @Nullable Taken word(String wordClass, int at) {
            throw new IllegalStateException("no class of words {" + wordClass + "}");
        }

        /** What any pattern of a category matches from a place on, or null: {@code <category>}. */
        default @Nullable Taken phrase(String category, int at) {
            throw new IllegalStateException("no category <" + category + ">");
        }
    }

    /** What a pattern may begin with. */
    public interface Beginnings {
        Set<String> ofWord(String wordClass);

        Set<String> ofPhrase(String category);
    }

    /**
     * What a class or a category took.
     *
     * @param value what the word means by its class; empty for a category
     */
    public record Taken(String name, boolean category, int from, int end, String value) {}

    /** A pattern's way through a row of words; one walk may serve for one pattern and place after another. */
    public static final class Walk {
        private final WordRow row;
        private final Lexicon lexicon;
        private final boolean closing;
        private final List<Taken> taken = new ArrayList<>(0);
        private int from;
        private boolean opening;

        /** @param closing whether the pattern must end where the row does */
        public Walk(WordRow row, Lexicon lexicon, boolean closing) {
            this.row = row;
            this.lexicon = lexicon;
            this.closing = closing;
        }

        private void begin(int at) {
            from = at;
            opening = false;
            back(0);
        }

        /** What the classes and categories took, in order. */
        public List<Taken> taken() {
            return taken;
        }

        private void back(int size) {
            if (taken.size() > size) {
                taken.subList(size, taken.size()).clear();
            }
        }

        /** Whether words wanted before were not there only because nothing stands before. */
        public boolean isOpening() {
            return opening;
        }
    }

    /** One past the last word of the pattern where it begins at a place, or -1. The walk holds then what it took. */
    public int end(Walk walk, int at) {
        walk.begin(at);
        return start.end(walk, at);
    }

    /** The same without a lexicon, for patterns that name nothing. */
    int end(WordRow row, int at) {
        if (only != null) {
            return only.takes(row, at) ? at + 1 : -1;
        }
        return end(new Walk(row, Lexicon.NONE, false), at);
    }

    /** The words, in lower case, and other signs that the pattern can begin with. */
    public void addBeginnings(Beginnings known, Set<String> words) {
        start.addBeginnings(known, words);
    }

    /** Whether nothing but a stop stands from a place on. */
    public static boolean isEnd(WordRow row, int at) {
        int end = row.lower(at).equals(".") ? at + 1 : at;
        return end == row.size();
    }

    /** One step and all behind it. */
    sealed interface Step {
        int end(Walk walk, int at);

        default void addBeginnings(Beginnings known, Set<String> words) {}
    }

    /** Behind the last. */
    record Done() implements Step {
        @Override
        public int end(Walk walk, int at) {
            return !walk.closing || at == walk.row.size() ? at : -1;
        }
    }

    /** Words of one kind, from {@code least} to {@code most} of them. */
    record Words(WordTest test, int least, int most, Step next) implements Step {
        @Override
        public int end(Walk walk, int at) {
            int taken = at;
            while (taken < at + most && test.takes(walk.row, taken)) {
                taken++;
            }
            int before = walk.taken.size();
            int end = -1;
            while (end < 0 && taken >= at + least) {
                walk.back(before);
                end = next.end(walk, taken--);
            }
            return end;
        }

        @Override
        public void addBeginnings(Beginnings known, Set<String> words) {
            words.addAll(test.words());
            if (least == 0) {
                next.addBeginnings(known, words);
            }
        }
    }

    /** What may be missing: {@code inner} goes on with {@code next}. */
    record Maybe(Step inner, Step next) implements Step {
        @Override
        public int end(Walk walk, int at) {
            int before = walk.taken.size();
            int end = inner.end(walk, at);
            if (end >= 0) {
                return end;
            }
            walk.back(before);
            return next.end(walk, at);
        }

        @Override
        public void addBeginnings(Beginnings known, Set<String> words) {
            inner.addBeginnings(known, words);
            next.addBeginnings(known, words);
        }
    }

    /** A class of words, or a category of patterns. */
    record Named(String name, boolean category, Step next) implements Step {
        @Override
        public int end(Walk walk, int at) {
            if (!category && walk.lexicon == Lexicon.NONE) {
                return walk.row.isOf(at, name) ? next.end(walk, at + 1) : -1;
            }
            Taken found = category ? walk.lexicon.phrase(name, at) : walk.lexicon.word(name, at);
            if (found == null) {
                return -1;
            }
            walk.taken.add(found);
            return next.end(walk, found.end());
        }

        @Override
        public void addBeginnings(Beginnings known, Set<String> words) {
            words.addAll(category ? known.ofPhrase(name) : known.ofWord(name));
        }
    }

    /** A look at the words around, which takes none. */
    record Look(Around around, WordTest test, Step next) implements Step {
        @Override
        public int end(Walk walk, int at) {
            return sees(walk, at) ? next.end(walk, at) : -1;
        }

        private boolean sees(Walk walk, int at) {
            return switch (around) {
                case AFTER -> {
                    walk.opening |= at == 0;
                    yield at == 0 || test.takes(walk.row, at - 1);
                }
                case BEHIND -> test.takes(walk.row, at - 1);
                case UNLESS -> !test.takes(walk.row, at - 1);
                case NOT -> !test.takes(walk.row, at);
                case THEN -> at == walk.row.size() || test.takes(walk.row, at);
                case FOLLOWED -> test.takes(walk.row, at);
            };
        }

        @Override
        public void addBeginnings(Beginnings known, Set<String> words) {
            next.addBeginnings(known, words);
        }
    }

    enum Around {
        AFTER,
        BEHIND,
        UNLESS,
        NOT,
        THEN,
        FOLLOWED
    }

    /** An end of the row. */
    record Edge(Side side, Step next) implements Step {
        @Override
        public int end(Walk walk, int at) {
            boolean there = switch (side) {
                case START -> at == 0;
                case END -> at == walk.row.size();
                case BOTH -> walk.from == 0 && isEnd(walk.row, at);
            };
            return there ? next.end(walk, at) : -1;
        }

        @Override
        public void addBeginnings(Beginnings known, Set<String> words) {
            next.addBeginnings(known, words);
        }
    }

    enum Side {
        START,
        END,
        BOTH
    }
}
