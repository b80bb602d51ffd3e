package org.rashomon.office;

import java.io.IOException;
import org.rashomon.ingest.office.Parsed;

/** Takes one kind of document apart. Holds no state: one parser serves all documents. */
@FunctionalInterface
public interface DocumentParser {
    /**
     * Takes {@code document} apart.
     *
     * @throws Unreadable where there is nothing to read; its message is for people
     * @throws IOException where it is damaged, as any other exception means, too
     */
    Parsed parse(byte[] document) throws IOException;
}
