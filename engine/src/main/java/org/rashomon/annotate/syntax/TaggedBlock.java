package org.rashomon.annotate.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rashomon.model.Bisection;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Span;
import org.rashomon.nlp.Pos;
import org.rashomon.text.Token;
import org.rashomon.words.PersonWords;

/** One block's tokens with their tags, sentences and quotations: what the attribution rules look at. */
public final class TaggedBlock {
    private static final Set<String> BE =
            Set.of("be", "is", "are", "was", "were", "been", "being", "am", "'s", "\u2019s", "'re", "\u2019re", "'m");

    private static final Set<String> OFFICES = PersonWords.of(PersonWords.Use.TITLE);

    private final String text;
    private final Block block;
    private final List<Token> tokens;
    private final String[] lower;
    private final Pos[] tags;
    /** Index into the block's sentences, by token. */
    private final int[] sentenceOf;

    private final List<TaggedSentence> sentences;
    private final int[] sentenceStart;
    private final List<Quotation> quotations;
    /** Index into {@link #quotations}, by token; -1 outside. */
    private final int[] quoteOf;

    private TaggedBlock(
            String text,
            Block block,
            List<Token> tokens,
            String[] lower,
            Pos[] tags,
            List<TaggedSentence> sentences,
            List<Quotation> quotations) {
        this.text = text;
        this.block = block;
        this.tokens = tokens;
        this.lower = lower;
        this.tags = tags;
        this.sentences = sentences;
        this.quotations = quotations;
        this.sentenceOf = new int[tokens.size()];
        this.sentenceStart = new int[sentences.size() + 1];
        int s = 0;
        for (int i = 0; i < tokens.size(); i++) {
            while (s + 1 < sentences.size()
                    && tokens.get(i).start() >= sentences.get(s + 1).span().start()) {
                s++;
                sentenceStart[s] = i;
            }
            sentenceOf[i] = s;
        }
        for (int k = s + 1; k <= sentences.size(); k++) {
            sentenceStart[k] = tokens.size();
        }
        this.quoteOf = new int[tokens.size()];
        int q = 0;
        for (int i = 0; i < tokens.size(); i++) {
            while (q < quotations.size()
                    && quotations.get(q).span().end() <= tokens.get(i).start()) {
                q++;
            }
            quoteOf[i] = q < quotations.size()
                            && quotations.get(q).span().contains(tokens.get(i).start())
                    ? q
                    : -1;
        }
    }

    public static TaggedBlock of(String text, Block block, List<TaggedSentence> sentences, List<Quotation> quotations) {
        List<Token> tokens = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        List<Pos> tags = new ArrayList<>();
        for (TaggedSentence sentence : sentences) {
            for (int i = 0; i < sentence.size(); i++) {
                tokens.add(sentence.token(i));
                lower.add(sentence.lower(i));
                tags.add(sentence.tag(i));
            }
        }
        Pos[] mended = mended(text, tokens, tags.toArray(Pos[]::new));
        return new TaggedBlock(text, block, tokens, lower.toArray(String[]::new), mended, sentences, quotations);
    }

    /** Mends what the tagger gets wrong in news. */
    private static Pos[] mended(String text, List<Token> tokens, Pos[] tags) {
        for (int i = 0; i < tags.length; i++) {
            tags[i] = mended(text, tokens, tags, i);
        }
        return tags;
    }

    /**
     * The tag of token {@code i}, mended: marks made of letters; genitives; participles before a noun; names at the end of a
     * phrase seen as adjectives; an office between names seen as a verb; a verb that opens a quotation inside its sentence seen
     * as a plural.
     */
    private static Pos mended(String text, List<Token> tokens, Pos[] tags, int i) {
        String word = tokens.get(i).in(text);
        Pos before = i > 0 ? tags[i - 1] : Pos.X;
        Pos after = i + 1 < tags.length ? tags[i + 1] : Pos.X;
        int first = word.codePointAt(0);
        boolean capital = Character.isUpperCase(first);
        if (tags[i] == Pos.PUNCT && Character.isLetter(first)) {
            return Pos.ADJ;
        }
        if (tags[i] == Pos.PUNCT && (word.equals("'s") || word.equals("\u2019s"))) {
            return Pos.PART;
        }
        if (tags[i] == Pos.VERB && word.endsWith("ed") && before == Pos.DET && isNominal(after)) {
            return Pos.ADJ;
        }
        boolean modifies = after == Pos.NOUN || after == Pos.PROPN || after == Pos.ADJ || after == Pos.CCONJ;
        if (i > 0 && capital && tags[i] == Pos.ADJ && !modifies) {
            return Pos.PROPN;
        }
        if (tags[i] == Pos.VERB && isNominal(before) && after == Pos.PROPN && OFFICES.contains(word)) {
            return Pos.NOUN;
        }
        boolean quoted = i > 1
                && before == Pos.PUNCT
                && tags[i - 2] == Pos.NOUN
                && isMark(tokens.get(i - 1).in(text));
        if (tags[i] == Pos.NOUN && quoted && word.endsWith("s") && after == Pos.DET) {
            return Pos.VERB;
        }
        return tags[i];
    }

    private static boolean isMark(String token) {
        return token.equals("\"") || token.equals("\u201c") || token.equals("\u2018") || token.equals("'");
    }

    private static boolean isNominal(Pos tag) {
        return tag == Pos.NOUN || tag == Pos.PROPN || tag == Pos.ADJ;
    }

    public int size() {
        return tokens.size();
    }

    String text() {
        return text;
    }

    Block block() {
        return block;
    }

    public boolean isHeadline() {
        return block.role() == BlockRole.HEADLINE;
    }

    Token token(int i) {
        return tokens.get(i);
    }

    public String word(int i) {
        return tokens.get(i).in(text);
    }

    public String lower(int i) {
        return lower[i];
    }

    /** The tag of token {@code i}; {@code X} outside the block, where nothing stands. */
    public Pos tag(int i) {
        return i >= 0 && i < tags.length ? tags[i] : Pos.X;
    }

    /** Whether token {@code i} exists and is {@code word}, compared in lower case. */
    public boolean is(int i, String word) {
        return i >= 0 && i < lower.length && lower[i].equals(word);
    }

    public boolean isAny(int i, Set<String> words) {
        return i >= 0 && i < lower.length && words.contains(lower[i]);
    }

    public boolean isVerb(int i) {
        return i >= 0 && i < tags.length && isVerbAt(i);
    }

    private boolean isVerbAt(int i) {
        return isThirdPersonTaggedNoun(i)
                || tags[i] == Pos.VERB
                || tags[i] == Pos.AUX && !BE.contains(lower[i]) && !lower[i].equals("have") && !lower[i].equals("has")
                || (isHeadline() && tags[i] == Pos.PROPN && Character.isLetter(word(i).charAt(0)));
    }

    /** "the envoy Ana Estimates estimates that …": between a name and a conjunction the tagger sees a plural. */
    private boolean isThirdPersonTaggedNoun(int i) {
        return tags[i] == Pos.NOUN
                && lower[i].endsWith("s")
                && i > 0
                && (tags[i - 1] == Pos.PROPN || tags[i - 1] == Pos.PRON || isNoun(i - 1) && isCapitalised(i - 1))
                && (is(i + 1, "that") || is(i + 1, "to") && isHeadline() || isCapitalised(i + 1) && !inQuote(i + 1));
    }

    /** Whether token {@code i} is a verb in <em>-ing</em>. */
    public boolean isParticiple(int i) {
        return tag(i) == Pos.VERB && lower[i].endsWith("ing");
    }

    /** Whether a noun phrase can begin at {@code i}. */
    public boolean startsPhrase(int i) {
        if (i >= size()) {
            return false;
        }
        return switch (tag(i)) {
            case DET, ADJ, NOUN, PROPN, NUM, PRON -> !is(i, "that") && !is(i, "who") && !is(i, "which");
            case SYM -> true;
            default -> false;
        };
    }

    public boolean hasVerb(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tag(i) == Pos.VERB || tag(i) == Pos.AUX) {
                return true;
            }
        }
        return false;
    }

    public boolean hasNumber(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tag(i) == Pos.NUM) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything but marks stands there. */
    public boolean hasWord(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tag(i) != Pos.PUNCT) {
                return true;
            }
        }
        return false;
    }

    public boolean isBe(int i) {
        return i >= 0 && i < lower.length && BE.contains(lower[i]);
    }

    public boolean isNoun(int i) {
        return i >= 0 && i < tags.length && (tags[i] == Pos.NOUN || tags[i] == Pos.PROPN);
    }

    public boolean isCapitalised(int i) {
        return i >= 0
                && i < tags.length
                && Character.isUpperCase(text.charAt(tokens.get(i).start()));
    }

    int sentenceOf(int i) {
        return sentenceOf[i];
    }

    /** First token of the sentence that token {@code i} is in. */
    public int sentenceStart(int i) {
        return sentenceStart[sentenceOf[i]];
    }

    /** One past the last token of the sentence that token {@code i} is in; {@code i} itself where no token stands there. */
    public int sentenceEnd(int i) {
        return i < size() ? sentenceStart[sentenceOf[i] + 1] : i;
    }

    int sentences() {
        return sentences.size();
    }

    List<Quotation> quotations() {
        return quotations;
    }

    /** Index of the quotation that token {@code i} is in, or -1. */
    public int quoteOf(int i) {
        return quoteOf[i];
    }

    public boolean inQuote(int i) {
        return i >= 0 && i < quoteOf.length && quoteOf[i] >= 0;
    }

    /** First token inside quotation {@code q}, its opening mark. */
    public int quoteStart(int q) {
        return firstAt(quotations.get(q).span().start());
    }

    /** One past the last token of quotation {@code q}. */
    public int quoteEnd(int q) {
        return firstAt(quotations.get(q).span().end());
    }

    /** First token that starts at or after {@code offset}. */
    int firstAt(int offset) {
        return Bisection.first(size(), i -> tokens.get(i).start() >= offset);
    }

    /** The span from token {@code from} to token {@code to}, exclusive; {@code from < to}. */
    public Span span(int from, int to) {
        return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
