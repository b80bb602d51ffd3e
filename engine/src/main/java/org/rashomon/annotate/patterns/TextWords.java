package org.rashomon.annotate.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Bisection;
import org.rashomon.model.Span;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;

/**
 * The words and marks of a text without their parts of speech. The text is cut when it is first asked for its words, and only once; one
 * thread alone may ask.
 */
public final class TextWords implements WordRow {
    private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s\\b", Pattern.CASE_INSENSITIVE);

    private final String text;
    private @Nullable List<Token> tokens;
    private String[] lower = {};

    private TextWords(String text) {
        this.text = text;
    }

    public static TextWords of(String text) {
        return new TextWords(text);
    }

    public String text() {
        return text;
    }

    private List<Token> tokens() {
        List<Token> cut = tokens;
        if (cut == null) {
            cut = cut(text);
            lower = new String[cut.size()];
            tokens = cut;
        }
        return cut;
    }

    /** A text that begins right behind a name may begin with the mark of its possessive. */
    private static List<Token> cut(String text) {
        List<Token> cut = new ArrayList<>();
        int from = POSSESSIVE.matcher(text).lookingAt() ? 2 : 0;
        if (from > 0) {
            cut.add(new Token(0, from));
        }
        if (from < text.length()) {
            cut.addAll(Tokenizer.tokens(text, new Span(from, text.length())));
        }
        return cut;
    }

    private boolean holds(int at) {
        return at >= 0 && at < tokens().size();
    }

    @Override
    public int size() {
        return tokens().size();
    }

    @Override
    public String lower(int at) {
        if (!holds(at)) {
            return "";
        }
        if (lower[at] == null) {
            lower[at] = word(at).toLowerCase(Locale.ROOT);
        }
        return lower[at];
    }

    @Override
    public char initial(int at) {
        return holds(at) ? text.charAt(start(at)) : ' ';
    }

    /** A word, which must exist, as it is written, its marks straight. */
    public String word(int at) {
        return tokens().get(at)
                .in(text)
                .replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u201c', '"')
                .replace('\u201d', '"');
    }

    /** All words as they are written, their marks straight. */
    public List<String> words() {
        return IntStream.range(0, size()).mapToObj(this::word).toList();
    }

    /** Where a word begins in the text, in UTF-16 code units; where the text ends for one past the last. */
    public int start(int at) {
        return at < size() ? tokens().get(at).start() : text.length();
    }

    /** Where a construction that takes a word stands for the first time between two offsets. */
    public Optional<Span> find(PhrasePattern construction, int from, int to) {
        int first = firstFrom(from);
        return construction.find(between(from, to)).map(found -> {
            Token last = tokens().get(first + found.end() - 1);
            return new Span(start(first + found.from()), last.end());
        });
    }

    /** The words that begin at an offset or behind it. */
    public WordRow behind(int offset) {
        return part(firstFrom(offset), size());
    }

    /** The same, at most so many UTF-16 code units of them. */
    public WordRow behind(int offset, int most) {
        return between(offset, offset + most);
    }

    /** The words that end at an offset or before it. */
    public WordRow before(int offset) {
        return between(0, offset);
    }

    /** The same, at most so many UTF-16 code units of them. */
    public WordRow before(int offset, int most) {
        return between(offset - most, offset);
    }

    /** The words that lie whole between two offsets. */
    public WordRow between(int from, int to) {
        int first = firstFrom(from);
        List<Token> cut = tokens();
        int end = Bisection.first(cut.size(), i -> cut.get(i).end() > to);
        return part(first, Math.max(first, end));
    }

    private int firstFrom(int offset) {
        List<Token> cut = tokens();
        return Bisection.first(cut.size(), i -> cut.get(i).start() >= offset);
    }
}
