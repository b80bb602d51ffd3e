package org.rashomon.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rashomon.casefile.Workshop;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;
import org.rashomon.model.Run;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.events.IncidentEdit;

/** The program's parts, as a case wants them. */
record CaseWorkshop(
        ReadService.Source source,
        Function<Article, ArticleAnalysis> analyse,
        BiFunction<List<ArticleAnalysis>, List<IncidentEdit>, Comparison> compare,
        ActorRegistry actors,
        Run run,
        Limits limits)
        implements Workshop {

    @Override
    public void read(List<Path> inputs, BiConsumer<String, Path> opened, Consumer<ReadResult> sink) {
        source.read(inputs, opened, sink);
    }

    @Override
    public Bench bench(Consumer<ArticleAnalysis> done, Consumer<Rejected> broken) {
        Analyser analyser = new Analyser(analyse, limits, done);
        return new Bench() {
            private int told;

            @Override
            public void add(Article article) {
                analyser.add(article);
            }

            @Override
            public void finish() {
                analyser.finish();
                List<Rejected> all = analyser.broken();
                all.subList(told, all.size()).forEach(broken);
                told = all.size();
            }

            @Override
            public void close() {
                analyser.close();
            }
        };
    }

    /** An id that nobody has is nobody; a name that no table has is somebody new. */
    @Override
    public Optional<Actor> actor(String idOrName) {
        Optional<Actor> known = actors.byId(idOrName).or(() -> actors.byAlias(idOrName));
        return known.isPresent() || idOrName.matches("[a-z-]+:\\S+")
                ? known
                : Optional.of(actors.personNamed(idOrName));
    }

    @Override
    public Comparison compare(List<ArticleAnalysis> analyses, List<IncidentEdit> edits) {
        return compare.apply(analyses, edits);
    }
}
