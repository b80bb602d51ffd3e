package org.rashomon.annotate.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AimedActorsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the rebels                | true
            world powers              | true
            the international community | true
            those responsible         | true
            pro-government fighters   | true
            the helicopters           | true
            his predecessor the mayor | true
            the gates                 | false
            Saturdays                 | false
            the downing               | false
            a decision                | false
            he                        | false
            they                      | false
            """)
    void wordsMeanSomebodyOrNobody(String label, boolean somebody) {
        assertThat(AimedActors.isSomebody(label)).isEqualTo(somebody);
    }
}
