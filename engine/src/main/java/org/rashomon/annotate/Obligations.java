package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.AgreementFinder.Named;
import org.rashomon.model.Claim;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Obligation;
import org.rashomon.model.Obligation.Deontic;
import org.rashomon.model.Span;
import org.rashomon.nlp.Pos;
import org.rashomon.text.Hashes;

/** What the words of a sentence say that an agreement obliges, forbids or allows somebody to do. */
final class Obligations {
    private static final Set<String> REQUIRED = WordLists.AGREEMENTS.list("required");
    private static final Set<String> UNDERTAKING = WordLists.AGREEMENTS.list("undertaking");
    private static final Set<String> OBLIGING = WordLists.AGREEMENTS.list("obliging");
    private static final Set<String> FORBIDDING = WordLists.AGREEMENTS.list("forbidding");
    private static final Set<String> ALLOWING = WordLists.AGREEMENTS.list("allowing");
    private static final Set<String> COMMITMENTS = WordLists.AGREEMENTS.list("commitments");
    private static final Set<String> BEARERS = WordLists.AGREEMENTS.list("bearers");
    private static final Set<String> BE = Set.of("is", "are", "was", "were");
    private static final Set<String> LOCATIVE =
            Set.of("in", "across", "throughout", "within", "over", "around", "near", "from", "anywhere");

    private final EventTargets subjects;

    Obligations(EventTargets subjects) {
        this.subjects = subjects;
    }

    /**
     * Who owes, by tokens and by name.
     *
     * @param from -1 when taken over from a clause before
     */
    private record Bearer(int from, String label) {}

    /**
     * Obligations of one sentence.
     *
     * @param here agreements that the sentence names
     * @param told whether a sentence just before names one
     * @param chain whether the sentence just before in the paragraph lists obligations, so that "must" and "will" go on with them
     * @param last the bearer of the last obligation before, for "it" and "they"; null when there is none
     */
    List<Obligation> find(Scene scene, List<Named> here, boolean told, boolean chain, @Nullable String last) {
        TaggedSentence s = scene.words();
        List<Obligation> out = new ArrayList<>();
        boolean under = isUnder(s, here);
        boolean explicit = under || chain;
        Bearer bearer = last == null ? null : new Bearer(-1, last);
        for (int i = 0; i < s.size(); i++) {
            Marker marker = marker(scene, i, here, told, explicit);
            if (marker == null) {
                continue;
            }
            Bearer own = marker.bearerFrom() >= 0
                    ? bearer(scene, marker.bearerFrom(), marker.bearerTo(), bearer)
                    : marker.shares() ? bearer : null;
            if (own == null || !isDeed(s, marker.verb()) && s.tag(marker.verb()) != Pos.AUX) {
                continue;
            }
            bearer = own;
            int end = add(scene, own, marker, out);
            i = Math.max(i, Math.min(end, marker.verb()));
            i = further(scene, own, marker, end, out) - 1;
        }
        return out;
    }

    /**
     * Words that oblige.
     *
     * @param at first token of the marker
     * @param verb the verb of the deed
     * @param bearerFrom -1 when the marker has no bearer of its own
     * @param shares whether it takes over the bearer of the clause before
     */
    private record Marker(int at, int verb, Deontic deontic, int bearerFrom, int bearerTo, boolean shares) {}

    private @Nullable Marker marker(Scene scene, int i, List<Named> here, boolean told, boolean explicit) {
        TaggedSentence s = scene.words();
        boolean context = !here.isEmpty() || told;
        if (!context && !explicit) {
            return null;
        }
        if (s.isAny(i, Set.of("must", "shall"))
                || (s.is(i, "will") || s.is(i, "may") || s.is(i, "can")) && explicit && s.tag(i) == Pos.AUX) {
            if ((s.is(i, "must") || s.is(i, "shall")) && !explicit && here.isEmpty()) {
                return null;
            }
            boolean not = s.is(i + 1, "not") || s.is(i + 1, "n't");
            int verb = i + (not ? 2 : 1);
            while (s.tag(verb) == Pos.ADV) {
                verb++;
            }
            Deontic deontic = conditional(s, i)
                    ? Deontic.IF
                    : not ? Deontic.MUST_NOT : s.is(i, "may") || s.is(i, "can") ? Deontic.MAY : Deontic.MUST;
            return s.is(verb, "be") && s.tag(verb + 1) == Pos.ADJ || s.is(verb, "have")
                    ? null
                    : withSubject(scene, i, verb, deontic, here);
        }
        if (s.isAny(i, BE)) {
            boolean not = s.is(i + 1, "not");
            int k = i + (not ? 2 : 1);
            if (s.is(k, "to") && isDeed(s, k + 1) && !s.is(k + 1, "blame") && !s.is(k + 1, "say")) {
                return withSubject(scene, i, k + 1, not ? Deontic.MUST_NOT : Deontic.MUST, here);
            }
            boolean allowed = s.isAny(k, Set.of("allowed", "permitted", "entitled", "free"));
            if ((s.isAny(k, REQUIRED) || allowed) && (s.is(k + 1, "to") || s.is(k + 1, "not") && s.is(k + 2, "to"))) {
                boolean negated = not || s.is(k + 1, "not");
                int verb = s.is(k + 1, "not") ? k + 3 : k + 2;
                Deontic deontic = allowed
                        ? not ? Deontic.MUST_NOT : Deontic.MAY
                        : negated && !s.is(k, "required") ? Deontic.MUST_NOT : negated ? null : Deontic.MUST;
                return deontic == null ? null : withSubject(scene, i, verb, deontic, here);
            }
            if (s.isAny(k, Set.of("forbidden", "barred", "banned", "prohibited")) && s.is(k + 1, "from")) {
                return withSubject(scene, i, k + 2, Deontic.MUST_NOT, here);
            }
        }
        if (s.isAny(i, UNDERTAKING) && (s.tag(i) == Pos.VERB || s.lower(i).endsWith("ed"))) {
            boolean not = s.is(i + 1, "not");
            int to = i + (not ? 2 : 1);
            if (s.is(to, "to")
                    && isDeed(s, to + 1)
                    && !makesAgreement(s, to + 1, here)
                    && !isGuess(s, i)
                    && (!here.isEmpty() || i < 8)) {
                int start = i;
                while (start > 0 && (s.tag(start - 1) == Pos.AUX || s.tag(start - 1) == Pos.ADV)) {
                    start--;
                }
                return withSubject(scene, start, to + 1, not ? Deontic.MUST_NOT : Deontic.MUST, here);
            }
        }
        if (s.isAny(i, OBLIGING) || s.isAny(i, FORBIDDING) || s.isAny(i, ALLOWING)) {
            return ofAgreement(scene, i, here);
        }
        if (s.isAny(i, COMMITMENTS)) {
            return ofCommitments(scene, i);
        }
        return null;
    }

    /** Base forms after "to" and "must" are verbs, even where the tagger takes them for nouns or adjectives (to fire, to free). */
    private static boolean isDeed(TaggedSentence s, int i) {
        return s.tag(i) == Pos.VERB || s.tag(i) == Pos.NOUN || s.tag(i) == Pos.ADJ;
    }

    private static boolean isGuess(TaggedSentence s, int i) {
        return s.is(i - 1, "would") || s.is(i - 1, "could") || s.is(i - 1, "not");
    }

    /** "agreed to demand a ceasefire", "agreed to sign the deal": tells that the agreement was made, not what it obliges to. */
    private static boolean makesAgreement(TaggedSentence s, int verb, List<Named> here) {
        boolean maker = s.isAny(
                verb,
                Set.of(
                        "demand",
                        "sign",
                        "observe",
                        "a",
                        "extend",
                        "renew",
                        "accept",
                        "declare",
                        "announce",
                        "reach",
                        "negotiate",
                        "be"));
        return maker && here.stream().anyMatch(n -> n.start() > verb && n.start() <= verb + 3);
    }

    private static boolean conditional(TaggedSentence s, int i) {
        for (int k = i - 1; k >= 0; k--) {
            if (s.is(k, "if") || s.is(k, "unless")) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Marker withSubject(Scene scene, int start, int verb, Deontic deontic, List<Named> here) {
        TaggedSentence s = scene.words();
        if (start > 0 && (s.is(start - 1, "and") || s.is(start - 1, "or") || s.is(start - 1, "but"))) {
            return new Marker(start, verb, deontic, -1, -1, true);
        }
        TokenRange subject = subjects.subject(scene, start);
        if (subject == null || here.stream().anyMatch(n -> n.from() >= subject.from() && n.to() == subject.to())) {
            return null;
        }
        return new Marker(start, verb, deontic, subject.from(), subject.to(), false);
    }

    /** "The accord obliges X to…", "bars X from …ing", "allows X to…". */
    private static @Nullable Marker ofAgreement(Scene scene, int i, List<Named> here) {
        TaggedSentence s = scene.words();
        boolean subject = here.stream()
                        .anyMatch(n -> n.to() <= i && i - n.to() < 14 && !s.is(i - 1, "was") && !s.is(i - 1, "not"))
                || s.is(i - 1, "it")
                || s.is(i - 2, "it");
        boolean next = here.stream().anyMatch(n -> n.to() == i);
        if (!subject || s.tag(i) != Pos.VERB && !next) {
            return null;
        }
        boolean forbids = s.isAny(i, FORBIDDING);
        for (int k = i + 1; k < Math.min(s.size(), i + 16); k++) {
            boolean not = s.is(k, "not") && s.is(k + 1, "to");
            if (k > i + 1 && (s.is(k, "to") || not) && !forbids && isDeed(s, not ? k + 2 : k + 1)) {
                Deontic deontic = s.isAny(i, ALLOWING) ? Deontic.MAY : not ? Deontic.MUST_NOT : Deontic.MUST;
                return new Marker(i, not ? k + 2 : k + 1, deontic, i + 1, k, false);
            }
            if (k > i + 1 && s.is(k, "from") && forbids && s.lower(k + 1).endsWith("ing")) {
                return new Marker(i, k + 1, Deontic.MUST_NOT, i + 1, k, false);
            }
            if (s.is(k, ",") || s.is(k, ";") || s.is(k, "that")) {
                return null;
            }
        }
        return null;
    }

    /** "its commitments under the resolution, including to stop …": owed by whoever "its" stands for beside the verb. */
    private static @Nullable Marker ofCommitments(Scene scene, int i) {
        TaggedSentence s = scene.words();
        int from = -1;
        int to = -1;
        if (s.isPossessiveWord(i - 1) || s.isPossessiveWord(i - 2)) {
            int own = s.isPossessiveWord(i - 1) ? i - 1 : i - 2;
            int k = own - 1;
            while (k > 0
                    && (s.tag(k) == Pos.VERB
                            || s.tag(k) == Pos.PART
                            || s.tag(k) == Pos.ADV
                            || s.tag(k) == Pos.ADP
                            || s.is(k, "to"))) {
                k--;
            }
            to = k + 1;
            from = s.phraseStart(to);
        } else {
            int start = s.phraseStart(i);
            for (int k = i; k > start; k--) {
                if (s.isPossessive(k)) {
                    to = k;
                    from = start;
                    break;
                }
            }
        }
        if (from < 0 || from >= to) {
            return null;
        }
        for (int k = i + 1; k < Math.min(s.size(), i + 18); k++) {
            boolean not = s.is(k, "not") && s.is(k + 1, "to");
            if ((s.is(k, "to") || not) && isDeed(s, not ? k + 2 : k + 1)) {
                return new Marker(k, not ? k + 2 : k + 1, not ? Deontic.MUST_NOT : Deontic.MUST, from, to, false);
            }
            if (s.is(k, ";") || s.is(k, "\"") || s.tag(k) == Pos.AUX) {
                return null;
            }
        }
        return null;
    }

    private @Nullable Bearer bearer(Scene scene, int from, int to, @Nullable Bearer last) {
        TaggedSentence s = scene.words();
        int start = from;
        while (start < to
                && (s.tag(start) == Pos.DET && !s.is(start, "both") && !s.is(start, "all")
                        || s.is(start, ",")
                        || s.tag(start) == Pos.CCONJ && !s.is(start, "both"))) {
            start++;
        }
        if (start >= to) {
            return null;
        }
        if (to - start == 1 && s.isAny(start, Set.of("it", "they", "he", "she"))) {
            return last;
        }
        List<Mention> actors = scene.mentionsIn(from, to).stream()
                .filter(m -> m.actor() != null)
                .toList();
        int head = mainHead(s, start, to);
        if (head < 0) {
            return s.isAny(to - 1, Set.of("other", "both", "either", "all", "neither"))
                    ? new Bearer(from, s.span(from, to).in(s.text()))
                    : null;
        }
        // "Moscow", "the EDC": an actor's name is the bearer; "Moscow and Damascus" are two in one phrase
        List<Mention> heads =
                actors.stream().filter(m -> s.endAt(m.span().end()) == head + 1).toList();
        if (heads.size() == 1 && actors.size() == 1) {
            return new Bearer(from, AgreementFinder.label(scene, heads.get(0)));
        }
        boolean known = !actors.isEmpty()
                || scene.mentionsIn(from, to).stream()
                        .anyMatch(m ->
                                m.type() == EntityType.ORG || m.type() == EntityType.PER || m.type() == EntityType.LOC)
                || s.isAny(head, BEARERS)
                || s.is(head, "side");
        return known ? new Bearer(from, s.span(start, to).in(s.text())) : null;
    }

    /** The head before any "of": the groups of the alliance. */
    private static int mainHead(TaggedSentence s, int from, int to) {
        int end = from;
        while (end < to && !(s.tag(end) == Pos.ADP) && !s.is(end, ",")) {
            end++;
        }
        int head = s.head(from, end);
        return head >= 0 ? head : s.head(from, to);
    }

    private static boolean isUnder(TaggedSentence s, List<Named> here) {
        for (Named named : here) {
            for (int k = named.start() - 1; k >= 0 && k >= named.start() - 6; k--) {
                if (s.isAny(k, Set.of("under", "terms"))) {
                    return true;
                }
            }
            if (s.isAny(
                    named.to(), Set.of("says", "states", "stipulates", "provides", "requires", "obliges", "demands"))) {
                return true;
            }
            // "The truce …, under which …"
            for (int k = named.to(); k + 1 < Math.min(s.size(), named.to() + 12); k++) {
                if (s.is(k, "under") && s.is(k + 1, "which")) {
                    return true;
                }
            }
        }
        for (Named named : here) {
            for (int k = 0; k < named.start(); k++) {
                if (s.is(k, "if") || s.is(k, "unless")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Adds the obligation and returns one past its last token. */
    private static int add(Scene scene, Bearer bearer, Marker marker, List<Obligation> out) {
        TaggedSentence s = scene.words();
        int end = deedEnd(scene, marker.verb());
        boolean near = bearer.from() >= 0 && bearer.from() < marker.at() && marker.at() - bearer.from() < 14;
        Span span = s.span(near && !s.hasComma(bearer.from(), marker.at()) ? bearer.from() : marker.at(), end);
        int object = marker.verb() + 1;
        while (object < end
                && (s.tag(object) == Pos.ADP
                                && s.phraseEnd(object + 1) > object + 1
                                && s.isAny(object, Set.of("in", "out", "up", "down"))
                                && s.isPossessiveWord(object + 1)
                        || s.tag(object) == Pos.ADV)) {
            object++;
        }
        int objectEnd = Math.min(end, s.phraseEnd(object));
        while (objectEnd > object
                && objectEnd < end
                && (s.is(objectEnd, "and") || s.is(objectEnd, "of") || s.is(objectEnd, ","))
                && s.phraseEnd(objectEnd + 1) > objectEnd + 1
                && s.phraseEnd(objectEnd + 1) <= end
                && !scene.inTime(objectEnd + 1)) {
            objectEnd = s.phraseEnd(objectEnd + 1);
        }
        Claim claim = scene.claimAt(s.span(marker.verb(), marker.verb() + 1));
        out.add(new Obligation(
                Hashes.id("obl", scene.article().id(), span.start(), span.end()),
                bearer.label(),
                marker.deontic(),
                s.span(marker.verb(), end).in(s.text()),
                objectEnd > object ? s.span(object, objectEnd).in(s.text()) : null,
                area(scene, marker.verb(), end),
                until(scene, marker.verb(), end),
                scene.article().id(),
                span,
                claim == null ? null : claim.id()));
        return end;
    }

    /** "…, and to abide by …": more deeds of the same bearer. Returns where to go on reading. */
    private static int further(Scene scene, Bearer bearer, Marker first, int from, List<Obligation> out) {
        TaggedSentence s = scene.words();
        int end = from;
        while (true) {
            int k = end;
            if (s.is(k, ",")) {
                k++;
            }
            if (!s.is(k, "and") && !s.is(k, "or")) {
                return end;
            }
            k++;
            boolean not = s.is(k, "not");
            if (not) {
                k++;
            }
            if (!s.is(k, "to") || s.tag(k + 1) != Pos.VERB && s.tag(k + 2) != Pos.VERB) {
                return end;
            }
            int verb = s.tag(k + 1) == Pos.VERB ? k + 1 : k + 2;
            end = add(
                    scene,
                    bearer,
                    new Marker(
                            k,
                            s.tag(k + 1) == Pos.ADV ? k + 1 : verb,
                            not ? Deontic.MUST_NOT : first.deontic(),
                            -1,
                            -1,
                            true),
                    out);
        }
    }

    /** Where the deed ends: before a mark, a side remark, or the next obligation. */
    private static int deedEnd(Scene scene, int verb) {
        TaggedSentence s = scene.words();
        int i = verb + 1;
        while (i < s.size()) {
            boolean stop = s.isAny(
                    i,
                    Set.of(
                            ";",
                            ".",
                            ":",
                            "!",
                            "\"",
                            "\u2014",
                            "\u2013",
                            "--",
                            "(",
                            "which",
                            "who",
                            "while",
                            "whereas",
                            "but",
                            "until-then",
                            "because"));
            if (s.is(i, ",")) {
                boolean list =
                        s.phraseEnd(i + 1) > i + 1 && (s.is(s.phraseEnd(i + 1), ",") || s.is(s.phraseEnd(i + 1), "and"))
                                || s.is(i + 1, "and") && s.phraseEnd(i + 2) > i + 2 && !opensClause(s, i + 2);
                stop = !list;
            } else if (s.is(i, "and") || s.is(i, "or")) {
                stop = s.isAny(i + 1, Set.of("must", "shall", "will", "to", "is", "are", "was", "were", "may"))
                        || s.is(i + 1, "not") && s.is(i + 2, "to")
                        || opensClause(s, i + 1);
            } else if ((s.is(i, "if") || s.is(i, "after") && s.isBoundary(i)) && i > verb + 1) {
                stop = true;
            }
            if (stop) {
                return Math.max(verb + 1, i);
            }
            i++;
        }
        return i;
    }

    /** Whether a clause with its own subject begins at {@code i}. */
    private static boolean opensClause(TaggedSentence s, int i) {
        int end = s.phraseEnd(i);
        if (end == i && s.tag(i) == Pos.PRON) {
            end = i + 1;
        }
        return end > i
                && (s.tag(end) == Pos.AUX
                        || s.tag(end) == Pos.VERB
                                && !s.lower(end).endsWith("ing")
                                && !(s.lower(end).endsWith("ed") && s.tag(end + 1) == Pos.ADP));
    }

    private static @Nullable String area(Scene scene, int from, int to) {
        TaggedSentence s = scene.words();
        for (Mention mention : scene.mentionsIn(from, to)) {
            if (mention.type() != EntityType.LOC) {
                continue;
            }
            int at = s.at(mention.span().start());
            int start = s.phraseStart(at + 1);
            if (s.isAny(start - 1, LOCATIVE) || s.is(start - 1, "of") || s.is(start - 1, "on")) {
                while (start < at && s.tag(start) == Pos.DET) {
                    start++;
                }
                int end = s.endAt(mention.span().end());
                while (end < to && (s.isNoun(end))) {
                    end++;
                }
                return s.span(start, end).in(s.text());
            }
        }
        for (int i = from; i < to; i++) {
            if (s.isAny(i, LOCATIVE)) {
                int end = s.phraseEnd(i + 1);
                int head = end > i + 1 ? s.head(i + 1, end) : -1;
                if (head >= 0
                        && end <= to
                        && s.isAny(
                                head,
                                Set.of(
                                        "province",
                                        "city",
                                        "region",
                                        "area",
                                        "areas",
                                        "zone",
                                        "zones",
                                        "country",
                                        "district",
                                        "territory",
                                        "highway",
                                        "road",
                                        "border"))) {
                    int start = i + 1;
                    while (start < head && s.tag(start) == Pos.DET) {
                        start++;
                    }
                    return s.span(start, end).in(s.text());
                }
            }
        }
        return null;
    }

    private static @Nullable String until(Scene scene, int from, int to) {
        TaggedSentence s = scene.words();
        for (int i = from; i < to; i++) {
            if (s.is(i, "until") || s.is(i, "till")) {
                return s.span(i + 1 < to ? i + 1 : i, to).in(s.text());
            }
            boolean term = s.isAny(i, Set.of("within", "by", "for", "before", "after"));
            if (term
                    && (scene.inTime(i + 1)
                            || s.tag(i + 1) == Pos.NUM
                                    && s.isAny(i + 2, Set.of("hours", "days", "weeks", "months", "hour", "day", "week"))
                            || s.is(i + 1, "a") && s.isAny(i + 2, Set.of("week", "month", "day", "year")))) {
                int end = i + 1;
                while (end < to
                        && (scene.inTime(end)
                                || s.tag(end) == Pos.NUM
                                || s.tag(end) == Pos.DET
                                || s.isAny(
                                        end,
                                        Set.of(
                                                "hours", "days", "weeks", "months", "hour", "day", "week", "month",
                                                "year")))) {
                    end++;
                }
                return s.span(i, end).in(s.text());
            }
        }
        return null;
    }
}
