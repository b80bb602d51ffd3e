package org.rashomon.model.dossier;

import java.util.List;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.IncidentMention;

/** All that one article yields on its own. Lists are in order of text. */
public record ArticleAnalysis(
        Article article,
        List<Sentence> sentences,
        List<Mention> mentions,
        List<TimeExpression> times,
        List<Attribution> attributions,
        List<Claim> claims,
        List<Figure> figures,
        List<IncidentMention> incidentMentions,
        List<AgreementMention> agreementMentions,
        List<AgreementStatement> agreementStatements) {
    public ArticleAnalysis {
        sentences = List.copyOf(sentences);
        mentions = List.copyOf(mentions);
        times = List.copyOf(times);
        attributions = List.copyOf(attributions);
        claims = List.copyOf(claims);
        figures = List.copyOf(figures);
        incidentMentions = List.copyOf(incidentMentions);
        agreementMentions = List.copyOf(agreementMentions);
        agreementStatements = List.copyOf(agreementStatements);
    }

    /** The analysis of an article that is kept as text, because nothing here can read its language. */
    public static ArticleAnalysis textOnly(Article article) {
        return new ArticleAnalysis(
                article, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }

    /** Whether the article is kept as text and no claim is made of it. */
    public boolean isTextOnly() {
        return sentences.isEmpty();
    }
}
