package org.rashomon.annotate.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rashomon.model.Article;
import org.rashomon.testing.Texts;
import org.rashomon.text.SentenceSplitter;
import org.rashomon.words.Tsv;

/** The invented sentences of {@code time-news.tsv}: all of their expressions and no others, with their extents and values. */
class TimeNewsTest {
    private static final TimeTagger TAGGER = new TimeTagger();
    private static final Pattern MARKED = Pattern.compile("\\[([^|\\]]*)\\|([^\\]]*)]");

    static Stream<List<String>> sentences() {
        return Tsv.rows("en/time-news.tsv").stream().map(row -> List.of(row.cell(0), row.cell(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sentences")
    void everyExpressionIsFoundWithItsValue(List<String> row) {
        List<String> wanted = new ArrayList<>();
        Matcher marked = MARKED.matcher(row.get(1));
        while (marked.find()) {
            wanted.add(marked.group(1) + " = " + marked.group(2));
        }
        String text = MARKED.matcher(row.get(1)).replaceAll("$1");
        Article article = Texts.article(text, LocalDate.parse(row.get(0)));
        assertThat(TAGGER.tag(article, new SentenceSplitter().split(article)))
                .extracting(time -> time.span().in(text) + " = " + time.value())
                .containsExactlyElementsOf(wanted);
    }
}
