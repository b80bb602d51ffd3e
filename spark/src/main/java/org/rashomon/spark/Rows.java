package org.rashomon.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rashomon.casefile.Json;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.dossier.Lineage;
import org.rashomon.model.dossier.Omission;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.Incident;

/** A comparison as rows of tables: of the whole, or of parts, whose rows together are those of the whole. */
final class Rows {
    static final String RELATIONS = "relations";

    private Rows() {}

    /**
     * A row.
     *
     * @param key the only one of it in its table
     * @param json the record
     */
    record Row(String table, String key, String json) implements Serializable, Comparable<Row> {
        static Row of(String table, String key, Object record) {
            return new Row(table, key, Json.write(record));
        }

        @Override
        public int compareTo(Row other) {
            return (table + '\0' + key + '\0' + json).compareTo(other.table + '\0' + other.key + '\0' + other.json);
        }
    }

    static List<Row> of(Comparison comparison) {
        List<Row> rows = new ArrayList<>();
        for (ArticleAnalysis analysis : comparison.analyses()) {
            for (Claim claim : analysis.claims()) {
                rows.add(Row.of("claims", claim.id(), claim));
            }
        }
        for (Story story : comparison.stories()) {
            rows.add(Row.of("stories", story.id(), story));
        }
        for (Incident incident : comparison.incidents()) {
            rows.add(Row.of("incidents", incident.id(), incident));
        }
        for (ClaimRelation relation : comparison.relations()) {
            rows.add(of(relation));
        }
        for (Lineage lineage : comparison.lineages()) {
            rows.add(Row.of("lineages", lineage.from() + " " + lineage.to(), lineage));
        }
        for (Omission omission : comparison.omissions()) {
            rows.add(Row.of(
                    "omissions", omission.article() + " " + omission.outlet() + " " + omission.claim(), omission));
        }
        pairs("incident_of_claim", comparison.incidentOf(), rows);
        pairs("incident_of_figure", comparison.incidentOfFigure(), rows);
        agreements(comparison.agreements(), comparison.agreementOf(), rows);
        return rows;
    }

    static void agreements(List<Agreement> agreements, Map<String, String> ofClaim, List<Row> rows) {
        agreements.forEach(agreement -> rows.add(Row.of("agreements", agreement.id(), agreement)));
        pairs("agreement_of_claim", ofClaim, rows);
    }

    private static void pairs(String table, Map<String, String> pairs, List<Row> rows) {
        pairs.forEach((key, value) -> rows.add(Row.of(table, key, value)));
    }

    static Row of(ClaimRelation relation) {
        String subject = relation.kind() == ClaimRelation.Kind.RESTATES
                ? "RESTATES"
                : relation.slot().name();
        return Row.of(RELATIONS, pair(relation) + " " + subject, relation);
    }

    /** The two claims, whichever answers the other. */
    static String pair(ClaimRelation relation) {
        return relation.a().compareTo(relation.b()) < 0
                ? relation.a() + " " + relation.b()
                : relation.b() + " " + relation.a();
    }

    /**
     * What two claims are to each other, from what their incidents, figures and utterances say and from what their agreements do, as one
     * comparison of both would have it: a pair that restates is related in no other way, and of each slot an incident tells first, then an
     * agreement, then a count.
     */
    static List<ClaimRelation> merged(Iterable<ClaimRelation> others, Iterable<ClaimRelation> onAgreements) {
        List<ClaimRelation> merged = new ArrayList<>();
        others.forEach(merged::add);
        for (ClaimRelation relation : onAgreements) {
            boolean decided = merged.stream()
                    .anyMatch(other -> other.kind() == ClaimRelation.Kind.RESTATES
                            || (other.slot() == relation.slot()
                                    && (other.incident() != null || other.agreement() != null)));
            if (!decided) {
                merged.removeIf(other -> other.slot() == relation.slot());
                merged.add(relation);
            }
        }
        return merged;
    }
}
