package org.rashomon.annotate.patterns;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the notation of patterns, which the package's manual explains. */
public final class PatternNotation {
    private static final Pattern PART = Pattern.compile(
            "\\[|]|\\{[^}]+}(?![|&])|<[^>]+>|(?:after|behind|unless|not|then|followed)\\([^)]*\\)|[^\\s\\[\\]]+",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final String pattern;
    private final Function<String, List<String>> lists;
    private final Deque<String> parts = new ArrayDeque<>();

    private PatternNotation(String pattern, Function<String, List<String>> lists) {
        this.pattern = pattern;
        this.lists = lists;
        Matcher matcher = PART.matcher(pattern);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
    }

    /**
     * The pattern that a row of a table writes.
     *
     * @param lists the words of a list that the pattern names by {@code @}
     * @throws IllegalArgumentException when its brackets are not in pairs
     */
    public static WordPattern read(String pattern, Function<String, List<String>> lists) {
        PatternNotation notation = new PatternNotation(pattern, lists);
        return new WordPattern(notation.steps(new WordPattern.Done(), false));
    }

    /** The last of the parts, in brackets down to the opening one, which is taken; each is linked to what follows it. */
    private WordPattern.Step steps(WordPattern.Step next, boolean inBrackets) {
        WordPattern.Step step = next;
        String part = parts.pollLast();
        while (part != null && !part.equals("[")) {
            step = part.equals("]") ? new WordPattern.Maybe(steps(step, true), step) : step(part, step);
            part = parts.pollLast();
        }
        if (inBrackets == (part == null)) {
            throw new IllegalArgumentException("a bracket is not in a pair: " + pattern);
        }
        return step;
    }

    private WordPattern.Step step(String part, WordPattern.Step next) {
        return switch (part) {
            case "^" -> new WordPattern.Edge(WordPattern.Side.START, next);
            case "$" -> new WordPattern.Edge(WordPattern.Side.END, next);
            case "alone" -> new WordPattern.Edge(WordPattern.Side.BOTH, next);
            default -> taking(part, next);
        };
    }

    private WordPattern.Step taking(String part, WordPattern.Step next) {
        String inner = part.substring(1, part.length() - 1 > 0 ? part.length() - 1 : 1);
        if (part.startsWith("{") && part.indexOf('}') == part.length() - 1) {
            return new WordPattern.Named(inner, false, next);
        }
        if (part.startsWith("<") && part.endsWith(">")) {
            return new WordPattern.Named(inner, true, next);
        }
        for (WordPattern.Around around : WordPattern.Around.values()) {
            String opening = around.name().toLowerCase(Locale.ROOT) + "(";
            if (part.startsWith(opening)) {
                String words = part.substring(opening.length(), part.length() - 1);
                return new WordPattern.Look(around, new WordTest(words, lists), next);
            }
        }
        int mark = part.length() > 1 ? part.lastIndexOf('?') : -1;
        if (mark < 0) {
            return new WordPattern.Words(new WordTest(part, lists), 1, 1, next);
        }
        String most = part.substring(mark + 1);
        WordTest words = new WordTest(part.substring(0, mark), lists);
        return new WordPattern.Words(words, 0, most.isEmpty() ? 1 : Integer.parseInt(most), next);
    }
}
