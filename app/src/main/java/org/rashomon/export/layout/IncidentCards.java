package org.rashomon.export.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.Page.Account;
import org.rashomon.export.page.Page.Aside;
import org.rashomon.export.page.Page.ClaimLine;
import org.rashomon.export.page.Page.Column;
import org.rashomon.export.page.Page.IncidentCard;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Page.NoOne;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.Place;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.ClaimRelation.Kind;
import org.rashomon.model.events.Incident;

/**
 * An incident as columns, one for each answer to <em>who did it</em>. Denials stand under the accusations they answer; those
 * that answer none stand apart and say so. Accounts that name no one are folded to a line.
 */
final class IncidentCards {
    private static final int ACCOUNTS_SHOWN = 4;
    private static final int ASIDES_SHOWN = 6;
    private static final Set<Kind> RIVAL =
            Set.of(Kind.CONTRADICTS, Kind.COUNTER_ATTRIBUTES, Kind.DISPUTES_CAUSE, Kind.FIGURE_CONFLICT, Kind.DENIES);

    private final DossierIndex index;
    private final Anchors anchors;
    private final ClaimLines lines;
    private final FigureCharts figures;
    private final AnswerColumns answers;
    private final Denials denials;
    private final Silences silences;
    private final Origins origins;
    private final Map<String, List<ClaimRelation>> relationsOf = new HashMap<>();

    IncidentCards(DossierIndex index, Anchors anchors, ClaimLines lines, FigureCharts figures, Origins origins) {
        this.index = index;
        this.anchors = anchors;
        this.lines = lines;
        this.figures = figures;
        this.origins = origins;
        this.answers = new AnswerColumns(index, lines);
        this.denials = new Denials(index, lines);
        this.silences = new Silences(index);
        for (ClaimRelation relation : index.dossier().comparison().relations()) {
            if (relation.incident() != null) {
                relationsOf
                        .computeIfAbsent(relation.incident(), id -> new ArrayList<>())
                        .add(relation);
            }
        }
    }

    /** @param said denials whose words stand on the page already, by utterance; those of this card are added */
    IncidentCard card(Incident incident, Set<String> said) {
        Map<String, AnswerDraft> columns = answers.of(incident);
        List<ClaimRelation> relations = relationsOf.getOrDefault(incident.id(), List.of());
        Set<String> shown = denials.place(incident, columns, relations, said);
        List<Aside> asides = asides(relations, shown);
        return new IncidentCard(
                Anchors.safe(incident.id()),
                anchors.toIncident(incident),
                incident.label(),
                meta(incident),
                gist(columns),
                disagreeing(columns, relations).size(),
                AnswerColumns.sorted(columns, draft -> draft.rank() == 0).stream()
                        .map(draft -> column(incident, draft))
                        .toList(),
                AnswerColumns.sorted(columns, draft -> draft.kind == AnswerDraft.Kind.CLEARED).stream()
                        .flatMap(draft -> draft.apart.stream())
                        .toList(),
                noOne(columns),
                figures.charts(incident.figures().stream().map(index::figure).toList()),
                asides.subList(0, Math.min(ASIDES_SHOWN, asides.size())),
                Math.max(0, asides.size() - ASIDES_SHOWN));
    }

    /** How many speakers and outlets say what another's words exclude. */
    int disagreeing(Incident incident) {
        return disagreeing(answers.of(incident), relationsOf.getOrDefault(incident.id(), List.of()))
                .size();
    }

    /** Who blames whom, in a line for each answer. */
    List<String> gist(Incident incident) {
        Map<String, AnswerDraft> columns = answers.of(incident);
        denials.place(incident, columns, relationsOf.getOrDefault(incident.id(), List.of()), new LinkedHashSet<>());
        return gist(columns);
    }

    private Column column(Incident incident, AnswerDraft draft) {
        List<Account> accounts = accounts(draft);
        int shown = accounts.size() <= ACCOUNTS_SHOWN + 1 ? accounts.size() : ACCOUNTS_SHOWN;
        // An account that is answered is never folded away from its answer, nor an answer from view.
        List<Account> first = new ArrayList<>();
        List<Account> more = new ArrayList<>();
        for (Account account : accounts) {
            (first.size() < shown || !account.answers().isEmpty() ? first : more).add(account);
        }
        return new Column(
                draft.heading(), draft.name, draft.tally(), first, more, draft.apart, silences.of(incident, draft));
    }

    private List<Account> accounts(AnswerDraft draft) {
        List<Account> accounts = new ArrayList<>();
        for (Claim claim : draft.claims.values()) {
            accounts.add(new Account(lines.line(claim), draft.answers.getOrDefault(claim.id(), List.of())));
        }
        Map<String, List<Incident.Account>> sameWords = new LinkedHashMap<>();
        Stream.concat(draft.ownVoice.values().stream(), draft.undetermined.values().stream())
                .forEach(voice -> sameWords
                        .computeIfAbsent(lines.words(voice), words -> new ArrayList<>())
                        .add(voice));
        sameWords.values().forEach(voices -> accounts.add(new Account(lines.told(voices), List.of())));
        return accounts;
    }

    private @Nullable NoOne noOne(Map<String, AnswerDraft> columns) {
        AnswerDraft draft = columns.get("");
        if (draft == null || draft.accounts() == 0) {
            return null;
        }
        List<Account> accounts = accounts(draft);
        List<String> who = accounts.stream()
                .map(account -> account.line().who())
                .distinct()
                .toList();
        List<ClaimLine> all = new ArrayList<>();
        for (Account account : accounts) {
            all.add(account.line());
            account.answers().forEach(answer -> all.add(answer.line()));
        }
        return new NoOne(Wording.plural(accounts.size(), "account", "accounts") + ": " + Wording.some(who, 4), all);
    }

    private Set<String> disagreeing(Map<String, AnswerDraft> columns, List<ClaimRelation> relations) {
        Set<String> speakers = new TreeSet<>();
        for (ClaimRelation relation : relations) {
            if (RIVAL.contains(relation.kind())) {
                speakers.add(ClaimLines.speakerKey(index.claim(relation.a())));
                speakers.add(ClaimLines.speakerKey(index.claim(relation.b())));
            }
        }
        Map<String, Set<String>> blames = new TreeMap<>();
        columns.values().stream()
                .filter(draft -> draft.kind == AnswerDraft.Kind.DOERS)
                .forEach(draft -> {
                    Set<String> sides = new TreeSet<>();
                    draft.doers.forEach(doer -> sides.add(Silences.side(doer)));
                    draft.claims
                            .values()
                            .forEach(claim -> blames.computeIfAbsent(
                                            ClaimLines.speakerKey(claim), key -> new TreeSet<>())
                                    .addAll(sides));
                    draft.ownVoice
                            .keySet()
                            .forEach(article -> blames.computeIfAbsent(
                                            "outlet:" + Wording.source(index.article(article)), key -> new TreeSet<>())
                                    .addAll(sides));
                });
        blames.forEach((speaker, sides) -> {
            if (blames.values().stream().anyMatch(others -> others.stream().noneMatch(sides::contains))) {
                speakers.add(speaker);
            }
        });
        return speakers;
    }

    private List<Aside> asides(List<ClaimRelation> relations, Set<String> shown) {
        Map<String, Aside> asides = new LinkedHashMap<>();
        relations.stream()
                .filter(relation -> relation.kind() != Kind.RESTATES && relation.kind() != Kind.CORROBORATES)
                // figures that fit are seen on their axis, and who blames another in the columns
                .filter(relation -> relation.kind() != Kind.FIGURE_COMPATIBLE
                        && relation.kind() != Kind.COUNTER_ATTRIBUTES
                        && !shown.contains(lines.pair(relation)))
                .sorted(Comparator.comparing(relation -> relation.kind() == Kind.UNDETERMINED))
                .forEach(relation -> asides.putIfAbsent(relation.kind() + relation.reason(), aside(relation)));
        return List.copyOf(asides.values());
    }

    private Aside aside(ClaimRelation relation) {
        return new Aside(
                Wording.relation(relation.kind()),
                speaker(index.claim(relation.b())),
                speaker(index.claim(relation.a())),
                relation.reason());
    }

    private Link speaker(Claim claim) {
        return new Link(anchors.toClaim(claim), ClaimLines.who(claim.speaker()));
    }

    private List<String> gist(Map<String, AnswerDraft> columns) {
        List<String> gist = new ArrayList<>();
        AnswerColumns.sorted(columns, draft -> draft.rank() == 0 && draft.isGiven())
                .forEach(draft -> gist.add(draft.name + ": " + how(draft)));
        Set<String> deniers = new LinkedHashSet<>();
        for (AnswerDraft draft : columns.values()) {
            Stream.concat(draft.answers.values().stream().flatMap(List::stream), draft.apart.stream())
                    .map(answer -> answer.line().who())
                    .forEach(deniers::add);
        }
        if (!deniers.isEmpty()) {
            gist.add("denials by " + Wording.some(List.copyOf(deniers), 2));
        }
        return gist;
    }

    private String how(AnswerDraft draft) {
        List<String> who = Stream.concat(
                        draft.claims.values().stream().map(claim -> ClaimLines.who(claim.speaker())),
                        draft.ownVoice.keySet().stream().map(article -> Wording.source(index.article(article))))
                .distinct()
                .toList();
        String by = Wording.some(who, 2);
        boolean accused = draft.claims.values().stream().anyMatch(claim -> claim.act() == Act.ACCUSE);
        return switch (draft.kind) {
            case ONE_OF -> "one of these, says " + by;
            case CAUSE -> "the cause given by " + by;
            default -> (accused ? "blamed by " : "named as the doer by ") + by;
        };
    }

    /** Day, place, who tells of it and from how many origins. By which means is for the accounts to say. */
    String meta(Incident incident) {
        List<String> meta = new ArrayList<>();
        meta.add(incident.time() == null ? "date not found" : Wording.interval(incident.time()));
        meta.add(place(incident.place()));
        Set<String> outlets = new LinkedHashSet<>();
        Set<String> articles = new LinkedHashSet<>();
        incident.mentions().forEach(mention -> {
            Article article = index.article(mention.article());
            articles.add(article.id());
            outlets.add(Wording.source(article));
        });
        String told = "told by " + Wording.plural(articles.size(), "article", "articles") + ": "
                + Wording.some(List.copyOf(outlets), 4);
        int roots = origins.roots(articles);
        meta.add(articles.size() > 1 ? told + ", " + Wording.plural(roots, "origin", "origins") : told);
        return String.join(" · ", meta);
    }

    private static String place(@Nullable Place place) {
        if (place == null) {
            return "place not found";
        }
        String name = place.within() == null || place.within().equals(place.name())
                ? place.name()
                : place.name() + ", " + place.within();
        return switch (place.precision()) {
            case EXACT -> name;
            case NEIGHBOURHOOD -> name + " (known to the neighbourhood)";
            case CITY -> name + " (known to the town)";
            case REGION -> name + " (known to the region)";
            case COUNTRY -> name + " (known to the country)";
        };
    }

    /** Actors whom some answer names as doers. */
    List<Actor> blamed(Incident incident) {
        return answers.of(incident).values().stream()
                .filter(AnswerDraft::isGiven)
                .flatMap(draft -> draft.doers.stream())
                .distinct()
                .toList();
    }
}
