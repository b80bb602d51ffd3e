package org.rashomon.annotate.agreements;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/**
 * What somebody is to do, from its verb on: where its words end, what is done to what, where, and until when.
 *
 * @param verb first token
 * @param end one past the last token
 */
record DutyDeed(Scene scene, int verb, int end) {
    private static final PhrasePattern BASE_FORM = PhrasePattern.of("en/agreement-patterns.tsv", "base form");
    private static final PhrasePattern BEFORE_OBJECT = PhrasePattern.of("en/agreement-patterns.tsv", "before object");
    private static final PhrasePattern TERM_WORD = PhrasePattern.of("en/agreement-patterns.tsv", "term word");
    private static final PhrasePattern ENDED = PhrasePattern.of("en/agreement-patterns.tsv", "ended form");
    private static final PhrasePattern MAIN_VERB = PhrasePattern.of("en/agreement-patterns.tsv", "main verb");
    private static final PhrasePattern TRAILING = PhrasePattern.of("en/agreement-patterns.tsv", "trailing");
    private static final PhrasePattern OPEN_PHRASE = PhrasePattern.of("en/agreement-patterns.tsv", "open phrase");
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> LOCATIVE = WORDS.list("locative");
    private static final Set<String> AREAS = WORDS.list("areas");
    private static final Set<String> TERM = WORDS.list("term");
    private static final Set<String> UNITS = WORDS.list("units");
    private static final Set<String> LISTING = WORDS.list("listing");
    private static final Set<String> UNTIL = WORDS.list("until");
    private static final Set<String> STOPS = WORDS.list("stops");
    private static final Set<String> CLAUSE_STOPS = WORDS.list("clause stops");
    private static final Set<String> CLAUSE_OPENERS = WORDS.list("clause openers");
    private static final Set<String> INCLUDING = WORDS.list("including");
    private static final Set<String> NEXT_DUTY = WORDS.list("next duty");

    /** The deed whose verb is token {@code verb}. */
    static DutyDeed at(Scene scene, int verb) {
        TaggedSentence s = scene.words();
        int stop = s.first(verb + 1, s.size(), i -> isStop(s, verb, i));
        int main = s.first(
                verb + 2, stop, i -> MAIN_VERB.standsAt(s, i) && !s.any(verb, i, k -> s.isAny(k, CLAUSE_OPENERS)));
        int end =
                s.runStart(main, main - verb - 1, i -> TRAILING.standsAt(s, i) && (main < stop || s.tag(i) != Pos.ADV));
        return new DutyDeed(scene, verb, end);
    }

    String words() {
        return scene.words().span(verb, end).in(scene.words().text());
    }

    @Nullable
    String object() {
        TaggedSentence s = scene.words();
        int object = verb + 1;
        // "rein in its forces"
        while (object < end && BEFORE_OBJECT.standsAt(s, object)) {
            object++;
        }
        int objectEnd = Math.min(end, s.phraseEnd(object));
        while (objectEnd > object && objectEnd < end && s.isAny(objectEnd, LISTING) && opensPhrase(s, objectEnd + 1)) {
            objectEnd = s.phraseEnd(objectEnd + 1);
        }
        return objectEnd > object ? s.span(object, objectEnd).in(s.text()) : null;
    }

    @Nullable
    String area() {
        TaggedSentence s = scene.words();
        for (Mention mention : scene.mentionsIn(verb, end)) {
            int at = s.at(mention.span().start());
            int start = s.phraseStart(at + 1);
            if (mention.type() != EntityType.LOC || !s.isAny(start - 1, LOCATIVE)) {
                continue;
            }
            int stop = s.endAt(mention.span().end());
            while (stop < end && s.isNoun(stop)) {
                stop++;
            }
            return withoutDeterminer(start, stop);
        }
        for (int i = verb; i < end; i++) {
            int stop = s.phraseEnd(i + 1);
            if (s.isAny(i, LOCATIVE) && stop <= end && s.isAny(s.head(i + 1, stop), AREAS)) {
                return withoutDeterminer(i + 1, stop);
            }
        }
        return null;
    }

    private String withoutDeterminer(int from, int to) {
        int start = scene.words().tag(from) == Pos.DET ? from + 1 : from;
        return scene.words().span(start, to).in(scene.words().text());
    }

    @Nullable
    String until() {
        TaggedSentence s = scene.words();
        for (int i = verb; i + 1 < end; i++) {
            if (s.isAny(i, UNTIL)) {
                return s.span(i + 1, end).in(s.text());
            }
            boolean time = scene.inTime(i + 1) || (isTime(i + 1) && s.isAny(i + 2, UNITS));
            if (time && s.isAny(i, TERM)) {
                int stop = i + 2;
                while (stop < end && isTime(stop)) {
                    stop++;
                }
                return s.span(i, stop).in(s.text());
            }
        }
        return null;
    }

    private boolean isTime(int i) {
        return scene.inTime(i) || TERM_WORD.standsAt(scene.words(), i);
    }

    /** The verb of a further deed in the form of the first one, behind the end of the one before: "…, and to free"; or -1. */
    static int next(TaggedSentence s, int verb, int end) {
        int joint = s.is(end, ",") ? end + 1 : end;
        boolean and = s.is(joint, "and");
        int next = and ? joint + 1 : joint;
        if (next == end) {
            return -1;
        }
        if (and && s.is(next, "to") && s.tag(next + 1) == Pos.VERB) {
            return next + 1;
        }
        return isAlike(s, verb, next) ? next : -1;
    }

    /** Whether token {@code i} is a verb in the form of {@code verb}: both in -ing, or both without an ending. */
    private static boolean isAlike(TaggedSentence s, int verb, int i) {
        if (s.tag(i) != Pos.VERB || s.is(verb, "be")) {
            return false;
        }
        return s.endsIn(verb, "ing") ? s.endsIn(i, "ing") && !s.isAny(i, INCLUDING) : !ENDED.standsAt(s, i);
    }

    /** Base forms after "to" and "must" are verbs, even where the tagger takes them for nouns or adjectives (to fire, to free). */
    static boolean isVerb(TaggedSentence s, int i) {
        return BASE_FORM.standsAt(s, i);
    }

    /** Whether the deed ends before token {@code i}: a mark, a side remark, or the next obligation. */
    private static boolean isStop(TaggedSentence s, int verb, int i) {
        if (s.is(i, ",")) {
            return !goesOn(s, i + 1) || isAlike(s, verb, i + 1);
        }
        if (s.is(i, "and", "or")) {
            return s.isAny(i + 1, NEXT_DUTY) || opensClause(s, i + 1) || isAlike(s, verb, i + 1);
        }
        if (s.is(i, "\"") && OPEN_PHRASE.standsAt(s, i - 1)) {
            return false;
        }
        // a clause that no comma parts from the one before
        boolean next = s.tag(i) == Pos.DET && s.isNoun(i - 1) && i - verb > 2 && opensClause(s, i);
        return next || s.isAny(i, STOPS) || (s.isAny(i, CLAUSE_STOPS) && s.isBoundary(i));
    }

    /** Whether a list goes on behind a comma: ", tanks and guns", ", and guns". */
    private static boolean goesOn(TaggedSentence s, int i) {
        if (s.is(i, "and")) {
            return opensPhrase(s, i + 1) && !opensClause(s, i + 1);
        }
        int end = s.phraseEnd(i);
        return end > i && s.is(end, ",", "and");
    }

    private static boolean opensPhrase(TaggedSentence s, int i) {
        return s.phraseEnd(i) > i;
    }

    /** Whether a clause with its own subject begins at {@code i}. */
    private static boolean opensClause(TaggedSentence s, int i) {
        return opensPhrase(s, i) && s.isVerbal(s.phraseEnd(i));
    }
}
