package org.rashomon.model.dossier;

import java.util.List;
import org.rashomon.model.Rejected;
import org.rashomon.model.Run;

/** Everything that a run found: the articles with their analyses, what comparison adds, and what could not be read. */
public record Dossier(Run run, Comparison comparison, List<Rejected> rejected) {
    public Dossier {
        rejected = List.copyOf(rejected);
    }

    /** In the order of input. */
    public List<ArticleAnalysis> analyses() {
        return comparison.analyses();
    }
}
