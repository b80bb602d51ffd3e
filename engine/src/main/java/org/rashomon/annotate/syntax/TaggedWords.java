package org.rashomon.annotate.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.WordRow;
import org.rashomon.model.Bisection;
import org.rashomon.model.Span;
import org.rashomon.nlp.Pos;
import org.rashomon.text.Token;
import org.rashomon.words.WordLists;

/**
 * Words in a row with their parts of speech: a paragraph, a sentence, or what a span covers. What can be asked about one word is
 * asked here. Nothing stands outside: there a word is {@code ""}, its tag {@link Pos#X}, and the answer to each question no.
 */
public abstract sealed class TaggedWords implements WordRow permits TaggedBlock, TaggedSentence {
    /** Tags of what heads a noun phrase. */
    static final Set<Pos> HEADS = Set.of(Pos.NOUN, Pos.PROPN, Pos.PRON, Pos.NUM);

    private static final Set<String> BE = words("be");
    private static final Set<String> POSSESSIVES = words("possessive");

    private final String text;
    private final List<Token> tokens;
    private final String[] lower;
    private final Pos[] tags;

    TaggedWords(String text, List<Token> tokens, String[] lower, Pos[] tags) {
        this.text = text;
        this.tokens = tokens;
        this.lower = lower;
        this.tags = tags;
    }

    /** A slice of other words. */
    TaggedWords(TaggedWords whole, int from, int to) {
        this(
                whole.text,
                whole.tokens.subList(from, to),
                Arrays.copyOfRange(whole.lower, from, to),
                Arrays.copyOfRange(whole.tags, from, to));
    }

    /** A list of the table of function words. */
    static Set<String> words(String list) {
        return WordLists.of("en/grammar-words.tsv").list(list);
    }

    /** Patterns of the table of what questions about grammar ask. */
    static PhrasePattern pattern(String name) {
        return PhrasePattern.of("en/grammar-patterns.tsv", name);
    }

    /** Of the whole article. */
    public String text() {
        return text;
    }

    @Override
    public int size() {
        return lower.length;
    }

    private boolean exists(int i) {
        return i >= 0 && i < lower.length;
    }

    /** The token {@code i}, which must exist. */
    public Token token(int i) {
        return tokens.get(i);
    }

    /** Token {@code i}, which must exist, as it is written. */
    public String word(int i) {
        return tokens.get(i).in(text);
    }

    @Override
    public String lower(int i) {
        return exists(i) ? lower[i] : "";
    }

    @Override
    public char initial(int i) {
        return exists(i) ? text.charAt(tokens.get(i).start()) : ' ';
    }

    @Override
    public Pos tag(int i) {
        return exists(i) ? tags[i] : Pos.X;
    }

    public boolean is(int i, String word) {
        return lower(i).equals(word);
    }

    /** Whether token {@code i} is one of a few words of one construction; longer lists stand in tables. */
    public boolean is(int i, String one, String other) {
        String word = lower(i);
        return word.equals(one) || word.equals(other);
    }

    public boolean is(int i, String one, String other, String third) {
        return is(i, one, other) || is(i, third);
    }

    public boolean is(int i, String one, String other, String third, String fourth) {
        return is(i, one, other) || is(i, third, fourth);
    }

    public boolean isAny(int i, Set<String> words) {
        return words.contains(lower(i));
    }

    public boolean isTagged(int i, Set<Pos> any) {
        return any.contains(tag(i));
    }

    public boolean endsIn(int i, String ending) {
        return lower(i).endsWith(ending);
    }

    public boolean endsIn(int i, String one, String other) {
        return endsIn(i, one) || endsIn(i, other);
    }

    public boolean isNoun(int i) {
        return tag(i) == Pos.NOUN || tag(i) == Pos.PROPN;
    }

    /** Whether token {@code i} is a verb, main or auxiliary. */
    public boolean isVerbal(int i) {
        return tag(i) == Pos.VERB || tag(i) == Pos.AUX;
    }

    /** Whether token {@code i} is a verb in <em>-ing</em>. */
    public boolean isParticiple(int i) {
        return tag(i) == Pos.VERB && endsIn(i, "ing");
    }

    public boolean isBe(int i) {
        return isAny(i, BE);
    }

    public boolean isCapitalised(int i) {
        return Character.isUpperCase(initial(i));
    }

    /** Whether token {@code i} is the mark of a possessive, <em>'s</em>. */
    public boolean isPossessive(int i) {
        return is(i, "'s") || (is(i, "'") && endsIn(i - 1, "s"));
    }

    /** <em>his</em>, <em>their</em>. */
    public boolean isPossessiveWord(int i) {
        return isAny(i, POSSESSIVES);
    }

    /** The first token in {@code [from, to)} for which the question holds, or {@code to} where there is none. */
    public int first(int from, int to, IntPredicate question) {
        int i = from;
        while (i < to && !question.test(i)) {
            i++;
        }
        return i;
    }

    public boolean any(int from, int to, IntPredicate question) {
        return first(from, to, question) < to;
    }

    public boolean hasVerb(int from, int to) {
        return any(from, to, this::isVerbal);
    }

    /** The span from token {@code from} to token {@code to}, exclusive; {@code from < to}. */
    public Span span(int from, int to) {
        return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /** The first token that ends after {@code offset}. */
    public int at(int offset) {
        return Bisection.first(size(), i -> tokens.get(i).end() > offset);
    }

    /** The first token that starts at or after {@code offset}; one past the last token that begins before it. */
    public int endAt(int offset) {
        return Bisection.first(size(), i -> tokens.get(i).start() >= offset);
    }
}
