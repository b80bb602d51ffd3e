package org.rashomon.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Article;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.events.IncidentMention;

/**
 * What a correction rests on: words of one text. Where the text is another one it holds no more; it is never moved.
 *
 * @param article id of the article
 * @param sha256 of the article's text
 * @param span UTF-16 code units into that text
 * @param exact the words there
 * @param source the words that name who says it, where a claim is meant: two claims may share their content, as those of two speakers
 *     do; null for other words, empty where a claim has no source
 */
public record Anchor(
        String article,
        String sha256,
        Span span,
        String exact,
        @Nullable String source) {

    /** Words of an article. */
    public static Anchor of(Article article, Span span) {
        return new Anchor(article.id(), article.sha256(), span, span.in(article.text()), null);
    }

    /** A claim, by its content. */
    public static Anchor of(Article article, Claim claim) {
        Span span = Span.covering(claim.attribution().content());
        return new Anchor(article.id(), article.sha256(), span, span.in(article.text()), source(article, claim));
    }

    /** The claim of an id; empty where the dossier has none such. */
    public static Optional<Anchor> ofClaim(Dossier dossier, String claim) {
        return dossier.analyses().stream()
                .flatMap(analysis -> analysis.claims().stream()
                        .filter(one -> one.id().equals(claim))
                        .map(one -> of(analysis.article(), one)))
                .findFirst();
    }

    /** The incident of an id, by its first mention; empty where the dossier has none such. */
    public static Optional<Anchor> ofIncident(Dossier dossier, String incident) {
        return mentions(dossier, incident).stream().findFirst();
    }

    /** All mentions of an incident, by article and place in it. */
    public static List<Anchor> mentions(Dossier dossier, String incident) {
        return dossier.comparison().incidents().stream()
                .filter(one -> one.id().equals(incident))
                .flatMap(one -> one.mentions().stream())
                .sorted(Comparator.comparing(IncidentMention::article).thenComparing(IncidentMention::span))
                .flatMap(mention -> dossier.analyses().stream()
                        .map(ArticleAnalysis::article)
                        .filter(article -> article.id().equals(mention.article()))
                        .map(article -> of(article, mention.span())))
                .toList();
    }

    /** Whether these words stand there in this very text. */
    public boolean holdsIn(Article text) {
        return sha256.equals(text.sha256())
                && span.end() <= text.text().length()
                && span.in(text.text()).equals(exact);
    }

    /** The claims that this means: of the same content, and of the same source where several share it. */
    List<Claim> claims(ArticleAnalysis analysis) {
        List<Claim> same = analysis.claims().stream()
                .filter(claim -> Span.covering(claim.attribution().content()).equals(span))
                .toList();
        List<Claim> sourced = same.stream()
                .filter(claim -> source(analysis.article(), claim).equals(source))
                .toList();
        return same.size() > 1 ? sourced : same;
    }

    private static String source(Article article, Claim claim) {
        return Stream.of(claim.attribution().source())
                .flatMap(List::stream)
                .map(part -> part.in(article.text()))
                .reduce((a, b) -> a + " … " + b)
                .orElse("");
    }
}
