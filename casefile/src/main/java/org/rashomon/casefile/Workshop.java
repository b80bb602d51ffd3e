package org.rashomon.casefile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.rashomon.model.Actor;
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

    /**
     * Gives every result of the inputs to the sink, in order, one at a time, on the calling thread.
     *
     * @param opened hears of each file before its results: its name as articles have it, and where it lies
     */
    void read(List<Path> inputs, BiConsumer<String, Path> opened, Consumer<ReadResult> sink);

    /**
     * Analyses articles, several at once.
     *
     * @param done takes each analysis, in the order in which they were added, on the thread that adds
     */
    Bench bench(Consumer<ArticleAnalysis> done, Consumer<Rejected> broken);

    /** Articles in, analyses out. */
    interface Bench extends AutoCloseable {
        /** Waits while there is no room. */
        void add(Article article);

        /** Waits until all are done. */
        void finish();

        @Override
        void close();
    }

    /** The actor of an id or a name, where the tables of the program have one. */
    Optional<Actor> actor(String idOrName);

    /** Compares what the articles say, with what people decided on incidents. */
    Comparison compare(List<ArticleAnalysis> analyses, List<IncidentEdit> edits);
}
