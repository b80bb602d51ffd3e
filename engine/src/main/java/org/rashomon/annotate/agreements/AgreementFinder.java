package org.rashomon.annotate.agreements;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Mention;
import org.rashomon.model.events.AgreementMention.Kind;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/** Finds the noun phrases of a sentence that name an agreement that exists; those only sought or refused are none. */
final class AgreementFinder {
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> CEASEFIRE = WORDS.list("ceasefire");
    private static final Set<String> DEAL = WORDS.list("deal");
    private static final Set<String> RESOLUTION = WORDS.list("resolution");
    private static final Set<String> COUNCIL = WORDS.list("council");
    private static final Set<String> OTHER = WORDS.list("other");
    private static final Set<String> MUCH = WORDS.list("much");
    private static final Set<String> HEADLINE_VERBS = WORDS.list("headline verbs");
    private static final Set<String> MODIFYING = WORDS.list("modifying");
    private static final Set<String> PLAIN = WORDS.list("plain");
    private static final Set<String> DEFINITE = WORDS.list("definite");
    private static final Set<String> NONE = WORDS.list("none");
    private static final Set<String> HYPOTHETICAL = WORDS.list("hypothetical");
    private static final Set<String> MADE = WORDS.list("made");
    private static final Set<String> SETTLED = WORDS.list("settled");
    private static final Set<Pos> NAMING = EnumSet.of(Pos.NOUN, Pos.PROPN, Pos.ADJ);

    private AgreementFinder() {}

    /**
     * An agreement's name, by tokens.
     *
     * @param from first token of the name, determiner and idle adjectives left out
     * @param start first token of the phrase
     */
    record Named(int start, int from, int to, Kind kind, boolean definite) {
        /** How many tokens token {@code i} stands before the phrase or behind it. */
        int distance(int i) {
            return i < start ? start - i : i - to;
        }
    }

    static List<Named> find(Scene scene) {
        List<Named> found = new ArrayList<>();
        for (int i = 0; i < scene.words().size(); i++) {
            Named named = at(scene, i);
            if (named != null) {
                found.add(named);
                i = named.to() - 1;
            }
        }
        return found;
    }

    private static @Nullable Named at(Scene scene, int i) {
        TaggedSentence s = scene.words();
        Kind kind = kind(s, i);
        if (kind == null
                || (s.is(i, "deal") && s.is(i + 1, "with") && s.lower(i - 1).endsWith("s"))) {
            return null;
        }
        int to = s.is(i, "cessation") ? i + 3 : i + 1;
        if (kind == Kind.RESOLUTION && s.tag(to) == Pos.NUM) {
            to++;
        }
        while (s.isAny(to, DEAL)) {
            to++;
        }
        if (s.isAny(to, OTHER) || s.isAny(i - 1, MUCH)) {
            return null;
        }
        int from = i;
        while (isModifier(s, from - 1) && !scene.inTime(from - 1)) {
            from--;
        }
        int start = from;
        while (isOwner(scene, start - 1, from)) {
            start--;
        }
        boolean definite = s.isAny(start, DEFINITE) || s.isPossessive(from - 1) || namesOwn(s, from, i);
        while (from < i && isIdle(s, from)) {
            from++;
        }
        return isHypothetical(s, start, to, definite) ? null : new Named(start, from, to, kind, definite);
    }

    /** What the head of a name at token {@code i} names, or null. */
    private static @Nullable Kind kind(TaggedSentence s, int i) {
        if (s.isAny(i, CEASEFIRE) || (s.is(i, "cessation") && s.is(i + 2, "hostilities"))) {
            return Kind.CEASEFIRE;
        }
        if (s.isAny(i, DEAL) && s.isNoun(i)) {
            return Kind.DEAL;
        }
        boolean numbered = s.tag(i + 1) == Pos.NUM || s.isAny(i - 1, COUNCIL);
        return s.isAny(i, RESOLUTION) && numbered ? Kind.RESOLUTION : null;
    }

    /** Whether token {@code k} belongs to the name of what follows; not the verb of "Kestria signs accord", taken for a noun. */
    private static boolean isModifier(TaggedSentence s, int k) {
        if (s.isAny(k, HEADLINE_VERBS)) {
            return false;
        }
        boolean number = s.tag(k) == Pos.NUM && s.tag(k + 1) != Pos.PROPN;
        boolean compound = s.lower(k).indexOf('-') > 0 && s.tag(k) != Pos.PUNCT;
        return NAMING.contains(s.tag(k)) || number || compound || (s.tag(k) == Pos.VERB && s.isAny(k, MODIFYING));
    }

    /** Whether token {@code k} tells whose or which it is, before the name that begins at {@code from}. */
    private static boolean isOwner(Scene scene, int k, int from) {
        TaggedSentence s = scene.words();
        if (s.tag(k) == Pos.DET || s.isPossessiveWord(k) || s.isPossessive(k)) {
            return true;
        }
        boolean day = k + 1 == from && scene.inTime(k) && !s.is(k - 1, "on");
        return day || (s.tag(k) == Pos.PROPN && s.isPossessive(k + 1));
    }

    private static boolean isIdle(TaggedSentence s, int k) {
        if (s.tag(k) == Pos.NUM) {
            return true;
        }
        boolean names = s.isCapitalised(k) || s.isAny(k, PLAIN) || s.lower(k).indexOf('-') >= 0;
        return s.tag(k) == Pos.ADJ && !names;
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
