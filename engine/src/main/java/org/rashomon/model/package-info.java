/**
 * The vocabulary as records and enums; data only, no work. This package holds what an article is made of: its text, what is
 * named in it, days and places.
 *
 * <p>Reading order: {@link org.rashomon.model.Article} (canonical text with {@link org.rashomon.model.Block}s), {@link
 * org.rashomon.model.Span} (a stretch of it), {@link org.rashomon.model.Sentence}, {@link org.rashomon.model.Mention} of an
 * {@link org.rashomon.model.Actor}, {@link org.rashomon.model.TimeExpression}, {@link org.rashomon.model.Place}; {@link
 * org.rashomon.model.ReadResult} is what reading gives. Then the packages {@code model.claims}, {@code model.events} and
 * {@code model.dossier}.
 *
 * <p>Offsets are UTF-16 code units, half-open, into {@link org.rashomon.model.Article#text()}; writers of public formats
 * convert them to Unicode code points; {@link org.rashomon.model.Bisection} finds what stands at one, {@link
 * org.rashomon.model.SpanIndex} what stands within or around a span. Ids are content
 * hashes. Depends on the JDK only; the packages beside it depend on this one.
 */
@NullMarked
package org.rashomon.model;

import org.jspecify.annotations.NullMarked;
