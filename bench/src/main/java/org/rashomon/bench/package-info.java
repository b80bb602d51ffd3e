/**
 * Benchmarks: {@link org.rashomon.bench.Predict} reads unlabelled records of one {@link org.rashomon.bench.Task} and writes
 * predictions that a scorer compares with gold. What the analysis of an article tells is taken from the pipeline that ships ({@link
 * org.rashomon.bench.ArticleTask}), never from steps wired for the measurement. Depends on the engine. Speed is measured by JMH, by benchmarks among the tests of
 * this module that no build runs by itself: {@code docs/benchmarks.md}, section Speed, has the command.
 */
@NullMarked
package org.rashomon.bench;

import org.jspecify.annotations.NullMarked;
