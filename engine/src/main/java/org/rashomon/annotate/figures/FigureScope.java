package org.rashomon.annotate.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.Count.How;
import org.rashomon.annotate.figures.CountWords.Found;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.model.Bisection;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;

/** What the counts of one sentence belong to when it is no one incident: a period and a place; and when they were taken. */
final class FigureScope {
    private static final PhrasePattern COMPARISON = LineWords.pattern("comparison");
    private static final PhrasePattern BARRED = LineWords.pattern("barred");
    private static final PhrasePattern SPELL_ENDED = LineWords.pattern("spell ended");
    private static final PhrasePattern AUXILIARY = LineWords.pattern("auxiliary");
    private static final PhrasePattern WAR_VERB = LineWords.pattern("war verb");

    private static final int SINCE_WITHIN = 11;
    private static final int SPELL_WITHIN = 6;
    private static final int WAR_WITHIN = 6;
    private static final int WAR_VERB_WITHIN = 14;
    /** Words, at most, between a count and the period it belongs to. */
    private static final int PERIOD_WITHIN = 14;
    /** Characters between "as of" and the time that is told. */
    private static final int AT_ONCE = 5;

    private final String text;
    private final FigureLine line;
    private final LineWords words;
    private final List<TimeExpression> times;
    private final List<Mention> mentions;
    private final List<Count> counts;
    private final List<Period> periods = new ArrayList<>();

    FigureScope(String text, FigureLine line, List<Count> counts, List<TimeExpression> times, List<Mention> mentions) {
        this.text = text;
        this.line = line;
        this.words = line.words();
        this.counts = counts;
        this.times = times;
        this.mentions = mentions;
        for (int i = 0; i < words.size(); i++) {
            Period period = period(i);
            if (period != null) {
                periods.add(period);
                i = period.end - 1;
            }
        }
    }

    /**
     * What a count over a period belongs to.
     *
     * @param days null where the text does not tell them
     */
    record Scope(String words, @Nullable TimeInterval days) {}

    /**
     * Words of a period.
     *
     * @param open whether it lasts until the count was taken, so that {@code days} only begin it
     * @param verb the verb whose subject these words are (<em>the war has killed</em>), or -1
     */
    private record Period(int start, int end, @Nullable TimeInterval days, boolean open, int verb) {
        static Period of(int start, int end, @Nullable TimeExpression time) {
            return new Period(start, end, time == null ? null : time.interval(), false, -1);
        }

        /** One that lasts until the count was taken. */
        static Period since(int start, int end, @Nullable TimeInterval days) {
            return new Period(start, end, days, true, -1);
        }
    }

    /** Period and place of the count, or null when it belongs to no period. */
    @Nullable
    Scope of(Count count, @Nullable TimeInterval asOf) {
        Period nearest = periods.stream()
                .filter(period -> holds(period, count))
                .min(Comparator.comparingInt(period -> distance(period, count)))
                .orElse(null);
        if (nearest == null) {
            return null;
        }
        TimeInterval days = nearest.days;
        if (days != null && nearest.open) {
            days = asOf == null || asOf.end().isBefore(days.start())
                    ? null
                    : new TimeInterval(days.start(), asOf.end(), days.precision());
        }
        return new Scope(words(line.span(nearest.start, nearest.end), place(count)), days);
    }

    /** When the text says the count was taken: <em>as of Friday</em>; or null. No count was taken after it was published. */
    @Nullable
    TimeInterval asOf(Count count, @Nullable LocalDate published) {
        for (int i = 0; i < words.size(); i++) {
            Found asOf = words.at("asof", i);
            if (asOf == null && !(count.how == How.TOLL && words.is(i, "by"))) {
                continue;
            }
            TimeExpression time = timeAt(asOf == null ? i + 1 : asOf.end(), 0);
            TimeInterval told = time == null ? null : time.interval();
            if (told != null && (published == null || !told.start().isAfter(published))) {
                return told;
            }
        }
        return null;
    }

    private String words(Span period, @Nullable Span place) {
        if (place == null || place.overlaps(period)) {
            return period.in(text);
        }
        boolean placeFirst = place.start() < period.start();
        Span first = placeFirst ? place : period;
        Span second = placeFirst ? period : place;
        boolean adjacent = second.start() <= first.end() + 1;
        return adjacent
                ? text.substring(first.start(), Math.max(first.end(), second.end()))
                : first.in(text) + ", " + second.in(text);
    }

    /** The place that the words before or behind the count name, with their preposition. */
    private @Nullable Span place(Count count) {
        Span best = null;
        int nearest = Integer.MAX_VALUE;
        for (Mention mention : mentions) {
            int at = tokenFrom(mention.span().start());
            int preposition = at - 1;
            while (at - preposition < 3 && !words.isOf(preposition, "within")) {
                preposition--;
            }
            boolean placed = mention.type() == EntityType.LOC && words.isOf(preposition, "within");
            int distance = at > count.end() ? at - count.end() : count.start() - at + words.size();
            if (placed && distance < nearest && isPlaceOf(count, at, preposition)) {
                nearest = distance;
                best = new Span(
                        line.span(preposition, at).start(), mention.span().end());
            }
        }
        return best;
    }

    /** Whether a place is neither within a period (<em>the war in Belun</em>) nor where the counted went: fleeing <em>to</em> it. */
    private boolean isPlaceOf(Count count, int at, int preposition) {
        boolean goal = count.end() <= preposition
                && words.words().subList(count.end(), preposition).contains("to");
        boolean ofPeriod = periods.stream().anyMatch(period -> period.start <= at && at < period.end);
        return !goal && !ofPeriod && free(count, preposition);
    }

    private boolean holds(Period period, Count count) {
        if (period.verb >= 0) {
            return period.verb < count.start() && free(count, period.verb);
        }
        boolean near = period.start <= 1 || distance(period, count) <= PERIOD_WITHIN;
        return near && free(count, period.start);
    }

    /** Whether no other clause begins between the count and a word. */
    private boolean free(Count count, int at) {
        int from = at < count.start() ? at + 1 : count.end() + 1;
        int to = at < count.start() ? count.start() : at;
        for (int i = from; i < to; i++) {
            if (words.isOf(i, "clause")) {
                return false;
            }
        }
        return true;
    }

    private int distance(Period period, Count count) {
        return period.start >= count.end()
                ? Math.max(0, period.start - endWithParts(count))
                : count.start() - period.start + 1;
    }

    /** One past the parts told behind a count: <em>12 people including two women and a child</em> over the past year. */
    private int endWithParts(Count count) {
        int last = counts.indexOf(count);
        while (last + 1 < counts.size() && counts.get(last + 1).isLinkedPart()) {
            last++;
        }
        return counts.get(last).end();
    }

    private @Nullable Period period(int at) {
        if (words.is(at, "since")) {
            return isComparison(at) ? null : since(at);
        }
        Found phrase = words.at("period", at);
        if (phrase != null) {
            return Period.of(at, phrase.end(), timeIn(at, phrase.end()));
        }
        Period war = words.isOf(at, "inwar") ? war(at) : null;
        if (war != null) {
            return war;
        }
        Found elapsed = words.at("elapsed", at);
        if (elapsed != null) {
            return elapsed(elapsed);
        }
        return words.isOf(at, "war") ? warAsSubject(at) : null;
    }

    /** <em>Since 2011, since the war began in March, since then</em>. */
    private @Nullable Period since(int at) {
        TimeExpression time = timeAt(at + 1, SINCE_WITHIN);
        if (time != null && time.type() != TimeExpression.Type.DURATION) {
            return Period.since(at, tokenFrom(time.span().end()), time.interval());
        }
        if (words.is(at + 1, "then")) {
            return Period.since(at, at + 2, null);
        }
        for (int i = at + 1; i < at + WAR_WITHIN; i++) {
            if (words.isOf(i, "war")) {
                return Period.since(at, i + 1, null);
            }
        }
        return null;
    }

    /** <em>The worst fighting since 2011</em> says nothing of how long is counted. */
    private boolean isComparison(int since) {
        for (int i = since - 1; i >= since - WAR_WITHIN; i--) {
            if (COMPARISON.standsAt(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** <em>In the war, in Syria's five-year conflict, during the uprising</em>. */
    private @Nullable Period war(int at) {
        for (int i = at + 1; i < at + WAR_WITHIN; i++) {
            if (words.isOf(i, "war")) {
                Period subject = words.isOf(i + 1, "relative") ? warAsSubject(i) : null;
                if (subject != null) {
                    return new Period(at + 1, i + 1, null, false, subject.verb);
                }
                return i == at + 1 && !words.is(i, "war") ? null : Period.of(at, i + 1, null);
            }
            if (BARRED.standsAt(words, i)) {
                return null;
            }
        }
        return null;
    }

    /** <em>In the past 24 hours, over three years, in five years of war</em>. */
    private @Nullable Period elapsed(Found elapsed) {
        int at = elapsed.start();
        boolean counted = elapsed.end() == at + 1;
        for (int i = elapsed.end(); i < elapsed.end() + SPELL_WITHIN; i++) {
            if (words.isOf(i, "spell")) {
                boolean one = !words.low(i).endsWith("s");
                return counted && one ? null : Period.of(at, i + 1, timeIn(at, i + 1));
            }
            if (SPELL_ENDED.standsAt(words, i)) {
                return null;
            }
        }
        return null;
    }

    /** <em>The war, which has killed 9,000 people</em>. */
    private @Nullable Period warAsSubject(int at) {
        for (int i = at + 1; i < at + WAR_VERB_WITHIN && !words.isOf(i, "stop"); i++) {
            if (!words.isOf(i, "have")) {
                continue;
            }
            int verb = i + 1;
            while (AUXILIARY.standsAt(words, verb)) {
                verb++;
            }
            if (WAR_VERB.standsAt(words, verb)) {
                int start = words.is(at - 1, "civil") ? at - 1 : at;
                return new Period(words.is(start - 1, "the") ? start - 1 : start, at + 1, null, false, verb);
            }
        }
        return null;
    }

    /** The first time that begins within so many words from one on; within 0, right there. */
    private @Nullable TimeExpression timeAt(int token, int within) {
        if (token >= words.size()) {
            return null;
        }
        Span reach = line.span(token, Math.min(words.size(), token + within + 1));
        int end = within == 0 ? reach.start() + AT_ONCE : reach.end();
        return times.stream()
                .filter(time ->
                        time.span().start() >= reach.start() - 1 && time.span().start() < end)
                .findFirst()
                .orElse(null);
    }

    private @Nullable TimeExpression timeIn(int start, int end) {
        Span span = line.span(start, end);
        return times.stream()
                .filter(time -> time.span().overlaps(span))
                .findFirst()
                .orElse(null);
    }

    /** The first token that begins at an offset of the text or later. */
    private int tokenFrom(int offset) {
        return Bisection.first(words.size(), i -> line.tokens().get(i).start() >= offset);
    }
}
