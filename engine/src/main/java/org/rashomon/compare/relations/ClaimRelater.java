package org.rashomon.compare.relations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.agreements.Agreements;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Sides;
import org.rashomon.compare.corpus.Words;
import org.rashomon.compare.incidents.Incidents;
import org.rashomon.compare.incidents.Types;
import org.rashomon.model.Actor;
import org.rashomon.model.BlockRole;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentMention;

/**
 * Relates claims about one incident, agreement, figure or statement, and no others.
 *
 * <p>Cost: claims about one subject are first grouped by what they say (speaker, whom they accuse or clear, cause, counts); the
 * earliest of each group stands for it, the others of it are tied to it by RESTATES where they are one utterance. Only the
 * representatives are compared pair by pair, at most {@link #REPRESENTATIVES} for each subject, those that accuse or deny first.
 * So a subject costs a bounded number of pairs however many articles carry it, and the whole is linear in claims.
 */
public final class ClaimRelater {
    private static final int REPRESENTATIVES = 32;
    /** For how many reports of a statement its relations are written out. */
    private static final int REPORTS = 8;

    /** What statements say of a doer, a cause or of whether it happened; of figures each stands where it was counted. */
    private static final Set<ClaimRelation.Kind> RIVAL = EnumSet.of(
            ClaimRelation.Kind.DENIES, ClaimRelation.Kind.COUNTER_ATTRIBUTES, ClaimRelation.Kind.DISPUTES_CAUSE);

    /** Null where it is to be found among the claims that are related. */
    private final @Nullable Map<String, List<String>> restated;

    public ClaimRelater() {
        this.restated = null;
    }

    /**
     * One that relates a part of all claims.
     *
     * @param restated claim to the earlier claims that it may restate, as {@link Utterance} tells, in order; one that is not at hand is
     *     passed over
     */
    public ClaimRelater(Map<String, List<String>> restated) {
        this.restated = restated;
    }

    /**
     * Relations of claims about agreements and nothing else. With those that {@link #relate} finds without agreements they make up all of
     * them, but for pairs that restate each other, and for slots of a pair that an incident decides, or that counts do.
     */
    public List<ClaimRelation> onAgreements(Corpus corpus, Agreements agreements) {
        Collected collected = new Collected(corpus);
        onAgreements(
                agreements, new Evidence(corpus, new Incidents(List.of(), Map.of(), Map.of(), Map.of())), collected);
        return collected.sorted();
    }

    /** Finds all relations; {@code storyOf} leads from article id to story id. */
    public Relations relate(Corpus corpus, Map<String, String> storyOf, Incidents incidents, Agreements agreements) {
        Restatements restatements = new Restatements(corpus, storyOf, restated);
        Collected collected = new Collected(corpus);
        restatements.find().forEach(collected::add);
        Evidence evidence = new Evidence(corpus, incidents);
        for (Incident incident : incidents.all()) {
            List<Stance> stances = incidents.claimsAbout(incident.id()).stream()
                    .flatMap(id -> evidence.stance(id, incident))
                    .toList();
            compare(stances, RelationRule.ON_INCIDENTS, incident.id(), null, collected);
        }
        onAgreements(agreements, evidence, collected);
        evidence.countsOfPeriods(storyOf)
                .forEach(stances -> compare(stances, RelationRule.ON_COUNTS, null, null, collected));
        Map<String, String> first = new TreeMap<>();
        for (ArticleAnalysis analysis : corpus.analyses()) {
            analysis.claims().forEach(claim -> first.put(claim.id(), restatements.first(claim.id())));
        }
        return new Relations(collected.sorted(), first);
    }

    private static void onAgreements(Agreements agreements, Evidence evidence, Collected collected) {
        for (Agreement agreement : agreements.all()) {
            List<Stance> stances = agreements.claimsAbout().getOrDefault(agreement.id(), List.of()).stream()
                    .flatMap(evidence::stance)
                    .filter(stance -> !stance.statements().isEmpty())
                    .toList();
            compare(stances, RelationRule.ON_AGREEMENTS, null, agreement.id(), collected);
        }
    }

    private static void compare(
            List<Stance> stances,
            List<RelationRule> rules,
            @Nullable String incident,
            @Nullable String agreement,
            Collected collected) {
        List<Stance> representatives = representatives(stances);
        Set<String> told = new HashSet<>();
        List<RelationRule.Finding> findings = new ArrayList<>();
        for (int i = 0; i < representatives.size(); i++) {
            for (int j = i + 1; j < representatives.size(); j++) {
                Stance a = representatives.get(i);
                Stance b = representatives.get(j);
                if (!a.claim().id().equals(b.claim().id())) {
                    relate(a, b, rules, told, findings);
                }
            }
        }
        Map<String, RelationRule.Finding> open = open(findings);
        Map<String, List<Stance>> reports =
                stances.stream().collect(Collectors.groupingBy(Stance::key, LinkedHashMap::new, Collectors.toList()));
        for (RelationRule.Finding finding : findings) {
            if (!isOpen(finding) || finding.equals(open.get(sideKey(finding.b())))) {
                collected.add(relation(finding, incident, agreement));
            }
            if (RIVAL.contains(finding.kind())) {
                writtenOut(finding, reports).forEach(other -> collected.add(relation(other, incident, agreement)));
            }
        }
    }

    /** What holds of two statements holds of the other reports of both: the first few of each. */
    private static List<RelationRule.Finding> writtenOut(
            RelationRule.Finding finding, Map<String, List<Stance>> reports) {
        List<RelationRule.Finding> all = new ArrayList<>();
        for (Stance a : first(reports.getOrDefault(finding.a().key(), List.of()))) {
            for (Stance b : first(reports.getOrDefault(finding.b().key(), List.of()))) {
                if (!a.claim().id().equals(b.claim().id())) {
                    all.add(finding.between(a, b));
                }
            }
        }
        return all;
    }

    private static List<Stance> first(List<Stance> reports) {
        return reports.subList(0, Math.min(REPORTS, reports.size()));
    }

    /** Whether a denial leaves open what another says of the doer. */
    private static boolean isOpen(RelationRule.Finding finding) {
        return finding.kind() == ClaimRelation.Kind.UNDETERMINED
                && finding.slot() == ClaimRelation.Slot.ACTOR
                && finding.b().denies();
    }

    /**
     * By side that denies, the one accusation, or else account, that it is told not to answer: who answers one needs no such line,
     * and who answers none needs no more than one.
     */
    private static Map<String, RelationRule.Finding> open(List<RelationRule.Finding> findings) {
        Set<String> answering = findings.stream()
                .filter(finding -> finding.kind() == ClaimRelation.Kind.DENIES)
                .map(finding -> sideKey(finding.b()))
                .collect(Collectors.toSet());
        Map<String, RelationRule.Finding> open = new HashMap<>();
        findings.stream()
                .filter(ClaimRelater::isOpen)
                .filter(finding -> !answering.contains(sideKey(finding.b())))
                .sorted(Comparator.comparing(
                        (RelationRule.Finding finding) -> finding.a().accused().isEmpty()))
                .forEach(finding -> open.putIfAbsent(sideKey(finding.b()), finding));
        return open;
    }

    private static ClaimRelation relation(
            RelationRule.Finding finding, @Nullable String incident, @Nullable String agreement) {
        return new ClaimRelation(
                finding.a().claim().id(),
                finding.b().claim().id(),
                finding.kind(),
                finding.slot(),
                finding.aSpan(),
                finding.bSpan(),
                incident,
                agreement,
                finding.reason(),
                finding.score());
    }

    /**
     * What one pair of sides needs to be told once only: that both say the same, or that the words decide nothing. What a denial
     * leaves open is counted elsewhere.
     */
    private static boolean isNews(RelationRule.Finding finding, Set<String> told) {
        boolean open = finding.kind() == ClaimRelation.Kind.UNDETERMINED && finding.slot() == ClaimRelation.Slot.ACTOR;
        if ((finding.kind() != ClaimRelation.Kind.CORROBORATES && !open) || isOpen(finding)) {
            return true;
        }
        String one = sideKey(finding.a());
        String other = sideKey(finding.b());
        String pair = one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
        return told.add(finding.kind() + " " + pair);
    }

    /** The state of the side where it has one: its ministries speak for it. */
    private static String sideKey(Stance stance) {
        Actor side = stance.side();
        if (side == null) {
            return stance.speaker();
        }
        return Sides.isOrgan(side) && side.country() != null ? side.country() : side.id();
    }

    /** The earliest of each group of like stances, in order; where there are too many, those that say least are left out. */
    static List<Stance> representatives(List<Stance> stances) {
        Map<String, Stance> first = new LinkedHashMap<>();
        stances.forEach(stance -> first.putIfAbsent(stance.key(), stance));
        List<Stance> kept = first.values().stream()
                .sorted(Comparator.comparingInt(ClaimRelater::weight).reversed())
                .limit(REPRESENTATIVES)
                .toList();
        return stances.stream().filter(kept::contains).distinct().toList();
    }

    private static int weight(Stance stance) {
        return (stance.denies() ? 4 : 0)
                + (stance.accused().isEmpty() ? 0 : 4)
                + (stance.otherCause() == null && stance.cause() == null ? 0 : 2)
                + (stance.figures().isEmpty() ? 0 : 2)
                + (stance.statements().isEmpty() ? 0 : 1);
    }

    private static void relate(
            Stance a, Stance b, List<RelationRule> rules, Set<String> told, List<RelationRule.Finding> findings) {
        Set<ClaimRelation.Slot> decided = EnumSet.noneOf(ClaimRelation.Slot.class);
        for (RelationRule rule : rules) {
            rule.relate(a, b).ifPresent(finding -> {
                if (decided.add(finding.slot()) && isNews(finding, told)) {
                    findings.add(finding);
                }
            });
        }
    }

    /** Relations, one for each pair, slot and subject; a restated pair is related in no other way. */
    private static final class Collected {
        private final Map<String, Integer> position = new HashMap<>();
        private final Map<String, ClaimRelation> relations = new LinkedHashMap<>();

        Collected(Corpus corpus) {
            for (ArticleAnalysis analysis : corpus.analyses()) {
                analysis.claims().forEach(claim -> position.put(claim.id(), position.size()));
            }
        }

        void add(ClaimRelation relation) {
            String pair = relation.a().compareTo(relation.b()) < 0
                    ? relation.a() + " " + relation.b()
                    : relation.b() + " " + relation.a();
            if (relation.kind() == ClaimRelation.Kind.RESTATES) {
                relations.putIfAbsent(pair, relation);
            } else if (!relations.containsKey(pair)) {
                relations.putIfAbsent(pair + " " + relation.slot(), relation);
            }
        }

        List<ClaimRelation> sorted() {
            return relations.values().stream()
                    .sorted(Comparator.comparingInt((ClaimRelation relation) -> at(relation.a()))
                            .thenComparingInt(relation -> at(relation.b()))
                            .thenComparing(ClaimRelation::slot))
                    .toList();
        }

        private int at(String claim) {
            return position.getOrDefault(claim, Integer.MAX_VALUE);
        }
    }

    /** What each claim says, with its figures and statements at hand. */
    private static final class Evidence {
        private final Corpus corpus;
        private final Incidents incidents;
        private final Map<String, List<Figure>> figures = new TreeMap<>();
        private final Map<String, List<AgreementStatement>> statements = new HashMap<>();
        private final Map<String, Map<String, String>> called = new HashMap<>();

        Evidence(Corpus corpus, Incidents incidents) {
            this.corpus = corpus;
            this.incidents = incidents;
            for (ArticleAnalysis analysis : corpus.analyses()) {
                for (Figure figure : analysis.figures()) {
                    if (figure.claim() != null && !isAbridged(figure, analysis)) {
                        figures.computeIfAbsent(figure.claim(), id -> new ArrayList<>())
                                .add(figure);
                    }
                }
                for (AgreementStatement statement : analysis.agreementStatements()) {
                    statements
                            .computeIfAbsent(statement.claim(), id -> new ArrayList<>())
                            .add(statement);
                }
            }
        }

        /** A headline leaves hedges out: where the text below gives the number with one, the headline is no count of its own. */
        private static boolean isAbridged(Figure figure, ArticleAnalysis analysis) {
            return figure.low() != null
                    && figure.low().equals(figure.high())
                    && isHeadline(figure, analysis)
                    && analysis.figures().stream()
                            .filter(other -> !isHeadline(other, analysis) && other.unit() == figure.unit())
                            .filter(other -> !Objects.equals(other.low(), other.high()))
                            .anyMatch(other -> figure.low().equals(other.low())
                                    || figure.low().equals(other.high()));
        }

        private static boolean isHeadline(Figure figure, ArticleAnalysis analysis) {
            return analysis.article()
                    .blockAt(figure.span().start())
                    .filter(block -> block.role() == BlockRole.HEADLINE)
                    .isPresent();
        }

        Stream<Stance> stance(String id, Incident incident) {
            Claim claim = corpus.claim(id);
            if (claim == null) {
                return Stream.empty();
            }
            List<IncidentMention> told = deedsIn(claim, incident);
            List<Figure> counts = figures.getOrDefault(id, List.of()).stream()
                    .filter(figure -> incident.id().equals(incidents.ofFigure().get(figure.id())))
                    .toList();
            return Stream.of(Stance.of(corpus, claim, called(claim), incident, told, counts, List.of()));
        }

        /** For a claim about an agreement. */
        Stream<Stance> stance(String id) {
            Claim claim = corpus.claim(id);
            return claim == null
                    ? Stream.empty()
                    : Stream.of(Stance.of(
                            corpus,
                            claim,
                            called(claim),
                            null,
                            List.of(),
                            List.of(),
                            statements.getOrDefault(id, List.of())));
        }

        /** All words by which the claim's article introduces its speaker. */
        private String called(Claim claim) {
            return called.computeIfAbsent(claim.article(), this::introductions)
                    .getOrDefault(Stance.speakerKey(claim), "");
        }

        /** By speaker. */
        private Map<String, String> introductions(String article) {
            String text = corpus.article(article).text();
            return corpus.analysis(article).claims().stream()
                    .collect(Collectors.groupingBy(
                            Stance::speakerKey,
                            Collectors.flatMapping(
                                    claim -> claim.attribution().source().stream()
                                            .map(source -> source.in(text)),
                                    Collectors.collectingAndThen(
                                            Collectors.toCollection(LinkedHashSet::new),
                                            sources -> String.join(" ", sources)))));
        }

        /** Mentions of the incident in the claim's content; for a denial, whatever deed it speaks of. */
        private List<IncidentMention> deedsIn(Claim claim, Incident incident) {
            List<IncidentMention> told = incident.mentions().stream()
                    .filter(mention -> mention.article().equals(claim.article()) && holds(claim, mention))
                    .toList();
            return !told.isEmpty()
                    ? told
                    : corpus.analysis(claim.article()).incidentMentions().stream()
                            .filter(mention -> claim.id().equals(mention.claim()))
                            .filter(mention -> Types.agree(mention.type(), incident.type()))
                            .toList();
        }

        private static boolean holds(Claim claim, IncidentMention mention) {
            return claim.attribution().content().stream().anyMatch(content -> content.contains(mention.span()));
        }

        /** Claims that count over one period and place, by story and what is counted. */
        Stream<List<Stance>> countsOfPeriods(Map<String, String> storyOf) {
            Map<String, List<Stance>> byScope = new TreeMap<>();
            for (ArticleAnalysis analysis : corpus.analyses()) {
                for (Figure figure : analysis.figures()) {
                    Claim claim = corpus.claim(figure.claim());
                    if (claim != null && figure.cumulative() && figure.scope() != null) {
                        String scope = String.join(
                                "|",
                                String.valueOf(storyOf.get(figure.article())),
                                figure.unit().name(),
                                figure.personClass().name(),
                                Words.fold(figure.scope()));
                        byScope.computeIfAbsent(scope, key -> new ArrayList<>())
                                .add(Stance.of(
                                        corpus, claim, called(claim), null, List.of(), List.of(figure), List.of()));
                    }
                }
            }
            return byScope.values().stream();
        }
    }
}
