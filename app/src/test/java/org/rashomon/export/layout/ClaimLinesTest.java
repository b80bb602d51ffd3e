package org.rashomon.export.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;

class ClaimLinesTest {
    @Test
    void aSourceThatWasNotFoundIsNotSaidToBeMissingFromTheText() {
        assertThat(ClaimLines.who(new Speaker(SpeakerStatus.UNRESOLVED, null, "", null)))
                .isEqualTo("speaker not found");
        assertThat(ClaimLines.who(new Speaker(SpeakerStatus.UNRESOLVED, null, "He", null)))
                .isEqualTo("“He”");
    }
}
