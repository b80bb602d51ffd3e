package org.rashomon.annotate.syntax;

import java.util.Optional;
import java.util.Set;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.nlp.Pos;

/**
 * Of whom a sentence tells: the person whose name is the subject of its main clause, by word order and parts of speech. A subject is
 * what a reader takes the next sentence's <em>he</em> or <em>she</em> for (Grosz, Joshi, Weinstein 1995).
 */
public final class ClauseSubjects {
    /** Words, at most, of an apposition or a relative clause between a subject and its verb. */
    private static final PhrasePattern TITLE = TaggedWords.pattern("title");

    private static final PhrasePattern ON_DAY = TaggedWords.pattern("on day");

    private static final int LONGEST_ASIDE = 30;
    /** Words at the start of a sentence among which a conjunction shows a clause. */
    private static final int CLAUSE_MARK_REACH = 6;

    private static final Set<String> TEMPORAL = TaggedWords.words("temporal");
    /** Opens what comes before a subject: a fronted adjunct or clause, or an apposition to the subject. */
    private static final Set<Pos> FRONTED =
            Set.of(Pos.ADP, Pos.SCONJ, Pos.ADV, Pos.CCONJ, Pos.DET, Pos.ADJ, Pos.NUM, Pos.NOUN, Pos.PROPN);

    private static final Set<Pos> CLAUSE_MARKS = Set.of(Pos.ADP, Pos.SCONJ);
    private static final Set<Pos> TITLE_OPENERS = Set.of(Pos.CCONJ, Pos.ADV);
    private static final Set<Pos> PLAIN_PHRASE = Set.of(Pos.NOUN, Pos.PROPN, Pos.DET);

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
        return mentions.between(sentence.span().start(), end).stream()
                .filter(mention -> mention.type() == EntityType.PER)
                .flatMap(mention -> subject(sentence, mention).stream())
                .filter(subject -> subject.verb() < end)
                .findFirst();
    }

    /** The subject with which a sentence opens, its prepositional phrases with it; empty where the sentence opens otherwise. */
    public static Optional<Span> opening(TaggedSentence s) {
        int end = s.phraseEnd(0);
        for (int next = end; s.tag(end) == Pos.ADP && (next = s.phraseEnd(end + 1)) > end + 1; ) {
            end = next;
        }
        return end > 0 && !s.isPossessive(end) && finite(s, end) >= 0 ? Optional.of(s.span(0, end)) : Optional.empty();
    }

    private static Optional<Subject> subject(TaggedSentence s, Mention mention) {
        int from = s.at(mention.span().start());
        int to = s.endAt(mention.span().end());
        int verb = verbAfter(s, to);
        boolean subject = verb >= 0 && !s.isPossessive(to) && !isQuoted(s, from) && opensClause(s, from);
        return subject ? Optional.of(new Subject(mention, s.token(verb).start())) : Optional.empty();
    }

    private static boolean isMark(TaggedSentence s, int i) {
        return s.is(i, "\"");
    }

    private static boolean isQuoted(TaggedSentence s, int at) {
        boolean quoted = false;
        for (int i = 0; i < at; i++) {
            quoted ^= isMark(s, i);
        }
        return quoted;
    }

    /** Whether nothing but the name's titles stands between it and the start of the sentence, or the comma after what is fronted. */
    private static boolean opensClause(TaggedSentence s, int name) {
        int start = name;
        while (start > 0 && !s.is(start - 1, ",")) {
            start--;
        }
        int opening = start;
        // "the friends of Ana Lund": she is whose they are
        boolean possessor = s.is(name - 1, "of", "for");
        if (possessor || s.any(start, name, i -> !isTitle(s, i) && !(i == opening && s.isTagged(i, TITLE_OPENERS)))) {
            return false;
        }
        return start == 0 || isFronted(s, start - 1);
    }

    private static boolean isTitle(TaggedSentence s, int i) {
        return TITLE.standsAt(s, i);
    }

    /** Whether all before the comma is an adjunct, or an apposition without a verb. */
    private static boolean isFronted(TaggedSentence s, int comma) {
        if (s.tag(0) == Pos.VERB) {
            return s.endsIn(0, "ing", "ed");
        }
        // "Less than an hour after warning them,": a clause within the adjunct has its own verb
        boolean clause =
                s.isTagged(0, CLAUSE_MARKS) || s.any(0, Math.min(comma, CLAUSE_MARK_REACH), i -> s.isAny(i, TEMPORAL));
        return s.isTagged(0, FRONTED) && (clause || !s.any(0, comma, s::isFinite));
    }

    /** The finite verb of which the words before {@code from} are the subject, appositions and relative clauses passed over, or -1. */
    private static int verbAfter(TaggedSentence s, int from) {
        int limit = Math.min(s.size(), from + LONGEST_ASIDE);
        int i = from;
        if (s.is(i, "(")) {
            i = s.first(i, limit, k -> s.is(k, ")")) + 1;
        }
        if (ON_DAY.standsAt(s, i)) {
            // "Lund on Tuesday met …"
            i += 2;
        }
        if (s.is(i, "of", "from")) {
            i = s.first(i + 1, limit, k -> !s.isTagged(k, PLAIN_PHRASE));
        }
        int verb = finite(s, i);
        if (verb >= 0 || !s.is(i, ",")) {
            return verb;
        }
        int end = s.first(i, limit, k -> isMark(s, k) || (s.is(k, ",") && finite(s, k + 1) >= 0));
        return end < limit && !isMark(s, end) ? finite(s, end + 1) : -1;
    }

    /** The finite verb at {@code i}, behind two adverbs at most, or -1. */
    private static int finite(TaggedSentence s, int i) {
        int at = s.first(i, i + 2, k -> s.tag(k) != Pos.ADV);
        return s.isFinite(at) ? at : -1;
    }
}
