package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.annotate.syntax.SpanWords;
import org.rashomon.model.Article;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Attribution.QuoteType;

/** Attributions within what others are said to have said: Kirby said [Kerry told Lavrov that …]. */
final class Nesting {
    private static final PhrasePattern INSTRUCTING = PhrasePattern.of("en/claim-constructions.tsv", "instructing");
    private static final PhrasePattern TO_DO = PhrasePattern.of("en/claim-constructions.tsv", "to-do");
    private static final CueLexicon LEXICON = CueLexicon.load();
    /** How many attributions before and after one can nest with it: those of its paragraph, at most this many. */
    static final int NEIGHBOURS = 24;

    private Nesting() {}

    /** Whether all that is said is another's saying: Kirby said [Kerry told Lavrov that …]. */
    static boolean isOuter(Article article, List<Attribution> attributions, int outer) {
        Attribution whole = attributions.get(outer);
        return near(attributions, outer, outer + NEIGHBOURS)
                .anyMatch(inner -> !inner.source().isEmpty()
                        && nests(whole, inner)
                        && !isReproach(article, inner)
                        && !isReporters(article, inner)
                        && leading(whole, inner));
    }

    /** "told them to fire": what one is said to have told another to do is the reporter's word, not the instructor's. */
    private static boolean isInstruction(Article article, Attribution a) {
        return INSTRUCTING.in(TextWords.of(SpanWords.of(article, a.cue())))
                && TO_DO.opens(TextWords.of(SpanWords.of(article, a.content())));
    }

    /** "Lund said Torvia welcomed the deal": what a body is said to think of something, in none of its own words. */
    private static boolean isAttitude(Article article, Attribution a) {
        return a.quote() == QuoteType.INDIRECT
                && LEXICON.lookup(SpanWords.of(article, a.cue()))
                        .filter(cue -> cue.wordClass() == CueLexicon.WordClass.VERB && cue.act() == Act.APPRAISE)
                        .isPresent()
                && !SpanWords.of(article, a.content()).startsWith("that ");
    }

    /** "blamed Lund for saying that …", "rejected an appeal by Lund": whoever judges her words is no way by which they came. */
    static boolean isReproach(Article article, Attribution inner) {
        if (inner.source().isEmpty()) {
            return false;
        }
        String behind = article.text()
                .substring(
                        Math.min(inner.cue().get(0).end(), inner.source().get(0).start()),
                        inner.source().get(0).start());
        if (behind.equals(" by ") || behind.equals(" from ")) {
            return true;
        }
        int cue = inner.cue().get(0).start();
        return article.text().startsWith(" for ", inner.source().get(0).end())
                && inner.source().get(0).end() + " for ".length() == cue;
    }

    private static boolean isReporters(Article article, Attribution a) {
        return isInstruction(article, a) || isAttitude(article, a);
    }

    /** Whether an attribution is part of what another says, and says in the reporter's words what its own source told or thought. */
    static boolean isReported(Article article, List<Attribution> attributions, int inner) {
        Attribution part = attributions.get(inner);
        return isReporters(article, part) && near(attributions, inner, inner).anyMatch(outer -> nests(outer, part));
    }

    /** Whether the attribution names nobody and only spells out what a named source said: according to X, it was reported … */
    static boolean isSourcelessInner(List<Attribution> attributions, int inner) {
        Attribution part = attributions.get(inner);
        return part.source().isEmpty()
                && !part.cue().isEmpty()
                && near(attributions, inner, inner + NEIGHBOURS).anyMatch(outer -> nests(outer, part));
    }

    /** The attributions from {@link #NEIGHBOURS} before {@code at} up to {@code end}, exclusive. */
    private static Stream<Attribution> near(List<Attribution> attributions, int at, int end) {
        return attributions.subList(Math.max(0, at - NEIGHBOURS), Math.min(attributions.size(), end)).stream();
    }

    static boolean nests(Attribution outer, Attribution inner) {
        Span content = Span.covering(outer.content());
        return !inner.cue().isEmpty()
                && outer.content().stream().anyMatch(s -> s.contains(Span.covering(inner.cue())))
                && (inner.source().isEmpty() || content.contains(Span.covering(inner.source())))
                && !outer.equals(inner);
    }

    /** Whether the inner attribution takes up the outer content from its first words to its last. */
    private static boolean leading(Attribution outer, Attribution inner) {
        Span whole = Span.covering(outer.content());
        List<Span> parts = new ArrayList<>(inner.content());
        parts.addAll(inner.cue());
        parts.addAll(inner.source());
        Span covered = Span.covering(parts);
        return covered.start() - whole.start() <= 6 && whole.end() - covered.end() <= 3;
    }
}
