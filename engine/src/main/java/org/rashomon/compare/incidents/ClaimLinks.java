package org.rashomon.compare.incidents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Words;
import org.rashomon.fitted.FittedModel;
import org.rashomon.fitted.Signals;
import org.rashomon.model.Actor;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Factuality;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.model.events.IncidentMention.Telling;

/** How likely a claim speaks of an incident of its article. */
final class ClaimLinks {
    static final FittedModel MODEL = FittedModel.of("en/incident-weights.tsv", "claim");

    private static final int NEAR = 2;
    private static final int LONGEST = 2_000;

    /** Short, anchored alternatives without nesting, so that matching is linear. */
    private static final Pattern POINTS_BACK = Pattern.compile(
            "\\b(?:the|this|that|these|those|such)\\s(?:\\w+\\s)?(?:attacks?|strikes?|air\\s?strikes?|raids?|bombings?|shelling|"
                    + "incidents?|assaults?|massacres?|blasts?|explosions?|killings?|crimes?|atrocit(?:y|ies))\\b");

    private static final Pattern ANSWERS = Pattern.compile(
            "\\b(?:involvement|responsibility|allegations?|accusations?|reports?|charges?|claims?|denied it|did it|role|any part|anything to do"
                    + "|aircraft|warplanes?|planes?|jets?|drones?|sorties?|air ?strikes?|second strike)\\b");

    /** What looks ahead speaks of what may come: <em>if the bombing goes on</em>. */
    private static final Set<Act> AHEAD = Set.of(Act.THREATEN, Act.PROMISE, Act.ANNOUNCE);

    /** Words of a quotation or report that stand for something told: <em>this was a war crime, they did it</em>. */
    private static final Pattern PRONOUN = Pattern.compile(
            "^\\W*(?:it|this|that|these|those|such)\\b|\\b(?:behind|for|of|about|did|condemn\\w*|called) (?:it|this|that|these)\\b");

    private final Corpus corpus;
    private final ArticleAnalysis analysis;
    private final List<IncidentProfile> incidents;
    private final Set<String> counting = new HashSet<>();
    private final Set<String> ofAgreements = new HashSet<>();
    private final Map<IncidentProfile, Set<String>> actors = new HashMap<>();

    ClaimLinks(Corpus corpus, ArticleAnalysis analysis, List<IncidentProfile> incidents) {
        this.corpus = corpus;
        this.analysis = analysis;
        this.incidents = incidents;
        for (Figure figure : analysis.figures()) {
            boolean harm = figure.unit() == Figure.Unit.KILLED
                    || figure.unit() == Figure.Unit.INJURED
                    || figure.unit() == Figure.Unit.CASUALTY;
            if (harm && figure.claim() != null && !figure.cumulative()) {
                counting.add(figure.claim());
            }
        }
        for (AgreementMention mention : analysis.agreementMentions()) {
            if (mention.claim() != null) {
                ofAgreements.add(mention.claim());
            }
        }
        for (AgreementStatement statement : analysis.agreementStatements()) {
            ofAgreements.add(statement.claim());
        }
        for (IncidentProfile incident : incidents) {
            Set<String> ids = new HashSet<>(incident.doers());
            for (IncidentMention mention : incident.mentions()) {
                Claim claim = corpus.claim(mention.claim());
                if (claim != null) {
                    claim.targets().forEach(target -> ids.add(target.id()));
                }
            }
            actors.put(incident, ids);
        }
    }

    /** What speaks for each incident of the article, for one claim. */
    Map<IncidentProfile, Signals> signals(Claim claim) {
        List<Span> content = claim.attribution().content();
        Span extent = claim.extent();
        int first = corpus.sentenceAt(claim.article(), content.get(0).start());
        int last = corpus.sentenceAt(
                claim.article(), content.get(content.size() - 1).end());
        String words = corpus.content(claim);
        words = words.substring(0, Math.min(words.length(), LONGEST));
        String utterance = corpus.utterance(claim);
        boolean back = refersBack(utterance, claim.act());
        boolean pronoun = hasPronoun(words);
        Set<String> stems = Words.telling(words);
        boolean agreement = ofAgreements.contains(claim.id());
        boolean pattern = analysis.incidentMentions().stream()
                .anyMatch(mention -> mention.telling() == Telling.PATTERN && holds(content, mention.span()));
        Map<IncidentProfile, Integer> held = new HashMap<>();
        IncidentProfile before = null;
        int latest = -1;
        for (IncidentProfile incident : incidents) {
            for (IncidentMention mention : incident.mentions()) {
                if (holds(content, mention.span())) {
                    held.merge(incident, 1, Integer::sum);
                }
                if (mention.span().start() < extent.start() && mention.span().start() > latest) {
                    latest = mention.span().start();
                    before = incident;
                }
            }
        }
        Map<IncidentProfile, Signals> all = new LinkedHashMap<>();
        for (IncidentProfile incident : incidents) {
            int holding = held.getOrDefault(incident, 0);
            boolean in = holding > 0;
            boolean other = held.size() > (in ? 1 : 0);
            boolean beside = false;
            boolean around = false;
            int nearest = Integer.MAX_VALUE;
            boolean next = false;
            for (IncidentMention mention : incident.mentions()) {
                int away = first - mention.sentence();
                around |= extent.contains(mention.span()) && !holds(content, mention.span());
                beside |= mention.sentence() >= first && mention.sentence() <= last;
                if (away >= 0) {
                    nearest = Math.min(nearest, away);
                }
                next |= mention.sentence() == last + 1;
            }
            boolean none = held.isEmpty();
            double likeness = likeness(stems, incident);
            Signals signals = new Signals()
                    .when("held", in)
                    .when("held alone", in && !other)
                    .when("held, told", in && incident.isTold())
                    .with("held times", Math.log1p(holding))
                    .when("holds other", !in && other)
                    .when("around", !in && around)
                    .when("beside", !in && beside)
                    .when("none, before", none && incident == before)
                    .when("none, near", none && nearest <= NEAR)
                    .with("none, distance", none && nearest < Integer.MAX_VALUE ? Math.log1p(nearest) : 0)
                    .when("none, never before", none && nearest == Integer.MAX_VALUE)
                    .when("none, next", none && next)
                    .when("main", incident.isMain())
                    .when("none, main", none && incident.isMain())
                    .with("share", incident.share())
                    .with("none, share", none ? incident.share() : 0)
                    .when("headline", incident.isHeadline())
                    .when("told", incident.isTold())
                    .when("none, pointing", none && back)
                    .when("none, pointing, before", none && back && incident == before)
                    .when("none, pointing, main", none && back && incident.isMain())
                    .when("none, pronoun, before", none && pronoun && incident == before)
                    .when("counts dead", counting.contains(claim.id()))
                    .when("none, counts dead, before", none && counting.contains(claim.id()) && incident == before)
                    .when("agreement", agreement)
                    .when("none, agreement", none && agreement)
                    .when("none, pattern", none && pattern)
                    .when("actor shared", sharesActor(claim, incident))
                    .when("none, actor shared", none && sharesActor(claim, incident))
                    .when("future", claim.factuality() == Factuality.FUTURE)
                    .with("words", likeness)
                    .with("none, words", none ? likeness : 0);
            String act = claim.act().name().toLowerCase(Locale.ROOT);
            signals.when("none, " + act, none && claim.act() != Act.ASSERT);
            signals.when("none, main, " + act, none && claim.act() != Act.ASSERT && incident.isMain());
            all.put(incident, signals);
        }
        return all;
    }

    private boolean sharesActor(Claim claim, IncidentProfile incident) {
        Set<String> known = actors.getOrDefault(incident, Set.of());
        List<Actor> own = new ArrayList<>(claim.targets());
        if (claim.speaker().actor() != null) {
            own.add(claim.speaker().actor());
        }
        return own.stream().anyMatch(actor -> known.contains(actor.id()));
    }

    /** How much of the rarity of the claim's words stands in the sentences that tell the incident. */
    private static double likeness(Set<String> stems, IncidentProfile incident) {
        double shared = 0;
        for (Map.Entry<String, Double> word : incident.words().entrySet()) {
            shared += stems.contains(word.getKey()) ? word.getValue() : 0;
        }
        return Math.min(1, shared / (2 + 3.0 * stems.size()));
    }

    static boolean holds(List<Span> content, Span span) {
        return content.stream().anyMatch(one -> one.contains(span));
    }

    /** Whether the words stand for something told with a pronoun. */
    private static boolean hasPronoun(String words) {
        return PRONOUN.matcher(words.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether an utterance refers to an incident told before it: <em>the raid</em>, or a denial of <em>involvement</em>. */
    private static boolean refersBack(String utterance, Act act) {
        if (AHEAD.contains(act)) {
            return false;
        }
        String words = utterance.toLowerCase(Locale.ROOT);
        if (POINTS_BACK.matcher(words).find()) {
            return true;
        }
        return (act == Act.DENY || act == Act.ADMIT) && ANSWERS.matcher(words).find();
    }
}
