/**
 * The two straight lines: {@link org.rashomon.pipeline.ArticlePipeline} (one article to its analysis) and {@link
 * org.rashomon.pipeline.ComparisonPipeline} (all analyses to their comparison). Depends on the engine's other packages, but for
 * {@code ingest}: where articles come from is the caller's concern.
 */
@NullMarked
package org.rashomon.pipeline;

import org.jspecify.annotations.NullMarked;
