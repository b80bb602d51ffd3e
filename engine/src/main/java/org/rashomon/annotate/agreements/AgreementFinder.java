package org.rashomon.annotate.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Mention;
import org.rashomon.model.events.AgreementMention.Kind;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/** Finds the noun phrases of a sentence that name an agreement that exists; those only sought or refused are none. */
final class AgreementFinder {
    private static final PhrasePattern TRUCE = PhrasePattern.of("en/agreement-patterns.tsv", "truce");
    private static final PhrasePattern PACT = PhrasePattern.of("en/agreement-patterns.tsv", "pact");
    private static final PhrasePattern NUMBERED_RESOLUTION =
            PhrasePattern.of("en/agreement-patterns.tsv", "numbered resolution");
    private static final PhrasePattern DEALING = PhrasePattern.of("en/agreement-patterns.tsv", "dealing");
    private static final PhrasePattern MODIFIER = PhrasePattern.of("en/agreement-patterns.tsv", "modifier");
    private static final PhrasePattern OWNER = PhrasePattern.of("en/agreement-patterns.tsv", "owner");
    private static final PhrasePattern IDLE = PhrasePattern.of("en/agreement-patterns.tsv", "idle");
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> DEAL = WORDS.list("deal");
    private static final Set<String> OTHER = WORDS.list("other");
    private static final Set<String> MUCH = WORDS.list("much");
    private static final Set<String> DEFINITE = WORDS.list("definite");
    private static final Set<String> NONE = WORDS.list("none");
    private static final Set<String> HYPOTHETICAL = WORDS.list("hypothetical");
    private static final Set<String> MADE = WORDS.list("made");
    private static final Set<String> SETTLED = WORDS.list("settled");
    private static final Set<String> USING = WORDS.list("using");
    private static final PhrasePattern SEVERAL = PhrasePattern.of("en/agreement-patterns.tsv", "several");
    private static final PhrasePattern PLAN = PhrasePattern.of("en/agreement-patterns.tsv", "plan");
    private static final PhrasePattern AGREED_ON = PhrasePattern.of("en/agreement-patterns.tsv", "agreed on");

    private AgreementFinder() {}

    /**
     * An agreement's name, by tokens.
     *
     * @param from first token of the name, determiner and idle adjectives left out
     * @param start first token of the phrase
     */
    record Named(int start, int from, int to, Kind kind, boolean definite) {
        /** Whether somebody uses it, wants it or lets it do something: "used the deal to rearm" tells no duty. */
        boolean isUsed(TaggedSentence s) {
            return s.any(start - 4, start, k -> s.isAny(k, USING));
        }

        /** Whether the sentence tells that it was made. */
        boolean isMade(TaggedSentence s) {
            return Stretch.has(s, start - 8, to + 6, MADE);
        }

        /** How many tokens token {@code i} stands before the phrase or behind it. */
        int distance(int i) {
            return i < start ? start - i : i - to;
        }
    }

    /** @param planned whether the article told before that a plan was agreed on, so that "the plan" is an agreement */
    static List<Named> find(Scene scene, boolean planned) {
        List<Named> found = new ArrayList<>();
        for (int i = 0; i < scene.words().size(); i++) {
            Named named = at(scene, i, planned);
            if (named != null) {
                found.add(named);
                i = named.to() - 1;
            }
        }
        return found;
    }

    private static @Nullable Named at(Scene scene, int i, boolean planned) {
        TaggedSentence s = scene.words();
        Kind kind = PLAN.standsAt(s, i) && (planned || agreesOnPlan(s, i)) ? Kind.DEAL : kind(s, i);
        if (kind == null || DEALING.standsAt(s, i)) {
            return null;
        }
        int to = s.is(i, "cessation") ? i + 3 : i + 1;
        if (kind == Kind.RESOLUTION && s.tag(to) == Pos.NUM) {
            to += s.is(to + 1, "and") && s.tag(to + 2) == Pos.NUM ? 3 : 1;
        }
        while (s.isAny(to, DEAL)) {
            to++;
        }
        boolean calling = s.is(to, "calls", "call") && s.is(to + 1, "for", "on");
        if ((s.isAny(to, OTHER) && !calling) || s.isAny(i - 1, MUCH)) {
            return null;
        }
        if (isWithinName(s, i, to)) {
            return null;
        }
        int from = i;
        while (MODIFIER.standsAt(s, from - 1) && !scene.inTime(from - 1)) {
            from--;
        }
        int start = from;
        while (isOwner(scene, start - 1, from)) {
            start--;
        }
        boolean own = namesOwn(s, from, i);
        if (SEVERAL.standsAt(s, i) && !own) {
            return null;
        }
        boolean definite = s.isAny(start, DEFINITE) || s.isPossessive(from - 1) || own;
        while (from < i && IDLE.standsAt(s, from)) {
            from++;
        }
        return isHypothetical(s, start, to, definite) ? null : new Named(start, from, to, kind, definite);
    }

    /** "The Joint Ceasefire Commission, Peace Agreement Square": the name of something else, in a sentence that is not all capitals. */
    private static boolean isWithinName(TaggedSentence s, int head, int to) {
        return s.isCapitalised(head)
                && s.isCapitalised(to)
                && (s.tag(to) == Pos.PROPN || s.tag(to) == Pos.NOUN)
                && s.any(0, s.size(), k -> s.tag(k) == Pos.VERB && !s.isCapitalised(k));
    }

    /** What the head of a name at token {@code i} names, or null. */
    private static @Nullable Kind kind(TaggedSentence s, int i) {
        if (TRUCE.standsAt(s, i)) {
            return Kind.CEASEFIRE;
        }
        if (PACT.standsAt(s, i)) {
            return Kind.DEAL;
        }
        return NUMBERED_RESOLUTION.standsAt(s, i) ? Kind.RESOLUTION : null;
    }

    /** Whether a sentence tells that a plan was agreed on. */
    static boolean agreesOnPlan(TaggedSentence s) {
        return s.any(0, s.size(), i -> PLAN.standsAt(s, i) && agreesOnPlan(s, i));
    }

    private static boolean agreesOnPlan(TaggedSentence s, int plan) {
        return s.any(plan - 10, plan, i -> AGREED_ON.standsAt(s, i) && !StatementMood.isUnreal(s, i));
    }

    /** Whether token {@code k} tells whose or which it is, before the name that begins at {@code from}. */
    private static boolean isOwner(Scene scene, int k, int from) {
        TaggedSentence s = scene.words();
        boolean day = k + 1 == from && scene.inTime(k) && !s.is(k - 1, "on");
        return day || OWNER.standsAt(s, k);
    }

    private static boolean namesOwn(TaggedSentence s, int from, int head) {
        return s.tag(head + 1) == Pos.NUM || IntStream.range(from, head).anyMatch(k -> s.tag(k) == Pos.PROPN);
    }

    private static boolean isHypothetical(TaggedSentence s, int start, int to, boolean definite) {
        if (s.isAny(start, NONE) || (s.is(start - 1, "in") && to - start == 1 && s.is(start, "agreement"))) {
            return true;
        }
        if (definite) {
            return false;
        }
        boolean wanted = false;
        for (int k = start - 1; k >= start - 4; k--) {
            if (s.isAny(k, MADE)) {
                // "agreed to demand a ceasefire" made one
                return false;
            }
            wanted |= s.isAny(k, HYPOTHETICAL);
            if (s.isBoundary(k) || s.is(k, ",")) {
                break;
            }
        }
        return wanted && !Stretch.has(s, start - 6, start, SETTLED);
    }

    /** What to call whoever holds the mention. */
    static String label(Scene scene, Mention mention) {
        return mention.actor() == null
                ? mention.span().in(scene.article().text())
                : mention.actor().name();
    }
}
