/**
 * Sequences of words to look for, written as rows of tables: one notation and one matcher for all rooms.
 *
 * <p>Front door: {@link org.rashomon.annotate.patterns.PhrasePattern}, the rows of one name in a table. It is asked of a {@link
 * org.rashomon.annotate.patterns.WordRow}: a tagged sentence or block, or the {@link org.rashomon.annotate.patterns.TextWords} of a
 * piece of text. Hand the same words in for all that is asked of a text, and it is cut into words once. Whoever needs what words mean
 * beside where they stand gives a {@link org.rashomon.annotate.patterns.WordPattern} a lexicon: the times do, whose classes have
 * values and whose categories are patterns themselves.
 *
 * <p>A pattern is written in words, parted by blanks; each is matched to one word or mark without regard to case. Curly quotation marks
 * and apostrophes count as straight ones; {@code 's}, {@code n't} and the like are words of their own, as is each mark; hyphens are
 * part of their word.
 *
 * <ul>
 *   <li>{@code a|an|the} one of these; {@code declin*} begins so, {@code *ly} ends so, {@code aaa*s} begins with a small letter
 *       and ends so behind three or more; {@code *} is any word, {@code Aa} any that begins with a capital, {@code aa} any that begins with
 *       a small letter, {@code 0} any that begins with a digit, {@code NOUN} any with this tag
 *   <li>{@code @name} the words of a list: one of the tables of lists that the rows {@code lists} name, where blanks in names are
 *       hyphens, or the row of that name in the same table
 *   <li>{@code !of|for} any word or mark but these; {@code VERB&!killed|wounded} all that its parts say; {@code *-*} has a hyphen inside
 *   <li>{@code the?} may be missing; {@code *?3} stands up to three times; {@code [as well]} may be missing as a whole
 *   <li>{@code ^} nothing stands before; {@code $} nothing behind; {@code alone} the pattern is all there is, up to a closing stop
 *   <li>{@code after(a|b)} and {@code unless(a|b)} what must and must not stand before; {@code then(a|b)} and {@code not(a|b)} what must
 *       and must not follow, where anything does; {@code followed(a|b)} what must follow. {@code behind(a|b)} is {@code after} that does not hold at the
 *       start. They take no word
 *   <li>{@code {class}} a word of a class, for rows or lexicons that know classes; {@code <category>} what any pattern of a category
 *       takes, for patterns with a lexicon
 * </ul>
 *
 * <p>To add a construction: a row in the table of its concern, and a row with a near miss in the test of whoever asks. To add a sign
 * to the notation: {@code PatternNotation} and a step in {@code WordPattern}. Sees {@code model}, {@code text}, {@code nlp}, {@code
 * words}.
 */
@NullMarked
package org.rashomon.annotate.patterns;

import org.jspecify.annotations.NullMarked;
