/**
 * What can be taken away, for pages and programs alike: {@link org.rashomon.server.exports.ExportFiles} writes it. A new kind is one of
 * {@code export.formats}. Knows {@code view} and {@code casefile}.
 */
@NullMarked
package org.rashomon.server.exports;

import org.jspecify.annotations.NullMarked;
