package org.rashomon.text;

import java.util.Set;

/** Words that a stop shortens; compared without the stop. */
final class Abbreviations {
    /** Those that a name or number follows, so that no sentence ends after them. */
    private static final Set<String> OPEN = Set.of(
            "Mr",
            "Mrs",
            "Ms",
            "Dr",
            "Prof",
            "Gen",
            "Col",
            "Lt",
            "Sgt",
            "Maj",
            "Capt",
            "Cmdr",
            "Cdr",
            "Adm",
            "Brig",
            "Cpl",
            "Pvt",
            "Sen",
            "Sens",
            "Reps",
            "Gens",
            "Govs",
            "Rep",
            "Gov",
            "Rev",
            "Hon",
            "Amb",
            "Sec",
            "Supt",
            "Insp",
            "Det",
            "Msgr",
            "Fr",
            "St",
            "Ste",
            "Mt",
            "Ft",
            "No",
            "Nos",
            "vs",
            "v",
            "cf",
            "viz",
            "approx",
            "ca",
            "Pres",
            "Atty",
            "Messrs",
            "Vice-Adm");

    /** Those that may also end a sentence. */
    private static final Set<String> SHUT = Set.of(
            "Jr", "Sr", "Inc", "Ltd", "Corp", "Co", "Bros", "etc", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug",
            "Sep", "Sept", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat", "Sun", "Ave",
            "Blvd", "Rd", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky",
            "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex",
            "Va", "Vt", "Wash", "Wis", "Wyo", "al", "dept", "Dept", "est", "km", "Gov't", "Ph.D", "e.g", "i.e");

    private Abbreviations() {}

    static boolean isKnown(String word) {
        return OPEN.contains(word) || (SHUT.contains(word) && !word.equals("km") && !word.equals("al"));
    }

    /** Whether a sentence never ends after this word with its stop. */
    static boolean neverEnds(String word) {
        return OPEN.contains(word);
    }

    /** Whether the word is shortened, and ends a sentence only when the next one opens one. */
    static boolean mayEnd(String word) {
        return SHUT.contains(word);
    }
}
