/** Across articles: lineage, stories, incidents, agreements, relations between claims, omissions. */
@NullMarked
package org.rashomon.compare;

import org.jspecify.annotations.NullMarked;
