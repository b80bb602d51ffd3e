package org.rashomon.compare.relations;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rashomon.compare.incidents.PlaceKeys;
import org.rashomon.compare.incidents.Targets;
import org.rashomon.compare.incidents.Types;
import org.rashomon.model.Place;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.model.events.IncidentType;

/**
 * How, where, when and on what a claim tells that a deed was done, by its own words: an incident may join what several strikes of a day did,
 * and two claims about it tell one thing only where these agree.
 *
 * @param kinds of things that were hit
 * @param days those narrow enough to part two deeds
 */
record Circumstances(Set<IncidentType> types, Set<String> kinds, List<Place> places, List<TimeInterval> days) {
    /** More days than this part no two deeds. */
    private static final int NARROW = 3;

    static Circumstances of(List<IncidentMention> told) {
        Set<IncidentType> types = EnumSet.noneOf(IncidentType.class);
        Set<String> kinds = new TreeSet<>();
        List<Place> places = new ArrayList<>();
        List<TimeInterval> days = new ArrayList<>();
        for (IncidentMention mention : told) {
            types.add(mention.type());
            mention.targets().forEach(target -> kinds.addAll(Targets.kinds(target)));
            Stream.ofNullable(mention.place()).forEach(places::add);
            Stream.ofNullable(mention.time())
                    .filter(time -> time.days() <= NARROW)
                    .forEach(days::add);
        }
        return new Circumstances(types, kinds, places, days);
    }

    /** Whether what both tell of one circumstance has nothing in common. */
    boolean differFrom(Circumstances other) {
        return (!types.isEmpty()
                        && !other.types.isEmpty()
                        && types.stream().noneMatch(a -> other.types.stream().anyMatch(b -> Types.agree(a, b))))
                || (!kinds.isEmpty() && !other.kinds.isEmpty() && kinds.stream().noneMatch(other.kinds::contains))
                || (!days.isEmpty()
                        && !other.days.isEmpty()
                        && days.stream().noneMatch(a -> other.days.stream().anyMatch(a::overlaps)))
                || (!places.isEmpty()
                        && !other.places.isEmpty()
                        && places.stream().allMatch(a -> other.places.stream().allMatch(b -> PlaceKeys.differ(a, b))));
    }

    /** Whether both tell of a thing of one kind that was hit, of one town or quarter, or of a region by one name. */
    boolean meet(Circumstances other) {
        return kinds.stream().anyMatch(other.kinds::contains)
                || places.stream().anyMatch(a -> other.places.stream().anyMatch(b -> meet(a, b)));
    }

    private static boolean meet(Place a, Place b) {
        boolean country = a.precision() == Place.Precision.COUNTRY || b.precision() == Place.Precision.COUNTRY;
        return PlaceKeys.meet(a, b) || (!country && PlaceKeys.key(a.name()).equals(PlaceKeys.key(b.name())));
    }

    /** Whether both tell of one deed as far as their words go: a claim that only points back tells of what the other tells. */
    boolean mayBeOf(Circumstances other) {
        return !differFrom(other) && (isBare() || other.isBare() || meet(other));
    }

    /** The same without the day: where a claim counts, its words often tell when the count was made (<em>rose to 22 on Wednesday</em>). */
    Circumstances timeless() {
        return new Circumstances(types, kinds, places, List.of());
    }

    private boolean isBare() {
        return kinds.isEmpty() && places.isEmpty();
    }

    String key() {
        return types + " " + kinds + " "
                + places.stream().map(Place::name).sorted().toList() + " " + days;
    }
}
