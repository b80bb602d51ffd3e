package org.rashomon.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody looks for: words, phrases in quotation marks, {@code -}words that must not be there, and {@code speaker:}, {@code outlet:} and
 * {@code act:} with a name, which stands in quotation marks where it has blanks.
 *
 * @param words what is left without the filters
 * @param speakers names, in small letters
 * @param outlets names, in small letters
 * @param acts in small letters, as they are coded: {@code deny}
 */
public record SearchQuery(String words, List<String> speakers, List<String> outlets, List<String> acts) {
    /** Longer ones are cut. */
    public static final int LONGEST = 400;

    private static final Pattern FILTER =
            Pattern.compile("\\b(speaker|outlet|act):(?:\"([^\"]{0,200})\"|([^\\s\"]{1,200}))");

    public SearchQuery {
        speakers = List.copyOf(speakers);
        outlets = List.copyOf(outlets);
        acts = List.copyOf(acts);
    }

    /** Reads what was typed; nothing that can be typed is wrong. */
    public static SearchQuery parse(String typed) {
        String query = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        List<String> speakers = new ArrayList<>();
        List<String> outlets = new ArrayList<>();
        List<String> acts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        Matcher filter = FILTER.matcher(query);
        while (filter.find()) {
            String value = filter.group(2) == null ? filter.group(3) : filter.group(2);
            List<String> of = switch (filter.group(1)) {
                case "speaker" -> speakers;
                case "outlet" -> outlets;
                default -> acts;
            };
            of.add(key(value));
            filter.appendReplacement(words, " ");
        }
        filter.appendTail(words);
        return new SearchQuery(
                words.toString().strip(),
                speakers,
                outlets,
                acts.stream().map(SearchQuery::act).toList());
    }

    /** What names are compared by. */
    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** <em>denies</em> and <em>deny</em> are one. */
    private static String act(String word) {
        return switch (word) {
            case "denies" -> "deny";
            case "says" -> "assert";
            case "judges" -> "appraise";
            default -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        };
    }

    /** Whether nothing is looked for. */
    public boolean isEmpty() {
        return words.isEmpty() && speakers.isEmpty() && outlets.isEmpty() && acts.isEmpty();
    }
}
