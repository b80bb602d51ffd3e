/**
 * What an outlet leaves out that others of the story carry, with how many do.
 *
 * <p>Front door: {@link org.rashomon.compare.omissions.OmissionFinder}. Sees {@code relations}, {@code incidents}, {@code
 * corpus}, {@code model}.
 */
@NullMarked
package org.rashomon.compare.omissions;

import org.jspecify.annotations.NullMarked;
