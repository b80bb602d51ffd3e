package org.rashomon.export.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.Page.Coverage;
import org.rashomon.export.page.Page.CoverageCell;
import org.rashomon.export.page.Page.CoverageColumn;
import org.rashomon.export.page.Page.CoverageGroup;
import org.rashomon.export.page.Page.CoverageRow;
import org.rashomon.export.page.Page.Link;
import org.rashomon.model.Article;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.Omission;
import org.rashomon.model.events.Incident;

/**
 * What outlets that tell of an incident carry of what was said of it: statement by outlet. Outlets stand by origin and by the day of their first
 * article; each cell says what was found, or why nothing was asked.
 */
final class CoverageTable {
    private static final int LONGEST_WORDS = 160;

    private final DossierIndex index;
    private final Anchors anchors;
    private final Origins origins;
    private final Map<String, Incident> incidents = new HashMap<>();
    private final Map<String, Map<String, List<Omission>>> byStory = new HashMap<>();

    CoverageTable(DossierIndex index, Anchors anchors, Origins origins) {
        this.index = index;
        this.anchors = anchors;
        this.origins = origins;
        index.dossier().comparison().incidents().forEach(incident -> incidents.put(incident.id(), incident));
        for (Omission omission : index.dossier().comparison().omissions()) {
            String story = index.storyOf(omission.article());
            if (omission.claim() != null && story != null) {
                byStory.computeIfAbsent(story, id -> new LinkedHashMap<>())
                        .computeIfAbsent(omission.claim(), id -> new ArrayList<>())
                        .add(omission);
            }
        }
    }

    /** What was looked for in the outlets of a story; null where nothing is missing. */
    @Nullable
    Coverage of(String story) {
        return of(byStory.getOrDefault(story, Map.of()));
    }

    /** The same for one incident alone. */
    @Nullable
    Coverage of(Incident incident) {
        Map<String, List<Omission>> own = new LinkedHashMap<>();
        byStory.getOrDefault(incident.story(), Map.of()).forEach((claim, omissions) -> {
            if (incident.id().equals(index.incidentOf(claim))) {
                own.put(claim, omissions);
            }
        });
        return of(own);
    }

    private @Nullable Coverage of(Map<String, List<Omission>> byClaim) {
        Map<String, List<String>> claims = new LinkedHashMap<>();
        byClaim.keySet().forEach(claim -> {
            String incident = index.incidentOf(claim);
            if (incident != null && incidents.containsKey(incident)) {
                claims.computeIfAbsent(incident, id -> new ArrayList<>()).add(claim);
            }
        });
        if (claims.isEmpty()) {
            return null;
        }
        Map<String, List<Article>> telling = new TreeMap<>();
        claims.keySet()
                .forEach(id -> telling(id)
                        .forEach((outlet, articles) -> telling.computeIfAbsent(outlet, name -> new ArrayList<>())
                                .addAll(articles)));
        List<String> outlets = telling.keySet().stream()
                .sorted(Comparator.comparing((String outlet) -> origin(telling.getOrDefault(outlet, List.of())))
                        .thenComparing(
                                outlet -> first(telling.getOrDefault(outlet, List.of())),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(outlet -> outlet))
                .toList();
        List<CoverageGroup> groups = new ArrayList<>();
        claims.forEach((id, of) -> {
            Incident incident = Objects.requireNonNull(incidents.get(id));
            Map<String, List<Article>> own = telling(id);
            groups.add(new CoverageGroup(
                    new Link(anchors.toIncident(incident), incident.label()),
                    of.stream()
                            .map(claim -> row(claim, byClaim.getOrDefault(claim, List.of()), outlets, own))
                            .toList()));
        });
        return new Coverage(
                outlets.stream()
                        .map(outlet ->
                                column(outlet, telling.getOrDefault(outlet, List.of()), searched(outlet, byClaim)))
                        .toList(),
                groups);
    }

    /** Outlets that tell of the incident, with their articles that do; those without a name by what stands for it. */
    private Map<String, List<Article>> telling(String incident) {
        Map<String, List<Article>> telling = new TreeMap<>();
        Set<String> articles = new LinkedHashSet<>();
        Objects.requireNonNull(incidents.get(incident)).mentions().forEach(mention -> articles.add(mention.article()));
        for (String id : articles) {
            telling.computeIfAbsent(outlet(id), name -> new ArrayList<>()).add(index.article(id));
        }
        return telling;
    }

    private String outlet(String article) {
        String outlet = index.article(article).outlet();
        return outlet == null || outlet.isBlank() ? article : outlet;
    }

    /** What the origins are in order of: the number of the first article that the text goes back to. */
    private int origin(List<Article> articles) {
        return articles.stream()
                .mapToInt(article -> index.number(origins.root(article.id())))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static @Nullable LocalDate first(List<Article> articles) {
        return articles.stream()
                .map(Article::published)
                .filter(Objects::nonNull)
                .map(PublicationDate::day)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static CoverageColumn column(String outlet, List<Article> articles, int searched) {
        LocalDate day = first(articles);
        String name = articles.isEmpty() ? outlet : Wording.source(articles.get(0));
        return new CoverageColumn(
                name,
                (day == null ? "undated" : Wording.shortDay(day))
                        + (searched > 0 ? ", " + searched + " searched" : ""));
    }

    /** How many articles of the outlet were searched; 0 where it was asked for nothing that it lacks. */
    private static int searched(String outlet, Map<String, List<Omission>> byClaim) {
        return byClaim.values().stream()
                .flatMap(List::stream)
                .filter(omission -> omission.outlet().equals(outlet))
                .mapToInt(Omission::searched)
                .max()
                .orElse(0);
    }

    private CoverageRow row(
            String id, List<Omission> omissions, List<String> outlets, Map<String, List<Article>> telling) {
        Claim claim = index.claim(id);
        Omission any = omissions.get(0);
        Map<String, Omission> missing = new LinkedHashMap<>();
        omissions.forEach(omission -> missing.put(omission.outlet(), omission));
        return new CoverageRow(
                Wording.style(claim.act()),
                Wording.verb(claim.act()),
                ClaimLines.who(claim.speaker()),
                new Link(
                        anchors.toClaim(claim),
                        Wording.cut(Wording.words(claim, index.article(claim.article())), LONGEST_WORDS)),
                outlets.stream()
                        .map(outlet -> cell(
                                outlet,
                                any.carriedBy().contains(outlet),
                                missing.get(outlet),
                                telling.getOrDefault(outlet, List.of())))
                        .toList(),
                any.carriedBy().size() + " of " + any.of());
    }

    private static CoverageCell cell(
            String outlet, boolean carries, @Nullable Omission missing, List<Article> telling) {
        String name = telling.isEmpty() ? outlet : Wording.source(telling.get(0));
        if (carries) {
            return new CoverageCell("yes", name, "carries it");
        }
        if (missing == null) {
            return telling.isEmpty()
                    ? new CoverageCell("none", name, "no mention of this found")
                    : new CoverageCell("open", name, "not asked");
        }
        return missing.hadWireCopy()
                ? new CoverageCell("cut", name, "not found; the text it prints had it")
                : new CoverageCell("no", name, "not found");
    }
}
