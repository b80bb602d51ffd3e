package org.rashomon.annotate.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.times.TimeContext.Tense;
import org.rashomon.annotate.times.TimeGrammar.Match;

/**
 * What a line of {@code time-rules.tsv} means. The third column names a sense and its arguments:
 *
 * <pre>
 * same            what the category in the pattern means, with the mod of an edge or hedge
 * mod M           an edge or hedge; ref V  a reference such as PRESENT_REF; none  no expression after all
 * day spelledday ordinalday iso figures relative weekday weekdayin weekdayfrom weekdaydom nthweekday dayofmonth sameday nextday
 * feast fixed nthday easter date days previousday dayinmonth                                                                  one day
 * month isomonth year season decade century half yearend fiscal quarter weekin              a calendar unit that is named
 * year near       a year that nothing but its four figures tells: none when it lies far ahead
 * shift           the unit before ({last}), around ({this}) or after ({next}) the anchor
 * after N U       the unit, U if it is not written, N after the one around the anchor
 * running         the unit that is the third in a row: the one spoken of or around the anchor, without its days
 * previous        the unit before the one of its kind that was spoken of, else before the one around the anchor
 * current that following latest wholeyear currentend yearedge weekend feastweekend weekof                                 the unit around the anchor, or spoken of
 * ago N, earlier N, later N, from N   a count of units before or after the anchor, what was spoken of, or a day
 * agoon           so many units before a day or week named beside
 * within          the same by a verb of the future, else a duration
 * quarterago quarternow monthago    quarters and months compared with another year's
 * part someday times daypart thispart thatpart partbeside somepart lastpart clock clocklast hour past                                                 within a day
 * quantity compound vague few one period set weekly yearly everypart                                   durations and sets
 * </pre>
 *
 * <p>News looks back: a bare weekday is the last one up to the day of publication unless the verb is of the future; a date without a
 * year is the last by a verb of the past, the next by one of the future, and else the nearest that is not far ahead. Units count
 * as TimeML has it: two years ago is a year, two weeks ago a week.
 */
record TimeSense(String name, List<String> args) {
    /** How far ahead a date without year and verb may lie, in the year of publication and after it. */
    private static final int AHEAD_THIS_YEAR = 183;

    private static final int AHEAD_NEXT_YEAR = 100;

    /** A verb of the past beside a date without year: its reader knows that a date so near is meant. */
    private static final int AHEAD_DESPITE_PAST = 31;

    private static final int BACK_DESPITE_FUTURE = 14;

    /** How many years ahead a number may lie that only its shape makes a year. */
    private static final int FARTHEST_BARE_YEAR = 12;

    static TimeSense of(String column) {
        List<String> parts = List.of(column.split(" "));
        return new TimeSense(parts.get(0), parts.subList(1, parts.size()));
    }

    String arg(int i) {
        return i < args.size() ? args.get(i) : "";
    }

    int number(int i) {
        return arg(i).isEmpty() ? 0 : Integer.parseInt(arg(i));
    }

    /** The minutes that this sense adds to the hour written. */
    int minutes(Match match) {
        boolean exact = TimeWords.isDigits(String.valueOf(match.value("number")));
        return name.equals("past") ? number(0) * (exact ? match.number("number") : 0) : number(0);
    }

    static TimeMeaning meaning(Match match, TimeContext context) {
        return match.rule().sense().of(match, context);
    }

    private TimeMeaning of(Match match, TimeContext context) {
        LocalDate anchor = context.anchor();
        return switch (name) {
            case "same" -> same(match, context);
            case "none" -> TimeMeaning.NONE;
            case "mod" -> TimeMeaning.UNKNOWN.modified(arg(0));
            case "ref" -> TimeMeaning.plain(arg(0));
            case "date" -> TimeMeaning.on(LocalDate.parse(arg(0)));
            case "day" -> day(match, match.number("dom"), context);
            case "ordinalday" -> day(match, match.number("ordinal"), context);
            case "spelledday" -> day(match, match.number(match.has("spelled") ? "spelled" : "cardinal"), context);
            case "iso" -> iso(String.valueOf(match.has("iso") ? match.value("iso") : match.value("slashed")));
            case "isomonth" -> TimeMeaning.month(YearMonth.parse(String.valueOf(match.value("isomonth"))));
            case "nthweekday" -> nthWeekday(match, context);
            case "dayofmonth" -> dayOfMonth(match, context);
            case "weekin" -> weekIn(match, context);
            case "figures" -> figures(match, context);
            case "feast" -> TimeFeast.day(match, yearOf(match, context, 0), context);
            case "year" -> year(match, context);
            case "fiscal" -> fiscal(match, context);
            case "month" -> month(match, context);
            case "season" -> season(match, context);
            case "decade" -> decade(match.number("decade"));
            case "century" -> century(match.number("spelled"));
            case "half" -> half(match, context);
            case "weekday" -> weekday(match, context);
            case "hour", "past" -> TimeClock.hour(match, context);
            case "clock" -> TimeClock.clock(match, context);
            case "part" -> sub(match, "day", context).at("T" + (args.isEmpty() ? match.value("part") : arg(0)));
            case "someday" -> context.isFuture() ? TimeMeaning.plain("FUTURE_REF") : TimeMeaning.duration("P1D");
            case "times" -> TimeMeaning.plain(TimeCount.period("1", TimeCount.unitOf(match)));
            case "quantity", "ago", "ago.5", "earlier", "later", "within", "from" -> TimeCount.counted(match, context);
            case "compound" -> TimeCount.compound(match, context);
            case "vague", "few" -> TimeMeaning.duration(TimeCount.period("X", TimeCount.unitOf(match)));
            case "one" -> TimeMeaning.duration(TimeCount.period("1", arg(0).isEmpty() ? span(match) : arg(0)));
            case "set" -> TimeMeaning.plain(TimeCount.setOf(match, context));
            case "yearly" -> TimeMeaning.plain(yearly(match));
            case "period" -> TimeMeaning.plain(String.valueOf(match.value("set")));
            case "everypart" -> TimeMeaning.plain("XXXX-XX-XXT" + match.value("part"));
            case "weekly" -> TimeMeaning.plain(weekly(match));
            default -> anchor == null ? TimeMeaning.UNKNOWN : anchored(match, context, anchor);
        };
    }

    /** The senses that mean nothing without a day of publication. */
    private TimeMeaning anchored(Match match, TimeContext context, LocalDate anchor) {
        return switch (name) {
            case "relative" -> TimeMeaning.on(anchor.plusDays(match.number("relative")));
            case "days" -> TimeMeaning.on(anchor.plusDays(number(0)));
            case "weekdayin" ->
                TimeMeaning.on(
                        TimeMeaning.monday(anchor.plusWeeks(direction(match))).plusDays(match.number("weekday") - 1L));
            case "weekdaydom" -> weekdayOfMonth(match, context, anchor);
            case "nextday" -> dayBeside(context, 1);
            case "previousday" -> dayBeside(context, -1);
            case "previous" -> previous(match, context, anchor);
            case "thatpart" -> thatPart(match, context);
            case "partbeside" -> dayBeside(context, number(0)).at("T" + match.value("part"));
            case "dayinmonth" -> dayInMonth(match, context, anchor);
            case "weekend" -> weekend(context, anchor);
            case "following" -> following(match, context, anchor);
            case "after" -> unit(anchor, arg(1).isEmpty() ? span(match) : arg(1), number(0));
            case "clocklast" -> TimeMeaning.on(anchor.minusDays(1)).at(TimeClock.evening(match));
            case "weekdayfrom" -> {
                LocalDate from = dayBefore(context, anchor);
                DayOfWeek wanted = DayOfWeek.of(match.number("weekday"));
                yield TimeMeaning.on(
                        from.with(number(0) < 0 ? TemporalAdjusters.previous(wanted) : TemporalAdjusters.next(wanted)));
            }
            case "sameday" -> TimeMeaning.on(dayBefore(context, anchor));
            case "shift" -> shifted(match, anchor);
            case "plainshift" -> TimeMeaning.year(anchor.getYear() + number(0));
            case "current" -> unit(anchor, spanOr(match), 0);
            case "latest" ->
                span(match).equals("Q") ? TimeQuarter.now(context, anchor, true) : unit(anchor, span(match), -1);
            case "wholeyear" -> TimeQuarter.wholeYear(context, anchor);
            case "currentend" -> unit(anchor, span(match), 0).modified("END");
            case "yearedge" -> TimeMeaning.year(anchor.getYear()).modified(String.valueOf(modOf(match, context)));
            case "yearend" -> TimeMeaning.on(LocalDate.of(anchor.getYear(), 12, 31));
            case "that" -> that(match, context);
            case "weekof" -> weekOf(sub(match, "day", context));
            case "feastweekend" -> feastWeekend(TimeFeast.day(match, 0, context));
            case "running" -> running(match, context, anchor);
            case "agoon" -> TimeCount.agoOn(match, context);
            case "quarter" -> TimeQuarter.named(match, context, anchor);
            case "quarterago" -> TimeQuarter.ago(match, context, anchor);
            case "quarternow" -> TimeQuarter.now(context, anchor, arg(0).equals("ended"));
            case "monthago" -> TimeQuarter.monthAgo(match, context, anchor);
            case "thispart" -> TimeMeaning.on(dayOfSentence(context, anchor)).at("T" + match.value("part"));
            case "somepart" -> somePart(context, anchor, "T" + (args.isEmpty() ? match.value("part") : arg(0)));
            case "daypart" -> TimeMeaning.on(anchor).at("T" + arg(0));
            case "lastpart" ->
                TimeMeaning.on(anchor.minusDays(1)).at("T" + (match.has("part") ? match.value("part") : "NI"));
            default -> throw new IllegalStateException("time-rules.tsv: no sense " + name);
        };
    }

    static TimeMeaning sub(Match match, String category, TimeContext context) {
        Match sub = match.subs().get(category);
        return sub == null ? TimeMeaning.UNKNOWN : meaning(sub, context);
    }

    private static @Nullable String modOf(Match match, TimeContext context) {
        String mod = sub(match, "edge", context).mod();
        return mod == null ? sub(match, "hedge", context).mod() : mod;
    }

    private static TimeMeaning same(Match match, TimeContext context) {
        String mod = modOf(match, context);
        for (var sub : match.subs().entrySet()) {
            if (!sub.getKey().endsWith("edge")) {
                TimeMeaning meaning = meaning(sub.getValue(), context);
                return mod == null || meaning.equals(TimeMeaning.NONE) ? meaning : meaning.modified(mod);
            }
        }
        throw new IllegalStateException("time-rules.tsv: same without a category");
    }

    // ---- days

    private static @Nullable LocalDate date(int year, int month, int day) {
        return month >= 1
                        && month <= 12
                        && day >= 1
                        && day <= YearMonth.of(year, month).lengthOfMonth()
                ? LocalDate.of(year, month, day)
                : null;
    }

    private static TimeMeaning iso(String iso) {
        String[] parts = iso.split("[-/]", 3);
        LocalDate day = date(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        return day == null ? TimeMeaning.NONE : TimeMeaning.on(day);
    }

    /** 28/09/2016, 9/28/16, 9/28; a date that may be read both ways is none, unless a weekday beside it decides or stands for it. */
    private TimeMeaning figures(Match match, TimeContext context) {
        String figures = String.valueOf(match.value(match.has("figures") ? "figures" : "dayandmonth"));
        List<Integer> parts = List.of(figures.split("[-/.]", 3)).stream()
                .map(Integer::valueOf)
                .toList();
        int weekday = match.number("weekday");
        List<TimeMeaning> readings = new ArrayList<>();
        for (int month = 0; month < 2; month++) {
            TimeMeaning reading = figures(parts, month, weekday, context);
            if (reading.isDay() && !readings.contains(reading)) {
                readings.add(reading);
            }
        }
        if (readings.size() == 1) {
            return readings.get(0);
        }
        return weekday > 0 ? weekday(match, context) : TimeMeaning.NONE;
    }

    /** The reading with the month in place {@code month}, if it is a day, and on the weekday if there is one. */
    private static TimeMeaning figures(List<Integer> parts, int month, int weekday, TimeContext context) {
        int dom = parts.get(1 - month);
        if (parts.get(month) > 12 || dom < 1 || dom > 31 || parts.get(month) < 1) {
            return TimeMeaning.NONE;
        }
        TimeMeaning day = parts.size() > 2
                ? TimeMeaning.on(date(century(parts.get(2), context), parts.get(month), dom))
                : dayOf(parts.get(month), dom, 0, context);
        boolean fits = day.interval() != null
                && (weekday == 0 || day.interval().start().getDayOfWeek().getValue() == weekday);
        return fits ? day : TimeMeaning.NONE;
    }

    /** A year written with four or two digits: 07, 89. Two are of the hundred years up to ten after the anchor. */
    static int century(int year, TimeContext context) {
        if (year >= 100) {
            return year;
        }
        int last = (context.anchor() == null ? 2030 : context.anchor().getYear()) + 10;
        return last - Math.floorMod(last - year, 100);
    }

    /** The year written with two digits, 0 where there is none. */
    private static int yearInTwo(Match match, TimeContext context) {
        return match.has("yy") ? century(match.number("yy"), context) : 0;
    }

    private static TimeMeaning day(Match match, int dom, TimeContext context) {
        int month = match.number("month");
        int stated = match.has("old") ? match.number("old") : yearOf(match, context, yearInTwo(match, context));
        if (stated > 0) {
            return TimeMeaning.on(date(stated, month, dom));
        }
        return dayOf(month, dom, match.number("weekday"), context);
    }

    /** The year nearest to {@code year} in which the day falls on the weekday, {@code year} when none is near. */
    private static int yearOfWeekday(LocalDate day, int year, int weekday) {
        for (int near : new int[] {year, year - 1, year + 1}) {
            LocalDate other = date(near, day.getMonthValue(), day.getDayOfMonth());
            if (other != null && other.getDayOfWeek().getValue() == weekday) {
                return near;
            }
        }
        return year;
    }

    private static TimeMeaning dayOf(int month, int dom, int weekday, TimeContext context) {
        LocalDate anchor = context.anchor();
        LocalDate same = anchor == null ? null : date(anchor.getYear(), month, dom);
        if (anchor == null || same == null) {
            return TimeMeaning.plain(String.format(Locale.ROOT, "XXXX-%02d-%02d", month, dom));
        }
        int year = nearestYear(anchor, same, context.tense());
        return TimeMeaning.on(date(weekday == 0 ? year : yearOfWeekday(same, year, weekday), month, dom));
    }

    static int nearestYear(LocalDate anchor, LocalDate sameYear, Tense tense) {
        long ahead = ChronoUnit.DAYS.between(anchor, sameYear);
        int year = sameYear.getYear();
        return switch (tense) {
            case PAST -> ahead > AHEAD_DESPITE_PAST ? year - 1 : year;
            case FUTURE -> ahead < -BACK_DESPITE_FUTURE ? year + 1 : year;
            default -> {
                boolean farAhead = ahead > AHEAD_THIS_YEAR;
                boolean soonNextYear = ahead < 0 && ahead + 365 <= AHEAD_NEXT_YEAR;
                yield farAhead ? year - 1 : soonNextYear ? year + 1 : year;
            }
        };
    }

    private TimeMeaning weekday(Match match, TimeContext context) {
        DayOfWeek wanted = DayOfWeek.of(match.number("weekday"));
        LocalDate anchor = context.anchor();
        int direction = args.isEmpty() ? direction(match) : number(0);
        boolean bare = direction == 0 && !match.has("this");
        if (anchor == null) {
            LocalDate only = context.onlyFullDate();
            return bare && only != null && only.getDayOfWeek() == wanted ? TimeMeaning.on(only) : TimeMeaning.UNKNOWN;
        }
        if (direction != 0) {
            LocalDate day =
                    anchor.with(direction > 0 ? TemporalAdjusters.next(wanted) : TemporalAdjusters.previous(wanted));
            // whoever means tomorrow does not say "next Friday"
            boolean beside = ChronoUnit.DAYS.between(anchor, day) == direction && args.isEmpty();
            return TimeMeaning.on(beside ? day.plusWeeks(direction) : day);
        }
        boolean ahead = context.isFuture() || match.has("this") && context.tense() != Tense.PAST;
        return TimeMeaning.on(
                anchor.with(ahead ? TemporalAdjusters.nextOrSame(wanted) : TemporalAdjusters.previousOrSame(wanted)));
    }

    /** Friday the 22nd: the nearest such day, looking back unless the verb is of the future. */
    private static TimeMeaning weekdayOfMonth(Match match, TimeContext context, LocalDate anchor) {
        int dom = match.number(match.has("spelled") ? "spelled" : "dom");
        for (int i = 0; i < 12; i++) {
            YearMonth month = YearMonth.from(anchor).plusMonths(context.isFuture() ? i : -i);
            LocalDate day = date(month.getYear(), month.getMonthValue(), dom);
            if (day != null && day.getDayOfWeek() == DayOfWeek.of(match.number("weekday"))) {
                return TimeMeaning.on(day);
            }
        }
        return TimeMeaning.UNKNOWN;
    }

    /** The first Friday of July, the last one of the month. */
    private TimeMeaning nthWeekday(Match match, TimeContext context) {
        TimeMeaning month = sub(match, match.subs().containsKey("month") ? "month" : "calmonth", context);
        int n = args.isEmpty() ? match.number("ordinal") : number(0);
        if (month.interval() == null || n > 5) {
            return TimeMeaning.UNKNOWN;
        }
        LocalDate first = month.interval().start();
        LocalDate day = first.with(TemporalAdjusters.dayOfWeekInMonth(n, DayOfWeek.of(match.number("weekday"))));
        return day.getMonth() == first.getMonth() ? TimeMeaning.on(day) : TimeMeaning.UNKNOWN;
    }

    /** The 20th of next month, the last day of March. */
    private TimeMeaning dayOfMonth(Match match, TimeContext context) {
        TimeMeaning month = sub(match, match.subs().containsKey("month") ? "month" : "calmonth", context);
        if (month.interval() == null) {
            return TimeMeaning.UNKNOWN;
        }
        LocalDate first = month.interval().start();
        LocalDate last = month.interval().end();
        return TimeMeaning.on(
                args.isEmpty() ? date(first.getYear(), first.getMonthValue(), match.number("spelled")) : last);
    }

    /** The last week of March, the first of a year: ISO weeks of which most days lie in it. */
    private TimeMeaning weekIn(Match match, TimeContext context) {
        TimeMeaning whole = sub(match, match.subs().containsKey("month") ? "month" : "anyyear", context);
        int n = args.isEmpty() ? match.number(match.has("number") ? "number" : "ordinal") : number(0);
        if (whole.interval() == null || n > 53) {
            return TimeMeaning.UNKNOWN;
        }
        // the week of its fourth day is the first of which most days lie in it
        LocalDate week = n > 0
                ? whole.interval().start().plusDays(3).plusWeeks(n - 1L)
                : whole.interval().end().minusDays(3);
        return TimeMeaning.week(week);
    }

    /** The weekend: this one when it has come or the verb is of the future, else the last. */
    private static TimeMeaning weekend(TimeContext context, LocalDate anchor) {
        boolean come = anchor.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        return TimeMeaning.weekend(come || context.isFuture() ? anchor : anchor.minusWeeks(1));
    }

    /** The day before or after the one spoken of. */
    private static TimeMeaning dayBeside(TimeContext context, int days) {
        return context.day() == null
                ? TimeMeaning.UNKNOWN
                : TimeMeaning.on(context.day().plusDays(days));
    }

    /** The unit before the one of its kind that was spoken of, else before the one around the anchor. */
    private static TimeMeaning previous(Match match, TimeContext context, LocalDate anchor) {
        TimeMeaning before = context.before();
        boolean sameKind = before != null
                && before.interval() != null
                && before.value() != null
                && before.value()
                        .equals(unit(before.interval().start(), span(match), 0).value());
        return unit(sameKind ? startBefore(context, anchor) : anchor, span(match), -1);
    }

    private static TimeMeaning thatPart(Match match, TimeContext context) {
        if (context.sentenceDay() != null) {
            return TimeMeaning.on(context.sentenceDay()).at("T" + match.value("part"));
        }
        return dayBeside(context, 0).at("T" + match.value("part"));
    }

    /** The 21st: the last one by a verb of the past, the next by one of the future, else of the month of publication. */
    private static TimeMeaning dayInMonth(Match match, TimeContext context, LocalDate anchor) {
        int dom = match.number(match.has("nth") ? "nth" : "dom");
        int months = context.isFuture() && dom < anchor.getDayOfMonth()
                ? 1
                : context.tense() == Tense.PAST && dom > anchor.getDayOfMonth() ? -1 : 0;
        YearMonth month = YearMonth.from(anchor).plusMonths(months);
        return TimeMeaning.on(date(month.getYear(), month.getMonthValue(), dom));
    }

    /** The weekend of a feast: the one before a Monday, else that of its week. */
    private static TimeMeaning feastWeekend(TimeMeaning feast) {
        return feast.interval() == null
                ? feast
                : TimeMeaning.weekend(feast.interval().start().minusDays(1));
    }

    /**
     * The third straight month: the unit spoken of, else the one around the anchor. It is not told which day lies in it, so that
     * no event is dated by it.
     */
    private TimeMeaning running(Match match, TimeContext context, LocalDate anchor) {
        String unit = spanOr(match);
        TimeMeaning before = context.before();
        TimeMeaning spoken = unit(startBefore(context, anchor), unit, 0);
        boolean sameKind = before != null && String.valueOf(before.value()).equals(spoken.value());
        TimeMeaning now = unit.equals("Q") ? TimeQuarter.now(context, anchor, false) : unit(anchor, unit, 0);
        return TimeMeaning.plain(String.valueOf((sameKind ? spoken : now).value()));
    }

    private static TimeMeaning following(Match match, TimeContext context, LocalDate anchor) {
        return unit(startBefore(context, anchor), span(match), 1);
    }

    /** The first day of what was spoken of, else the anchor. */
    static LocalDate startBefore(TimeContext context, LocalDate anchor) {
        TimeMeaning before = context.before();
        return before == null || before.interval() == null
                ? anchor
                : before.interval().start();
    }

    private static int direction(Match match) {
        return match.has("last") ? -1 : match.has("next") ? 1 : 0;
    }

    private static LocalDate dayBefore(TimeContext context, LocalDate anchor) {
        return context.freshDay() == null ? anchor : context.freshDay();
    }

    /**
     * In the afternoon: of the day that the sentence names. Where it names none, the value is of the day spoken of before, as
     * TimeML has it, yet no day is stated that would date an event.
     */
    private static TimeMeaning somePart(TimeContext context, LocalDate anchor, String part) {
        if (context.sentenceDay() != null) {
            return TimeMeaning.on(context.sentenceDay()).at(part);
        }
        return TimeMeaning.plain(dayBefore(context, anchor) + part);
    }

    private static LocalDate dayOfSentence(TimeContext context, LocalDate anchor) {
        return context.sentenceDay() == null ? anchor : context.sentenceDay();
    }

    // ---- calendar units

    /** A year. Four figures that nothing but their shape makes a year are none when they lie far ahead: 2028 adults. */
    private TimeMeaning year(Match match, TimeContext context) {
        for (String written : List.of("year", "modern", "newsyear", "old", "spoken", "yy")) {
            if (match.has(written)) {
                int year = century(match.number(written), context);
                boolean near =
                        context.anchor() == null || year <= context.anchor().getYear() + FARTHEST_BARE_YEAR;
                return near || !arg(0).equals("near") ? TimeMeaning.year(year) : TimeMeaning.NONE;
            }
        }
        throw new IllegalStateException("time-rules.tsv: year without one");
    }

    static int yearOf(Match match, TimeContext context, int otherwise) {
        if (match.has("year")) {
            return match.number("year");
        }
        if (match.has("spoken")) {
            return match.number("spoken");
        }
        if (match.has("winteryears")) {
            return Integer.parseInt(String.valueOf(match.value("winteryears")).substring(0, 4));
        }
        for (String category : List.of("anyyear", "relyear")) {
            TimeMeaning year = sub(match, category, context);
            if (year.interval() != null) {
                return year.interval().start().getYear();
            }
        }
        return otherwise;
    }

    private TimeMeaning fiscal(Match match, TimeContext context) {
        LocalDate anchor = context.anchor();
        int shift = args.isEmpty() ? direction(match) : number(0);
        if (match.has("year")) {
            return TimeMeaning.plain("FY" + match.value("year"));
        }
        return anchor == null
                ? TimeMeaning.UNKNOWN
                : TimeMeaning.plain(String.format(Locale.ROOT, "FY%04d", anchor.getYear() + shift));
    }

    private TimeMeaning month(Match match, TimeContext context) {
        int month = match.number("month");
        LocalDate anchor = context.anchor();
        boolean named = match.has("year") || match.has("spoken") || match.subs().containsKey("relyear");
        int stated = named ? yearOf(match, context, 0) : yearInTwo(match, context);
        if (stated > 0) {
            return TimeMeaning.month(YearMonth.of(stated, month));
        }
        if (anchor == null) {
            return TimeMeaning.plain(String.format(Locale.ROOT, "XXXX-%02d", month));
        }
        int year = anchor.getYear();
        if (number(0) < 0) {
            year -= month > anchor.getMonthValue() ? 1 : 0;
        } else if (match.has("last")) {
            year -= month >= anchor.getMonthValue() ? 1 : 0;
        } else if (match.has("next")) {
            year += month <= anchor.getMonthValue() ? 1 : 0;
        } else if (!match.has("this")) {
            LocalDate first = LocalDate.of(year, month, 1);
            boolean past = context.tense() == Tense.PAST && first.isAfter(anchor);
            year = month == anchor.getMonthValue()
                    ? year
                    : past ? year - 1 : nearestYear(anchor, first, context.tense());
        }
        return TimeMeaning.month(YearMonth.of(year, month));
    }

    private static TimeMeaning season(Match match, TimeContext context) {
        String season = String.valueOf(match.has("season") ? match.value("season") : match.value("clearseason"));
        int stated = yearOf(match, context, 0);
        LocalDate anchor = context.anchor();
        if (stated > 0) {
            return TimeMeaning.season(stated, season);
        }
        if (anchor == null) {
            return TimeMeaning.UNKNOWN;
        }
        int year = anchor.getYear();
        int start = TimeMeaning.seasonStart(season);
        boolean ended = start + 2 < anchor.getMonthValue();
        boolean begun = start <= anchor.getMonthValue();
        // the winter that January falls in began in the year before
        boolean winter = season.equals("WI") && anchor.getMonthValue() <= 2;
        if (match.has("last")) {
            year -= ended && !winter ? 0 : 1;
        } else if (match.has("next")) {
            year += begun ? 1 : 0;
        } else if (winter) {
            year--;
        } else if (!match.has("this") && !context.isFuture() && !begun && start - anchor.getMonthValue() > 6) {
            year--;
        } else if (context.isFuture() && ended) {
            year++;
        }
        return TimeMeaning.season(year, season);
    }

    /** The nineties; the 1700s, which are a century. */
    private static TimeMeaning decade(int year) {
        boolean century = year % 100 == 0 && year < 1900;
        return century ? TimeMeaning.century(year / 100) : TimeMeaning.decade(year);
    }

    private static TimeMeaning century(int ordinal) {
        return ordinal < 1 || ordinal > 21 ? TimeMeaning.NONE : TimeMeaning.century(ordinal - 1);
    }

    private static TimeMeaning half(Match match, TimeContext context) {
        LocalDate anchor = context.anchor();
        int half = match.number("halfth");
        int begun =
                anchor == null ? 0 : half == 2 && anchor.getMonthValue() < 7 ? anchor.getYear() - 1 : anchor.getYear();
        int year = yearOf(match, context, begun);
        return year == 0 ? TimeMeaning.UNKNOWN : TimeMeaning.half(year, half);
    }

    static String span(Match match) {
        return String.valueOf(match.value("span"));
    }

    /** The unit that the pattern's class or words name. */
    private String spanOr(Match match) {
        return match.has("span") ? span(match) : arg(0).isEmpty() ? "Y" : arg(0);
    }

    private TimeMeaning shifted(Match match, LocalDate anchor) {
        int shift = args.isEmpty() ? direction(match) : number(0);
        String unit = match.has("span") ? span(match) : "Y";
        if ((unit.equals("DE") || unit.equals("CE")) && shift != 0) {
            return TimeMeaning.duration(TimeCount.period("1", unit));
        }
        return unit(anchor, unit, shift);
    }

    /** The unit {@code shift} units from the day. */
    static TimeMeaning unit(LocalDate day, String unit, int shift) {
        return switch (unit) {
            case "D" -> TimeMeaning.on(day.plusDays(shift));
            case "W" -> TimeMeaning.week(day.plusWeeks(shift));
            case "F" -> TimeMeaning.week(day.plusWeeks(2L * shift));
            case "WE" -> TimeMeaning.weekend(day.plusWeeks(shift));
            case "MO" -> TimeMeaning.month(YearMonth.from(day).plusMonths(shift));
            case "Q" -> TimeQuarter.of(day.plusMonths(3L * shift));
            case "Y" -> TimeMeaning.year(day.getYear() + shift);
            case "DE" ->
                shift == 0 ? TimeMeaning.decade(day.getYear() / 10 * 10) : TimeMeaning.year(day.getYear() + 10 * shift);
            case "CE" ->
                shift == 0
                        ? TimeMeaning.century(day.getYear() / 100)
                        : TimeMeaning.year(Math.max(1, day.getYear() + 100 * shift));
            default -> TimeMeaning.on(day);
        };
    }

    private TimeMeaning that(Match match, TimeContext context) {
        TimeMeaning before = context.before();
        LocalDate day = before == null || before.interval() == null
                ? null
                : before.interval().start();
        return day == null ? TimeMeaning.UNKNOWN : unit(day, spanOr(match), 0);
    }

    private static TimeMeaning weekOf(TimeMeaning day) {
        return day.interval() == null ? day : TimeMeaning.week(day.interval().start());
    }

    // ---- sets

    private static String weekly(Match match) {
        String day = match.has("weekday") ? match.value("weekday") : match.value("weekdays");
        String part = match.has("parts") ? match.value("parts") : match.value("part");
        return "XXXX-WXX-" + day + (part == null ? "" : "T" + part);
    }

    /** Every June, every 4 July, every summer, every Christmas; a feast without a fixed day is yearly. */
    private static String yearly(Match match) {
        Match feast = match.subs().get("feast");
        if (feast != null) {
            TimeSense day = feast.rule().sense();
            return day.name().equals("fixed") ? "XXXX-" + day.arg(0) : "P1Y";
        }
        if (match.has("season")) {
            return "XXXX-" + match.value("season");
        }
        String month = String.format(Locale.ROOT, "XXXX-%02d", match.number("month"));
        return match.has("dom") ? String.format(Locale.ROOT, "%s-%02d", month, match.number("dom")) : month;
    }
}
