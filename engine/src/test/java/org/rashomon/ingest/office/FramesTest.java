package org.rashomon.ingest.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.rashomon.ingest.office.Parsed.Aside;
import org.rashomon.ingest.office.Parsed.Kind;
import org.rashomon.ingest.office.Parsed.Passage;
import org.rashomon.ingest.office.Parsed.Properties;

class FramesTest {
    private static final Parsed STORY = new Parsed.Story(
            List.of(new Passage(Kind.HEADING, "Bridge"), new Passage(Kind.TEXT, "Café – “so”. \uD83D\uDE00")),
            List.of(new Aside("page 1", "Ellery Gazette", "a header")),
            new Properties(null, "", "2031-05-09"),
            List.of("a note"));

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertThat(Frames.read(Frames.write(STORY))).isEqualTo(STORY);
        assertThat(Frames.read(Frames.write(new Parsed.Refused("so")))).isEqualTo(new Parsed.Refused("so"));
        Parsed.Inner inner = (Parsed.Inner) Frames.read(Frames.write(new Parsed.Inner("a.eml", new byte[] {1, 2})));
        assertThat(inner.name()).isEqualTo("a.eml");
        assertThat(inner.content()).containsExactly(1, 2);
    }

    /** The other side may have been taken over: whatever it says is an answer or an error, and takes no memory. */
    @Property(tries = 300)
    void anyBytesAreAnAnswerOrAnError(@ForAll @Size(max = 60) byte[] bytes) {
        try {
            Frames.read(bytes);
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }
    }

    @Test
    void noLengthIsBelieved() throws IOException {
        byte[] whole = Frames.write(STORY);
        assertThatThrownBy(() -> Frames.read(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(IOException.class);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DataOutputStream(bytes).writeInt(Integer.MAX_VALUE);
        assertThatThrownBy(() -> Frames.receive(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isInstanceOf(IOException.class);
    }
}
