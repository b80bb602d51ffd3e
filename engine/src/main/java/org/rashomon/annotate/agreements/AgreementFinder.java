package org.rashomon.annotate.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Mention;
import org.rashomon.model.events.AgreementMention.Kind;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/** Finds the noun phrases of a sentence that name an agreement that exists; those only sought or refused are none. */
final class AgreementFinder {
    private static final Set<String> CEASEFIRE =
            WordLists.of("en/agreement-words.tsv").list("ceasefire");
    private static final Set<String> DEAL =
            WordLists.of("en/agreement-words.tsv").list("deal");
    private static final Set<String> RESOLUTION =
            WordLists.of("en/agreement-words.tsv").list("resolution");
    private static final Set<String> HYPOTHETICAL =
            WordLists.of("en/agreement-words.tsv").list("hypothetical");
    private static final Set<String> MAKING =
            WordLists.of("en/agreement-words.tsv").list("making");
    private static final Set<String> ENDING =
            Set.of("suspends", "extends", "ends", "breaks", "violates", "rejects", "hails", "backs");
    /** Nouns after an agreement's name that make something else of it. */
    private static final Set<String> OTHER = Set.of(
            "talks",
            "plan",
            "proposal",
            "negotiations",
            "efforts",
            "calls",
            "call",
            "negotiator",
            "bid",
            "discussions",
            "initiative",
            "maker",
            "hopes");

    private static final Set<String> PLAIN = Set.of(
            "nuclear",
            "humanitarian",
            "chemical",
            "interim",
            "global",
            "mutual",
            "bilateral",
            "final",
            "comprehensive");

    private AgreementFinder() {}

    /**
     * An agreement's name, by tokens.
     *
     * @param from first token of the name, determiner and idle adjectives left out
     * @param start first token of the phrase
     */
    record Named(int start, int from, int to, Kind kind, boolean definite) {}

    static List<Named> find(Scene scene) {
        TaggedSentence s = scene.words();
        List<Named> found = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            Named named = at(scene, i);
            if (named != null) {
                found.add(named);
                i = named.to() - 1;
            }
        }
        return found;
    }

    private static @org.jspecify.annotations.Nullable Named at(Scene scene, int i) {
        TaggedSentence s = scene.words();
        Kind kind;
        int to = i + 1;
        if (s.isAny(i, CEASEFIRE)) {
            kind = Kind.CEASEFIRE;
        } else if (s.is(i, "cessation") && s.is(i + 1, "of") && s.is(i + 2, "hostilities")) {
            kind = Kind.CEASEFIRE;
            to = i + 3;
        } else if (s.isAny(i, DEAL) && s.isNoun(i)) {
            kind = Kind.DEAL;
        } else if (isResolution(s, i)) {
            kind = Kind.RESOLUTION;
            to = s.tag(i + 1) == Pos.NUM ? i + 2 : i + 1;
        } else {
            return null;
        }
        while (s.isAny(to, DEAL) && s.isNoun(to)
                || s.is(to, "arrangement")
                || s.is(to, "regime") && kind == Kind.CEASEFIRE) {
            to++;
        }
        if (s.isAny(to, OTHER)
                || s.isAny(i - 1, Set.of("great", "good", "big", "raw", "done")) && kind == Kind.DEAL && to == i + 1) {
            return null;
        }
        int from = i;
        while (from > 0 && isModifier(s, from - 1) && !isHeadlineVerb(s, from - 1) && !scene.inTime(from - 1)) {
            from--;
        }
        int start = from;
        while (start > 0
                && (s.tag(start - 1) == Pos.DET
                        || s.isPossessiveWord(start - 1)
                        || s.isPossessive(start - 1)
                        || scene.inTime(start - 1) && start - 1 > 0 && !s.is(start - 2, "on") && start == from
                        || s.tag(start - 1) == Pos.PROPN && s.isPossessive(start))) {
            start--;
        }
        boolean definite = s.isAny(start, Set.of("the", "this", "that", "its", "their"))
                || s.isPossessive(from - 1)
                || namesOwn(s, from, i);
        while (from < i
                && (s.tag(from) == Pos.ADJ
                                && !s.isCapitalised(from)
                                && !s.isAny(from, PLAIN)
                                && s.lower(from).indexOf('-') < 0
                        || s.tag(from) == Pos.NUM
                        || s.is(from, "so-called")
                        || s.lower(from).matches("\\w+-(?:long|day|week|month|hour|year)"))) {
            from++;
        }
        boolean verb = to == i + 1
                && s.is(i, "deal")
                && s.is(to, "with")
                && s.lower(i - 1).endsWith("s");
        return verb || isHypothetical(s, start, to, definite) ? null : new Named(start, from, to, kind, definite);
    }

    private static boolean isResolution(TaggedSentence s, int i) {
        String word = s.lower(i);
        if (word.length() >= 4 && word.charAt(0) == 'r' && word.chars().skip(1).allMatch(Character::isDigit)) {
            return s.isAny(i - 1, Set.of("unsc", "unscr", "un", "unga"));
        }
        if (!s.isAny(i, RESOLUTION)) {
            return false;
        }
        return s.tag(i + 1) == Pos.NUM && s.lower(i + 1).chars().allMatch(Character::isDigit)
                || s.isAny(i - 1, Set.of("un", "u.n.", "council", "nations", "assembly", "ceasefire", "unsc"));
    }

    /** "Kestria signs accord": a verb that the tagger takes for a noun. */
    private static boolean isHeadlineVerb(TaggedSentence s, int k) {
        return s.lower(k).endsWith("s") && (s.isAny(k, MAKING) || s.isAny(k, ENDING));
    }

    private static boolean isModifier(TaggedSentence s, int k) {
        Pos tag = s.tag(k);
        return tag == Pos.NOUN
                || tag == Pos.PROPN
                || tag == Pos.ADJ
                || tag == Pos.NUM && s.tag(k + 1) != Pos.PROPN
                || s.lower(k).indexOf('-') > 0 && tag != Pos.PUNCT
                || tag == Pos.VERB
                        && s.lower(k).endsWith("ed")
                        && s.isAny(k, Set.of("backed", "brokered", "sponsored", "mediated", "negotiated", "supported"));
    }

    private static boolean namesOwn(TaggedSentence s, int from, int head) {
        for (int k = from; k < head; k++) {
            if (s.tag(k) == Pos.PROPN) {
                return true;
            }
        }
        return s.lower(head).startsWith("r") && s.lower(head).matches("r\\d+") || s.tag(head + 1) == Pos.NUM;
    }

    private static boolean isHypothetical(TaggedSentence s, int start, int to, boolean definite) {
        if (s.is(start, "no")
                || s.is(start, "any")
                || s.is(start - 1, "no")
                || s.is(start - 1, "in") && to - start == 1 && s.is(start, "agreement")) {
            return true;
        }
        if (definite) {
            return false;
        }
        boolean wanted = false;
        for (int k = start - 1; k >= 0 && k >= start - 4; k--) {
            if (s.isAny(k, MAKING) && !s.isAny(k, Set.of("agree", "sign", "reach", "adopt", "reached", "announces"))) {
                // "agreed to demand a ceasefire" made one
                return s.is(k, "brokered") && s.is(k - 1, "be");
            }
            wanted |= s.isAny(k, HYPOTHETICAL) || s.is(k, "if") || s.is(k, "would") || s.is(k, "could");
            if (s.isBoundary(k) || s.is(k, ",")) {
                break;
            }
        }
        boolean agreed = false;
        for (int k = start - 1; wanted && k >= 0 && k >= start - 6; k--) {
            agreed |= s.isAny(k, Set.of("agreed", "signed"));
        }
        return wanted && !agreed;
    }

    /** What to call whoever holds the mention. */
    static String label(Scene scene, Mention mention) {
        return mention.actor() == null
                ? mention.span().in(scene.article().text())
                : mention.actor().name();
    }
}
