package org.rashomon.compare.incidents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.fitted.Signals;
import org.rashomon.fitted.Trace;
import org.rashomon.model.Place;
import org.rashomon.model.TimeInterval;

/**
 * Which incidents of different articles are one. Those that share a key (kind of deed with story, week and country, place and day, or
 * a name) are held against each other, a bounded number for each key, so that one more article costs the same however many there
 * are. A group is judged as a whole: nobody joins for being like one of its members only.
 */
final class IncidentGroups {
    private static final int COMPARED_PER_KEY = 24;
    /** Members of a group that a newcomer is held against. */
    private static final int COMPARED_MEMBERS = 8;

    private static final int DENIED_AT_MOST = 12;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int FEW_WEEKS = 3;

    /** Articles' incidents that were found to be one, and the sum of them. */
    static final class Group {
        private final List<IncidentProfile> members = new ArrayList<>();
        private final IncidentProfile sum = IncidentProfile.none();

        private Group(IncidentProfile first) {
            add(first);
        }

        private void add(IncidentProfile member) {
            members.add(member);
            sum.absorb(member);
        }

        IncidentProfile sum() {
            return sum;
        }
    }

    private final Map<String, List<Group>> index = new HashMap<>();
    private final Map<IncidentProfile, Group> groupOf = new HashMap<>();
    /** Groups that were split, to what remains of them. */
    private final Map<Group, Group> became = new HashMap<>();

    private final List<IncidentProfile> profiles = new ArrayList<>();
    private final Trace trace;

    IncidentGroups(Trace trace) {
        this.trace = trace;
    }

    /** Joins an incident of one article with what it is elsewhere, or takes it up as a new one. */
    void add(IncidentProfile profile) {
        profiles.add(profile);
        Set<Group> near = new LinkedHashSet<>();
        List<String> keys = keys(profile);
        for (String key : keys) {
            near.addAll(index.getOrDefault(key, List.of()));
        }
        Group home = null;
        double most = ProfileLinks.MODEL.threshold();
        for (Group group : near) {
            double likely = likelihood(group, profile);
            if (likely >= most) {
                home = group;
                most = likely;
            }
        }
        if (home == null) {
            home = new Group(profile);
        } else {
            home.add(profile);
        }
        groupOf.put(profile, home);
        for (String key : keys) {
            List<Group> holders = index.computeIfAbsent(key, k -> new ArrayList<>());
            holders.remove(home);
            holders.add(home);
            if (holders.size() > COMPARED_PER_KEY) {
                holders.remove(0);
            }
        }
    }

    /**
     * How likely the incident is that of the group: the mean over its members; 0 where anything excludes it, or where facts vouch for less than
     * half of them.
     */
    private double likelihood(Group group, IncidentProfile profile) {
        boolean excluded = group.sum.sharesArticle(profile) || group.sum.excludes(profile);
        if (excluded && trace == Trace.NONE) {
            return 0;
        }
        double sum = 0;
        int count = 0;
        int vouched = 0;
        List<IncidentProfile> members = group.members;
        for (IncidentProfile member : members.subList(Math.max(0, members.size() - COMPARED_MEMBERS), members.size())) {
            Signals signals = ProfileLinks.signals(member, profile);
            boolean apart = excluded || member.excludes(profile);
            excluded |= apart;
            sum += trace.weighed(
                    apart ? "article excluded" : "article",
                    member,
                    profile,
                    signals,
                    ProfileLinks.MODEL.probability(signals));
            count++;
            vouched += member.isVouchedFor(profile) ? 1 : 0;
        }
        return excluded || vouched * 2 < count ? 0 : sum / count;
    }

    /** The groups, in the order in which they were first told. */
    List<Group> groups() {
        return profiles.stream().map(groupOf::get).distinct().toList();
    }

    Group of(IncidentProfile profile) {
        return Objects.requireNonNull(groupOf.get(profile), "an incident that was never added");
    }

    /** Takes out again who was joined to a group that then grew into something else. */
    void review() {
        for (Group group : groups()) {
            if (group.members.size() > 2) {
                List<IncidentProfile> strangers = group.members.stream()
                        .filter(member -> isStranger(member, group.members))
                        .toList();
                if (!strangers.isEmpty() && strangers.size() < group.members.size()) {
                    split(group, strangers);
                }
            }
        }
    }

    private static boolean isStranger(IncidentProfile member, List<IncidentProfile> members) {
        return members.stream()
                        .filter(other -> other != member)
                        .limit(COMPARED_MEMBERS)
                        .mapToDouble(other -> ProfileLinks.MODEL.probability(ProfileLinks.signals(other, member)))
                        .average()
                        .orElse(1)
                < ProfileLinks.MODEL.threshold() / 2;
    }

    private void split(Group group, List<IncidentProfile> strangers) {
        List<IncidentProfile> rest = group.members.stream()
                .filter(member -> !strangers.contains(member))
                .toList();
        Group remaining = new Group(rest.get(0));
        rest.subList(1, rest.size()).forEach(remaining::add);
        rest.forEach(member -> groupOf.put(member, remaining));
        strangers.forEach(member -> groupOf.put(member, new Group(member)));
        became.put(group, remaining);
    }

    /** Groups of which a general denial speaks: <em>no strikes in Harn this week</em> answers each of that kind, place and time. */
    List<Group> deniedBy(IncidentProfile denied) {
        Set<Group> groups = new LinkedHashSet<>();
        for (String key : keys(denied)) {
            for (Group holder : index.getOrDefault(key, List.of())) {
                Group group = became.getOrDefault(holder, holder);
                boolean meets = group.sum.meetsInPlace(denied)
                        && denied.time() != null
                        && group.sum.time() != null
                        && denied.time().overlaps(group.sum.time());
                if (meets && !group.sum.excludes(denied)) {
                    groups.add(group);
                }
            }
        }
        return groups.stream().limit(DENIED_AT_MOST).toList();
    }

    /** What an incident is looked up by. */
    private static List<String> keys(IncidentProfile profile) {
        List<String> keys = new ArrayList<>();
        Place place = profile.place();
        TimeInterval time = profile.time();
        List<Long> weeks = weeks(time, profile.published());
        for (String family : Types.families(profile.types())) {
            for (String story : profile.stories()) {
                keys.add(family + " story " + story);
            }
            for (String name : profile.names()) {
                for (String word : name.split(" ")) {
                    keys.add(family + " name " + word);
                }
            }
            if (place != null && place.country() != null) {
                for (long week : weeks) {
                    keys.add(family + " " + week + " country " + place.country());
                }
            }
            if (place != null
                    && time != null
                    && place.precision() != Place.Precision.COUNTRY
                    && time.days() <= FEW_WEEKS) {
                String whole = PlaceKeys.key(place.within() != null ? place.within() : place.name());
                for (LocalDate day = time.start(); !day.isAfter(time.end()); day = day.plusDays(1)) {
                    keys.add(family + " day " + day + " " + PlaceKeys.key(place.name()));
                    keys.add(family + " day " + day + " " + whole);
                }
            }
        }
        return keys.stream().distinct().toList();
    }

    private static List<Long> weeks(@Nullable TimeInterval time, @Nullable LocalDate published) {
        List<Long> weeks = new ArrayList<>();
        if (time != null && time.days() <= FEW_WEEKS * DAYS_OF_A_WEEK) {
            for (long week = week(time.start().minusDays(1));
                    week <= week(time.end().plusDays(1));
                    week++) {
                weeks.add(week);
            }
        } else if (time == null && published != null) {
            weeks.add(week(published.minusDays(DAYS_OF_A_WEEK)));
            weeks.add(week(published));
        }
        return weeks;
    }

    private static long week(LocalDate day) {
        return Math.floorDiv(day.toEpochDay(), DAYS_OF_A_WEEK);
    }
}
