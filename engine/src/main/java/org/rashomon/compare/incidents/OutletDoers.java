package org.rashomon.compare.incidents;

import java.util.List;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.words.CreditingWords;
import org.rashomon.words.SourceWords;

/** Keeps what an outlet tells in its own voice apart from what its sentence attributes to others. */
final class OutletDoers {
    private static final String OR = "or";
    /** How many words may part two names that an "or" joins. */
    private static final int JOINED = 6;

    private final Corpus corpus;

    OutletDoers(Corpus corpus) {
        this.corpus = corpus;
    }

    /**
     * The doers that the outlet itself names for a mention outside all claims, in a sentence that credits nobody and tells of one deed. An
     * actor that its sentence names only inside what somebody is said to have said is that speaker's accusation, not the outlet's; and of
     * <em>Syrian or Russian aircraft</em> the words leave open which, so that neither is named.
     */
    List<Actor> of(IncidentMention mention) {
        ArticleAnalysis analysis = corpus.analysis(mention.article());
        if (mention.perpetrators().isEmpty()
                || mention.sentence() >= analysis.sentences().size()) {
            return mention.perpetrators();
        }
        Span sentence = analysis.sentences().get(mention.sentence()).span();
        if (mention.plural()
                || CreditingWords.standIn(sentence.in(analysis.article().text()))) {
            return List.of();
        }
        List<Claim> claims = analysis.claims().stream()
                .filter(claim -> claim.extent().overlaps(sentence))
                .toList();
        // forces loyal to somebody are not that person
        List<Actor> doers = mention.perpetrators().stream()
                .filter(actor -> actor.type() != ActorType.PERSON)
                .filter(actor -> !isAttributed(actor, sentence, analysis, claims))
                .toList();
        return doers.size() > 1 && leavesOpen(doers, sentence, analysis) ? List.of() : doers;
    }

    private boolean leavesOpen(List<Actor> doers, Span sentence, ArticleAnalysis analysis) {
        List<Mention> named = named(doers, sentence, analysis);
        String text = analysis.article().text();
        for (int i = 1; i < named.size(); i++) {
            int from = named.get(i - 1).span().end();
            int to = Math.max(from, named.get(i).span().start());
            List<String> between = SourceWords.words(text.substring(from, to));
            if (between.size() <= JOINED && between.contains(OR)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAttributed(Actor actor, Span sentence, ArticleAnalysis analysis, List<Claim> claims) {
        List<Mention> named = named(List.of(actor), sentence, analysis);
        return !named.isEmpty() && named.stream().allMatch(mention -> isWithin(mention.span(), claims));
    }

    /** Where a sentence names somebody of their sides. */
    private List<Mention> named(List<Actor> actors, Span sentence, ArticleAnalysis analysis) {
        return analysis.mentions().stream()
                .filter(mention -> sentence.contains(mention.span()))
                .filter(mention -> mention.actor() != null && corpus.sides().contains(actors, mention.actor()))
                .toList();
    }

    private static boolean isWithin(Span span, List<Claim> claims) {
        return claims.stream()
                .flatMap(claim -> claim.attribution().content().stream())
                .anyMatch(content -> content.contains(span));
    }
}
