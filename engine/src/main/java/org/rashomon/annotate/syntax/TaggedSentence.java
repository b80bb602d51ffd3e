package org.rashomon.annotate.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.rashomon.model.Bisection;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.nlp.Pos;
import org.rashomon.text.Token;
import org.rashomon.words.WordLists;

/** One sentence, a slice of its block, or a part of one. */
public final class TaggedSentence extends TaggedWords {
    /** How far behind a preposition the verb may stand that makes it a conjunction. */
    private static final int CLAUSE_REACH = 14;

    private static final Set<String> BOUNDARIES = words("clause boundary");
    private static final Set<String> CLAUSE_OR_TIME = words("clause or time");
    private static final Set<String> PERSONAL = words("personal");
    private static final Set<String> BEARINGS =
            WordLists.of("en/incident-words.tsv").list("bearings");
    private static final Set<Pos> HEADS = Set.of(Pos.NOUN, Pos.PROPN, Pos.NUM, Pos.SYM);
    private static final Set<Pos> LEFT_OF_HEAD = Set.of(Pos.NOUN, Pos.PROPN, Pos.NUM, Pos.ADJ);
    private static final Set<Pos> BEHIND_INTENSIFIER = Set.of(Pos.ADJ, Pos.NUM, Pos.VERB);

    private final TaggedBlock block;
    private final Sentence sentence;

    TaggedSentence(TaggedBlock block, Sentence sentence, int from, int to) {
        super(block, from, to);
        this.block = block;
        this.sentence = sentence;
    }

    private TaggedSentence(TaggedSentence start, List<Token> tokens, List<String> lower, List<Pos> tags) {
        super(start.text(), tokens, lower.toArray(String[]::new), tags.toArray(Pos[]::new));
        this.block = start.block;
        this.sentence = start.sentence;
    }

    /** The sentences without their tags. */
    public static List<Sentence> plain(List<TaggedSentence> sentences) {
        return sentences.stream().map(TaggedSentence::sentence).toList();
    }

    /** The words in {@code span}, which may lie in several sentences, with the tags that they have in the whole ones. */
    public static TaggedSentence within(List<TaggedSentence> sentences, Span span) {
        int first = Bisection.first(
                sentences.size() - 1, s -> sentences.get(s).span().end() > span.start());
        List<Token> tokens = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        List<Pos> tags = new ArrayList<>();
        for (int s = first; s < sentences.size() && sentences.get(s).span().start() < span.end(); s++) {
            TaggedSentence whole = sentences.get(s);
            for (int i = 0; i < whole.size(); i++) {
                if (span.contains(whole.token(i).span())) {
                    tokens.add(whole.token(i));
                    lower.add(whole.lower(i));
                    tags.add(whole.tag(i));
                }
            }
        }
        return new TaggedSentence(sentences.get(first), tokens, lower, tags);
    }

    public Sentence sentence() {
        return sentence;
    }

    /** The block that the sentence stands in. */
    public TaggedBlock block() {
        return block;
    }

    public Span span() {
        return sentence.span();
    }

    /** Whether a clause ends or another begins at token {@code i}. */
    public boolean isBoundary(int i) {
        if (!isAny(i, BOUNDARIES)) {
            return false;
        }
        if (isAny(i, CLAUSE_OR_TIME)) {
            // "after Monday", "since December" go on with the clause; "after jets bombed" opens one
            return hasVerbBeforeBreak(i + 1);
        }
        // "that day" is no clause
        return !is(i, "that") || tag(i) != Pos.DET;
    }

    private boolean hasVerbBeforeBreak(int from) {
        int limit = Math.min(size(), from + CLAUSE_REACH);
        int stop = first(from, limit, i -> isFinite(i) || (tag(i) == Pos.PUNCT && !is(i, "-")));
        return stop < limit && isVerbal(stop);
    }

    /** Whether token {@code i} can be a finite verb: no form in <em>-ing</em>. */
    boolean isFinite(int i) {
        return isVerbal(i) && !isParticiple(i);
    }

    /** Whether a boundary stands in {@code [from, to)}. */
    public boolean parted(int from, int to) {
        return any(from, to, this::isBoundary);
    }

    /** Whether a comma stands in {@code [from, to)}. */
    public boolean hasComma(int from, int to) {
        return any(from, to, i -> is(i, ","));
    }

    /** Whether token {@code i} is joined by a hyphen: "rebel-held". */
    public boolean isHyphenated(int i) {
        return lower(i).indexOf('-') > 0;
    }

    /** One past the run of tokens from {@code from} that all pass the test, at most {@code reach} of them. */
    public int runEnd(int from, int reach, IntPredicate test) {
        int i = from;
        while (i - from < reach && i < size() && test.test(i)) {
            i++;
        }
        return i;
    }

    /** The first of the run of tokens before {@code end} that all pass the test, at most {@code reach} of them. */
    public int runStart(int end, int reach, IntPredicate test) {
        int i = end;
        while (end - i < reach && i > 0 && test.test(i - 1)) {
            i--;
        }
        return i;
    }

    /** One past the noun phrase that begins at {@code from}, or {@code from} when none begins there. Prepositions end it. */
    public int phraseEnd(int from) {
        int head = -1;
        boolean quoted = false;
        for (int i = from; i < size(); i++) {
            boolean headed = head >= 0;
            if (headed && is(i + 1, "of") && isAny(i, BEARINGS)) {
                // "a school north of the town"
                break;
            }
            if (headed && isPossessive(i)) {
                continue;
            }
            if (is(i, "\"", "'")) {
                if (i > from && !quoted) {
                    break;
                }
                quoted = !quoted;
            } else if (isTagged(i, HEADS)) {
                head = i;
            } else if (!headed && isApproximation(i)) {
                i++;
            } else if (headed ? !goesOn(i) : !leadsUp(i, from)) {
                break;
            }
        }
        return head < 0 ? from : head + 1;
    }

    /** Whether token {@code i} stands between the nouns of one phrase: <em>the town's rebel-held east</em>. */
    private boolean goesOn(int i) {
        return switch (tag(i)) {
            case ADJ -> true;
            case DET -> false;
            case VERB -> isModifier(i, lower(i).indexOf('-') > 0);
            default -> isPossessiveWord(i);
        };
    }

    /** Whether token {@code i} stands before the head of a phrase that begins at {@code from}. */
    private boolean leadsUp(int i, int from) {
        return switch (tag(i)) {
            case DET, ADJ -> true;
            // whose, their, its: a determiner by another name
            case PRON -> (i == from && !isAny(i, PERSONAL)) || isPossessiveWord(i);
            // "besieged town", "rebel-held east"
            case VERB -> isModifier(i, lower(i).indexOf('-') > 0 || endsIn(i, "ed", "ing"));
            // "heavily guarded compound"
            case ADV -> isTagged(i + 1, BEHIND_INTENSIFIER);
            default -> isPossessiveWord(i);
        };
    }

    private boolean isModifier(int verb, boolean form) {
        return form && (isNoun(verb + 1) || tag(verb + 1) == Pos.ADJ);
    }

    /** <em>about 30</em>, <em>at least</em>, <em>up to</em>. */
    private boolean isApproximation(int i) {
        return tag(i) == Pos.ADP
                && is(i, "at", "about", "up", "over")
                && (tag(i + 1) == Pos.NUM || is(i + 1, "least", "to"));
    }

    /** The first token of the noun phrase that ends before {@code end}, or {@code end} when none ends there. */
    public int phraseStart(int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (tag(i) == Pos.DET || isPossessiveWord(i)) {
                // "the rebels' camp": a possessive goes on to the left of a determiner only through its own mark
                return i;
            }
            boolean compound = tag(i) == Pos.VERB && i < end - 1 && lower(i).indexOf('-') > 0;
            if (!compound && !isTagged(i, LEFT_OF_HEAD) && !isPossessive(i)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The head of the noun phrase {@code [from, to)}: its last noun, or -1. */
    public int head(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (isNoun(i)) {
                return i;
            }
        }
        return -1;
    }
}
