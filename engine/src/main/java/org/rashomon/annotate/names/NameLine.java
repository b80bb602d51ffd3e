package org.rashomon.annotate.names;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.NameLexicon.Match;
import org.rashomon.model.Article;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;
import org.rashomon.words.LetterCase;
import org.rashomon.words.NameForms;

/**
 * One sentence with its tokens, as the search for names sees it: how much its capitals tell, and what its words are by themselves.
 * Outside of the sentence a word is empty, and nothing is true of it.
 */
final class NameLine {
    private static final int LONGEST_TITLE_WORDS = 4;
    private static final int LONGEST_ADDRESS = 200;
    /** A word that is a body in any position: Parliament, Bundestag. */
    private static final int LONG_BODY = 8;

    private final String text;
    private final NameLexicon lexicon;
    private final List<Token> tokens;
    private final List<String> words;
    private final Casing casing;

    NameLine(Article article, Sentence sentence, NameLexicon lexicon) {
        this.text = article.text();
        this.lexicon = lexicon;
        this.tokens = HyphenatedNames.parted(text, Tokenizer.tokens(text, sentence.span()), lexicon);
        this.words = tokens.stream().map(token -> token.in(text)).toList();
        this.casing = casing(article.blocks().get(sentence.block()).role());
    }

    List<String> words() {
        return words;
    }

    Casing casing() {
        return casing;
    }

    String word(int at) {
        return at >= 0 && at < words.size() ? words.get(at) : "";
    }

    /** Whether the word there is of the class, see {@code name-words.tsv}. */
    boolean is(String wordClass, int at) {
        return lexicon.is(wordClass, word(at));
    }

    /** Whether it is of one of the classes. */
    boolean isAny(int at, String... wordClasses) {
        return lexicon.isAny(word(at), wordClasses);
    }

    boolean isWord(int at, String word) {
        return word(at).equals(word);
    }

    boolean isCapitalised(int at) {
        return at < words.size() && LetterCase.isCapitalised(words.get(at));
    }

    boolean isLetters(int at) {
        return at < words.size() && LetterCase.isLetters(words.get(at));
    }

    boolean isFirstName(int at) {
        return lexicon.isFirstName(word(at));
    }

    /** Whether a capital there tells nothing, because every sentence or every word of the line has it. */
    boolean hasIdleCapital(int at) {
        return casing == Casing.TITLE || opensSentence(at);
    }

    /** The longest name of the gazetteer that begins there, as it is written. */
    @Nullable
    Match known(int at) {
        return at < words.size() ? lexicon.longest(words, at, false) : null;
    }

    /** The span from token {@code from} to token {@code to}, exclusive. */
    Span span(int from, int to) {
        return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /** How much a capital tells. */
    enum Casing {
        SENTENCE,
        TITLE,
        CAPITALS
    }

    private Casing casing(BlockRole role) {
        List<String> long4 = words.stream()
                .filter(word -> word.length() > 3 && LetterCase.isLetters(word))
                .toList();
        long capitalised = long4.stream()
                .filter(word -> Character.isUpperCase(word.charAt(0)))
                .count();
        long capitals = long4.stream().filter(LetterCase::isAllCapitals).count();
        if (long4.size() >= 3 && isMost(capitals, long4)) {
            return Casing.CAPITALS;
        }
        boolean enough = long4.size() >= (role == BlockRole.HEADLINE ? 3 : 5);
        boolean open = !isWord(words.size() - 1, ".");
        return enough && open && isMost(capitalised, long4) ? Casing.TITLE : Casing.SENTENCE;
    }

    private static boolean isMost(long count, List<String> of) {
        return count * 10 >= of.size() * 8L;
    }

    boolean isWebAddress(int at) {
        int end = tokens.get(at).start();
        int start = end;
        while (start > Math.max(0, end - LONGEST_ADDRESS) && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        int from = start;
        return lexicon.words("address").stream().anyMatch(opening -> text.startsWith(opening, from));
    }

    boolean opensSentence(int at) {
        int i = at - 1;
        while (i >= 0 && !Character.isLetterOrDigit(words.get(i).charAt(0))) {
            if (is("opening-mark", i)) {
                return true;
            }
            i--;
        }
        return i < 0;
    }

    boolean isCommon(int at) {
        return lexicon.isCommon(NameForms.lower(word(at)));
    }

    /** A word that the article or the language writes in lower case, so that its capital tells nothing here. */
    boolean isOrdinary(int at, Set<String> lowerCase) {
        return !LetterCase.isAllCapitals(word(at)) && (isCommon(at) || lowerCase.contains(NameForms.lower(word(at))));
    }

    /** Parliament, Congress: one word that is a body by itself, with a capital away from the start of a sentence. */
    boolean isStandaloneBody(int at) {
        return is("body", at) && (word(at).length() > LONG_BODY || (casing == Casing.SENTENCE && !opensSentence(at)));
    }

    /** Where a title that begins at {@code at} ends; {@code at} if none does. */
    int titleEnd(int at) {
        for (int length = Math.min(LONGEST_TITLE_WORDS, words.size() - at); length > 0; length--) {
            if (lexicon.is("title", String.join(" ", words.subList(at, at + length)))) {
                return at + length;
            }
        }
        return at;
    }

    boolean opensTitle(int at) {
        return titleEnd(at) > at;
    }

    /** Whether the word there speaks for a person before it. */
    boolean speaks(int after) {
        return is("speech", after);
    }
}
