package org.rashomon.ingest.formats.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.model.Imprint;

/** What exports' lines have in common. */
final class Lines {
    private static final Pattern FIELD = Pattern.compile("\\s*([A-Z][A-Za-z][A-Za-z -]{0,38}):(?:\\s+(.*))?");
    private static final Pattern COPYRIGHT =
            Pattern.compile("(?i)\\s*(?:copyright\\b|\\(c\\)|©|all rights reserved).*");

    private Lines() {}

    /** A line that begins with a field's name, and what follows the colon. */
    record Field(String name, String value) {}

    /** The field that a line is, if its name is one of {@code known}, in small letters. */
    static Optional<Field> field(String line, Map<String, ?> known) {
        Matcher matcher = FIELD.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        return known.containsKey(name)
                ? Optional.of(new Field(
                        name, matcher.group(2) == null ? "" : matcher.group(2).strip()))
                : Optional.empty();
    }

    static boolean isCopyright(String line) {
        return COPYRIGHT.matcher(line).matches();
    }

    /** Whether a line is a day and nothing else but its weekday or time. */
    static boolean isDate(String line) {
        String text = line.strip();
        return text.length() < 50
                && !text.isEmpty()
                && Dates.parse(text, Imprint.Origin.GIVEN).isPresent()
                && text.replaceAll(
                                        "(?i)\\b(?:at|am|pm|gmt|utc|e[sd]t|bst|[a-z]{3,9}day|" + MONTHS
                                                + ")\\b|[\\d\\W]",
                                        "")
                                .length()
                        < 4;
    }

    private static final String MONTHS =
            "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    /** Splits before each line that {@code begins} fits; lines before the first are left out. */
    static List<List<String>> splitBefore(List<String> lines, Pattern begins) {
        List<List<String>> out = new ArrayList<>();
        for (String line : lines) {
            if (begins.matcher(line).matches()) {
                out.add(new ArrayList<>());
            }
            if (!out.isEmpty()) {
                out.get(out.size() - 1).add(line);
            }
        }
        return out;
    }

    /** Splits after each line that {@code ends} fits; a rest without a word is left out. */
    static List<List<String>> splitAfter(List<String> lines, Pattern ends) {
        List<List<String>> out = new ArrayList<>();
        List<String> current = new ArrayList<>();
        for (String line : lines) {
            current.add(line);
            if (ends.matcher(line).matches()) {
                out.add(current);
                current = new ArrayList<>();
            }
        }
        if (current.stream().anyMatch(line -> !line.isBlank())) {
            out.add(current);
        }
        return out;
    }

    /** The lines of a paragraph as one. */
    static String joined(List<String> lines) {
        return String.join(" ", lines.stream().map(String::strip).toList()).strip();
    }

    /** The runs of lines between blank ones. */
    static List<List<String>> paragraphs(List<String> lines) {
        List<List<String>> out = new ArrayList<>();
        boolean open = false;
        for (String line : lines) {
            if (line.isBlank()) {
                open = false;
                continue;
            }
            if (!open) {
                out.add(new ArrayList<>());
            }
            open = true;
            out.get(out.size() - 1).add(line.strip());
        }
        return out;
    }
}
