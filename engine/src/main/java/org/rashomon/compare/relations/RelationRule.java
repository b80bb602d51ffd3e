package org.rashomon.compare.relations;

import java.util.List;
import java.util.Optional;
import org.rashomon.model.Span;
import org.rashomon.model.dossier.ClaimRelation.Kind;
import org.rashomon.model.dossier.ClaimRelation.Slot;

/**
 * Decides how two claims about one subject bear on each other, as far as one slot goes.
 *
 * <p>To add a relation: (1) a constant with a sentence of definition in {@link Kind}, unless one fits; (2) a class here that
 * implements this interface and has no state; it says nothing ({@link Optional#empty()}) wherever the words do not decide, and
 * returns {@link Kind#UNDETERMINED} only where a reader would expect an answer; (3) its line in the list below that its subject
 * asks for, before any rule of the same slot that it should win over; (4) tests with pairs of sentences that are related and pairs that look so and
 * are not.
 */
interface RelationRule {

    /** Rules for two claims about one incident, in order; for each slot of a pair the first finding counts. */
    List<RelationRule> ON_INCIDENTS = List.of(
            new DenialRule(), new CounterAttributionRule(), new CauseRule(), new CorroborationRule(), new FigureRule());

    /** Rules for two claims about one agreement, likewise. */
    List<RelationRule> ON_AGREEMENTS = List.of(new CommitmentRule(), new StatusRule());

    /** Rules for two counts over one place and period, likewise. */
    List<RelationRule> ON_COUNTS = List.of(new FigureRule());

    /** {@code a} is the earlier claim. Neither is null, and they are never the same claim. */
    Optional<Finding> relate(Stance a, Stance b);

    /**
     * What a rule found.
     *
     * @param a the claim that is answered, where the kind has a direction
     * @param reason one sentence for people
     * @param score 0 to 1
     */
    record Finding(Stance a, Stance b, Kind kind, Slot slot, Span aSpan, Span bSpan, String reason, double score) {

        static Optional<Finding> of(Stance a, Stance b, Kind kind, Slot slot, String reason, double score) {
            return Optional.of(new Finding(a, b, kind, slot, a.words(), b.words(), reason, score));
        }

        /** The same between two other reports of what both say. */
        Finding between(Stance one, Stance other) {
            return new Finding(one, other, kind, slot, one.words(), other.words(), reason, score);
        }
    }
}
