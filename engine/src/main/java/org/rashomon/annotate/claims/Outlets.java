package org.rashomon.annotate.claims;

import java.util.List;
import java.util.Optional;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;

/** Which names are those of outlets: of the registry, or by their words, as <em>the Selm Herald, Radio Selm</em>. */
final class Outlets {
    private static final PhrasePattern MASTHEAD = PhrasePattern.of("en/claim-constructions.tsv", "masthead");

    private final Article article;
    private final Mentions mentions;

    Outlets(Article article, Mentions mentions) {
        this.article = article;
        this.mentions = mentions;
    }

    /** The name of the first outlet among words. */
    Optional<String> in(int from, int to) {
        return in(mentions.between(from, to));
    }

    Optional<String> in(List<Mention> inside) {
        return inside.stream().flatMap(mention -> name(mention).stream()).findFirst();
    }

    /** Whether somebody is named between two places. */
    boolean names(Actor actor, int from, int to) {
        return mentions.between(from, to).stream()
                .map(Mention::actor)
                .anyMatch(named -> named != null && named.id().equals(actor.id()));
    }

    /** Whether a source is an outlet, or its report. */
    boolean isOutlet(Span source) {
        return in(source.start(), source.end()).isPresent();
    }

    private Optional<String> name(Mention mention) {
        if (mention.actor() != null && mention.actor().type() == ActorType.OUTLET) {
            return Optional.of(mention.actor().name());
        }
        boolean body = mention.type() == EntityType.ORG
                && (mention.actor() == null || mention.actor().type() == ActorType.ORGANISATION);
        String words = mention.span().in(article.text());
        if (!body || !MASTHEAD.is(TextWords.of(words))) {
            return Optional.empty();
        }
        return Optional.of(mention.actor() == null ? words : mention.actor().name());
    }
}
