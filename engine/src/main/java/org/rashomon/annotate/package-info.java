/**
 * Within one article: what its words say. Each step is a package of its own with one front door, and the pipeline calls them
 * in this order: {@code syntax}, {@code names} with {@code places}, {@code times}, {@code attribution}, {@code claims} with
 * {@code speakers}, {@code figures}, {@code incidents}, {@code agreements}.
 *
 * <p>A package sees the ones before it in its own manual's last line, never one that comes later; an ArchUnit test holds
 * each arrow. This package itself is empty.
 */
@NullMarked
package org.rashomon.annotate;

import org.jspecify.annotations.NullMarked;
