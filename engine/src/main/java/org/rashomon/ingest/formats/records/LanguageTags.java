package org.rashomon.ingest.formats.records;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Languages as exports name them ({@code eng}, {@code English}, {@code en_GB}) to BCP 47 tags. */
public final class LanguageTags {
    private static final Map<String, String> NAMED = named();

    private LanguageTags() {}

    private static Map<String, String> named() {
        Map<String, String> tags = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            Locale locale = new Locale(code);
            tags.put(locale.getISO3Language(), code);
            tags.put(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
        return Map.copyOf(tags);
    }

    /** The tag; empty where the language is none that is known. */
    public static Optional<String> of(String stated) {
        String text = stated.strip();
        String known = NAMED.get(text.toLowerCase(Locale.ROOT));
        if (known != null) {
            return Optional.of(known);
        }
        String tag = text.replace('_', '-');
        return tag.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}") ? Optional.of(tag) : Optional.empty();
    }
}
