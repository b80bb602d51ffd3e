package org.rashomon.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.page.Page.Account;
import org.rashomon.export.page.Page.Answer;
import org.rashomon.export.page.Page.Aside;
import org.rashomon.export.page.Page.Column;
import org.rashomon.export.page.Page.IncidentCard;
import org.rashomon.export.page.Page.Link;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.Place;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.ClaimRelation.Kind;
import org.rashomon.model.events.Incident;

/**
 * An incident as columns, one for each answer to <em>who did it</em>. Denials stand under the accusations they answer; those
 * that answer none stand apart and say so.
 */
final class IncidentCards {
    /** Stands where a denial does not tell whom it clears. */
    private static final String UNTOLD = "that clear no one by name";

    /** With more columns, accounts that name no one stand below. */
    private static final int MOST_SIDE_BY_SIDE = 3;

    private static final int ACCOUNTS_SHOWN = 4;
    private static final int ASIDES_SHOWN = 6;
    private static final Set<Kind> RIVAL =
            Set.of(Kind.CONTRADICTS, Kind.COUNTER_ATTRIBUTES, Kind.DISPUTES_CAUSE, Kind.FIGURE_CONFLICT, Kind.DENIES);

    private final DossierIndex index;
    private final ClaimLines lines;
    private final FigureGroups figures;
    private final Map<String, List<ClaimRelation>> relationsOf = new TreeMap<>();
    private final Map<String, List<Claim>> denialsOf = new TreeMap<>();

    IncidentCards(DossierIndex index, ClaimLines lines, FigureGroups figures) {
        this.index = index;
        this.lines = lines;
        this.figures = figures;
        for (ClaimRelation relation : index.dossier().comparison().relations()) {
            if (relation.incident() != null) {
                relationsOf
                        .computeIfAbsent(relation.incident(), id -> new ArrayList<>())
                        .add(relation);
            }
        }
        index.dossier().analyses().stream()
                .flatMap(analysis -> analysis.claims().stream())
                .filter(claim -> claim.act() == Act.DENY)
                .forEach(claim -> {
                    String incident = index.incidentOf(claim.id());
                    if (incident != null) {
                        denialsOf
                                .computeIfAbsent(incident, id -> new ArrayList<>())
                                .add(claim);
                    }
                });
    }

    /** A column while it fills. */
    private static final class Draft {
        final @Nullable Actor doer;
        final String name;
        final Map<String, Claim> claims = new LinkedHashMap<>();
        /** What outlets tell in their own voice, by article. */
        final Map<String, Incident.Account> ownVoice = new LinkedHashMap<>();
        /** What stands outside all claims, in sentences that credit somebody, by article: it is nobody's word for sure. */
        final Map<String, Incident.Account> undetermined = new LinkedHashMap<>();

        final Map<String, List<Answer>> answers = new LinkedHashMap<>();
        final List<Answer> apart = new ArrayList<>();
        int answered;

        Draft(@Nullable Actor doer, String name) {
            this.doer = doer;
            this.name = name;
        }

        /** Whether anybody who is determined names this doer. */
        boolean isBlamed() {
            return !claims.isEmpty() || !ownVoice.isEmpty();
        }

        int accounts() {
            return claims.size() + ownVoice.size() + undetermined.size();
        }
    }

    IncidentCard card(Incident incident) {
        Map<String, Draft> columns = columns(incident);
        List<ClaimRelation> relations = relationsOf.getOrDefault(incident.id(), List.of());
        Set<String> shown = answer(incident, columns, relations);
        Set<String> disagreeing = disagreeing(columns, relations);
        List<Aside> asides = asides(relations, shown);
        List<Column> drawn = columns.values().stream()
                .sorted(Comparator.comparingInt(IncidentCards::rank)
                        .thenComparing(draft -> -draft.accounts())
                        .thenComparing(draft -> draft.name))
                .map(draft -> column(incident, draft, columns.size() > MOST_SIDE_BY_SIDE))
                .toList();
        return new IncidentCard(
                Anchors.safe(incident.id()),
                incident.label(),
                meta(incident),
                gist(columns),
                disagreeing.size(),
                drawn,
                figures.groups(incident.figures().stream().map(index::figure).toList()),
                asides.subList(0, Math.min(ASIDES_SHOWN, asides.size())),
                Math.max(0, asides.size() - ASIDES_SHOWN));
    }

    /** The blamed first, then those who deny what nobody says, then accounts that name no one. */
    private static int rank(Draft draft) {
        if (draft.doer != null || !draft.name.isEmpty()) {
            return draft.accounts() > 0 ? 0 : 1;
        }
        return 2;
    }

    private Map<String, Draft> columns(Incident incident) {
        Map<String, Draft> columns = new LinkedHashMap<>();
        for (Incident.Account account : incident.accounts()) {
            Claim claim = account.claim() == null ? null : index.claim(account.claim());
            if (claim != null && claim.act() == Act.DENY) {
                continue; // what a denial names is what it denies
            }
            Actor doer = account.perpetrator();
            Draft draft = columns.computeIfAbsent(
                    doer == null ? "" : doer.id(), key -> new Draft(doer, doer == null ? "" : doer.name()));
            if (claim == null) {
                boolean own = lines.ownVoice().isProved(account.article(), account.span());
                (own ? draft.ownVoice : draft.undetermined).putIfAbsent(account.article(), account);
            } else {
                draft.claims.putIfAbsent(lines.utterances().first(claim.id()), claim);
            }
        }
        return columns;
    }

    /** Puts every denial under what it answers, or apart. Returns the pairs that the columns now show. */
    private Set<String> answer(Incident incident, Map<String, Draft> columns, List<ClaimRelation> relations) {
        Set<String> shown = new HashSet<>();
        for (Claim denial : denials(incident, relations)) {
            boolean answers = false;
            for (Draft draft : columns.values()) {
                List<Claim> answered = new ArrayList<>();
                if (!clears(denial, draft.doer)) {
                    continue;
                }
                for (ClaimRelation relation : relations) {
                    if (relation.kind() == Kind.DENIES && lines.sameUtterance(relation.b(), denial.id())) {
                        Claim said = draft.claims.get(lines.utterances().first(relation.a()));
                        if (said != null) {
                            shown.add(pair(relation));
                            if (!answered.contains(said)) {
                                answered.add(said);
                            }
                        }
                    }
                }
                if (!answered.isEmpty()) {
                    answers = true;
                    draft.answered++;
                    Claim last = draft.claims.values().stream()
                            .filter(answered::contains)
                            .reduce((first, second) -> second)
                            .orElseThrow();
                    draft.answers
                            .computeIfAbsent(last.id(), id -> new ArrayList<>())
                            .add(new Answer(lines.line(denial), bearing(draft, answered)));
                }
            }
            if (!answers) {
                apart(columns, denial, relations);
                relations.stream()
                        .filter(relation -> relation.kind() == Kind.UNDETERMINED && concerns(relation, denial))
                        .forEach(relation -> shown.add(pair(relation)));
            }
        }
        return shown;
    }

    /** Whether a denial speaks for the one whom a column blames, or for a body of the same state; one without targets may. */
    private static boolean clears(Claim denial, @Nullable Actor blamed) {
        return blamed == null
                || denial.targets().isEmpty()
                || denial.targets().stream()
                        .anyMatch(target -> target.id().equals(blamed.id())
                                || (target.country() != null && target.country().equals(blamed.country())));
    }

    private List<Claim> denials(Incident incident, List<ClaimRelation> relations) {
        Stream<Claim> accounts = incident.accounts().stream()
                .flatMap(account -> Stream.ofNullable(account.claim()))
                .map(index::claim)
                .filter(claim -> claim.act() == Act.DENY);
        Stream<Claim> answers = relations.stream()
                .filter(relation -> relation.kind() == Kind.DENIES)
                .map(relation -> index.claim(relation.b()));
        Stream<Claim> about = denialsOf.getOrDefault(incident.id(), List.of()).stream();
        return lines.once(Stream.of(accounts, about, answers)
                .flatMap(claims -> claims)
                .distinct()
                .toList());
    }

    private String bearing(Draft draft, List<Claim> answered) {
        if (draft.accounts() == 1) {
            return "";
        }
        List<String> names = answered.stream()
                .map(claim -> ClaimLines.who(claim.speaker()))
                .distinct()
                .toList();
        return "answers " + Wording.some(names, 4);
    }

    /** A denial that answers nothing said here: in the column of the one it clears, with why it is no answer. */
    private void apart(Map<String, Draft> columns, Claim denial, List<ClaimRelation> relations) {
        Actor cleared = Stream.concat(denial.cleared().stream(), denial.targets().stream())
                .findFirst()
                .orElse(null);
        String name = cleared != null
                ? cleared.name()
                : denial.targetLabels().stream().findFirst().orElse("");
        String key = cleared != null ? cleared.id() : name.isEmpty() ? "denied" : "words:" + name;
        Draft draft = columns.computeIfAbsent(key, id -> new Draft(cleared, name.isEmpty() ? UNTOLD : name));
        String why = relations.stream()
                .filter(relation -> relation.kind() == Kind.UNDETERMINED && concerns(relation, denial))
                .map(ClaimRelation::reason)
                .findFirst()
                .orElse("");
        String bearing = "answers no accusation in the articles read";
        draft.apart.add(new Answer(lines.line(denial), why.isEmpty() ? bearing : bearing + ": " + why));
    }

    private boolean concerns(ClaimRelation relation, Claim claim) {
        return lines.sameUtterance(relation.a(), claim.id()) || lines.sameUtterance(relation.b(), claim.id());
    }

    private Column column(Incident incident, Draft draft, boolean crowded) {
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
        int shown = accounts.size() <= ACCOUNTS_SHOWN + 1 ? accounts.size() : ACCOUNTS_SHOWN;
        // An account that is answered is never folded away from its answer, nor an answer from view.
        List<Account> first = new ArrayList<>();
        List<Account> more = new ArrayList<>();
        for (Account account : accounts) {
            (first.size() < shown || !account.answers().isEmpty() ? first : more).add(account);
        }
        boolean wide = crowded && rank(draft) == 2;
        return new Column(heading(draft), doer(draft), wide, first, more, draft.apart, silence(incident, draft));
    }

    private static String heading(Draft draft) {
        if (rank(draft) == 2) {
            return "Names";
        }
        if (draft.accounts() == 0) {
            return draft.name.equals(UNTOLD) ? "Denials" : "Not blamed in words";
        }
        if (!draft.isBlamed()) {
            return "Named beside the deed";
        }
        boolean accused = draft.claims.values().stream().anyMatch(claim -> claim.act() == Act.ACCUSE);
        boolean admitted = !draft.claims.isEmpty()
                && draft.ownVoice.isEmpty()
                && draft.claims.values().stream().allMatch(claim -> claim.act() == Act.ADMIT);
        return accused ? "Blamed" : admitted ? "Says it did it" : "Named as the doer";
    }

    private static String doer(Draft draft) {
        if (rank(draft) == 2) {
            return "no one";
        }
        return draft.doer == null ? draft.name : doer(draft.doer);
    }

    private static String doer(Actor actor) {
        return actor.type() == ActorType.GOVERNMENT ? actor.name() + " (government)" : actor.name();
    }

    /** Says that the blamed is not heard, only where no denial of its side stands anywhere in the articles about the incident. */
    private String silence(Incident incident, Draft draft) {
        if (rank(draft) != 0
                || !draft.isBlamed()
                || draft.answered > 0
                || !draft.apart.isEmpty()
                || isDescribed(draft)) {
            return "";
        }
        boolean heard = incident.mentions().stream()
                .map(mention -> mention.article())
                .distinct()
                .flatMap(article -> index.analysis(article).claims().stream())
                .anyMatch(claim -> claim.act() == Act.DENY && speaksFor(claim, draft.doer));
        if (heard) {
            return "";
        }
        boolean own = draft.doer != null
                && draft.claims.values().stream()
                        .anyMatch(claim -> draft.doer.equals(claim.speaker().actor()));
        return own ? "" : "No answer by " + draft.name + " in the articles read.";
    }

    /** Whether the blamed is a group without a name (<em>rebels</em>), whose answer nobody could tell. */
    private static boolean isDescribed(Draft draft) {
        return !draft.name.isEmpty() && Character.isLowerCase(draft.name.charAt(0));
    }

    private static boolean speaksFor(Claim claim, @Nullable Actor doer) {
        if (doer == null) {
            return false;
        }
        Actor speaker = claim.speaker().actor();
        if (speaker != null && side(speaker).equals(side(doer))) {
            return true;
        }
        String words = claim.speaker().affiliation() == null
                ? claim.speaker().label()
                : claim.speaker().affiliation();
        return Stream.concat(Stream.of(doer.name()), doer.aliases().stream()).anyMatch(words::contains);
    }

    /** Speakers and outlets who say what another's words exclude. */
    private Set<String> disagreeing(Map<String, Draft> columns, List<ClaimRelation> relations) {
        Set<String> speakers = new TreeSet<>();
        for (ClaimRelation relation : relations) {
            if (RIVAL.contains(relation.kind())) {
                speakers.add(ClaimLines.speakerKey(index.claim(relation.a())));
                speakers.add(ClaimLines.speakerKey(index.claim(relation.b())));
            }
        }
        Map<String, Set<String>> blames = new TreeMap<>();
        columns.values().stream().filter(draft -> draft.doer != null).forEach(draft -> {
            String side = side(draft.doer);
            draft.claims
                    .values()
                    .forEach(claim -> blames.computeIfAbsent(ClaimLines.speakerKey(claim), key -> new TreeSet<>())
                            .add(side));
            draft.ownVoice
                    .keySet()
                    .forEach(article -> blames.computeIfAbsent(
                                    "outlet:" + Wording.source(index.article(article)), key -> new TreeSet<>())
                            .add(side));
        });
        blames.forEach((speaker, sides) -> {
            if (blames.values().stream().anyMatch(others -> others.stream().noneMatch(sides::contains))) {
                speakers.add(speaker);
            }
        });
        return speakers;
    }

    /** A state's bodies and officials are one side of the question who did it; armed groups are each their own. */
    private static String side(@Nullable Actor actor) {
        if (actor == null) {
            return "";
        }
        return actor.country() == null || actor.type() == ActorType.ARMED_GROUP ? actor.id() : actor.country();
    }

    private List<Aside> asides(List<ClaimRelation> relations, Set<String> shown) {
        Map<String, Aside> asides = new LinkedHashMap<>();
        relations.stream()
                .filter(relation -> relation.kind() != Kind.RESTATES && relation.kind() != Kind.CORROBORATES)
                .filter(relation -> relation.kind() != Kind.COUNTER_ATTRIBUTES && !shown.contains(pair(relation)))
                .sorted(Comparator.comparing(
                        relation -> relation.kind() == Kind.UNDETERMINED || relation.kind() == Kind.FIGURE_COMPATIBLE))
                .forEach(relation -> asides.putIfAbsent(pair(relation), aside(relation)));
        return List.copyOf(asides.values());
    }

    /** One key for all reports of the same two utterances. */
    private String pair(ClaimRelation relation) {
        return relation.kind() + " " + lines.utterances().first(relation.a()) + " "
                + lines.utterances().first(relation.b());
    }

    private Aside aside(ClaimRelation relation) {
        return new Aside(
                Wording.relation(relation.kind()),
                speaker(index.claim(relation.b())),
                speaker(index.claim(relation.a())),
                relation.reason());
    }

    private static Link speaker(Claim claim) {
        return new Link(Anchors.toClaim(claim), ClaimLines.who(claim.speaker()));
    }

    /** Who blames whom, in a line for each doer. */
    private List<String> gist(Map<String, Draft> columns) {
        List<String> gist = new ArrayList<>();
        columns.values().stream()
                .filter(draft -> rank(draft) == 0 && draft.isBlamed())
                .sorted(Comparator.comparing((Draft draft) -> -draft.accounts()).thenComparing(draft -> draft.name))
                .forEach(draft -> {
                    List<String> who = Stream.concat(
                                    draft.claims.values().stream().map(claim -> ClaimLines.who(claim.speaker())),
                                    draft.ownVoice.keySet().stream()
                                            .map(article -> Wording.source(index.article(article))))
                            .distinct()
                            .toList();
                    boolean accused = draft.claims.values().stream().anyMatch(claim -> claim.act() == Act.ACCUSE);
                    gist.add(
                            draft.name + (accused ? ", blamed by " : ", named as the doer by ") + Wording.some(who, 2));
                });
        Set<String> deniers = new LinkedHashSet<>();
        for (Draft draft : columns.values()) {
            Stream.concat(draft.answers.values().stream().flatMap(List::stream), draft.apart.stream())
                    .map(answer -> answer.line().who())
                    .forEach(deniers::add);
        }
        if (!deniers.isEmpty()) {
            List<String> names = List.copyOf(deniers);
            gist.add("denials by " + Wording.some(names, 2));
        }
        return gist;
    }

    private String meta(Incident incident) {
        List<String> meta = new ArrayList<>();
        meta.add(incident.time() == null ? "date not stated" : Wording.interval(incident.time()));
        meta.add(place(incident.place()));
        Set<String> outlets = new LinkedHashSet<>();
        Set<String> articles = new LinkedHashSet<>();
        incident.mentions().forEach(mention -> {
            Article article = index.article(mention.article());
            articles.add(article.id());
            outlets.add(Wording.source(article));
        });
        meta.add("in " + Wording.plural(articles.size(), "article", "articles") + ": "
                + Wording.some(List.copyOf(outlets), 4));
        if (incident.weapon() != null) {
            meta.add("means as told: " + incident.weapon());
        }
        return String.join(" · ", meta);
    }

    private static String place(@Nullable Place place) {
        if (place == null) {
            return "place not stated";
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
}
