/**
 * Which articles tell of one development.
 *
 * <p>Front door: {@link org.rashomon.compare.stories.StoryGrouper}. {@code SharedTerms} proposes pairs, {@code TermVector}
 * weighs their words (frequencies: {@code en/document-frequencies.tsv}). Sees {@code corpus}, {@code model}, {@code text}.
 */
@NullMarked
package org.rashomon.compare.stories;

import org.jspecify.annotations.NullMarked;
