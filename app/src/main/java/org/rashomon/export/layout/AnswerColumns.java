package org.rashomon.export.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.model.Actor;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Stance;
import org.rashomon.model.events.Incident;

/**
 * Sorts the accounts of an incident by the answer that they give to <em>who did it</em>. <em>Syrian or Russian jets</em> is one answer, which is
 * said not to decide; several doers together are one answer, too.
 */
final class AnswerColumns {
    /** From which a stance is shown. */
    private static final double SURE = 0.7;

    private final DossierIndex index;
    private final ClaimLines lines;

    AnswerColumns(DossierIndex index, ClaimLines lines) {
        this.index = index;
        this.lines = lines;
    }

    /** Answers by a key of their own, in the order of the accounts. */
    Map<String, AnswerDraft> of(Incident incident) {
        Map<String, AnswerDraft> columns = new LinkedHashMap<>();
        Map<String, List<Incident.Account>> byClaim = new LinkedHashMap<>();
        for (Incident.Account account : incident.accounts()) {
            if (account.claim() == null) {
                toldOutsideClaims(account, columns);
            } else {
                byClaim.computeIfAbsent(account.claim(), id -> new ArrayList<>())
                        .add(account);
            }
        }
        byClaim.forEach((id, accounts) -> {
            Claim claim = index.claim(id);
            if (claim.act() != Act.DENY) { // what a denial names is what it denies
                column(claim, accounts, columns)
                        .claims
                        .putIfAbsent(lines.utterances().first(id), claim);
            }
        });
        return columns;
    }

    private void toldOutsideClaims(Incident.Account account, Map<String, AnswerDraft> columns) {
        Actor doer = account.perpetrator();
        AnswerDraft draft = column(doer == null ? List.of() : List.of(doer), account.cause(), columns);
        boolean own = lines.ownVoice().isProved(account.article(), account.span());
        (own ? draft.ownVoice : draft.undetermined).putIfAbsent(account.article(), account);
    }

    private static AnswerDraft column(Claim claim, List<Incident.Account> accounts, Map<String, AnswerDraft> columns) {
        List<Actor> either = claim.stances().stream()
                .filter(stance -> stance.kind() == Stance.Kind.BLAMES
                        && stance.mode() == Stance.Mode.EITHER
                        && stance.confidence() >= SURE)
                .flatMap(stance -> stance.actors().stream())
                .distinct()
                .sorted(Comparator.comparing(Actor::name))
                .toList();
        if (either.size() > 1) {
            return columns.computeIfAbsent(key("or", either), key -> AnswerDraft.of(AnswerDraft.Kind.ONE_OF, either));
        }
        List<Actor> doers = accounts.stream()
                .map(Incident.Account::perpetrator)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(Actor::name))
                .toList();
        String cause = accounts.stream()
                .map(Incident.Account::cause)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        return column(doers, cause, columns);
    }

    private static AnswerDraft column(List<Actor> doers, @Nullable String cause, Map<String, AnswerDraft> columns) {
        if (!doers.isEmpty()) {
            return columns.computeIfAbsent(key("and", doers), key -> AnswerDraft.of(AnswerDraft.Kind.DOERS, doers));
        }
        if (cause != null) {
            return columns.computeIfAbsent(
                    "cause:" + cause.toLowerCase(java.util.Locale.ROOT),
                    key -> new AnswerDraft(AnswerDraft.Kind.CAUSE, List.of(), "“" + cause + "”"));
        }
        return columns.computeIfAbsent("", key -> new AnswerDraft(AnswerDraft.Kind.NO_ONE, List.of(), "no one"));
    }

    private static String key(String how, List<Actor> doers) {
        return how + ":" + doers.stream().map(Actor::id).collect(Collectors.joining("+"));
    }

    /** The answers of some kind, those of most accounts first. */
    static List<AnswerDraft> sorted(Map<String, AnswerDraft> columns, Predicate<AnswerDraft> which) {
        return columns.values().stream()
                .filter(which)
                .sorted(Comparator.comparingInt(AnswerDraft::rank)
                        .thenComparing(draft -> -draft.accounts())
                        .thenComparing(draft -> draft.name))
                .toList();
    }
}
