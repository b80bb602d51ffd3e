package org.rashomon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Article;

/**
 * Four times the text on one line costs about four times the processor time, whatever the line is made of. A step that goes back to the start of the line
 * for each name, mark or claim would cost sixteen times as much.
 */
class LongLineTest {
    private static final int SHORT = 6_000;
    private static final int TIMES = 4;
    /** Between four and sixteen, nearer to four: time is no exact measure. */
    private static final double MOST = 8;

    private static final String HEAD =
            "KELDRA, 3 March -- The Velm ministry said on Monday that jets killed 14 people. It said that the army denied the strike. ";

    private final ArticlePipeline pipeline = ArticlePipeline.rules();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            sentences     | The Sedd Council said that Ivo Tarn had left Keldra, and the army denied it. “We saw him go,” she told Reuters.
            no stop       | the Sedd Council said that Ivo Tarn had left Keldra and the army denied it while minister Ana Lund told reporters so and
            open marks    | “
            single marks  | the parties' leaders
            names         | Ivo Tarn, Ana Lund and Petar Venn of the Keldra Post,
            deals         | the two sides agreed a truce in Keldra last month and each accuses the other of breaking the ceasefire and
            deaths        | 14 people were killed and 20 hurt on Monday,
            brackets      | (the army) said
            one word      | Keldra
            """)
    void costGrowsWithLength(String name, String piece) {
        String one = piece + (piece.length() > 1 ? " " : "");
        measured(one, SHORT); // until what is measured is compiled
        double shorter = measured(one, SHORT);
        double longer = measured(one, TIMES * SHORT);
        assertThat(longer / Math.max(shorter, 0.02)).as("times as long").isLessThan(MOST);
    }

    /** Seconds of processor time. */
    private double measured(String piece, int length) {
        String text = HEAD + piece.repeat(length / piece.length());
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        pipeline.analyse(Article.ofText("line", text, LocalDate.of(2031, 3, 4)));
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    }
}
