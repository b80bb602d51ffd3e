package org.rashomon.model.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.TimeInterval;

/**
 * A ledger entry: what the articles say about one agreement. It has no status of its own; every part is somebody's words.
 *
 * @param id content hash of its mentions
 * @param names the names used, most used first
 * @param story id of the story most of its mentions belong to
 */
public record Agreement(
        String id,
        List<String> names,
        AgreementMention.Kind kind,
        AgreementMention.Form form,
        @Nullable TimeInterval date,
        @Nullable TimeInterval inForceFrom,
        List<Participation> participations,
        List<Obligation> obligations,
        List<ViolationClaim> violationClaims,
        List<Reply> responses,
        List<StatusClaim> statusClaims,
        List<AgreementMention> mentions,
        String story) {
    public Agreement {
        names = List.copyOf(names);
        participations = List.copyOf(participations);
        obligations = List.copyOf(obligations);
        violationClaims = List.copyOf(violationClaims);
        responses = List.copyOf(responses);
        statusClaims = List.copyOf(statusClaims);
        mentions = List.copyOf(mentions);
    }

    /** Whether more is told of it than that there is one: a duty, a party, or that somebody broke it. */
    public boolean isTold() {
        return !obligations.isEmpty()
                || !violationClaims.isEmpty()
                || participations.stream().anyMatch(part -> part.role() == Participation.Role.PARTY);
    }

    /**
     * A claim that the agreement was broken.
     *
     * @param claimant the speaker's label
     * @param alleged who is said to have broken it, or null when nobody is named
     * @param obligation id of the obligation meant, or null for the whole
     */
    public record ViolationClaim(
            String claim,
            String claimant,
            @Nullable String alleged,
            @Nullable String obligation) {}

    /** A claim that answers a violation claim. */
    public record Reply(String claim, String claimant, AgreementStatement.Response kind) {}

    /**
     * A claim about the agreement's being in force.
     *
     * @param asOf the day it speaks of, or null
     */
    public record StatusClaim(
            String claim,
            String claimant,
            AgreementStatement.Status status,
            @Nullable TimeInterval asOf) {}
}
