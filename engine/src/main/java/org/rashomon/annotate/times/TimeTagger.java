package org.rashomon.annotate.times;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.times.TimeContext.Tense;
import org.rashomon.annotate.times.TimeGrammar.Match;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.TimeExpression;

/**
 * Finds time expressions and gives them TIMEX3 values (TimeML 1.2.1) against the publication date, by the rules of
 * {@link TimeGrammar} and the senses of {@link TimeSense}.
 *
 * <p>An article without a publication date is anchored by its dateline: a line among its first that is nothing but a full date.
 * Where there is none, expressions that need an anchor keep their type and get no value. One exception is certain enough to be
 * made: where the whole article states exactly one full date (a caption's, most often) and names the weekday of that date, bare
 * mentions of this weekday mean that date. Nothing else (<em>yesterday, last week</em>, other weekdays, dates without a year) is
 * anchored to it. What a block says that has a day of its own (an update of a live blog) is anchored by that day, and by nothing that
 * other updates spoke of.
 *
 * <p>Stateless and safe for use by many threads.
 */
public final class TimeTagger {
    /** How many sentences from the start a dateline may stand. */
    private static final int DATELINE_REACH = 3;

    /** How many sentences back a date is still what "two days later" counts from. */
    private static final int BEFORE_REACH = 2;

    /** The same for a day of which no more than {@link #FRESH_DAYS} have passed. */
    private static final int DAY_REACH = 5;

    private static final int FRESH_DAYS = 7;

    /** How many expressions a quarter is remembered for. */
    private static final int QUARTER_REACH = 3;

    /** Parts of a year that are reported on: what they are compared with is told by its year. */
    private static final Set<String> REPORTED_MONTHS = Set.of("P6M", "P9M");

    private final TimeGrammar grammar = new TimeGrammar();

    /** Expressions in the order of the text; they do not overlap. */
    public List<TimeExpression> tag(Article article, List<Sentence> sentences) {
        List<Located> located = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            find(article.text(), i, sentences.get(i).span(), located);
        }
        LocalDate anchor = article.published() == null
                ? dateline(located)
                : article.published().day();
        LocalDate only = anchor == null ? onlyFullDate(located) : null;
        List<TimeExpression> tagged = new ArrayList<>();
        for (int from = 0, to = 0; from < located.size(); from = to) {
            LocalDate own = posted(article, located.get(from));
            while (to < located.size() && Objects.equals(own, posted(article, located.get(to)))) {
                to++;
            }
            tagged.addAll(
                    new Reading(own != null ? own : anchor, own != null ? null : only).read(located.subList(from, to)));
        }
        return tagged;
    }

    /** The day of the update that an expression stands in, on a page of updates that say when each was posted. */
    private static @Nullable LocalDate posted(Article article, Located located) {
        return article.blockAt(located.span().start())
                .map(Block::posted)
                .map(PublicationDate::day)
                .orElse(null);
    }

    /**
     * @param whole whether the sentence holds nothing else
     * @param closes whether it is the end of a range that the expression before it opens
     */
    private record Located(Span span, int sentence, Match match, Tense tense, boolean whole, boolean closes) {
        Located matching(Match other) {
            return new Located(span, sentence, other, tense, whole, closes);
        }

        Located closing(boolean end) {
            return new Located(span, sentence, match, tense, whole, end);
        }
    }

    private void find(String text, int index, Span sentence, List<Located> out) {
        TimeGrammar.Chart chart = grammar.chart(TimePiece.of(text, sentence));
        TimeLine line = chart.line();
        int i = 0;
        int lastEnd = 0;
        Tense tense = Tense.UNTOLD;
        while (i < line.size()) {
            Match match = chart.at(i);
            if (match == null) {
                i++;
                continue;
            }
            boolean joined = lastEnd > 0 && lastEnd == i - 1 && TimeRange.isJoint(line, lastEnd);
            tense = joined ? tense : TimeTense.at(line, i, match.end());
            if (joined) {
                Located first = out.remove(out.size() - 1);
                out.add(first.matching(TimeRange.withYearOf(match, first.match())));
            }
            Match opening = joined ? null : TimeRange.opening(line, match);
            if (opening != null) {
                out.add(located(line, opening, index, tense));
            }
            Match closing = TimeRange.closing(line, match);
            Match own = closing == null ? match : TimeRange.withYearOf(closing, match);
            boolean alternative = line.isWord("and", i - 1) || line.isWord("or", i - 1);
            out.add(located(line, own, index, tense).closing(joined && !alternative));
            if (closing != null) {
                out.add(located(line, closing, index, tense));
            }
            i = closing == null ? match.end() : closing.end();
            lastEnd = i;
        }
    }

    private static Located located(TimeLine line, Match match, int sentence, Tense tense) {
        Span span = new Span(
                line.pieces().get(match.from()).start(),
                line.pieces().get(match.end() - 1).end());
        return new Located(span, sentence, match, tense, match.from() == 0 && match.end() >= line.size(), false);
    }

    private static @Nullable LocalDate fullDate(Located found) {
        TimeMeaning meaning = TimeSense.meaning(
                found.match(), new TimeContext(null, null, Tense.UNTOLD, null, null, null, null, null));
        return meaning.isDay() && meaning.interval() != null
                ? meaning.interval().start()
                : null;
    }

    private static @Nullable LocalDate dateline(List<Located> located) {
        for (Located found : located) {
            if (found.sentence() >= DATELINE_REACH) {
                return null;
            }
            LocalDate day = found.whole() ? fullDate(found) : null;
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private static @Nullable LocalDate onlyFullDate(List<Located> located) {
        Set<LocalDate> dates = new TreeSet<>();
        for (Located found : located) {
            LocalDate day = fullDate(found);
            if (day != null) {
                dates.add(day);
            }
        }
        return dates.size() == 1 ? dates.iterator().next() : null;
    }

    /** One pass over the expressions of an article, which remembers what was spoken of. */
    private static final class Reading {
        private final @Nullable LocalDate anchor;
        private final @Nullable LocalDate only;
        private final List<TimeExpression> read = new ArrayList<>();
        private @Nullable TimeMeaning before;
        private @Nullable TimeMeaning reported;
        private int sinceReported;
        private @Nullable LocalDate sentenceDay;
        private @Nullable LocalDate day;
        private int daySentence;
        private int sentence = -1;
        private int beforeSentence;
        private TimeMeaning opening = TimeMeaning.UNKNOWN;

        Reading(@Nullable LocalDate anchor, @Nullable LocalDate only) {
            this.anchor = anchor;
            this.only = only;
        }

        List<TimeExpression> read(List<Located> located) {
            for (Located found : located) {
                if (found.sentence() - beforeSentence > BEFORE_REACH) {
                    before = null;
                }
                if (found.sentence() != sentence) {
                    sentence = found.sentence();
                    sentenceDay = null;
                }
                TimeMeaning spokenOf = sinceReported < QUARTER_REACH ? reported : null;
                TimeMeaning told = TimeSense.meaning(
                        found.match(),
                        new TimeContext(
                                anchor,
                                only,
                                found.tense(),
                                before,
                                spokenOf,
                                dayWithin(BEFORE_REACH),
                                freshDay(),
                                sentenceDay));
                TimeMeaning meaning = found.closes() ? TimeClock.afterOpening(told, opening) : told;
                opening = meaning;
                if (!meaning.equals(TimeMeaning.NONE)) {
                    TimeExpression.Type type = meaning.type() == null
                            ? TimeExpression.Type.valueOf(
                                    found.match().rule().category().toUpperCase(Locale.ROOT))
                            : meaning.type();
                    read.add(
                            new TimeExpression(found.span(), type, meaning.value(), meaning.interval(), meaning.mod()));
                    // the next day, on which a range ends, is not what the sentence speaks of
                    remember(told, type);
                }
            }
            return read;
        }

        private @Nullable LocalDate dayWithin(int sentences) {
            return sentence - daySentence > sentences ? null : day;
        }

        private @Nullable LocalDate freshDay() {
            LocalDate last = dayWithin(DAY_REACH);
            boolean fresh =
                    last != null && anchor != null && Math.abs(ChronoUnit.DAYS.between(last, anchor)) <= FRESH_DAYS;
            return fresh ? last : dayWithin(BEFORE_REACH);
        }

        /** A quarter of the year before is what the one spoken of is compared with. */
        private static boolean isBefore(TimeMeaning one, TimeMeaning other) {
            return one.interval() != null
                    && other.interval() != null
                    && one.interval().start().isBefore(other.interval().start());
        }

        private void remember(TimeMeaning meaning, TimeExpression.Type type) {
            sinceReported++;
            if (anchor != null && meaning.value() != null && REPORTED_MONTHS.contains(meaning.value())) {
                reported = TimeMeaning.year(anchor.getYear());
                sinceReported = 0;
            }
            if (meaning.interval() == null || type == TimeExpression.Type.DURATION) {
                return;
            }
            before = meaning;
            beforeSentence = sentence;
            if (meaning.isDay()) {
                sentenceDay = meaning.interval().start();
                day = sentenceDay;
                daySentence = sentence;
            }
            if (TimeQuarter.isQuarter(meaning)) {
                boolean compared = sinceReported <= QUARTER_REACH && reported != null && isBefore(meaning, reported);
                reported = compared ? reported : meaning;
                sinceReported = 0;
            }
        }
    }
}
