package org.rashomon.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchQueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '`',
            value = {
                "bridge              | bridge     | -          | -     | -",
                "speaker:\"Odo Lamm\" bridge | bridge | odo lamm | -  | -",
                "speaker:Lamm        | ``         | lamm       | -     | -",
                "act:denies bridge   | bridge     | -          | -     | deny",
                "act:says            | ``         | -          | -     | assert",
                "act:DENY            | ``         | -          | -     | deny",
                "outlet:\"Hill Times\" | ``       | -          | hill times | -",
                "\"no ferry left\"   | \"no ferry left\" | -    | -     | -",
                "loudspeaker:on      | loudspeaker:on | -      | -     | -",
                "speaker:            | speaker:   | -          | -     | -",
            })
    void whatIsTypedIsReadAsFarAsItIsMeant(String typed, String words, String speaker, String outlet, String act) {
        SearchQuery query = SearchQuery.parse(typed.strip());
        assertThat(query.words()).isEqualTo(words.strip());
        assertThat(query.speakers()).isEqualTo(list(speaker));
        assertThat(query.outlets()).isEqualTo(list(outlet));
        assertThat(query.acts()).isEqualTo(list(act));
    }

    private static List<String> list(@org.jspecify.annotations.Nullable String one) {
        return one == null ? List.of() : List.of(one.strip());
    }
}
