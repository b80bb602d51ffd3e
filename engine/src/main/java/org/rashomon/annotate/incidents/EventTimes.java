package org.rashomon.annotate.incidents;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.TimeExpression;

/**
 * Which time expression tells when an event happened. Each expression belongs to one head of its clause: the nearest verb or
 * event noun before it, else the first verb after it; so the day on which somebody spoke never dates what was spoken of.
 */
final class EventTimes {
    /** Verbs that tell how an event went or ended: their time is its time. */
    private static final PhrasePattern VERB = Scene.pattern("verb");

    private static final PhrasePattern INTO_FORCE = Scene.pattern("into force");
    private static final PhrasePattern IN_TIME_PHRASE = Scene.pattern("in time phrase");
    private static final Set<String> OUTCOMES = Scene.LISTS.list("outcomes");

    private static final Set<String> NO_MODIFIER = Scene.LISTS.list("no modifier");
    private static final Set<String> RELATIVES = Scene.LISTS.list("relatives");
    private static final Set<TimeExpression.Type> NO_DATES =
            EnumSet.of(TimeExpression.Type.DURATION, TimeExpression.Type.SET);
    private static final Set<String> SPAN_OPENS = Scene.LISTS.list("span opens");
    private static final Set<String> SPAN_JOINS = Scene.LISTS.list("span joins");
    private static final PhrasePattern HABIT = Scene.pattern("habit");

    private final Scene scene;
    private final TaggedSentence s;
    private final List<Event> all;

    /** @param all the events of the sentence, among which its times are shared out */
    EventTimes(Scene scene, List<Event> all) {
        this.scene = scene;
        this.s = scene.words();
        this.all = all;
    }

    /** The expression that dates the event, days before times of day; null when none does. */
    @Nullable
    TimeExpression of(Event event) {
        List<TimeExpression> own = scene.times().stream()
                .filter(t -> !NO_DATES.contains(t.type()) && !isEndOfSpan(t) && ownerOf(t) == event)
                .toList();
        return own.stream().filter(t -> t.interval() != null).findFirst().orElse(own.isEmpty() ? null : own.get(0));
    }

    /** <em>Between September and March, from Monday to Friday</em>: neither is the day of what is told of the whole time. */
    private boolean isEndOfSpan(TimeExpression time) {
        int from = s.at(time.span().start());
        int to = s.endAt(time.span().end());
        boolean first = s.isAny(from - 1, SPAN_OPENS) && s.isAny(to, SPAN_JOINS) && scene.inTime(to + 1);
        return first || (s.isAny(from - 1, SPAN_JOINS) && isFirstEnd(from - 2));
    }

    private boolean isFirstEnd(int last) {
        return scene.times().stream()
                .anyMatch(t -> s.endAt(t.span().end()) == last + 1
                        && s.isAny(s.at(t.span().start()) - 1, SPAN_OPENS));
    }

    private @Nullable Event ownerOf(TimeExpression time) {
        int from = s.at(time.span().start());
        int to = s.endAt(time.span().end());
        for (Event event : all) {
            if (event.parts().stream().anyMatch(part -> isModifier(from, to, part))) {
                return event;
            }
        }
        Event opened = openedBy(to);
        if (opened != null) {
            return opened;
        }
        int before = s.runStart(from, from, i -> !isHead(i) && !endsClause(i, from)) - 1;
        if (isHead(before)) {
            Event told = covering(before);
            return told != null || isOfAnother(before) ? told : nearest(before);
        }
        int after = s.runEnd(to, s.size(), i -> !isVerbHead(i) && !isBreak(i));
        if (isVerbHead(after)) {
            Event told = covering(after);
            return told != null || after == to ? told : nearest(after);
        }
        return after == s.size() && scene.isHeadline() && all.size() == 1 ? all.get(0) : null;
    }

    /** An event, or a verb that no noun follows as what it modifies. */
    private boolean isHead(int i) {
        return covering(i) != null || isVerb(i);
    }

    private boolean isVerbHead(int i) {
        Event event = covering(i);
        return event == null ? isVerb(i) : event.parts().stream().anyMatch(e -> !e.isNoun() && e.holds(i));
    }

    private boolean isVerb(int i) {
        return VERB.standsAt(s, i);
    }

    private boolean isBreak(int i) {
        return (s.isBoundary(i) && !s.is(i, "when")) || s.is(i, "\"");
    }

    /** Whether a clause ends at token {@code i}, seen from the time at {@code from}. */
    private boolean endsClause(int i, int from) {
        if (!s.is(i, ",")) {
            return s.isBoundary(i) || s.is(i, "\"");
        }
        return i < from - 2 && !scene.inTime(i - 1);
    }

    /** "On 11 March, when gunners shelled the post": the day of the clause that it opens. */
    private @Nullable Event openedBy(int to) {
        int when = s.is(to, ",") ? to + 1 : to;
        if (!s.is(when, "when")) {
            return null;
        }
        return covering(s.runEnd(when + 1, s.size(), i -> covering(i) == null && !isBreak(i)));
    }

    /**
     * Whether the outcome verb at {@code verb} tells of something else: a pact <em>came into force</em>, or the relative clause
     * of an apposition that holds no event (<em>the strike broke the accord, a truce that came in March</em>).
     */
    private boolean isOfAnother(int verb) {
        if (INTO_FORCE.standsAt(s, verb + 1)) {
            return true;
        }
        int remark = s.runStart(verb - 1, verb, i -> covering(i) == null && !s.is(i, ",")) - 1;
        return s.isAny(verb - 1, RELATIVES) && s.is(remark, ",") && remark < verb - 2;
    }

    /** "yesterday's air strikes", "a 19 September attack", "the Monday morning strike". */
    private boolean isModifier(int from, int to, Event part) {
        if (!part.isNoun() || to > part.from || from < part.start - 3) {
            return false;
        }
        boolean adverbial = s.isAny(from - 1, NO_MODIFIER) && !s.isPossessive(to);
        return !adverbial && !s.any(to, part.from, i -> !IN_TIME_PHRASE.standsAt(s, i));
    }

    private @Nullable Event covering(int token) {
        return all.stream().filter(e -> e.covers(token)).findFirst().orElse(null);
    }

    /** The event whose outcome the verb at {@code verb} tells: the last before it in its clause, else the first after it. */
    private @Nullable Event nearest(int verb) {
        if (!s.isAny(verb, OUTCOMES)) {
            return null;
        }
        List<Event> before = all.stream().filter(e -> e.from < verb).toList();
        if (!before.isEmpty() && !isParted(before.get(before.size() - 1), verb)) {
            return before.get(before.size() - 1);
        }
        return all.stream()
                .filter(e -> e.from > verb && e.from - verb < 25)
                .findFirst()
                .orElse(null);
    }

    private boolean isParted(Event event, int verb) {
        List<Event> parts = event.parts();
        return s.any(parts.get(parts.size() - 1).to, verb, i -> s.is(i, "\"") || (isVerb(i) && !s.isAny(i, OUTCOMES)));
    }

    /** Whether the clause around the event speaks of a span of time and so of a pattern: "since December", "in recent days". */
    static boolean isPattern(Scene scene, Event event) {
        TaggedSentence s = scene.words();
        return event.parts().stream().anyMatch(part -> {
            int from = s.runStart(part.start, 14, i -> !s.isBoundary(i) && !s.is(i, "\""));
            int to = s.runEnd(part.to, 22, i -> (!s.isBoundary(i) || s.is(i, "since")) && !s.is(i, "\""));
            return s.any(from, part.start, i -> HABIT.standsAt(s, i)) || s.any(part.to, to, i -> HABIT.standsAt(s, i));
        });
    }
}
