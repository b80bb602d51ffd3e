package org.rashomon.model.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;
import org.rashomon.model.Place;
import org.rashomon.model.Span;
import org.rashomon.model.TimeInterval;

/**
 * One place in an article that speaks of something that happened at one place and time.
 *
 * @param span the words that signal the incident (<em>airstrike on a hospital</em>)
 * @param sentence index into {@link org.rashomon.model.dossier.ArticleAnalysis#sentences()}
 * @param head the base form of the word that signals it (<em>air strike</em>, <em>shoot down</em>)
 * @param telling how much its own words tell
 * @param opening whether its words speak of something known or bring something up
 * @param plural whether its words count more than one happening
 * @param time when it is said to have happened, by words of its own, or null
 * @param place where, by words of its own, or null
 * @param targets what or who was hit, by words of its own, as the text has it
 * @param targetName a proper name of what was hit (<em>al-Quds hospital</em>), or null
 * @param weapon as the text has it, or null
 * @param ordinal 0 when not told, 1 for <em>the first strike</em>, 2 for <em>a second strike</em>, and so on; -1
 *     for an undated one that came before those counted (<em>had already been struck</em>)
 * @param perpetrators actors whom these words make the doer; goes to the account, never to the incident
 * @param cause what is said to have caused it, or null
 * @param claim id of the innermost claim whose content holds the mention, or null when the outlet speaks in its own voice
 */
public record IncidentMention(
        String article,
        Span span,
        int sentence,
        IncidentType type,
        String head,
        Telling telling,
        Opening opening,
        boolean plural,
        @Nullable TimeInterval time,
        @Nullable Place place,
        List<String> targets,
        @Nullable String targetName,
        @Nullable String weapon,
        int ordinal,
        List<Actor> perpetrators,
        @Nullable String cause,
        @Nullable String claim) {
    /** How much the words of a mention tell on their own. */
    public enum Telling {
        /** Enough for one happening at one place and time. */
        TELLS,
        /** Of a deed, yet not enough to know which. */
        SPEAKS,
        /** Of something told before: <em>the attack, this incident</em>. */
        POINTS_BACK,
        /** Of what happens again and again, or of a campaign. */
        PATTERN
    }

    /** How the noun phrase of a mention opens. */
    public enum Opening {
        /** Something known: <em>the raid, Monday's blast, that attack, such crimes</em>. */
        DEFINITE,
        /** Something new: <em>a raid, another strike, three blasts</em>. */
        INDEFINITE,
        /** Neither, or a verb. */
        BARE
    }

    /** Whether its words speak of something known. */
    public boolean isDefinite() {
        return opening == Opening.DEFINITE;
    }

    public IncidentMention {
        targets = List.copyOf(targets);
        perpetrators = List.copyOf(perpetrators);
    }
}
