package org.rashomon.export.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rashomon.export.page.Page.Answer;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.Incident;

/** One answer to <em>who did it</em> while its column fills. */
final class AnswerDraft {
    /** What kind of answer it is. */
    enum Kind {
        /** These did it, together where they are several. */
        DOERS,
        /** One of these did it, and the words leave open which. */
        ONE_OF,
        /** Nobody did it: another cause. */
        CAUSE,
        /** A denial that answers nothing that was found, under the one whom it clears. */
        CLEARED,
        /** Nobody is named. */
        NO_ONE
    }

    final Kind kind;
    final List<Actor> doers;
    final String name;
    /** What is claimed, by utterance. */
    final Map<String, Claim> claims = new LinkedHashMap<>();
    /** What outlets tell in their own voice, by article. */
    final Map<String, Incident.Account> ownVoice = new LinkedHashMap<>();
    /** What stands outside all claims, in sentences that credit somebody, by article: it is nobody's word for sure. */
    final Map<String, Incident.Account> undetermined = new LinkedHashMap<>();

    final Map<String, List<Answer>> answers = new LinkedHashMap<>();
    final List<Answer> apart = new ArrayList<>();

    AnswerDraft(Kind kind, List<Actor> doers, String name) {
        this.kind = kind;
        this.doers = List.copyOf(doers);
        this.name = name;
    }

    static AnswerDraft of(Kind kind, List<Actor> doers) {
        String link = kind == Kind.ONE_OF ? " or " : " and ";
        return new AnswerDraft(
                kind, doers, doers.stream().map(AnswerDraft::shown).collect(Collectors.joining(link)));
    }

    private static String shown(Actor doer) {
        return doer.type() == ActorType.GOVERNMENT ? doer.name() + " (government)" : doer.name();
    }

    /** Whether anybody who is determined gives this answer. */
    boolean isGiven() {
        return !claims.isEmpty() || !ownVoice.isEmpty();
    }

    int accounts() {
        return claims.size() + ownVoice.size() + undetermined.size();
    }

    /** The answers that were given first, then denials of what nobody says, then accounts that name no one. */
    int rank() {
        return switch (kind) {
            case DOERS, ONE_OF, CAUSE -> 0;
            case CLEARED -> 1;
            case NO_ONE -> 2;
        };
    }

    String heading() {
        boolean accused = claims.values().stream().anyMatch(claim -> claim.act() == Act.ACCUSE);
        boolean admitted = !claims.isEmpty()
                && ownVoice.isEmpty()
                && claims.values().stream().allMatch(claim -> claim.act() == Act.ADMIT);
        return switch (kind) {
            case DOERS ->
                !isGiven()
                        ? "Named beside the deed"
                        : accused ? "Blamed" : admitted ? "Says it did it" : "Named as the doer";
            case ONE_OF -> "One of these, the words leave open which";
            case CAUSE -> "Another cause";
            case CLEARED, NO_ONE -> "";
        };
    }

    /** How many say so and how many deny it: speakers, and outlets in their own voice. */
    String tally() {
        int said = (int) claims.values().stream()
                        .map(ClaimLines::speakerKey)
                        .distinct()
                        .count()
                + ownVoice.size();
        TreeSet<String> deniers = new TreeSet<>();
        answers.values().stream()
                .flatMap(List::stream)
                .forEach(answer -> deniers.add(answer.line().who()));
        List<String> tally = new ArrayList<>();
        if (said > 0) {
            tally.add("said by " + said);
        }
        if (!deniers.isEmpty()) {
            tally.add("denied by " + deniers.size());
        }
        return String.join(" · ", tally);
    }
}
