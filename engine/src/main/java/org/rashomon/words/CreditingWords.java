package org.rashomon.words;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

/**
 * Whether words credit somebody with what they tell: any form of any word of the table of cues ({@code en/cues.tsv}), whatever it
 * does where it stands. Meant for proving that <em>nobody</em> is credited: it rather says yes once too often.
 */
public final class CreditingWords {
    private static final Phrases FORMS = Phrases.of(forms());

    private CreditingWords() {}

    /** Whether {@code text} holds a word or phrase that may credit somebody, or a quotation mark. */
    public static boolean standIn(String text) {
        if (text.chars().anyMatch(CreditingWords::isQuotationMark)) {
            return true;
        }
        Matcher words = SourceWords.WORD.matcher(text);
        List<String> lower = words.results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .toList();
        return IntStream.range(0, lower.size()).anyMatch(at -> FORMS.lengthAt(lower, at) > 0);
    }

    private static boolean isQuotationMark(int c) {
        return c == '"' || c == '\u201c' || c == '\u201d' || c == '\u201e' || c == '\u00ab' || c == '\u00bb';
    }

    /** More forms than the language has: one that nobody writes does no harm. */
    private static Set<String> forms() {
        Set<String> forms = new HashSet<>();
        for (Tsv.Row row : Tsv.rows("en/cues.tsv")) {
            String lemma = row.cell(0);
            forms.add(lemma);
            for (String form : row.cell(6).split(" ")) {
                forms.add(form.replace('_', ' '));
            }
            int blank = lemma.indexOf(' ');
            String head = blank < 0 ? lemma : lemma.substring(0, blank);
            String rest = blank < 0 ? "" : lemma.substring(blank);
            String stem = head.endsWith("e") || head.endsWith("y") ? head.substring(0, head.length() - 1) : head;
            String last = head.substring(head.length() - 1);
            for (String form : List.of(
                    head + "s",
                    head + "es",
                    stem + "ies",
                    stem + "ed",
                    stem + "ied",
                    head + "ed",
                    head + last + "ed",
                    stem + "ing",
                    head + "ing",
                    head + last + "ing")) {
                forms.add(form + rest);
            }
        }
        forms.remove("");
        return forms;
    }
}
