package org.rashomon.casefile;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;
import org.rashomon.model.Run;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.events.IncidentEdit;

/** What reads, analyses and compares for a case. Thread-safe. */
public interface Workshop {
    /** What makes the analyses. */
    Run run();

    /** Gives every result of the inputs to the sink, in order, one at a time, on the calling thread. */
    void read(List<Path> inputs, Consumer<ReadResult> sink);

    /**
     * Analyses articles, several at once.
     *
     * @param articles asked for the next one while there is room for it
     * @param done takes each analysis, in order, on the calling thread
     * @return those that could not be analysed
     */
    List<Rejected> analyse(Iterable<Article> articles, Consumer<ArticleAnalysis> done);

    /** Compares what the articles say, with what people decided on incidents. */
    Comparison compare(List<ArticleAnalysis> analyses, List<IncidentEdit> edits);
}
