package org.rashomon.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.draft.Source;

class BoundedTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    private final List<String> said = new ArrayList<>();

    private final DocumentReader.Sink sink = new DocumentReader.Sink() {
        @Override
        public void article(Draft draft) {
            said.add("article");
        }

        @Override
        public void rejected(String place, String reason) {
            said.add(place + ": " + reason);
        }

        @Override
        public void skipped(String place, String reason) {
            said.add(place + ": skipped, " + reason);
        }

        @Override
        public void document(String place, String name, byte[] content, UnaryOperator<Draft> completed) {
            said.add(place + ": a document, " + name);
        }
    };

    /** What a reader does with a document, of which nothing is read. */
    @FunctionalInterface
    private interface Work {
        void on(DocumentReader.Sink sink) throws IOException;
    }

    private void read(Work work, Duration deadline) throws IOException {
        DocumentReader reader = new DocumentReader() {
            @Override
            public boolean recognises(Source.Head head) {
                return true;
            }

            @Override
            public void read(Source source, Sink into) throws IOException {
                work.on(into);
            }
        };
        Bounded.read(reader, Source.of("a.txt", new ByteArrayInputStream(new byte[] {'a'})), sink, deadline);
    }

    @Test
    void whatIsFoundIsHandedOnInOrder() throws IOException {
        read(
                into -> {
                    into.rejected("#1", "no text");
                    into.rejected("#2", "no text");
                },
                SHORT);
        assertThat(said).containsExactly("#1: no text", "#2: no text");
    }

    @Test
    void aDocumentThatTakesTooLongIsRejectedWithTheRemedyAndSaysNothingMore() {
        AtomicBoolean end = new AtomicBoolean();
        assertThatThrownBy(() -> read(
                        into -> {
                            into.rejected("#1", "no text");
                            while (!end.get()) {
                                Thread.onSpinWait();
                            }
                            into.rejected("#2", "no text");
                        },
                        SHORT))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("--deadline");
        end.set(true);
        assertThat(said).isEmpty();
    }

    @Test
    void whatAReaderThrowsComesOutAsItWas() {
        assertThatThrownBy(() -> read(
                        into -> {
                            into.rejected("#1", "no text");
                            throw new BadInputException("damaged");
                        },
                        SHORT))
                .isInstanceOf(BadInputException.class)
                .hasMessage("damaged");
        assertThat(said).containsExactly("#1: no text");
        assertThatThrownBy(() -> read(
                        into -> {
                            throw new IOException("disk");
                        },
                        SHORT))
                .isInstanceOf(IOException.class)
                .hasMessage("disk");
    }
}
