package org.rashomon.annotate.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rashomon.model.Article;
import org.rashomon.model.TimeExpression;
import org.rashomon.testing.Texts;
import org.rashomon.text.SentenceSplitter;
import org.rashomon.words.Tsv;

class TimeTaggerPropertyTest {
    private static final TimeTagger TAGGER = new TimeTagger();

    /** Values of TIMEX3: dates as far as they are known, with a part or hour of the day; durations; references. */
    private static final Pattern VALUE = Pattern.compile("(?:\\d{2,4}|XXXX)"
            + "|(?:\\d{4}|XXXX)-(?:\\d{2}|W(?:\\d{2}|XX)(?:-(?:WE|[1-7]))?|Q[1-4]|H[12]|SP|SU|FA|WI)"
            + "|(?:\\d{4}|XXXX)-(?:\\d{2}|XX)-(?:\\d{2}|XX)(?:T(?:MO|MI|AF|EV|NI|\\d{2}:\\d{2}(?::\\d{2})?Z?))?"
            + "|XXXX-WXX-[1-7]T(?:MO|MI|AF|EV|NI|\\d{2}:\\d{2}(?::\\d{2})?Z?)"
            + "|FY\\d{4}"
            + "|P(?:XX|(?:(?:\\d+(?:\\.\\d+)?|X)(?:Y|M|W|D|WE|Q|DE|CE))*(?:T(?:(?:\\d+(?:\\.\\d+)?|X)[HMS])+)?)"
            + "|(?:PAST|PRESENT|FUTURE)_REF");

    @Provide
    Arbitrary<String> wordSalad() {
        List<String> words = new ArrayList<>(List.of(
                ",",
                ".",
                "-",
                "'",
                "'s",
                "\u201c",
                "(",
                ")",
                "\uD83D\uDE00",
                "e\u0301",
                "31",
                "9",
                "2016",
                "7:30",
                "0430",
                "1990s",
                "9/11",
                "2016-02-30",
                "12/13/2014",
                "1/2",
                "000",
                "2,000",
                "it",
                "will",
                "fell",
                "said",
                "mill"));
        for (Tsv.Row row : Tsv.rows("en/time-words.tsv")) {
            words.addAll(row.list(2));
        }
        for (Tsv.Row row : Tsv.rows("en/time-rules.tsv")) {
            for (String part : row.cell(1).split("[\\s\\[\\]|]+")) {
                if (!part.isEmpty() && part.chars().allMatch(Character::isLetter)) {
                    words.add(part);
                }
            }
        }
        return Arbitraries.of(words)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(list -> list.stream().collect(Collectors.joining(" ")));
    }

    @Property(tries = 2000)
    void spansLieInTheTextAndValuesAreTimex3(
            @ForAll("wordSalad") String text, @ForAll boolean dated, @ForAll("days") LocalDate day) {
        Article article = Texts.article(text, dated ? day : null);
        List<TimeExpression> found = TAGGER.tag(article, new SentenceSplitter().split(article));
        int end = 0;
        for (TimeExpression time : found) {
            assertThat(time.span().start()).isGreaterThanOrEqualTo(end);
            assertThat(time.span().end()).isGreaterThan(time.span().start()).isLessThanOrEqualTo(text.length());
            end = time.span().end();
            if (time.value() != null) {
                assertThat(time.value()).as(time.span().in(text)).matches(VALUE).isNotEqualTo("P");
            }
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 60_000)
                .map(offset -> LocalDate.of(1900, 1, 1).plusDays(offset));
    }
}
