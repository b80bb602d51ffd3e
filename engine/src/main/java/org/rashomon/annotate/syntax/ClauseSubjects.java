package org.rashomon.annotate.syntax;

import java.util.Optional;
import java.util.Set;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.nlp.Pos;

/**
 * Of whom a sentence tells: the person whose name is the subject of its main clause, by word order and parts of speech. A subject is
 * what a reader takes the next sentence's <em>he</em> or <em>she</em> for (Grosz, Joshi, Weinstein 1995).
 */
public final class ClauseSubjects {
    /** Words, at most, of an apposition or a relative clause between a subject and its verb. */
    private static final int LONGEST_ASIDE = 30;
    /** Opens what comes before a subject: a fronted adjunct or clause, or an apposition to the subject. */
    private static final Set<Pos> FRONTED = Set.of(Pos.ADP, Pos.SCONJ, Pos.ADV, Pos.CCONJ, Pos.DET, Pos.ADJ, Pos.NUM);

    private static final Set<String> MARKS = Set.of("\"", "\u201c", "\u201d");

    private final Mentions mentions;

    /**
     * A person of whom a sentence tells.
     *
     * @param verb where the finite verb begins
     */
    public record Subject(Mention name, int verb) {}

    /** @param mentions of the article */
    public ClauseSubjects(Mentions mentions) {
        this.mentions = mentions;
    }

    /** The person of whom the main clause of a sentence tells, who is named before {@code end}. */
    public Optional<Subject> of(TaggedSentence sentence, int end) {
        for (Mention mention : mentions.between(sentence.span().start(), end)) {
            if (mention.type() == EntityType.PER) {
                int from = sentence.at(mention.span().start());
                int to = sentence.endAt(mention.span().end());
                int verb = verbAfter(sentence, to);
                if (verb >= 0
                        && sentence.token(verb).start() < end
                        && !isQuoted(sentence, from)
                        && !sentence.isPossessive(to)
                        && opensClause(sentence, from)) {
                    return Optional.of(new Subject(mention, sentence.token(verb).start()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isQuoted(TaggedSentence sentence, int at) {
        boolean quoted = false;
        for (int i = 0; i < at; i++) {
            quoted ^= MARKS.contains(sentence.word(i));
        }
        return quoted;
    }

    /** Whether nothing but the name's titles stands between it and the start of the sentence, or the comma after what is fronted. */
    private static boolean opensClause(TaggedSentence sentence, int name) {
        int start = name;
        while (start > 0 && !sentence.is(start - 1, ",")) {
            start--;
        }
        for (int i = start; i < name; i++) {
            boolean title = sentence.isNoun(i)
                    || sentence.tag(i) == Pos.ADJ
                    || sentence.tag(i) == Pos.DET
                    || sentence.tag(i) == Pos.PUNCT
                    || sentence.tag(i) == Pos.CCONJ && i == start
                    || sentence.tag(i) == Pos.ADV && i == start
                    || sentence.is(i, "of") && sentence.isNoun(i + 1)
                    || sentence.is(i, "for") && sentence.isNoun(i + 1)
                    || sentence.isPossessive(i);
            if (!title) {
                return false;
            }
        }
        // "the friends of Ana Lund": she is whose they are
        boolean possessor = name > 0 && (sentence.is(name - 1, "of") || sentence.is(name - 1, "for"));
        return !possessor && (start == 0 || isFronted(sentence, start - 1));
    }

    /** Whether all before the comma is an adjunct, or an apposition without a verb. */
    private static boolean isFronted(TaggedSentence sentence, int comma) {
        boolean participle = sentence.tag(0) == Pos.VERB
                && (sentence.lower(0).endsWith("ing") || sentence.lower(0).endsWith("ed"));
        if (!participle && !FRONTED.contains(sentence.tag(0)) && !sentence.isNoun(0)) {
            return false;
        }
        boolean clause = participle
                || sentence.tag(0) == Pos.ADP
                || sentence.tag(0) == Pos.SCONJ
                || hasClauseMark(sentence, comma);
        for (int i = 0; i < comma; i++) {
            if (!clause && (sentence.tag(i) == Pos.AUX || isFinite(sentence, i))) {
                return false;
            }
        }
        return true;
    }

    /** "Less than an hour after warning them,": a clause within the adjunct has its own verb. */
    private static boolean hasClauseMark(TaggedSentence sentence, int comma) {
        for (int i = 0; i < Math.min(comma, 6); i++) {
            if (sentence.is(i, "after") || sentence.is(i, "before") || sentence.is(i, "when") || sentence.is(i, "as")) {
                return true;
            }
        }
        return false;
    }

    /** The finite verb of which the words before {@code from} are the subject, appositions and relative clauses passed over, or -1. */
    private static int verbAfter(TaggedSentence sentence, int from) {
        int i = from;
        int limit = Math.min(sentence.size(), from + LONGEST_ASIDE);
        if (sentence.is(i, "(")) {
            while (i < limit && !sentence.is(i, ")")) {
                i++;
            }
            i++;
        }
        if (sentence.is(i, "on") && sentence.isCapitalised(i + 1)) {
            // "Lund on Tuesday met …"
            i += 2;
        }
        if (sentence.is(i, "of") || sentence.is(i, "from")) {
            i++;
            while (i < limit && (sentence.isNoun(i) || sentence.tag(i) == Pos.DET)) {
                i++;
            }
        }
        if (finite(sentence, i) >= 0) {
            return finite(sentence, i);
        }
        if (!sentence.is(i, ",")) {
            return -1;
        }
        for (int comma = i; comma < limit; comma++) {
            if (sentence.is(comma, ",") && finite(sentence, comma + 1) >= 0) {
                return finite(sentence, comma + 1);
            }
            if (MARKS.contains(sentence.word(comma))) {
                return -1;
            }
        }
        return -1;
    }

    /** The finite verb at {@code i}, behind adverbs, or -1. */
    private static int finite(TaggedSentence sentence, int i) {
        int at = i;
        while (sentence.tag(at) == Pos.ADV && at < i + 2) {
            at++;
        }
        return isFinite(sentence, at) ? at : -1;
    }

    private static boolean isFinite(TaggedSentence sentence, int i) {
        return sentence.tag(i) == Pos.AUX
                || sentence.tag(i) == Pos.VERB && !sentence.lower(i).endsWith("ing");
    }
}
