package org.rashomon.compare.omissions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Sides;
import org.rashomon.compare.corpus.Words;
import org.rashomon.compare.incidents.Doers;
import org.rashomon.compare.incidents.Incidents;
import org.rashomon.compare.relations.Relations;
import org.rashomon.model.Actor;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.Incident;

/**
 * The statements of an incident that are worth asking an outlet for: denials of the deed, accusations that name a doer, admissions. The same
 * speaker's same act is one statement, however worded. What an unnamed source says is none: whether another outlet has it under another
 * description, words do not tell.
 */
final class Statements {
    /** Fewer telling words (<em>they did not do it</em>) cannot be looked for. */
    private static final int LEAST_WORDS = 3;

    private final Corpus corpus;
    private final Incidents incidents;
    private final Relations relations;

    Statements(Corpus corpus, Incidents incidents, Relations relations) {
        this.corpus = corpus;
        this.incidents = incidents;
        this.relations = relations;
    }

    List<Statement> about(Incident incident, Outlets outlets) {
        Map<String, List<Claim>> groups = new LinkedHashMap<>();
        Map<String, String> keyOfFirst = new LinkedHashMap<>();
        for (String id : incidents.claimsAbout(incident.id())) {
            Claim claim = corpus.claim(id);
            if (claim != null
                    && incident.id().equals(incidents.ofClaim().get(id))
                    && isOfTheDeed(claim)
                    && outlets.holds(claim.article())) {
                String first = relations.firstReport().getOrDefault(id, id);
                String own = speaker(claim).id() + " " + claim.act();
                String key = keyOfFirst.computeIfAbsent(first, unused -> own);
                groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(claim);
            }
        }
        List<Statement> statements = new ArrayList<>();
        groups.values().forEach(group -> statements.add(statement(group)));
        return statements.stream()
                .filter(statement -> statement.words().size() >= LEAST_WORDS)
                .toList();
    }

    private boolean isOfTheDeed(Claim claim) {
        Actor speaker = claim.speaker().actor();
        if (speaker == null || (Sides.isOrgan(speaker) && speaker.country() == null)) {
            return false; // whose ministry "the ministry" is, differs from article to article
        }
        return switch (claim.act()) {
            case DENY -> claim.deniesDeed();
            case ACCUSE, ADMIT ->
                !Doers.accused(claim, corpus.content(claim).toLowerCase(Locale.ROOT))
                        .isEmpty();
            default -> false;
        };
    }

    private static Actor speaker(Claim claim) {
        Actor actor = claim.speaker().actor();
        if (actor == null) {
            throw new IllegalArgumentException("claim " + claim.id() + " has no known speaker");
        }
        return actor;
    }

    private Statement statement(List<Claim> group) {
        // the fullest report is looked for: a short one may stand anywhere
        Claim claim = group.get(0);
        Set<String> words = words(claim);
        Set<String> articles = new TreeSet<>();
        for (Claim report : group) {
            articles.add(report.article());
            Set<String> own = words(report);
            if (own.size() > words.size()) {
                words = own;
                claim = report;
            }
        }
        return new Statement(claim, speaker(claim), corpus.sideOf(claim), articles, words);
    }

    private Set<String> words(Claim claim) {
        Set<String> words = Words.telling(corpus.content(claim));
        words.removeAll(Words.telling(speaker(claim).name()));
        return words;
    }
}
