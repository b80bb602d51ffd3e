package org.rashomon.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.rashomon.model.BlockRole;

/** The words by which page furniture is known; {@code furniture.tsv} explains the kinds of entry. */
final class Lexicon {
    private final Set<String> lines = new HashSet<>();
    private final List<Entry> starts = new ArrayList<>();
    private final List<Entry> ends = new ArrayList<>();
    private final List<Entry> holds = new ArrayList<>();
    private final List<Entry> leads = new ArrayList<>();
    private final List<Entry> tails = new ArrayList<>();
    private final List<Entry> shouts = new ArrayList<>();
    private final Set<String> menu = new HashSet<>();
    private final Set<String> agencies = new HashSet<>();
    private final Set<String> places = new HashSet<>();

    /**
     * One phrase.
     *
     * @param words the most words that the line may have
     */
    record Entry(String phrase, BlockRole role, int words) {}

    Lexicon() {
        InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream("furniture.tsv"), "furniture.tsv");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    add(line.split("\t"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String[] field) {
        String phrase = field[3];
        Entry entry = new Entry(phrase, BlockRole.valueOf(field[1]), Integer.parseInt(field[2]));
        switch (field[0]) {
            case "line" -> lines.add(phrase);
            case "start" -> starts.add(entry);
            case "end" -> ends.add(entry);
            case "has" -> holds.add(entry);
            case "lead" -> leads.add(entry);
            case "shout" -> shouts.add(entry);
            case "tail" -> tails.add(entry);
            case "menu" -> menu.add(phrase);
            case "agency" -> agencies.add(phrase);
            case "place" -> places.add(phrase);
            default -> throw new IllegalStateException("furniture.tsv: unknown kind " + field[0]);
        }
    }

    boolean isLine(String folded) {
        return lines.contains(folded);
    }

    List<Entry> starts() {
        return starts;
    }

    List<Entry> ends() {
        return ends;
    }

    List<Entry> holds() {
        return holds;
    }

    List<Entry> leads() {
        return leads;
    }

    List<Entry> shouts() {
        return shouts;
    }

    List<Entry> tails() {
        return tails;
    }

    /** Whether the folded phrase names a menu item, button or icon. */
    boolean isMenu(String folded) {
        return menu.contains(folded);
    }

    /** Whether the folded phrase names a news agency or a picture agency. */
    boolean isAgency(String folded) {
        return agencies.contains(folded);
    }

    /** Whether the folded phrase is a city that datelines name. */
    boolean isPlace(String folded) {
        return places.contains(folded);
    }
}
