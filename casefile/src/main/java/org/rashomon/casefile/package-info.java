/**
 * The case: where articles, their analyses and what people correct are kept for months. The only package that knows SQL.
 *
 * <p>{@link org.rashomon.casefile.Cases} opens one, {@link org.rashomon.casefile.OpenCase} is one that is open. What reads, analyses and
 * compares is handed in as a {@link org.rashomon.casefile.Workshop}. A {@link org.rashomon.casefile.Draft} is what somebody wants to
 * correct, a {@link org.rashomon.casefile.Correction} what was; both rest on {@link org.rashomon.casefile.Anchor}s, the exact words of one text.
 * docs/case.md is the manual and docs/decisions/0015-the-case.md says why. May use the model, {@code text} and the pipeline's results;
 * knows nothing of pages or the command line.
 */
@NullMarked
package org.rashomon.casefile;

import org.jspecify.annotations.NullMarked;
