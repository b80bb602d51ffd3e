/**
 * The engine over archives, on Apache Spark: analyse on many machines, compare by joins, open the result as a case.
 *
 * <p>Front door: {@link org.rashomon.spark.Main} (the commands {@code analyse}, {@code compare} and {@code case}; docs/scale.md is the
 * manual for those who run them). What is found is what the command line finds: {@code AnalyseJob} gives documents to the engine's own
 * readers and articles to its own pipeline, in each Java machine with one set of weights ({@code Weights}); {@code CompareJob} gives closed
 * parts of the archive to {@link org.rashomon.compare.parts.Comparer}.
 *
 * <p>How the parts come about: {@code Archive} puts the articles in the order of day and id. {@code WholeFacts} counts what the steps ask of
 * all articles. {@code Meetings} finds, by joins over terms, sampled shingles and words of claims,
 * what the engine's indexes find in memory, under the same bounds for each key, so that nothing meets everything. {@code Stories} groups; {@code Forest} makes
 * components of these pairs and of the keys that incidents and agreements are looked up by. {@code Rows} are what comes out, from the whole
 * or from a part; a test holds the two equal, row for row.
 *
 * <p>Spark itself is provided by the cluster. Records travel between machines as JSON, written by the case. Sees the engine's {@code ingest},
 * {@code pipeline}, {@code compare}, {@code facts} and {@code model}, and {@code casefile}. A new step of comparing whose index goes across
 * articles needs its join here, and its keys among those that join components.
 */
@NullMarked
package org.rashomon.spark;

import org.jspecify.annotations.NullMarked;
