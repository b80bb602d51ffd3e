package org.rashomon.export.lookup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rashomon.model.ActorType;
import org.rashomon.model.Bisection;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.SpanIndex;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.words.CreditingWords;

/**
 * The proof that an outlet says something <em>in its own voice</em>: its sentence credits nobody, anywhere. No attribution that was
 * found, voiced or not, touches the sentence; it holds no quotation mark, no word that may credit somebody and no outlet's name.
 * Where the proof fails, nothing follows: whose words they are is not determined.
 */
public final class OwnVoice {
    /** What stands where the proof fails. */
    public static final String UNDETERMINED = "whose words these are is not determined";

    private final DossierIndex index;
    /** By article, what may credit somebody: attributions, and names of outlets. */
    private final Map<String, SpanIndex<Span>> crediting = new HashMap<>();

    public OwnVoice(DossierIndex index) {
        this.index = index;
    }

    /** Whether the outlet of {@code article} says in its own voice what stands at {@code span}. */
    public boolean isProved(String article, Span span) {
        Span sentence = sentence(article, span);
        return crediting
                        .computeIfAbsent(article, this::crediting)
                        .touching(sentence)
                        .isEmpty()
                && !CreditingWords.standIn(sentence.in(index.article(article).text()));
    }

    /** The sentence that holds {@code span}, else the span itself. */
    public Span sentence(String article, Span span) {
        List<Sentence> sentences = index.analysis(article).sentences();
        int at = Bisection.first(sentences.size(), i -> sentences.get(i).span().end() >= span.end());
        if (at < sentences.size() && sentences.get(at).span().contains(span)) {
            return sentences.get(at).span();
        }
        return span;
    }

    private SpanIndex<Span> crediting(String article) {
        ArticleAnalysis analysis = index.analysis(article);
        Stream<Span> attributed = Stream.concat(
                        analysis.attributions().stream(),
                        analysis.claims().stream().map(claim -> claim.attribution()))
                .flatMap(OwnVoice::spans);
        Stream<Span> outlets =
                analysis.mentions().stream().filter(OwnVoice::isOutlet).map(Mention::span);
        return SpanIndex.of(Stream.concat(attributed, outlets).distinct().toList(), span -> span);
    }

    private static boolean isOutlet(Mention mention) {
        return mention.actor() != null && mention.actor().type() == ActorType.OUTLET;
    }

    private static Stream<Span> spans(Attribution attribution) {
        return Stream.of(attribution.source(), attribution.cue(), attribution.content())
                .flatMap(List::stream);
    }
}
