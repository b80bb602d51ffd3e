package org.rashomon.annotate.agreements;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.nlp.Pos;

/**
 * What somebody is to do, from its verb on: where its words end, what is done to what, where, and until when.
 *
 * @param verb first token
 * @param end one past the last token
 */
record Deed(Scene scene, int verb, int end) {
    private static final Set<String> LOCATIVE =
            Set.of("in", "across", "throughout", "within", "over", "around", "near", "from", "anywhere");

    /** The deed whose verb is token {@code verb}. */
    static Deed at(Scene scene, int verb) {
        return new Deed(scene, verb, deedEnd(scene, verb));
    }

    String words() {
        return scene.words().span(verb, end).in(scene.words().text());
    }

    @Nullable
    String object() {
        TaggedSentence s = scene.words();
        int object = verb + 1;
        while (object < end
                && (s.tag(object) == Pos.ADP
                                && s.phraseEnd(object + 1) > object + 1
                                && s.isAny(object, Set.of("in", "out", "up", "down"))
                                && s.isPossessiveWord(object + 1)
                        || s.tag(object) == Pos.ADV)) {
            object++;
        }
        int objectEnd = Math.min(end, s.phraseEnd(object));
        while (objectEnd > object
                && objectEnd < end
                && (s.is(objectEnd, "and") || s.is(objectEnd, "of") || s.is(objectEnd, ","))
                && s.phraseEnd(objectEnd + 1) > objectEnd + 1
                && s.phraseEnd(objectEnd + 1) <= end
                && !scene.inTime(objectEnd + 1)) {
            objectEnd = s.phraseEnd(objectEnd + 1);
        }
        return objectEnd > object ? s.span(object, objectEnd).in(s.text()) : null;
    }

    @Nullable
    String area() {
        TaggedSentence s = scene.words();
        for (Mention mention : scene.mentionsIn(verb, end)) {
            if (mention.type() != EntityType.LOC) {
                continue;
            }
            int at = s.at(mention.span().start());
            int start = s.phraseStart(at + 1);
            if (s.isAny(start - 1, LOCATIVE) || s.is(start - 1, "of") || s.is(start - 1, "on")) {
                while (start < at && s.tag(start) == Pos.DET) {
                    start++;
                }
                int stop = s.endAt(mention.span().end());
                while (stop < end && (s.isNoun(stop))) {
                    stop++;
                }
                return s.span(start, stop).in(s.text());
            }
        }
        for (int i = verb; i < end; i++) {
            if (s.isAny(i, LOCATIVE)) {
                int stop = s.phraseEnd(i + 1);
                int head = stop > i + 1 ? s.head(i + 1, stop) : -1;
                if (head >= 0
                        && stop <= end
                        && s.isAny(
                                head,
                                Set.of(
                                        "province",
                                        "city",
                                        "region",
                                        "area",
                                        "areas",
                                        "zone",
                                        "zones",
                                        "country",
                                        "district",
                                        "territory",
                                        "highway",
                                        "road",
                                        "border"))) {
                    int start = i + 1;
                    while (start < head && s.tag(start) == Pos.DET) {
                        start++;
                    }
                    return s.span(start, stop).in(s.text());
                }
            }
        }
        return null;
    }

    @Nullable
    String until() {
        TaggedSentence s = scene.words();
        for (int i = verb; i < end; i++) {
            if (s.is(i, "until") || s.is(i, "till")) {
                return s.span(i + 1 < end ? i + 1 : i, end).in(s.text());
            }
            boolean term = s.isAny(i, Set.of("within", "by", "for", "before", "after"));
            if (term
                    && (scene.inTime(i + 1)
                            || s.tag(i + 1) == Pos.NUM
                                    && s.isAny(i + 2, Set.of("hours", "days", "weeks", "months", "hour", "day", "week"))
                            || s.is(i + 1, "a") && s.isAny(i + 2, Set.of("week", "month", "day", "year")))) {
                int stop = i + 1;
                while (stop < end
                        && (scene.inTime(stop)
                                || s.tag(stop) == Pos.NUM
                                || s.tag(stop) == Pos.DET
                                || s.isAny(
                                        stop,
                                        Set.of(
                                                "hours", "days", "weeks", "months", "hour", "day", "week", "month",
                                                "year")))) {
                    stop++;
                }
                return s.span(i, stop).in(s.text());
            }
        }
        return null;
    }

    /** Base forms after "to" and "must" are verbs, even where the tagger takes them for nouns or adjectives (to fire, to free). */
    static boolean isVerb(TaggedSentence s, int i) {
        return s.tag(i) == Pos.VERB || s.tag(i) == Pos.NOUN || s.tag(i) == Pos.ADJ;
    }

    /** Where the deed ends: before a mark, a side remark, or the next obligation. */
    private static int deedEnd(Scene scene, int verb) {
        TaggedSentence s = scene.words();
        int i = verb + 1;
        while (i < s.size()) {
            boolean stop = s.isAny(
                    i,
                    Set.of(
                            ";",
                            ".",
                            ":",
                            "!",
                            "\"",
                            "\u2014",
                            "\u2013",
                            "--",
                            "(",
                            "which",
                            "who",
                            "while",
                            "whereas",
                            "but",
                            "until-then",
                            "because"));
            if (s.is(i, ",")) {
                boolean list =
                        s.phraseEnd(i + 1) > i + 1 && (s.is(s.phraseEnd(i + 1), ",") || s.is(s.phraseEnd(i + 1), "and"))
                                || s.is(i + 1, "and") && s.phraseEnd(i + 2) > i + 2 && !opensClause(s, i + 2);
                stop = !list;
            } else if (s.is(i, "and") || s.is(i, "or")) {
                stop = s.isAny(i + 1, Set.of("must", "shall", "will", "to", "is", "are", "was", "were", "may"))
                        || s.is(i + 1, "not") && s.is(i + 2, "to")
                        || opensClause(s, i + 1);
            } else if ((s.is(i, "if") || s.is(i, "after") && s.isBoundary(i)) && i > verb + 1) {
                stop = true;
            }
            if (stop) {
                return Math.max(verb + 1, i);
            }
            i++;
        }
        return i;
    }

    /** Whether a clause with its own subject begins at {@code i}. */
    private static boolean opensClause(TaggedSentence s, int i) {
        int end = s.phraseEnd(i);
        if (end == i && s.tag(i) == Pos.PRON) {
            end = i + 1;
        }
        return end > i
                && (s.tag(end) == Pos.AUX
                        || s.tag(end) == Pos.VERB
                                && !s.lower(end).endsWith("ing")
                                && !(s.lower(end).endsWith("ed") && s.tag(end + 1) == Pos.ADP));
    }
}
