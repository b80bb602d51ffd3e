package org.rashomon.annotate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.TimeGrammar.Kind;
import org.rashomon.annotate.TimeGrammar.Match;
import org.rashomon.model.Article;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.TimePrecision;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;

/**
 * Finds time expressions and gives them TIMEX3 values (TimeML 1.2.1) against the publication date.
 *
 * <p>News looks back: a bare weekday is the last one up to the day of publication, unless a verb of the future governs it; a
 * date without a year is the one nearest to publication, at most half a year ahead.
 *
 * <p>An article without a publication date has no anchor: expressions that need one keep their type and get no value. One
 * exception is certain enough to be made: where the whole article states exactly one full date (a caption's, most often) and
 * names the weekday of that date, bare mentions of this weekday mean that date. Nothing else (<em>yesterday, last week</em>,
 * other weekdays, dates without a year) is anchored to it.
 *
 * <p>Stateless and safe for use by many threads.
 */
public final class TimeTagger {
    private static final int FAR_AHEAD_DAYS = 183;
    private static final Set<String> FUTURE =
            Set.of("will", "shall", "'ll", "\u2019ll", "scheduled", "due", "expected");
    private static final Set<String> SPEECH =
            Set.of("said", "told", "announced", "warned", "added", "declared", "says");

    private final TimeGrammar grammar = new TimeGrammar();

    /** Expressions in the order of the text; they do not overlap. */
    public List<TimeExpression> tag(Article article, List<Sentence> sentences) {
        List<Located> located = new ArrayList<>();
        for (Sentence sentence : sentences) {
            find(article.text(), sentence.span(), located);
        }
        LocalDate published =
                article.published() == null ? null : article.published().day();
        LocalDate only = published == null ? onlyFullDate(located) : null;
        List<TimeExpression> expressions = new ArrayList<>(located.size());
        for (Located found : located) {
            expressions.add(new Calendar(published, only, found.future()).expression(found));
        }
        return expressions;
    }

    private record Located(Span span, Match match, boolean future) {}

    private void find(String text, Span sentence, List<Located> out) {
        List<Token> tokens = Tokenizer.tokens(text, sentence);
        List<String> words = tokens.stream().map(token -> token.in(text)).toList();
        int i = 0;
        while (i < words.size()) {
            Match match = grammar.at(words, i);
            if (match == null) {
                i++;
                continue;
            }
            Span span =
                    new Span(tokens.get(i).start(), tokens.get(match.end() - 1).end());
            out.add(new Located(span, match, isFuture(words, i, match.end())));
            i = match.end();
        }
    }

    /** Whether the nearest verb around is one of the future and not one of speech. */
    private static boolean isFuture(List<String> words, int start, int end) {
        for (int distance = 1; distance <= 7; distance++) {
            for (int at : new int[] {start - distance, end - 1 + distance}) {
                if (at < 0 || at >= words.size()) {
                    continue;
                }
                String word = Names.lower(words.get(at));
                if (SPEECH.contains(word) || (word.endsWith("ed") && word.length() > 4 && !FUTURE.contains(word))) {
                    return false;
                }
                if (FUTURE.contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable LocalDate onlyFullDate(List<Located> located) {
        Set<LocalDate> dates = new TreeSet<>();
        for (Located found : located) {
            Match match = found.match();
            if (match.kind() == Kind.DAY && match.year() > 0) {
                LocalDate day = day(match.year(), match.month(), match.day());
                if (day != null) {
                    dates.add(day);
                }
            }
        }
        return dates.size() == 1 ? dates.iterator().next() : null;
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        return day <= YearMonth.of(year, month).lengthOfMonth() ? LocalDate.of(year, month, day) : null;
    }

    /** Turns what an expression means into days. */
    private record Calendar(
            @Nullable LocalDate anchor, @Nullable LocalDate onlyFullDate, boolean future) {

        TimeExpression expression(Located found) {
            Match match = found.match();
            Meaning meaning = switch (match.kind()) {
                case DAY -> dayOf(match);
                case MONTH -> monthOf(match);
                case YEAR -> year(match.year());
                case DECADE -> decade(match.year());
                case WEEKDAY -> weekday(match);
                case SHIFT -> anchor == null ? Meaning.UNKNOWN : shifted(anchor, match);
                case SEASON -> season(match);
                case NAMED_MONTH_SHIFT -> anchor == null ? Meaning.UNKNOWN : namedMonth(anchor, match);
                case DURATION, SET, REFERENCE -> new Meaning(match.unit(), null);
                case CLOCK -> clock(match);
            };
            if (match.part() != null) {
                meaning = meaning.at(match.part());
            }
            return new TimeExpression(found.span(), type(match), meaning.value(), meaning.interval());
        }

        private static TimeExpression.Type type(Match match) {
            return switch (match.kind()) {
                case DURATION -> TimeExpression.Type.DURATION;
                case SET -> TimeExpression.Type.SET;
                case CLOCK -> TimeExpression.Type.TIME;
                default ->
                    match.part() == null && !isHours(match) ? TimeExpression.Type.DATE : TimeExpression.Type.TIME;
            };
        }

        private static boolean isHours(Match match) {
            return match.kind() == Kind.SHIFT
                    && (match.unit().equals("H") || match.unit().equals("M"));
        }

        private Meaning dayOf(Match match) {
            if (match.year() > 0) {
                return on(day(match.year(), match.month(), match.day()));
            }
            String open = String.format(Locale.ROOT, "XXXX-%02d-%02d", match.month(), match.day());
            if (anchor == null) {
                return new Meaning(open, null);
            }
            LocalDate same = day(anchor.getYear(), match.month(), match.day());
            if (same == null) {
                return new Meaning(open, null);
            }
            int year = nearestYear(anchor, same);
            return on(day(year, match.month(), match.day()));
        }

        private int nearestYear(LocalDate from, LocalDate sameYear) {
            long ahead = ChronoUnit.DAYS.between(from, sameYear);
            if (ahead > FAR_AHEAD_DAYS && !future) {
                return sameYear.getYear() - 1;
            }
            return future && ahead < -FAR_AHEAD_DAYS ? sameYear.getYear() + 1 : sameYear.getYear();
        }

        private Meaning monthOf(Match match) {
            if (match.year() > 0) {
                return month(YearMonth.of(match.year(), match.month()));
            }
            if (anchor == null) {
                return new Meaning(String.format(Locale.ROOT, "XXXX-%02d", match.month()), null);
            }
            LocalDate first = LocalDate.of(anchor.getYear(), match.month(), 1);
            return month(YearMonth.of(nearestYear(anchor, first), match.month()));
        }

        private static Meaning namedMonth(LocalDate anchor, Match match) {
            int year = anchor.getYear();
            if (match.shift() < 0 && match.month() >= anchor.getMonthValue()) {
                year--;
            } else if (match.shift() > 0 && match.month() <= anchor.getMonthValue()) {
                year++;
            }
            return month(YearMonth.of(year, match.month()));
        }

        private Meaning weekday(Match match) {
            DayOfWeek wanted = DayOfWeek.of(match.day());
            if (anchor == null) {
                boolean certain = match.shift() == 0 && onlyFullDate != null && onlyFullDate.getDayOfWeek() == wanted;
                return certain ? on(onlyFullDate) : Meaning.UNKNOWN;
            }
            if (match.shift() > 0 || (match.shift() == 0 && future)) {
                return on(anchor.with(
                        match.shift() > 0 ? TemporalAdjusters.next(wanted) : TemporalAdjusters.nextOrSame(wanted)));
            }
            return on(anchor.with(
                    match.shift() < 0 ? TemporalAdjusters.previous(wanted) : TemporalAdjusters.previousOrSame(wanted)));
        }

        private static Meaning shifted(LocalDate anchor, Match match) {
            int shift = match.shift();
            return switch (match.unit()) {
                case "H", "M", "S" ->
                    on(anchor).valued(Math.abs(shift) > 1 ? "PT" + Math.abs(shift) + match.unit() : null);
                case "D" -> on(anchor.plusDays(shift));
                case "W" -> week(anchor.plusWeeks(shift));
                case "F" -> week(anchor.plusWeeks(2L * shift));
                case "WE" -> weekend(anchor.plusWeeks(shift));
                case "MO" -> month(YearMonth.from(anchor).plusMonths(shift));
                case "Q" -> quarter(anchor.plusMonths(3L * shift));
                case "Y" -> year(anchor.getYear() + shift);
                case "DE" -> year(anchor.getYear() + 10 * shift);
                default -> decade((anchor.getYear() + 100 * shift) / 10 * 10);
            };
        }

        private Meaning season(Match match) {
            if (match.year() > 0) {
                return season(match.year(), match.unit());
            }
            if (anchor == null) {
                return Meaning.UNKNOWN;
            }
            int year = anchor.getYear();
            boolean passed = seasonStart(match.unit()) < anchor.getMonthValue();
            if (match.shift() < 0 && !passed) {
                year--;
            } else if (match.shift() > 0 && passed) {
                year++;
            }
            return season(year, match.unit());
        }

        /** First month of a season of the northern hemisphere; winter begins in the year before the one that names it. */
        private static int seasonStart(String season) {
            return switch (season) {
                case "SP" -> 3;
                case "SU" -> 6;
                case "FA" -> 9;
                default -> 12;
            };
        }

        private static Meaning season(int year, String season) {
            YearMonth first = YearMonth.of(year, seasonStart(season));
            return new Meaning(
                    year + "-" + season,
                    new TimeInterval(first.atDay(1), first.plusMonths(2).atEndOfMonth(), TimePrecision.SEASON));
        }

        private Meaning clock(Match match) {
            return anchor == null ? Meaning.UNKNOWN : on(anchor).valued(anchor + match.unit());
        }

        private static Meaning on(@Nullable LocalDate day) {
            return day == null ? Meaning.UNKNOWN : new Meaning(day.toString(), TimeInterval.day(day));
        }

        private static Meaning week(LocalDate day) {
            LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return new Meaning(isoWeek(day), new TimeInterval(monday, monday.plusDays(6), TimePrecision.WEEK));
        }

        private static String isoWeek(LocalDate day) {
            return String.format(
                    Locale.ROOT,
                    "%04d-W%02d",
                    day.get(IsoFields.WEEK_BASED_YEAR),
                    day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }

        private static Meaning weekend(LocalDate day) {
            LocalDate saturday =
                    day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(5);
            return new Meaning(
                    isoWeek(day) + "-WE", new TimeInterval(saturday, saturday.plusDays(1), TimePrecision.RANGE));
        }

        private static Meaning month(YearMonth month) {
            return new Meaning(
                    month.toString(), new TimeInterval(month.atDay(1), month.atEndOfMonth(), TimePrecision.MONTH));
        }

        private static Meaning quarter(LocalDate day) {
            int quarter = (day.getMonthValue() - 1) / 3 + 1;
            YearMonth first = YearMonth.of(day.getYear(), quarter * 3 - 2);
            return new Meaning(
                    day.getYear() + "-Q" + quarter,
                    new TimeInterval(first.atDay(1), first.plusMonths(2).atEndOfMonth(), TimePrecision.RANGE));
        }

        private static Meaning year(int year) {
            return new Meaning(
                    String.format(Locale.ROOT, "%04d", year),
                    new TimeInterval(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), TimePrecision.YEAR));
        }

        private static Meaning decade(int year) {
            return new Meaning(
                    String.format(Locale.ROOT, "%03d", year / 10),
                    new TimeInterval(LocalDate.of(year, 1, 1), LocalDate.of(year + 9, 12, 31), TimePrecision.DECADE));
        }
    }

    private record Meaning(@Nullable String value, @Nullable TimeInterval interval) {
        static final Meaning UNKNOWN = new Meaning(null, null);

        Meaning at(String part) {
            return value == null ? this : new Meaning(value + "T" + part, interval);
        }

        Meaning valued(@Nullable String other) {
            return new Meaning(other == null ? value : other, interval);
        }
    }
}
