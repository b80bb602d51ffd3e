package org.rashomon.compare.relations;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static final String KIND = "kind ";
    private static final Pattern POINTING =
            Pattern.compile("^(?i:the|this|that|these|those|it|they|he|she|some|others?) ?");
    private static final Pattern CAPITAL = Pattern.compile(" \\p{Lu}");
    private static final Pattern NAME = Pattern.compile("\\b(?!The )\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+");

    private Voices() {}

    static boolean mayBeOne(Stance a, Stance b) {
        if (a.sameSpeaker(b) || a.sameSide(b) || isNobody(a) || isNobody(b)) {
            return true;
        }
        Set<String> inA = words(a);
        Set<String> inB = words(b);
        if (isBody(a) && isBody(b)) {
            return inA.containsAll(inB) || inB.containsAll(inA);
        }
        if (isBody(a) != isBody(b)) {
            return speaksFor(isBody(a) ? inB : inA, isBody(a) ? inA : inB);
        }
        return inA.stream().anyMatch(inB::contains);
    }

    /** Whether a source may be of a body: a kind in common, or all words of its name; that both are of one town says nothing. */
    private static boolean speaksFor(Set<String> source, Set<String> body) {
        return body.stream().anyMatch(word -> word.startsWith(KIND) && source.contains(word))
                || (!source.isEmpty() && source.containsAll(withoutKinds(body)));
    }

    private static Set<String> withoutKinds(Set<String> words) {
        Set<String> names = new TreeSet<>(words);
        names.removeIf(word -> word.startsWith(KIND));
        return names;
    }

    /** Nobody known: <em>the group, the source</em> without a name is somebody whom the text named before. */
    private static boolean isNobody(Stance stance) {
        boolean pointsBack = stance.claim().speaker().actor() == null
                && POINTING.matcher(stance.label()).find()
                && !CAPITAL.matcher(stance.label()).find();
        boolean bare = words(stance).isEmpty();
        return pointsBack || (bare && stance.claim().speaker().status() == SpeakerStatus.UNRESOLVED);
    }

    private static boolean isBody(Stance stance) {
        Actor actor = stance.claim().speaker().actor();
        return actor != null && actor.type() != ActorType.PERSON;
    }

    /** What a source is called, but for names of states, and what kind of source it is where it has no name. */
    private static Set<String> words(Stance stance) {
        Set<String> words = new TreeSet<>();
        Speaker speaker = stance.claim().speaker();
        Actor side = stance.side();
        boolean named = side != null || isName(stance);
        boolean body = isBody(stance);
        Stream.of(
                        stance.label(),
                        speaker.affiliation(),
                        body ? null : stance.called(),
                        side == null ? null : side.name())
                .filter(Objects::nonNull)
                .forEach(name -> add(words, name, stance, !named || speaker.actor() != null));
        if (side != null && side.type() == ActorType.OUTLET) {
            words.add(KIND + "media");
        }
        if (speaker.actor() != null && !body) {
            // two people may share a name, and whose they are tells more
            words.removeAll(Words.telling(speaker.actor().name()));
        }
        return words;
    }

    private static void add(Set<String> words, String name, Stance stance, boolean kinds) {
        for (String word : Words.fold(name).split(" ")) {
            if (!stance.sides().isOfState(word)) {
                words.addAll(Words.telling(word));
            }
            String kind = KINDS.get(word);
            if (kind != null && kinds) {
                words.add(KIND + kind);
            }
        }
    }

    /** <em>The Harbour Committees, a monitoring group</em>, is a name: two words with capitals that follow each other. */
    private static boolean isName(Stance stance) {
        return NAME.matcher(stance.label()).find();
    }
}
