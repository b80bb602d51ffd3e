/**
 * Which article's text derives from which: verbatim, by a credited wire, rewritten.
 *
 * <p>Front door: {@link org.rashomon.compare.lineage.LineageTracer}. {@code SharedShingles} proposes pairs, {@code Credit}
 * reads who is credited (wires: {@code facts/wires.tsv}). Sees {@code corpus}, {@code model}, {@code text}, {@code words}.
 */
@NullMarked
package org.rashomon.compare.lineage;

import org.jspecify.annotations.NullMarked;
