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
    /** How far before its "for" the word may stand that means a time ahead: called a strike for Monday. */
    private static final int MEANT_REACH = 4;

    /** The game is Sunday. */
    private static final Set<String> IS = Set.of("is", "are");

    /** The codes of verbs that look ahead, which names are among. */
    private static final Set<String> FORWARD = Set.of("F", "G", "B");

    private static final Set<String> NEGATIONS = Set.of("not", "n't", "n\u2019t");
    private static final Set<String> PASSIVE = Set.of("be", "being");

    private final TimeWords words;

    TimeTense(TimeWords words) {
        this.words = words;
    }

    /** The tense around the pieces from {@code start} to {@code end}. */
    Tense at(List<TimePiece> pieces, int start, int end) {
        boolean ahead = isAhead(pieces, start);
        boolean limit = is("limit", pieces, slackBefore(pieces, start));
        if (ahead && !limit) {
            return Tense.FUTURE;
        }
        if (!ahead && isPast(end < pieces.size() ? tense(pieces, end) : null)) {
            return Tense.PAST; // "the senator on Monday urged"
        }
        Tense governing = governing(pieces, start, end);
        if (limit) {
            boolean opens = slackBefore(pieces, start) == 0; // "By Monday, 300 had fled"
            return !isPast(governing) ? Tense.FUTURE : opens ? Tense.PAST : Tense.LIMIT;
        }
        return governing;
    }

    private static boolean isPast(@Nullable Tense tense) {
        return tense == Tense.PAST || tense == Tense.SPEECH;
    }

    private Tense governing(List<TimePiece> pieces, int start, int end) {
        boolean owns = isClitic(lower(pieces, end)); // "it could answer Thursday's attack"
        for (int i = start - 1; i >= Math.max(0, start - REACH); i--) {
            if (lower(pieces, i).equals(";")) {
                break;
            }
            Tense tense = owns && is("possible", pieces, i) ? null : before(pieces, i);
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

    /** Whether the words before point ahead: <em>until at least July, ahead of Easter, a hearing set for Monday</em>. */
    private boolean isAhead(List<TimePiece> pieces, int start) {
        int i = slackBefore(pieces, start);
        if (is("limit", pieces, i) || IS.contains(lower(pieces, i))) {
            return true;
        }
        boolean meant = false;
        for (int j = i - 1; j >= Math.max(0, i - MEANT_REACH); j--) {
            meant |= is("meant", pieces, j);
        }
        return meant && lower(pieces, i).equals("for");
    }

    /** The piece before {@code start}, past what may stand between. */
    private int slackBefore(List<TimePiece> pieces, int start) {
        int i = start - 1;
        while (is("slack", pieces, i)) {
            i--;
        }
        return i;
    }

    private static boolean isClitic(String word) {
        return word.equals("'s") || word.equals("\u2019s");
    }

    private @Nullable Tense before(List<TimePiece> pieces, int i) {
        String word = lower(pieces, i);
        boolean toCome = word.equals("to")
                && is("commits", pieces, i - 1)
                && !lower(pieces, i + 1).equals("have");
        if (toCome) {
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
            boolean name = i > 0 && Character.isUpperCase(pieces.get(i).raw().charAt(0));
            if (name && FORWARD.contains(code)) {
                return null; // "Theresa May", "Meet the Press"
            }
            if (lower(pieces, i).equals("could") && NEGATIONS.contains(lower(pieces, i + 1))) {
                return Tense.PAST; // "could not be reached on Monday"
            }
            return switch (code) {
                case "F" -> Tense.FUTURE;
                case "G" -> lower(pieces, i - 1).equals("to") ? null : Tense.FUTURE;
                case "B" -> hasSubject(pieces, i) ? Tense.FUTURE : null;
                case "P" -> Tense.PAST;
                case "S" -> Tense.SPEECH;
                default -> null;
            };
        }
        String word = lower(pieces, i);
        return word.endsWith("ed") && word.length() > 4 && !lower(pieces, i - 1).equals("-") ? Tense.PAST : null;
    }

    /** Polls close, they meet. */
    private static boolean hasSubject(List<TimePiece> pieces, int i) {
        String word = lower(pieces, i - 1);
        boolean plural = word.length() > 3 && word.endsWith("s");
        return plural || word.equals("they") || word.equals("who");
    }

    private boolean is(String wordClass, List<TimePiece> pieces, int i) {
        return i >= 0 && i < pieces.size() && words.value(wordClass, pieces.get(i)) != null;
    }

    private @Nullable String code(List<TimePiece> pieces, int i) {
        return i >= 0 && i < pieces.size() ? words.value("tense", pieces.get(i)) : null;
    }

    private static String lower(List<TimePiece> pieces, int i) {
        return i >= 0 && i < pieces.size() ? pieces.get(i).lower() : "";
    }
}
