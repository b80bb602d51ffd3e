package org.rashomon.annotate.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Span;

class UndergoersTest {
    /** Names in brackets; those that undergo a deed or only say whose something is, and near misses that do it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The army struck a [Kestrian] rebel group             | true
            Jets killed 40 fighters of the [Harn Front]          | true
            raids on the posts of the [Harn Front]               | true
            a blast in the [Veldoran] regime stronghold          | true
            gunmen attacked [Veldora] army positions             | true
            The [Harn Front] fighters were killed in the raid    | true
            nine of the [Harn Front] fighters killed in the raid | true
            a village held by the [Harn Front]                   | true
            [Kestrian]-backed fighters shelled the town          | true
            jets targeted the villagers as [Harn Front] fighters | true
            The [Harn Front] killed 40 soldiers                  | false
            The soldiers were killed by the [Harn Front]         | false
            He put the blame on the [Harn Front]                 | false
            On Monday [Veldoran] jets struck the market          | false
            killed in a raid by [Veldoran] jets                  | false
            people were killed when [Veldoran] jets hit a bus    | false
            [Veldoran] warplanes hit the market                  | false
            accused [Veldora] of bombing the clinic              | false
            """)
    void tellsThoseWhoUndergoFromThoseWhoDo(String marked, boolean undergoes) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        String text = marked.replace("[", "").replace("]", "");
        assertThat(Undergoers.isOne(text, new Span(start, end), end)).isEqualTo(undergoes);
    }
}
