package org.rashomon.annotate.speakers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rashomon.annotate.claims.ClaimMaker;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.annotate.places.Places;
import org.rashomon.annotate.syntax.SentenceTagger;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.fitted.Signals;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.nlp.PosTagger;
import org.rashomon.nlp.Reader;
import org.rashomon.pipeline.ArticlePipeline;
import org.rashomon.text.Hashes;
import tools.jackson.databind.ObjectMapper;

/**
 * {@code CandidatesDump ARTICLES OUT}: everybody who was weighed as the one whom a source means, with the signals, a JSON record a line,
 * for {@code training/speakers/fit.py}. Offsets count code points.
 */
public final class CandidatesDump {
    private final ObjectMapper json = new ObjectMapper();
    private final PrintStream out;

    private CandidatesDump(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        NameLexicon names =
                NameLexicon.of(ActorRegistry.standard(), Places.standard().gazetteer());
        SentenceTagger tagger = new SentenceTagger(PosTagger.load());
        try (PrintStream out = new PrintStream(Path.of(arguments[1]).toFile(), StandardCharsets.UTF_8);
                ArticlePipeline pipeline = ArticlePipeline.learned().orElseThrow();
                Reader reader = Reader.load().orElseThrow()) {
            CandidatesDump dump = new CandidatesDump(out);
            ClaimMaker maker = new ClaimMaker(names, dump::weighed);
            Readers.standard().read(List.of(Path.of(arguments[0])), System.in, result -> {
                if (result instanceof ReadResult.Read read) {
                    Article article = read.article();
                    ArticleAnalysis analysis = pipeline.analyse(article);
                    maker.claim(
                            article,
                            tagger.tag(article, analysis.sentences()),
                            analysis.mentions(),
                            analysis.times(),
                            analysis.attributions(),
                            Optional.of(reader.read(article, analysis.sentences())),
                            ClaimMaker.Reasons.NONE);
                }
            });
        }
    }

    private double weighed(String model, Object one, Object other, Signals signals, double share) {
        PersonRanker.Question question = (PersonRanker.Question) one;
        Speaker candidate = (Speaker) other;
        Attribution attribution = question.attribution();
        String text = question.article().text();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("article", question.article().id());
        row.put(
                "claim",
                Hashes.id(
                        "c", question.article().id(), attribution.source(), attribution.cue(), attribution.content()));
        row.put("form", model);
        row.put("source", points(text, attribution.source()));
        row.put(
                "words",
                attribution.source().isEmpty()
                        ? ""
                        : Span.covering(attribution.source()).in(text));
        row.put("cue", points(text, attribution.cue().isEmpty() ? attribution.content() : attribution.cue()));
        row.put("content", points(text, attribution.content()));
        row.put("candidate", candidate.label());
        Actor actor = candidate.actor();
        row.put("known", actor != null);
        row.put("aliases", actor == null ? List.of() : actor.aliases());
        row.put("signals", signals.values());
        out.println(json.writeValueAsString(row));
        return share;
    }

    private static List<List<Integer>> points(String text, List<Span> spans) {
        return spans.stream()
                .map(span -> List.of(text.codePointCount(0, span.start()), text.codePointCount(0, span.end())))
                .toList();
    }
}
