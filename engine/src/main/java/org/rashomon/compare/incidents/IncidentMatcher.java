package org.rashomon.compare.incidents;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.fitted.Trace;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
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
    /** Matches incidents; {@code storyOf} leads from article id to story id. */
    public Incidents match(Corpus corpus, Map<String, String> storyOf) {
        return match(corpus, storyOf, Trace.NONE);
    }

    Incidents match(Corpus corpus, Map<String, String> storyOf, Trace trace) {
        MentionProfiles profiles = new MentionProfiles(corpus, storyOf);
        ArticleIncidents articles = new ArticleIncidents(profiles, new Deeds(corpus), trace);
        ClaimSubjects subjects = new ClaimSubjects(corpus, trace);
        IncidentGroups groups = new IncidentGroups(trace);
        Map<String, List<IncidentProfile>> spoken = new LinkedHashMap<>();
        for (ArticleAnalysis analysis : corpus.analyses()) {
            List<IncidentProfile> own = articles.of(analysis);
            spoken.putAll(subjects.of(analysis, own));
            own.forEach(groups::add);
        }
        groups.review();
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
            for (IncidentMention mention : analysis.incidentMentions()) {
                Claim claim = corpus.claim(mention.claim());
                if (claim != null && claim.act() == Act.DENY) {
                    groups.deniedBy(profiles.of(mention)).forEach(group -> take(claim.id(), group, claims, primary));
                }
            }
        }
        return new IncidentBook(corpus, storyOf, claims, primary).write();
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
}
