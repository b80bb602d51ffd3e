package org.rashomon.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * What made an analysis.
 *
 * @param version of the program
 * @param reader {@code rules} or {@code learned}
 * @param digests name to hex SHA-256 of each model and resource used
 */
public record Run(String version, String reader, Map<String, String> digests) {
    public Run {
        digests = java.util.Collections.unmodifiableMap(new TreeMap<>(digests));
    }
}
