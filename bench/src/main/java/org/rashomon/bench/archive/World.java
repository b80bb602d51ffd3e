package org.rashomon.bench.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Who and what there is in the archive of a seed: towns, sides with those who speak for them, outlets with what they print of whom. */
final class World {
    private static final int TOWNS = 150;
    private static final int DISTRICTS = 6;
    private static final int SPEAKERS = 5;
    private static final String[] PACTS = {"truce", "ceasefire", "accord", "peace agreement"};

    /**
     * A town.
     *
     * @param others names of villages around it and of its parts
     */
    record Town(String name, List<String> others) {
        Town {
            others = List.copyOf(others);
        }
    }

    /**
     * An outlet.
     *
     * @param favours the side whose words it always prints, or {@code ""}
     * @param wire what it subscribes to
     */
    record Outlet(String name, String favours, String wire) {}

    private final Phrases phrases;
    private final List<Town> towns = new ArrayList<>();
    private final List<String> sides = new ArrayList<>();
    private final Map<String, List<String>> speakers = new HashMap<>();
    private final List<Outlet> outlets = new ArrayList<>();

    World(Phrases phrases, Random random) {
        this.phrases = phrases;
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < TOWNS * (DISTRICTS + 1)) {
            names.add(madeUp(random));
        }
        List<String> all = List.copyOf(names);
        for (int i = 0; i < TOWNS; i++) {
            int from = i * (DISTRICTS + 1);
            towns.add(new Town(all.get(from), all.subList(from + 1, from + DISTRICTS + 1)));
        }
        sides.addAll(phrases.names("state"));
        phrases.names("group").forEach(group -> sides.add("the " + group));
        for (String side : sides) {
            Set<String> persons = new LinkedHashSet<>();
            while (persons.size() < SPEAKERS) {
                persons.add(person(random));
            }
            speakers.put(side, List.copyOf(persons));
        }
        for (String name : phrases.names("outlet")) {
            outlets.add(new Outlet(
                    name, random.nextInt(3) == 0 ? "" : Phrases.one(sides, random), phrases.name("wire", random)));
        }
    }

    private String madeUp(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(phrases.name("syllable", random));
        }
        return Phrases.capital(name.toString());
    }

    String person(Random random) {
        return phrases.name("first", random) + " " + phrases.name("last", random);
    }

    Town town(Random random) {
        return Phrases.one(towns, random);
    }

    /** Three of the sides: who is accused, who accuses, and who is accused in turn. */
    List<String> sides(Random random) {
        List<String> left = new ArrayList<>(sides);
        List<String> chosen = new ArrayList<>();
        while (chosen.size() < 3) {
            chosen.add(left.remove(random.nextInt(left.size())));
        }
        return chosen;
    }

    String speaker(String side, Random random) {
        return Phrases.one(Objects.requireNonNull(speakers.get(side)), random);
    }

    /** Different ones, in an order of chance. */
    List<Outlet> outlets(int count, Random random) {
        List<Outlet> left = new ArrayList<>(outlets);
        List<Outlet> chosen = new ArrayList<>();
        while (chosen.size() < count && !left.isEmpty()) {
            chosen.add(left.remove(random.nextInt(left.size())));
        }
        return chosen;
    }

    /** What two sides have agreed on in a quarter of a year: the name of a town and what kind of agreement it is. */
    String pact(String one, String other, int quarter) {
        int pair = Math.min(sides.indexOf(one), sides.indexOf(other)) * sides.size()
                + Math.max(sides.indexOf(one), sides.indexOf(other));
        return towns.get((pair * 31 + quarter * 17) % TOWNS).name() + " " + PACTS[(pair + quarter) % PACTS.length];
    }
}
