package org.rashomon.annotate.names;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.words.NameForms;

/** Names sentence by sentence: where one begins and ends, and what kind of name it is or may be. */
final class NameFinder {
    private final NameLexicon lexicon;

    NameFinder(NameLexicon lexicon) {
        this.lexicon = lexicon;
    }

    List<Found> find(Article article, List<Sentence> sentences) {
        List<NameLine> lines = sentences.stream()
                .map(sentence -> new NameLine(article, sentence, lexicon))
                .toList();
        Set<String> lowerCase = new HashSet<>();
        lines.stream()
                .filter(line -> line.casing() == NameLine.Casing.SENTENCE)
                .flatMap(line -> line.words().stream())
                .filter(word -> Character.isLowerCase(word.charAt(0)))
                .forEach(lowerCase::add);
        return lines.stream()
                .flatMap(line -> new NameScan(line, lexicon, lowerCase).names().stream())
                .toList();
    }

    /** Whether the words themselves settle the type. */
    enum Strength {
        SURE,
        /** A name, but its kind is guessed. */
        GUESS,
        /** A name only if the article has it as a name elsewhere. */
        DOUBT
    }

    /**
     * A name.
     *
     * @param entry what the gazetteer has for these words, or null
     * @param title the title before a person's name, or null
     */
    record Found(
            Span span,
            EntityType type,
            Strength strength,
            NameLexicon.@Nullable Entry entry,
            @Nullable String title) {
        /** The words of the name in one shape, without a possessive ending. */
        String words(String text) {
            return NameForms.withoutPossessive(NameForms.tidy(span.in(text)));
        }
    }
}
