package org.rashomon.model.claims;

import java.util.List;
import org.rashomon.model.Actor;
import org.rashomon.model.Span;

/**
 * What a claim says of a deed: of whom, and whether at all. Read one claim at a time; how two claims bear on each other follows from
 * their stances.
 *
 * @param actors those blamed or cleared, as far as they are known
 * @param labels the same as the text has them, those for whom no actor is known included; empty where nobody is named
 * @param others whether somebody is meant besides whom no actor is known for
 * @param spans where the labels stand; empty for the speaker's own side where no words name it
 * @param confidence 0 to 1; 1 where words decide
 */
public record Stance(
        Kind kind,
        List<Actor> actors,
        List<String> labels,
        List<Span> spans,
        boolean others,
        Mode mode,
        double confidence) {
    public Stance {
        actors = List.copyOf(actors);
        labels = List.copyOf(labels);
        spans = List.copyOf(spans);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence + " is not in [0, 1]");
        }
    }

    /** Whether it blames somebody whom no actor is known for, besides those who are: <em>the regime and its ally</em>. */
    public boolean blamesOthers() {
        return kind == Kind.BLAMES && others;
    }

    /** What an act and its targets alone tell of a deed, where nothing else reads the claim. */
    public static List<Stance> of(Act act, List<Actor> targets, List<String> labels) {
        return switch (act) {
            case ACCUSE, ADMIT -> List.of(new Stance(Kind.BLAMES, targets, labels, List.of(), false, Mode.ONE, 1));
            case DENY -> List.of(new Stance(Kind.CLEARS, targets, labels, List.of(), false, Mode.ONE, 1));
            default -> List.of();
        };
    }

    /** What is said of the deed. */
    public enum Kind {
        /** Makes somebody the doer. */
        BLAMES,
        /** Says that somebody did not do it. */
        CLEARS,
        /** Tells that it happened, or a detail of it. */
        TELLS,
        /** Says that it did not happen. */
        NOT_HAPPENED,
        /** Gives an accident or another cause. */
        OTHER_CAUSE,
        /** Holds somebody answerable, whoever did it. */
        ANSWERABLE
    }

    /** How many are meant. */
    public enum Mode {
        /** Nobody, or one. */
        ONE,
        /** All of those named together. */
        ALL,
        /** One of those named, and the words leave open which. */
        EITHER
    }
}
