package org.rashomon.ingest.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Imprint;

/**
 * Mends what was damaged before a document came here, in its text and in what it states, where only one reading is possible, and notes
 * that it did: UTF-8 encoded twice, and characters that are written as entities of HTML where no HTML is.
 */
public final class Mending {
    private static final String ENCODED_TWICE =
            "text that was encoded in UTF-8 twice is mended (â€œ for a quotation mark and the like)";
    private static final String ENTITIES = "characters written as entities of HTML are mended (&ldquo; and the like)";
    /** Quotation marks, dashes, spaces, letters and numbers; no angle brackets, which a text about HTML may mean as they stand. */
    private static final Pattern ENTITY = Pattern.compile(
            "&(?:amp;){0,2}(?:[lr][sd]quo|[bs]bquo|[lr]aquo|[nm]dash|hellip|nbsp|quot|apos|amp|eacute|[aeiouAEIOUyY](?:acute|grave|circ|uml)"
                    + "|[anoANO]tilde|[cC]cedil|szlig|aring|Aring|oslash|Oslash|aelig|AElig|pound|euro|cent|yen|deg|frac12|bull|middot|copy|reg|trade|shy|zwnj|zwj|#0?39|#\\d{3,5}|#[xX][0-9a-fA-F]{2,5});");

    private static final int MOST_TIMES = 3;

    private Mending() {}

    /** {@code draft} with its text and facts mended and a note of it; itself where there is nothing to mend. */
    public static Draft mended(Draft draft) {
        List<String> texts = new ArrayList<>();
        Imprint stated = draft.imprint();
        draft.parts().forEach(part -> texts.add(part.text()));
        Stream.of(stated.title(), stated.outlet(), stated.byline(), stated.credit())
                .forEach(text -> texts.add(text == null ? "" : text));
        texts.addAll(stated.authors());
        List<String> notes = new ArrayList<>(draft.notes());
        List<String> once = DoubleEncoding.mended(texts);
        note(ENCODED_TWICE, texts, once, notes);
        List<String> twice = once.stream().map(Mending::withoutEntities).toList();
        note(ENTITIES, once, twice, notes);
        return texts.equals(twice) ? draft : put(draft, twice, notes);
    }

    private static void note(String note, List<String> before, List<String> after, List<String> notes) {
        if (!before.equals(after) && !notes.contains(note)) {
            notes.add(note);
        }
    }

    private static String withoutEntities(String text) {
        String out = text;
        for (int times = 0; times < MOST_TIMES && out.indexOf('&') >= 0; times++) {
            out = ENTITY.matcher(out)
                    .replaceAll(found ->
                            java.util.regex.Matcher.quoteReplacement(Parser.unescapeEntities(found.group(), true)));
        }
        return out;
    }

    private static Draft put(Draft draft, List<String> texts, List<String> notes) {
        List<Draft.Part> parts = new ArrayList<>();
        int next = 0;
        for (Draft.Part part : draft.parts()) {
            parts.add(new Draft.Part(texts.get(next++), part.role(), part.marks(), part.posted()));
        }
        Imprint stated = draft.imprint();
        Imprint mended = stated.toBuilder()
                .title(orNull(texts.get(next)))
                .outlet(orNull(texts.get(next + 1)), stated.outletFrom())
                .byline(orNull(texts.get(next + 2)))
                .credit(orNull(texts.get(next + 3)))
                .authors(texts.subList(next + 4, texts.size()))
                .build();
        return new Draft(draft.place(), draft.id(), mended, parts, notes, draft.leftOut(), draft.properties());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
