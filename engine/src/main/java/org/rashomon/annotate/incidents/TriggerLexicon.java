package org.rashomon.annotate.incidents;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.events.IncidentType;
import org.rashomon.words.Tsv;

/** The words that signal incidents, what can be hit in them, and with what: the tables of this package, by form. */
public final class TriggerLexicon {
    /** Which form of its base a matched word is. */
    enum Form {
        SINGULAR,
        PLURAL,
        BASE,
        THIRD,
        PAST,
        ING
    }

    /** What a trigger's line says of it; the table's header explains each. */
    enum Flag {
        SURE,
        AIR,
        TARGET,
        WEAK,
        MASS,
        KILL,
        INTR,
        BARE,
        BACK
    }

    /** A line of the table. */
    record Entry(String lemma, boolean noun, IncidentType type, Set<Flag> flags) {
        boolean has(Flag flag) {
            return flags.contains(flag);
        }
    }

    /** A form of an entry, as its words. */
    record Reading(List<String> words, Entry entry, Form form) {}

    /** By first word; longest first. */
    private final Map<String, List<Reading>> readings = new HashMap<>();

    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, List<List<String>>> weapons = new HashMap<>();

    private TriggerLexicon() {}

    public static TriggerLexicon load() {
        TriggerLexicon lexicon = new TriggerLexicon();
        for (Tsv.Row row : Tsv.rows("en/incident-triggers.tsv")) {
            lexicon.addTrigger(row);
        }
        lexicon.readings
                .values()
                .forEach(
                        list -> list.sort((a, b) -> b.words().size() - a.words().size()));
        for (Tsv.Row row : Tsv.rows("en/targets.tsv")) {
            lexicon.targets.put(row.cell(0), row.cell(1));
            lexicon.targets.putIfAbsent(plural(row.cell(0)), row.cell(1));
        }
        Set<String> seen = new HashSet<>();
        for (Tsv.Row row : Tsv.rows("en/weapons.tsv")) {
            for (String words : List.of(row.cell(0), plural(row.cell(0)))) {
                if (seen.add(words)) {
                    List<String> list = List.of(words.split(" "));
                    lexicon.weapons
                            .computeIfAbsent(list.get(0), k -> new ArrayList<>())
                            .add(list);
                }
            }
        }
        lexicon.weapons.values().forEach(list -> list.sort((a, b) -> b.size() - a.size()));
        return lexicon;
    }

    private void addTrigger(Tsv.Row row) {
        String lemma = row.cell(0);
        boolean noun = row.cell(1).equals("n");
        Set<Flag> flags = row.cell(3).isEmpty() || row.cell(3).equals("-")
                ? EnumSet.noneOf(Flag.class)
                : List.of(row.cell(3).split(" ")).stream()
                        .map(flag -> Flag.valueOf(flag.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Flag.class)));
        Entry entry = new Entry(lemma, noun, IncidentType.valueOf(row.cell(2)), Set.copyOf(flags));
        List<String> irregular =
                row.cell(4).isEmpty() ? List.of() : List.of(row.cell(4).split(" "));
        if (noun) {
            add(lemma, entry, Form.SINGULAR);
            if (!entry.has(Flag.MASS)) {
                add(irregular.isEmpty() ? plural(lemma) : irregular.get(0), entry, Form.PLURAL);
            }
            return;
        }
        add(lemma, entry, Form.BASE);
        if (irregular.isEmpty()) {
            add(plural(lemma), entry, Form.THIRD);
            add(past(lemma), entry, Form.PAST);
            add(ing(lemma), entry, Form.ING);
        }
        for (String form : irregular) {
            String first = form.split("_")[0];
            boolean third = first.endsWith("s") && !first.equals("gas");
            add(form.replace('_', ' '), entry, first.endsWith("ing") ? Form.ING : third ? Form.THIRD : Form.PAST);
        }
    }

    private void add(String words, Entry entry, Form form) {
        List<String> list = List.of(words.split(" "));
        readings.computeIfAbsent(list.get(0), k -> new ArrayList<>()).add(new Reading(list, entry, form));
    }

    /** All readings of the longest form that stands at token {@code i}; empty when none does. */
    List<Reading> at(TaggedSentence s, int i) {
        List<Reading> candidates = readings.get(s.lower(i));
        if (candidates == null) {
            return List.of();
        }
        List<Reading> found = new ArrayList<>();
        for (Reading reading : candidates) {
            if (!found.isEmpty()
                    && reading.words().size() < found.get(0).words().size()) {
                break;
            }
            if (matches(s, i, reading.words())) {
                found.add(reading);
            }
        }
        return found;
    }

    /** What kind of target the noun is: {@code thing}, {@code person}, or empty when it is none. */
    String target(String word) {
        String kind = targets.get(word);
        if (kind != null) {
            return kind;
        }
        int hyphen = word.lastIndexOf('-');
        return hyphen < 0 ? "" : targets.getOrDefault(word.substring(hyphen + 1), "");
    }

    /** The number of tokens of the weapon's name at {@code i}, or 0. */
    int weaponAt(TaggedSentence s, int i) {
        for (List<String> words : weapons.getOrDefault(s.lower(i), List.of())) {
            if (matches(s, i, words)) {
                return words.size();
            }
        }
        return 0;
    }

    private static boolean matches(TaggedSentence s, int at, List<String> words) {
        for (int k = 0; k < words.size(); k++) {
            if (!s.is(at + k, words.get(k))) {
                return false;
            }
        }
        return true;
    }

    static String plural(String word) {
        if (word.endsWith("s")
                || word.endsWith("x")
                || word.endsWith("z")
                || word.endsWith("ch")
                || word.endsWith("sh")) {
            return word + "es";
        }
        if (word.endsWith("man") && !word.equals("human")) {
            return word.substring(0, word.length() - 2) + "en";
        }
        if (word.endsWith("person")) {
            return word + "s";
        }
        if (word.equals("child")) {
            return "children";
        }
        if (word.endsWith("y") && word.length() > 1 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word + "s";
    }

    private static String past(String verb) {
        return onFirst(verb, w -> w.endsWith("e") ? w + "d" : w + "ed");
    }

    private static String ing(String verb) {
        return onFirst(verb, w -> w.endsWith("e") ? w.substring(0, w.length() - 1) + "ing" : w + "ing");
    }

    private static String onFirst(String verb, java.util.function.UnaryOperator<String> change) {
        int space = verb.indexOf(' ');
        return space < 0 ? change.apply(verb) : change.apply(verb.substring(0, space)) + verb.substring(space);
    }
}
