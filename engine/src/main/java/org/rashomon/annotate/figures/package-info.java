/**
 * Counts of people harmed and of things hit, as intervals with unit, class, scope and day.
 *
 * <p>Front door: {@link org.rashomon.annotate.figures.FigureTagger}. Numbers: {@code Numerals}, {@code Quantities}; people told of one by one: {@code Singles}; what a
 * sentence's counts count: {@code FigureLine} with {@code PhraseReader}, {@code CountObjects}, {@code CountStates}, {@code
 * CountTolls}, {@code CountParts}, {@code CountLinks}; over what: {@code FigureScope}.
 *
 * <p>To add a word for who is counted or what befell them: a row in {@code en/figure-words.tsv}; what rules ask of
 * words in a row stands in {@code en/figure-patterns.tsv}. Sees {@code annotate.patterns}, {@code model}, {@code
 * text}, {@code words}.
 */
@NullMarked
package org.rashomon.annotate.figures;

import org.jspecify.annotations.NullMarked;
