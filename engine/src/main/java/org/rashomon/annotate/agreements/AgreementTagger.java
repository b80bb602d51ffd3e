package org.rashomon.annotate.agreements;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.agreements.AgreementFinder.Named;
import org.rashomon.annotate.incidents.EventTargets;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.incidents.TriggerLexicon;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
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

    private static final int LONG_AGO = Integer.MIN_VALUE / 2;
    private static final PhrasePattern UNDERTAKING = PhrasePattern.of("en/agreement-patterns.tsv", "undertaking verb");
    private static final PhrasePattern COMMITTED = PhrasePattern.of("en/agreement-patterns.tsv", "committed to doing");
    private static final PhrasePattern COMMITMENT = PhrasePattern.of("en/agreement-patterns.tsv", "commitment");
    private static final PhrasePattern FORCE = PhrasePattern.of("en/agreement-patterns.tsv", "force");
    private static final PhrasePattern MADE = PhrasePattern.of("en/agreement-patterns.tsv", "made verb");
    private static final PhrasePattern ANOTHER_VERB = PhrasePattern.of("en/agreement-patterns.tsv", "another verb");
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> BEGINNING = WORDS.list("beginning");
    private static final Set<String> SUBORDINATE = WORDS.list("subordinate");
    private static final Set<String> OPENING = WORDS.list("opening");
    private static final Set<String> VERBAL = WORDS.list("verbal");
    private static final Set<String> WRITTEN = WORDS.list("written");

    private final EventTargets subjects = new EventTargets(TriggerLexicon.load());
    private final Duties duties;
    private final Participations participations;

    public AgreementTagger() {
        this.duties = new Duties(subjects);
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
        int told = LONG_AGO;
        int owed = LONG_AGO;
        boolean planned = false;
        List<String> bearers = List.of();
        List<Scene> scenes = Scene.of(article, sentences, mentions, times, claims);
        for (Scene scene : scenes) {
            planned |= AgreementFinder.agreesOnPlan(scene.words());
            List<Named> here = AgreementFinder.find(scene, planned);
            here.forEach(named -> drafts.add(draft(scene, named)));
            told = here.isEmpty() ? told : scene.index();
            boolean goesOn = owed == scene.index() - 1
                    && scene.sentence().block() - sentences.get(owed).sentence().block() <= 1;
            DutyFrame frame =
                    DutyFrame.of(scene.words(), here, goesOn, scene.index() - told <= 1, isCommitment(scenes, scene));
            boolean near = goesOn || scene.index() - told <= REACH;
            List<Obligation> all = duties.find(scene, here, frame, goesOn ? bearers : List.of());
            List<Obligation> found = near
                    ? all
                    : all.stream()
                            .filter(duty -> isUndertaken(scenes, scene, duty, all))
                            .toList();
            if (!near && !found.isEmpty()) {
                Draft draft = draft(scene, undertaken(scene.words(), found.get(0)));
                draft.participations().addAll(parties(scene, found));
                drafts.add(draft);
                told = scene.index();
            }
            if (!found.isEmpty()) {
                owed = scene.index();
                bearers = found.stream()
                        .filter(duty -> duty.span().equals(found.get(0).span()))
                        .map(Obligation::bearer)
                        .toList();
                drafts.get(drafts.size() - Math.max(1, here.size()))
                        .obligations()
                        .addAll(found);
            }
        }
        return drafts.stream().map(draft -> draft.mention(article.id())).toList();
    }

    /** "Torvia and Meridon agreed to", "has committed to … This commitment": an agreement that has no other name. */
    private static boolean isUndertaken(List<Scene> scenes, Scene scene, Obligation duty, List<Obligation> all) {
        boolean ofTwo =
                all.stream().filter(other -> other.span().equals(duty.span())).count() > 1;
        return (ofTwo && undertaking(scene.words(), all.get(0)) >= 0) || isCommitment(scenes, scene);
    }

    private static boolean isCommitment(List<Scene> scenes, Scene scene) {
        return COMMITTED.in(scene.words())
                && scenes.subList(scene.index(), Math.min(scenes.size(), scene.index() + 2)).stream()
                        .anyMatch(next -> COMMITMENT.in(next.words()));
    }

    /** The verb in a duty's words by which somebody undertakes it; or -1. */
    private static int undertaking(TaggedSentence s, Obligation duty) {
        int to = s.endAt(duty.span().end());
        int at = s.first(s.at(duty.span().start()), to, i -> UNDERTAKING.standsAt(s, i) || COMMITTED.standsAt(s, i));
        return at < to ? at : -1;
    }

    /** Those of the bearers whom the duties' words name. */
    private static List<Participation> parties(Scene scene, List<Obligation> found) {
        List<String> bearers = found.stream().map(Obligation::bearer).toList();
        return scene.mentions().stream()
                .filter(mention -> found.get(0).span().contains(mention.span()))
                .filter(mention -> bearers.contains(AgreementFinder.label(scene, mention)))
                .map(mention -> new Participation(
                        AgreementFinder.label(scene, mention),
                        Participation.Role.PARTY,
                        scene.article().id(),
                        mention.span()))
                .toList();
    }

    /** The words from the verb on, as the agreement's name. */
    private static Named undertaken(TaggedSentence s, Obligation duty) {
        int from = Math.max(s.at(duty.span().start()), undertaking(s, duty));
        return new Named(from, from, s.endAt(duty.span().end()), Kind.DEAL, true);
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

    /** What a day told beside an agreement is the day of. */
    private enum Point {
        MADE,
        IN_FORCE
    }

    private record Draft(
            Scene scene,
            Named named,
            Form form,
            Map<Point, TimeInterval> times,
            List<Participation> participations,
            List<Obligation> obligations) {

        AgreementMention mention(String article) {
            TaggedSentence s = scene.words();
            Span span = s.span(named.from(), named.to());
            Claim claim = scene.claimAt(span);
            return new AgreementMention(
                    article,
                    span,
                    scene.index(),
                    span.in(s.text()),
                    named.kind(),
                    form,
                    times.get(Point.MADE),
                    times.get(Point.IN_FORCE),
                    participations,
                    obligations,
                    claim == null ? null : claim.id());
        }
    }

    private Draft draft(Scene scene, Named named) {
        return new Draft(
                scene,
                named,
                form(scene.words(), named),
                times(scene, named),
                participations.of(scene, named),
                new ArrayList<>());
    }

    private static Form form(TaggedSentence s, Named named) {
        int from = named.start() - 15;
        int to = named.to() + 15;
        if (Stretch.has(s, from, to, VERBAL)) {
            return Form.VERBAL;
        }
        return named.kind() == Kind.RESOLUTION || Stretch.has(s, from, to, WRITTEN) ? Form.WRITTEN : Form.UNCLEAR;
    }

    /** When it was made and when it took effect, each from the first time expression that stands in the name or by the verb. */
    private static Map<Point, TimeInterval> times(Scene scene, Named named) {
        TaggedSentence s = scene.words();
        Map<Point, TimeInterval> found = new EnumMap<>(Point.class);
        for (TimeExpression time : scene.times()) {
            int from = s.at(time.span().start());
            int to = s.endAt(time.span().end());
            // "the week-long truce"
            if (s.any(from, to, s::isHyphenated)) {
                continue;
            }
            boolean inName = from >= named.start() - 2 && to <= named.from() + 1;
            boolean ofName = s.is(from - 1, "of") && from >= named.to() && from <= named.to() + 1;
            Point point = inName || ofName ? Point.MADE : byVerb(s, from, to, named);
            if (point != null && time.interval() != null) {
                found.putIfAbsent(point, time.interval());
            }
        }
        return found;
    }

    private static @Nullable Point byVerb(TaggedSentence s, int from, int to, Named named) {
        for (int i = from - 1; i >= from - 14; i--) {
            Point point = verbPoint(s, i, named);
            if (point != null) {
                return point;
            }
            boolean name = named.from() <= i && i < named.to();
            boolean parts = s.tag(i) == Pos.VERB || (s.isBoundary(i) && !s.isAny(i, SUBORDINATE));
            if (parts && !name) {
                break;
            }
        }
        int opener = from - 1;
        while (s.tag(opener) == Pos.ADP) {
            opener--;
        }
        // "and on 9 September agreed": a time that opens its clause goes with the verb after it
        if (opener >= 0 && !s.isAny(opener, OPENING)) {
            return null;
        }
        for (int i = to; i < to + 10 && !s.isBoundary(i) && !s.is(i, "\""); i++) {
            Point point = verbPoint(s, i, named);
            if (point != null || s.tag(i) == Pos.VERB) {
                return point;
            }
        }
        return null;
    }

    private static @Nullable Point verbPoint(TaggedSentence s, int i, Named named) {
        if (named.distance(i) > 16) {
            return null;
        }
        if (FORCE.standsAt(s, i - 1) || (s.isAny(i, BEGINNING) && i > named.from())) {
            return Point.IN_FORCE;
        }
        return MADE.standsAt(s, i) && isMade(s, i, named) ? Point.MADE : null;
    }

    /** Whether the agreement is what the verb makes: its object, or what the verb stands behind. */
    private static boolean isMade(TaggedSentence s, int verb, Named named) {
        return !s.any(verb + 1, named.start(), k -> ANOTHER_VERB.standsAt(s, k) || s.isBoundary(k));
    }
}
