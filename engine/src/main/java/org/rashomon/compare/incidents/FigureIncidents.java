package org.rashomon.compare.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.model.Span;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.IncidentMention;

/**
 * Which incident a count belongs to: the one told nearest in its sentence, else the one its claim is about, else, where it is one of
 * the dead or injured in a claim, the only one that the article told of in the sentences before.
 */
final class FigureIncidents {
    /** Sentences before a count in which its incident may stand. */
    private static final int SENTENCES_OF_A_TOLL = 4;

    private final Corpus corpus;
    private final Set<IncidentProfile> incidents;
    private final Map<String, IncidentProfile> primary;

    /** {@code primary} leads from a claim to the incident that it is about. */
    FigureIncidents(Corpus corpus, Set<IncidentProfile> incidents, Map<String, IncidentProfile> primary) {
        this.corpus = corpus;
        this.incidents = incidents;
        this.primary = primary;
    }

    /** The incident of each figure that belongs to one, by the figure's id. */
    Map<String, IncidentProfile> byFigure() {
        Map<String, List<Nearby>> bySentence = new HashMap<>();
        for (IncidentProfile profile : incidents) {
            for (IncidentMention mention : profile.mentions()) {
                bySentence
                        .computeIfAbsent(mention.article() + " " + mention.sentence(), key -> new ArrayList<>())
                        .add(new Nearby(mention.span(), profile));
            }
        }
        Map<String, IncidentProfile> ofFigure = new TreeMap<>();
        for (ArticleAnalysis analysis : corpus.analyses()) {
            for (Figure figure : analysis.figures()) {
                if (figure.cumulative()) {
                    continue;
                }
                int at = corpus.sentenceAt(figure.article(), figure.span().start());
                IncidentProfile profile = bySentence.getOrDefault(figure.article() + " " + at, List.of()).stream()
                        .min(Comparator.comparingInt((Nearby nearby) -> nearby.distance(figure.span())))
                        .map(Nearby::profile)
                        .orElseGet(() -> figure.claim() == null ? null : primary.get(figure.claim()));
                if (profile == null && figure.claim() != null && isHarm(figure)) {
                    profile = only(figure.article(), at, bySentence);
                }
                if (profile != null) {
                    ofFigure.put(figure.id(), profile);
                }
            }
        }
        return ofFigure;
    }

    private static boolean isHarm(Figure figure) {
        return switch (figure.unit()) {
            case KILLED, INJURED, CASUALTY -> true;
            default -> false;
        };
    }

    /** The one incident told in the sentences before, where it is one. */
    private static @Nullable IncidentProfile only(String article, int sentence, Map<String, List<Nearby>> bySentence) {
        Set<IncidentProfile> told = new HashSet<>();
        for (int i = Math.max(0, sentence - SENTENCES_OF_A_TOLL); i < sentence; i++) {
            bySentence.getOrDefault(article + " " + i, List.of()).forEach(nearby -> told.add(nearby.profile()));
        }
        return told.size() == 1 ? told.iterator().next() : null;
    }

    private record Nearby(Span span, IncidentProfile profile) {
        int distance(Span other) {
            return span.overlaps(other) ? 0 : Math.max(other.start() - span.end(), span.start() - other.end());
        }
    }
}
