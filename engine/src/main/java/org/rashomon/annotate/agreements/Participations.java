package org.rashomon.annotate.agreements;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.agreements.AgreementFinder.Named;
import org.rashomon.annotate.incidents.EventTargets;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.Negation;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.events.Participation;
import org.rashomon.model.events.Participation.Role;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/** Who has which part in an agreement, as the sentence that names it tells. */
final class Participations {
    private static final PhrasePattern APPOSITION = PhrasePattern.of("en/agreement-patterns.tsv", "apposition");
    private static final PhrasePattern JOINT = PhrasePattern.of("en/agreement-patterns.tsv", "joint");
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> AGREEING = WORDS.list("agreeing");
    private static final Set<String> MEDIATING = WORDS.list("mediating");
    private static final Set<String> MEDIATED = WORDS.list("mediated");
    private static final Set<String> ENDORSING = WORDS.list("endorsing");
    private static final Set<String> GUARANTEEING = WORDS.list("guaranteeing");
    private static final Set<String> GUARANTORS = WORDS.list("guarantors");
    private static final Set<String> EXCLUDING = WORDS.list("excluding");
    private static final Set<String> COVERING = WORDS.list("covering");
    private static final Set<String> RELATIVE = WORDS.list("relative");
    private static final Set<String> KIN = WORDS.list("kin");
    private static final Set<Pos> BEFORE_VERB = EnumSet.of(Pos.AUX, Pos.ADV);
    private static final int WITHIN = 22;
    private static final int BETWEEN_WITHIN = 12;
    private static final int SUBJECT_WITHIN = 8;

    private final EventTargets subjects;

    Participations(EventTargets subjects) {
        this.subjects = subjects;
    }

    List<Participation> of(Scene scene, Named named) {
        List<Participation> out = new ArrayList<>();
        TaggedSentence s = scene.words();
        for (int k = named.start(); k < named.to(); k++) {
            Role modified = modifierRole(s.lower(k));
            if (modified != null) {
                add(scene, named.start(), named.to(), modified, out);
                break;
            }
        }
        int first = Math.max(0, named.start() - WITHIN);
        int last = Math.min(s.size(), named.to() + WITHIN + 1);
        for (int i = first; i < last; i++) {
            if (s.isAny(i, GUARANTORS)) {
                beside(scene, i, out);
            } else if (i < named.start()) {
                before(scene, named, i, out);
            } else if (i >= named.to()) {
                behind(scene, named, i, out);
            }
        }
        return out;
    }

    /** What token {@code i} before the name tells: "Torvia and Meridon signed the truce", "Torvia guarantees the truce". */
    private void before(Scene scene, Named named, int i, List<Participation> out) {
        TaggedSentence s = scene.words();
        if (s.is(i, "excluded")) {
            excluded(scene, i, out);
        } else if (s.tag(i) == Pos.VERB && s.isAny(i, AGREEING)) {
            int start = Stretch.startOfRun(s, i, BEFORE_VERB);
            boolean near = named.start() - i <= SUBJECT_WITHIN && !s.parted(i, named.start());
            TokenRange subject = near ? subjects.subject(scene, start) : null;
            if (subject != null) {
                add(scene, coordinatedFrom(s, subject.from()), subject.to(), Role.PARTY, out);
            }
        } else if (named.start() - i <= 2 && (s.isAny(i, GUARANTEEING) || s.isAny(i, MEDIATING))) {
            keeping(scene, i, s.isAny(i, GUARANTEEING) ? Role.GUARANTOR : Role.MEDIATOR, out);
        }
    }

    /** "Torvia guarantees the accord", "Torvia, which together with Meridon guarantees the accord". */
    private void keeping(Scene scene, int verb, Role role, List<Participation> out) {
        TaggedSentence s = scene.words();
        int relative = verb - 1;
        while (relative > verb - SUBJECT_WITHIN && !s.isAny(relative, RELATIVE)) {
            relative--;
        }
        if (s.isAny(relative, RELATIVE)) {
            antecedent(scene, relative, role, out);
            add(scene, relative + 1, verb, role, out);
            return;
        }
        TokenRange subject = subjects.subject(scene, verb);
        if (subject != null) {
            add(scene, subject.from(), subject.to(), role, out);
        }
    }

    /** "Torvia, a guarantor of the truce". */
    private static void beside(Scene scene, int noun, List<Participation> out) {
        TaggedSentence s = scene.words();
        int comma = s.phraseStart(noun + 1) - 1;
        if (APPOSITION.standsAt(s, comma)) {
            add(scene, s.phraseStart(comma), comma, Role.GUARANTOR, out);
        }
    }

    /** Adds the actors before a relative clause and the comma that may part it from them: "A and B, which …". */
    private static void antecedent(Scene scene, int relative, Role role, List<Participation> out) {
        TaggedSentence s = scene.words();
        int end = s.is(relative - 1, ",") ? relative - 1 : relative;
        int from = s.phraseStart(end);
        if (s.is(from - 1, "and")) {
            from = s.phraseStart(from - 1);
        }
        add(scene, from, end, role, out);
    }

    /** What token {@code i} behind the name tells: "between Torvia and Meridon", "brokered by the Union", "excludes the Vow". */
    private static void behind(Scene scene, Named named, int i, List<Participation> out) {
        TaggedSentence s = scene.words();
        int distance = i - named.to();
        boolean with = s.is(i, "with") && distance <= 1;
        if (with || (s.is(i, "between") && distance <= BETWEEN_WITHIN)) {
            addList(scene, i + 1, Role.PARTY, out);
        } else if (s.is(i, "by")) {
            Role role = roleOf(s, i - 1);
            if (role != null) {
                addList(scene, pastNeighbours(s, i + 1), role, out);
            }
        } else if (s.is(i, "excluded")) {
            excluded(scene, i, out);
        } else if (s.isAny(i, EXCLUDING)) {
            // "which the accord excludes" has its object before
            if (distance == 0 && s.isAny(named.start() - 1, RELATIVE)) {
                antecedent(scene, named.start() - 1, Role.EXCLUDED, out);
            } else {
                addList(scene, i + 1, Role.EXCLUDED, out);
            }
        } else if (s.isAny(i, COVERING) && Negation.at(s, i - 1)) {
            addList(scene, s.is(i + 1, "to") ? i + 2 : i + 1, Role.EXCLUDED, out);
        }
    }

    /** "A and the main alliance, the Council (EDC), signed": the subject of the verb begins with A. */
    private static int coordinatedFrom(TaggedSentence s, int from) {
        int start = s.is(from - 1, "and") ? s.phraseStart(from - 1) : from;
        return start < from - 1 ? start : from;
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

    /** What a word of the name says of those named in it: "US-brokered truce", "Russia-US backed ceasefire". */
    private static @Nullable Role modifierRole(String word) {
        String participle = word.substring(word.lastIndexOf('-') + 1);
        if (MEDIATED.contains(participle)) {
            return Role.MEDIATOR;
        }
        return partOf(participle);
    }

    private static @Nullable Role partOf(String participle) {
        if (MEDIATING.contains(participle)) {
            return Role.MEDIATOR;
        }
        if (GUARANTEEING.contains(participle)) {
            return Role.GUARANTOR;
        }
        return ENDORSING.contains(participle) ? Role.ENDORSER : null;
    }

    /** The part of those named behind "by" in "brokered by", "signed by". */
    private static @Nullable Role roleOf(TaggedSentence s, int verb) {
        int k = s.is(verb, "out") || s.tag(verb) == Pos.ADV ? verb - 1 : verb;
        Role role = partOf(s.lower(k));
        return role == null && s.isAny(k, AGREEING) && s.tag(k) != Pos.NOUN ? Role.PARTY : role;
    }

    /** "the Iron Vow, which are excluded from the accord". */
    private static void excluded(Scene scene, int i, List<Participation> out) {
        TaggedSentence s = scene.words();
        int verb = Stretch.startOfRun(s, i, EnumSet.of(Pos.AUX));
        antecedent(scene, s.isAny(verb - 1, RELATIVE) ? verb - 1 : verb, Role.EXCLUDED, out);
    }

    /** Adds the actors of "A", "A and B", "A, B and C" from token {@code from}. */
    private static void addList(Scene scene, int from, Role role, List<Participation> out) {
        TaggedSentence s = scene.words();
        int to = s.phraseEnd(from);
        while (goesOn(s, to) && s.phraseEnd(to + 1) > to + 1) {
            to = s.phraseEnd(to + 1);
        }
        add(scene, from, to, role, out);
    }

    /** Whether the list goes on at its joint: ", B", "and B", where B is no subject of the next clause. */
    private static boolean goesOn(TaggedSentence s, int joint) {
        if (s.is(joint, "and")) {
            return s.tag(s.phraseEnd(joint + 1)) != Pos.VERB;
        }
        return JOINT.standsAt(s, joint);
    }

    private static void add(Scene scene, int from, int to, Role role, List<Participation> out) {
        for (Mention mention : scene.mentionsIn(from, to)) {
            String label = AgreementFinder.label(scene, mention);
            boolean able = mention.actor() != null
                    || mention.type() == EntityType.ORG
                    || (mention.type() == EntityType.LOC && role == Role.GUARANTOR);
            boolean told =
                    out.stream().anyMatch(p -> p.role() == role && p.actor().equals(label));
            if (able && !told) {
                out.add(new Participation(label, role, scene.article().id(), mention.span()));
            }
        }
    }
}
