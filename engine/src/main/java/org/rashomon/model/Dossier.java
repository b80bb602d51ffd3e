package org.rashomon.model;

import java.util.List;

/**
 * Everything that a run found: the articles with their analyses, what comparison adds, and what could not be read.
 *
 * @param analyses in the order of input
 */
public record Dossier(Run run, List<ArticleAnalysis> analyses, Comparison comparison, List<Rejected> rejected) {
    public Dossier {
        analyses = List.copyOf(analyses);
        rejected = List.copyOf(rejected);
    }
}
