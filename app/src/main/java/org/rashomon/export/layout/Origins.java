package org.rashomon.export.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Page.Origin;
import org.rashomon.export.page.Page.Shared;
import org.rashomon.export.page.Page.Sources;
import org.rashomon.model.Article;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Lineage;

/**
 * Whose text is whose, as trees: n outlets that print one text are one origin. Of several texts that an article may go back to, it stands under
 * the one that it shares most with; of those that are about as full, under the earliest.
 */
final class Origins {
    private static final int PASSAGES_SHOWN = 3;
    private static final int LONGEST_WORDS = 160;
    /** Shares of words that differ by less are as full. */
    private static final double AS_FULL = 0.1;
    /** Trees of no more articles are shown whole, whatever story these are of. */
    private static final int WHOLE = 60;

    /** Of an article whose own way back is not shown. */
    private static final String FURTHER = "some of its words stand in articles that are not listed here";

    private final DossierIndex index;
    private final Anchors anchors;
    /** What each article stands under; no chain of these leads back to where it began. */
    private final Map<String, Lineage> parents = new HashMap<>();

    private final Map<String, List<Lineage>> copies = new HashMap<>();
    /** For each copy something that it goes back to, the further up the oftener it was asked for. */
    private final Map<String, String> tops = new HashMap<>();

    Origins(DossierIndex index, Anchors anchors) {
        this.index = index;
        this.anchors = anchors;
        Map<String, List<Lineage>> byCopy = new HashMap<>();
        Set<String> order = new LinkedHashSet<>();
        for (Lineage lineage : index.dossier().comparison().lineages()) {
            byCopy.computeIfAbsent(lineage.to(), id -> new ArrayList<>()).add(lineage);
            order.add(lineage.to());
        }
        for (String copy : order) {
            byCopy.getOrDefault(copy, List.of()).stream()
                    .sorted(fullestThenEarliest(byCopy.getOrDefault(copy, List.of())))
                    .filter(lineage -> !root(lineage.from()).equals(copy))
                    .findFirst()
                    .ifPresent(lineage -> {
                        parents.put(copy, lineage);
                        tops.put(copy, lineage.from());
                        copies.computeIfAbsent(lineage.from(), id -> new ArrayList<>())
                                .add(lineage);
                    });
        }
    }

    private Comparator<Lineage> fullestThenEarliest(List<Lineage> all) {
        double most = all.stream().mapToDouble(Lineage::overlap).max().orElse(0);
        return Comparator.comparing((Lineage lineage) -> lineage.overlap() < most - AS_FULL)
                .thenComparing(lineage -> day(lineage.from()), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Lineage::overlap, Comparator.reverseOrder())
                .thenComparing(Lineage::from);
    }

    private @Nullable LocalDate day(String article) {
        var published = index.article(article).published();
        return published == null ? null : published.day();
    }

    /** The article that another's text goes back to, at any remove; itself where it goes back to none. */
    String root(String article) {
        String at = article;
        for (String up = tops.get(at); up != null; up = tops.get(at)) {
            String further = tops.get(up);
            if (further != null) {
                tops.put(at, further);
            }
            at = up;
        }
        return at;
    }

    /** How many texts the articles go back to. */
    int roots(Collection<String> articles) {
        Set<String> roots = new HashSet<>();
        articles.forEach(article -> roots.add(root(article)));
        return roots.size();
    }

    /** How many texts the articles go back to. */
    int count(List<ArticleAnalysis> analyses) {
        return roots(analyses.stream().map(analysis -> analysis.article().id()).toList());
    }

    @Nullable
    Sources sources(List<ArticleAnalysis> analyses) {
        if (analyses.size() < 2) {
            return null;
        }
        Set<String> outlets = new HashSet<>();
        int unstated = 0;
        for (ArticleAnalysis analysis : analyses) {
            if (analysis.article().outlet() == null) {
                unstated++;
            } else {
                outlets.add(analysis.article().outlet());
            }
        }
        String who = outlets.isEmpty() ? "no outlet stated" : Wording.plural(outlets.size(), "outlet", "outlets");
        String summary = Wording.plural(analyses.size(), "article", "articles") + ", " + who
                + (unstated > 0 && !outlets.isEmpty()
                        ? " and " + Wording.plural(unstated, "article", "articles") + " whose outlet is not stated"
                        : "")
                + ", " + Wording.plural(count(analyses), "origin", "origins") + ".";
        Set<String> roots = new LinkedHashSet<>();
        analyses.forEach(analysis -> roots.add(root(analysis.article().id())));
        Set<String> own = new LinkedHashSet<>();
        analyses.forEach(analysis -> own.add(analysis.article().id()));
        List<Origin> trees = new ArrayList<>();
        for (String root : roots) {
            if (copies.containsKey(root)) {
                if (isWhole(root)) {
                    trees.add(origin(root, "", List.of(), 0, article -> true));
                } else {
                    trees.addAll(parts(root, own));
                }
            }
        }
        return new Sources(summary, trees);
    }

    /** Whether a tree is small enough to be shown whole; no more of it is looked at than that. */
    private boolean isWhole(String root) {
        List<String> seen = new ArrayList<>(List.of(root));
        for (int i = 0; i < seen.size() && seen.size() <= WHOLE; i++) {
            copies.getOrDefault(seen.get(i), List.of()).forEach(lineage -> seen.add(lineage.to()));
        }
        return seen.size() <= WHOLE;
    }

    /**
     * What some articles are of a large tree, such as words that are printed for years make: they alone, under the article that the
     * first of them stands under. A page holds no more than its own articles, however large the tree has grown.
     */
    private List<Origin> parts(String root, Set<String> own) {
        Set<String> heads = new LinkedHashSet<>();
        for (String article : own) {
            if (root(article).equals(root)) {
                heads.add(head(article, own));
            }
        }
        return heads.stream()
                .filter(head ->
                        copies.getOrDefault(head, List.of()).stream().anyMatch(lineage -> own.contains(lineage.to())))
                .map(head -> origin(head, parents.containsKey(head) ? FURTHER : "", List.of(), 0, own::contains))
                .toList();
    }

    /** The first on the way up that is none of them; the top of the tree where there is none. */
    private String head(String article, Set<String> own) {
        String at = article;
        for (Lineage up = parents.get(at); up != null && own.contains(at); up = parents.get(at)) {
            at = up.from();
        }
        return at;
    }

    /** @param shown which copies to show */
    private Origin origin(String article, String kind, List<Shared> passages, int more, Predicate<String> shown) {
        LocalDate day = day(article);
        return new Origin(
                link(article),
                day == null ? "undated" : Wording.day(day),
                kind,
                passages,
                more,
                copies.getOrDefault(article, List.of()).stream()
                        .filter(lineage -> shown.test(lineage.to()))
                        .sorted(Comparator.comparing(
                                        (Lineage lineage) -> day(lineage.to()),
                                        Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(Lineage::overlap, Comparator.reverseOrder())
                                .thenComparing(Lineage::to))
                        .map(lineage -> copy(lineage, shown))
                        .toList());
    }

    private Origin copy(Lineage lineage, Predicate<String> shown) {
        List<Lineage.Passage> longest = lineage.passages().stream()
                .sorted((a, b) -> Integer.compare(b.to().length(), a.to().length()))
                .limit(PASSAGES_SHOWN)
                .sorted((a, b) -> a.to().compareTo(b.to()))
                .toList();
        String text = index.article(lineage.to()).text();
        List<Shared> shared = longest.stream()
                .map(passage -> new Shared(
                        Wording.cut(passage.to().in(text), LONGEST_WORDS),
                        anchors.to(lineage.from(), passage.from(), Wording.source(index.article(lineage.from()))),
                        anchors.to(lineage.to(), passage.to(), Wording.source(index.article(lineage.to())))))
                .toList();
        return origin(lineage.to(), kind(lineage), shared, lineage.passages().size() - longest.size(), shown);
    }

    /** How much of its words stand in the other, and what is known of which came first. */
    private String kind(Lineage lineage) {
        String share = Math.round(lineage.overlap() * 100) + "% of its words stand above";
        String how = switch (lineage.kind()) {
            case VERBATIM -> share + ", with no credit found";
            case SYNDICATED -> share + ", credited to the same source";
            case REWRITTEN -> share;
        };
        boolean told = lineage.kind() == Lineage.Kind.SYNDICATED || isBefore(lineage.from(), lineage.to());
        return told ? how : how + "; which came first is not told";
    }

    /** Whether the days of publication tell it, or the times where both are stated. */
    private boolean isBefore(String one, String other) {
        var from = index.article(one).published();
        var to = index.article(other).published();
        if (from == null || to == null) {
            return false;
        }
        boolean earlier = from.time() != null
                && to.time() != null
                && from.time().toInstant().isBefore(to.time().toInstant());
        return from.day().isBefore(to.day()) || (from.day().equals(to.day()) && earlier);
    }

    private Link link(String id) {
        Article article = index.article(id);
        return new Link(anchors.toArticle(id), Wording.source(article));
    }
}
