package org.rashomon.annotate.times;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.times.TimeContext.Tense;

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

    /** Before a word that looks ahead they make it a noun or an adjective, which tells nothing: <em>his plans, a planned attack</em>. */
    private static final Set<String> DETERMINERS = Set.of(
            "a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "this", "any", "no", "'s", "\u2019s");

    /** They look ahead behind a determiner, too. */
    private static final Set<String> ALWAYS_AHEAD =
            Set.of("upcoming", "tomorrow", "due", "scheduled", "expected", "slated");

    /** What may stand between a verb of speech and when it was said. */
    private static final Set<String> SPEECH_TO_TIME =
            Set.of("in", "on", "at", "back", "during", "late", "early", "as", "long", "earlier");

    /** What may open a sentence before the adverbial that opens it. */
    private static final Set<String> OPENERS = Set.of("but", "and", "so", "yet");

    /** Could be heard is what was. */
    private static final Set<String> PERCEIVED = Set.of("heard", "seen", "felt");

    private static final Set<String> NEGATIONS = Set.of("not", "n't", "n\u2019t");
    /** Where the clause before ends, whose verb tells nothing about what follows. */
    private static final Set<String> CLAUSE_ENDS = Set.of(";", "but");

    /** Verbs of the class {@code commits} that tell nothing by themselves. */
    private static final Set<String> IS_OR_HAS = Set.of("was", "were", "is", "are", "has", "have", "about", "set");

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
            int by = slackBefore(pieces, start);
            boolean opens = by == 0 || by == 1 && OPENERS.contains(lower(pieces, 0)); // "By Monday, 300 had fled"
            boolean done = lower(pieces, by).equals("by") && !isWanted(pieces, by); // "the dam had burst by Monday"
            return !isPast(governing) ? Tense.FUTURE : opens || done ? Tense.PAST : Tense.LIMIT;
        }
        return governing == Tense.FUTURE && isAttribute(pieces, start, end) ? Tense.UNTOLD : governing;
    }

    /** Whether a verb that looks ahead or commits to what follows, or something meant for later, stands near before {@code at}. */
    private boolean isWanted(List<TimePiece> pieces, int at) {
        for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
            boolean wants = is("commits", pieces, i) || is("meant", pieces, i) || tense(pieces, i) == Tense.FUTURE;
            if (wants && !IS_OR_HAS.contains(lower(pieces, i))) {
                return true;
            }
        }
        return false;
    }

    /** The April 20 blast: a date within a description of something is not when the verb happens. */
    private boolean isAttribute(List<TimePiece> pieces, int start, int end) {
        boolean named = false;
        for (int i = start; i < end; i++) {
            named |= is("month", pieces, i);
        }
        return named
                && DETERMINERS.contains(lower(pieces, start - 1))
                && end < pieces.size()
                && Character.isLetter(pieces.get(end).raw().charAt(0));
    }

    private static boolean isPast(@Nullable Tense tense) {
        return tense == Tense.PAST || tense == Tense.SPEECH;
    }

    private Tense governing(List<TimePiece> pieces, int start, int end) {
        boolean owns = isClitic(lower(pieces, end)); // "it could answer Thursday's attack"
        for (int i = start - 1; i >= Math.max(0, start - REACH); i--) {
            if (CLAUSE_ENDS.contains(lower(pieces, i))) {
                break;
            }
            Tense tense = owns && is("possible", pieces, i) ? null : before(pieces, i);
            if (tense != null) {
                return tense == Tense.SPEECH && isSpokenThen(pieces, i, start) ? Tense.PAST : tense;
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

    /** Whether nothing stands between the verb of speech and the time: <em>warned back in June</em>. */
    private static boolean isSpokenThen(List<TimePiece> pieces, int verb, int start) {
        for (int i = verb + 1; i < start; i++) {
            if (!SPEECH_TO_TIME.contains(lower(pieces, i))) {
                return false;
            }
        }
        return true;
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
            if (code.equals("F")
                    && DETERMINERS.contains(lower(pieces, i - 1))
                    && !ALWAYS_AHEAD.contains(lower(pieces, i))) {
                return null;
            }
            boolean couldNot = NEGATIONS.contains(lower(pieces, i + 1));
            boolean couldBe = lower(pieces, i + 1).equals("be") && PERCEIVED.contains(lower(pieces, i + 2));
            if (lower(pieces, i).equals("could") && (couldNot || couldBe)) {
                return Tense.PAST; // "could not be reached on Monday", "shots could be heard"
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
