package org.rashomon.annotate.syntax;

import java.util.Set;
import java.util.stream.IntStream;
import org.rashomon.annotate.patterns.WordRow;

/** Whether words say that something is not so. All rooms ask here: a cue that is denied, an event that did not happen, a broken duty. */
public final class Negation {
    private static final Set<String> NOT = TaggedWords.words("negation");
    private static final Set<String> NOBODY = TaggedWords.words("nobody");

    private Negation() {}

    /** Whether the word at a place denies its verb: <em>not, never, nor</em>. */
    public static boolean at(WordRow row, int at) {
        return NOT.contains(row.lower(at));
    }

    /** Whether a phrase that begins at a place means nobody or nothing: <em>no aircraft, neither side</em>. */
    public static boolean opensAt(WordRow row, int at) {
        return NOBODY.contains(row.lower(at));
    }

    /** Whether a word at a place denies what stands behind it, be it a verb or a noun. */
    public static boolean either(WordRow row, int at) {
        return at(row, at) || opensAt(row, at);
    }

    /** Whether a verb is denied in {@code [from, to)}, as in a cue. */
    public static boolean in(WordRow row, int from, int to) {
        return IntStream.range(from, to).anyMatch(i -> at(row, i));
    }
}
