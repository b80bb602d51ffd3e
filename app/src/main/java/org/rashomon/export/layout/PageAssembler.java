package org.rashomon.export.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.Page;
import org.rashomon.export.page.Page.IncidentCard;
import org.rashomon.export.page.Page.Part;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.dossier.Story;

/**
 * Lays a dossier out as one page. Stories that several articles tell, or on which speakers disagree, are parts of their own.
 * The others share one part while they are few, and are lines that open on demand when they are many.
 */
public final class PageAssembler {
    /** With more stories than this the page opens with a list. */
    private static final int MOST_OPEN_STORIES = 12;

    private final Dossier dossier;
    private final DossierIndex index;
    private final StoryParts parts;
    /** Denials whose words stand on the page, by utterance. */
    private final Set<String> said = new HashSet<>();

    public PageAssembler(Dossier dossier) {
        this.dossier = dossier;
        this.index = new DossierIndex(dossier);
        this.parts = new StoryParts(index, false);
    }

    public Page page() {
        List<Story> stories = dossier.comparison().stories();
        boolean folded = stories.size() > MOST_OPEN_STORIES;
        List<Part> several = new ArrayList<>();
        List<Part> singles = new ArrayList<>();
        List<Story> told = new ArrayList<>();
        for (Story story : inOrder(stories)) {
            if (story.articles().size() > 1) {
                several.add(part(parts.title(story), List.of(story), true));
            } else if (folded) {
                (parts.disagreeing(story) > 0 ? several : singles).add(part(parts.title(story), List.of(story), false));
            } else {
                told.add(story);
            }
        }
        if (!told.isEmpty()) {
            String title = told.size() == 1
                    ? parts.title(told.get(0))
                    : Wording.plural(told.size(), "story", "stories") + " that one article each tells";
            several.add(part(title, told, true));
        }
        int contested = Stream.concat(several.stream(), singles.stream())
                .mapToInt(part -> part.contested().size())
                .sum();
        return new Page(
                stories.size() == 1 ? parts.title(stories.get(0)) : Counts.title(dossier),
                Counts.of(dossier, parts.origins().count(dossier.analyses()), contested),
                several,
                singles,
                folded,
                dossier.rejected().stream()
                        .map(rejected -> new Page.Reject(rejected.source(), rejected.reason()))
                        .toList(),
                Counts.besides(dossier),
                Counts.madeBy(dossier),
                article -> parts.views().view(index.analysis(article)));
    }

    /** In the order of the page, since the words of a denial stand where they come first. */
    private List<Story> inOrder(List<Story> stories) {
        return stories.stream()
                .sorted(Comparator.comparing((Story story) -> parts.disagreeing(story))
                        .thenComparing(story -> story.articles().size())
                        .reversed()
                        .thenComparing(parts::title))
                .toList();
    }

    private Part part(String title, List<Story> stories, boolean whole) {
        List<ArticleAnalysis> analyses = stories.stream()
                .flatMap(story -> parts.analyses(story).stream())
                .toList();
        List<IncidentCard> all = parts.cards(stories, said);
        List<IncidentCard> contested =
                all.stream().filter(card -> card.disagreeing() > 0).toList();
        List<Page.Exchange> exchanges = parts.exchanges(stories);
        return new Part(
                Anchors.safe(stories.get(0).id()),
                title,
                parts.meta(stories, analyses),
                contested.stream()
                        .limit(2)
                        .map(card -> card.title() + ": " + String.join("; ", card.gist()))
                        .toList(),
                contested.stream().mapToInt(IncidentCard::disagreeing).sum() + 2 * exchanges.size(),
                contested,
                all.stream().filter(card -> card.disagreeing() == 0).toList(),
                exchanges,
                parts.unanswered(analyses, said),
                parts.looseFigures(analyses),
                whole ? parts.matrix(analyses) : null,
                whole ? parts.clocks(stories) : null,
                parts.agreementCards(stories),
                parts.sources(analyses),
                stories.size() == 1 ? parts.coverage(stories.get(0)) : null,
                analyses.stream().map(analysis -> analysis.article().id()).toList());
    }
}
