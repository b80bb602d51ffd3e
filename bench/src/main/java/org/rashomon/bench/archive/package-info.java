/**
 * An archive of invented news of any size, with the truth about it: {@link org.rashomon.bench.archive.InventedArchive}. Names and sentences stand in
 * tables beside it. The same seed gives the same bytes, and a smaller archive is the beginning of a larger one. Sees the JDK, {@code words} of
 * the engine and Jackson; nothing that reads articles, so that no truth depends on a reader.
 */
@NullMarked
package org.rashomon.bench.archive;

import org.jspecify.annotations.NullMarked;
