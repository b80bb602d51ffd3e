/**
 * Time expressions and their TIMEX3 values (TimeML 1.2.1).
 *
 * <p>Front door: {@link org.rashomon.annotate.times.TimeTagger}. {@code TimeGrammar} matches the rules of {@code
 * en/time-rules.tsv} over the words of {@code en/time-words.tsv}; the senses in {@code TimeSense}, {@code TimeCount}, {@code
 * TimeClock}, {@code TimeFeast}, {@code TimeQuarter} say what a match means against a {@code TimeContext}.
 *
 * <p>To add a date format: a line in {@code en/time-rules.tsv} whose third column names a sense, and a sentence in the test
 * table {@code en/time-news.tsv}. Sees {@code model}, {@code text}, {@code words}.
 */
@NullMarked
package org.rashomon.annotate.times;

import org.jspecify.annotations.NullMarked;
