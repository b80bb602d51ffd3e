package org.rashomon.ingest.blocks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rashomon.model.BlockRole;
import org.rashomon.words.Tsv;

/** The words by which page furniture is known; {@code furniture.tsv} explains the kinds of entry. */
public final class FurnitureLexicon {
    private final Set<String> lines = new HashSet<>();
    private final List<Entry> starts = new ArrayList<>();
    private final List<Entry> ends = new ArrayList<>();
    private final List<Entry> holds = new ArrayList<>();
    private final List<Entry> leads = new ArrayList<>();
    private final List<Entry> tails = new ArrayList<>();
    private final List<Entry> anchors = new ArrayList<>();
    private final List<Entry> shouts = new ArrayList<>();
    private final Set<String> offers = new LinkedHashSet<>();
    private final Set<String> menu = new HashSet<>();
    private final Set<String> agencies = new HashSet<>();
    private final Set<String> places = new HashSet<>();

    /**
     * One phrase.
     *
     * @param words the most words that the line may have
     */
    record Entry(String phrase, BlockRole role, int words) {}

    public FurnitureLexicon() {
        Tsv.rows("en/furniture.tsv").forEach(this::add);
    }

    private void add(Tsv.Row row) {
        String phrase = row.cell(3);
        Entry entry = new Entry(phrase, BlockRole.valueOf(row.cell(1)), Integer.parseInt(row.cell(2)));
        switch (row.cell(0)) {
            case "line" -> lines.add(phrase);
            case "start" -> starts.add(entry);
            case "end" -> ends.add(entry);
            case "has" -> holds.add(entry);
            case "lead" -> leads.add(entry);
            case "anchor" -> anchors.add(entry);
            case "shout" -> shouts.add(entry);
            case "tail" -> tails.add(entry);
            case "offer" -> offers.add(phrase);
            case "menu" -> menu.add(phrase);
            case "agency" -> agencies.add(phrase);
            case "place" -> places.add(phrase);
            default -> throw new IllegalStateException("furniture.tsv: unknown kind " + row.cell(0));
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

    List<Entry> anchors() {
        return anchors;
    }

    List<Entry> shouts() {
        return shouts;
    }

    List<Entry> tails() {
        return tails;
    }

    /** What a site says of its accounts, plans, letters and terms. */
    Set<String> offers() {
        return offers;
    }

    /** Whether the folded phrase names a menu item, button or icon. */
    boolean isMenu(String folded) {
        return menu.contains(folded);
    }

    /** Whether the folded phrase names a news agency or a picture agency. */
    public boolean isAgency(String folded) {
        return agencies.contains(folded);
    }

    /** Whether the folded phrase is a city that datelines name. */
    boolean isPlace(String folded) {
        return places.contains(folded);
    }
}
