package org.rashomon.annotate.agreements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.agreements.AgreementFinder.Named;
import org.rashomon.annotate.incidents.EventTargets;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.incidents.TriggerLexicon;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.AgreementMention.Form;
import org.rashomon.model.events.AgreementMention.Kind;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.Obligation;
import org.rashomon.model.events.Participation;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/**
 * Finds where an article speaks of an agreement, with the parties, dates and obligations that its words tell (PA-X), and what
 * its claims say about the keeping of agreements. What only the outlet says of that is no claim and is left out.
 */
public final class AgreementTagger {
    /** How many sentences after an agreement's name may still tell what it obliges to. */
    private static final int REACH = 2;

    private static final Set<String> MAKING =
            WordLists.of("en/agreement-words.tsv").list("making");

    private final EventTargets subjects = new EventTargets(TriggerLexicon.load());
    private final Obligations obligations;
    private final Participations participations;

    public AgreementTagger() {
        this.obligations = new Obligations(subjects);
        this.participations = new Participations(subjects);
    }

    /** The agreement mentions of the article in order of text. */
    public List<AgreementMention> tag(
            Article article,
            List<TaggedSentence> sentences,
            List<Mention> mentions,
            List<TimeExpression> times,
            List<Claim> claims) {
        List<Draft> drafts = new ArrayList<>();
        int told = Integer.MIN_VALUE / 2;
        int chainFrom = Integer.MIN_VALUE / 2;
        String bearer = null;
        for (Scene scene : Scene.of(article, sentences, mentions, times, claims)) {
            List<Draft> here = AgreementFinder.find(scene).stream()
                    .map(named -> draft(scene, named))
                    .toList();
            drafts.addAll(here);
            if (!here.isEmpty()) {
                told = scene.index();
            }
            boolean sameBlock = scene.index() > 0
                    && sentences.get(scene.index() - 1).sentence().block()
                            == scene.sentence().block();
            boolean chain = chainFrom == scene.index() - 1 && sameBlock
                    || chainFrom == scene.index() - 1
                            && scene.sentence().block()
                                            - sentences
                                                    .get(chainFrom)
                                                    .sentence()
                                                    .block()
                                    == 1;
            if (drafts.isEmpty() || scene.index() - told > REACH && !chain) {
                continue;
            }
            List<Obligation> found = obligations.find(
                    scene,
                    here.stream().map(Draft::named).toList(),
                    here.isEmpty() || scene.index() > told,
                    chain,
                    chain ? bearer : null);
            if (!found.isEmpty()) {
                chainFrom = scene.index();
                bearer = found.get(found.size() - 1).bearer();
                for (Obligation obligation : found) {
                    nearest(here.isEmpty() ? drafts.subList(drafts.size() - 1, drafts.size()) : here, obligation)
                            .obligations()
                            .add(obligation);
                }
            }
        }
        return drafts.stream().map(draft -> draft.mention(article.id())).toList();
    }

    /** What the article's claims say about keeping agreements, in order of the claims. */
    public List<AgreementStatement> statements(
            Article article,
            List<TaggedSentence> sentences,
            List<Mention> mentions,
            List<Claim> claims,
            List<AgreementMention> agreements) {
        if (agreements.isEmpty() || claims.isEmpty()) {
            return List.of();
        }
        return new AgreementStatements(article, sentences, mentions, agreements, subjects).of(claims);
    }

    private record Draft(
            Scene scene,
            Named named,
            Form form,
            @Nullable TimeInterval date,
            @Nullable TimeInterval inForceFrom,
            List<Participation> participations,
            List<Obligation> obligations) {

        AgreementMention mention(String article) {
            TaggedSentence s = scene.words();
            Claim claim = scene.claimAt(s.span(named.from(), named.to()));
            return new AgreementMention(
                    article,
                    s.span(named.from(), named.to()),
                    scene.index(),
                    s.span(named.from(), named.to()).in(s.text()),
                    named.kind(),
                    form,
                    date,
                    inForceFrom,
                    participations,
                    obligations,
                    claim == null ? null : claim.id());
        }
    }

    private Draft draft(Scene scene, Named named) {
        Map<Boolean, TimeInterval> times = times(scene, named);
        return new Draft(
                scene,
                named,
                form(scene.words(), named),
                times.get(false),
                times.get(true),
                participations.of(scene, named),
                new ArrayList<>());
    }

    private static Draft nearest(List<Draft> drafts, Obligation obligation) {
        Draft best = drafts.get(0);
        for (Draft draft : drafts) {
            int start = draft.scene().words().token(draft.named().from()).start();
            int bestStart = best.scene().words().token(best.named().from()).start();
            if (Math.abs(start - obligation.span().start())
                    < Math.abs(bestStart - obligation.span().start())) {
                best = draft;
            }
        }
        return best;
    }

    private static Form form(TaggedSentence s, Named named) {
        for (int i = Math.max(0, named.start() - 15); i < Math.min(s.size(), named.to() + 15); i++) {
            if (s.isAny(i, Set.of("verbal", "oral", "verbally", "orally", "unwritten", "handshake"))) {
                return Form.VERBAL;
            }
            if (s.isAny(
                    i,
                    Set.of(
                            "signed",
                            "signing",
                            "signature",
                            "signatures",
                            "written",
                            "document",
                            "text",
                            "paper",
                            "signs"))) {
                return Form.WRITTEN;
            }
        }
        return named.kind() == Kind.RESOLUTION ? Form.WRITTEN : Form.UNCLEAR;
    }

    /** When it was made (key false) and when it took effect (key true), each from the time expression that stands by the verb. */
    private static Map<Boolean, TimeInterval> times(Scene scene, Named named) {
        TaggedSentence s = scene.words();
        Map<Boolean, TimeInterval> found = new HashMap<>();
        for (TimeExpression time : scene.times()) {
            TimeInterval interval = time.interval();
            if (interval == null
                    || time.type() == TimeExpression.Type.DURATION
                    || time.type() == TimeExpression.Type.SET) {
                continue;
            }
            int from = s.at(time.span().start());
            int to = s.endAt(time.span().end());
            Boolean starts = null;
            if (from >= named.start() - 2 && to <= named.from() + 1
                    || to <= named.from() && from >= named.start() - 1 && !s.is(from - 1, "on")) {
                starts = false;
            } else if (from >= named.to() && from - named.to() <= 1 && s.is(from - 1, "of")) {
                starts = false;
            } else {
                starts = byVerb(s, from, to, named);
            }
            if (starts != null) {
                found.putIfAbsent(starts, interval);
            }
        }
        return found;
    }

    private static @Nullable Boolean byVerb(TaggedSentence s, int from, int to, Named named) {
        for (int i = from - 1; i >= 0 && i >= from - 14; i--) {
            Boolean kind = verbKind(s, i, named);
            if (kind != null) {
                return kind;
            }
            boolean name = named.from() <= i && i < named.to();
            if (!name
                    && (s.isBoundary(i) && !s.isAny(i, Set.of("which", "that"))
                            || s.tag(i) == Pos.VERB && !s.is(i, "demand"))) {
                break;
            }
        }
        int opener = from - 1;
        while (opener >= 0 && s.tag(opener) == Pos.ADP) {
            opener--;
        }
        // "and on 9 September agreed": a time that opens its clause goes with the verb after it
        if (opener >= 0 && !s.is(opener, "and") && !s.is(opener, ",")) {
            return null;
        }
        for (int i = to; i < s.size() && i < to + 10; i++) {
            if (s.isBoundary(i) || s.is(i, "\"")) {
                return null;
            }
            Boolean kind = verbKind(s, i, named);
            if (kind != null) {
                return kind;
            }
            if (s.tag(i) == Pos.VERB) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable Boolean verbKind(TaggedSentence s, int i, Named named) {
        int distance = i < named.start() ? named.start() - i : i - named.to();
        if (distance > 16) {
            return null;
        }
        boolean effect = (s.is(i, "effect") || s.is(i, "force"))
                && s.isAny(i - 1, Set.of("into", "in", "takes", "took", "take", "taking"));
        boolean begin =
                s.isAny(i, Set.of("began", "begins", "started", "starts", "starting", "beginning")) && i > named.from();
        if (effect || begin) {
            return true;
        }
        return s.isAny(i, MAKING) && s.tag(i) == Pos.VERB && !s.is(i, "agree") && isMade(s, i, named) ? false : null;
    }

    /** Whether the agreement is what the verb makes: its object, or what the verb stands behind. */
    private static boolean isMade(TaggedSentence s, int verb, Named named) {
        if (verb >= named.to()) {
            return true;
        }
        if (s.isAny(named.from() - 1, Set.of("of", "under", "to", "in", "with", "from", "after", "since"))) {
            return false;
        }
        for (int k = verb + 1; k < named.start(); k++) {
            boolean other = s.tag(k) == Pos.VERB && !s.is(k, "demand") || s.isBoundary(k) || s.is(k, "that");
            if (other) {
                return false;
            }
        }
        return true;
    }
}
