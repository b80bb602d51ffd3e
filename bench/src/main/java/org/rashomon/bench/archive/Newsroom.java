package org.rashomon.bench.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.rashomon.bench.archive.InventedArticle.Kind;
import org.rashomon.bench.archive.InventedArticle.Told;

/** Writes the articles on a happening: a wire's, copies and rewrites of it, and articles of outlets' own. */
final class Newsroom {
    /** Kinds of sentences that make claims, in the order in which an article has them. */
    private static final List<String> CLAIMS = List.of("accusation", "denial", "counter", "toll", "rival", "wounded");

    private static final List<String> ON_PACT = List.of("agreement", "breach", "kept");
    private static final Set<String> TELLING = Set.of("lead", "accusation", "counter", "toll", "wounded", "breach");
    private static final Set<String> OF_THE_ACCUSED = Set.of("denial", "counter", "rival", "kept");

    private static final int MOST_ARTICLES = 30;
    private static final int LONGEST_DELAY = 4;
    private static final int LEAST_FILLERS = 3;

    private final World world;
    private final Phrases phrases;

    Newsroom(World world, Phrases phrases) {
        this.world = world;
        this.phrases = phrases;
    }

    /** What is to be printed, without an id: that follows from the order of all. {@code from} is the place of another one in the list. */
    record Draft(String outlet, LocalDate day, String title, List<Told> told, Kind kind, int from, String credit) {
        Draft {
            told = List.copyOf(told);
        }
    }

    /** The articles on a happening, the wire's first. */
    List<Draft> articles(Happening happening, Random random) {
        // as in real news, most is told by few, and a little by very many
        int count = (int) Math.min(MOST_ARTICLES, 1 / Math.pow(1 - random.nextDouble(), 1 / 1.1));
        Map<String, Integer> wires = new HashMap<>();
        List<Draft> drafts = new ArrayList<>();
        if (count > 2) {
            String wire = phrases.name("wire", random);
            wires.put(wire, 0);
            drafts.add(new Draft(
                    wire, happening.day(), headline(happening, random), own(happening, "", random), Kind.WIRE, -1, ""));
        }
        for (World.Outlet outlet : world.outlets(count - drafts.size(), random)) {
            Integer wire = wires.get(outlet.wire());
            LocalDate day = happening.day().plusDays(random.nextInt(LONGEST_DELAY + 1));
            int how = random.nextInt(10);
            drafts.add(
                    wire == null || how < 3
                            ? new Draft(
                                    outlet.name(),
                                    day,
                                    headline(happening, random),
                                    own(happening, outlet.favours(), random),
                                    Kind.OWN,
                                    -1,
                                    "")
                            : printed(
                                    drafts.get(wire),
                                    wire,
                                    outlet,
                                    day,
                                    how < 7 ? Kind.COPY : Kind.REWRITE,
                                    happening,
                                    random));
        }
        return drafts;
    }

    private Draft printed(
            Draft wire, int place, World.Outlet outlet, LocalDate day, Kind kind, Happening happening, Random random) {
        List<Told> told;
        if (kind == Kind.COPY) {
            int cut = random.nextInt(4);
            told = wire.told.subList(0, Math.max(3, wire.told.size() - cut));
        } else {
            told = new ArrayList<>();
            for (Told sentence : wire.told) {
                if (told.isEmpty() || random.nextInt(4) > 0) {
                    told.add(sentence);
                }
            }
            Map<String, String> values = happening.valuesOf(world, phrases, random);
            told.add(1, told("filler", values, random));
            told.add(told("filler", values, random));
        }
        String credit = happening.town().toUpperCase(Locale.ROOT) + " (" + wire.outlet + ") - ";
        return new Draft(
                outlet.name(),
                day,
                random.nextBoolean() ? wire.title : headline(happening, random),
                told,
                kind,
                place,
                credit);
    }

    private String headline(Happening happening, Random random) {
        return Phrases.capital(phrases.sentence("headline", happening.values(), random));
    }

    /** An outlet that favours a side prints its words, and of its rivals' less. */
    private List<Told> own(Happening happening, String favours, Random random) {
        Map<String, String> values = happening.valuesOf(world, phrases, random);
        List<Told> rest = new ArrayList<>();
        for (String kind : CLAIMS) {
            if (random.nextInt(10) < chance(kind, happening, favours)) {
                rest.add(told(kind, values, random));
            }
        }
        if (!happening.pact().isEmpty()) {
            ON_PACT.forEach(kind -> {
                if (random.nextInt(10) < chance(kind, happening, favours)) {
                    rest.add(told(kind, values, random));
                }
            });
        }
        int fillers = LEAST_FILLERS + random.nextInt(5);
        for (int i = 0; i < fillers; i++) {
            rest.add(told("filler", happening.valuesOf(world, phrases, random), random));
        }
        Collections.shuffle(rest, random);
        List<Told> told = new ArrayList<>();
        told.add(told("lead", values, random));
        rest.stream()
                .filter(sentence -> told.stream().noneMatch(one -> one.words().equals(sentence.words())))
                .forEach(told::add);
        return told;
    }

    private static int chance(String kind, Happening happening, String favours) {
        boolean ofAccused = OF_THE_ACCUSED.contains(kind);
        if (happening.accused().equals(favours)) {
            return ofAccused ? 9 : 4;
        }
        if (happening.accuser().equals(favours)) {
            return ofAccused ? 3 : 9;
        }
        return 6;
    }

    private Told told(String kind, Map<String, String> values, Random random) {
        String words = phrases.sentence(kind, values, random);
        return new Told(words, kind.equals("filler") || kind.equals("lead") ? "" : kind, TELLING.contains(kind));
    }
}
