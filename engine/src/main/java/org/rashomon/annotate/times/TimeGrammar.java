package org.rashomon.annotate.times;

import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;
import org.rashomon.words.Names;
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
    private static final List<String> EXPRESSIONS = List.of("date", "time", "duration", "set");

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

    TimeWords words() {
        return words;
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
        /** The value that class {@code name} matched, or null. */
        @Nullable
        String value(String name) {
            return values.get(name);
        }

        /** Whether class {@code name} matched. */
        boolean has(String name) {
            return values.containsKey(name);
        }

        int number(String name) {
            String value = values.get(name);
            return value == null ? 0 : Integer.parseInt(value);
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

    private static final class Captures {
        private final List<Taken> taken = new ArrayList<>();
        private final int from;

        /** Whether the words wanted before are not there, as the sentence begins: then nothing may follow. */
        private boolean alone;

        Captures(int from) {
            this.from = from;
        }

        void backTo(int mark) {
            taken.subList(mark, taken.size()).clear();
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
        return new Chart(pieces);
    }

    /** Matches in one sentence. What a category matches at a piece is worked out once, however many rules ask. */
    final class Chart {
        private final List<TimePiece> pieces;
        private final Map<Integer, Map<String, Optional<Match>>> known = new HashMap<>();

        private Chart(List<TimePiece> pieces) {
            this.pieces = pieces;
        }

        /** The expression that begins at piece {@code at}, or null. */
        @Nullable
        Match at(int at) {
            if (!mayBegin(pieces.get(at))) {
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

        /** Whether any expression may begin with the piece; most words of a text do not pass. */
        private boolean mayBegin(TimePiece piece) {
            if (starters.contains(piece.lower())
                    || Character.isDigit(piece.raw().charAt(0))) {
                return true;
            }
            for (String key : words.keysOf(piece)) {
                if (starters.contains(key)) {
                    return true;
                }
            }
            return false;
        }

        private @Nullable Match longest(String category, int at) {
            if (at >= pieces.size()) {
                return null;
            }
            Map<String, Optional<Match>> here = known.computeIfAbsent(at, piece -> new HashMap<>());
            Optional<Match> cached = here.get(category);
            if (cached == null) {
                cached = Optional.ofNullable(find(category, at));
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
                    if (captures.alone && !isWhole(pieces, end)) {
                        continue;
                    }
                    boolean better = best == null
                            || end > best.end()
                            || end == best.end() && rule.order() < best.rule().order();
                    if (end > at && better) {
                        best = captures.match(rule, end);
                    }
                }
            }
            return best;
        }

        /** What the index may know a piece by. */
        private List<String> keys(int at) {
            TimePiece piece = pieces.get(at);
            List<String> ofClasses = words.keysOf(piece);
            boolean digit = Character.isDigit(piece.raw().charAt(0));
            if (!digit && ofClasses.isEmpty()) {
                return List.of(piece.lower());
            }
            List<String> keys = new ArrayList<>(ofClasses);
            keys.add(piece.lower());
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
            switch (node.kind()) {
                case MAYBE -> {
                    int mark = captures.taken.size();
                    int end = match(node.inner(), at, captures);
                    if (end >= 0) {
                        return end;
                    }
                    captures.backTo(mark);
                    return match(node.next(), at, captures);
                }
                case AFTER -> {
                    captures.alone |= at == 0;
                    return at == 0 || isAny(node, pieces, at - 1) ? match(node.next(), at, captures) : -1;
                }
                case UNLESS -> {
                    return isAny(node, pieces, at - 1) ? -1 : match(node.next(), at, captures);
                }
                case NOT -> {
                    return isAny(node, pieces, at) ? -1 : match(node.next(), at, captures);
                }
                case THEN -> {
                    return at == pieces.size() || isAny(node, pieces, at) ? match(node.next(), at, captures) : -1;
                }
                case FOLLOWED -> {
                    return isAny(node, pieces, at) ? match(node.next(), at, captures) : -1;
                }
                case ALONE -> {
                    return captures.from == 0 && isWhole(pieces, at) ? match(node.next(), at, captures) : -1;
                }
                case WORDS -> {
                    boolean fits = at < pieces.size()
                            && node.words().contains(pieces.get(at).lower());
                    return fits ? match(node.next(), at + 1, captures) : -1;
                }
                case CATEGORY -> {
                    Match sub = longest(node.name(), at);
                    if (sub == null) {
                        return -1;
                    }
                    captures.taken.add(new Taken(node.name(), "", sub));
                    return match(node.next(), sub.end(), captures);
                }
                default -> {
                    TimeWords.Count found = classAt(node.name(), at);
                    if (found == null) {
                        return -1;
                    }
                    captures.taken.add(new Taken(node.name(), found.value(), null));
                    return match(node.next(), found.end(), captures);
                }
            }
        }

        private TimeWords.@Nullable Count classAt(String name, int at) {
            if (at >= pieces.size()) {
                return null;
            }
            if (name.equals("number")) {
                return words.countAt(pieces, at);
            }
            if (name.equals("spoken")) {
                return words.spokenYear(pieces, at);
            }
            if (name.equals("cardinal")) {
                return words.cardinal(pieces, at);
            }
            if (name.equals("spelled")) {
                return words.spelledDay(pieces, at);
            }
            String value = words.value(name, pieces.get(at));
            return value == null ? null : new TimeWords.Count(value, at + 1);
        }
    }

    /** Whether a piece is one of the node's words; {@code *s} are lower-case plurals, {@code #} digits, {@code Aa} a name. */
    private static boolean isAny(Node node, List<TimePiece> pieces, int at) {
        if (at < 0 || at >= pieces.size()) {
            return false;
        }
        TimePiece piece = pieces.get(at);
        char first = piece.raw().charAt(0);
        return node.words().contains(piece.lower())
                || node.words().contains("#") && Character.isDigit(first)
                || node.words().contains("aa") && Character.isUpperCase(first)
                || node.words().contains("*s")
                        && piece.lower().length() > 3
                        && piece.lower().endsWith("s")
                        && Character.isLowerCase(first);
    }

    /** Whether nothing but a stop follows the piece before {@code at}, which the expression begins the sentence with. */
    private static boolean isWhole(List<TimePiece> pieces, int at) {
        return at == pieces.size()
                || at == pieces.size() - 1 && pieces.get(at).lower().equals(".");
    }

    private Node compile(String pattern) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(pattern);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        Node node = compile(parts, 0, parts.size(), null);
        if (node == null) {
            throw new IllegalStateException("time-rules.tsv: empty pattern");
        }
        return node;
    }

    /** The parts from {@code from} to {@code to}, linked to what follows them. */
    private static @Nullable Node compile(List<String> parts, int from, int to, @Nullable Node next) {
        Node node = next;
        int i = to;
        while (i > from) {
            i--;
            String part = parts.get(i);
            if (part.equals("]")) {
                int open = opening(parts, i);
                node = new Node(Kind.MAYBE, Set.of(), "", compile(parts, open + 1, i, node), node);
                i = open;
            } else {
                node = node(part, node);
            }
        }
        return node;
    }

    private static int opening(List<String> parts, int close) {
        int depth = 0;
        for (int i = close; i >= 0; i--) {
            depth += parts.get(i).equals("]") ? 1 : parts.get(i).equals("[") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("time-rules.tsv: a bracket is not opened in " + parts);
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
        if (open > 0 && part.endsWith(")")) {
            Kind kind = Kind.valueOf(part.substring(0, open).toUpperCase(Locale.ROOT));
            return new Node(kind, words(part.substring(open + 1, part.length() - 1)), "", null, next);
        }
        return new Node(Kind.WORDS, words(part), "", null, next);
    }

    private static Set<String> words(String alternatives) {
        Set<String> words = new HashSet<>();
        for (String word : alternatives.split("\\|")) {
            words.add(Names.lower(word));
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
            default -> {
                keys.add("{" + node.name());
                keys.add("#");
                if (Set.of("number", "spoken", "spelled", "cardinal").contains(node.name())) {
                    keys.addAll(Set.of("{number", "{vague", "{count", "{ordinal", "half", "couple", "between"));
                }
            }
        }
    }
}
