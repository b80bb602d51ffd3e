package org.rashomon.annotate.times;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Span;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimePrecision;
import org.rashomon.testing.Texts;
import org.rashomon.text.SentenceSplitter;

class TimeTaggerTest {
    /** A Friday. */
    private static final LocalDate PUBLISHED = LocalDate.of(2016, 9, 30);

    private static List<TimeExpression> tag(String text, @Nullable LocalDate published) {
        Article article = Texts.article(text, published);
        return new TimeTagger().tag(article, new SentenceSplitter().split(article));
    }

    /** The only expression of the text has these words, this value and this type. */
    private static void assertOnly(String text, String words, String value, String type) {
        List<TimeExpression> found = tag(text, PUBLISHED);
        assertThat(found).extracting(time -> time.span().in(text)).containsExactly(words);
        assertThat(found.get(0).value()).isEqualTo(value);
        assertThat(found.get(0).type()).hasToString(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The bridge fell on Monday. | Monday | 2016-09-26
            The council will meet on Monday. | Monday | 2016-10-03
            The council is to be elected on Monday. | Monday | 2016-10-03
            The council agreed to meet on Monday. | Monday | 2016-10-03
            The road stays shut until Monday. | Monday | 2016-10-03
            On Monday, the council will vote. | Monday | 2016-10-03
            The council said on Thursday it will meet. | Thursday | 2016-09-29
            The mill burned last Friday. | last Friday | 2016-09-23
            The fair opens next Friday. | next Friday | 2016-10-07
            The mill burned this past Sunday. | this past Sunday | 2016-09-25
            The mill burned on Monday of last week. | Monday of last week | 2016-09-19
            Shells fell early on Thursday. | early on Thursday | 2016-09-29
            They asked about the 19 September attack. | 19 September | 2016-09-19
            It began on September 9, 2013, they say. | September 9, 2013 | 2013-09-09
            It began on 9 September 2013. | 9 September 2013 | 2013-09-09
            It began on Monday, 9th of September 2013. | Monday, 9th of September 2013 | 2013-09-09
            The deal of May 3 held. | May 3 | 2016-05-03
            The pact was signed on Dec. 15 in secret. | Dec. 15 | 2015-12-15
            The pact will be signed on Jan. 15 in secret. | Jan. 15 | 2017-01-15
            They met on 2016-08-02 in secret. | 2016-08-02 | 2016-08-02
            They met on 28/08/2016 in secret. | 28/08/2016 | 2016-08-28
            It rained yesterday. | yesterday | 2016-09-29
            It rained the day before yesterday. | the day before yesterday | 2016-09-28
            The clerk left on Christmas Eve. | Christmas Eve | 2015-12-24
            They meet on the first Friday of October 2016. | the first Friday of October 2016 | 2016-10-07
            Mondays blast hit a bus. | Mondays | 2016-09-26
            The mayor blamed rebels for Tuesdays deadly raid. | Tuesdays | 2016-09-27
            """)
    void days(String text, String words, String value) {
        assertOnly(text, words, value, "DATE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The war began in March 2011. | March 2011 | 2011-03
            The mill opened in June last year. | June last year | 2015-06
            The mill opened last April. | last April | 2016-04
            The mill shut in November. | November | 2015-11
            The mill will open in November. | November | 2016-11
            Nothing has changed since 2011. | 2011 | 2011
            The harvest failed in nineteen ninety-six. | nineteen ninety-six | 1996
            The treaty of early 2009 holds. | early 2009 | 2009
            They met last week. | last week | 2016-W38
            They meet next month. | next month | 2016-10
            They met earlier this year. | earlier this year | 2016
            They met at the end of last year. | the end of last year | 2015
            They met over the weekend. | the weekend | 2016-W38-WE
            It was the last week of March 2009. | the last week of March 2009 | 2009-W13
            It was built in the 1990s. | the 1990s | 199
            It was built in the late 1970s. | the late 1970s | 197
            It was built in the '80s. | the '80s | 198
            It was built in the 18th century. | the 18th century | 17
            It ended in the summer of 2014. | the summer of 2014 | 2014-SU
            It ended last winter. | last winter | 2015-WI
            Profit fell in the second quarter. | the second quarter | 2016-Q2
            Profit fell in the fourth quarter. | the fourth quarter | 2015-Q4
            Profit fell in the third quarter of 2014. | the third quarter of 2014 | 2014-Q3
            Profit fell in the first quarter of last year. | the first quarter of last year | 2015-Q1
            Profit fell in the first half of 2015. | the first half of 2015 | 2015-H1
            The budget for fiscal 2017 passed. | fiscal 2017 | FY2017
            """)
    void calendarUnits(String text, String words, String value) {
        assertOnly(text, words, value, "DATE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            They met three days ago. | three days ago | 2016-09-27
            They met two weeks ago. | two weeks ago | 2016-W37
            They met five months ago. | five months ago | 2016-04
            They met two years ago. | two years ago | 2014
            They met about a decade ago. | about a decade ago | 2006
            Both will meet in three days. | three days | 2016-10-03
            The road is now shut. | now | PRESENT_REF
            The road was recently shut. | recently | PAST_REF
            The road has been shut in recent years. | recent years | PAST_REF
            The road is shut for the foreseeable future. | the foreseeable future | FUTURE_REF
            The road opens soon. | soon | FUTURE_REF
            """)
    void distancesAndReferences(String text, String words, String value) {
        assertOnly(text, words, value, "DATE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Shells fell on Thursday evening. | Thursday evening | 2016-09-29TEV
            Shells fell late Thursday night. | late Thursday night | 2016-09-29TNI
            Shells fell last night. | last night | 2016-09-29TNI
            Shells fell this morning. | this morning | 2016-09-30TMO
            Shells fell at 7:30 a.m. on Thursday. | 7:30 a.m. on Thursday | 2016-09-29T07:30
            Shells fell on Thursday at 5 p.m. sharp. | Thursday at 5 p.m. | 2016-09-29T17:00
            Shells fell at 16:08 UTC, they say. | 16:08 UTC | 2016-09-30T16:08Z
            Shells fell at 0430 GMT, they say. | 0430 GMT | 2016-09-30T04:30Z
            Shells fell around noon Saturday. | around noon Saturday | 2016-09-24T12:00
            """)
    void hours(String text, String words, String value) {
        assertOnly(text, words, value, "TIME");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The six-year agreement ended. | six-year | P6Y
            It lasted for two weeks. | two weeks | P2W
            It lasted for at least 30 days. | at least 30 days | P30D
            It lasted nearly two and a half years. | nearly two and a half years | P2.5Y
            It lasted half an hour. | half an hour | PT30M
            It lasted two hours and 20 minutes. | two hours and 20 minutes | PT2H20M
            It lasted two decades. | two decades | P20Y
            It lasted for years. | years | PXY
            It grew over the past five trading days. | the past five trading days | P5D
            It grew over the past year. | the past year | P1Y
            Both sides met in thirty minutes. | thirty minutes | PT30M
            It stopped a few hours prior to the vote. | a few hours prior | PTXH
            """)
    void durations(String text, String words, String value) {
        assertOnly(text, words, value, "DURATION");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            They meet every week. | every week | P1W
            They meet every two years. | every two years | P2Y
            They meet once a month. | once a month | P1M
            They meet each Thursday. | each Thursday | XXXX-WXX-4
            The market opens Saturdays at the old gate. | Saturdays | XXXX-WXX-6
            The shop is shut on Sundays. | Sundays | XXXX-WXX-7
            The court sits most Mondays. | Mondays | XXXX-WXX-1
            They meet Tuesday nights. | Tuesday nights | XXXX-WXX-2TNI
            The daily bulletin stopped. | daily | P1D
            """)
    void sets(String text, String words, String value) {
        assertOnly(text, words, value, "SET");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            They may march again.
            He paid 2000 francs.
            The second man fell.
            It can wait.
            A quarter of the town fled.
            The girl, 12, a pupil, fled.
            Come as soon as you can.
            They met on 07/08/2016 in secret.
            The Harbour Daily wrote so.
            """)
    void otherWordsAreNoTimes(String text) {
        assertThat(tag(text, PUBLISHED)).isEmpty();
    }

    @Test
    void rangesAreTwoExpressions() {
        assertThat(tag("It lasted from April to June 2014, and between 2001 and 2003.", PUBLISHED))
                .extracting(TimeExpression::value)
                .containsExactly("2014-04", "2014-06", "2001", "2003");
    }

    @Test
    void hedgesAndEdgesBecomeTheMod() {
        assertThat(tag("In early May it took more than two weeks, about 9 hours a day.", PUBLISHED))
                .extracting(TimeExpression::mod)
                .containsExactly("START", "MORE_THAN", "APPROX", null);
    }

    @Test
    void intervalsTellHowExactlyTheDayIsKnown() {
        assertThat(tag("The mill burned in May, by night on Monday, in 2015 and last week.", PUBLISHED))
                .extracting(
                        time -> time.interval() == null ? null : time.interval().precision())
                .containsExactly(TimePrecision.MONTH, TimePrecision.DAY, TimePrecision.YEAR, TimePrecision.WEEK);
    }

    @Test
    void aYearEarlierMeansTheQuarterSpokenOf() {
        assertThat(tag("Sales fell in the second quarter.\nThey were higher a year earlier.", PUBLISHED))
                .extracting(TimeExpression::value)
                .containsExactly("2016-Q2", "2015-Q2");
    }

    @Test
    void laterCountsFromWhatWasSpokenOf() {
        assertThat(tag("The dam broke on 3 May 2014. It was mended two days later.", PUBLISHED))
                .extracting(TimeExpression::value)
                .containsExactly("2014-05-03", "2014-05-05");
    }

    @Test
    void aPartOfADayThatNobodyNamesDatesNothing() {
        assertThat(tag("A second strike came in the afternoon.", PUBLISHED))
                .extracting(TimeExpression::value, TimeExpression::interval)
                .containsExactly(tuple("2016-09-30TAF", null));
    }

    @Test
    void undatedArticlesLeaveRelativeTimesOpen() {
        List<TimeExpression> found = tag("It rained yesterday.\nThe dam broke on April 3.", null);
        assertThat(found).extracting(TimeExpression::value).containsExactly(null, "XXXX-04-03");
        assertThat(found).extracting(TimeExpression::interval).containsOnlyNulls();
    }

    @Test
    void aDatelineAnchorsAnUndatedArticle() {
        assertThat(tag("Mill burns\nMay 6, 2014\nThe mill burned yesterday.", null))
                .extracting(TimeExpression::value)
                .containsExactly("2014-05-06", "2014-05-05");
    }

    @Test
    void aSingleFullDateAnchorsItsOwnWeekdayOnly() {
        String text = "A view of the mill on April 28, 2016.\nThe mill burned on Thursday.\nRain came on Friday.";
        assertThat(tag(text, null)).extracting(TimeExpression::value).containsExactly("2016-04-28", "2016-04-28", null);
    }

    @Test
    void anUpdatesOwnDayAnchorsWhatItSays() {
        String text = "The bridge fell yesterday.\n\nThe mayor came yesterday.\n\nGuards left on Monday.";
        List<Block> blocks = new ArrayList<>();
        blocks.add(block(text, "The bridge fell yesterday.", null));
        blocks.add(block(text, "The mayor came yesterday.", LocalDate.of(2016, 10, 3)));
        blocks.add(block(text, "Guards left on Monday.", null));
        for (LocalDate published : Arrays.asList(PUBLISHED, null)) {
            Article page = Texts.article(text, published);
            Article article =
                    new Article(page.id(), page.file(), page.imprint(), text, blocks, List.of(), page.sha256());
            List<TimeExpression> found = new TimeTagger().tag(article, new SentenceSplitter().split(article));
            assertThat(found)
                    .filteredOn(time -> time.value() != null)
                    .extracting(TimeExpression::value)
                    .containsExactlyElementsOf(
                            published == null
                                    ? List.of("2016-10-02")
                                    : List.of(PUBLISHED.minusDays(1).toString(), "2016-10-02", "2016-09-26"));
        }
    }

    private static Block block(String text, String words, @Nullable LocalDate posted) {
        int start = text.indexOf(words);
        PublicationDate date = posted == null ? null : new PublicationDate(posted, null, Imprint.Origin.META);
        return new Block(new Span(start, start + words.length()), BlockRole.BODY, Set.of(), date);
    }
}
