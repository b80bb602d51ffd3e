package org.rashomon.export.layout;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Article;
import org.rashomon.model.Span;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.events.Figure;

/** How the page says things: acts as verbs, days, ranges, names of sources. English, calm, and the same everywhere. */
final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    /** Words of a statement shown outside its article; longer ones are cut, with an ellipsis. */
    private static final int LONGEST_WORDS = 300;

    private static final int LONGEST_CITATION = 900;
    /** A title that stands for an outlet that is not stated. */
    private static final int LONGEST_SOURCE = 36;

    private Wording() {}

    static String verb(Act act) {
        return switch (act) {
            case ADMIT -> "admits";
            case DENY -> "denies";
            case ACCUSE -> "accuses";
            case THREATEN -> "threatens";
            case DEMAND -> "demands";
            case PROMISE -> "promises";
            case ANNOUNCE -> "announces";
            case APPRAISE -> "judges";
            case ASSERT -> "says";
        };
    }

    static String style(Act act) {
        return act.name().toLowerCase(Locale.ROOT);
    }

    static String relation(ClaimRelation.Kind kind) {
        return switch (kind) {
            case RESTATES -> "said again";
            case CORROBORATES -> "says the same";
            case CONTRADICTS -> "contradicts";
            case DENIES -> "denies";
            case COUNTER_ATTRIBUTES -> "blames another";
            case DISPUTES_CAUSE -> "gives another cause";
            case FIGURE_CONFLICT -> "gives another figure";
            case FIGURE_COMPATIBLE -> "gives a figure that fits";
            case UNDETERMINED -> "beside it, the words do not decide";
        };
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String shortDay(LocalDate day) {
        return SHORT.format(day);
    }

    static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + day.getYear();
    }

    /** <em>27–28 April 2016</em>, <em>April 2016</em>, <em>2016</em>: no more exact than the interval is. */
    static String interval(TimeInterval time) {
        LocalDate start = time.start();
        LocalDate end = time.end();
        String month = start.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return switch (time.precision()) {
            case MONTH -> month + " " + start.getYear();
            case YEAR -> String.valueOf(start.getYear());
            case DECADE -> start.getYear() + "s";
            case WEEK -> "week of " + day(start);
            case DAY, SEASON, RANGE -> range(start, end, month);
        };
    }

    /** One day in short, any other interval in full. */
    static String shortInterval(TimeInterval time) {
        boolean day = time.start().equals(time.end());
        return day ? shortDay(time.start()) : interval(time);
    }

    private static String range(LocalDate start, LocalDate end, String month) {
        if (start.equals(end)) {
            return day(start);
        }
        if (start.getYear() == end.getYear() && start.getMonth() == end.getMonth()) {
            return start.getDayOfMonth() + "–" + end.getDayOfMonth() + " " + month + " " + start.getYear();
        }
        return day(start) + " – " + day(end);
    }

    /** When a claim was said; where the text does not tell, when it was published; else that it is open. */
    static String when(Claim claim, Article article) {
        if (claim.said() != null) {
            return interval(claim.said());
        }
        return article.published() == null
                ? "undated"
                : "published " + day(article.published().day());
    }

    /** What the page calls an article's source: the outlet; where none is stated, the title, else the file. */
    static String source(Article article) {
        if (article.outlet() != null) {
            return article.outlet();
        }
        return article.title() == null || article.title().isBlank()
                ? fileName(article)
                : "“" + cut(article.title(), LONGEST_SOURCE) + "”";
    }

    static String fileName(Article article) {
        String file = article.file();
        return file.substring(file.lastIndexOf('/') + 1);
    }

    static String title(Article article) {
        if (article.title() != null && !article.title().isBlank()) {
            return article.title();
        }
        return fileName(article);
    }

    /** A claim's words, an ellipsis where its parts are not adjacent. */
    static String words(Claim claim, Article article) {
        String text = article.text();
        return cut(
                claim.attribution().content().stream()
                        .map(span -> span.in(text))
                        .collect(Collectors.joining(" … ")),
                LONGEST_WORDS);
    }

    /** A claim's words, to be quoted: longer than shown, and cut only where they are very long. */
    static String whole(Claim claim, Article article) {
        String text = article.text();
        return cut(
                claim.attribution().content().stream()
                        .map(span -> span.in(text))
                        .collect(Collectors.joining(" … ")),
                LONGEST_CITATION);
    }

    static String words(Span span, Article article) {
        return cut(span.in(article.text()), LONGEST_WORDS);
    }

    /** At most {@code longest} characters, cut between words, line breaks as spaces. */
    static String cut(String words, int longest) {
        String line = words.replace('\n', ' ');
        if (line.length() <= longest) {
            return line;
        }
        int space = line.lastIndexOf(' ', longest - 1);
        int end = space > longest / 2 ? space : longest - 1;
        if (Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end) + " …";
    }

    /** <em>killed, civilians</em>. */
    static String counts(Figure figure) {
        String unit = figure.unit() == Figure.Unit.OTHER
                ? "counted"
                : figure.unit().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String counted = switch (figure.personClass()) {
            case CIVILIAN -> ", civilians";
            case CHILD -> ", children";
            case WOMAN -> ", women";
            case COMBATANT -> ", combatants";
            case MEDIC -> ", medics";
            case AID_WORKER -> ", aid workers";
            case JOURNALIST -> ", journalists";
            case FAMILY -> ", families";
            case THING -> ", things";
            case UNKNOWN -> "";
        };
        return unit + counted;
    }

    static String range(@Nullable Long low, @Nullable Long high) {
        if (low == null && high == null) {
            return "open";
        }
        if (low == null) {
            return "up to " + number(high);
        }
        if (high == null) {
            return number(low) + " or more";
        }
        return low.equals(high) ? number(low) : number(low) + "–" + number(high);
    }

    static String number(@Nullable Long number) {
        return number == null ? "open" : String.format(Locale.ENGLISH, "%,d", number);
    }

    static String plural(int count, String one, String many) {
        return String.format(Locale.ENGLISH, "%,d %s", count, count == 1 ? one : many);
    }

    /** <em>A, B and 3 others</em>. */
    static String some(List<String> names, int shown) {
        if (names.size() <= shown) {
            return and(names);
        }
        int others = names.size() - shown;
        return String.join(", ", names.subList(0, shown)) + " and " + plural(others, "other", "others");
    }

    static String and(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }
}
