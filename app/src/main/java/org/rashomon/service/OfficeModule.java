package org.rashomon.service;

import java.util.Map;
import java.util.Optional;
import org.rashomon.ingest.OfficeParsers;
import org.rashomon.ingest.Readers;

/** Where the parsers of office documents are, as {@code ./rashomon} says by a property; without it such documents are named and not read. */
final class OfficeModule {
    /** The module's class path. */
    static final String PROPERTY = "rashomon.office";

    private OfficeModule() {}

    private static Optional<OfficeParsers> told() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .filter(path -> !path.isBlank())
                .map(OfficeParsers::at);
    }

    /** The same readers, which read office documents where the module is there. */
    static Readers with(Readers readers) {
        return told().map(readers::with).orElse(readers);
    }

    /** For the run's record. */
    static Map<String, String> versions() {
        return told().map(OfficeParsers::versions).orElse(Map.of());
    }
}
