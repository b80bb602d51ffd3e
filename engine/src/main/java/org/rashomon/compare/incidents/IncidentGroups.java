package org.rashomon.compare.incidents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
    /** So likely needs no fact to vouch for it. */
    private static final double LIKELY = 0.8;
    /** Two likelihoods that lie closer do not decide. */
    private static final double TELLING_APART = 0.05;
    /** Told in so many times as many articles as any other, it is what is meant where no day is told. */
    private static final int OUTSTANDING = 4;

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

        private List<IncidentProfile> compared() {
            return members.subList(Math.max(0, members.size() - COMPARED_MEMBERS), members.size());
        }
    }

    /** Two incidents of different articles that may be one. */
    private record Link(IncidentProfile one, IncidentProfile other, double likely) {}

    private final Map<String, List<IncidentProfile>> index = new HashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<IncidentProfile, List<Link>> linksOf = new HashMap<>();
    private final Map<IncidentProfile, Group> groupOf = new HashMap<>();

    private final List<IncidentProfile> profiles = new ArrayList<>();
    private final Trace trace;

    IncidentGroups(Trace trace) {
        this.trace = trace;
    }

    /** Takes up an incident of one article, and holds it against what it may be elsewhere. */
    void add(IncidentProfile profile) {
        profiles.add(profile);
        groupOf.put(profile, new Group(profile));
        List<String> keys = keys(profile);
        Set<IncidentProfile> near = new LinkedHashSet<>();
        for (String key : keys) {
            near.addAll(index.getOrDefault(key, List.of()));
        }
        for (IncidentProfile known : near) {
            double likely = likelihood(known, profile);
            if (likely >= ProfileLinks.MODEL.threshold()) {
                Link link = new Link(known, profile, likely);
                links.add(link);
                linksOf.computeIfAbsent(known, key -> new ArrayList<>()).add(link);
                linksOf.computeIfAbsent(profile, key -> new ArrayList<>()).add(link);
            }
        }
        for (String key : keys) {
            List<IncidentProfile> holders = index.computeIfAbsent(key, k -> new ArrayList<>());
            holders.add(profile);
            if (holders.size() > COMPARED_PER_KEY) {
                holders.remove(0);
            }
        }
    }

    /** How likely two are one; 0 where anything excludes it. */
    private double likelihood(IncidentProfile known, IncidentProfile profile) {
        boolean excluded = known.sharesArticle(profile) || known.excludes(profile);
        if (excluded && trace == Trace.NONE) {
            return 0;
        }
        Signals signals = ProfileLinks.signals(known, profile);
        double likely = trace.weighed(
                excluded ? "article excluded" : "article",
                known,
                profile,
                signals,
                ProfileLinks.MODEL.probability(signals));
        return excluded ? 0 : likely;
    }

    /**
     * Joins what is one, the likeliest first, so that it does not matter which article came first. A group is judged as a whole: nobody joins
     * for being like one of its members only, and facts have to vouch for half of the pairs. What one article tells twice, as if it were two,
     * may be found to be one through the others, where its own words do not exclude it.
     */
    void join() {
        links.stream()
                .sorted(Comparator.comparingDouble(Link::likely).reversed())
                .forEach(link -> {
                    Group one = groupOf(link.one());
                    Group other = groupOf(link.other());
                    if (one != other && !isOpen(link) && areOne(one, other)) {
                        merge(one, other);
                    }
                });
        links.clear();
        linksOf.clear();
    }

    /** Whether what is told without its day is as like another deed, which is not the first: it may be either. */
    private boolean isOpen(Link link) {
        return isOpen(link.one(), link.other(), link.likely()) || isOpen(link.other(), link.one(), link.likely());
    }

    private boolean isOpen(IncidentProfile undated, IncidentProfile home, double likely) {
        return undated.isUndated()
                && !home.isVouchedFor(undated)
                && linksOf.getOrDefault(undated, List.of()).stream()
                        .filter(link -> Math.abs(link.likely() - likely) < TELLING_APART)
                        .map(link -> link.one() == undated ? link.other() : link.one())
                        .anyMatch(rival -> rival != home && rival.excludes(home));
    }

    private static boolean areOne(Group one, Group other) {
        if (one.sum.excludes(other.sum)) {
            return false;
        }
        double sum = 0;
        int count = 0;
        int vouched = 0;
        for (IncidentProfile a : one.compared()) {
            for (IncidentProfile b : other.compared()) {
                if (a.excludes(b)) {
                    return false;
                }
                if (a.sharesArticle(b)) {
                    continue;
                }
                sum += ProfileLinks.MODEL.probability(ProfileLinks.signals(a, b));
                count++;
                vouched += a.isVouchedFor(b) ? 1 : 0;
            }
        }
        double mean = sum / count;
        return mean >= LIKELY || (mean >= ProfileLinks.MODEL.threshold() && vouched * 2 >= count);
    }

    /**
     * Joins what is told without its day (<em>the gas attack in Harn</em>) with the one such deed there that the days before know of, or that they
     * speak of far more than of any other. Where they know of two, it stays by itself.
     */
    void recall() {
        for (Group own : groups()) {
            if (own.members.stream().allMatch(IncidentProfile::isUndated)) {
                Set<Group> meant = new LinkedHashSet<>();
                for (IncidentProfile member : own.members) {
                    for (String key : keys(member)) {
                        for (IncidentProfile known : index.getOrDefault(key, List.of())) {
                            Group group = groupOf(known);
                            if (group != own && group.sum.mayBeMeantBy(own.sum)) {
                                meant.add(group);
                            }
                        }
                    }
                }
                Group home = outstanding(meant, own);
                if (home != own && home.sum.isRecalledBy(own.sum)) {
                    merge(home, own);
                }
            }
        }
    }

    /** The only one of these, or the one that far more articles tell than any other; else {@code none}. */
    private static Group outstanding(Set<Group> meant, Group none) {
        List<Group> largest = meant.stream()
                .sorted(Comparator.comparingInt((Group group) -> group.members.size())
                        .reversed())
                .limit(2)
                .toList();
        boolean stands = largest.size() == 1
                || (largest.size() == 2
                        && largest.get(0).members.size()
                                >= OUTSTANDING * largest.get(1).members.size());
        return stands ? largest.get(0) : none;
    }

    private void merge(Group home, Group other) {
        other.members.forEach(member -> {
            home.add(member);
            groupOf.put(member, home);
        });
    }

    private Group groupOf(IncidentProfile profile) {
        return Objects.requireNonNull(groupOf.get(profile), "an incident that was never added");
    }

    /** The groups, in the order in which they were first told. */
    List<Group> groups() {
        return profiles.stream().map(this::groupOf).distinct().toList();
    }

    Group of(IncidentProfile profile) {
        return groupOf(profile);
    }

    /** Groups of which a general denial speaks: <em>no strikes in Harn this week</em> answers each of that kind, place and time. */
    List<Group> deniedBy(IncidentProfile denied) {
        Set<Group> groups = new LinkedHashSet<>();
        for (String key : keys(denied)) {
            for (IncidentProfile holder : index.getOrDefault(key, List.of())) {
                Group group = groupOf(holder);
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
    static List<String> keys(IncidentProfile profile) {
        List<String> keys = new ArrayList<>();
        Place place = profile.place();
        TimeInterval time = profile.time();
        List<Long> weeks = weeks(time, profile.published());
        for (String family : Types.families(profile.types())) {
            for (String story : profile.stories()) {
                keys.add(family + " story " + story);
            }
            for (long dead : profile.manyDead()) {
                keys.add(family + " dead " + dead);
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
