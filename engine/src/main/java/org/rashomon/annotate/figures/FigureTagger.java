package org.rashomon.annotate.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.FigureScope.Scope;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.Figure.PersonClass;
import org.rashomon.text.Hashes;

/**
 * Finds counts of people harmed and of things hit: how many, what befell them, who they were, over which period, as of when and
 * who says so. Ages, dates, distances, money and counts of anything else are none, and so is what only might happen.
 *
 * <p>A number becomes a figure only where words beside it say what befell those counted: a verb before it (<em>killing
 * seven</em>), words behind it (<em>seven people were killed, seven dead</em>), a noun (<em>the death of seven, a toll of
 * seven</em>), or a figure that it specifies or continues (<em>killed 12 people, including five children</em>). Figures are never
 * added up; a share of a stated number is worked out and marked so.
 *
 * <p>Stateless and safe for use by many threads.
 */
public final class FigureTagger {
    /** Sentences over which <em>put it at 35</em> may speak of a toll told before. */
    private static final int TOLL_REMEMBERED = 2;

    /** Sentences over which those who <em>left</em> are those of an evacuation told of before. */
    private static final int EVACUATION_REMEMBERED = 2;

    private final CountWords lexicon = new CountWords();
    private final Quantities quantities = new Quantities(lexicon);

    /** Figures in the order of the text; they do not overlap. */
    public List<Figure> tag(
            Article article,
            List<Sentence> sentences,
            List<TimeExpression> times,
            List<Mention> mentions,
            List<Claim> claims) {
        List<Figure> figures = new ArrayList<>();
        ClaimIndex places = new ClaimIndex(claims);
        Remembered toll = new Remembered(null, -1);
        int evacuation = -1 - EVACUATION_REMEMBERED;
        int time = 0;
        int mention = 0;
        for (int i = 0; i < sentences.size(); i++) {
            Span span = sentences.get(i).span();
            while (time < times.size() && times.get(time).span().end() <= span.start()) {
                time++;
            }
            while (mention < mentions.size() && mentions.get(mention).span().end() <= span.start()) {
                mention++;
            }
            List<TimeExpression> timesIn = times.subList(time, times.size()).stream()
                    .takeWhile(expression -> expression.span().start() < span.end())
                    .toList();
            List<Mention> mentionsIn = mentions.subList(mention, mentions.size()).stream()
                    .takeWhile(name -> name.span().start() < span.end())
                    .toList();
            FigureLine line = new FigureLine(
                    lexicon,
                    quantities,
                    article.text(),
                    span,
                    timesIn.stream().map(TimeExpression::span).toList(),
                    i - toll.sentence() <= TOLL_REMEMBERED ? toll.unit() : null,
                    i - evacuation <= EVACUATION_REMEMBERED);
            if (line.tellsOfEvacuation()) {
                evacuation = i;
            }
            List<Count> counts = line.read();
            if (counts.isEmpty()) {
                continue;
            }
            FigureScope scope = new FigureScope(article.text(), line, counts, timesIn, mentionsIn);
            for (Count count : counts) {
                Figure figure = figure(article, line, count, scope, places);
                // words that two numbers lay claim to belong to the first: none of them killed wounded killing 12
                if (!figures.isEmpty()
                        && figure.span().start()
                                < figures.get(figures.size() - 1).span().end()) {
                    continue;
                }
                figures.add(figure);
                toll = new Remembered(count.unit, i);
            }
        }
        return figures;
    }

    private record Remembered(Figure.@Nullable Unit unit, int sentence) {}

    private static Figure figure(Article article, FigureLine line, Count count, FigureScope scopes, ClaimIndex claims) {
        Span span = line.span(count.start(), count.end());
        Claim claim = claims.innermost(line.span(count.quantity.core(), count.quantity.end()))
                .orElse(null);
        LocalDate published =
                article.published() == null ? null : article.published().day();
        TimeInterval asOf = scopes.asOf(count, published);
        if (asOf == null && claim != null) {
            asOf = claim.said();
        }
        if (asOf == null && published != null) {
            asOf = TimeInterval.day(published);
        }
        Scope scope = scopes.of(count, asOf);
        PersonClass counted = count.phrase.personClass();
        return new Figure(
                Hashes.id("figure", article.id(), span.start(), span.end()),
                article.id(),
                span,
                count.quantity.low(),
                count.quantity.high(),
                count.quantity.computed(),
                count.part,
                count.unit(),
                counted == null ? PersonClass.UNKNOWN : counted,
                scope == null ? null : scope.words(),
                scope != null,
                scope == null ? null : scope.days(),
                asOf,
                claim == null ? null : claim.id());
    }
}
