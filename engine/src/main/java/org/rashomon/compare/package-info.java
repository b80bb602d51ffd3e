/**
 * Across articles: lineage, stories, incidents, agreements, relations between claims, omissions, in this order, a package a
 * step, over {@code corpus}. This package itself is empty.
 *
 * <p>{@code parts} has the straight line through the steps. A step that asks something of all articles (counts, names, candidates) takes it
 * from there, so that a part of an archive can be compared as if the rest were at hand.
 *
 * <p>Each step is linear in the text read: whatever could meet everything is looked up in an index that leads to a bounded
 * number of others. The order of input changes nothing. A package sees the ones named in the last line of its manual; an
 * ArchUnit test holds each arrow.
 */
@NullMarked
package org.rashomon.compare;

import org.jspecify.annotations.NullMarked;
