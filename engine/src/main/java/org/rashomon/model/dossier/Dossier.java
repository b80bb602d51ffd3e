package org.rashomon.model.dossier;

import java.util.List;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;
import org.rashomon.model.Run;

/**
 * Everything that a run found: the articles with their analyses, what comparison adds, and what could not be read.
 *
 * @param duplicates what was read before in the run, and is kept once
 * @param skipped what files hold beside articles, passed over by rule
 */
public record Dossier(
        Run run,
        Comparison comparison,
        List<Rejected> rejected,
        List<ReadResult.Duplicate> duplicates,
        List<ReadResult.Skipped> skipped) {
    public Dossier {
        rejected = List.copyOf(rejected);
        duplicates = List.copyOf(duplicates);
        skipped = List.copyOf(skipped);
    }

    /** Of inputs that hold nothing but articles, each once. */
    public Dossier(Run run, Comparison comparison, List<Rejected> rejected) {
        this(run, comparison, rejected, List.of(), List.of());
    }

    /** In the order of input. */
    public List<ArticleAnalysis> analyses() {
        return comparison.analyses();
    }
}
