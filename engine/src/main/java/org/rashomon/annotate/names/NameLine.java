package org.rashomon.annotate.names;

import java.util.List;
import java.util.Set;
import org.rashomon.annotate.names.NameLine.Casing;
import org.rashomon.model.Article;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;
import org.rashomon.words.Capitals;
import org.rashomon.words.Names;

/** One sentence with its tokens, as the search for names sees it: how much its capitals tell, and what its words are by themselves. */
final class NameLine {
    private static final int LONGEST_TITLE_WORDS = 4;

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
        int letters = 0;
        int capitalised = 0;
        int capitals = 0;
        for (String word : words) {
            if (word.length() > 3 && Capitals.isLetters(word)) {
                letters++;
                capitalised += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
                capitals += Capitals.isAllCapitals(word) ? 1 : 0;
            }
        }
        if (letters >= 3 && capitals * 10 >= letters * 8) {
            return Casing.CAPITALS;
        }
        boolean closed = !words.isEmpty() && words.get(words.size() - 1).equals(".");
        int least = role == BlockRole.HEADLINE ? 3 : 5;
        return letters >= least && !closed && capitalised * 10 >= letters * 8 ? Casing.TITLE : Casing.SENTENCE;
    }

    boolean isWebAddress(int at) {
        Token token = tokens.get(at);
        int start = token.start();
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && token.start() - start < 200) {
            start--;
        }
        return text.startsWith("http", start)
                || text.startsWith("www.", start)
                || text.charAt(start) == '@'
                || text.charAt(start) == '#';
    }

    boolean opensSentence(int at) {
        int i = at - 1;
        while (i >= 0 && !Character.isLetterOrDigit(words.get(i).charAt(0))) {
            String mark = words.get(i);
            if (mark.equals(":")
                    || mark.equals("\"")
                    || mark.equals("\u201c")
                    || mark.equals("\u2018")
                    || mark.equals("'")
                    || mark.equals("\u2022")
                    || mark.equals("-")
                    || mark.equals("\u2013")) {
                return true;
            }
            i--;
        }
        return i < 0;
    }

    boolean isCommon(int at) {
        return lexicon.isCommon(Names.lower(words.get(at)));
    }

    /** A word that the article or the language writes in lower case, so that its capital tells nothing here. */
    boolean isOrdinary(int at, Set<String> lowerCase) {
        String word = words.get(at);
        if (Capitals.isAllCapitals(word)) {
            return false;
        }
        String lower = Names.lower(word);
        return lexicon.isCommon(lower) || lowerCase.contains(lower);
    }

    /** Parliament, Congress: one word that is a body by itself, with a capital away from the start of a sentence. */
    boolean isStandaloneBody(int at) {
        return switch (words.get(at)) {
            case "Parliament",
                    "Congress",
                    "Senate",
                    "Treasury",
                    "Cabinet",
                    "Knesset",
                    "Duma",
                    "Bundestag",
                    "Rada",
                    "Majlis" ->
                (casing == Casing.SENTENCE && !opensSentence(at))
                        || words.get(at).length() > 8;
            default -> false;
        };
    }

    /** Where a title that begins at {@code at} ends; {@code at} if none does. */
    int titleEnd(int at) {
        for (int length = Math.min(LONGEST_TITLE_WORDS, words.size() - at); length > 0; length--) {
            String phrase = String.join(" ", words.subList(at, at + length));
            if (lexicon.is("title", phrase)) {
                return at + length;
            }
        }
        return at;
    }

    /** Whether the word there speaks for a person before it. */
    boolean speaks(int after) {
        return after < words.size() && NameFinder.SPEECH.contains(words.get(after));
    }
}
