package org.rashomon.compare.incidents;

import java.util.List;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.model.Actor;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.IncidentMention;

/** Keeps what an outlet tells in its own voice apart from what its sentence attributes to others. */
final class OwnVoice {
    private final Corpus corpus;

    OwnVoice(Corpus corpus) {
        this.corpus = corpus;
    }

    /**
     * The doers that the outlet itself names for a mention outside all claims. An actor that its sentence names only inside what
     * somebody is said to have said is that speaker's accusation, not the outlet's.
     */
    List<Actor> of(IncidentMention mention) {
        ArticleAnalysis analysis = corpus.analysis(mention.article());
        if (mention.sentence() >= analysis.sentences().size()) {
            return mention.perpetrators();
        }
        Span sentence = analysis.sentences().get(mention.sentence()).span();
        List<Claim> claims = analysis.claims().stream()
                .filter(claim -> claim.extent().overlaps(sentence))
                .toList();
        return mention.perpetrators().stream()
                .filter(actor -> !isAttributed(actor, sentence, analysis, claims))
                .toList();
    }

    private boolean isAttributed(Actor actor, Span sentence, ArticleAnalysis analysis, List<Claim> claims) {
        List<Mention> named = analysis.mentions().stream()
                .filter(mention -> sentence.contains(mention.span()))
                .filter(mention -> mention.actor() != null && corpus.sides().same(mention.actor(), actor))
                .toList();
        return !named.isEmpty() && named.stream().allMatch(mention -> isWithin(mention.span(), claims));
    }

    private static boolean isWithin(Span span, List<Claim> claims) {
        return claims.stream()
                .flatMap(claim -> claim.attribution().content().stream())
                .anyMatch(content -> content.contains(span));
    }
}
