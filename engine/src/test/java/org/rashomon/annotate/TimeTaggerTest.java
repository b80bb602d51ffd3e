package org.rashomon.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Article;
import org.rashomon.model.TimeExpression;
import org.rashomon.text.SentenceSplitter;

class TimeTaggerTest {
    /** A Friday. */
    private static final LocalDate PUBLISHED = LocalDate.of(2016, 9, 30);

    private static List<TimeExpression> tag(String text, @Nullable LocalDate published) {
        Article article = Texts.article(text, published);
        return new TimeTagger().tag(article, new SentenceSplitter().split(article));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The bridge fell on Monday. | Monday | 2016-09-26
            The council will meet on Monday. | Monday | 2016-10-03
            The council said on Thursday it will meet. | Thursday | 2016-09-29
            Shells fell early on Thursday. | early on Thursday | 2016-09-29
            Shells fell on Thursday evening. | Thursday evening | 2016-09-29TEV
            They asked about the 19 September attack. | 19 September | 2016-09-19
            It began on September 9, 2013, they say. | September 9, 2013 | 2013-09-09
            It began on 9 September 2013. | 9 September 2013 | 2013-09-09
            The deal of May 3 held. | May 3 | 2016-05-03
            The war began in March 2011. | March 2011 | 2011-03
            Nothing has changed since 2011. | 2011 | 2011
            They met last week. | last week | 2016-W38
            They met three days ago. | three days ago | 2016-09-27
            They met two years ago. | two years ago | 2014
            It rained yesterday. | yesterday | 2016-09-29
            The six-year agreement ended. | six-year | P6Y
            It lasted for two weeks. | two weeks | P2W
            It stopped a few hours prior to the vote. | a few hours prior | PTXH
            They meet every week. | every week | P1W
            It was built in the 1990s. | 1990s | 199
            It ended in the summer of 2014. | summer of 2014 | 2014-SU
            They met on 2016-08-02 in secret. | 2016-08-02 | 2016-08-02
            """)
    void expressionsHaveValuesAgainstThePublicationDate(String text, String words, String value) {
        List<TimeExpression> found = tag(text, PUBLISHED);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).span().in(text)).isEqualTo(words);
        assertThat(found.get(0).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"They may march again.", "He paid 2000 francs.", "The second man fell.", "It can wait."})
    void otherWordsAreNoTimes(String text) {
        assertThat(tag(text, PUBLISHED)).isEmpty();
    }

    @Test
    void undatedArticlesLeaveRelativeTimesOpen() {
        List<TimeExpression> found = tag("It rained yesterday.\nThe dam broke on April 3.", null);
        assertThat(found).extracting(TimeExpression::value).containsExactly(null, "XXXX-04-03");
        assertThat(found).extracting(TimeExpression::interval).containsOnlyNulls();
    }

    @Test
    void aSingleFullDateAnchorsItsOwnWeekdayOnly() {
        String text = "A view of the mill on April 28, 2016.\nThe mill burned on Thursday.\nRain came on Friday.";
        assertThat(tag(text, null)).extracting(TimeExpression::value).containsExactly("2016-04-28", "2016-04-28", null);
    }
}
