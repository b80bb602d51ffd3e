package org.rashomon.annotate.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.agreements.AgreementFinder.Named;
import org.rashomon.annotate.incidents.EventTargets;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.Obligation;
import org.rashomon.model.events.Obligation.Deontic;
import org.rashomon.nlp.Pos;
import org.rashomon.text.Hashes;
import org.rashomon.words.WordLists;

/** What the words of a sentence say that an agreement obliges, forbids or allows somebody to do. */
final class Duties {
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> NO_DUTY = WORDS.list("no duty");
    private static final Set<String> SEEING = WORDS.list("seeing");
    private static final int BEARER_WITHIN = 14;

    private final DutyCues cues;

    Duties(EventTargets subjects) {
        this.cues = new DutyCues(subjects);
    }

    /**
     * Duties of one sentence that names an agreement or stands soon after one that does.
     *
     * @param here agreements that the sentence names
     * @param last the bearers of the last duty before, for "it" and "they"; empty when there is none
     */
    List<Obligation> find(Scene scene, List<Named> here, DutyFrame frame, List<String> last) {
        TaggedSentence s = scene.words();
        List<Obligation> out = new ArrayList<>();
        List<String> bearers = last;
        for (int i = 0; i < s.size(); i++) {
            DutyCue cue = cues.at(scene, i, here, frame);
            if (cue == null || !isDeed(s, cue.deed(), here)) {
                continue;
            }
            boolean passive = cue.isPassive(s);
            List<String> own = bearers(scene, cue, passive, bearers);
            if (own.isEmpty()) {
                continue;
            }
            if (!passive) {
                bearers = own;
            }
            int end = add(scene, own, cue, passive, out);
            i = further(scene, own, cue, end, out) - 1;
        }
        return out;
    }

    /** Whether a verb tells a deed, and not that the agreement is made or kept: "agreed to sign the deal, to respect it, to meet". */
    private static boolean isDeed(TaggedSentence s, int verb, List<Named> here) {
        return !s.isAny(verb, NO_DUTY)
                && here.stream()
                        .noneMatch(n -> n.start() == verb + 1 || (n.start() == verb + 2 && s.tag(verb + 1) != Pos.ADP));
    }

    private static List<String> bearers(Scene scene, DutyCue cue, boolean passive, List<String> last) {
        if (passive) {
            List<String> doers = doers(scene, cue.deed());
            return doers.isEmpty() ? List.of(Obligation.UNNAMED) : doers;
        }
        if (cue.goesOn()) {
            return last;
        }
        TokenRange range = cue.bearer();
        return range == null ? List.of(Obligation.UNNAMED) : DutyBearers.of(scene, range, last);
    }

    /** "Be freed by Torvia". */
    private static List<String> doers(Scene scene, int deed) {
        TaggedSentence s = scene.words();
        int by = s.first(deed + 2, s.size(), k -> s.is(k, "by") || s.isVerbal(k) || s.isBoundary(k));
        return s.is(by, "by")
                ? DutyBearers.of(scene, new TokenRange(by + 1, s.phraseEnd(by + 1)), List.of())
                : List.of();
    }

    /** Adds the duty of each bearer and returns one past its last token. */
    private static int add(Scene scene, List<String> bearers, DutyCue cue, boolean passive, List<Obligation> out) {
        TaggedSentence s = scene.words();
        DutyDeed deed = DutyDeed.at(scene, cue.deed());
        TokenRange bearer = cue.bearer();
        int from = bearer == null ? cue.at() : Math.min(bearer.from(), cue.at());
        boolean far = cue.at() - from >= BEARER_WITHIN || s.hasComma(from, cue.at());
        int first = far ? cue.at() : from;
        Span span = s.span(first, deed.end());
        Claim claim = scene.claimAt(s.span(cue.deed(), cue.deed() + 1));
        for (String label : bearers) {
            out.add(new Obligation(
                    Hashes.id("obl", scene.article().id(), label, span.start(), span.end()),
                    label,
                    cue.deontic(),
                    passive ? span.in(s.text()) : deed.words(),
                    passive ? null : deed.object(),
                    deed.area(),
                    deed.until(),
                    scene.article().id(),
                    span,
                    claim == null ? null : claim.id()));
        }
        return deed.end();
    }

    /** "…, and to abide by", "… and open the road", "…, protecting": more deeds of the same bearer. Returns where to go on reading. */
    private static int further(Scene scene, List<String> bearers, DutyCue first, int from, List<Obligation> out) {
        TaggedSentence s = scene.words();
        int end = from;
        while (true) {
            int next = DutyDeed.next(s, first.deed(), end);
            TokenRange other = next < 0 && s.isAny(first.at(), SEEING) ? otherBearer(s, end) : null;
            if (other != null) {
                List<String> own = DutyBearers.of(scene, other, List.of());
                DutyCue cue = new DutyCue(other.from(), other.to(), Deontic.MUST, other, false);
                end = own.isEmpty() ? s.size() : add(scene, own, cue, false, out);
            } else if (next < 0 || s.isAny(next, NO_DUTY)) {
                return end;
            } else {
                end = add(scene, bearers, DutyCue.ofNobody(next, next, first.deontic()), false, out);
            }
        }
    }

    /** "… and the rebels withdraw", behind "would see the army stop": who else is to do something, up to the verb. */
    private static @Nullable TokenRange otherBearer(TaggedSentence s, int end) {
        int to = s.is(end, "and", "while") ? s.phraseEnd(end + 1) : end;
        return to > end + 1 && DutyDeed.isVerb(s, to) ? new TokenRange(end + 1, to) : null;
    }
}
