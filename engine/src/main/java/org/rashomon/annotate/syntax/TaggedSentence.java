package org.rashomon.annotate.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.rashomon.model.Bisection;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.nlp.Pos;
import org.rashomon.nlp.PosTagger;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;
import org.rashomon.words.WordLists;

/** One sentence, or a part of one, with its tokens and their part-of-speech tags. */
public final class TaggedSentence {
    private static final Set<String> BOUNDARIES = Set.of(
            ";",
            ":",
            "\u2014",
            "\u2013",
            "--",
            "-",
            "which",
            "who",
            "whom",
            "whose",
            "where",
            "while",
            "although",
            "though",
            "but",
            "because",
            "when",
            "as",
            "until",
            "if",
            "unless",
            "whether",
            "that",
            "whereas",
            "(",
            ")",
            "before",
            "after",
            "since");
    private static final Set<String> PREPOSITION_WHEN = Set.of("after", "before", "as", "until", "since");

    private static final Set<String> BEARINGS =
            WordLists.of("en/incident-words.tsv").list("bearings");

    private final String text;
    private final Sentence sentence;
    private final List<Token> tokens;
    private final String[] lower;
    private final Pos[] tags;

    private TaggedSentence(String text, Sentence sentence, List<Token> tokens, String[] lower, Pos[] tags) {
        this.text = text;
        this.sentence = sentence;
        this.tokens = tokens;
        this.lower = lower;
        this.tags = tags;
    }

    static TaggedSentence of(String text, Sentence sentence, PosTagger tagger) {
        List<Token> tokens = Tokenizer.tokens(text, sentence.span());
        List<String> words = tokens.stream().map(t -> straight(t.in(text))).toList();
        String[] lower = words.stream().map(w -> w.toLowerCase(Locale.ROOT)).toArray(String[]::new);
        return new TaggedSentence(text, sentence, tokens, lower, tagger.tag(words));
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
        TaggedSentence start = sentences.get(first);
        return new TaggedSentence(
                start.text, start.sentence, tokens, lower.toArray(String[]::new), tags.toArray(Pos[]::new));
    }

    /** The tagger and the lexicons know straight marks only. */
    private static String straight(String word) {
        return word.replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u201c', '"')
                .replace('\u201d', '"');
    }

    public Sentence sentence() {
        return sentence;
    }

    public Span span() {
        return sentence.span();
    }

    public int size() {
        return lower.length;
    }

    public String text() {
        return text;
    }

    public String lower(int i) {
        return i >= 0 && i < lower.length ? lower[i] : "";
    }

    String word(int i) {
        return tokens.get(i).in(text);
    }

    public Token token(int i) {
        return tokens.get(i);
    }

    public boolean is(int i, String word) {
        return lower(i).equals(word);
    }

    public boolean isAny(int i, Set<String> words) {
        return words.contains(lower(i));
    }

    /** The tag of token {@code i}; {@code X} outside the sentence. */
    public Pos tag(int i) {
        return i >= 0 && i < tags.length ? tags[i] : Pos.X;
    }

    public boolean isNoun(int i) {
        return tag(i) == Pos.NOUN || tag(i) == Pos.PROPN;
    }

    public boolean isCapitalised(int i) {
        return i >= 0
                && i < lower.length
                && Character.isUpperCase(text.charAt(tokens.get(i).start()));
    }

    public boolean isPossessive(int i) {
        return is(i, "'s") || is(i, "'") && i > 0 && lower(i - 1).endsWith("s");
    }

    public Span span(int from, int to) {
        return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /** The first token that ends after {@code offset}. */
    public int at(int offset) {
        return Bisection.first(size(), i -> tokens.get(i).end() > offset);
    }

    /** One past the last token that begins before {@code offset}. */
    public int endAt(int offset) {
        int i = at(offset);
        return i < lower.length && tokens.get(i).start() < offset ? i + 1 : i;
    }

    /** Whether a clause ends or another begins at token {@code i}. */
    public boolean isBoundary(int i) {
        if (!isAny(i, BOUNDARIES)) {
            return false;
        }
        if (PREPOSITION_WHEN.contains(lower(i))) {
            // "after Monday", "since December" go on with the clause; "after jets bombed" opens one
            return hasVerbBeforeBreak(i + 1);
        }
        // "that day" is no clause
        return !is(i, "that") || tag(i) != Pos.DET;
    }

    private boolean hasVerbBeforeBreak(int from) {
        for (int i = from; i < Math.min(size(), from + 14); i++) {
            if (tag(i) == Pos.VERB && !lower(i).endsWith("ing") || tag(i) == Pos.AUX) {
                return true;
            }
            if (tag(i) == Pos.PUNCT && !is(i, "-")) {
                return false;
            }
        }
        return false;
    }

    /** Whether a boundary stands in {@code [from, to)}. */
    public boolean parted(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isBoundary(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a comma that is not part of a list of names stands in {@code [from, to)}. */
    public boolean hasComma(int from, int to) {
        for (int i = from; i < to; i++) {
            if (is(i, ",")) {
                return true;
            }
        }
        return false;
    }

    /** Whether token {@code i} is a verb or an auxiliary. */
    public boolean isVerbal(int i) {
        return tag(i) == Pos.VERB || tag(i) == Pos.AUX;
    }

    /** Whether token {@code i} is joined by a hyphen: "rebel-held". */
    public boolean isHyphenated(int i) {
        return lower(i).indexOf('-') > 0;
    }

    /** Whether a token of {@code [from, to)} passes the test. */
    public boolean any(int from, int to, IntPredicate test) {
        for (int i = from; i < to; i++) {
            if (test.test(i)) {
                return true;
            }
        }
        return false;
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
        int i = from;
        int head = -1;
        boolean quoted = false;
        while (i < size()) {
            Pos tag = tag(i);
            if (head >= 0 && is(i + 1, "of") && isAny(i, BEARINGS)) {
                // "a school north of the town"
                break;
            }
            if (isPossessive(i) && head >= 0) {
                i++;
                continue;
            }
            if (is(i, "\"") || is(i, "'")) {
                if (i == from || quoted) {
                    quoted = !quoted;
                    i++;
                    continue;
                }
                break;
            }
            if (tag == Pos.NOUN || tag == Pos.PROPN || tag == Pos.NUM || tag == Pos.SYM) {
                head = i;
            } else if (tag == Pos.PRON && head < 0 && i == from && !isAny(i, PERSONAL)) {
                // whose, their, its: a determiner by another name
            } else if (tag == Pos.DET || tag == Pos.ADJ || isPossessiveWord(i)) {
                if (tag == Pos.DET && head >= 0) {
                    break;
                }
            } else if (tag == Pos.VERB
                    && (lower(i).indexOf('-') > 0 || lower(i).endsWith("ed") || lower(i).endsWith("ing"))
                    && (head < 0 || lower(i).indexOf('-') > 0)
                    && (isNoun(i + 1) || tag(i + 1) == Pos.ADJ)) {
                // "besieged town", "rebel-held east"
            } else if (tag == Pos.ADV
                    && head < 0
                    && (tag(i + 1) == Pos.ADJ || tag(i + 1) == Pos.NUM || tag(i + 1) == Pos.VERB)) {
                // "heavily guarded compound"
            } else if (tag == Pos.ADP
                    && head < 0
                    && (is(i, "at") || is(i, "about") || is(i, "up") || is(i, "over"))
                    && (tag(i + 1) == Pos.NUM || is(i + 1, "least") || is(i + 1, "to"))) {
                i++;
            } else {
                break;
            }
            i++;
        }
        if (head < 0) {
            return from;
        }
        return head + 1;
    }

    private static final Set<String> PERSONAL = Set.of(
            "he", "she", "it", "they", "him", "them", "i", "we", "you", "us", "me", "who", "which", "that", "this",
            "what");
    private static final Set<String> POSSESSIVES = Set.of("his", "her", "its", "their", "our", "my", "your");

    public boolean isPossessiveWord(int i) {
        return isAny(i, POSSESSIVES);
    }

    /** The first token of the noun phrase that ends before {@code end}, or {@code end} when none ends there. */
    public int phraseStart(int end) {
        int i = end - 1;
        while (i >= 0) {
            Pos tag = tag(i);
            boolean inside = tag == Pos.NOUN
                    || tag == Pos.PROPN
                    || tag == Pos.NUM
                    || tag == Pos.ADJ
                    || isPossessive(i)
                    || isPossessiveWord(i)
                    || tag == Pos.VERB && i < end - 1 && (lower(i).indexOf('-') > 0);
            if (tag == Pos.DET || isPossessiveWord(i)) {
                // "the rebels' camp": a possessive goes on to the left of a determiner only through its own mark
                return i;
            }
            if (!inside) {
                break;
            }
            i--;
        }
        return i + 1;
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
