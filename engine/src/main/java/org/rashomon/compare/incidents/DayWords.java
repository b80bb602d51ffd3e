package org.rashomon.compare.incidents;

import java.util.Set;

/** Names of days that tell two times apart even where nobody can say which dates they are. */
final class DayWords {
    private static final Set<String> WEEKDAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private DayWords() {}

    static boolean isWeekday(String word) {
        return WEEKDAYS.contains(word);
    }
}
