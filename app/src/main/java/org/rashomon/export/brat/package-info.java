/**
 * The way back from brat: {@link org.rashomon.export.brat.BratChanges} tells which corrections an annotated folder holds, and what in it is none.
 * What was exported stands beside it ({@link org.rashomon.export.brat.Exported}), so that only what the annotator changed counts. The way there
 * is {@code export.formats}. May use the model, {@code casefile} and {@code lookup}.
 */
@NullMarked
package org.rashomon.export.brat;

import org.jspecify.annotations.NullMarked;
