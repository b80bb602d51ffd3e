package org.rashomon.bench.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rashomon.words.Tsv;

/** The tables of the archive: what names there are, and sentences with slots, each by kind. */
final class Phrases {
    private static final String FOLDER = "bench/archive/";
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    private final Map<String, List<String>> names = new HashMap<>();
    private final Map<String, List<String>> sentences = new HashMap<>();
    private final List<Tsv.Row> deeds = Tsv.rows(FOLDER + "deeds.tsv");

    Phrases() {
        Tsv.rows(FOLDER + "names.tsv").forEach(row -> names.put(row.cell(0), row.list(1)));
        Tsv.rows(FOLDER + "sentences.tsv")
                .forEach(row -> sentences
                        .computeIfAbsent(row.cell(0), kind -> new ArrayList<>())
                        .add(row.cell(1)));
    }

    List<String> names(String kind) {
        return Objects.requireNonNull(names.get(kind), kind);
    }

    String name(String kind, Random random) {
        return one(names(kind), random);
    }

    /** A row of {@code deeds.tsv}. */
    Tsv.Row deed(Random random) {
        return one(deeds, random);
    }

    /** A sentence of a kind with values in its slots. */
    String sentence(String kind, Map<String, String> values, Random random) {
        Matcher slot = SLOT.matcher(one(Objects.requireNonNull(sentences.get(kind), kind), random));
        StringBuilder filled = new StringBuilder();
        while (slot.find()) {
            String value = Objects.requireNonNull(values.get(slot.group(1)), () -> kind + ": " + slot.group());
            slot.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return slot.appendTail(filled).toString();
    }

    static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** With a capital letter. */
    static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
