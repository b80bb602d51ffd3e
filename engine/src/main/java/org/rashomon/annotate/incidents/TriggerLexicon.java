package org.rashomon.annotate.incidents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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
        BACK,
        BROAD,
        AIRCRAFT,
        WEAPON
    }

    /** A line of the table. */
    record Entry(String lemma, boolean noun, IncidentType type, Set<Flag> flags) {}

    /** A form of an entry, as its words. */
    record Reading(List<String> words, Entry entry, Form form) {
        int length() {
            return words.size();
        }
    }

    /** Endings behind which a plural has an e. */
    private static final Set<String> SIBILANTS = Scene.LISTS.list("sibilants");

    /** By first word; longest first. */
    private final Map<String, List<Reading>> readings = new HashMap<>();

    /** What each noun is: {@code thing} or {@code person}. */
    private final Map<String, String> targets = new HashMap<>();

    /** By first word. */
    private final Map<String, List<List<String>>> weapons = new HashMap<>();

    private TriggerLexicon() {}

    public static TriggerLexicon load() {
        TriggerLexicon lexicon = new TriggerLexicon();
        Tsv.rows("en/incident-triggers.tsv").forEach(lexicon::addTrigger);
        Comparator<Reading> longest = Comparator.comparingInt(Reading::length).reversed();
        lexicon.readings.values().forEach(list -> list.sort(longest));
        for (Tsv.Row row : Tsv.rows("en/targets.tsv")) {
            lexicon.targets.put(row.cell(0), row.cell(1));
            lexicon.targets.putIfAbsent(plural(row.cell(0)), row.cell(1));
        }
        for (Tsv.Row row : Tsv.rows("en/weapons.tsv")) {
            lexicon.addWeapon(row.cell(0));
            lexicon.addWeapon(plural(row.cell(0)));
        }
        return lexicon;
    }

    private void addTrigger(Tsv.Row row) {
        String lemma = row.cell(0);
        boolean noun = row.cell(1).equals("n");
        Set<Flag> flags = words(row.cell(3).replace("-", "")).stream()
                .map(flag -> Flag.valueOf(flag.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
        Entry entry = new Entry(lemma, noun, IncidentType.valueOf(row.cell(2)), flags);
        List<String> irregular = words(row.cell(4));
        add(lemma, entry, noun ? Form.SINGULAR : Form.BASE);
        if (noun) {
            if (!flags.contains(Flag.MASS)) {
                add(irregular.isEmpty() ? plural(lemma) : irregular.get(0), entry, Form.PLURAL);
            }
        } else if (irregular.isEmpty()) {
            add(plural(lemma), entry, Form.THIRD);
            add(onFirst(lemma, verb -> verb.endsWith("e") ? verb + "d" : verb + "ed"), entry, Form.PAST);
            add(onFirst(lemma, verb -> (verb.endsWith("e") ? stem(verb, 1) : verb) + "ing"), entry, Form.ING);
        }
        for (String form : noun ? List.<String>of() : irregular) {
            String first = form.split("_")[0];
            add(
                    form.replace('_', ' '),
                    entry,
                    first.endsWith("ing") ? Form.ING : first.endsWith("s") ? Form.THIRD : Form.PAST);
        }
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
    }

    private void add(String words, Entry entry, Form form) {
        List<String> list = words(words);
        readings.computeIfAbsent(list.get(0), k -> new ArrayList<>()).add(new Reading(list, entry, form));
    }

    private void addWeapon(String name) {
        List<String> list = words(name);
        weapons.computeIfAbsent(list.get(0), k -> new ArrayList<>()).add(list);
    }

    /** All readings of the longest form that stands at token {@code i}; empty when none does. */
    List<Reading> at(TaggedSentence s, int i) {
        List<Reading> found = readings.getOrDefault(s.lower(i), List.of()).stream()
                .filter(r -> matches(s, i, r.words()))
                .toList();
        return found.stream().filter(r -> r.length() == found.get(0).length()).toList();
    }

    /** Whether the noun means what or who can be hit. */
    boolean isTarget(String noun) {
        return !target(noun).isEmpty();
    }

    /** Whether the noun means a building, a vehicle, an installation. */
    boolean isThing(String noun) {
        return target(noun).equals("thing");
    }

    private String target(String noun) {
        String last = noun.substring(noun.lastIndexOf('-') + 1);
        return targets.getOrDefault(noun, targets.getOrDefault(last, ""));
    }

    /** The number of tokens of the weapon's name at {@code i}, or 0. */
    int weaponAt(TaggedSentence s, int i) {
        return weapons.getOrDefault(s.lower(i), List.of()).stream()
                .filter(words -> matches(s, i, words))
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    private static boolean matches(TaggedSentence s, int at, List<String> words) {
        return !s.any(at, at + words.size(), i -> !s.is(i, words.get(i - at)));
    }

    /** The regular plural, and third person: "buses", "policemen", "factories". */
    static String plural(String word) {
        if (SIBILANTS.stream().anyMatch(word::endsWith)) {
            return word + "es";
        }
        if (word.endsWith("man")) {
            return stem(word, 2) + "en";
        }
        boolean vowel = word.length() > 1 && "aeiou".indexOf(word.charAt(word.length() - 2)) >= 0;
        return word.endsWith("y") && !vowel ? stem(word, 1) + "ies" : word + "s";
    }

    private static String stem(String word, int ending) {
        return word.substring(0, word.length() - ending);
    }

    private static String onFirst(String verb, UnaryOperator<String> change) {
        String[] words = verb.split(" ", 2);
        words[0] = change.apply(words[0]);
        return String.join(" ", Arrays.asList(words));
    }
}
