package org.rashomon.annotate.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.model.claims.Act;
import org.rashomon.words.Tsv;

/** The words that signal attribution, with what they do and what may follow them; read from {@code cues.tsv}. */
public final class CueLexicon {
    private static final String RESOURCE = "en/cues.tsv";

    /** Word classes of the lexicon. */
    public enum WordClass {
        VERB,
        NOUN,
        PHRASE,
        ADVERB
    }

    /** Inflected forms that matter to the construction. */
    public enum Form {
        BASE,
        THIRD,
        PAST,
        ING
    }

    /**
     * One cue.
     *
     * @param voiced whether its use means that the source expressed something
     * @param negative whether it says that its content is not so or will not be done
     * @param frames what may follow as content
     */
    public record Cue(
            String lemma, WordClass wordClass, Act act, boolean voiced, boolean negative, Set<String> frames) {
        public boolean takes(String frame) {
            return frames.contains(frame);
        }
    }

    /**
     * A cue found in text.
     *
     * @param length how many tokens it has
     */
    public record Match(Cue cue, Form form, int length) {}

    private record Entry(List<String> words, Cue cue, Form form) {}

    /** First word of a form to the forms that begin with it, longest first. */
    private final Map<String, List<Entry>> byFirstWord;

    private CueLexicon(Map<String, List<Entry>> byFirstWord) {
        this.byFirstWord = byFirstWord;
    }

    private static final class Loaded {
        static final CueLexicon LEXICON = read();
    }

    /** The lexicon compiled into the program, which nobody adds to; immutable. */
    public static CueLexicon load() {
        return Loaded.LEXICON;
    }

    private static CueLexicon read() {
        Map<String, List<Entry>> entries = new HashMap<>();
        for (Tsv.Row row : Tsv.rows(RESOURCE)) {
            addRow(row, entries);
        }
        entries.values()
                .forEach(list -> list.sort(
                        (a, b) -> Integer.compare(b.words().size(), a.words().size())));
        return new CueLexicon(entries);
    }

    private static void addRow(Tsv.Row row, Map<String, List<Entry>> entries) {
        if (row.cells().size() < 5) {
            throw new IllegalStateException(RESOURCE + ": five columns expected for " + row.cell(0) + ", got "
                    + row.cells().size());
        }
        String frames = row.cell(5);
        String irregular = row.cell(6);
        WordClass wordClass = switch (row.cell(1)) {
            case "v" -> WordClass.VERB;
            case "n" -> WordClass.NOUN;
            case "p" -> WordClass.PHRASE;
            case "a" -> WordClass.ADVERB;
            default -> throw new IllegalStateException(RESOURCE + ": class " + row.cell(1) + " of " + row.cell(0));
        };
        Cue cue = new Cue(
                row.cell(0),
                wordClass,
                Act.valueOf(row.cell(2)),
                row.cell(3).equals("y"),
                row.cell(4).equals("-"),
                new LinkedHashSet<>(List.of(frames.split(" "))));
        for (Map.Entry<String, Form> form :
                forms(row.cell(0), wordClass, irregular).entrySet()) {
            List<String> words = List.of(form.getKey().split(" "));
            entries.computeIfAbsent(words.get(0), w -> new ArrayList<>()).add(new Entry(words, cue, form.getValue()));
        }
    }

    private static Map<String, Form> forms(String lemma, WordClass wordClass, String irregular) {
        Map<String, Form> forms = new HashMap<>();
        forms.put(lemma, Form.BASE);
        if (wordClass == WordClass.NOUN) {
            forms.put(third(lemma), Form.THIRD);
        } else if (wordClass == WordClass.VERB && irregular.isBlank()) {
            forms.put(third(lemma), Form.THIRD);
            forms.put(past(lemma), Form.PAST);
            forms.put(ing(lemma), Form.ING);
        } else if (wordClass == WordClass.VERB) {
            for (String form : irregular.split(" ")) {
                String written = form.replace('_', ' ');
                String first = written.split(" ")[0];
                forms.putIfAbsent(
                        written, first.endsWith("ing") ? Form.ING : first.endsWith("s") ? Form.THIRD : Form.PAST);
            }
        }
        return forms;
    }

    private static boolean endsInConsonantY(String lemma) {
        return lemma.endsWith("y") && lemma.length() > 1 && "aeiou".indexOf(lemma.charAt(lemma.length() - 2)) < 0;
    }

    private static String third(String lemma) {
        if (endsInConsonantY(lemma)) {
            return lemma.substring(0, lemma.length() - 1) + "ies";
        }
        boolean hiss = lemma.endsWith("s") || lemma.endsWith("sh") || lemma.endsWith("ch") || lemma.endsWith("x");
        return lemma + (hiss ? "es" : "s");
    }

    private static String past(String lemma) {
        if (endsInConsonantY(lemma)) {
            return lemma.substring(0, lemma.length() - 1) + "ied";
        }
        return lemma + (lemma.endsWith("e") ? "d" : "ed");
    }

    private static String ing(String lemma) {
        boolean silent = lemma.endsWith("e") && !lemma.endsWith("ee");
        return (silent ? lemma.substring(0, lemma.length() - 1) : lemma) + "ing";
    }

    /**
     * The longest cue that begins at a token and fits its word class.
     *
     * @param block the tagged text
     * @param at index of the first token
     */
    public Optional<Match> match(TaggedBlock block, int at) {
        for (Entry entry : byFirstWord.getOrDefault(block.lower(at), List.of())) {
            if (fits(block, at, entry)) {
                return Optional.of(
                        new Match(entry.cue(), entry.form(), entry.words().size()));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(TaggedBlock block, int at, Entry entry) {
        List<String> words = entry.words();
        if (at + words.size() > block.size()) {
            return false;
        }
        for (int k = 1; k < words.size(); k++) {
            if (!block.lower(at + k).equals(words.get(k))) {
                return false;
            }
        }
        return switch (entry.cue().wordClass()) {
            case VERB -> words.size() > 2 || block.isVerb(at);
            case NOUN -> block.isNoun(at);
            case PHRASE, ADVERB -> true;
        };
    }

    /**
     * The cue that the words of an attribution's cue span hold: the strongest when they hold several, as <em>refused to
     * confirm</em> does; empty for cues that are not in the lexicon.
     */
    public Optional<Cue> lookup(String words) {
        String[] parts =
                words.toLowerCase(java.util.Locale.ROOT).replace('\u2019', '\'').split("[^\\p{L}'-]+");
        Cue best = null;
        for (int at = 0; at < parts.length; at++) {
            for (Entry entry : byFirstWord.getOrDefault(parts[at], List.of())) {
                if (matches(parts, at, entry.words())) {
                    if (best == null
                            || entry.cue().act().compareTo(best.act()) < 0
                            || best.wordClass() == WordClass.NOUN) {
                        best = entry.cue();
                    }
                    break;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean matches(String[] parts, int at, List<String> words) {
        if (at + words.size() > parts.length) {
            return false;
        }
        for (int k = 0; k < words.size(); k++) {
            if (!parts[at + k].equals(words.get(k))) {
                return false;
            }
        }
        return true;
    }
}
