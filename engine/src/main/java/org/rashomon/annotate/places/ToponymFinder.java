package org.rashomon.annotate.places;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.HyphenatedNames;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.facts.Gazetteer;
import org.rashomon.facts.Gazetteer.Bearer;
import org.rashomon.model.Bisection;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;
import org.rashomon.words.NameForms;
import org.rashomon.words.WordLists;

/**
 * Finds the words of an article that name places of the gazetteer: names that the recogniser takes for places, names within
 * names (<em>Aleppo University</em>), peoples as signs of their country, and names of unclear kind that the article uses as
 * places elsewhere. A surname of the article is no place, nor is the Ohio in <em>Ohio River</em>.
 */
final class ToponymFinder {
    private static final WordLists LISTS = WordLists.of("en/place-words.tsv");
    private static final Set<String> PARTIES = LISTS.list("parties");
    private static final Set<String> TOWN_HEADS = LISTS.list("town heads");

    final Gazetteer gazetteer;
    final NameLexicon lexicon;
    final String text;
    /** Last words of the names of the article's persons. */
    final Set<String> surnames = new HashSet<>();

    private final List<Mention> mentions;
    private final Map<Named, Ground> found = new LinkedHashMap<>();
    private final Set<String> firm = new HashSet<>();

    /**
     * @param text of the article
     * @param mentions its names, in order of text
     */
    ToponymFinder(Gazetteer gazetteer, NameLexicon lexicon, String text, List<Mention> mentions) {
        this.gazetteer = gazetteer;
        this.lexicon = lexicon;
        this.text = text;
        this.mentions = mentions;
        for (Mention mention : mentions) {
            String name = mention.span().in(text);
            int space = name.lastIndexOf(' ');
            if (mention.type() == EntityType.PER && space > 0) {
                surnames.add(NameForms.withoutPossessive(NameForms.tidy(name.substring(space + 1))));
            }
        }
    }

    /**
     * A name of a place.
     *
     * @param key what it is looked up by
     * @param places as {@link Gazetteer#find} gives them; empty where the gazetteer lacks the name
     * @param holders the places that the text puts it in (<em>Paris, Texas</em>), by number; empty where it does not say
     * @param adjective whether the words name a people
     */
    record Named(Span span, String key, List<Bearer> places, List<Integer> holders, boolean adjective) {}

    /** How well the words around a name show that it is a place. */
    enum Ground {
        FIRM,
        LOOSE,
        NONE
    }

    /** The names of places, in order of text. */
    List<Named> find(List<Sentence> sentences) {
        for (Sentence sentence : sentences) {
            List<Token> tokens = new ArrayList<>();
            for (Token token : HyphenatedNames.parted(text, Tokenizer.tokens(text, sentence.span()), lexicon)) {
                part(token, tokens);
            }
            new ToponymLine(this, tokens).scan();
        }
        return found.entrySet().stream()
                .filter(name -> name.getValue() == Ground.FIRM
                        || firm.contains(name.getKey().key()))
                .map(Map.Entry::getKey)
                .toList();
    }

    void add(Named name, Ground ground) {
        found.put(name, ground);
        if (ground == Ground.FIRM && !name.places().isEmpty()) {
            firm.add(name.key());
        }
    }

    /** The places that words may name: as they stand, with a stop that shortens a region, or without a word like Township. */
    List<Bearer> places(String words) {
        String name = NameForms.withoutPossessive(NameForms.tidy(words));
        List<Bearer> shortened = name.indexOf('.') > 0 ? placesOfShort(name) : List.of();
        if (!shortened.isEmpty()) {
            return shortened;
        }
        List<Bearer> places = gazetteer.find(Places.key(name));
        int space = name.lastIndexOf(' ');
        return places.isEmpty() && space > 0 && TOWN_HEADS.contains(name.substring(space + 1))
                ? gazetteer.find(Places.key(name.substring(0, space)))
                : places;
    }

    private List<Bearer> placesOfShort(String name) {
        // L.A. is not La.
        List<Bearer> places = NameForms.isAcronym(name) ? gazetteer.find(Places.key(name)) : List.of();
        if (places.isEmpty()) {
            places = gazetteer.find(NameForms.slug(name) + ".");
        }
        // D. C., N. Y.
        return places.isEmpty() && name.endsWith(".")
                ? gazetteer.find(NameForms.slug(name.replace(" ", "")) + ".")
                : places;
    }

    /** Fargo-Moorhead, D-Plymouth: two names, unless it is one. */
    private void part(Token token, List<Token> out) {
        int hyphen = token.in(text).indexOf('-');
        if (hyphen > 0 && isPair(token.in(text), hyphen)) {
            out.add(new Token(token.start(), token.start() + hyphen));
            out.add(new Token(token.start() + hyphen + 1, token.end()));
        } else {
            out.add(token);
        }
    }

    private boolean isPair(String word, int hyphen) {
        String first = word.substring(0, hyphen);
        String second = word.substring(hyphen + 1);
        boolean names = second.length() > 1
                && Character.isUpperCase(first.charAt(0))
                && Character.isUpperCase(second.charAt(0));
        return names
                && (PARTIES.contains(first)
                        || (places(word).isEmpty() && !places(second).isEmpty()));
    }

    /** The mention that the characters are part of, or null. */
    @Nullable
    Mention at(Token token) {
        int i = Bisection.first(mentions.size(), k -> mentions.get(k).span().end() > token.start());
        return i < mentions.size() && mentions.get(i).span().start() < token.end() ? mentions.get(i) : null;
    }
}
