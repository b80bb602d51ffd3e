/** Within one article: mentions, times, attributions, speakers, acts, claims, figures, incident and agreement mentions. */
@NullMarked
package org.rashomon.annotate;

import org.jspecify.annotations.NullMarked;
