package org.rashomon.annotate.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.NameFinder.Found;
import org.rashomon.annotate.names.NameFinder.Strength;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.facts.ArticleState;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Sentence;
import org.rashomon.text.Demonyms;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;
import org.rashomon.words.NameForms;
import org.rashomon.words.Phrases;

/**
 * Finds states that the registry does not know by what the article says they have: <em>Torvia's foreign minister, the government
 * of Torvia, Torvian troops</em>. De-facto states, states that are gone and those still to come are written like any other.
 *
 * <p>A name counts only by words that belong to a state alone; a general's army, a party's spokesman or a city's council make
 * nobody a state. A name and an adjective are one state where the one is made from the other by a common ending and the article
 * has both.
 */
final class StateFinder {
    private static final Phrases OWNED = Phrases.of("en/state-words.tsv", "owned");
    private static final Phrases OF = Phrases.of("en/state-words.tsv", "of");
    private static final Phrases ADJECTIVE = Phrases.of("en/state-words.tsv", "adjective");
    private static final int SHORTEST = 4;
    /** Letters of an adjective in <em>-an</em>: shorter words in it are mostly names. */
    private static final int SHORTEST_IN_AN = 6;

    private final ActorRegistry registry;
    private final NameLexicon lexicon;
    private final Set<String> people = new LinkedHashSet<>();
    private final Set<String> names = new TreeSet<>();
    private final Set<String> adjectives = new TreeSet<>();
    private final Set<String> capitalised = new TreeSet<>();

    private StateFinder(ActorRegistry registry, NameLexicon lexicon) {
        this.registry = registry;
        this.lexicon = lexicon;
    }

    /**
     * The unknown states of an article, in the order of their names.
     *
     * @param found names of the article, for telling leaders from what they lead
     */
    static List<ArticleState> find(
            Article article, List<Sentence> sentences, List<Found> found, ActorRegistry registry, NameLexicon lexicon) {
        StateFinder finder = new StateFinder(registry, lexicon);
        String text = article.text();
        for (Found name : found) {
            if (name.type() == EntityType.PER && name.strength() == Strength.SURE) {
                finder.people.addAll(List.of(name.words(text).split(" ")));
            }
        }
        for (Sentence sentence : sentences) {
            finder.read(text, Tokenizer.tokens(text, sentence.span()));
        }
        return finder.states();
    }

    private void read(String text, List<Token> tokens) {
        List<String> words =
                tokens.stream().map(token -> NameForms.tidy(token.in(text))).toList();
        List<String> lower = words.stream().map(NameForms::lower).toList();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!isNew(word) || (i > 0 && isLonger(words.get(i - 1), word))) {
                continue;
            }
            capitalised.add(word);
            String before = i > 0 ? lower.get(i - 1) : "";
            String after = i + 1 < lower.size() ? lower.get(i + 1) : "";
            boolean owns = after.equals("'s") && OWNED.lengthAt(lower, i + 2) > 0;
            if (owns || (before.equals("of") && OF.lengthBefore(lower, i - 1) > 0)) {
                names.add(word);
            } else if (isAdjective(word) && ADJECTIVE.lengthAt(lower, i + 1) > 0) {
                adjectives.add(word);
            }
        }
    }

    /** Whether the word is a capitalised one that neither the gazetteer nor the article has for something else. */
    private boolean isNew(String word) {
        boolean capitalised = word.length() >= SHORTEST
                && Character.isUpperCase(word.charAt(0))
                && word.chars().skip(1).allMatch(c -> Character.isLowerCase(c) || c == '-');
        return capitalised
                && !people.contains(word)
                && !lexicon.isCommon(NameForms.lower(word))
                && !lexicon.isFirstName(word)
                && !lexicon.isAny(word, "function", "title", "loc-head", "org-head")
                && !isKnown(word, List.of(word))
                && registry.byAlias(word).isEmpty();
    }

    /** <em>Korea</em> after <em>South</em> is the end of a name that is known. */
    private boolean isLonger(String before, String word) {
        return Character.isUpperCase(before.charAt(0)) && isKnown(before + " " + word, List.of(before, word));
    }

    private boolean isKnown(String name, List<String> words) {
        return lexicon.longest(words, 0, false) != null
                || registry.governmentOf(name).isPresent();
    }

    private boolean isAdjective(String word) {
        return (word.endsWith("an") && word.length() >= SHORTEST_IN_AN)
                || lexicon.words("adjective-ending").stream().anyMatch(word::endsWith);
    }

    private List<ArticleState> states() {
        Map<String, ArticleState> states = new TreeMap<>();
        Set<String> paired = new LinkedHashSet<>();
        for (String name : names) {
            String adjective = capitalised(word -> Demonyms.isAdjectiveOf(word, name));
            states.put(name, new ArticleState(name, adjective));
            if (adjective != null) {
                paired.add(adjective);
            }
        }
        adjectives.removeAll(paired);
        adjectives.removeAll(names);
        for (String adjective : adjectives) {
            String name = capitalised(word -> Demonyms.isAdjectiveOf(adjective, word));
            // other endings are those of surnames too: the Kordan government may be Mr Kordan's
            if (name != null || adjective.endsWith("ian") || adjective.endsWith("ean")) {
                ArticleState state = new ArticleState(name, adjective);
                states.put(state.display(), state);
            }
        }
        return new ArrayList<>(states.values());
    }

    private @Nullable String capitalised(Predicate<String> wanted) {
        return capitalised.stream().filter(wanted).findFirst().orElse(null);
    }
}
