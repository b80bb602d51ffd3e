package org.rashomon.ingest.blocks;

import static org.assertj.core.api.Assertions.assertThat;

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
                "05.06.2021|2021-06-05"
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
                "March 2021"
            })
    void ambiguousOrImpossibleIsNoDate(String stated) {
        assertThat(Dates.parse(stated, Imprint.Origin.GIVEN)).isEmpty();
    }
}
