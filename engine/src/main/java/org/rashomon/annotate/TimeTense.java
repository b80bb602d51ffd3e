package org.rashomon.annotate;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.TimeContext.Tense;

/**
 * Whether a sentence looks back or ahead at a time: the nearest verb before the expression decides, else the first after it.
 * <em>The council said on Thursday it will meet</em>: Thursday belongs to <em>said</em>.
 */
final class TimeTense {
    private static final int REACH = 14;
    private static final Set<String> LIMITS = Set.of("until", "till", "by");
    private static final Set<String> PASSIVE = Set.of("be", "being");

    private final TimeWords words;

    TimeTense(TimeWords words) {
        this.words = words;
    }

    /** The tense around the pieces from {@code start} to {@code end}. */
    Tense at(List<TimePiece> pieces, int start, int end) {
        if (LIMITS.contains(lower(pieces, start - 1))) {
            return Tense.FUTURE;
        }
        for (int i = start - 1; i >= Math.max(0, start - REACH); i--) {
            if (lower(pieces, i).equals(";")) {
                break;
            }
            Tense tense = before(pieces, i);
            if (tense != null) {
                return tense;
            }
        }
        for (int i = end; i < Math.min(pieces.size(), end + REACH); i++) {
            Tense tense = after(pieces, i);
            if (tense != null) {
                return tense;
            }
        }
        return Tense.UNTOLD;
    }

    private @Nullable Tense before(List<TimePiece> pieces, int i) {
        String word = lower(pieces, i);
        if (word.equals("to") && "C".equals(code(pieces, i - 1))) {
            return Tense.FUTURE;
        }
        Tense tense = tense(pieces, i);
        // "will be delayed until", "is to be opened on": the participle is not the verb that tells
        boolean passive = tense == Tense.PAST
                && (PASSIVE.contains(lower(pieces, i - 1)) || PASSIVE.contains(lower(pieces, i - 2)));
        if (passive) {
            return null;
        }
        boolean infinitive = word.equals("be") && lower(pieces, i - 1).equals("to");
        return infinitive ? Tense.FUTURE : tense;
    }

    private @Nullable Tense after(List<TimePiece> pieces, int i) {
        return tense(pieces, i);
    }

    private @Nullable Tense tense(List<TimePiece> pieces, int i) {
        String code = code(pieces, i);
        if (code != null) {
            return switch (code) {
                case "F" -> Tense.FUTURE;
                case "P" -> Tense.PAST;
                case "S" -> Tense.SPEECH;
                default -> null;
            };
        }
        String word = lower(pieces, i);
        return word.endsWith("ed") && word.length() > 4 && !lower(pieces, i - 1).equals("-") ? Tense.PAST : null;
    }

    private @Nullable String code(List<TimePiece> pieces, int i) {
        return i >= 0 && i < pieces.size() ? words.value("tense", pieces.get(i)) : null;
    }

    private static String lower(List<TimePiece> pieces, int i) {
        return i >= 0 && i < pieces.size() ? pieces.get(i).lower() : "";
    }
}
