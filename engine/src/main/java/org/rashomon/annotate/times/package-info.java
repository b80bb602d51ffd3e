/**
 * Time expressions and their TIMEX3 values (TimeML 1.2.1).
 *
 * <p>Front door: {@link org.rashomon.annotate.times.TimeTagger}. {@code TimeGrammar} matches the rules of {@code
 * en/time-rules.tsv} (in the notation of {@code annotate.patterns}, whose matcher it is the lexicon of) over a sentence ({@code TimeLine} of {@code TimePiece}s); {@code TimeWords} knows the words of {@code
 * en/time-words.tsv} and the shapes of figures of {@code en/time-shapes.tsv}. {@code TimeTense} tells whether the sentence looks back
 * or ahead, {@code TimeRange} gives the ends of a range what they borrow from each other. {@code TimeSense} is the table of senses: what
 * a match means against a {@code TimeContext}, worked out by {@code TimeDay}, {@code TimeUnit}, {@code TimeQuarter}, {@code
 * TimeFeast}, {@code TimeClock} and {@code TimeCount}.
 *
 * <p>To add a date format: a line in {@code en/time-rules.tsv} whose third column names a sense, and a sentence in the test
 * table {@code en/time-news.tsv}. To add a sense: a row in {@code TimeSense}. Sees {@code model}, {@code text}, {@code words}, {@code
 * annotate.patterns}.
 */
@NullMarked
package org.rashomon.annotate.times;

import org.jspecify.annotations.NullMarked;
