package org.rashomon.bench.archive;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.rashomon.words.Tsv;

/**
 * What happened once, and who says what of it.
 *
 * @param id of the truth
 * @param accused who is blamed first
 * @param accuser who blames
 * @param other whom the accused blames in turn
 * @param pact what accused and other agreed on, or {@code ""}
 * @param dead how many died in the end
 * @param values for the slots of sentences that stay the same in all articles
 */
record Happening(
        String id,
        LocalDate day,
        String kind,
        String town,
        String accused,
        String accuser,
        String other,
        String pact,
        int dead,
        Map<String, String> values) {
    private static final int SOME_DAYS = 3;

    Happening {
        values = Map.copyOf(values);
    }

    static Happening of(String id, LocalDate day, World world, Phrases phrases, Random random) {
        Tsv.Row deed = phrases.deed(random);
        World.Town town = world.town(random);
        List<String> sides = world.sides(random);
        String accused = sides.get(0);
        String accuser = sides.get(1);
        String other = sides.get(2);
        int killed = 2 + random.nextInt(60);
        int dead = killed + random.nextInt(1 + killed / 2);
        String target = phrases.name("target", random);
        String pact = random.nextInt(5) == 0 ? world.pact(accused, other, quarter(day)) : "";
        Map<String, String> values = new HashMap<>();
        values.put("town", town.name());
        values.put("district", Phrases.one(town.others(), random));
        values.put("target", target);
        values.put("the_target", "the" + target.substring(target.indexOf(' ')));
        values.put("noun", deed.cell(1));
        values.put("noun_cap", Phrases.capital(deed.cell(1)));
        values.put("hits", deed.cell(2));
        values.put(
                "hits_low",
                deed.cell(2).substring(0, 1).toLowerCase(Locale.ROOT)
                        + deed.cell(2).substring(1));
        values.put("done", deed.cell(3));
        values.put("accused", accused);
        values.put("accused_cap", Phrases.capital(accused));
        values.put("accuser", accuser);
        values.put("accuser_cap", Phrases.capital(accuser));
        values.put("other", other);
        values.put("accuser_person", world.speaker(accuser, random));
        values.put("denier", world.speaker(accused, random));
        values.put("spokes", world.speaker(other, random));
        values.put("office", phrases.name("office", random));
        values.put("rescue", phrases.name("rescue", random));
        values.put("rescue_cap", Phrases.capital(values.get("rescue")));
        values.put("doctor", world.person(random));
        values.put("weekday", weekday(day));
        values.put("later", weekday(day.plusDays(1 + random.nextInt(SOME_DAYS))));
        values.put("killed", String.valueOf(killed));
        values.put("killed_cap", String.valueOf(killed));
        values.put("dead", String.valueOf(dead));
        values.put("dead_cap", String.valueOf(dead));
        values.put("fewer", String.valueOf(1 + killed / 3));
        values.put("wounded", String.valueOf(dead + 5 + random.nextInt(80)));
        values.put("children", String.valueOf(1 + random.nextInt(5)));
        values.put("pact", pact);
        values.put("road", Phrases.one(town.others(), random));
        values.put("road2", Phrases.one(world.town(random).others(), random));
        return new Happening(id, day, deed.cell(0), town.name(), accused, accuser, other, pact, dead, values);
    }

    private static int quarter(LocalDate day) {
        return day.getYear() * 4 + (day.getMonthValue() - 1) / 3;
    }

    private static String weekday(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** The values, with those that are of one article. */
    Map<String, String> valuesOf(World world, Phrases phrases, Random random) {
        Map<String, String> all = new HashMap<>(values);
        all.put("houses", String.valueOf(3 + random.nextInt(60)));
        all.put("resident", world.person(random));
        all.put("state", phrases.name("state", random));
        return all;
    }
}
