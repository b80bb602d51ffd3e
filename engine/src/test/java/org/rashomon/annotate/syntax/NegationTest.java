package org.rashomon.annotate.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.annotate.patterns.TextWords;

class NegationTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # words | a verb is denied | they open a phrase for nobody
            did not strike    | true  | false
            didn’t strike     | true  | false
            never struck      | true  | false
            nor struck        | true  | false
            no aircraft       | false | true
            neither side      | false | true
            nobody            | false | true
            notably struck    | false | false
            struck nothing    | false | false
            """)
    void deniesAVerbOrANoun(String words, boolean verb, boolean noun) {
        TextWords row = TextWords.of(words);
        assertThat(Negation.in(row, 0, row.size())).isEqualTo(verb);
        assertThat(Negation.opensAt(row, 0)).isEqualTo(noun);
    }
}
