package org.rashomon.compare.incidents;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rashomon.model.events.IncidentType;

/** Which types of incident two accounts may give to one and the same thing, and how each is called. */
public final class Types {
    private static final List<Set<IncidentType>> INTERCHANGEABLE = List.of(
            EnumSet.of(IncidentType.AIR_STRIKE, IncidentType.ATTACK, IncidentType.CHEMICAL_ATTACK),
            EnumSet.of(IncidentType.AIR_STRIKE, IncidentType.SHELLING, IncidentType.ATTACK),
            EnumSet.of(IncidentType.AIR_STRIKE, IncidentType.BOMBING, IncidentType.ATTACK),
            EnumSet.of(IncidentType.SHELLING, IncidentType.CHEMICAL_ATTACK, IncidentType.ATTACK),
            EnumSet.of(IncidentType.BOMBING, IncidentType.SUICIDE_BOMBING, IncidentType.ATTACK),
            EnumSet.of(IncidentType.CLASH, IncidentType.ATTACK),
            EnumSet.of(IncidentType.PROTEST, IncidentType.RIOT),
            EnumSet.of(IncidentType.RIOT, IncidentType.LOOTING));

    private Types() {}

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
