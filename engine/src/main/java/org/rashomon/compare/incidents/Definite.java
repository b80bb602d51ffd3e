package org.rashomon.compare.incidents;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.rashomon.model.claims.Act;

/** Tells words that point back to something told before from words that bring it up. */
final class Definite {
    /** Short, anchored alternatives without nesting, so that matching is linear. */
    private static final Pattern POINTS_BACK = Pattern.compile(
            "\\b(?:the|this|that|these|those|such)\\s(?:\\w+\\s)?(?:attacks?|strikes?|air\\s?strikes?|raids?|bombings?|shelling|"
                    + "incidents?|assaults?|massacres?|blasts?|explosions?|killings?|crimes?|atrocit(?:y|ies))\\b");

    private static final Pattern ANSWERS = Pattern.compile(
            "\\b(?:involvement|responsibility|allegations?|accusations?|reports?|charges?|claims?|denied it|did it|role|any part|anything to do"
                    + "|aircraft|warplanes?|planes?|jets?|drones?|sorties?|air ?strikes?|second strike)\\b");

    /** What looks ahead speaks of what may come: <em>if the bombing goes on</em>. */
    private static final Set<Act> AHEAD = Set.of(Act.THREATEN, Act.PROMISE, Act.ANNOUNCE);

    /** Words of a quotation or report that stand for something told: <em>this was a war crime, they did it</em>. */
    private static final Pattern PRONOUN = Pattern.compile(
            "^\\W*(?:it|this|that|these|those|such)\\b|\\b(?:behind|for|of|about|did|condemn\\w*|called) (?:it|this|that|these)\\b");

    private Definite() {}

    /** Whether the words stand for something told with a pronoun. */
    static boolean hasPronoun(String words) {
        return PRONOUN.matcher(words.toLowerCase(Locale.ROOT)).find();
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
}
