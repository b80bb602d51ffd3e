package org.rashomon.compare.incidents;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Counts;
import org.rashomon.compare.corpus.Rarity;
import org.rashomon.fitted.Trace;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.IncidentEdit;
import org.rashomon.model.events.IncidentMention;

/**
 * Finds which mentions speak of one incident, in three passes of linear cost.
 *
 * <ol>
 *   <li>Within an article, in order of text: a mention is new or goes on with an earlier incident, by what the two share; what
 *       speaks of no one deed (a campaign, a habit, what may come) is neither.
 *   <li>Each claim is tied to the incidents of its article that its content tells or points at.
 *   <li>Across articles: incidents that share a key are held against each other, a bounded number for each key; a group is judged as a
 *       whole. Then it is asked whether what is told in it happened somewhere.
 * </ol>
 *
 * <p>What decides is scored, with weights fitted to articles that people annotated ({@code en/incident-weights.tsv}); what can never be
 * one (two days in one mouth, first and second strike, two towns, two targets that both have a name) is ruled out before. A general
 * denial (<em>no strikes in Aleppo in recent days</em>) speaks of every incident of that kind, place and time.
 */
public final class IncidentMatcher {
    /** What there is to know of all articles; null where it is to be learned from those that are matched. */
    private final @Nullable Known known;

    public IncidentMatcher() {
        this.known = null;
    }

    /**
     * One that matches incidents of a part of all articles: whole stories, with all that shares a key with them.
     *
     * @param words counts of {@link Counts#stems} in all articles
     * @param told what all articles tell of places
     */
    public IncidentMatcher(Counts words, Containment.Told told) {
        this.known = new Known(words, told);
    }

    private record Known(Counts words, Containment.Told told) {}

    private MentionProfiles profiles(Corpus corpus, Map<String, String> storyOf) {
        return known == null
                ? new MentionProfiles(
                        corpus,
                        storyOf,
                        Containment.of(corpus, storyOf, Containment.Told.by(corpus)),
                        Rarity.of(corpus))
                : new MentionProfiles(
                        corpus, storyOf, Containment.of(corpus, storyOf, known.told()), Rarity.of(known.words()));
    }

    /**
     * By article what its incidents are looked up by, and those of which its denials speak. Incidents of articles that share no key are
     * never held against each other.
     *
     * @param corpus of whole stories
     */
    public Map<String, Set<String>> keys(Corpus corpus, Map<String, String> storyOf) {
        MentionProfiles profiles = profiles(corpus, storyOf);
        ArticleIncidents articles = new ArticleIncidents(profiles, new Deeds(corpus), Trace.NONE);
        Map<String, Set<String>> keys = new TreeMap<>();
        for (ArticleAnalysis analysis : corpus.analyses()) {
            Set<String> own = keys.computeIfAbsent(analysis.article().id(), id -> new TreeSet<>());
            articles.of(analysis).forEach(profile -> own.addAll(IncidentGroups.keys(profile)));
            denied(corpus, analysis).forEach(mention -> own.addAll(IncidentGroups.keys(profiles.of(mention))));
        }
        return keys;
    }

    /** The mentions of deeds that a claim denies. */
    private static List<IncidentMention> denied(Corpus corpus, ArticleAnalysis analysis) {
        return analysis.incidentMentions().stream()
                .filter(mention -> isDenied(corpus.claim(mention.claim())))
                .toList();
    }

    private static boolean isDenied(@Nullable Claim claim) {
        return claim != null && claim.act() == Act.DENY;
    }

    /** Matches incidents; {@code storyOf} leads from article id to story id. */
    public Incidents match(Corpus corpus, Map<String, String> storyOf) {
        return match(corpus, storyOf, List.of());
    }

    /** The same, then keeps to what people decided, in order; what is told nowhere any more is passed over. */
    public Incidents match(Corpus corpus, Map<String, String> storyOf, List<IncidentEdit> edits) {
        return match(corpus, storyOf, edits, Trace.NONE);
    }

    Incidents match(Corpus corpus, Map<String, String> storyOf, Trace trace) {
        return match(corpus, storyOf, List.of(), trace);
    }

    private Incidents match(Corpus corpus, Map<String, String> storyOf, List<IncidentEdit> edits, Trace trace) {
        MentionProfiles profiles = profiles(corpus, storyOf);
        ArticleIncidents articles = new ArticleIncidents(profiles, new Deeds(corpus), trace);
        ClaimSubjects subjects = new ClaimSubjects(corpus, trace);
        IncidentGroups groups = new IncidentGroups(trace);
        Map<String, List<IncidentProfile>> spoken = new LinkedHashMap<>();
        for (ArticleAnalysis analysis : corpus.analyses()) {
            List<IncidentProfile> own = articles.of(analysis);
            spoken.putAll(subjects.of(analysis, own));
            own.forEach(groups::add);
        }
        groups.join();
        groups.recall();
        Map<IncidentProfile, Set<String>> claims = new LinkedHashMap<>();
        groups.groups().stream()
                .map(IncidentGroups.Group::sum)
                .filter(IncidentProfile::isSomewhere)
                .forEach(sum -> claims.put(sum, new LinkedHashSet<>()));
        Map<String, IncidentProfile> primary = new LinkedHashMap<>();
        spoken.forEach((claim, incidents) -> {
            for (IncidentProfile incident : incidents) {
                take(claim, groups.of(incident), claims, primary);
            }
        });
        for (ArticleAnalysis analysis : corpus.analyses()) {
            for (IncidentMention mention : denied(corpus, analysis)) {
                String claim = Objects.requireNonNull(mention.claim());
                groups.deniedBy(profiles.of(mention)).forEach(group -> take(claim, group, claims, primary));
            }
        }
        Decided decided = new Decided(corpus, profiles, claims, primary);
        edits.forEach(decided::apply);
        Set<String> about = edits.stream()
                .filter(IncidentEdit.About.class::isInstance)
                .map(edit -> ((IncidentEdit.About) edit).claim())
                .collect(Collectors.toSet());
        return new IncidentBook(corpus, storyOf, claims, primary, about).write();
    }

    private static void take(
            String claim,
            IncidentGroups.Group group,
            Map<IncidentProfile, Set<String>> claims,
            Map<String, IncidentProfile> primary) {
        Set<String> about = claims.get(group.sum());
        if (about != null) {
            about.add(claim);
            primary.putIfAbsent(claim, group.sum());
        }
    }

    /** What was found, as people decided it. */
    private record Decided(
            Corpus corpus,
            MentionProfiles profiles,
            Map<IncidentProfile, Set<String>> claims,
            Map<String, IncidentProfile> primary) {

        void apply(IncidentEdit edit) {
            if (edit instanceof IncidentEdit.Merge merge) {
                merge(at(merge.one()), at(merge.other()));
            } else if (edit instanceof IncidentEdit.Split split) {
                split(split.mentions());
            } else if (edit instanceof IncidentEdit.About about) {
                about(corpus.claim(about.claim()), about.mention());
            }
        }

        /** The incident that is told there, or null. */
        private @Nullable IncidentProfile at(IncidentEdit.Place place) {
            return claims.keySet().stream()
                    .filter(profile -> profile.mentions().stream().anyMatch(place::isOf))
                    .findFirst()
                    .orElse(null);
        }

        private void merge(@Nullable IncidentProfile one, @Nullable IncidentProfile other) {
            if (one != null && other != null && one != other) {
                one.absorb(other);
                Set<String> taken = claims.remove(other);
                claims.computeIfAbsent(one, key -> new LinkedHashSet<>()).addAll(taken == null ? Set.of() : taken);
                primary.replaceAll((claim, profile) -> profile == other ? one : profile);
            }
        }

        private void split(List<IncidentEdit.Place> places) {
            IncidentProfile whole = places.isEmpty() ? null : at(places.get(0));
            if (whole != null) {
                List<IncidentMention> own = whole.mentions().stream()
                        .filter(mention -> places.stream().anyMatch(place -> place.isOf(mention)))
                        .toList();
                if (own.size() < whole.mentions().size()) {
                    part(whole, own);
                }
            }
        }

        /**
         * Takes mentions out of an incident, with the claims that tell these and none of the rest.
         *
         * @return the incident of those mentions
         */
        private IncidentProfile part(IncidentProfile whole, List<IncidentMention> own) {
            List<IncidentMention> rest = whole.mentions().stream()
                    .filter(mention -> !own.contains(mention))
                    .toList();
            IncidentProfile remaining = sum(rest);
            IncidentProfile apart = sum(own);
            Set<String> staying = new LinkedHashSet<>();
            Set<String> leaving = new LinkedHashSet<>();
            Set<String> about = claims.remove(whole);
            for (String claim : about == null ? Set.<String>of() : about) {
                boolean tellsOwn = tells(claim, own);
                if (tellsOwn) {
                    leaving.add(claim);
                }
                if (!tellsOwn || tells(claim, rest)) {
                    staying.add(claim);
                }
            }
            claims.put(apart, leaving);
            if (!rest.isEmpty()) {
                claims.put(remaining, staying);
            }
            primary.replaceAll((claim, profile) -> {
                IncidentProfile home = staying.contains(claim) ? remaining : apart;
                return profile == whole ? home : profile;
            });
            return apart;
        }

        private IncidentProfile sum(List<IncidentMention> mentions) {
            IncidentProfile sum = IncidentProfile.none();
            mentions.forEach(mention -> sum.absorb(profiles.of(mention)));
            return sum;
        }

        private boolean tells(String id, List<IncidentMention> mentions) {
            Claim claim = corpus.claim(id);
            return claim != null && mentions.stream().anyMatch(mention -> tells(claim, mention));
        }

        private static boolean tells(Claim claim, IncidentMention mention) {
            return claim.article().equals(mention.article())
                    && claim.attribution().content().stream().anyMatch(content -> content.contains(mention.span()));
        }

        /** The claim leaves the incident that it was about, with the mentions in it, for the one that is told there. */
        private void about(@Nullable Claim claim, IncidentEdit.@Nullable Place place) {
            IncidentProfile to = place == null ? null : at(place);
            if (claim == null || (place != null && to == null)) {
                return;
            }
            IncidentProfile from = primary.get(claim.id());
            if (from != null && from == to) {
                return;
            }
            if (from != null) {
                List<IncidentMention> own = from.mentions().stream()
                        .filter(mention -> tells(claim, mention))
                        .toList();
                if (!own.isEmpty()) {
                    IncidentProfile apart = part(from, own);
                    claims.remove(apart);
                    primary.values().removeIf(profile -> profile == apart);
                    if (to != null) {
                        to.absorb(apart);
                    }
                } else {
                    claims.getOrDefault(from, new LinkedHashSet<>()).remove(claim.id());
                }
            }
            primary.remove(claim.id());
            claims.values().forEach(about -> about.remove(claim.id()));
            if (to != null) {
                claims.computeIfAbsent(to, key -> new LinkedHashSet<>()).add(claim.id());
                primary.put(claim.id(), to);
            }
        }
    }
}
