package org.rashomon.annotate.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.annotate.figures.Numerals.Numeral;
import org.rashomon.model.Span;
import org.rashomon.text.Tokenizer;
import org.rashomon.words.NameForms;

class NumeralsTest {
    private static final CountWords LEXICON = new CountWords();
    private static final Numerals NUMERALS = new Numerals(LEXICON);

    /** The number that the whole text is, or null. */
    static @Nullable Double read(String text) {
        List<String> words = Tokenizer.tokens(text, new Span(0, text.length())).stream()
                .map(token -> NameForms.lower(token.in(text)))
                .toList();
        Numeral numeral = NUMERALS.at(new LineWords(LEXICON, words), 0);
        return numeral == null || numeral.end() < words.size() ? null : numeral.value();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400,000 | 400000
            12,50,000 | 1250000
            1.200.000 | 1200000
            250 000 | 250000
            3.5 | 3.5
            1.2m | 1200000
            40K | 40000
            3bn | 3000000000
            2 1/2 million | 2500000
            2½ million | 2500000
            two and a half million | 2500000
            two-and-a-half million | 2500000
            half a dozen | 6
            a half-million | 500000
            a quarter of a million | 250000
            a hundred thousand | 100000
            a couple of thousand | 2000
            one hundred and twenty | 120
            three thousand million | 3000000000
            three crore twelve lakh | 31200000
            minus four | -4
            """)
    void readsWhatNewspapersWrite(String text, double value) {
        assertThat(read(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- 12", "9/11", "24/7", "half", "several", "a m"})
    void otherWordsAreNoNumber(String text) {
        assertThat(read(text)).isNull();
    }
}
