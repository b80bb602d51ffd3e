package org.rashomon.compare.relations;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.claims.Act;
import org.rashomon.model.dossier.ClaimRelation.Kind;
import org.rashomon.model.dossier.ClaimRelation.Slot;
import org.rashomon.model.events.Figure;

/**
 * Compares two counts of the same unit and class as intervals. Overlap: compatible. No overlap at the same time: a conflict. A
 * later and higher count is an update and settles nothing; a later and lower one is a conflict, since the dead do not rise. Where
 * only one count has a day, nothing says which is the later.
 */
final class FigureRule implements RelationRule {

    /** How much more the highest may be than the lowest of what is still a count: about 30 is 27 to 33. */
    private static final double VAGUE = 1.5;
    /**
     * Further apart than this, counts of one incident seldom contradict each other: on 620 articles that nobody tuned on, those nearer did in
     * most cases, of those further apart one in twelve.
     */
    private static final double APART = 1.9;

    @Override
    public Optional<Finding> relate(Stance a, Stance b) {
        if (Voices.mayBeOne(a, b)
                || !a.circumstances().timeless().mayBeOf(b.circumstances().timeless())) {
            // one source that counts on, or counts of two deeds
            return Optional.empty();
        }
        for (Figure inA : a.figures()) {
            for (Figure inB : b.figures()) {
                if (states(a, inA) && states(b, inB) && comparable(inA, inB)) {
                    Optional<Finding> found = compare(a, inA, b, inB);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Who denies that 12 people were killed does not count 12; who denies that any were counts none. Who claims the attack that killed 12
     * does not count them either: the number is the outlet's.
     */
    private static boolean states(Stance stance, Figure figure) {
        if (stance.claim().act() == Act.ADMIT) {
            return false;
        }
        return !stance.denies() || (figure.high() != null && figure.high() == 0);
    }

    static boolean comparable(Figure a, Figure b) {
        return a.unit() == b.unit()
                && !isSome(a)
                && !isSome(b)
                && samePeriod(a, b)
                && a.unit() != Figure.Unit.OTHER
                && a.personClass() == b.personClass()
                && a.personClass() != Figure.PersonClass.THING
                && a.cumulative() == b.cumulative();
    }

    /** Whether it counts some of them, of no class that would tell which. */
    private static boolean isSome(Figure figure) {
        return figure.part() && figure.personClass() == Figure.PersonClass.UNKNOWN;
    }

    private static boolean samePeriod(Figure a, Figure b) {
        return a.period() == null
                || b.period() == null
                || a.period().start().equals(b.period().start());
    }

    static boolean overlap(Figure a, Figure b) {
        return low(a) <= high(b) && low(b) <= high(a);
    }

    /** <em>Dozens, several, hundreds</em>: whoever says so has not counted, and contradicts no count. */
    private static boolean isVague(Figure figure) {
        return figure.low() != null && figure.high() != null && figure.high() > VAGUE * figure.low();
    }

    /** Whether two counts are near enough to be of the same people: of a part and the whole, or of two strikes, they are seldom. */
    private static boolean areOfOneOrder(Figure a, Figure b) {
        long smaller = Math.min(bound(a), bound(b));
        return Math.max(bound(a), bound(b)) <= APART * smaller;
    }

    /** The number given: that of <em>at least 7</em> and of <em>up to 7</em> is 7. */
    private static long bound(Figure figure) {
        return figure.high() == null ? low(figure) : figure.high();
    }

    private static Optional<Finding> compare(Stance a, Figure inA, Stance b, Figure inB) {
        String counts = "%s counts %s, %s counts %s".formatted(Naming.opening(a), range(inA), b.label(), range(inB));
        if (overlap(inA, inB)) {
            return isVague(inA) || isVague(inB) || !areOfOneOrder(inA, inB)
                    ? Optional.empty()
                    : found(
                            a,
                            inA,
                            b,
                            inB,
                            Kind.FIGURE_COMPATIBLE,
                            counts + " " + what(inA) + ": both can be true.",
                            0.8);
        }
        if (isVague(inA) || isVague(inB)) {
            return found(
                    a,
                    inA,
                    b,
                    inB,
                    Kind.UNDETERMINED,
                    counts + " " + what(inA) + "; one of them is no exact count.",
                    0.5);
        }
        if (!areOfOneOrder(inA, inB)) {
            return found(
                    a,
                    inA,
                    b,
                    inB,
                    Kind.UNDETERMINED,
                    counts + " " + what(inA) + "; so far apart they may count different things.",
                    0.5);
        }
        LocalDate dayA = day(a, inA);
        LocalDate dayB = day(b, inB);
        if ((dayA == null) != (dayB == null)) {
            return found(
                    a, inA, b, inB, Kind.UNDETERMINED, counts + " " + what(inA) + "; which is later is not told.", 0.5);
        }
        if (dayA == null || dayB == null || dayA.equals(dayB)) {
            return found(a, inA, b, inB, Kind.FIGURE_CONFLICT, counts + " " + what(inA) + " at the same time.", 0.8);
        }
        boolean aFirst = dayA.isBefore(dayB);
        boolean rises = aFirst ? high(inA) < low(inB) : high(inB) < low(inA);
        return rises
                ? found(
                        a,
                        inA,
                        b,
                        inB,
                        Kind.UNDETERMINED,
                        counts + " " + what(inA) + ": the later count is higher, an update.",
                        0.7)
                : found(
                        a,
                        inA,
                        b,
                        inB,
                        Kind.FIGURE_CONFLICT,
                        counts + " " + what(inA) + ": the later count is lower.",
                        0.7);
    }

    private static Optional<Finding> found(
            Stance a, Figure inA, Stance b, Figure inB, Kind kind, String reason, double score) {
        return Optional.of(new Finding(a, b, kind, Slot.FIGURE, inA.span(), inB.span(), reason, score));
    }

    private static @Nullable LocalDate day(Stance stance, Figure figure) {
        return figure.asOf() != null ? figure.asOf().end() : stance.day();
    }

    private static String range(Figure figure) {
        return figure.computed() ? interval(figure) + " (worked out)" : interval(figure);
    }

    private static String interval(Figure figure) {
        if (figure.low() == null) {
            return "up to " + figure.high();
        }
        if (figure.high() == null) {
            return "at least " + figure.low();
        }
        return figure.low().equals(figure.high())
                ? String.valueOf(figure.low())
                : figure.low() + " to " + figure.high();
    }

    private static String what(Figure figure) {
        String unit = figure.unit().name().toLowerCase(java.util.Locale.ROOT);
        return figure.personClass() == Figure.PersonClass.UNKNOWN
                ? unit
                : figure.personClass().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " " + unit;
    }

    private static long low(Figure figure) {
        return figure.low() == null ? 0 : figure.low();
    }

    private static long high(Figure figure) {
        return figure.high() == null ? Long.MAX_VALUE : figure.high();
    }
}
