package org.rashomon.annotate.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Span;
import org.rashomon.text.Token;
import org.rashomon.words.NameForms;
import org.rashomon.words.WordLists;

/**
 * Parts hyphenated words that hold a name: <em>US-led, pro-Assad, Russian-Syrian</em>. Names that are written with a hyphen
 * (<em>al-Nusra, Ki-moon, Jean-Yves</em>) stay whole.
 */
public final class HyphenatedNames {
    private static final Set<String> BEFORE =
            WordLists.of("en/hyphen-words.tsv").list("before");
    private static final Set<String> BEHIND =
            WordLists.of("en/hyphen-words.tsv").list("behind");
    private static final Set<String> LED = WordLists.of("en/hyphen-words.tsv").list("led");

    private HyphenatedNames() {}

    /** @param lexicon knows which words name a state */
    public static List<Token> parted(String text, List<Token> tokens, NameLexicon lexicon) {
        List<Token> parted = new ArrayList<>(tokens.size() + 4);
        for (Token token : tokens) {
            int hyphen = cut(token.in(text), lexicon);
            if (hyphen > 0) {
                parted.add(new Token(token.start(), token.start() + hyphen));
                parted.addAll(parted(text, List.of(new Token(token.start() + hyphen + 1, token.end())), lexicon));
            } else {
                parted.add(token);
            }
        }
        return parted;
    }

    /**
     * The body that is named after the one that leads it, or null where {@code name} leads none: in <em>US-led coalition</em> the
     * coalition acts, not the state.
     */
    static @Nullable Span ledBy(String text, Span name) {
        if (!text.startsWith("-led ", name.end())) {
            return null;
        }
        int start = name.end() + "-led ".length();
        return LED.stream()
                .filter(body -> text.startsWith(body, start))
                .findFirst()
                .map(body -> new Span(name.start(), start + body.length()))
                .orElse(null);
    }

    /** Britain-based, pro-Assad: whether the name is part of a word that says something else. */
    public static boolean isPart(String text, Span name) {
        return (name.end() < text.length() && text.charAt(name.end()) == '-')
                || (name.start() > 0 && text.charAt(name.start() - 1) == '-');
    }

    /** Where to cut, or 0. */
    private static int cut(String word, NameLexicon lexicon) {
        int first = word.indexOf('-');
        if (first <= 0 || first == word.length() - 1 || !NameForms.hasUpperCase(word)) {
            return 0;
        }
        String before = word.substring(0, first);
        if (BEFORE.contains(before) && Character.isUpperCase(word.charAt(first + 1))) {
            return first;
        }
        int last = word.lastIndexOf('-');
        if (BEHIND.contains(word.substring(last + 1))) {
            return last;
        }
        ActorRegistry actors = lexicon.actors();
        boolean states = actors.governmentOf(before).isPresent()
                && actors.governmentOf(word.substring(first + 1)).isPresent()
                && actors.governmentOf(word).isEmpty();
        return states ? first : 0;
    }
}
