package org.rashomon.export.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.Page.Answer;
import org.rashomon.model.Actor;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.ClaimRelation.Kind;
import org.rashomon.model.events.Incident;

/**
 * Puts denials under the accusations that they answer, or apart. The words of a denial stand once on a page, under the first accusation that it
 * answers; under others it is named again.
 */
final class Denials {
    /** That nothing was found is said, and no more: what the words do not decide may still be an answer. */
    private static final String UNTIED = "tied to no accusation";

    private final DossierIndex index;
    private final ClaimLines lines;
    private final Map<String, List<Claim>> about = new HashMap<>();

    Denials(DossierIndex index, ClaimLines lines) {
        this.index = index;
        this.lines = lines;
        index.dossier().analyses().stream()
                .flatMap(analysis -> analysis.claims().stream())
                .filter(claim -> claim.act() == Act.DENY)
                .forEach(claim -> {
                    String incident = index.incidentOf(claim.id());
                    if (incident != null) {
                        about.computeIfAbsent(incident, id -> new ArrayList<>()).add(claim);
                    }
                });
    }

    /**
     * Places all denials of an incident.
     *
     * @param said denials whose words stand on the page already, by utterance; those placed here are added
     * @return the pairs that the columns show now
     */
    Set<String> place(
            Incident incident, Map<String, AnswerDraft> columns, List<ClaimRelation> relations, Set<String> said) {
        Set<String> shown = new HashSet<>();
        for (Claim denial : of(incident, relations)) {
            boolean answers = false;
            // in the order of the page; under accounts that name no one only what answers nothing else
            for (AnswerDraft draft : AnswerColumns.sorted(columns, any -> true)) {
                if (answers && draft.kind == AnswerDraft.Kind.NO_ONE) {
                    continue;
                }
                List<Claim> answered = clears(denial, draft) ? answered(denial, draft, relations, shown) : List.of();
                if (!answered.isEmpty()) {
                    answers = true;
                    Claim last = answered.get(answered.size() - 1);
                    draft.answers
                            .computeIfAbsent(last.id(), id -> new ArrayList<>())
                            .add(answer(denial, bearing(draft, answered), said));
                }
            }
            if (!answers && denial.deniesDeed()) {
                apart(columns, denial, said);
                relations.stream()
                        .filter(relation -> relation.kind() == Kind.UNDETERMINED && concerns(relation, denial))
                        .forEach(relation -> shown.add(lines.pair(relation)));
            }
        }
        return shown;
    }

    private Answer answer(Claim denial, String bearing, Set<String> said) {
        boolean first = said.add(lines.utterances().first(denial.id()));
        return new Answer(lines.line(denial), bearing, !first);
    }

    /** The claims of the column that it answers, in their order. */
    private List<Claim> answered(Claim denial, AnswerDraft draft, List<ClaimRelation> relations, Set<String> shown) {
        Set<Claim> answered = new HashSet<>();
        for (ClaimRelation relation : relations) {
            if (relation.kind() == Kind.DENIES && lines.sameUtterance(relation.b(), denial.id())) {
                Claim claim = draft.claims.get(lines.utterances().first(relation.a()));
                if (claim != null) {
                    shown.add(lines.pair(relation));
                    answered.add(claim);
                }
            }
        }
        return draft.claims.values().stream().filter(answered::contains).toList();
    }

    /** Whether a denial speaks for one whom a column blames, or for a body of the same state; one without targets may. */
    private static boolean clears(Claim denial, AnswerDraft draft) {
        return draft.doers.isEmpty()
                || denial.targets().isEmpty()
                || denial.targets().stream()
                        .anyMatch(target -> draft.doers.stream()
                                .anyMatch(doer -> target.id().equals(doer.id())
                                        || (target.country() != null
                                                && target.country().equals(doer.country()))));
    }

    private List<Claim> of(Incident incident, List<ClaimRelation> relations) {
        Stream<Claim> accounts = incident.accounts().stream()
                .map(Incident.Account::claim)
                .filter(Objects::nonNull)
                .map(index::claim)
                .filter(claim -> claim.act() == Act.DENY);
        Stream<Claim> answers = relations.stream()
                .filter(relation -> relation.kind() == Kind.DENIES)
                .map(relation -> index.claim(relation.b()));
        Stream<Claim> tied = about.getOrDefault(incident.id(), List.of()).stream();
        return lines.once(Stream.of(accounts, tied, answers)
                .flatMap(claims -> claims)
                .distinct()
                .toList());
    }

    private static String bearing(AnswerDraft draft, List<Claim> answered) {
        if (draft.accounts() == 1) {
            return "";
        }
        List<String> names = answered.stream()
                .map(claim -> ClaimLines.who(claim.speaker()))
                .distinct()
                .toList();
        return "answers " + Wording.some(names, 4);
    }

    /** A denial whose accusation was not found: under the one whom it clears. */
    private void apart(Map<String, AnswerDraft> columns, Claim denial, Set<String> said) {
        Actor cleared = Stream.concat(denial.cleared().stream(), denial.targets().stream())
                .findFirst()
                .orElse(null);
        String name = denial.targetLabels().stream().findFirst().orElse("");
        String key = cleared != null ? "and:" + cleared.id() : "words:" + name;
        AnswerDraft draft = columns.computeIfAbsent(
                key,
                id -> cleared == null
                        ? new AnswerDraft(AnswerDraft.Kind.CLEARED, List.of(), name)
                        : AnswerDraft.of(AnswerDraft.Kind.CLEARED, List.of(cleared)));
        String whom = draft.kind == AnswerDraft.Kind.CLEARED && !draft.name.isEmpty() ? "clears " + draft.name : "";
        draft.apart.add(answer(denial, draft.kind == AnswerDraft.Kind.CLEARED ? whom : UNTIED, said));
    }

    private boolean concerns(ClaimRelation relation, Claim claim) {
        return lines.sameUtterance(relation.a(), claim.id()) || lines.sameUtterance(relation.b(), claim.id());
    }
}
