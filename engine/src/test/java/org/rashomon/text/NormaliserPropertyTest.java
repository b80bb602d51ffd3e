package org.rashomon.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class NormaliserPropertyTest {
    private final Normaliser normaliser = new Normaliser();

    @Property
    void canonicalTextStaysAsItIs(@ForAll String raw) {
        String once = normaliser.normalise(raw);
        assertThat(normaliser.normalise(once)).isEqualTo(once);
        assertThat(Normalizer.isNormalized(once, Normalizer.Form.NFC)).isTrue();
        assertThat(once.chars()).noneMatch(c -> Character.getType(c) == Character.CONTROL && c != '\n');
    }

    @Test
    void invisibleDebrisGoesAndScriptsThatNeedJoinersKeepThem() {
        assertThat(normaliser.normalise("ca\u00ADf\u200Be\u0301\uFEFF\u200D\r\nx\ty\u00A0z\uE001"))
                .isEqualTo("café\nx y z ");
        assertThat(normaliser.normalise("می\u200Cخواهم 👩\u200D👧")).isEqualTo("می\u200Cخواهم 👩\u200D👧");
        assertThat(normaliser.normalise("a\uD800b")).isEqualTo("a\uFFFDb");
    }

    @Test
    void stackedMarksTakeLinearTime() {
        String hostile = "a" + "\u0301\u0323".repeat(1_000_000);
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(normaliser.normalise(hostile).length()).isLessThan(100));
    }
}
