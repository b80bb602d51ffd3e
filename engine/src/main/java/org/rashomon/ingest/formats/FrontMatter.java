package org.rashomon.ingest.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rashomon.ingest.formats.records.ArticleRecord;
import org.rashomon.ingest.formats.records.FieldNames;

/**
 * The fields that a text in Markdown has before its first line, between lines of three dashes or pluses: names and values in the simplest YAML or TOML.
 *
 * @param length of the text up to behind the fields
 */
record FrontMatter(Map<String, List<String>> fields, int length) implements ArticleRecord {
    private static final int MOST_LINES = 80;
    private static final Pattern OPEN = Pattern.compile("\\A\\uFEFF?(---|\\+\\+\\+)[ \\t]*\\R");
    private static final Pattern LINE = Pattern.compile("([^\\r\\n]{0,2000})(\\R|\\z)");
    private static final Pattern FIELD =
            Pattern.compile("([A-Za-z][\\w .-]{0,40}?)[ \\t]*(?::(?:[ \\t]+|$)|=[ \\t]*)(.*)");
    private static final Pattern ITEM = Pattern.compile("[ \\t]*-[ \\t]+(.*)");
    private static final Pattern MARKS = Pattern.compile("^([\"'])(.*)\\1$");

    /** The fields that {@code text} begins with; empty where it begins otherwise. */
    static Optional<FrontMatter> of(String text) {
        Matcher open = OPEN.matcher(text);
        if (!open.find()) {
            return Optional.empty();
        }
        Map<String, List<String>> fields = new HashMap<>();
        List<String> last = new ArrayList<>();
        Matcher line = LINE.matcher(text).region(open.end(), text.length());
        for (int lines = 0; lines < MOST_LINES && line.lookingAt() && line.end() > line.start(); lines++) {
            String words = line.group(1);
            Matcher field = FIELD.matcher(words);
            Matcher item = ITEM.matcher(words);
            if (words.strip().equals(open.group(1)) || words.strip().equals("...")) {
                boolean known = fields.keySet().stream()
                        .anyMatch(name -> FieldNames.builtIn().named(name).isPresent());
                return !known ? Optional.empty() : Optional.of(new FrontMatter(fields, line.end()));
            } else if (field.matches()) {
                last = new ArrayList<>();
                fields.putIfAbsent(FieldNames.folded(field.group(1)), last);
                add(field.group(2), last);
            } else if (item.matches()) {
                add(item.group(1), last);
            } else if (!words.isBlank() && !Character.isWhitespace(words.charAt(0)) && words.charAt(0) != '#') {
                return Optional.empty();
            }
            line.region(line.end(), text.length());
        }
        return Optional.empty();
    }

    private static void add(@org.jspecify.annotations.Nullable String value, List<String> to) {
        String text = value == null ? "" : value.strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            for (String one : text.substring(1, text.length() - 1).split(",")) {
                add(one, to);
            }
            return;
        }
        String bare = MARKS.matcher(text).replaceFirst("$2").strip();
        if (!bare.isEmpty() && !bare.equals("|") && !bare.equals(">")) {
            to.add(bare);
        }
    }

    @Override
    public Optional<String> text(String name) {
        return list(name).stream().findFirst();
    }

    @Override
    public List<String> list(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
