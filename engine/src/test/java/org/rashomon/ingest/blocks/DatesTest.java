package org.rashomon.ingest.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.model.Imprint;

class DatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021-03-08|2021-03-08",
                "20210308|2021-03-08",
                "2021-03-08T09:00:00Z|2021-03-08",
                "2021-03-08T23:30:00-0800|2021-03-08",
                "2021-03-08 09:00|2021-03-08",
                "March 8, 2021|2021-03-08",
                "8 March 2021|2021-03-08",
                "Mon, 08 Mar 2021 10:00:00 GMT|2021-03-08",
                "Monday 8th Mar. 2021 at 10:15|2021-03-08",
                "25/12/2021|2021-12-25",
                "12/25/2021|2021-12-25",
                "05.06.2021|2021-06-05",
                "11.14.2019|2019-11-14",
                "20-Nov-2019|2019-11-20",
                "2021-03-08T09:00+01|2021-03-08",
                "2021-03-08 3:15:00 -0800|2021-03-08",
                "2021-03-08 17:19:53 UTC|2021-03-08",
                "20210308T101500Z|2021-03-08",
                "Mon Mar 08 2021 03:05:46 GMT+0000 (UTC)|2021-03-08",
                "Mon Mar 8 21:57:01 UTC 2021|2021-03-08",
                "01:38:07 PM IST Mar 8, 2021|2021-03-08",
                "Published 11:11 PM EST Mar 7, 2029|2029-03-07",
                "Nov 20 2019, 11:06am ist|2019-11-20",
                "November 20 15:23 2019|2019-11-20",
                "Nov. 18th 2019 8:54 am PT|2019-11-18",
                "21:17 18.11.2019|2019-11-18",
                "25. September 2018|2018-09-25",
                "22 de janeiro de 2018|2018-01-22",
                "1er mars 2019|2019-03-01",
                "1867558200|2029-03-07",
                "1867558200000|2029-03-07"
            })
    void customaryForms(String stated, String day) {
        assertThat(Dates.parse(stated, Imprint.Origin.GIVEN))
                .hasValueSatisfying(date -> assertThat(date.day()).hasToString(day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05/06/2021",
                "2021-13-40",
                "yesterday",
                "31 February 2021",
                "2021",
                "",
                "0000-01-01",
                "0001-01-01T00:00:00Z",
                "3019-11-20",
                "0",
                "0000000000",
                "20 Octopus 2019",
                "12345678901",
                "November 31, 2019",
                "March 2021",
                "1970-01-01T00:00:00Z"
            })
    void ambiguousOrImpossibleIsNoDate(String stated) {
        assertThat(Dates.parse(stated, Imprint.Origin.GIVEN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "November 19, 2019, 07:47 PM EST|2019-11-19T19:47-05:00",
                "11:11 PM EST Mar 7, 2029|2029-03-07T23:11-05:00",
                "Nov 18, 2019 at 9:24 pm ET|2019-11-18T21:24-05:00",
                "Jul 18, 2019 at 9:24 pm ET|2019-07-18T21:24-04:00",
                "12:05 a.m. GMT, 8 March 2021|2021-03-08T00:05Z",
                "Mon Mar 08 2021 03:05:46 GMT+0100|2021-03-08T03:05:46+01:00"
            })
    void momentsWhereAZoneIsNamed(String stated, String moment) {
        assertThat(Dates.parse(stated, Imprint.Origin.GIVEN))
                .hasValueSatisfying(date -> assertThat(date.time()).hasToString(moment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8 March 2021 10:15",
                "8 March 2021 10:15 IST",
                "8 March 2021, 12 people",
                "8 March 2021 25:10 GMT"
            })
    void noMomentWithoutAZoneOfOneMeaning(String stated) {
        assertThat(Dates.parse(stated, Imprint.Origin.GIVEN))
                .hasValueSatisfying(date -> assertThat(date.time()).isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "07/03/2029,DAY_FIRST,2029-03-07",
        "07/03/2029,MONTH_FIRST,2029-07-03",
        "7-3-2029,DAY_FIRST,2029-03-07",
        "05.06.2021,MONTH_FIRST,2021-05-06",
        "25/12/2029,MONTH_FIRST,2029-12-25"
    })
    void figuresInAKnownOrder(String stated, Dates.Order order, String day) {
        assertThat(Dates.parse(stated, Imprint.Origin.GIVEN, order))
                .hasValueSatisfying(date -> assertThat(date.day()).hasToString(day));
    }

    @Test
    void allDaysOfALine() {
        assertThat(Dates.in(
                        "PUBLISHED: 10:48, Tue, Nov 19, 2019 | UPDATED: 11:05, Wed, Nov 20, 2019", Dates.Order.UNKNOWN))
                .extracting(found -> found.day() + " " + found.clock())
                .containsExactly("2019-11-19 10:48", "2019-11-20 11:05");
        assertThat(Dates.in("12 people, 3 boats and 2019 more", Dates.Order.UNKNOWN))
                .isEmpty();
    }
}
