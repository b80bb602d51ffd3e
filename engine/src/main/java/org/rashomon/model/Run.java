package org.rashomon.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What made an analysis.
 *
 * @param version of the program
 * @param reader {@code rules} or {@code learned}
 * @param digests name to hex SHA-256 of each model and resource used
 * @param parsers name to version of each parser of office documents at hand; empty without them
 */
public record Run(String version, String reader, Map<String, String> digests, Map<String, String> parsers) {
    public Run {
        digests = Collections.unmodifiableMap(new TreeMap<>(digests));
        parsers = Collections.unmodifiableMap(new TreeMap<>(parsers));
    }

    /** One without parsers of office documents. */
    public Run(String version, String reader, Map<String, String> digests) {
        this(version, reader, digests, Map.of());
    }
}
