package org.rashomon.annotate.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.model.Span;
import org.rashomon.nlp.Pos;

/**
 * Clauses by parts of speech. A conjunction or a relative pronoun opens one; it ends with the comma that closes it, with the end of its
 * sentence, or, without a comma, where a second finite verb needs the subject before it.
 */
public final class TagClauses implements Clauses {
    /** How far, in tokens, a passive's agent stands behind it. */
    private static final PhrasePattern SUBJECT_WORD = TaggedWords.pattern("subject word");

    private static final PhrasePattern RELATIVE_WORD = TaggedWords.pattern("relative word");
    private static final PhrasePattern CLAUSE_WORD = TaggedWords.pattern("clause word");
    private static final PhrasePattern OPENER = TaggedWords.pattern("opener");
    private static final PhrasePattern JOINT = TaggedWords.pattern("joint");
    private static final PhrasePattern FINITE = TaggedWords.pattern("finite");
    private static final PhrasePattern FINITE_BEHIND = TaggedWords.pattern("finite behind");
    private static final PhrasePattern OF_VERB = TaggedWords.pattern("of verb");
    private static final PhrasePattern PASSIVE = TaggedWords.pattern("passive");
    private static final PhrasePattern BEFORE_NOUN = TaggedWords.pattern("before noun");

    private static final int AGENT_WITHIN = 5;

    private final TaggedBlock b;
    private final ClauseBounds bounds;
    private final SubjectPhrases subjects;
    private final SourcePhrases agents;
    /** By token, a number for its clause. */
    private final int[] clause;

    public TagClauses(TaggedBlock block) {
        this.b = block;
        this.bounds = new ClauseBounds(block);
        this.subjects = new SubjectPhrases(block);
        this.agents = new SourcePhrases(block);
        this.clause = new int[block.size()];
        int from = 0;
        while (from < block.size()) {
            int to = block.sentenceEnd(from);
            divide(from, to);
            from = to;
        }
    }

    /** The verb among the words of a span: its last, as in <em>has said</em>; -1 for none. */
    public int verbIn(Span words) {
        int verb = -1;
        for (int i = b.endAt(words.start()); i < b.size() && b.token(i).start() < words.end(); i++) {
            verb = b.isVerb(i) || b.tag(i) == Pos.AUX ? i : verb;
        }
        return verb;
    }

    /** Whether the first of these words opens a clause whose subject and finite verb are among them. */
    public boolean isClause(Span words) {
        int first = b.endAt(words.start());
        boolean subject = false;
        for (int i = first; i < b.size() && b.token(i).start() < words.end() && sameClause(i, first); i++) {
            if (isFinite(i)) {
                return subject;
            }
            subject |= SUBJECT_WORD.standsAt(b, i);
        }
        return false;
    }

    /** Where tokens of the block stand in the article. */
    public Span span(TokenRange tokens) {
        return b.span(tokens.from(), tokens.to());
    }

    /** A clause that is not yet closed. */
    private static final class Open {
        final int number;
        final boolean relative;
        boolean verb;

        Open(int number, boolean relative) {
            this.number = number;
            this.relative = relative;
        }
    }

    private void divide(int from, int to) {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(from, false));
        for (int i = from; i < to; i++) {
            Open inner = open.element();
            if (bounds.isHardStop(i) && i + 1 < to && !b.inQuote(i)) {
                open.clear();
                open.push(new Open(i + 1, false));
            } else if (opens(i, to)) {
                open.push(new Open(i + 1, RELATIVE_WORD.standsAt(b, i)));
            } else if (b.is(i, ",") && open.size() > 1 && inner.verb) {
                open.pop();
            } else if (isJoined(i, to) && inner.verb) {
                open.pop();
                open.push(new Open(i + 1, inner.relative));
            } else if (isFinite(i)) {
                if (inner.verb && inner.relative && !isFinite(i - 1) && open.size() > 1) {
                    open.pop();
                }
                open.element().verb = true;
            }
            clause[i] = open.element().number;
        }
    }

    private boolean opens(int i, int to) {
        if (CLAUSE_WORD.standsAt(b, i)) {
            return true;
        }
        return OPENER.standsAt(b, i) && (bounds.isClause(i + 1, to) || b.isParticiple(i + 1));
    }

    /** "…, and the guild …": a conjunction before a clause with a subject of its own. */
    private boolean isJoined(int i, int to) {
        return JOINT.standsAt(b, i) && !b.isVerb(i + 1) && bounds.isClause(i + 1, to);
    }

    private boolean isFinite(int i) {
        return FINITE.standsAt(b, i) && !isReducedRelative(i);
    }

    /** "Men briefed on the talks said": a participle, since its noun has a verb to come. */
    private boolean isReducedRelative(int i) {
        if (!bounds.isReducedRelative(i)) {
            return false;
        }
        for (int k = i + 1; k < b.sentenceEnd(i) && b.tag(k) != Pos.PUNCT && b.tag(k) != Pos.SCONJ; k++) {
            if (FINITE_BEHIND.standsAt(b, k)) {
                return true;
            }
        }
        return false;
    }

    private boolean isInfinitive(int i) {
        return b.is(i - 1, "to");
    }

    @Override
    public TokenRange clauseOf(int token) {
        int from = token;
        int to = token + 1;
        for (int i = b.sentenceStart(token); i < b.sentenceEnd(token); i++) {
            if (clause[i] == clause[token]) {
                from = Math.min(from, i);
                to = Math.max(to, i + 1);
            }
        }
        return new TokenRange(from, to);
    }

    @Override
    public boolean sameClause(int a, int b) {
        return clause[a] == clause[b];
    }

    @Override
    public Optional<TokenRange> subjectOf(int verb) {
        int start = verb;
        while (start > b.sentenceStart(verb) && isOfVerb(start - 1)) {
            start--;
        }
        int end = verb + 1;
        while (end < b.sentenceEnd(verb) && isOfVerb(end)) {
            end++;
        }
        if (isPassive(start, end)) {
            int by = by(end);
            return by < 0 ? Optional.empty() : Optional.ofNullable(agents.phraseAfter(by + 1));
        }
        if (b.isParticiple(start)) {
            TokenRange own = subjects.headBefore(start);
            return own != null ? Optional.of(own) : controller(start);
        }
        TokenRange own = isInfinitive(start) ? null : subjects.subjectBefore(start);
        return own != null ? Optional.of(own) : controller(start);
    }

    private boolean isOfVerb(int i) {
        return OF_VERB.standsAt(b, i);
    }

    private boolean isPassive(int start, int end) {
        boolean be = false;
        for (int i = start; i < end - 1; i++) {
            be |= PASSIVE.standsAt(b, i);
        }
        return be && b.tag(end - 1) == Pos.VERB;
    }

    private int by(int from) {
        int limit = Math.min(b.sentenceEnd(from - 1), from + AGENT_WITHIN);
        for (int i = from; i < limit && b.tag(i) != Pos.PUNCT; i++) {
            if (b.is(i, "by")) {
                return i;
            }
        }
        return -1;
    }

    /** The subject of the verb before, which controls one without a subject of its own; of a fronted one, of the verb behind. */
    private Optional<TokenRange> controller(int verb) {
        for (int i = verb - 1; i > b.sentenceStart(verb); i--) {
            if (isFinite(i) && !isOfVerb(i - 1)) {
                return subjectOf(i);
            }
        }
        for (int i = verb + 1; i < b.sentenceEnd(verb); i++) {
            if (isFinite(i) && (!sameClause(i, verb) || b.hasWord(verb + 1, i))) {
                return Optional.ofNullable(subjects.subjectBefore(i));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Head> headOf(int token) {
        if (isFinite(token)) {
            return Optional.empty();
        }
        int last = token;
        while (b.isNoun(token) && b.isNoun(last + 1) && last + 1 < b.sentenceEnd(token)) {
            last++;
        }
        if (last > token) {
            return Optional.of(new Head(last, Relation.MODIFIER));
        }
        if (!b.isNoun(token) && b.tag(token) != Pos.PRON) {
            return next(token).map(noun -> new Head(noun, Relation.MODIFIER));
        }
        int first = token;
        while (first > b.sentenceStart(token) && BEFORE_NOUN.standsAt(b, first - 1)) {
            first--;
        }
        if (b.tag(first - 1) == Pos.ADP && first > b.sentenceStart(token)) {
            return before(first - 1).map(head -> new Head(head, Relation.OBLIQUE));
        }
        for (int i = token + 1; i < b.sentenceEnd(token); i++) {
            if (isFinite(i) && sameClause(i, token) && holds(subjects.subjectBefore(i), token)) {
                return Optional.of(new Head(i, Relation.SUBJECT));
            }
        }
        return before(first).map(head -> new Head(head, Relation.OBJECT));
    }

    private static boolean holds(@Nullable TokenRange range, int token) {
        return range != null && range.from() <= token && token < range.to();
    }

    private Optional<Integer> next(int token) {
        for (int i = token + 1; i < b.sentenceEnd(token) && b.tag(i) != Pos.PUNCT; i++) {
            if (b.isNoun(i)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The verb before {@code token}, in its clause. */
    private Optional<Integer> before(int token) {
        for (int i = token - 1; i >= b.sentenceStart(token); i--) {
            if (b.tag(i) == Pos.VERB && sameClause(i, token)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
