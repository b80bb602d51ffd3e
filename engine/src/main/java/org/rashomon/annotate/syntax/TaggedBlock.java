package org.rashomon.annotate.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Sentence;
import org.rashomon.nlp.Pos;
import org.rashomon.nlp.PosTagger;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;
import org.rashomon.words.PersonWords;

/** One block's words with its sentences and quotations. It is cut into tokens and tagged once; its sentences are slices of it. */
public final class TaggedBlock extends TaggedWords {
    /** A quotation of more tokens, marks included, is a statement; a shorter one can be part of a phrase. */
    private static final int LONGEST_PHRASE = 6;

    private static final Set<String> AUXILIARIES = words("auxiliary");
    private static final Set<String> PARTICLES = words("mark or negation");
    private static final Set<String> RELATIVES = words("relative");
    private static final Set<String> OFFICES = PersonWords.of(PersonWords.Use.TITLE);
    private static final Set<Pos> NOMINAL = Set.of(Pos.NOUN, Pos.PROPN, Pos.ADJ);
    private static final Set<Pos> AFTER_ADJECTIVE = Set.of(Pos.NOUN, Pos.PROPN, Pos.ADJ, Pos.CCONJ);
    private static final Set<Pos> PHRASE_STARTS = Set.of(Pos.DET, Pos.ADJ, Pos.NOUN, Pos.PROPN, Pos.NUM, Pos.PRON);

    private final boolean headline;
    private final List<TaggedSentence> sentences = new ArrayList<>();
    private final List<Quotation> quotations;
    /** Index into the block's sentences, by token. */
    private final int[] sentenceOf;
    /** First token, by sentence; behind the last, one past the last token. */
    private final int[] sentenceStart;
    /** Index into {@link #quotations}, by token; -1 outside. */
    private final int[] quoteOf;

    private TaggedBlock(
            Article article, int index, List<Sentence> inside, List<List<Token>> cut, String[] lower, Pos[] tags) {
        super(article.text(), cut.stream().flatMap(List::stream).toList(), lower, mended(article.text(), cut, tags));
        Block block = article.blocks().get(index);
        this.headline = block.role() == BlockRole.HEADLINE;
        this.quotations =
                QuotationFinder.find(article.text(), block.span(), inside, QuotationFinder.goesOn(article, index));
        this.sentenceOf = new int[size()];
        this.sentenceStart = new int[inside.size() + 1];
        for (int s = 0; s < inside.size(); s++) {
            sentenceStart[s + 1] = sentenceStart[s] + cut.get(s).size();
            Arrays.fill(sentenceOf, sentenceStart[s], sentenceStart[s + 1], s);
            sentences.add(new TaggedSentence(this, inside.get(s), sentenceStart[s], sentenceStart[s + 1]));
        }
        this.quoteOf = new int[size()];
        Arrays.fill(quoteOf, -1);
        for (int q = 0; q < quotations.size(); q++) {
            Arrays.fill(quoteOf, quoteStart(q), quoteEnd(q), q);
        }
    }

    /** The block of that index, by its sentences. */
    static TaggedBlock of(Article article, int index, List<Sentence> inside, PosTagger tagger) {
        List<List<Token>> cut = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        List<Pos> tags = new ArrayList<>();
        for (Sentence sentence : inside) {
            List<Token> tokens = Tokenizer.tokens(article.text(), sentence.span());
            List<String> words = tokens.stream()
                    .map(token -> straight(token.in(article.text())))
                    .toList();
            cut.add(tokens);
            words.forEach(word -> lower.add(word.toLowerCase(Locale.ROOT)));
            tags.addAll(List.of(tagger.tag(words)));
        }
        return new TaggedBlock(article, index, inside, cut, lower.toArray(String[]::new), tags.toArray(Pos[]::new));
    }

    /** The tagger and the lexicons know straight marks only. */
    private static String straight(String word) {
        return word.replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u201c', '"')
                .replace('\u201d', '"');
    }

    /** Mends what the tagger gets wrong in news. */
    private static Pos[] mended(String text, List<List<Token>> cut, Pos[] tags) {
        List<String> words =
                cut.stream().flatMap(List::stream).map(token -> token.in(text)).toList();
        Pos[] mended = tags.clone();
        for (int i = 0; i < tags.length; i++) {
            mended[i] = mended(words, mended, i);
        }
        return mended;
    }

    /**
     * The tag of token {@code i}, mended: marks made of letters; genitives and negations; participles before a noun; names at
     * the end of a phrase seen as adjectives; an office between names seen as a verb; a verb that opens a quotation inside its
     * sentence seen as a plural.
     */
    private static Pos mended(List<String> words, Pos[] tags, int i) {
        String word = words.get(i);
        int first = word.codePointAt(0);
        Pos before = i > 0 ? tags[i - 1] : Pos.X;
        Pos after = i + 1 < tags.length ? tags[i + 1] : Pos.X;
        switch (tags[i]) {
            case PUNCT:
                boolean particle = PARTICLES.contains(straight(word));
                return particle ? Pos.PART : Character.isLetter(first) ? Pos.ADJ : Pos.PUNCT;
            case VERB:
                boolean participle = word.endsWith("ed") && before == Pos.DET;
                if (participle && NOMINAL.contains(after)) {
                    return Pos.ADJ;
                }
                boolean office = OFFICES.contains(word) && NOMINAL.contains(before);
                return office && after == Pos.PROPN ? Pos.NOUN : Pos.VERB;
            case ADJ:
                boolean name = i > 0 && Character.isUpperCase(first);
                return name && !AFTER_ADJECTIVE.contains(after) ? Pos.PROPN : Pos.ADJ;
            case NOUN:
                boolean quoted = i > 1 && tags[i - 2] == Pos.NOUN && "\"\u201c\u2018'".contains(words.get(i - 1));
                return quoted && before == Pos.PUNCT && after == Pos.DET && word.endsWith("s") ? Pos.VERB : Pos.NOUN;
            default:
                return tags[i];
        }
    }

    public boolean isHeadline() {
        return headline;
    }

    /** In order of text. */
    public List<TaggedSentence> sentences() {
        return List.copyOf(sentences);
    }

    /** Outermost quotations, in order of text. */
    public List<Quotation> quotations() {
        return quotations;
    }

    /** Whether token {@code i} can be a main verb, other than a form of <em>be</em> or <em>have</em>. */
    public boolean isVerb(int i) {
        return switch (tag(i)) {
            case VERB -> true;
            case AUX -> !isAny(i, AUXILIARIES);
            case NOUN -> isThirdPerson(i);
            // in a headline every word may be capitalised
            case PROPN -> headline && Character.isLetter(word(i).charAt(0));
            default -> false;
        };
    }

    /** "the envoy Ana Estimates estimates that …": between a name and a conjunction the tagger sees a plural. */
    private boolean isThirdPerson(int i) {
        boolean name = tag(i - 1) == Pos.PROPN || tag(i - 1) == Pos.PRON || (isNoun(i - 1) && isCapitalised(i - 1));
        if (!name || !endsIn(i, "s")) {
            return false;
        }
        return is(i + 1, "that") || (is(i + 1, "to") && headline) || (isCapitalised(i + 1) && !inQuote(i + 1));
    }

    /** Whether a noun phrase can begin at {@code i}. */
    public boolean startsPhrase(int i) {
        return tag(i) == Pos.SYM || (isTagged(i, PHRASE_STARTS) && !is(i, "that", "who", "which"));
    }

    /** Whether a relative clause opens with token {@code i}. */
    boolean isRelative(int i) {
        return isAny(i, RELATIVES) || (tag(i) == Pos.PRON && is(i, "that"));
    }

    public boolean hasNumber(int from, int to) {
        return any(from, to, i -> tag(i) == Pos.NUM);
    }

    /** Whether anything but marks stands there. */
    public boolean hasWord(int from, int to) {
        return any(from, to, i -> tag(i) != Pos.PUNCT);
    }

    /** First token of the sentence that token {@code i} is in. */
    public int sentenceStart(int i) {
        return sentenceStart[sentenceOf[i]];
    }

    /** One past the last token of the sentence that token {@code i} is in; {@code i} itself where no token stands there. */
    public int sentenceEnd(int i) {
        return i < size() ? sentenceStart[sentenceOf[i] + 1] : i;
    }

    public boolean inQuote(int i) {
        return i >= 0 && i < quoteOf.length && quoteOf[i] >= 0;
    }

    /** Index of the quotation that token {@code i} is in, or -1. */
    public int quoteOf(int i) {
        return quoteOf[i];
    }

    /** First token inside quotation {@code q}, its opening mark. */
    public int quoteStart(int q) {
        return endAt(quotations.get(q).span().start());
    }

    /** One past the last token of quotation {@code q}. */
    public int quoteEnd(int q) {
        return endAt(quotations.get(q).span().end());
    }

    /** Whether token {@code i} opens a quotation. */
    public boolean opensQuote(int i) {
        return inQuote(i) && quoteStart(quoteOf[i]) == i;
    }

    /** One past the quotation that token {@code i} is in; one past the token itself where it is in none. */
    public int afterQuote(int i) {
        return inQuote(i) ? quoteEnd(quoteOf[i]) : i + 1;
    }

    /** Whether token {@code i} is in a quotation too long to be part of a phrase. */
    boolean inStatement(int i) {
        return inQuote(i) && quoteEnd(quoteOf[i]) - quoteStart(quoteOf[i]) > LONGEST_PHRASE;
    }
}
