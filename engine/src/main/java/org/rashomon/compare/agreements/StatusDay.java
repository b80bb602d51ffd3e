package org.rashomon.compare.agreements;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Words;
import org.rashomon.model.Span;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.AgreementStatement.Status;

/** From when an agreement is suspended, extended or over, where the claim's words tell: <em>suspending the truce as of Saturday</em>. */
final class StatusDay {
    private static final int REACH = 40;
    private static final Set<String> DATED =
            Set.of("as of", "from", "effective", "effective from", "starting", "as from");

    private static final Set<String> WEEKDAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private StatusDay() {}

    static @Nullable TimeInterval of(ArticleAnalysis analysis, Claim claim, AgreementStatement statement) {
        if (statement.status() == Status.IN_FORCE) {
            return null;
        }
        boolean past = statement.status() == Status.COLLAPSED;
        String text = analysis.article().text();
        int from = statement.span().end();
        TimeInterval found = null;
        for (TimeExpression time : analysis.times()) {
            Span span = time.span();
            boolean follows = span.start() >= from && span.start() - from <= REACH && within(claim, span);
            boolean point = time.type() != TimeExpression.Type.DURATION && time.type() != TimeExpression.Type.SET;
            if (follows && point && time.interval() != null && isDated(text.substring(from, span.start()), past)) {
                // "6 p.m. on Saturday": the day tells more than the hour before it
                found = found == null || time.interval().days() <= found.days()
                        ? ahead(analysis, statement, span, time.interval())
                        : found;
            }
        }
        return found;
    }

    /** "was suspending it as of Saturday", said on Friday, is the Saturday to come. */
    private static TimeInterval ahead(
            ArticleAnalysis analysis, AgreementStatement statement, Span span, TimeInterval told) {
        String text = analysis.article().text();
        LocalDate published = Corpus.publishedDay(analysis.article());
        boolean coming = Words.fold(statement.span().in(text)).contains("suspending")
                && isBareWeekday(Words.fold(span.in(text)))
                && published != null
                && told.start().isBefore(published);
        return coming ? TimeInterval.day(told.start().plusDays(7)) : told;
    }

    /** Saturday, with or without an hour: <em>6 p.m. on Saturday, Saturday at noon</em>; not <em>last Saturday</em>. */
    private static boolean isBareWeekday(String time) {
        return WEEKDAYS.stream()
                .anyMatch(day -> time.equals(day) || time.endsWith(" on " + day) || time.startsWith(day + " at "));
    }

    private static boolean within(Claim claim, Span span) {
        return claim.attribution().content().stream().anyMatch(content -> content.contains(span));
    }

    /** @param past whether the words tell of what has happened: "collapsed on Monday" */
    private static boolean isDated(String between, boolean past) {
        String words = Words.fold(between);
        return (past && (words.isEmpty() || words.equals("on")))
                || DATED.stream().anyMatch(cue -> words.equals(cue) || words.startsWith(cue + " "));
    }
}
