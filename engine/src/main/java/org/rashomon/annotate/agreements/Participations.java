package org.rashomon.annotate.agreements;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rashomon.annotate.agreements.AgreementFinder.Named;
import org.rashomon.annotate.incidents.EventTargets;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.events.Participation;
import org.rashomon.model.events.Participation.Role;
import org.rashomon.nlp.Pos;

/** Who has which part in an agreement, as the sentence that names it tells. */
final class Participations {
    private static final Set<String> AGREEING = Set.of(
            "agreed",
            "signed",
            "signs",
            "sign",
            "reached",
            "struck",
            "concluded",
            "clinched",
            "hammered",
            "sealed",
            "negotiated",
            "adopted",
            "forged",
            "made",
            "inked");
    private static final Set<String> NOT_COVERING =
            Set.of("cover", "covers", "include", "includes", "apply", "applies", "extend", "extends");

    /** Nouns between an owner and those who are meant. */
    private static final Set<String> KIN = Set.of(
            "neighbours",
            "neighbors",
            "neighbour",
            "neighbor",
            "allies",
            "ally",
            "backers",
            "backer",
            "patrons",
            "patron",
            "partners",
            "partner",
            "sponsors",
            "sponsor",
            "opponents",
            "rivals");

    private final EventTargets subjects;

    Participations(EventTargets subjects) {
        this.subjects = subjects;
    }

    List<Participation> of(Scene scene, Named named) {
        List<Participation> out = new ArrayList<>();
        TaggedSentence s = scene.words();
        // "US-brokered truce", "Russia-US backed ceasefire"
        Role modified = modifierRole(s, named);
        if (modified != null) {
            add(scene, named.start(), named.to(), modified, out);
        }
        for (int i = 0; i < s.size(); i++) {
            int distance = i < named.start() ? named.start() - i : i - named.to();
            if (distance > 22) {
                continue;
            }
            if (i >= named.to() && distance <= 12 && s.is(i, "between")) {
                addList(scene, i + 1, Role.PARTY, out);
            } else if (i >= named.to() && distance <= 1 && s.is(i, "with")) {
                addList(scene, i + 1, Role.PARTY, out);
            } else if (s.is(i, "by") && i > named.to()) {
                Role role = roleOf(s, i - 1);
                if (role != null) {
                    addList(scene, pastNeighbours(s, i + 1), role, out);
                }
            } else if (s.isAny(i, AGREEING) && i < named.start() && s.tag(i) == Pos.VERB) {
                int start = i;
                while (start > 0 && (s.tag(start - 1) == Pos.AUX || s.tag(start - 1) == Pos.ADV)) {
                    start--;
                }
                TokenRange subject =
                        distance <= 8 && !s.parted(i, named.start()) ? subjects.subject(scene, start) : null;
                if (subject != null) {
                    add(scene, coordinatedFrom(s, subject.from()), subject.to(), Role.PARTY, out);
                }
            } else if (s.isAny(i, Set.of("excludes", "exclude", "excluding", "excluded", "except"))) {
                excluded(scene, named, i, out);
            } else if (s.isAny(i, NOT_COVERING) && (s.is(i - 1, "not") || s.is(i - 1, "n't")) && i > named.to()) {
                int from = s.is(i + 1, "to") ? i + 2 : i + 1;
                addList(scene, from, Role.EXCLUDED, out);
            } else if (s.isAny(i, Set.of("guarantor", "guarantors", "mediator", "mediators", "monitor", "monitors"))) {
                Role role = s.lower(i).startsWith("guarantor")
                        ? Role.GUARANTOR
                        : s.lower(i).startsWith("mediator") ? Role.MEDIATOR : Role.MONITOR;
                beside(scene, i, role, out);
            } else if (s.isAny(i, Set.of("guarantees", "guarantee", "guaranteed", "mediated", "monitors", "brokered"))
                    && i < named.start()
                    && named.start() - i <= 2) {
                Role role = s.lower(i).startsWith("guarant")
                        ? Role.GUARANTOR
                        : s.lower(i).startsWith("monitor") ? Role.MONITOR : Role.MEDIATOR;
                guarding(scene, i, role, out);
            }
        }
        return out;
    }

    /** "Torvia guarantees the accord", "Torvia, which together with Meridon guarantees the accord". */
    private void guarding(Scene scene, int verb, Role role, List<Participation> out) {
        TaggedSentence s = scene.words();
        int relative = verb - 1;
        while (relative > 0 && verb - relative < 8 && !s.isAny(relative, Set.of("which", "who", "that"))) {
            relative--;
        }
        if (s.isAny(relative, Set.of("which", "who"))) {
            int end = s.is(relative - 1, ",") ? relative - 1 : relative;
            add(scene, s.phraseStart(end), end, role, out);
            if (s.is(relative + 1, "together") || s.isAny(relative + 1, Set.of("with", "alongside"))) {
                add(scene, relative + 1, verb, role, out);
            }
            return;
        }
        TokenRange subject = subjects.subject(scene, verb);
        if (subject != null) {
            add(scene, subject.from(), subject.to(), role, out);
        }
    }

    /** "A and the main alliance, the Council (EDC), signed": the subject of the verb begins with A. */
    private static int coordinatedFrom(TaggedSentence s, int from) {
        return s.is(from - 1, "and") && s.phraseStart(from - 1) < from - 1 ? s.phraseStart(from - 1) : from;
    }

    /** "by Kestria's neighbours Torvia and Meridon": the owner of the neighbours has no part in it. */
    private static int pastNeighbours(TaggedSentence s, int from) {
        int end = s.phraseEnd(from);
        for (int k = from; k < end; k++) {
            if (s.isAny(k, KIN) && s.isCapitalised(k + 1)) {
                return k + 1;
            }
        }
        return from;
    }

    private static @org.jspecify.annotations.Nullable Role modifierRole(TaggedSentence s, Named named) {
        for (int k = named.start(); k < named.to(); k++) {
            String word = s.lower(k);
            if (word.endsWith("brokered") || word.endsWith("mediated") || word.endsWith("negotiated")) {
                return Role.MEDIATOR;
            }
            if (word.endsWith("backed") || word.endsWith("sponsored") || word.endsWith("supported")) {
                return Role.ENDORSER;
            }
            if (word.endsWith("guaranteed")) {
                return Role.GUARANTOR;
            }
            if (word.endsWith("monitored")) {
                return Role.MONITOR;
            }
        }
        return null;
    }

    private static @org.jspecify.annotations.Nullable Role roleOf(TaggedSentence s, int verb) {
        int k = s.is(verb, "out") || s.tag(verb) == Pos.ADV ? verb - 1 : verb;
        String word = s.lower(k);
        if (word.equals("brokered") || word.equals("mediated") || word.equals("facilitated")) {
            return Role.MEDIATOR;
        }
        if (word.equals("backed")
                || word.equals("endorsed")
                || word.equals("supported")
                || word.equals("sponsored")
                || word.equals("welcomed")) {
            return Role.ENDORSER;
        }
        if (word.equals("guaranteed")) {
            return Role.GUARANTOR;
        }
        if (word.equals("monitored") || word.equals("observed") || word.equals("supervised")) {
            return Role.MONITOR;
        }
        return AGREEING.contains(word) && s.tag(k) != Pos.NOUN ? Role.PARTY : null;
    }

    private void excluded(Scene scene, Named named, int i, List<Participation> out) {
        TaggedSentence s = scene.words();
        if (s.is(i, "excluded")) {
            // "the Iron Vow, which are excluded from the accord"
            int start = i;
            while (start > 0 && s.tag(start - 1) == Pos.AUX) {
                start--;
            }
            int limit = start > 0 && s.isAny(start - 1, Set.of("which", "who")) ? start - 1 : start;
            int end = s.is(limit - 1, ",") ? limit - 1 : limit;
            add(scene, listStart(s, end), end, Role.EXCLUDED, out);
        } else if (i >= named.to() || s.is(i, "except") && s.isAny(i + 1, Set.of("for"))) {
            // "which the accord excludes" has its object before
            boolean relative = named.start() > 0 && s.is(named.start() - 1, "which") && i == named.to();
            if (relative) {
                int limit = named.start() - 1;
                int from = s.phraseStart(s.is(limit - 1, ",") ? limit - 1 : limit);
                add(scene, from, limit, Role.EXCLUDED, out);
            } else if (!s.is(i, "except") || s.is(i + 1, "for")) {
                addList(scene, s.is(i + 1, "for") ? i + 2 : i + 1, Role.EXCLUDED, out);
            }
        }
    }

    /** Where the list of names that ends before token {@code end} begins: "A, B and C". */
    private static int listStart(TaggedSentence s, int end) {
        int from = s.phraseStart(end);
        boolean list = false;
        while (from > 1 && (s.is(from - 1, "and") || list && s.is(from - 1, ","))) {
            int before = s.phraseStart(from - 1);
            if (before == from - 1) {
                break;
            }
            from = before;
            list = true;
        }
        return from;
    }

    /** "Torvia, a guarantor of the truce"; "the guarantors, Torvia and Meridon". */
    private static void beside(Scene scene, int noun, Role role, List<Participation> out) {
        TaggedSentence s = scene.words();
        int start = s.phraseStart(noun + 1);
        if (s.is(start - 1, ",")
                && start < noun + 1
                && (s.is(start, "a") || s.is(start, "the") || s.is(start, "one"))) {
            int from = s.phraseStart(start - 1);
            add(scene, from, start - 1, role, out);
        }
        if (s.is(noun + 1, ",") && !s.is(start - 1, ",") || s.isCapitalised(noun + 1)) {
            addList(scene, s.is(noun + 1, ",") ? noun + 2 : noun + 1, role, out);
        }
    }

    /** Adds the actors of "A", "A and B", "A, B and C" from token {@code from}. */
    private static void addList(Scene scene, int from, Role role, List<Participation> out) {
        TaggedSentence s = scene.words();
        int to = from;
        while (to < s.size()) {
            int end = s.phraseEnd(to);
            if (end == to) {
                break;
            }
            to = end;
            if (s.is(to, ",") && s.phraseEnd(to + 1) > to + 1 && s.isCapitalised(to + 1)
                    || s.is(to, "and") && s.phraseEnd(to + 1) > to + 1 && !(s.tag(s.phraseEnd(to + 1)) == Pos.VERB)
                    || s.is(to, "of")) {
                to++;
            } else {
                break;
            }
        }
        if (to > from) {
            add(scene, from, to, role, out);
        }
    }

    private static void add(Scene scene, int from, int to, Role role, List<Participation> out) {
        Set<String> seen = new HashSet<>();
        out.forEach(p -> seen.add(p.role() + p.actor()));
        for (Mention mention : scene.mentionsIn(from, to)) {
            boolean able = mention.actor() != null
                    || mention.type() == EntityType.ORG
                    || role == Role.GUARANTOR && mention.type() == EntityType.LOC;
            if (able && seen.add(role + AgreementFinder.label(scene, mention))) {
                out.add(new Participation(
                        AgreementFinder.label(scene, mention),
                        role,
                        scene.article().id(),
                        mention.span()));
            }
        }
    }
}
