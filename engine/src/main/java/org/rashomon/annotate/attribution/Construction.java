package org.rashomon.annotate.attribution;

import java.util.List;
import org.rashomon.annotate.attribution.CueLexicon.WordClass;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;

/** How a source, its cue and its content stand to each other. */
public enum Construction {
    /** <em>Name: words</em>, and in headlines <em>words - name</em>. */
    COLON,
    /** <em>the ministry's claim that …</em>. */
    NOUN,
    /** <em>according to the ministry</em>. */
    PHRASE,
    /** <em>the group is believed to …</em>: nobody is named. */
    NOBODY,
    /** <em>the raid was condemned by the ministry</em>. */
    PASSIVE,
    /** <em>"…," he said</em>, <em>"…," said he</em>. */
    CONTENT_FIRST,
    /** <em>…, accusing them of …</em>. */
    PARTICIPLE,
    /** <em>he said that …</em>. */
    SUBJECT_FIRST;

    /** That of an attribution with a cue. */
    public static Construction of(String text, Attribution a) {
        return of(text, a, CueLexicon.load());
    }

    static Construction of(String text, Attribution a, CueLexicon lexicon) {
        String cue = a.cue().isEmpty() ? "" : Span.covering(a.cue()).in(text);
        WordClass wordClass = lexicon.lookup(cue).map(CueLexicon.Cue::wordClass).orElse(WordClass.VERB);
        if (cue.length() == 1 && ":-\u2013\u2014".contains(cue)) {
            return COLON;
        }
        if (wordClass == WordClass.NOUN || wordClass == WordClass.PHRASE) {
            return wordClass == WordClass.NOUN ? NOUN : PHRASE;
        }
        if (a.source().isEmpty()) {
            return NOBODY;
        }
        if (isBefore(a.content(), a.cue())) {
            return cue.endsWith(" by") ? PASSIVE : CONTENT_FIRST;
        }
        return isParticiple(cue) ? PARTICIPLE : SUBJECT_FIRST;
    }

    /** Whether the first of a cue's words is a form in <em>-ing</em>: <em>calling on</em>. */
    public static boolean isParticiple(String cue) {
        int blank = 0;
        while (blank < cue.length() && !Character.isWhitespace(cue.charAt(blank))) {
            blank++;
        }
        return cue.startsWith("ing", blank - 3);
    }

    private static boolean isBefore(List<Span> content, List<Span> cue) {
        return !cue.isEmpty() && content.get(0).start() < cue.get(0).start();
    }
}
