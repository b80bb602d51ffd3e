package org.rashomon.compare.omissions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.incidents.Incidents;
import org.rashomon.compare.relations.Relations;
import org.rashomon.compare.relations.Stance;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.Lineage;
import org.rashomon.model.dossier.Omission;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentMention;

/**
 * Finds what an outlet leaves out that others of the story carry, always with a denominator.
 *
 * <p>Kept few, so that they tell something. Claims: denials, accusations, admissions and threats about an incident; the same
 * speaker's same act on the same incident is one claim, however worded. The denominator is the outlets of the story that tell of
 * that incident, and only they can leave it out. Incidents: those that at least two other outlets of the story tell of, when
 * these are at least half of the story's outlets. Articles without a stated outlet count one by one.
 */
public final class OmissionFinder {
    private static final Set<Act> STRONG = EnumSet.of(Act.DENY, Act.ACCUSE, Act.ADMIT, Act.THREATEN);

    /** Omissions by story, subject and outlet. */
    public List<Omission> find(
            Corpus corpus, List<Story> stories, Incidents incidents, Relations relations, List<Lineage> lineages) {
        Map<String, List<Incident>> byStory = new TreeMap<>();
        for (Incident incident : incidents.all()) {
            byStory.computeIfAbsent(incident.story(), id -> new ArrayList<>()).add(incident);
        }
        Origins origins = new Origins(lineages);
        List<Omission> omissions = new ArrayList<>();
        for (Story story : stories) {
            Coverage covered = new Coverage(corpus, new HashSet<>(story.articles()));
            for (Incident incident : byStory.getOrDefault(story.id(), List.of())) {
                Map<String, Set<String>> tellers = covered.tellers(incident, incidents);
                omitIncident(incident, story, corpus, tellers, origins, omissions);
                for (List<Claim> group : groups(corpus, incident, incidents, relations, covered)) {
                    omitClaim(group, tellers, covered.carriers(group), origins, omissions);
                }
            }
        }
        return omissions;
    }

    private static void omitIncident(
            Incident incident,
            Story story,
            Corpus corpus,
            Map<String, Set<String>> tellers,
            Origins origins,
            List<Omission> omissions) {
        Map<String, Set<String>> all = new TreeMap<>();
        for (String article : story.articles()) {
            all.computeIfAbsent(corpus.outlet(article), outlet -> new TreeSet<>())
                    .add(article);
        }
        if (tellers.size() < 2 || 2 * tellers.size() < all.size()) {
            return;
        }
        Set<String> articles = articles(tellers);
        all.forEach((outlet, own) -> {
            if (!tellers.containsKey(outlet)) {
                String article = own.iterator().next();
                omissions.add(new Omission(
                        outlet,
                        article,
                        null,
                        incident.id(),
                        List.copyOf(tellers.keySet()),
                        all.size(),
                        own.stream().anyMatch(one -> origins.reach(one, articles))));
            }
        });
    }

    private static void omitClaim(
            List<Claim> group,
            Map<String, Set<String>> tellers,
            Map<String, Set<String>> carriers,
            Origins origins,
            List<Omission> omissions) {
        Set<String> articles = articles(carriers);
        tellers.forEach((outlet, own) -> {
            if (!carriers.containsKey(outlet)) {
                omissions.add(new Omission(
                        outlet,
                        own.iterator().next(),
                        group.get(0).id(),
                        null,
                        List.copyOf(carriers.keySet()),
                        tellers.size(),
                        own.stream().anyMatch(one -> origins.reach(one, articles))));
            }
        });
    }

    /** Strong claims about the incident in the story, one group for each speaker and act or restated utterance. */
    private static List<List<Claim>> groups(
            Corpus corpus, Incident incident, Incidents incidents, Relations relations, Coverage covered) {
        Map<String, List<Claim>> groups = new LinkedHashMap<>();
        Map<String, String> keyOfFirst = new HashMap<>();
        for (String id : incidents.claimsAbout(incident.id())) {
            Claim claim = corpus.claim(id);
            if (claim != null && STRONG.contains(claim.act()) && covered.holds(claim.article())) {
                String first = relations.firstReport().getOrDefault(id, id);
                String own = Stance.speakerKey(claim) + " " + claim.act();
                String key = keyOfFirst.computeIfAbsent(first, unused -> own);
                groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(claim);
            }
        }
        return groups.values().stream()
                .sorted(Comparator.comparing((List<Claim> group) -> group.get(0).id()))
                .toList();
    }

    private static Set<String> articles(Map<String, Set<String>> byOutlet) {
        Set<String> articles = new TreeSet<>();
        byOutlet.values().forEach(articles::addAll);
        return articles;
    }

    /** Who of a story's outlets tells of what. */
    private static final class Coverage {
        private final Corpus corpus;
        private final Set<String> story;

        Coverage(Corpus corpus, Set<String> story) {
            this.corpus = corpus;
            this.story = story;
        }

        boolean holds(String article) {
            return story.contains(article);
        }

        /** Outlets that tell of the incident, with their articles that do. */
        Map<String, Set<String>> tellers(Incident incident, Incidents incidents) {
            Map<String, Set<String>> tellers = new TreeMap<>();
            for (IncidentMention mention : incident.mentions()) {
                add(mention.article(), tellers);
            }
            for (String id : incidents.claimsAbout(incident.id())) {
                Claim claim = corpus.claim(id);
                if (claim != null) {
                    add(claim.article(), tellers);
                }
            }
            return tellers;
        }

        Map<String, Set<String>> carriers(List<Claim> group) {
            Map<String, Set<String>> carriers = new TreeMap<>();
            group.forEach(claim -> add(claim.article(), carriers));
            return carriers;
        }

        private void add(String article, Map<String, Set<String>> byOutlet) {
            if (story.contains(article)) {
                byOutlet.computeIfAbsent(corpus.outlet(article), outlet -> new TreeSet<>())
                        .add(article);
            }
        }
    }

    /** Which articles a text goes back to. */
    private static final class Origins {
        private final Map<String, Set<String>> direct = new HashMap<>();

        Origins(List<Lineage> lineages) {
            for (Lineage lineage : lineages) {
                direct.computeIfAbsent(lineage.to(), id -> new TreeSet<>()).add(lineage.from());
            }
        }

        /** Whether the article derives, at any remove, from one of {@code sources}. */
        boolean reach(String article, Set<String> sources) {
            Set<String> seen = new HashSet<>();
            List<String> open = new ArrayList<>(direct.getOrDefault(article, Set.of()));
            while (!open.isEmpty()) {
                String origin = open.remove(open.size() - 1);
                if (sources.contains(origin)) {
                    return true;
                }
                if (seen.add(origin)) {
                    open.addAll(direct.getOrDefault(origin, Set.of()));
                }
            }
            return false;
        }
    }
}
