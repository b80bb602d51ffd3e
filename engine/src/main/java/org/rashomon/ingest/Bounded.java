package org.rashomon.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.draft.Source;
import org.rashomon.limits.Deadline;
import org.rashomon.limits.Overdue;
import org.rashomon.model.ReadResult;

/**
 * Reads one document in bounded time: in a thread of its own, which is left behind where it takes too long. What it finds is handed on once it is done,
 * on the calling thread.
 */
final class Bounded {
    private Bounded() {}

    /** @throws BadInputException also when the reader takes too long */
    static void read(DocumentReader reader, Source source, DocumentReader.Sink sink, Duration deadline)
            throws IOException {
        if (reader.streams()) {
            // line by line, each of bounded size; a document within goes through here again
            reader.read(source, sink);
            return;
        }
        Recorded found = new Recorded(sink.asksWhyNot());
        try {
            Deadline.within(deadline, "read", () -> {
                reader.read(source, found);
                return null;
            });
        } catch (Overdue e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        } catch (ExecutionException e) {
            found.handOn(sink);
            throw rethrown(e.getCause() == null ? e : e.getCause());
        }
        found.handOn(sink);
    }

    private static IOException rethrown(Throwable thrown) {
        if (thrown instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof IOException io ? io : new IOException(thrown);
    }

    /** What a reader says, in order, to be said again. */
    private static final class Recorded implements DocumentReader.Sink {
        private final List<Consumer<DocumentReader.Sink>> said = new ArrayList<>();
        private final boolean asked;

        Recorded(boolean asked) {
            this.asked = asked;
        }

        @Override
        public void article(Draft draft) {
            said.add(sink -> sink.article(draft));
        }

        @Override
        public void rejected(String place, String reason) {
            said.add(sink -> sink.rejected(place, reason));
        }

        @Override
        public void skipped(String place, String reason) {
            said.add(sink -> sink.skipped(place, reason));
        }

        @Override
        public void document(String place, String name, byte[] content, UnaryOperator<Draft> completed) {
            said.add(sink -> sink.document(place, name, content, completed));
        }

        @Override
        public boolean asksWhyNot() {
            return asked;
        }

        @Override
        public void leftOut(ReadResult.LeftOut stretch) {
            said.add(sink -> sink.leftOut(stretch));
        }

        void handOn(DocumentReader.Sink sink) {
            said.forEach(word -> word.accept(sink));
        }
    }
}
