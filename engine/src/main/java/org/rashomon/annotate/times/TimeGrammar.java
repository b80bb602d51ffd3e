package org.rashomon.annotate.times;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.TimeExpression;
import org.rashomon.words.NameForms;
import org.rashomon.words.Tsv;

/**
 * Finds time expressions by the rules of {@code time-rules.tsv} and the words of {@code time-words.tsv}. A rule says what an
 * expression looks like, and names the {@link TimeSense} that tells what it means. The notation stands at the top of the rules; to
 * add an expression, add a line there and a row to the test of the tagger.
 *
 * <p>At a word the longest match of any rule of the categories {@code date, time, duration, set} wins, the first rule among equals.
 */
final class TimeGrammar {
    /** The categories that are expressions by themselves: the types of TIMEX3. */
    private static final List<String> EXPRESSIONS = Stream.of(TimeExpression.Type.values())
            .map(type -> type.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final Pattern PART = Pattern.compile(
            "\\[|]|\\{[^}]+}|<[^>]+>|(?:after|unless|not|then|followed)\\([^)]*\\)|[^\\s\\[\\]]+",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final TimeWords words = new TimeWords();
    private final Map<String, List<Rule>> rules = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Rule>>> byFirst = new HashMap<>();

    /** What an expression may begin with. */
    private final Set<String> starters = new HashSet<>();

    TimeGrammar() {
        for (Tsv.Row row : Tsv.rows("en/time-rules.tsv")) {
            List<Rule> list = rules.computeIfAbsent(row.cell(0), key -> new ArrayList<>());
            list.add(new Rule(row.cell(0), list.size(), compile(row.cell(1)), TimeSense.of(row.cell(2))));
        }
        Map<String, Set<String>> firsts = firsts();
        EXPRESSIONS.forEach(category -> starters.addAll(firsts.getOrDefault(category, Set.of())));
        rules.forEach((category, list) -> {
            Map<String, List<Rule>> index = byFirst.computeIfAbsent(category, key -> new HashMap<>());
            for (Rule rule : list) {
                Set<String> keys = new LinkedHashSet<>();
                first(rule.start(), firsts, keys);
                keys.forEach(key ->
                        index.computeIfAbsent(key, k -> new ArrayList<>()).add(rule));
            }
        });
    }

    /**
     * A line of the rules.
     *
     * @param order its place among the lines of its category
     */
    record Rule(String category, int order, @Nullable Node start, TimeSense sense) {}

    /**
     * What a rule matched.
     *
     * @param end one past the last piece
     * @param values what the classes in the pattern matched, by class
     * @param subs what the categories in the pattern matched, by category
     */
    record Match(Rule rule, int from, int end, Map<String, String> values, Map<String, Match> subs) {
        /** The value that the first of these classes matched of which one did, or null. */
        @Nullable
        String value(String... classes) {
            for (String name : classes) {
                String value = values.get(name);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }

        /** The same where one of them must have matched. */
        String text(String... classes) {
            String value = value(classes);
            if (value == null) {
                throw new IllegalStateException("time-rules.tsv: " + rule.sense() + " needs a class that is not there");
            }
            return value;
        }

        /** The same as a number, 0 where none matched or it is no whole one: several, 2.5. */
        int number(String... classes) {
            String value = value(classes);
            boolean whole = value != null && TimeWords.isDigits(value.startsWith("-") ? value.substring(1) : value);
            return value != null && whole ? Integer.parseInt(value) : 0;
        }

        /** Whether class {@code name} matched. */
        boolean has(String name) {
            return values.containsKey(name);
        }

        /** What category {@code name} matched, or null. */
        @Nullable
        Match sub(String name) {
            return subs.get(name);
        }

        /** The argument {@code i} of the sense, empty where there is none. */
        String arg(int i) {
            return rule.sense().arg(i);
        }

        /** The same as a number, 0 where there is none. */
        int argNumber(int i) {
            return arg(i).isEmpty() ? 0 : Integer.parseInt(arg(i));
        }

        /** The unit that a class or the sense names. */
        String unit() {
            String unit = value("unit", "span", "units");
            return unit == null ? arg(0) : unit;
        }

        /** Which way its words point: -1 for last, 1 for next, else 0. */
        int direction() {
            return has("last") ? -1 : has("next") ? 1 : 0;
        }

        Match with(String name, String value) {
            Map<String, String> more = new HashMap<>(values);
            more.put(name, value);
            return new Match(rule, from, end, Map.copyOf(more), subs);
        }

        Match without(String name) {
            Map<String, String> fewer = new HashMap<>(values);
            fewer.remove(name);
            return new Match(rule, from, end, Map.copyOf(fewer), subs);
        }

        /** The same words at another place, with other matches of categories. */
        Match over(int first, int last, Map<String, Match> others) {
            return new Match(rule, first, last, values, Map.copyOf(others));
        }
    }

    /** One step of a pattern, and what follows it. */
    private record Node(
            Kind kind,
            Set<String> words,
            String name,
            @Nullable Node inner,
            @Nullable Node next) {}

    private enum Kind {
        WORDS,
        CLASS,
        CATEGORY,
        MAYBE,
        AFTER,
        UNLESS,
        NOT,
        THEN,
        FOLLOWED,
        ALONE
    }

    /** What a class, or else a category, took. */
    private record Taken(
            String name, String value, @Nullable Match sub) {}

    /** What a pattern has taken so far on its way through a sentence. */
    private static final class Captures {
        private final List<Taken> taken = new ArrayList<>();
        private final int from;

        /** Whether the words wanted before are not there, as the sentence begins: then nothing may follow. */
        private boolean alone;

        Captures(int from) {
            this.from = from;
        }

        Match match(Rule rule, int end) {
            Map<String, String> values = new HashMap<>();
            Map<String, Match> subs = new HashMap<>();
            for (Taken part : taken) {
                if (part.sub() == null) {
                    values.put(part.name(), part.value());
                } else {
                    subs.put(part.name(), part.sub());
                }
            }
            return new Match(rule, from, end, Map.copyOf(values), Map.copyOf(subs));
        }
    }

    /** The pieces of a sentence, to be asked what begins where. */
    Chart chart(List<TimePiece> pieces) {
        return new Chart(new TimeLine(pieces, words));
    }

    /** Matches in one sentence. What a category matches at a piece is worked out once, however many rules ask. */
    final class Chart {
        private final TimeLine line;
        private final Map<Integer, Map<String, Optional<Match>>> known = new HashMap<>();

        private Chart(TimeLine line) {
            this.line = line;
        }

        TimeLine line() {
            return line;
        }

        /** The expression that begins at piece {@code at}, or null; most words of a text begin none. */
        @Nullable
        Match at(int at) {
            if (keys(at).stream().noneMatch(starters::contains)) {
                return null;
            }
            Match best = null;
            for (String category : EXPRESSIONS) {
                Match match = longest(category, at);
                if (match != null && (best == null || match.end() > best.end())) {
                    best = match;
                }
            }
            return best;
        }

        private @Nullable Match longest(String category, int at) {
            Map<String, Optional<Match>> here = known.computeIfAbsent(at, piece -> new HashMap<>());
            Optional<Match> cached = here.get(category);
            if (cached == null) {
                cached = Optional.ofNullable(at < line.size() ? find(category, at) : null);
                here.put(category, cached);
            }
            return cached.orElse(null);
        }

        private @Nullable Match find(String category, int at) {
            Map<String, List<Rule>> index = byFirst.getOrDefault(category, Map.of());
            Match best = null;
            for (String key : keys(at)) {
                for (Rule rule : index.getOrDefault(key, List.of())) {
                    Captures captures = new Captures(at);
                    int end = match(rule.start(), at, captures);
                    boolean whole = !captures.alone || isWhole(end);
                    if (end > at && whole && isBetter(rule, end, best)) {
                        best = captures.match(rule, end);
                    }
                }
            }
            return best;
        }

        /** What the index may know a piece by. */
        private List<String> keys(int at) {
            List<String> ofClasses = words.keysOf(line.pieces().get(at));
            boolean digit = Character.isDigit(line.first(at));
            if (!digit && ofClasses.isEmpty()) {
                return List.of(line.lower(at));
            }
            List<String> keys = new ArrayList<>(ofClasses);
            keys.add(line.lower(at));
            if (digit) {
                keys.add("#");
            }
            return keys;
        }

        /** Where the pattern from {@code node} on ends when it begins at {@code at}, or -1. Optional parts are taken when they fit. */
        private int match(@Nullable Node node, int at, Captures captures) {
            if (node == null) {
                return at;
            }
            return switch (node.kind()) {
                case MAYBE -> maybe(node, at, captures);
                case WORDS -> node.words().contains(line.lower(at)) ? match(node.next(), at + 1, captures) : -1;
                case CATEGORY -> {
                    Match sub = longest(node.name(), at);
                    if (sub == null) {
                        yield -1;
                    }
                    captures.taken.add(new Taken(node.name(), "", sub));
                    yield match(node.next(), sub.end(), captures);
                }
                case CLASS -> {
                    TimeWords.Count found = words.at(node.name(), line, at);
                    if (found == null) {
                        yield -1;
                    }
                    captures.taken.add(new Taken(node.name(), found.value(), null));
                    yield match(node.next(), found.end(), captures);
                }
                default -> allows(node, at, captures) ? match(node.next(), at, captures) : -1;
            };
        }

        private int maybe(Node node, int at, Captures captures) {
            int taken = captures.taken.size();
            int end = match(node.inner(), at, captures);
            if (end >= 0) {
                return end;
            }
            captures.taken.subList(taken, captures.taken.size()).clear();
            return match(node.next(), at, captures);
        }

        /** Whether the words around {@code at} are as a step wants that reads none. */
        private boolean allows(Node node, int at, Captures captures) {
            captures.alone |= node.kind() == Kind.AFTER && at == 0;
            return switch (node.kind()) {
                case AFTER -> at == 0 || isAny(node, at - 1);
                case UNLESS -> !isAny(node, at - 1);
                case NOT -> !isAny(node, at);
                case THEN -> at == line.size() || isAny(node, at);
                case FOLLOWED -> isAny(node, at);
                default -> captures.from == 0 && isWhole(at);
            };
        }

        /** Whether a piece is one of the node's words; {@code *s} are lower-case plurals, {@code #} digits, {@code Aa} a name. */
        private boolean isAny(Node node, int at) {
            String word = line.lower(at);
            char first = line.first(at);
            if (Character.isDigit(first)) {
                return node.words().contains(word) || node.words().contains("#");
            }
            if (Character.isUpperCase(first)) {
                return node.words().contains(word) || node.words().contains("aa");
            }
            boolean plural = word.length() > 3 && word.endsWith("s") && Character.isLowerCase(first);
            return node.words().contains(word) || (plural && node.words().contains("*s"));
        }

        /** Whether nothing but a stop follows the piece before {@code at}, which the expression begins the sentence with. */
        private boolean isWhole(int at) {
            return line.past(".", at) == line.size();
        }
    }

    /** Whether a rule that matches up to {@code end} wins over the best before. */
    private static boolean isBetter(Rule rule, int end, @Nullable Match best) {
        if (best == null || end != best.end()) {
            return best == null || end > best.end();
        }
        return rule.order() < best.rule().order();
    }

    private static @Nullable Node compile(String pattern) {
        Deque<String> parts = new ArrayDeque<>();
        Matcher matcher = PART.matcher(pattern);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        Node node = compile(parts, null);
        if (!parts.isEmpty()) {
            throw new IllegalStateException("time-rules.tsv: a bracket is not closed in " + pattern);
        }
        return node;
    }

    /** The last of the parts, down to an opening bracket, linked to what follows them. */
    private static @Nullable Node compile(Deque<String> parts, @Nullable Node next) {
        Node node = next;
        while (!parts.isEmpty()) {
            String part = parts.removeLast();
            if (part.equals("[")) {
                return node;
            }
            node = part.equals("]") ? new Node(Kind.MAYBE, Set.of(), "", compile(parts, node), node) : node(part, node);
        }
        return node;
    }

    private static Node node(String part, @Nullable Node next) {
        if (part.startsWith("{")) {
            return new Node(Kind.CLASS, Set.of(), part.substring(1, part.length() - 1), null, next);
        }
        if (part.startsWith("<")) {
            return new Node(Kind.CATEGORY, Set.of(), part.substring(1, part.length() - 1), null, next);
        }
        if (part.equals("alone")) {
            return new Node(Kind.ALONE, Set.of(), "", null, next);
        }
        int open = part.indexOf('(');
        if (open > 0) {
            Kind kind = Kind.valueOf(part.substring(0, open).toUpperCase(Locale.ROOT));
            return new Node(kind, words(part.substring(open + 1, part.length() - 1)), "", null, next);
        }
        return new Node(Kind.WORDS, words(part), "", null, next);
    }

    private static Set<String> words(String alternatives) {
        Set<String> words = new HashSet<>();
        for (String word : alternatives.split("\\|")) {
            words.add(NameForms.lower(word));
        }
        return words;
    }

    /** What each category may begin with, by fixed point. */
    private Map<String, Set<String>> firsts() {
        Map<String, Set<String>> firsts = new HashMap<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (List<Rule> list : rules.values()) {
                for (Rule rule : list) {
                    Set<String> known = firsts.computeIfAbsent(rule.category(), key -> new HashSet<>());
                    int before = known.size();
                    first(rule.start(), firsts, known);
                    grows |= known.size() > before;
                }
            }
        }
        return firsts;
    }

    private void first(@Nullable Node node, Map<String, Set<String>> firsts, Set<String> keys) {
        if (node == null) {
            return;
        }
        switch (node.kind()) {
            case MAYBE -> {
                first(node.inner(), firsts, keys);
                first(node.next(), firsts, keys);
            }
            case AFTER, UNLESS, NOT, THEN, FOLLOWED, ALONE -> first(node.next(), firsts, keys);
            case WORDS -> keys.addAll(node.words());
            case CATEGORY -> {
                if (!rules.containsKey(node.name())) {
                    throw new IllegalStateException("time-rules.tsv: no category <" + node.name() + ">");
                }
                keys.addAll(firsts.getOrDefault(node.name(), Set.of()));
            }
            default -> keys.addAll(TimeWords.startsOf(node.name()));
        }
    }
}
