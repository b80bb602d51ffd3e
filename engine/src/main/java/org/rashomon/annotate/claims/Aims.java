package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.model.Actor;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.Stance;
import org.rashomon.nlp.ClaimReading;
import org.rashomon.nlp.ClaimReading.Aim;
import org.rashomon.nlp.ClaimReading.Aimed;

/**
 * Whom a claim is aimed at, and what it says of a deed, by the words that the trained reader marks; whom these words mean is told by
 * {@link AimedActors}.
 */
final class Aims {
    private static final PhrasePattern DISJUNCTION = PhrasePattern.of("en/claim-constructions.tsv", "disjunction");
    /** From so likely on, a stance counts; by half a probability the one and the other are as often wrong as left out. */
    private static final double LEAST = 0.5;
    /** The same where the act is a denial already: what is denied is then seldom anything but a deed or a charge. */
    private static final double LEAST_OF_DENIAL = 0.25;

    /** Whose words a stance names, where it names anybody's. */
    private static final Map<Stance.Kind, Aim> AIMS =
            Map.of(Stance.Kind.BLAMES, Aim.BLAMED, Stance.Kind.CLEARS, Aim.CLEARED, Stance.Kind.ANSWERABLE, Aim.BLAMED);

    private Aims() {}

    /**
     * Whom an act is aimed at.
     *
     * @param actors those known
     * @param labels the words for all of them
     */
    record Targets(List<Actor> actors, List<String> labels) {
        static final Targets NONE = new Targets(List.of(), List.of());
    }

    /** Actors and words for them, without repetition. */
    private static final class Found {
        private final Set<Actor> actors = new LinkedHashSet<>();
        private final Set<String> labels = new LinkedHashSet<>();
        private final List<Span> spans = new ArrayList<>();
        private double probability;
        private final Set<String> nobodies = new LinkedHashSet<>();
        private boolean others;

        void add(List<AimedActors.Meant> all, double likely, AimedActors whom) {
            probability = Math.max(probability, likely);
            for (AimedActors.Meant meant : all) {
                if (meant.actor() != null) {
                    actors.add(meant.actor());
                } else {
                    others = true;
                    if (!whom.isNamed(meant.span())) {
                        nobodies.add(meant.label());
                    }
                }
                labels.add(meant.label());
                spans.add(meant.span());
            }
        }

        void add(@Nullable Actor own, double likely) {
            probability = Math.max(probability, likely);
            if (own != null) {
                actors.add(own);
            }
        }

        /** Leaves out words that mean nobody. */
        void keepSomebodies() {
            labels.removeIf(label -> nobodies.contains(label) && !AimedActors.isSomebody(label));
        }

        boolean isEmpty() {
            return labels.isEmpty() && actors.isEmpty();
        }
    }

    /** Targets of the act. */
    static Targets targets(Act act, Attribution attribution, Speaker speaker, ClaimReading reading, AimedActors whom) {
        Found found = found(Aim.TARGET, attribution, speaker, reading, whom);
        found.keepSomebodies();
        if (found.isEmpty() && act == Act.ACCUSE) {
            found = found(Aim.BLAMED, attribution, speaker, reading, whom);
        }
        if (found.isEmpty() && act == Act.DENY) {
            found = found(Aim.CLEARED, attribution, speaker, reading, whom);
        }
        found.keepSomebodies();
        return new Targets(List.copyOf(found.actors), List.copyOf(found.labels));
    }

    private static Found found(
            Aim aim, Attribution attribution, Speaker speaker, ClaimReading reading, AimedActors whom) {
        Found found = new Found();
        for (Aimed aimed : reading.aimed(aim)) {
            if (attribution.source().stream().noneMatch(source -> source.overlaps(aimed.words()))) {
                found.add(whom.of(aimed.words(), attribution, speaker, aim == Aim.BLAMED), aimed.probability(), whom);
            }
        }
        double own = reading.own().getOrDefault(aim, 0.0);
        if (own >= LEAST) {
            found.add(speaker.actor(), own);
        }
        return found;
    }

    /** Stances, in the order of their kinds. */
    static List<Stance> stances(
            String text, Act act, Attribution attribution, Speaker speaker, ClaimReading reading, AimedActors whom) {
        List<Stance> stances = new ArrayList<>();
        for (Stance.Kind kind : Stance.Kind.values()) {
            double probability = reading.stances().getOrDefault(kind, 0.0);
            if (probability >= least(kind, act)) {
                Aim aim = AIMS.get(kind);
                Found found = aim == null ? new Found() : found(aim, attribution, speaker, reading, whom);
                if (kind == Stance.Kind.BLAMES && act != Act.ADMIT) {
                    // who admits nothing blames others: the name stands there for another reason
                    found.actors.remove(speaker.actor());
                }
                stances.add(stance(text, kind, probability, found));
            }
        }
        return stances;
    }

    private static Stance stance(String text, Stance.Kind kind, double probability, Found found) {
        // who is blamed must be said: else it is only told
        Stance.Kind given = kind == Stance.Kind.BLAMES && found.isEmpty() ? Stance.Kind.TELLS : kind;
        return new Stance(
                given,
                List.copyOf(found.actors),
                List.copyOf(found.labels),
                found.spans,
                found.others && !found.actors.isEmpty(),
                mode(text, found.spans),
                found.isEmpty() ? probability : Math.min(probability, found.probability));
    }

    private static double least(Stance.Kind kind, Act act) {
        return act == Act.DENY && kind == Stance.Kind.CLEARS ? LEAST_OF_DENIAL : LEAST;
    }

    /** <em>Syrian or Russian aircraft</em> is one of them, and the words leave open which. */
    private static Stance.Mode mode(String text, List<Span> spans) {
        if (spans.size() < 2) {
            return spans.size() == 1 && DISJUNCTION.in(TextWords.of(spans.get(0).in(text)))
                    ? Stance.Mode.EITHER
                    : Stance.Mode.ONE;
        }
        for (int i = 1; i < spans.size(); i++) {
            int from = spans.get(i - 1).end();
            int to = spans.get(i).start();
            if (from < to && DISJUNCTION.in(TextWords.of(text.substring(from, to)))) {
                return Stance.Mode.EITHER;
            }
        }
        return Stance.Mode.ALL;
    }
}
