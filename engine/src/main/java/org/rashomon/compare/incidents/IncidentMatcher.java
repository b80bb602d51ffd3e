package org.rashomon.compare.incidents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.model.dossier.ArticleAnalysis;

/**
 * Finds which mentions speak of one incident, in three passes of linear cost.
 *
 * <ol>
 *   <li>Within an article, in order of text: a mention joins the nearest earlier incident that nothing excludes and that the
 *       words bind it to (one name, one kind of target, one place and time). A mention without place, time and target joins only
 *       as a definite phrase (<em>the attack</em>).
 *   <li>Across articles: incidents that share a key (a name, a kind of target in the story, a place and day) are compared, a
 *       bounded number for each key.
 *   <li>Denied and future deeds found no incident of their own; they go to the ones they speak of, within the article, then
 *       within the story, then wherever place, time and type agree. A general denial (<em>no strikes in Aleppo in recent
 *       days</em>) speaks of every incident of that kind, place and time.
 * </ol>
 */
public final class IncidentMatcher {
    /** Matches incidents; {@code storyOf} leads from article id to story id. */
    public Incidents match(Corpus corpus, Map<String, String> storyOf) {
        ArticleIncidents articles = new ArticleIncidents(corpus, storyOf);
        IncidentIndex index = new IncidentIndex();
        List<DeniedDeed> denied = new ArrayList<>();
        for (ArticleAnalysis analysis : corpus.analyses()) {
            articles.of(analysis, denied).forEach(index::add);
        }
        List<IncidentProfile> standing =
                index.profiles().stream().filter(IncidentProfile::isSomewhere).toList();
        Map<IncidentProfile, Set<String>> claims = new LinkedHashMap<>();
        standing.forEach(profile -> claims.put(profile, new LinkedHashSet<>()));
        Map<String, IncidentProfile> primary = new LinkedHashMap<>();
        ClaimSubjects subjects = new ClaimSubjects(corpus, claims, primary);
        subjects.takeContents(standing);
        denied.forEach(deed -> subjects.takeDenied(deed.claim(), index.deedsOf(deed, claims.keySet())));
        subjects.takeAnaphors(standing);
        return new IncidentBook(corpus, storyOf, claims, primary).write();
    }
}
