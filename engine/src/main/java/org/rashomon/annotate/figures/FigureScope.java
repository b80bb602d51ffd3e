package org.rashomon.annotate.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.CountWords.Found;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;
import org.rashomon.text.Token;

/** What the counts of one sentence belong to when it is no one incident: a period and a place; and when they were taken. */
final class FigureScope {
    private static final int SINCE_WITHIN = 11;
    private static final int SPELL_WITHIN = 6;
    private static final int WAR_WITHIN = 6;
    /** Words, at most, between a count and the period it belongs to. */
    private static final int PERIOD_WITHIN = 14;

    private final CountWords lexicon;
    private final String text;
    private final List<Token> tokens;
    private final List<String> words;
    private final List<TimeExpression> times;
    private final List<Mention> mentions;
    private final List<Count> counts;
    private final List<Period> periods = new ArrayList<>();

    FigureScope(
            CountWords lexicon,
            String text,
            FigureLine line,
            List<Count> counts,
            List<TimeExpression> times,
            List<Mention> mentions) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = line.tokens();
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
        Period(int start, int end, @Nullable TimeInterval days, boolean open) {
            this(start, end, days, open, -1);
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
            boolean known = asOf != null && !asOf.end().isBefore(days.start());
            days = known && asOf != null ? new TimeInterval(days.start(), asOf.end(), days.precision()) : null;
        }
        return new Scope(words(span(nearest.start, nearest.end), place(count)), days);
    }

    /** When the text says the count was taken: <em>as of Friday</em>; or null. No count was taken after it was published. */
    @Nullable
    TimeInterval asOf(Count count, @Nullable LocalDate published) {
        for (int i = 0; i < words.size(); i++) {
            Found asOf = lexicon.at("asof", words, i);
            boolean by = count.how == Count.How.TOLL && words.get(i).equals("by");
            if (asOf != null || by) {
                TimeExpression time = timeAt(asOf == null ? i + 1 : asOf.end(), 0);
                TimeInterval told = time == null ? null : time.interval();
                if (told != null && (published == null || !told.start().isAfter(published))) {
                    return told;
                }
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
            int at = tokenAt(mention.span().start());
            if (mention.type() != EntityType.LOC || at < 0) {
                continue;
            }
            int preposition = at - 1;
            while (preposition > 0 && at - preposition < 3 && !isWithin(preposition)) {
                preposition--;
            }
            boolean ofPeriod = at >= 0 && periods.stream().anyMatch(period -> period.start <= at && at < period.end);
            if (preposition < 0
                    || !isWithin(preposition)
                    || ofPeriod
                    || !free(count, preposition)
                    || isGoal(count, preposition)) {
                continue;
            }
            int distance = at > count.end() ? at - count.end() : count.start() - at + words.size();
            if (distance < nearest) {
                nearest = distance;
                best = new Span(tokens.get(preposition).start(), mention.span().end());
            }
        }
        return best;
    }

    /** Whether the place is where the counted went: sent millions fleeing <em>to refuge across the region</em>. */
    private boolean isGoal(Count count, int preposition) {
        return count.end() <= preposition
                && words.subList(count.end(), preposition).contains("to");
    }

    private boolean isWithin(int at) {
        return switch (words.get(at)) {
            case "in", "across", "inside", "throughout", "around", "within" -> true;
            default -> false;
        };
    }

    private int tokenAt(int offset) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).start() == offset) {
                return i;
            }
        }
        return -1;
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
        int from = at < count.start() ? at + 1 : count.end();
        int to = at < count.start() ? count.start() : at;
        for (int i = from; i < to; i++) {
            switch (words.get(i)) {
                case ";",
                        "\u2013",
                        "\u2014",
                        "--",
                        "that",
                        "which",
                        "who",
                        "while",
                        "but",
                        "after",
                        "when",
                        "before",
                        "whose" -> {
                    if (i != from || at < count.start()) {
                        return false;
                    }
                }
                default -> {
                    // goes on
                }
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
        while (last + 1 < counts.size() && counts.get(last + 1).part && counts.get(last + 1).how == Count.How.LINK) {
            last++;
        }
        return counts.get(last).end();
    }

    private @Nullable Period period(int at) {
        if (words.get(at).equals("since")) {
            return since(at);
        }
        Found phrase = lexicon.at("period", words, at);
        if (phrase != null) {
            TimeExpression time = timeIn(phrase.start(), phrase.end());
            return new Period(at, phrase.end(), time == null ? null : time.interval(), false);
        }
        if (words.get(at).equals("in")
                || words.get(at).equals("during")
                || words.get(at).equals("throughout")) {
            Period war = war(at);
            if (war != null) {
                return war;
            }
        }
        Found elapsed = lexicon.at("elapsed", words, at);
        if (elapsed != null) {
            return elapsed(at, elapsed);
        }
        return lexicon.is("war", words.get(at)) ? warAsSubject(at) : null;
    }

    /** <em>Since 2011, since the war began in March, since then</em>. */
    private @Nullable Period since(int at) {
        TimeExpression time = timeAt(at + 1, SINCE_WITHIN);
        if (isComparison(at)) {
            return null;
        }
        if (time != null && time.type() != TimeExpression.Type.DURATION) {
            return new Period(at, tokenEnd(time.span().end()), time.interval(), true);
        }
        for (int i = at + 1; i < Math.min(words.size(), at + WAR_WITHIN); i++) {
            if (words.get(i).equals("then") && i == at + 1) {
                return new Period(at, i + 1, null, true);
            }
            if (lexicon.is("war", words.get(i))) {
                return new Period(at, i + 1, null, true);
            }
        }
        return null;
    }

    /** <em>The worst fighting since 2011</em> says nothing of how long is counted. */
    private boolean isComparison(int since) {
        for (int i = since - 1; i >= Math.max(0, since - WAR_WITHIN); i--) {
            String word = words.get(i);
            if (word.equals("first")
                    || word.equals("worst")
                    || word.equals("most")
                    || word.endsWith("iest")
                    || word.endsWith("gest")
                    || word.endsWith("hest")) {
                return true;
            }
        }
        return false;
    }

    /** <em>In the war, in Syria's five-year conflict, during the uprising</em>. */
    private @Nullable Period war(int at) {
        for (int i = at + 1; i < Math.min(words.size(), at + WAR_WITHIN); i++) {
            if (lexicon.is("war", words.get(i))) {
                boolean first = i == at + 1;
                boolean compound = i + 1 < words.size()
                        && words.get(i).equals("war")
                        && (words.get(i + 1).startsWith("crime")
                                || words.get(i + 1).startsWith("zone"));
                Period subject = isRelative(i + 1) ? warAsSubject(i) : null;
                if (subject != null) {
                    return new Period(at + 1, i + 1, null, false, subject.verb);
                }
                return compound || first && !words.get(i).equals("war") ? null : new Period(at, i + 1, null, false);
            }
            if (lexicon.is("bar", words.get(i))
                    && !words.get(i).equals("the")
                    && !words.get(i).equals("a")) {
                return null;
            }
        }
        return null;
    }

    private boolean isRelative(int at) {
        String word = at < words.size() ? words.get(at) : "";
        return word.equals("that") || word.equals("which") || word.equals(",");
    }

    /** <em>In the past 24 hours, over three years, in five years of war</em>. */
    private @Nullable Period elapsed(int at, Found elapsed) {
        boolean counted = elapsed.end() == at + 1;
        for (int i = elapsed.end(); i < Math.min(words.size(), elapsed.end() + SPELL_WITHIN); i++) {
            if (lexicon.is("clock", words.get(i))) {
                return null;
            }
            if (lexicon.is("spell", words.get(i))) {
                boolean many = words.get(i).endsWith("s");
                if (counted && !many) {
                    return null;
                }
                int end = i + 1;
                TimeExpression time = timeIn(at, i + 1);
                return new Period(at, end, time == null ? null : time.interval(), false);
            }
            if (lexicon.is("bar", words.get(i))
                    && !words.get(i).equals("the")
                    && !words.get(i).equals("than")) {
                return null;
            }
        }
        return null;
    }

    /** <em>The war, which has killed 9,000 people</em>. */
    private @Nullable Period warAsSubject(int at) {
        for (int i = at + 1; i < Math.min(words.size(), at + 14); i++) {
            boolean have = words.get(i).equals("has")
                    || words.get(i).equals("had")
                    || words.get(i).equals("have");
            int verb = i + 1;
            while (have
                    && verb < words.size()
                    && lexicon.is("aux", words.get(verb))
                    && !lexicon.is("active", words.get(verb))
                    && !words.get(verb).equals("been")
                    && !words.get(verb).equals("left")) {
                verb++;
            }
            if (have
                    && verb < words.size()
                    && (lexicon.is("active", words.get(verb))
                            || lexicon.is("lives", words.get(verb))
                            || words.get(verb).equals("left"))) {
                int start = at > 0 && words.get(at - 1).equals("civil") ? at - 1 : at;
                start = start > 0 && words.get(start - 1).equals("the") ? start - 1 : start;
                return new Period(start, at + 1, null, false, verb);
            }
            if (words.get(i).equals(".") || words.get(i).equals(";")) {
                return null;
            }
        }
        return null;
    }

    private @Nullable TimeExpression timeAt(int token, int within) {
        if (token >= tokens.size()) {
            return null;
        }
        int from = tokens.get(token).start();
        int to = tokens.get(Math.min(tokens.size() - 1, token + within)).end();
        for (TimeExpression time : times) {
            if (time.span().start() >= from - 1 && time.span().start() < (within == 0 ? from + 5 : to)) {
                return time;
            }
        }
        return null;
    }

    private @Nullable TimeExpression timeIn(int start, int end) {
        Span span = span(start, end);
        return times.stream()
                .filter(time -> time.span().overlaps(span))
                .findFirst()
                .orElse(null);
    }

    private int tokenEnd(int offset) {
        int i = 0;
        while (i < tokens.size() && tokens.get(i).start() < offset) {
            i++;
        }
        return i;
    }

    private Span span(int start, int end) {
        return new Span(tokens.get(start).start(), tokens.get(end - 1).end());
    }
}
