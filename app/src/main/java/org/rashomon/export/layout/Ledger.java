package org.rashomon.export.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.Page.AgreementCard;
import org.rashomon.export.page.Page.Answer;
import org.rashomon.export.page.Page.Broken;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Page.Owed;
import org.rashomon.export.page.Page.Participant;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.Obligation;
import org.rashomon.model.events.Participation;

/** Agreements: who owes what, who says that it was broken, who answers, who says what of its being in force. */
final class Ledger {
    private final DossierIndex index;
    private final Anchors anchors;
    private final ClaimLines lines;

    Ledger(DossierIndex index, Anchors anchors, ClaimLines lines) {
        this.index = index;
        this.anchors = anchors;
        this.lines = lines;
    }

    AgreementCard card(Agreement agreement) {
        Set<String> answering = new LinkedHashSet<>();
        List<Broken> violations = broken(
                agreement.violationClaims(),
                Agreement.ViolationClaim::claim,
                said -> said.alleged() == null ? "says it was broken" : "broken by " + said.alleged(),
                answering);
        List<Broken> statuses =
                broken(agreement.statusClaims(), Agreement.StatusClaim::claim, Ledger::status, new LinkedHashSet<>());
        List<Broken> responses = broken(
                agreement.responses().stream()
                        .filter(reply -> !answering.contains(lines.utterances().first(reply.claim())))
                        .toList(),
                Agreement.Reply::claim,
                reply -> words(reply.kind()).replace(' ', '-'),
                new LinkedHashSet<>());
        return new AgreementCard(
                Anchors.safe(agreement.id()),
                anchors.toAgreement(agreement),
                title(agreement),
                meta(agreement),
                participants(agreement),
                owed(agreement.obligations()),
                violations,
                statuses,
                responses);
    }

    static String title(Agreement agreement) {
        String name = agreement.names().isEmpty()
                ? words(agreement.kind())
                : agreement.names().get(0);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static String meta(Agreement agreement) {
        List<String> meta = new ArrayList<>();
        if (agreement.names().size() > 1) {
            meta.add("also “"
                    + String.join(
                            "”, “",
                            agreement
                                    .names()
                                    .subList(1, Math.min(5, agreement.names().size()))) + "”");
        }
        meta.add(agreement.date() == null ? "date not found" : "made " + Wording.interval(agreement.date()));
        meta.add(agreement.form() == AgreementMention.Form.UNCLEAR ? "form not found" : words(agreement.form()));
        meta.add(
                agreement.inForceFrom() == null
                        ? "in force from: not found"
                        : "in force from " + Wording.interval(agreement.inForceFrom()));
        return String.join(" · ", meta);
    }

    private List<Participant> participants(Agreement agreement) {
        Map<Participation.Role, Map<String, Link>> roles = new TreeMap<>();
        for (Participation part : agreement.participations()) {
            roles.computeIfAbsent(part.role(), role -> new LinkedHashMap<>())
                    .computeIfAbsent(part.actor(), actor -> anchors.to(part.article(), part.span(), actor));
        }
        List<Participant> participants = new ArrayList<>();
        roles.forEach((role, actors) -> participants.add(new Participant(
                role == Participation.Role.EXCLUDED ? "left out, the text says" : words(role),
                List.copyOf(actors.values()))));
        return participants;
    }

    /** The same deed of the same bearer once, with every article that states it. */
    private List<Owed> owed(List<Obligation> obligations) {
        Map<String, List<Obligation>> same = new LinkedHashMap<>();
        for (Obligation owed : obligations) {
            String key = owed.bearer().toLowerCase(Locale.ROOT)
                    + owed.deontic()
                    + act(owed).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            same.computeIfAbsent(key, deed -> new ArrayList<>()).add(owed);
        }
        return same.values().stream().map(this::owedOnce).toList();
    }

    private Owed owedOnce(List<Obligation> same) {
        Obligation owed = same.get(0);
        List<Link> also = same.stream()
                .skip(1)
                .map(other -> anchors.to(other.article(), other.span(), Wording.source(index.article(other.article()))))
                .toList();
        List<String> details = new ArrayList<>();
        if (owed.area() != null) {
            details.add("where: " + owed.area());
        }
        if (owed.until() != null) {
            details.add("until " + owed.until());
        }
        String outlet = Wording.source(index.article(owed.article()));
        String source = owed.claim() == null
                ? outlet + (lines.ownVoice().isProved(owed.article(), owed.span()) ? ", in its own voice" : "")
                : ClaimLines.who(index.claim(owed.claim()).speaker()) + ", " + outlet;
        return new Owed(
                owed.bearer(),
                owed.deontic().name().replace('_', ' '),
                new Link(anchors.to(owed.article(), owed.span()), Wording.cut(act(owed), 240)),
                String.join(" · ", details),
                source,
                also);
    }

    private static String act(Obligation owed) {
        String object = owed.object();
        return object == null || owed.act().contains(object) ? owed.act() : owed.act() + " " + object;
    }

    private static String status(Agreement.StatusClaim said) {
        String status = words(said.status());
        return said.asOf() == null ? status : status + ", " + Wording.interval(said.asOf());
    }

    /** Each utterance once, under each verb once, with the denials and other answers to it. */
    private <T> List<Broken> broken(
            List<T> said, Function<T, String> claimOf, Function<T, String> verb, Set<String> answering) {
        Map<String, Broken> broken = new LinkedHashMap<>();
        for (T item : said) {
            Claim claim = index.claim(claimOf.apply(item));
            String key = lines.utterances().first(claim.id()) + verb.apply(item);
            broken.computeIfAbsent(
                    key, id -> new Broken(verb.apply(item), lines.line(claim), answers(claim, answering)));
        }
        return List.copyOf(broken.values());
    }

    private List<Answer> answers(Claim claim, Set<String> answering) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Claim said : lines.utterances().of(claim.id())) {
            for (ClaimRelation relation : index.relationsOf(said.id())) {
                if (relation.kind() == ClaimRelation.Kind.DENIES && relation.a().equals(said.id())) {
                    Claim denial = index.claim(relation.b());
                    String first = lines.utterances().first(denial.id());
                    answering.add(first);
                    answers.computeIfAbsent(first, id -> new Answer(lines.line(denial), "", false));
                }
            }
        }
        return List.copyOf(answers.values());
    }

    private static String words(Enum<?> label) {
        return label.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
