package org.rashomon.compare.incidents;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rashomon.model.events.IncidentType;
import org.rashomon.words.Tsv;

/** Which types of incident two accounts may give to one and the same thing, and how each is called. */
public final class Types {
    private static final List<Set<IncidentType>> INTERCHANGEABLE = List.of(
            EnumSet.of(IncidentType.AIR_STRIKE, IncidentType.ATTACK, IncidentType.CHEMICAL_ATTACK),
            EnumSet.of(IncidentType.AIR_STRIKE, IncidentType.SHELLING, IncidentType.ATTACK),
            EnumSet.of(IncidentType.AIR_STRIKE, IncidentType.BOMBING, IncidentType.ATTACK),
            EnumSet.of(IncidentType.SHELLING, IncidentType.CHEMICAL_ATTACK, IncidentType.ATTACK),
            EnumSet.of(IncidentType.BOMBING, IncidentType.SUICIDE_BOMBING, IncidentType.ATTACK),
            EnumSet.of(IncidentType.BOMBING, IncidentType.SHELLING, IncidentType.ATTACK),
            EnumSet.of(IncidentType.CLASH, IncidentType.ATTACK),
            EnumSet.of(IncidentType.PROTEST, IncidentType.RIOT),
            EnumSet.of(IncidentType.RIOT, IncidentType.LOOTING));

    private static final Set<IncidentType> BLASTS = EnumSet.of(IncidentType.BOMBING, IncidentType.SUICIDE_BOMBING);
    /** What a town at war sees each day. */
    private static final Set<IncidentType> DAILY = EnumSet.of(
            IncidentType.AIR_STRIKE,
            IncidentType.SHELLING,
            IncidentType.CLASH,
            IncidentType.ATTACK,
            IncidentType.BOMBING);

    private static final Set<String> BROAD = heads("back", "broad");
    private static final Set<String> BACK = heads("back");
    private static final Set<String> OUTCOMES = heads("kill");
    private static final Set<String> SHOOT_DOWNS = heads("aircraft");
    private static final Set<String> OF_WEAPONS = heads("weapon");
    private static final Set<String> BY_MEANS = heads("weapon", "air");

    private static final Map<IncidentType, String> FAMILIES = Map.of(
            IncidentType.ABDUCTION, "seizure",
            IncidentType.ARREST, "seizure",
            IncidentType.DISPLACEMENT, "flight",
            IncidentType.SEXUAL_VIOLENCE, "rape",
            IncidentType.PROTEST, "crowd",
            IncidentType.RIOT, "crowd",
            IncidentType.LOOTING, "crowd");

    private Types() {}

    /** The kinds of deed under which incidents of these types are looked up: those of two families are never one. */
    static Set<String> families(Set<IncidentType> types) {
        return types.isEmpty()
                ? Set.of("blow")
                : types.stream()
                        .map(type -> FAMILIES.getOrDefault(type, "blow"))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> heads(String... flags) {
        return Tsv.rows("en/incident-triggers.tsv").stream()
                .filter(row -> !Collections.disjoint(List.of(row.cell(3).split(" ")), List.of(flags)))
                .map(row -> row.cell(0))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a town seldom sees two of the type in a few weeks. */
    static boolean isRare(IncidentType type) {
        return !DAILY.contains(type);
    }

    /** Whether any kind of deed can be called so once it was told: <em>the attack, the incident</em>. */
    static boolean isBroad(String head) {
        return BROAD.contains(head);
    }

    /** Whether the word alone tells no deed, but may point at one: <em>the event, the operation</em>. */
    static boolean pointsBack(String head) {
        return BACK.contains(head);
    }

    /** Whether the word tells that an aircraft was shot down. */
    static boolean isShootDown(String head) {
        return SHOOT_DOWNS.contains(head);
    }

    /** Whether the word tells the use of a weapon, so that the weapon alone says what it was: <em>dropped, fired</em>. */
    static boolean isOfWeapon(String head) {
        return OF_WEAPONS.contains(head);
    }

    /** Whether words around it say what kind of deed it was, not the word itself: <em>strike, bombed, dropped</em>. */
    static boolean isByMeans(String head) {
        return BY_MEANS.contains(head);
    }

    /** Whether the word tells what came of a deed: <em>killed, wounded</em>. */
    static boolean isOutcome(String head) {
        return OUTCOMES.contains(head);
    }

    /** The types that tell by what means, where there are any: <em>attack</em> is what anything can be called. */
    static Set<IncidentType> exact(Set<IncidentType> types) {
        Set<IncidentType> exact = EnumSet.copyOf(types);
        exact.remove(IncidentType.ATTACK);
        return exact.isEmpty() ? types : exact;
    }

    /** Whether two types are never one thing; one text tells a gas attack from the air strikes that answer it. */
    static boolean apart(IncidentType a, IncidentType b, boolean oneText) {
        if (a == b || a == IncidentType.ATTACK || b == IncidentType.ATTACK) {
            return !families(Set.of(a)).equals(families(Set.of(b)));
        }
        boolean clash = !oneText && (a == IncidentType.CLASH || b == IncidentType.CLASH);
        boolean poison = a == IncidentType.CHEMICAL_ATTACK || b == IncidentType.CHEMICAL_ATTACK;
        return (poison && oneText) || (!clash && !agree(a, b));
    }

    /** Whether two types that the words themselves name are two deeds to one text: <em>rocket fire</em> and the <em>air strikes</em> after it. */
    static boolean namedApart(IncidentType a, IncidentType b) {
        boolean attack = a == IncidentType.ATTACK || b == IncidentType.ATTACK;
        return a != b && !attack && !(BLASTS.contains(a) && BLASTS.contains(b));
    }

    public static boolean agree(IncidentType a, IncidentType b) {
        return a == b || INTERCHANGEABLE.stream().anyMatch(set -> set.contains(a) && set.contains(b));
    }

    /** The words that open a label, and those that lead to its target. */
    static String words(IncidentType type) {
        return switch (type) {
            case AIR_STRIKE -> "Air strike on";
            case SHELLING -> "Shelling of";
            case CLASH -> "Clash over";
            case BOMBING -> "Bombing of";
            case SUICIDE_BOMBING -> "Suicide bombing of";
            case CHEMICAL_ATTACK -> "Chemical attack on";
            case ABDUCTION -> "Abduction of";
            case ARREST -> "Arrest of";
            case ATTACK -> "Attack on";
            case SEXUAL_VIOLENCE -> "Sexual violence against";
            case DISPLACEMENT -> "Displacement of";
            case PROTEST -> "Protest at";
            case RIOT -> "Riot at";
            case LOOTING -> "Looting of";
        };
    }
}
