package org.rashomon.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.page.Page.Derivation;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Page.Shared;
import org.rashomon.export.page.Page.Sources;
import org.rashomon.model.Article;
import org.rashomon.model.Span;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Lineage;

/** Whose text is whose: n outlets that print one text are one origin. */
final class Origins {
    private static final int PASSAGES_SHOWN = 3;
    private static final int LONGEST_WORDS = 160;

    private final DossierIndex index;
    private final Anchors anchors;
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, List<Lineage>> lineagesTo = new HashMap<>();

    Origins(DossierIndex index, Anchors anchors) {
        this.index = index;
        this.anchors = anchors;
        for (Lineage lineage : index.dossier().comparison().lineages()) {
            parents.put(root(lineage.to()), root(lineage.from()));
            lineagesTo.computeIfAbsent(lineage.to(), id -> new ArrayList<>()).add(lineage);
        }
    }

    private String root(String article) {
        String at = article;
        for (String parent = parents.get(at); parent != null && !parent.equals(at); parent = parents.get(at)) {
            at = parent;
        }
        return at;
    }

    /** How many texts the articles go back to. */
    int count(List<ArticleAnalysis> analyses) {
        Set<String> roots = new HashSet<>();
        analyses.forEach(analysis -> roots.add(root(analysis.article().id())));
        return roots.size();
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
        List<Derivation> derivations = new ArrayList<>();
        for (ArticleAnalysis analysis : analyses) {
            lineagesTo
                    .getOrDefault(analysis.article().id(), List.of())
                    .forEach(lineage -> derivations.add(derivation(lineage)));
        }
        return new Sources(summary, derivations);
    }

    private Derivation derivation(Lineage lineage) {
        List<Lineage.Passage> longest = lineage.passages().stream()
                .sorted((a, b) -> Integer.compare(b.to().length(), a.to().length()))
                .limit(PASSAGES_SHOWN)
                .sorted((a, b) -> a.to().compareTo(b.to()))
                .toList();
        String kind = switch (lineage.kind()) {
            case VERBATIM -> "prints the text of";
            case SYNDICATED -> "prints, crediting it, the text of";
            case REWRITTEN -> "reworks the text of";
        };
        return new Derivation(
                link(lineage.from()),
                link(lineage.to()),
                kind,
                Math.round(lineage.overlap() * 100) + "% of its words",
                longest.stream()
                        .map(passage -> new Shared(
                                Wording.cut(
                                        passage.to()
                                                .in(index.article(lineage.to()).text()),
                                        LONGEST_WORDS),
                                passage(lineage.from(), passage.from()),
                                passage(lineage.to(), passage.to())))
                        .toList(),
                lineage.passages().size() - longest.size());
    }

    private Link link(String id) {
        Article article = index.article(id);
        return new Link("#" + anchors.article(id), Wording.source(article));
    }

    private Link passage(String article, Span span) {
        return new Link(anchors.to(article, span), Wording.source(index.article(article)));
    }
}
