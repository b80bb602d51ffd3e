package org.rashomon.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.claims.Act;
import org.rashomon.model.dossier.ClaimRelation;

/**
 * What somebody wants to correct.
 *
 * @param anchors the words it rests on; the first is what is corrected
 * @param values what is to stand there, as the kind has it
 * @param note why, for people, or null
 */
public record Draft(
        Kind kind,
        List<Anchor> anchors,
        List<String> values,
        @Nullable String note) {
    public Draft {
        anchors = List.copyOf(anchors);
        values = List.copyOf(values);
    }

    /** What can be corrected. */
    public enum Kind {
        /** Who makes a claim: one anchor, the claim; the id or the name of an actor, or no value where it cannot be told. */
        SPEAKER,
        /** What is done with a claim: one anchor; the name of an {@link Act}. */
        ACT,
        /** Whom the act is aimed at: one anchor; ids or names of actors, none where it is aimed at nobody. */
        TARGET,
        /** What was taken for a claim is none: one anchor. */
        NO_CLAIM,
        /** What a claim is about: the claim and a mention of the right incident, or the claim alone where it is about none. */
        OTHER_INCIDENT,
        /** Two incidents are one: a mention of each. */
        MERGE,
        /** Some mentions of an incident are of another: those mentions. */
        SPLIT,
        /** A relation holds: its two claims; its kind and slot. */
        RELATION_RIGHT,
        /** A relation does not hold and is not shown: its two claims; its kind and slot. */
        RELATION_WRONG,
        /** Something to be remembered of some words: one anchor, and a note. */
        NOTE
    }

    /** @param actor its id or name; null where it cannot be told */
    public static Draft speaker(Anchor claim, @Nullable String actor, @Nullable String note) {
        return new Draft(Kind.SPEAKER, List.of(claim), actor == null ? List.of() : List.of(actor), note);
    }

    public static Draft act(Anchor claim, Act act, @Nullable String note) {
        return new Draft(Kind.ACT, List.of(claim), List.of(act.name()), note);
    }

    /** @param actors ids or names; empty for nobody */
    public static Draft target(Anchor claim, List<String> actors, @Nullable String note) {
        return new Draft(Kind.TARGET, List.of(claim), actors, note);
    }

    public static Draft noClaim(Anchor claim, @Nullable String note) {
        return new Draft(Kind.NO_CLAIM, List.of(claim), List.of(), note);
    }

    /** @param mention of the incident that the claim is about; null for none */
    public static Draft otherIncident(Anchor claim, @Nullable Anchor mention, @Nullable String note) {
        return new Draft(
                Kind.OTHER_INCIDENT, mention == null ? List.of(claim) : List.of(claim, mention), List.of(), note);
    }

    /** Incidents, a mention of each. */
    public static Draft merge(Anchor one, Anchor other, @Nullable String note) {
        return new Draft(Kind.MERGE, List.of(one, other), List.of(), note);
    }

    /** @param mentions those that are to be an incident of their own */
    public static Draft split(List<Anchor> mentions, @Nullable String note) {
        return new Draft(Kind.SPLIT, mentions, List.of(), note);
    }

    /** @param right whether it holds */
    public static Draft relation(
            boolean right,
            Anchor a,
            Anchor b,
            ClaimRelation.Kind kind,
            ClaimRelation.Slot slot,
            @Nullable String note) {
        return new Draft(
                right ? Kind.RELATION_RIGHT : Kind.RELATION_WRONG,
                List.of(a, b),
                List.of(kind.name(), slot.name()),
                note);
    }

    public static Draft note(Anchor words, String note) {
        return new Draft(Kind.NOTE, List.of(words), List.of(), note);
    }
}
