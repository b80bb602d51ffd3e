package org.rashomon.model;

import java.util.List;

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
}
