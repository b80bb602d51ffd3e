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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.patterns.PatternNotation;
import org.rashomon.annotate.patterns.WordPattern;
import org.rashomon.annotate.patterns.WordPattern.Taken;
import org.rashomon.annotate.patterns.WordPattern.Walk;
import org.rashomon.model.TimeExpression;
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

    private final TimeWords words = new TimeWords();
    private final Map<String, List<Rule>> rules = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Rule>>> byFirst = new HashMap<>();

    /** What an expression may begin with. */
    private final Set<String> starters = new HashSet<>();

    TimeGrammar() {
        for (Tsv.Row row : Tsv.rows("en/time-rules.tsv")) {
            List<Rule> list = rules.computeIfAbsent(row.cell(0), key -> new ArrayList<>());
            WordPattern pattern = PatternNotation.read(row.cell(1), name -> List.of());
            list.add(new Rule(row.cell(0), list.size(), pattern, TimeSense.of(row.cell(2))));
        }
        Map<String, Set<String>> firsts = firsts();
        EXPRESSIONS.forEach(category -> starters.addAll(firsts.getOrDefault(category, Set.of())));
        rules.forEach((category, list) -> {
            Map<String, List<Rule>> index = byFirst.computeIfAbsent(category, key -> new HashMap<>());
            for (Rule rule : list) {
                Set<String> keys = new LinkedHashSet<>();
                rule.pattern().addBeginnings(new Known(firsts), keys);
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
    record Rule(String category, int order, WordPattern pattern, TimeSense sense) {}

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

    /** What patterns may begin with, as far as it is known. */
    private record Known(Map<String, Set<String>> firsts) implements WordPattern.Beginnings {
        @Override
        public Set<String> ofWord(String wordClass) {
            return TimeWords.startsOf(wordClass);
        }

        @Override
        public Set<String> ofPhrase(String category) {
            Set<String> words = firsts.get(category);
            if (words == null) {
                throw new IllegalStateException("time-rules.tsv: no category <" + category + ">");
            }
            return words;
        }
    }

    /** What each category may begin with, by fixed point. */
    private Map<String, Set<String>> firsts() {
        Map<String, Set<String>> firsts = new HashMap<>();
        rules.keySet().forEach(category -> firsts.put(category, new HashSet<>()));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Map.Entry<String, List<Rule>> list : rules.entrySet()) {
                Set<String> known = firsts.getOrDefault(list.getKey(), Set.of());
                int before = known.size();
                list.getValue().forEach(rule -> rule.pattern().addBeginnings(new Known(firsts), known));
                grows |= known.size() > before;
            }
        }
        return firsts;
    }

    /** The pieces of a sentence, to be asked what begins where. */
    Chart chart(List<TimePiece> pieces) {
        return new Chart(new TimeLine(pieces, words));
    }

    /** Matches in one sentence. What a category matches at a piece is worked out once, however many rules ask. */
    final class Chart implements WordPattern.Lexicon {
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
            Walk walk = new Walk(line, this, false);
            Match best = null;
            for (String key : keys(at)) {
                for (Rule rule : index.getOrDefault(key, List.of())) {
                    int end = rule.pattern().end(walk, at);
                    boolean whole = !walk.isOpening() || WordPattern.isEnd(line, end);
                    if (end > at && whole && isBetter(rule, end, best)) {
                        best = match(rule, at, end, walk.taken());
                    }
                }
            }
            return best;
        }

        private Match match(Rule rule, int from, int end, List<Taken> taken) {
            Map<String, String> values = new HashMap<>();
            Map<String, Match> subs = new HashMap<>();
            for (Taken part : taken) {
                Match sub = part.category() ? longest(part.name(), part.from()) : null;
                if (sub == null) {
                    values.put(part.name(), part.value());
                } else {
                    subs.put(part.name(), sub);
                }
            }
            return new Match(rule, from, end, Map.copyOf(values), Map.copyOf(subs));
        }

        @Override
        public @Nullable Taken phrase(String category, int at) {
            Match match = longest(category, at);
            return match == null ? null : new Taken(category, true, at, match.end(), "");
        }

        @Override
        public @Nullable Taken word(String wordClass, int at) {
            TimeWords.Count found = words.at(wordClass, line, at);
            return found == null ? null : new Taken(wordClass, false, at, found.end(), found.value());
        }

        /** What the index may know a piece by. */
        private List<String> keys(int at) {
            List<String> ofClasses = words.keysOf(line.pieces().get(at));
            boolean digit = Character.isDigit(line.initial(at));
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
    }

    /** Whether a rule that matches up to {@code end} wins over the best before. */
    private static boolean isBetter(Rule rule, int end, @Nullable Match best) {
        if (best == null || end != best.end()) {
            return best == null || end > best.end();
        }
        return rule.order() < best.rule().order();
    }
}
