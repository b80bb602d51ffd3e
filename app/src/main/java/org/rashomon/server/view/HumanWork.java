package org.rashomon.server.view;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.rashomon.casefile.Anchor;
import org.rashomon.casefile.Correction;
import org.rashomon.casefile.Draft;
import org.rashomon.casefile.OpenCase;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Dossier;

/** What people settled, in words, by claim: <em>speaker set by Ana, 2 June 2026 (was “he”)</em>. */
final class HumanWork {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private HumanWork() {}

    /** @param names of actors, by id */
    static Map<String, String> of(Dossier dossier, OpenCase open, Map<String, String> names) {
        Map<String, ArticleAnalysis> articles = new HashMap<>();
        dossier.analyses().forEach(analysis -> articles.put(analysis.article().id(), analysis));
        Map<String, List<String>> words = new HashMap<>();
        for (Correction correction : open.corrections()) {
            if (correction.state() == Correction.State.LIVE) {
                for (Anchor anchor : correction.draft().anchors()) {
                    ArticleAnalysis analysis = articles.get(anchor.article());
                    if (analysis != null && anchor.holdsIn(analysis.article())) {
                        analysis.claims().stream()
                                .filter(claim -> isAt(claim, anchor))
                                .forEach(claim -> words.computeIfAbsent(claim.id(), id -> new ArrayList<>())
                                        .add(words(correction, names)));
                    }
                }
            }
        }
        Map<String, String> human = new HashMap<>();
        for (String claim : open.humanClaims()) {
            human.put(
                    claim,
                    words.containsKey(claim)
                            ? String.join("; ", Objects.requireNonNull(words.get(claim)))
                            : "settled by a person");
        }
        return human;
    }

    /** <em>2 June 2026</em>. */
    static String day(java.time.Instant at) {
        return DAY.format(at);
    }

    private static boolean isAt(Claim claim, Anchor anchor) {
        return Span.covering(claim.attribution().content()).equals(anchor.span());
    }

    private static String words(Correction correction, Map<String, String> names) {
        String what = switch (correction.draft().kind()) {
            case SPEAKER -> correction.draft().values().isEmpty() ? "speaker left open" : "speaker set";
            case ACT -> "act set";
            case TARGET -> "of whom set";
            case NO_CLAIM -> "said to be no claim";
            case OTHER_INCIDENT -> "moved to another incident";
            case MERGE, SPLIT -> "incidents told apart";
            case RELATION_RIGHT, RELATION_WRONG -> "relation judged";
            case NOTE -> "note";
        };
        String before = correction.before().stream()
                .map(value -> names.getOrDefault(value, value))
                .collect(Collectors.joining(", "));
        String note = correction.draft().note();
        return what + " by " + correction.author() + ", " + DAY.format(correction.at())
                + (before.isEmpty() || correction.draft().kind() == Draft.Kind.NOTE ? "" : " (was " + before + ")")
                + (note == null ? "" : ": " + note);
    }
}
