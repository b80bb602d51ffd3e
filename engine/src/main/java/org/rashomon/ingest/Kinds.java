package org.rashomon.ingest;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Source;
import org.rashomon.ingest.office.OfficeReader;
import org.rashomon.ingest.office.SecondMachine;

/**
 * Which reader knows which document, for one run.
 *
 * @param office null where no module reads office documents
 * @param machine the one that {@code office} asks; null exactly where that is
 */
record Kinds(
        List<DocumentReader> readers,
        @Nullable OfficeReader office,
        @Nullable SecondMachine machine) implements AutoCloseable {
    /** What an office document may take of the time for any document: one that takes a minute is no article. */
    private static final int SHARE = 10;

    static Kinds of(List<DocumentReader> readers, @Nullable OfficeParsers parsers, Duration deadline) {
        if (parsers == null) {
            return new Kinds(readers, null, null);
        }
        SecondMachine machine = parsers.machine();
        return new Kinds(readers, new OfficeReader(machine, deadline.dividedBy(SHARE)), machine);
    }

    /** @throws BadInputException where none does; the message says what the document is and what to do */
    DocumentReader readerFor(Source.Head head) {
        if (office != null && office.recognises(head)) {
            return office;
        }
        Foreign.refusal(head).ifPresent(refusal -> {
            throw new BadInputException(refusal);
        });
        return readers.stream()
                .filter(reader -> reader.recognises(head))
                .findFirst()
                .orElseThrow(
                        () -> new BadInputException(
                                "binary data of no known kind; the README lists what is read: convert it to text, HTML or JSONL"));
    }

    @Override
    public void close() {
        if (machine != null) {
            machine.close();
        }
    }
}
