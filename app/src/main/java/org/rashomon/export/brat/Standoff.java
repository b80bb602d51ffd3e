package org.rashomon.export.brat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of an {@code .ann} file by what they mean: brat gives a changed attribute or relation a new number. */
final class Standoff {
    /** A span: its type, its offsets as they stand there, and its words. */
    record Entity(String type, String offsets, String words, int line) {}

    /** A value or a note, and where it stands. */
    record Value(String text, int line) {}

    /** A relation of two spans. */
    record Tie(String type, String from, String to) {}

    private final Map<String, Entity> entities = new LinkedHashMap<>();
    /** By span and name. */
    private final Map<String, Map<String, Value>> attributes = new LinkedHashMap<>();

    private final Map<Tie, Integer> ties = new LinkedHashMap<>();
    private final Map<String, Value> notes = new LinkedHashMap<>();
    private final List<Value> faults = new ArrayList<>();

    private Standoff() {}

    static Standoff of(List<String> lines) {
        Standoff file = new Standoff();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty()) {
                file.take(line, i + 1);
            }
        }
        return file;
    }

    Map<String, Entity> entities() {
        return entities;
    }

    Map<String, Value> attributes(String of) {
        return attributes.getOrDefault(of, Map.of());
    }

    Map<Tie, Integer> ties() {
        return ties;
    }

    Map<String, Value> notes() {
        return notes;
    }

    /** Every span that has an attribute. */
    Map<String, Map<String, Value>> attributed() {
        return attributes;
    }

    /** Lines that mean nothing here. */
    List<Value> faults() {
        return faults;
    }

    private void take(String line, int number) {
        String[] cells = line.split("\t", 3);
        String[] words = cells.length < 2 ? new String[0] : cells[1].split(" ");
        boolean taken = cells.length > 1
                && !cells[0].isEmpty()
                && switch (cells[0].charAt(0)) {
                    case 'T' -> cells.length == 3 && words.length > 2 && entity(cells, number);
                    case 'A', 'M' -> words.length == 3 && attribute(words, number);
                    case 'R' ->
                        words.length == 3
                                && words[1].startsWith("Arg1:")
                                && words[2].startsWith("Arg2:")
                                && ties.putIfAbsent(
                                                new Tie(words[0], words[1].substring(5), words[2].substring(5)), number)
                                        == null;
                    case '#' ->
                        cells.length == 3
                                && words.length == 2
                                && notes.putIfAbsent(words[1], new Value(cells[2], number)) == null;
                    default -> false;
                };
        if (!taken) {
            faults.add(new Value("not a line that an import takes, or one that is there twice", number));
        }
    }

    private boolean entity(String[] cells, int number) {
        int blank = cells[1].indexOf(' ');
        return entities.putIfAbsent(
                        cells[0],
                        new Entity(cells[1].substring(0, blank), cells[1].substring(blank + 1), cells[2], number))
                == null;
    }

    private boolean attribute(String[] words, int number) {
        return attributes
                        .computeIfAbsent(words[1], of -> new LinkedHashMap<>())
                        .putIfAbsent(words[0], new Value(words[2], number))
                == null;
    }
}
