/**
 * Which places an article means by its names and phrases.
 *
 * <p>Front door: {@link org.rashomon.annotate.places.Places}; {@code ToponymFinder} finds the words, {@code PlaceRanker}
 * weighs what they may mean, {@code PlaceResolver} decides or abstains, {@link org.rashomon.annotate.places.ArticlePlaces}
 * keeps the outcome.
 *
 * <p>To add a place: see package {@code facts}. The ranker's weights are made by {@code training/places/rank.py}. Sees
 * {@code names}, {@code syntax}, {@code facts}, {@code words}, {@code nlp}, {@code text}, {@code model}.
 */
@NullMarked
package org.rashomon.annotate.places;

import org.jspecify.annotations.NullMarked;
