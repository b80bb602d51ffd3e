/** The two straight lines: one article to its analysis, all analyses to their comparison. */
@NullMarked
package org.rashomon.pipeline;

import org.jspecify.annotations.NullMarked;
