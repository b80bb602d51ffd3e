package org.rashomon.annotate.names;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.NameLexicon.Match;
import org.rashomon.model.EntityType;
import org.rashomon.words.Capitals;
import org.rashomon.words.Names;

/**
 * What kind of name a run of capitalised words may be about which only the surroundings tell anything: <em>in X</em>, <em>X province</em>,
 * <em>X said</em>.
 */
final class GuessedKinds {
    private static final Set<String> PLACE_PREPOSITIONS = Set.of(
            "in",
            "near",
            "across",
            "outside",
            "inside",
            "throughout",
            "into",
            "toward",
            "towards",
            "around",
            "at",
            "from",
            "within",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "north",
            "south",
            "east",
            "west",
            "nearby");

    private static final Set<String> PLACE_NOUNS = Set.of(
            "province",
            "city",
            "town",
            "village",
            "region",
            "district",
            "governorate",
            "countryside",
            "airport",
            "area",
            "county",
            "state",
            "island",
            "river",
            "valley",
            "border",
            "suburb",
            "neighbourhood",
            "neighborhood",
            "camp",
            "capital",
            "streets",
            "street",
            "road",
            "municipality",
            "peninsula");

    private final List<String> words;

    GuessedKinds(NameLine line) {
        this.words = line.words();
    }

    EntityType of(int at, int end, @Nullable Match match) {
        String before = at > 0 ? Names.lower(words.get(at - 1)) : "";
        String after = end < words.size() ? words.get(end) : "";
        boolean acronym = end == at + 1
                && Capitals.isAllCapitals(words.get(at))
                && words.get(at).length() <= 7;
        if (acronym) {
            return EntityType.ORG;
        }
        if (words.get(end - 1).chars().anyMatch(Character::isDigit)) {
            return EntityType.MISC;
        }
        if (PLACE_NOUNS.contains(after) || (before.equals("of") && at > 1 && PLACE_NOUNS.contains(words.get(at - 2)))) {
            return EntityType.LOC;
        }
        if (NameFinder.SPEECH.contains(after) && !before.equals("the")) {
            return EntityType.PER;
        }
        if (before.equals("in") || before.equals("near")) {
            return EntityType.LOC;
        }
        if (before.equals("the")) {
            return EntityType.ORG;
        }
        if (PLACE_PREPOSITIONS.contains(before) && end - at == 1) {
            return EntityType.LOC;
        }
        if (match != null && match.entry().type() == EntityType.LOC) {
            return EntityType.LOC;
        }
        return end - at <= 3 ? EntityType.PER : EntityType.ORG;
    }
}
