package org.rashomon.compare.incidents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rashomon.model.Place;
import org.rashomon.model.claims.Act;
import org.rashomon.model.events.IncidentMention;

/**
 * The incidents of all articles read so far, by what they can be looked up with (a name, a kind of target in the story, a place and
 * day): which of them an article's incident is, and which of them a denial speaks of.
 */
final class IncidentIndex {
    private static final int COMPARED_PER_KEY = 16;
    private static final int DENIED_AT_MOST = 12;

    private final Map<String, List<IncidentProfile>> index = new HashMap<>();

    private final List<IncidentProfile> profiles = new ArrayList<>();

    /** Profiles that were merged away, to the one that holds their mentions now. */
    private final Map<IncidentProfile, IncidentProfile> became = new HashMap<>();

    /** The incidents, in the order in which they were first told. */
    List<IncidentProfile> profiles() {
        return profiles;
    }

    /** Joins an incident of one article with what it is elsewhere, or takes it up as a new one. */
    void add(IncidentProfile profile) {
        Set<IncidentProfile> near = new LinkedHashSet<>();
        List<String> keys = keys(profile);
        for (String key : keys) {
            for (IncidentProfile other : index.getOrDefault(key, List.of())) {
                near.add(current(other));
            }
        }
        IncidentProfile home = near.stream()
                .filter(other -> !other.sharesArticle(profile))
                .filter(other -> !other.excludes(profile) && other.bindsAcross(profile))
                .max(Comparator.comparingInt((IncidentProfile other) -> closeness(other, profile)))
                .orElse(null);
        if (home == null) {
            profiles.add(profile);
            home = profile;
        } else {
            home.absorb(profile);
            became.put(profile, home);
        }
        for (String key : keys) {
            List<IncidentProfile> holders = index.computeIfAbsent(key, k -> new ArrayList<>());
            if (!holders.contains(home)) {
                holders.add(home);
            }
            if (holders.size() > COMPARED_PER_KEY) {
                holders.remove(0);
            }
        }
    }

    private IncidentProfile current(IncidentProfile profile) {
        IncidentProfile now = profile;
        for (IncidentProfile next = became.get(now); next != null; next = became.get(now)) {
            now = next;
        }
        return now;
    }

    private static int closeness(IncidentProfile a, IncidentProfile b) {
        return (a.sharesName(b) ? 8 : 0)
                + (a.sharesKind(b) ? 4 : 0)
                + (a.meetsInTime(b) ? 2 : 0)
                + (a.meetsInPlace(b) ? 1 : 0)
                + (a.sharesStory(b) ? 1 : 0);
    }

    /** What an incident is looked up by; each key leads to few. */
    private static List<String> keys(IncidentProfile profile) {
        List<String> keys = new ArrayList<>();
        for (String name : profile.names()) {
            for (String word : name.split(" ")) {
                keys.add("name " + word);
            }
        }
        for (String story : profile.stories()) {
            profile.targetKinds().forEach(kind -> keys.add("kind " + kind + " " + story));
        }
        var place = profile.place();
        var time = profile.time();
        if (place != null && time != null && place.precision() != Place.Precision.COUNTRY && time.days() <= 3) {
            String whole = PlaceKeys.key(place.within() != null ? place.within() : place.name());
            for (LocalDate day = time.start(); !day.isAfter(time.end()); day = day.plusDays(1)) {
                keys.add("day " + day + " " + PlaceKeys.key(place.name()));
                keys.add("day " + day + " " + whole);
            }
        }
        return keys.stream().distinct().toList();
    }

    /** The incidents that a denied or future deed speaks of, the likeliest first; none where nothing fits. */
    List<IncidentProfile> deedsOf(DeniedDeed deed, Set<IncidentProfile> standing) {
        List<IncidentProfile> inArticle = deed.before().stream()
                .map(this::current)
                .distinct()
                .filter(standing::contains)
                .filter(incident -> !incident.excludes(deed.profile()))
                .sorted(Comparator.comparingInt((IncidentProfile incident) -> -closeness(incident, deed.profile()))
                        .thenComparingInt(incident -> distance(incident, deed.mention())))
                .toList();
        List<IncidentProfile> bound = inArticle.stream()
                .filter(incident -> incident.bindsWithin(deed.profile())
                        || incident.meetsInPlace(deed.profile())
                        || (deed.profile().isUnplaced()
                                && deed.profile().names().isEmpty()))
                .toList();
        boolean names = !deed.profile().names().isEmpty()
                || !deed.profile().targetKinds().isEmpty();
        Set<IncidentProfile> all = new LinkedHashSet<>(names && !bound.isEmpty() ? bound.subList(0, 1) : bound);
        if (deed.claim().act() == Act.DENY) {
            for (String key : keys(deed.profile())) {
                index.getOrDefault(key, List.of()).stream()
                        .map(this::current)
                        .filter(standing::contains)
                        .filter(incident -> !incident.excludes(deed.profile()) && incident.bindsAcross(deed.profile()))
                        .forEach(all::add);
            }
        }
        return all.stream().limit(DENIED_AT_MOST).toList();
    }

    private static int distance(IncidentProfile incident, IncidentMention mention) {
        return incident.mentions().stream()
                .filter(other -> other.article().equals(mention.article()))
                .mapToInt(other -> Math.abs(other.sentence() - mention.sentence()))
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
