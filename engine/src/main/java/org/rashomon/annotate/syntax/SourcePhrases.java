package org.rashomon.annotate.syntax;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.nlp.Pos;

/**
 * Sources that do not stand as a subject: behind their cue, as the owner of a noun (<em>the ministry's claim</em>), or as a name before
 * it (<em>the Orsk warning</em>).
 */
public final class SourcePhrases {
    /** Tokens behind a preposition among which an occasion shows. */
    private static final PhrasePattern STOP = TaggedWords.pattern("stop");

    private static final PhrasePattern ANOTHER_PHRASE = TaggedWords.pattern("another phrase");
    private static final PhrasePattern BEHIND_OWNER = TaggedWords.pattern("behind owner");
    private static final PhrasePattern OWNER = TaggedWords.pattern("owner");

    private static final int OCCASION_REACH = 4;

    private static final Set<String> OCCASION = TaggedWords.words("occasion noun");
    private static final Set<Pos> NEVER_LAST = Set.of(Pos.CCONJ, Pos.ADP);

    private final TaggedBlock b;
    private final ClauseBounds clauses;
    private final Adjuncts adjuncts;

    public SourcePhrases(TaggedBlock block) {
        this.b = block;
        this.clauses = new ClauseBounds(block);
        this.adjuncts = new Adjuncts(block);
    }

    /** The noun phrase that begins at {@code start}, appositions included, for sources that follow their cue; or null. */
    @Nullable
    public TokenRange phraseAfter(int start) {
        int limit = b.sentenceEnd(start);
        boolean head = false;
        int end = start;
        while (end < limit && !(head ? endsHeaded(end, limit) : endsPhrase(end, limit))) {
            head |= b.isTagged(end, TaggedWords.HEADS);
            end++;
        }
        while (end > start && (b.isTagged(end - 1, NEVER_LAST) || isStop(end - 1))) {
            end--;
        }
        return head ? new TokenRange(start, end) : null;
    }

    /** Whether token {@code i} is a mark that no phrase goes beyond. */
    private boolean isStop(int i) {
        return STOP.standsAt(b, i) && !b.inQuote(i);
    }

    /** Whether no phrase goes on at {@code i}. */
    private boolean endsPhrase(int i, int limit) {
        if (b.inStatement(i)) {
            return true;
        }
        if (b.is(i, ",")) {
            return !isApposition(i + 1, limit);
        }
        return switch (b.tag(i)) {
            case AUX, SCONJ -> true;
            case VERB -> !clauses.isReducedRelative(i);
            case CCONJ -> !b.startsPhrase(i + 1) || clauses.isClause(i + 1, limit);
            default -> isStop(i);
        };
    }

    /** Whether a phrase that has its head does not go on at {@code i}. */
    private boolean endsHeaded(int i, int limit) {
        boolean another = switch (b.tag(i)) {
            case ADV -> true;
            case PRON -> !b.is(i, "his", "her", "its", "their");
            case DET -> b.isNoun(i - 1);
            case ADP -> !attaches(i);
            default -> false;
        };
        return another || (adjuncts.isTime(i) && !b.is(i, "the", "that")) || endsPhrase(i, limit);
    }

    /**
     * The source that a sentence-initial <em>According to</em> names: up to the comma before the clause, so that the clause is
     * never taken for an apposition.
     */
    @Nullable
    public TokenRange phraseBeforeClause(int start) {
        TokenRange whole = phraseAfter(start);
        if (whole == null || (b.is(whole.to(), ",") && clauses.isClause(whole.to() + 1, b.sentenceEnd(start)))) {
            return whole;
        }
        int end = b.first(
                start + 1, whole.to(), i -> (i - start > 1 && beginsAnother(i)) || (b.is(i, ",") && !b.inQuote(i)));
        return new TokenRange(start, end);
    }

    /** Whether another phrase begins at {@code i} without a comma: <em>the Orsk Monitor dozens died</em>. */
    private boolean beginsAnother(int i) {
        return ANOTHER_PHRASE.standsAt(b, i);
    }

    /** "the ministry's claim", "his claim": whose the noun at {@code i} is, or null. */
    @Nullable
    public TokenRange possessorBefore(int i) {
        int floor = b.sentenceStart(i);
        int k = i - 1;
        while (k >= floor && BEHIND_OWNER.standsAt(b, k)) {
            k--;
        }
        if (k < floor) {
            return null;
        }
        if (b.isPossessiveWord(k)) {
            return new TokenRange(k, k + 1);
        }
        if (!b.is(k, "'s", "'")) {
            return null;
        }
        int from = k;
        while (from > floor && OWNER.standsAt(b, from - 1)) {
            from--;
        }
        return from < k ? new TokenRange(from, k) : null;
    }

    /** "the US warning that …": the name that modifies the noun at {@code i}, or null. */
    @Nullable
    public TokenRange namedModifierBefore(int i) {
        int floor = b.sentenceStart(i);
        int from = i;
        while (from > floor && b.tag(from - 1) == Pos.PROPN && !b.inQuote(from - 1)) {
            from--;
        }
        if (from == i) {
            return null;
        }
        boolean determined = from > floor && b.tag(from - 1) == Pos.DET;
        return new TokenRange(determined ? from - 1 : from, i);
    }

    /** Prepositional phrases that belong to the noun: of, for, from, at an institution; not times and occasions. */
    private boolean attaches(int adposition) {
        int next = adposition + 1;
        if (adjuncts.isTime(next) || b.any(next, next + OCCASION_REACH, adjuncts::isSpeechEvent)) {
            return false;
        }
        return switch (b.lower(adposition)) {
            case "with" -> !b.is(next, "the");
            case "on" -> b.tag(next) != Pos.NUM;
            default -> b.isAny(adposition, OCCASION);
        };
    }

    private boolean isApposition(int i, int limit) {
        if (i >= limit || !b.startsPhrase(i) || b.tag(i) == Pos.PRON) {
            return false;
        }
        int end = b.first(i, limit, k -> b.is(k, ","));
        return !b.any(i, end, k -> b.isVerbal(k) && (b.tag(k) == Pos.AUX || !clauses.isReducedRelative(k)));
    }
}
