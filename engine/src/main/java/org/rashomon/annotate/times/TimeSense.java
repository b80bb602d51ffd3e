package org.rashomon.annotate.times;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.times.TimeGrammar.Match;

/**
 * What a line of {@code time-rules.tsv} means: its third column names a sense, with arguments {@code N} (number), {@code U} (unit),
 * {@code P} (part of day). The two tables below say what each sense gives; the classes whose methods they call say how.
 *
 * <p>News looks back: a bare weekday is the last one up to the day of publication unless the verb is of the future; a date without a
 * year is the last by a verb of the past, the next by one of the future, and else the nearest that is not far ahead. Units count
 * as TimeML has it: two years ago is a year, two weeks ago a week.
 */
record TimeSense(String name, List<String> args) {
    static TimeSense of(String column) {
        List<String> parts = List.of(column.split(" "));
        return new TimeSense(parts.get(0), parts.subList(1, parts.size()));
    }

    /** Argument {@code i}, empty where there is none. */
    String arg(int i) {
        return i < args.size() ? args.get(i) : "";
    }

    static TimeMeaning meaning(Match match, TimeContext context) {
        return switch (match.rule().sense().name()) {
            case "same" ->
                same(match, context); // what the category in the pattern means, with the mod of an edge or hedge
            case "none" -> TimeMeaning.NONE; // no expression after all
            case "open" -> TimeMeaning.UNKNOWN; // one whose value is not told
            case "mod" -> TimeMeaning.UNKNOWN.modified(match.arg(0)); // an edge or hedge
            case "ref" -> TimeMeaning.plain(match.arg(0)); // a value that is always the same, PRESENT_REF
            // days
            case "date" -> TimeMeaning.on(LocalDate.parse(match.arg(0)));
            case "day" -> TimeDay.dated(match, match.number("dom", "ordinal", "spelled"), context);
            case "iso" -> TimeDay.iso(match);
            case "figures" -> TimeDay.figures(match, context);
            case "nthweekday" -> TimeDay.nthWeekday(match, context);
            case "dayofmonth" -> TimeDay.dayOfMonth(match, context);
            case "feast" -> TimeFeast.day(match, yearOf(match, context), context);
            case "weekday" -> TimeDay.weekday(match, context);
            // units that are named
            case "isomonth" -> TimeMeaning.month(YearMonth.parse(match.text("isomonth")));
            case "month" -> TimeUnit.month(match, context);
            case "weekin" -> TimeUnit.weekIn(match, context);
            case "year" -> TimeUnit.year(match, context); // near: none when it lies far ahead
            case "fiscal" -> TimeUnit.fiscal(match, context);
            case "season" -> TimeUnit.season(match, context);
            case "decade" -> TimeUnit.decade(match.number("decade"));
            case "century" -> TimeUnit.century(match.number("spelled"));
            case "half" -> TimeUnit.half(match, context);
            // within a day
            case "hour", "past" -> TimeClock.hour(match, context);
            case "clock" -> TimeClock.clock(match, context);
            case "part" -> sub(match, "day", context).at(part(match));
            // counts: durations, so long ago, sets
            case "someday" -> context.isFuture() ? TimeMeaning.plain("FUTURE_REF") : TimeMeaning.duration("P1D");
            case "quantity", "ago", "ago.5", "earlier", "later", "within", "from" -> TimeCount.counted(match, context);
            case "compound" -> TimeCount.compound(match, context);
            case "vague", "few" -> TimeMeaning.duration(TimeCount.period("X", match.unit()));
            case "one" -> TimeMeaning.duration(TimeCount.period("1", match.unit()));
            case "set" -> TimeMeaning.plain(TimeCount.setOf(match));
            case "times" -> TimeMeaning.plain(TimeCount.period("1", match.unit()));
            case "period" -> TimeMeaning.plain(match.text("set"));
            case "yearly" -> TimeMeaning.plain(TimeCount.yearly(match));
            case "everypart" -> TimeMeaning.plain("XXXX-XX-XXT" + match.text("part"));
            case "weekly" -> TimeMeaning.plain(TimeCount.weekly(match));
            default -> context.anchor() == null ? TimeMeaning.UNKNOWN : anchored(match, context, context.anchor());
        };
    }

    /** The senses that mean nothing without a day of publication. */
    private static TimeMeaning anchored(Match match, TimeContext context, LocalDate anchor) {
        return switch (match.rule().sense().name()) {
            // days
            case "relative" -> TimeMeaning.on(anchor.plusDays(match.number("relative")));
            case "days" -> TimeMeaning.on(anchor.plusDays(match.argNumber(0)));
            case "sameday" -> TimeMeaning.on(context.freshDayOr(anchor));
            case "daybeside" -> TimeDay.beside(context, match.argNumber(0)); // N days after the one spoken of
            case "weekdayin" -> TimeDay.weekdayIn(match, anchor);
            case "weekdaydom" -> TimeDay.weekdayOfMonth(match, context, anchor);
            // the unit around the anchor or the one before or after it, by its words or N; or the one spoken of
            case "shift" -> TimeUnit.shifted(match, anchor);
            case "after" -> TimeUnit.of(anchor, match.has("span") ? match.unit() : match.arg(1), match.argNumber(0));
            case "current" -> TimeUnit.of(anchor, match.unit(), 0);
            case "currentend" -> TimeUnit.of(anchor, match.unit(), 0).modified("END");
            case "previous" -> TimeUnit.previous(match, context, anchor);
            case "following" -> TimeUnit.of(context.startBefore(anchor), match.unit(), 1);
            case "that" -> TimeUnit.that(match, context);
            case "running" -> TimeUnit.running(match, context, anchor); // the third straight month
            case "weekend" -> TimeUnit.weekend(context, anchor);
            case "weekof" -> TimeUnit.weekOf(sub(match, "day", context));
            case "feastweekend" -> TimeUnit.weekendOf(TimeFeast.day(match, 0, context));
            case "yearedge" -> TimeMeaning.year(anchor.getYear()).modified(String.valueOf(modOf(match, context)));
            case "yearend" -> TimeMeaning.on(LocalDate.of(anchor.getYear(), 12, 31));
            case "agoon" -> TimeCount.agoOn(match, context); // so many units before a day or week named beside
            // quarters, and what news of earnings compares them with
            case "quarter" -> TimeQuarter.named(match, context, anchor);
            case "quarterago" -> TimeQuarter.ago(match, context, anchor);
            case "monthago" -> TimeQuarter.monthAgo(match, context, anchor);
            case "quarternow" -> TimeQuarter.now(context, anchor, match.arg(0).equals("ended"));
            case "latest" -> TimeQuarter.latest(match, context, anchor);
            case "wholeyear" -> TimeQuarter.wholeYear(context, anchor);
            // parts of a day
            case "thispart" -> TimeMeaning.on(context.sentenceDayOr(anchor)).at(part(match));
            case "thatpart" -> TimeDay.that(context).at(part(match));
            case "partbeside" -> TimeDay.beside(context, match.argNumber(0)).at("T" + match.text("part"));
            case "somepart" -> TimeDay.part(context, anchor, part(match));
            case "daypart" -> TimeMeaning.on(anchor).at(part(match));
            case "lastpart" -> TimeMeaning.on(anchor.minusDays(1)).at(match.has("part") ? part(match) : "TNI");
            case "clocklast" -> TimeMeaning.on(anchor.minusDays(1)).at(TimeClock.evening(match));
            default ->
                throw new IllegalStateException(
                        "time-rules.tsv: no sense " + match.rule().sense());
        };
    }

    /** What the category in a pattern means, not known where it did not match. */
    static TimeMeaning sub(Match match, String category, TimeContext context) {
        Match sub = match.sub(category);
        return sub == null ? TimeMeaning.UNKNOWN : meaning(sub, context);
    }

    /** The part of the day that the sense or the pattern names, as TMO. */
    private static String part(Match match) {
        return "T" + (match.arg(0).isEmpty() ? match.text("part") : match.arg(0));
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

    /** The year beside a month, day, quarter or feast, 0 where there is none. */
    static int yearOf(Match match, TimeContext context) {
        int year = match.number("old", "year", "spoken", "winteryears");
        if (year == 0) {
            year = sub(match, "anyyear", context)
                    .yearOr(sub(match, "relyear", context).yearOr(0));
        }
        return year == 0 && match.has("yy") ? century(match.number("yy"), context) : year;
    }

    /** A year written with four or two digits: 07, 89. Two are of the hundred years up to ten after the anchor. */
    static int century(int year, TimeContext context) {
        if (year >= 100) {
            return year;
        }
        int last = (context.anchor() == null ? 2030 : context.anchor().getYear()) + 10;
        return last - Math.floorMod(last - year, 100);
    }

    static String four(int year) {
        return String.format(Locale.ROOT, "%04d", year);
    }
}
