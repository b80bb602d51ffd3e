package org.rashomon.ingest.formats.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rashomon.words.Tsv;

/** Which names the fields of a record go by, fact by fact ({@code facts/record-fields.tsv}). To know another export, add its names there. */
public final class FieldNames {
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}.]+");
    private static final FieldNames BUILT_IN = new FieldNames(read());

    /** What a record may state. */
    public enum Fact {
        TEXT,
        SUMMARY,
        STANDFIRST,
        CORRECTION,
        TITLE,
        OUTLET,
        PUBLISHED,
        URL,
        ID,
        LANGUAGE,
        BYLINE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Fact, List<String>> names;

    private FieldNames(Map<Fact, List<String>> names) {
        this.names = names;
    }

    public static FieldNames builtIn() {
        return BUILT_IN;
    }

    private static Map<Fact, List<String>> read() {
        Map<Fact, List<String>> names = new EnumMap<>(Fact.class);
        Tsv.rows("facts/record-fields.tsv")
                .forEach(row -> names.put(Fact.valueOf(row.cell(0).toUpperCase(Locale.ROOT)), row.list(1)));
        return names;
    }

    /**
     * The same, with names of the user's over them.
     *
     * @param told fact, in small letters, to name
     * @throws IllegalArgumentException when there is no such fact
     */
    public FieldNames with(Map<String, String> told) {
        if (told.isEmpty()) {
            return this;
        }
        Map<Fact, List<String>> out = new EnumMap<>(names);
        told.forEach((label, name) -> out.put(fact(label), List.of(folded(name))));
        return new FieldNames(out);
    }

    private static Fact fact(String label) {
        return Arrays.stream(Fact.values())
                .filter(fact -> fact.label().equals(label.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> BUILT_IN.named(label))
                .orElseThrow(() -> new IllegalArgumentException("there is no fact \"" + label + "\"; there are "
                        + Arrays.stream(Fact.values()).map(Fact::label).collect(Collectors.joining(", "))));
    }

    /** The names of a fact, folded, most trusted first. */
    List<String> of(Fact fact) {
        return names.getOrDefault(fact, List.of());
    }

    /** The fact that goes by this name, if one does. */
    public Optional<Fact> named(String name) {
        String folded = folded(name);
        return Arrays.stream(Fact.values())
                .filter(fact -> of(fact).contains(folded))
                .findFirst();
    }

    /** The columns of a heading, folded. */
    static List<String> folded(List<String> columns) {
        List<String> out = new ArrayList<>();
        columns.forEach(column -> out.add(folded(column)));
        return out;
    }

    /** A name as names are compared. */
    public static String folded(String name) {
        return NO_NAME.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
