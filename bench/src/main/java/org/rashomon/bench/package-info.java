/**
 * Benchmarks: {@link org.rashomon.bench.Predict} reads unlabelled records of one {@link org.rashomon.bench.Task} and writes
 * predictions that a scorer compares with gold. Depends on the engine.
 */
@NullMarked
package org.rashomon.bench;

import org.jspecify.annotations.NullMarked;
