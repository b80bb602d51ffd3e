package org.rashomon.annotate.incidents;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.TimeExpression;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/**
 * Which time expression tells when an event happened. Each expression belongs to one head of its clause: the nearest verb or
 * event noun before it, else the first verb after it; so the day on which somebody spoke never dates what was spoken of.
 */
final class EventTimes {
    /** Verbs that tell how an event went or ended: their time is its time. */
    private static final Set<String> OUTCOMES =
            WordLists.of("en/incident-words.tsv").list("outcomes");

    private EventTimes() {}

    /** The expression that dates the event, days before times of day; null when none does. */
    static @Nullable TimeExpression of(Scene scene, Event event, List<Event> all) {
        TimeExpression best = null;
        for (TimeExpression time : scene.times()) {
            if (time.type() == TimeExpression.Type.DURATION || time.type() == TimeExpression.Type.SET) {
                continue;
            }
            if (ownerOf(scene, time, all) == event
                    && (best == null || best.interval() == null && time.interval() != null)) {
                best = time;
            }
        }
        return best;
    }

    private static @Nullable Event ownerOf(Scene scene, TimeExpression time, List<Event> all) {
        TaggedSentence s = scene.words();
        int from = s.at(time.span().start());
        int to = s.endAt(time.span().end());
        Event modified = modified(s, from, to, all);
        if (modified != null) {
            return modified;
        }
        Event opened = openedBy(s, to, all);
        if (opened != null) {
            return opened;
        }
        for (int i = from - 1; i >= 0; i--) {
            Event event = covering(all, i);
            if (event != null) {
                return event;
            }
            if (s.isBoundary(i) || s.is(i, "\"")) {
                break;
            }
            if (s.is(i, ",")
                    && i < from - 2
                    && !s.isAny(i + 1, OUTCOMES)
                    && !scene.inTime(i - 1)
                    && !scene.inTime(i + 1)) {
                break;
            }
            if (s.tag(i) == Pos.VERB && !isModifier(s, i)) {
                return s.isAny(i, OUTCOMES) && !isOfAnother(s, i, all) ? nearest(scene, all, i) : null;
            }
        }
        for (int i = to; i < s.size(); i++) {
            int token = i;
            Event event = covering(all, i);
            if (event != null && event.parts().stream().anyMatch(e -> !e.isNoun() && covers(e, token))) {
                return event;
            }
            if (s.isBoundary(i) && !s.is(i, "when") || s.is(i, "\"")) {
                return null;
            }
            if (s.tag(i) == Pos.VERB && !isModifier(s, i) && event == null) {
                return s.isAny(i, OUTCOMES) && i > to ? nearest(scene, all, i) : null;
            }
        }
        return scene.isHeadline() && all.size() == 1 ? all.get(0) : null;
    }

    /** "On 11 March, when gunners shelled the post": the day of the clause that it opens. */
    private static @Nullable Event openedBy(TaggedSentence s, int to, List<Event> all) {
        int when = s.is(to, ",") ? to + 1 : to;
        if (!s.is(when, "when")) {
            return null;
        }
        for (int i = when + 1; i < s.size() && !s.isBoundary(i) && !s.is(i, "\""); i++) {
            Event event = covering(all, i);
            if (event != null) {
                return event;
            }
        }
        return null;
    }

    /**
     * Whether the outcome verb at {@code verb} tells of something else: a pact <em>came into force</em>, or the relative clause
     * of an apposition that holds no event (<em>the strike broke the accord, a truce that came in March</em>).
     */
    private static boolean isOfAnother(TaggedSentence s, int verb, List<Event> all) {
        if (s.is(verb + 1, "into") && s.isAny(verb + 2, Set.of("force", "effect"))) {
            return true;
        }
        if (!s.isAny(verb - 1, Set.of("that", "which"))) {
            return false;
        }
        for (int i = verb - 2; i > 0; i--) {
            if (covering(all, i) != null) {
                return false;
            }
            if (s.is(i, ",")) {
                return i < verb - 2;
            }
        }
        return false;
    }

    private static boolean covers(Event event, int token) {
        return event.from <= token && token < event.to;
    }

    private static boolean isModifier(TaggedSentence s, int i) {
        return s.lower(i).indexOf('-') > 0 || (s.tag(i - 1) == Pos.DET || s.tag(i - 1) == Pos.ADJ) && s.isNoun(i + 1);
    }

    /** "yesterday's air strikes", "a 19 September attack", "the Monday morning strike". */
    private static @Nullable Event modified(TaggedSentence s, int from, int to, List<Event> all) {
        for (Event event : all) {
            for (Event part : event.parts()) {
                boolean before = part.isNoun() && to <= part.from && from >= part.start - 3;
                if (!before) {
                    continue;
                }
                boolean open = true;
                for (int i = to; i < part.from; i++) {
                    open &= s.isNoun(i)
                            || s.tag(i) == Pos.ADJ
                            || s.isPossessive(i)
                            || s.tag(i) == Pos.NUM
                            || s.lower(i).indexOf('-') > 0;
                }
                boolean prepositional = from > 0 && s.isAny(from - 1, Set.of("on", "in", "said"));
                if (open && !(prepositional && !s.isPossessive(to))) {
                    return event;
                }
            }
        }
        return null;
    }

    private static @Nullable Event covering(List<Event> all, int token) {
        for (Event event : all) {
            if (event.covers(token)) {
                return event;
            }
        }
        return null;
    }

    /** The event whose outcome the verb at {@code verb} tells: the last before it in its clause, else the first after it. */
    private static @Nullable Event nearest(Scene scene, List<Event> all, int verb) {
        TaggedSentence s = scene.words();
        Event left = null;
        for (Event event : all) {
            if (event.from < verb) {
                left = event;
            }
        }
        if (left != null && !partedBy(s, left, verb)) {
            return left;
        }
        for (Event event : all) {
            if (event.from > verb && event.from - verb < 25) {
                return event;
            }
        }
        return null;
    }

    private static boolean partedBy(TaggedSentence s, Event event, int verb) {
        int to = event.parts().get(event.parts().size() - 1).to;
        for (int i = to; i < verb; i++) {
            if (s.is(i, ";")
                    || s.is(i, "\"")
                    || s.tag(i) == Pos.VERB && s.tag(i - 1) != Pos.DET && !s.isAny(i, OUTCOMES) && !s.isBoundary(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause around the event speaks of a span of time and so of a pattern: "since December", "in recent days". */
    static boolean isPattern(Scene scene, Event event) {
        TaggedSentence s = scene.words();
        for (Event part : event.parts()) {
            int low = Math.max(0, part.start - 14);
            for (int i = part.start - 1; i >= low && !s.isBoundary(i) && !(s.is(i, "\"")); i--) {
                if (marks(scene, i)) {
                    return true;
                }
            }
            for (int i = part.to;
                    i < Math.min(s.size(), part.to + 22) && !(s.isBoundary(i) && !s.is(i, "since")) && !s.is(i, "\"");
                    i++) {
                if (marks(scene, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean marks(Scene scene, int i) {
        TaggedSentence s = scene.words();
        if (s.is(i, "since")) {
            return !s.is(i + 1, "then");
        }
        if (s.isAny(
                i,
                Set.of(
                        "repeatedly",
                        "routinely",
                        "regularly",
                        "daily",
                        "often",
                        "frequently",
                        "increasingly",
                        "systematically",
                        "constantly",
                        "sometimes",
                        "occasionally",
                        "always",
                        "usually"))) {
            return true;
        }
        if (s.is(i, "recent") || s.is(i, "past")) {
            return s.isAny(
                            i + 1,
                            Set.of(
                                    "days", "weeks", "months", "years", "week", "month", "year", "two", "three", "four",
                                    "five", "six", "few", "several", "decade"))
                    && !s.is(i + 1, "week");
        }
        if (s.isAny(i, Set.of("every", "each"))) {
            return s.isAny(i + 1, Set.of("day", "night", "week", "month", "year", "time", "hour"));
        }
        if (s.isAny(i, Set.of("weeks", "months", "years", "decades"))) {
            return s.is(i - 1, "for")
                    || s.is(i + 1, "of")
                    || s.is(i - 2, "for")
                    || s.is(i - 1, "recent")
                    || s.is(i - 3, "over")
                    || s.is(i - 3, "during");
        }
        if (s.is(i, "days")) {
            return s.is(i + 1, "of") || s.is(i - 1, "recent");
        }
        return s.is(i, "during")
                        && s.is(i + 1, "the")
                        && s.isAny(i + 2, Set.of("war", "conflict", "course", "fighting", "crisis"))
                || s.is(i, "in") && s.is(i + 1, "the") && s.isAny(i + 2, Set.of("war", "conflict", "fighting"));
    }
}
