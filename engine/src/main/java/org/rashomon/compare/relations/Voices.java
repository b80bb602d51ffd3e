package org.rashomon.compare.relations;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rashomon.compare.corpus.Sides;
import org.rashomon.compare.corpus.Words;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.words.Tsv;

/**
 * Whether two statements may come from one source: only those that surely do not bear each other out. <em>A monitor</em> may be the
 * observatory, <em>state media</em> the agency, <em>the ministry</em> the Defence Ministry, and whose director speaks speaks for it.
 */
final class Voices {
    private static final Map<String, String> KINDS = Tsv.pairs("en/voice-kinds.tsv");

    private static final Pattern POINTING =
            Pattern.compile("^(?i:the|this|that|these|those|it|they|he|she|some|others?)\\b ?");
    private static final Pattern CAPITAL = Pattern.compile(" \\p{Lu}");
    private static final Pattern NAME = Pattern.compile("\\b(?!The )\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+");

    private Voices() {}

    static boolean mayBeOne(Stance a, Stance b) {
        if (a.sameSpeaker(b) || a.sameSide(b) || isNobody(a) || isNobody(b)) {
            return true;
        }
        if (!(isNamed(a) && isNamed(b)) && !Collections.disjoint(kinds(a), kinds(b))) {
            return true;
        }
        Set<String> inA = words(a);
        Set<String> inB = words(b);
        if (isBody(a) && isBody(b)) {
            return inA.containsAll(inB) || inB.containsAll(inA);
        }
        if (isBody(a) != isBody(b)) {
            // of all words of a body's name: that both are of one town says nothing
            Set<String> source = isBody(a) ? inB : inA;
            return isOfState(isBody(a) ? b : a, isBody(a) ? a : b)
                    || (!source.isEmpty() && source.containsAll(isBody(a) ? inA : inB));
        }
        return inA.stream().anyMatch(inB::contains);
    }

    /** Whether a person is of the state whose organ the body is: a spokesman, as far as anybody can tell. */
    private static boolean isOfState(Stance person, Stance body) {
        Actor one = person.claim().speaker().actor();
        Actor state = body.claim().speaker().actor();
        return one != null
                && state != null
                && one.country() != null
                && Sides.isOrgan(state)
                && one.country().equals(state.country());
    }

    /** Nobody known: <em>the group, the source</em> without a name is somebody whom the text named before. */
    private static boolean isNobody(Stance stance) {
        boolean pointsBack = stance.claim().speaker().actor() == null
                && POINTING.matcher(stance.label()).find()
                && !CAPITAL.matcher(stance.label()).find();
        return pointsBack
                || (stance.claim().speaker().status() == SpeakerStatus.UNRESOLVED
                        && words(stance).isEmpty());
    }

    private static boolean isBody(Stance stance) {
        Actor actor = stance.claim().speaker().actor();
        return actor != null && actor.type() != ActorType.PERSON;
    }

    /** What a source is called, but for names of states. */
    private static Set<String> words(Stance stance) {
        Set<String> words = new TreeSet<>();
        called(stance)
                .filter(word -> !stance.sides().isOfState(word))
                .forEach(word -> words.addAll(Words.telling(word)));
        Actor actor = stance.claim().speaker().actor();
        if (actor != null && !isBody(stance)) {
            // two people may share a name, and whose they are tells more
            words.removeAll(Words.telling(actor.name()));
        }
        return words;
    }

    /** What kind of source it is called, or is. */
    private static Set<String> kinds(Stance stance) {
        Set<String> kinds = new TreeSet<>();
        called(stance).forEach(word -> Optional.ofNullable(KINDS.get(word)).ifPresent(kinds::add));
        Actor side = stance.side();
        if (side != null && side.type() == ActorType.OUTLET) {
            kinds.add("media");
        }
        return kinds;
    }

    private static Stream<String> called(Stance stance) {
        Speaker speaker = stance.claim().speaker();
        Actor side = stance.side();
        return Stream.of(
                        stance.label(),
                        speaker.affiliation(),
                        isBody(stance) ? null : stance.called(),
                        side == null ? null : side.name())
                .filter(Objects::nonNull)
                .flatMap(name -> Stream.of(Words.fold(name).split(" ")));
    }

    private static boolean isNamed(Stance stance) {
        return stance.side() != null || isName(stance);
    }

    /** <em>The Harbour Committees, a monitoring group</em>, is a name: two words with capitals that follow each other. */
    private static boolean isName(Stance stance) {
        return NAME.matcher(stance.label()).find();
    }
}
