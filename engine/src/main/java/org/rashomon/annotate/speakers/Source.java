package org.rashomon.annotate.speakers;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.words.SourceWords;

/**
 * The words of a source, of which is asked whom they stand for.
 *
 * @param words in one line
 * @param tokens words in lower case, without marks
 * @param bare the same as far as a relative clause or an apposition
 * @param head the noun that heads them, in lower case
 * @param inside mentions in the source
 * @param serves name of the body that they say the speaker serves, or null
 * @param earlier speakers of claims before this one, in order of text
 */
record Source(
        Span span,
        String words,
        List<String> tokens,
        List<String> bare,
        String head,
        List<Mention> inside,
        @Nullable String serves,
        Attribution attribution,
        Spoken earlier) {
    private static final List<String> ASIDES = List.of(", ", " who ", " which ", " that ");

    static Source of(
            Article article, Mentions mentions, Affiliations affiliations, Attribution attribution, Spoken earlier) {
        Span span = Span.covering(attribution.source());
        String words = span.in(article.text()).replace('\n', ' ').strip();
        List<Mention> inside = mentions.in(span);
        return new Source(
                span,
                words,
                SourceWords.words(words.toLowerCase(Locale.ROOT)),
                SourceWords.words(withoutAside(words).toLowerCase(Locale.ROOT)),
                SourceWords.headWord(words),
                inside,
                affiliations.in(span, inside, null),
                attribution,
                earlier);
    }

    /** The words as far as a relative clause or an apposition. */
    static String withoutAside(String words) {
        int end = words.length();
        for (String aside : ASIDES) {
            int at = words.indexOf(aside);
            end = at >= 0 ? Math.min(at, end) : end;
        }
        return end > 3 ? words.substring(0, end) : words;
    }

    /** The first word in lower case, empty where there is none. */
    String first() {
        return tokens.isEmpty() ? "" : tokens.get(0);
    }

    /** The last word before a relative clause or an apposition, in lower case. */
    String noun() {
        return bare.isEmpty() ? "" : bare.get(bare.size() - 1);
    }

    boolean isDefinite() {
        return first().equals("the") && !SourceWords.INDEFINITE.contains(head);
    }

    boolean isIndefinite() {
        return first().equals("a") || first().equals("an");
    }

    /** The words behind an opening article, in lower case. */
    String description() {
        return String.join(" ", tokens.subList(Math.min(1, tokens.size()), tokens.size()));
    }
}
