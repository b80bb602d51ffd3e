package org.rashomon.compare.incidents;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;

/** Tells words that point back to something told before from words that bring it up. */
final class Definite {
    private static final Set<String> DETERMINERS = Set.of("the", "this", "that", "these", "those");
    /** Short, anchored alternatives without nesting, so that matching is linear. */
    private static final Pattern POINTS_BACK = Pattern.compile(
            "\\b(?:the|this|that|these|those|such)\\s(?:\\w+\\s)?(?:attacks?|strikes?|air\\s?strikes?|raids?|bombings?|shelling|"
                    + "incidents?|assaults?|massacres?|blasts?|explosions?|killings?|crimes?|atrocit(?:y|ies))\\b");

    private static final Pattern THING = Pattern.compile(
            "\\b(?:the|this|that|same|one)\\s(?:\\w+\\s)?(?:building|site|facility|compound|complex|structure|roof|place)\\b");

    private static final Pattern ANSWERS = Pattern.compile(
            "\\b(?:involvement|responsibility|allegations?|accusations?|reports?|charges?|claims?|denied it|did it|role|any part|anything to do"
                    + "|aircraft|warplanes?|planes?|jets?|drones?|sorties?|air ?strikes?|second strike)\\b");

    /** What looks ahead speaks of what may come: <em>if the bombing goes on</em>. */
    private static final Set<Act> AHEAD = Set.of(Act.THREATEN, Act.PROMISE, Act.ANNOUNCE);

    private Definite() {}

    /** Whether the phrase begins with, or stands right after, a definite determiner. */
    static boolean is(String text, Span span) {
        String first = firstWord(span.in(text));
        return DETERMINERS.contains(first) || DETERMINERS.contains(wordBefore(text, span.start()));
    }

    /** Whether the words name what was hit only by pointing at it: <em>struck the building</em>. */
    static boolean pointsAtThing(String words) {
        return THING.matcher(words.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether an utterance refers to an incident told before it: <em>the raid</em>, or a denial of <em>involvement</em>. */
    static boolean refersBack(String utterance, Act act) {
        if (AHEAD.contains(act)) {
            return false;
        }
        String words = utterance.toLowerCase(Locale.ROOT);
        if (POINTS_BACK.matcher(words).find()) {
            return true;
        }
        return (act == Act.DENY || act == Act.ADMIT) && ANSWERS.matcher(words).find();
    }

    private static String firstWord(String words) {
        int space = words.indexOf(' ');
        return (space < 0 ? words : words.substring(0, space)).toLowerCase(Locale.ROOT);
    }

    private static String wordBefore(String text, int at) {
        int end = at;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
