package org.rashomon.annotate.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.TriggerLexicon.Flag;
import org.rashomon.annotate.incidents.TriggerLexicon.Form;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/** What or who was hit: the object of a verb, the subject of a passive, the phrase after <em>on</em> or <em>against</em>. */
public final class EventTargets {
    private static final Set<String> AT =
            Set.of("on", "against", "at", "upon", "of", "targeting", "hitting", "striking");
    private static final Set<String> GROUND =
            WordLists.of("en/incident-words.tsv").list("ground");
    private static final Set<String> LIGHT_HEADS =
            WordLists.of("en/incident-words.tsv").list("light heads");

    private final TriggerLexicon lexicon;

    public EventTargets(TriggerLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** A noun phrase, by tokens, without its determiner. */
    record Phrase(int from, int to, int head, boolean thing, boolean definite) {
        Span span(TaggedSentence s) {
            return s.span(from, to);
        }
    }

    /** Targets of all parts of the event, buildings and vehicles first, in order of text within each sort. */
    List<Phrase> of(Scene scene, Event event) {
        List<Phrase> found = new ArrayList<>();
        for (Event part : event.parts()) {
            if (part.isNoun()) {
                ofNoun(scene, part, found);
            } else {
                ofVerb(scene, part, found);
            }
        }
        List<Phrase> sorted = new ArrayList<>();
        for (boolean thing : new boolean[] {true, false}) {
            for (Phrase phrase : found) {
                if (phrase.thing() == thing && sorted.stream().noneMatch(p -> p.head() == phrase.head())) {
                    sorted.add(phrase);
                }
            }
        }
        return sorted;
    }

    private void ofNoun(Scene scene, Event event, List<Phrase> out) {
        TaggedSentence s = scene.words();
        // "the market bombing", "a checkpoint attack"
        if (event.start < event.from
                && lexicon.target(s.lower(event.from - 1)).equals("thing")
                && s.isNoun(event.from - 1)
                && !s.isAny(
                        event.from - 1,
                        Set.of(
                                "car",
                                "truck",
                                "mine",
                                "tank",
                                "bus",
                                "vehicle",
                                "drone",
                                "jet",
                                "plane",
                                "aircraft",
                                "helicopter",
                                "motorcycle",
                                "street"))) {
            int head = event.from - 1;
            int from = head;
            while (from > event.start && s.isCapitalised(from - 1) && s.tag(from - 1) == Pos.PROPN) {
                from--;
            }
            out.add(new Phrase(from, head + 1, head, true, s.is(event.start, "the")));
        }
        int i = event.to;
        int limit = Math.min(s.size(), event.to + 22);
        while (i < limit) {
            Pos tag = s.tag(i);
            if (s.isAny(i, AT) && (!s.is(i, "of") || i == event.to)) {
                int end = addPhrases(scene, i + 1, s.is(i, "on") || s.is(i, "against") || s.is(i, "targeting"), out);
                i = Math.max(i + 1, end);
                continue;
            }
            if (tag == Pos.VERB
                    || s.is(i, "\"")
                    || s.is(i, "'")
                    || s.isBoundary(i)
                    || s.is(i, ",")
                    || s.is(i, "by") && !out.isEmpty()) {
                return;
            }
            i++;
        }
    }

    private void ofVerb(Scene scene, Event event, List<Phrase> out) {
        TaggedSentence s = scene.words();
        if (event.entry.has(Flag.INTR)) {
            return;
        }
        if (event.passive) {
            int subjectTo = event.start;
            TokenRange subject = subject(scene, subjectTo);
            if (subject != null) {
                addFrom(scene, subject.from(), subject.to(), true, out);
            }
            return;
        }
        int i = event.to;
        while (s.tag(i) == Pos.ADV || s.is(i, "at") && event.form != Form.SINGULAR && !s.is(i + 1, "least")) {
            i++;
        }
        addPhrases(scene, i, true, out);
    }

    /** Adds the phrases of a list ("A, B and C") that begins at {@code from}; returns one past the last. */
    private int addPhrases(Scene scene, int from, boolean open, List<Phrase> out) {
        TaggedSentence s = scene.words();
        int i = from;
        boolean first = true;
        while (i < s.size()) {
            int end = s.phraseEnd(i);
            if (end == i || scene.inTime(i) && scene.inTime(end - 1)) {
                return first ? from : i;
            }
            int head = s.head(i, end);
            // "dozens of civilians", "a crowd of mourners"
            while (head >= 0
                    && s.is(end, "of")
                    && (s.isAny(head, LIGHT_HEADS)
                            || lexicon.target(s.lower(head)).isEmpty())
                    && s.phraseEnd(end + 1) > end + 1) {
                int next = s.phraseEnd(end + 1);
                if (s.head(end + 1, next) < 0) {
                    break;
                }
                end = next;
                head = s.head(i, end);
            }
            boolean added = add(scene, i, end, open && first, out);
            if (!first && !added) {
                return end;
            }
            first = false;
            int next = end;
            if (s.is(next, ",")) {
                next++;
            }
            if (s.is(next, "and") || s.is(next, "or")) {
                next++;
            }
            if (next == end || !added) {
                return end;
            }
            int nextEnd = s.phraseEnd(next);
            int nextHead = nextEnd > next ? s.head(next, nextEnd) : -1;
            if (nextHead < 0
                    || lexicon.target(s.lower(nextHead)).isEmpty()
                    || s.tag(nextEnd) == Pos.VERB
                    || s.tag(nextEnd) == Pos.AUX) {
                return end;
            }
            i = next;
        }
        return i;
    }

    private void addFrom(Scene scene, int from, int to, boolean open, List<Phrase> out) {
        TaggedSentence s = scene.words();
        int i = from;
        while (i < to) {
            int end = Math.min(to, s.phraseEnd(i));
            if (end > i) {
                if (!scene.inTime(i)) {
                    boolean inPlace = i > from
                            && (s.isAny(
                                            i - 1,
                                            Set.of(
                                                    "in", "near", "at", "from", "outside", "around", "with", "after",
                                                    "on"))
                                    || s.is(i - 1, "of") && !out.isEmpty()
                                    || s.isAny(i - 2, GROUND) && s.is(i - 1, "of"));
                    if (!inPlace) {
                        add(scene, i, end, open, out);
                    }
                }
                i = end;
            } else {
                i++;
            }
        }
    }

    private boolean add(Scene scene, int from, int end, boolean open, List<Phrase> out) {
        TaggedSentence s = scene.words();
        int head = s.head(from, end);
        if (head < 0) {
            return false;
        }
        String kind = lexicon.target(s.lower(head));
        List<Mention> inside = scene.mentionsIn(from, end);
        boolean place = inside.stream()
                .anyMatch(m -> m.type() == EntityType.LOC
                        && m.span().contains(s.token(head).start()));
        if (place && kind.isEmpty() || s.isAny(head, GROUND)) {
            return false;
        }
        boolean body = inside.stream()
                .anyMatch(m -> m.type() != EntityType.LOC
                        && m.type() != EntityType.MISC
                        && m.span().contains(s.token(head).start()));
        if (kind.isEmpty() && !(open && body)) {
            return false;
        }
        boolean definite = s.is(from, "the") || s.is(from, "this") || s.is(from, "that");
        int start = from;
        while (start < head
                && (s.isAny(start, Set.of("the", "a", "an", "this", "that", "these", "those", "another", "\"", "'"))
                        || s.isPossessiveWord(start))) {
            start++;
        }
        out.add(new Phrase(start, end, head, kind.equals("thing"), definite));
        return true;
    }

    /** The subject of the verb group that begins at {@code start}, modifiers included; null when it has none of its own. */
    @Nullable
    public TokenRange subject(Scene scene, int start) {
        TaggedSentence s = scene.words();
        int to = start;
        while (to > 0
                && (s.tag(to - 1) == Pos.ADV
                        || scene.inTime(to - 1)
                        || s.is(to - 1, "on") && scene.inTime(to)
                        || s.is(to - 1, ",") && scene.inTime(to))) {
            to--;
        }
        if (to > 0 && s.isAny(to - 1, Set.of("which", "that", "who"))) {
            int end = to - 1;
            if (end > 0 && s.is(end - 1, ",")) {
                end--;
            }
            int from = s.phraseStart(end);
            return from < end ? new TokenRange(from, end) : null;
        }
        if (to > 0 && (s.is(to - 1, "and") || s.is(to - 1, "or"))) {
            // "flew over and bombed": the subject of the verb before
            for (int k = to - 2; k >= 0 && k > to - 14; k--) {
                if (s.tag(k) == Pos.VERB || s.tag(k) == Pos.AUX) {
                    while (k > 0 && (s.tag(k - 1) == Pos.AUX || s.tag(k - 1) == Pos.ADV || s.tag(k - 1) == Pos.VERB)) {
                        k--;
                    }
                    return k > 0 ? subject(scene, k) : null;
                }
            }
            return null;
        }
        if (to > 0 && s.is(to - 1, ")")) {
            for (int k = to - 2; k > 0 && k > to - 8; k--) {
                if (s.is(k, "(")) {
                    return subject(scene, k);
                }
            }
        }
        if (to > 0 && s.is(to - 1, ",")) {
            return withApposition(scene, start, to - 1);
        }
        int from = to;
        while (from > 0 && to - from < 25) {
            int k = from - 1;
            if (s.isBoundary(k)
                    || s.is(k, ",")
                    || s.is(k, "\"")
                    || s.tag(k) == Pos.AUX
                    || s.is(k, "and") && s.tag(k - 1) == Pos.PUNCT
                    || s.tag(k) == Pos.VERB && !isModifier(s, k)
                    || s.tag(k) == Pos.PUNCT && !s.is(k, "-") && !s.is(k, "'") && !s.is(k, ".")) {
                break;
            }
            from--;
        }
        while (from < to
                && (s.tag(from) == Pos.ADV
                        || s.tag(from) == Pos.CCONJ && !s.is(from, "both")
                        || scene.inTime(from)
                        || s.is(from, "on") && scene.inTime(from + 1))) {
            from++;
        }
        return from < to ? new TokenRange(from, to) : null;
    }

    /** "The council, the town's rulers, agreed": the phrase before the side remark; none before ", killing ten". */
    private static @Nullable TokenRange withApposition(Scene scene, int verb, int comma) {
        TaggedSentence s = scene.words();
        if (s.lower(verb).endsWith("ing")) {
            return null;
        }
        for (int k = comma - 1; k > 0 && k > comma - 14; k--) {
            if (s.tag(k) == Pos.VERB || s.tag(k) == Pos.AUX || s.is(k, "\"")) {
                return null;
            }
            if (s.is(k, ",")) {
                int from = k;
                while (from > 0
                        && k - from < 14
                        && s.tag(from - 1) != Pos.VERB
                        && s.tag(from - 1) != Pos.AUX
                        && !s.is(from - 1, ",")
                        && !s.isBoundary(from - 1)) {
                    from--;
                }
                return from < k ? new TokenRange(from, comma) : null;
            }
        }
        return null;
    }

    private static boolean isModifier(TaggedSentence s, int k) {
        return s.isNoun(k + 1) && (s.lower(k).indexOf('-') > 0 || s.tag(k - 1) == Pos.DET || s.tag(k - 1) == Pos.ADJ)
                || s.isNoun(k - 1)
                        && s.lower(k).endsWith("ed")
                        && s.tag(k + 1) == Pos.ADP
                        && !s.isAny(k, Set.of("killed", "injured"));
    }

    /** The proper name that the phrase bears ("Saint Ilka hospital"), or null. */
    static @Nullable String name(Scene scene, Phrase phrase) {
        TaggedSentence s = scene.words();
        if (!phrase.thing()) {
            return null;
        }
        int head = phrase.head();
        int from = head;
        while (from > phrase.from() && isNameWord(s, from - 1)) {
            from--;
        }
        if (from == head) {
            return null;
        }
        int start = s.token(from).start();
        for (Mention mention : scene.mentions()) {
            boolean origin = mention.type() == EntityType.LOC || mention.type() == EntityType.NORP;
            if (origin && mention.span().contains(start) && !isArabicArticle(s.lower(from))) {
                int next = s.endAt(mention.span().end());
                if (next >= head + 1) {
                    break;
                }
                if (next == head) {
                    return null;
                }
                from = next;
                break;
            }
        }
        return s.span(from, head + 1).in(s.text());
    }

    private static boolean isNameWord(TaggedSentence s, int i) {
        return s.isCapitalised(i)
                || isArabicArticle(s.lower(i))
                || Character.isDigit(s.lower(i).charAt(0)) && s.isCapitalised(i - 1);
    }

    private static boolean isArabicArticle(String word) {
        return word.startsWith("al-")
                || word.startsWith("el-")
                || word.startsWith("an-")
                || word.startsWith("ar-")
                || word.startsWith("as-");
    }
}
