package org.rashomon.ingest.blocks;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of months as papers print them: English ones whole or short, those of other languages whole (CLDR, by the Java machine), as
 * their short forms are words of other languages (<em>set, out</em>).
 */
final class MonthNames {
    private static final List<String> LANGUAGES =
            List.of("de", "fr", "es", "it", "pt", "nl", "id", "pl", "sv", "tr", "ru", "uk");
    private static final Map<String, Integer> MONTHS = months();

    private MonthNames() {}

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (Month month : Month.values()) {
            String name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
            months.put(name, month.getValue());
            months.put(name.substring(0, 3), month.getValue());
        }
        months.put("sept", 9);
        for (String language : LANGUAGES) {
            for (Month month : Month.values()) {
                String name = month.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language));
                months.putIfAbsent(name.toLowerCase(Locale.ROOT), month.getValue());
            }
        }
        return months;
    }

    /** 1 to 12, or null where the word names no month. */
    static @Nullable Integer number(String word) {
        return MONTHS.get(word.toLowerCase(Locale.ROOT));
    }
}
