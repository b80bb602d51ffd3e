/**
 * The steps of a comparison in a straight line, over all articles or over a part of them.
 *
 * <p>Front door: {@link org.rashomon.compare.parts.Comparer}. What a step asks of all articles (how often a word stands in them, whom
 * they call what, which are worth comparing) comes by way of {@link org.rashomon.compare.parts.Surroundings}: a desk has all articles at
 * hand and each step finds it there; where they lie on many machines, {@link org.rashomon.compare.parts.Given} holds what was counted and
 * joined over all of them. A part is closed: what could be one with anything in it is in it. Then comparing part by part finds what
 * comparing the whole finds.
 *
 * <p>A new step, or a step that comes to ask more of all articles, asks through {@code Surroundings} and not by looking around in its
 * corpus. Sees {@code model} and all of {@code compare}, {@code facts}.
 */
@NullMarked
package org.rashomon.compare.parts;

import org.jspecify.annotations.NullMarked;
