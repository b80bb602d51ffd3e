package org.rashomon.annotate.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.rashomon.words.Names;
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
                finder.people.addAll(
                        List.of(Names.withoutPossessive(Names.tidy(name.span().in(text)))
                                .split(" ")));
            }
        }
        for (Sentence sentence : sentences) {
            finder.read(text, Tokenizer.tokens(text, sentence.span()));
        }
        return finder.states();
    }

    private void read(String text, List<Token> tokens) {
        List<String> words =
                tokens.stream().map(token -> Names.tidy(token.in(text))).toList();
        List<String> lower = words.stream().map(Names::lower).toList();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!isNew(word) || i > 0 && isLonger(words.get(i - 1), word)) {
                continue;
            }
            capitalised.add(word);
            boolean owns = i + 2 < words.size() && lower.get(i + 1).equals("'s") && OWNED.lengthAt(lower, i + 2) > 0;
            boolean rules = i > 1 && lower.get(i - 1).equals("of") && OF.endsAt(lower, i - 1);
            if (owns || rules) {
                names.add(word);
            } else if (isAdjective(word) && ADJECTIVE.lengthAt(lower, i + 1) > 0) {
                adjectives.add(word);
            }
        }
    }

    /** Whether the word is a capitalised one that neither the gazetteer nor the article has for something else. */
    private boolean isNew(String word) {
        if (word.length() < SHORTEST
                || !Character.isUpperCase(word.charAt(0))
                || !word.chars().skip(1).allMatch(c -> Character.isLowerCase(c) || c == '-')
                || people.contains(word)) {
            return false;
        }
        if (lexicon.isCommon(Names.lower(word))
                || lexicon.isFirstName(word)
                || lexicon.is("function", word)
                || lexicon.is("title", word)
                || lexicon.is("loc-head", word)
                || lexicon.is("org-head", word)) {
            return false;
        }
        return lexicon.longest(List.of(word), 0, false) == null
                && registry.byAlias(word).isEmpty()
                && registry.governmentOf(word).isEmpty();
    }

    /** <em>Korea</em> after <em>South</em> is the end of a name that is known. */
    private boolean isLonger(String before, String word) {
        String both = before + " " + word;
        return Character.isUpperCase(before.charAt(0))
                && (lexicon.longest(List.of(before, word), 0, false) != null
                        || registry.governmentOf(both).isPresent());
    }

    private static boolean isAdjective(String word) {
        return word.endsWith("ian")
                || word.endsWith("ean")
                || word.endsWith("an") && word.length() > 5
                || word.endsWith("ese")
                || word.endsWith("ish")
                || word.endsWith("i");
    }

    private List<ArticleState> states() {
        Map<String, ArticleState> states = new TreeMap<>();
        Set<String> paired = new LinkedHashSet<>();
        for (String name : names) {
            String adjective = capitalised.stream()
                    .filter(word -> Demonyms.isAdjectiveOf(word, name))
                    .findFirst()
                    .orElse(null);
            states.put(name, new ArticleState(name, adjective));
            if (adjective != null) {
                paired.add(adjective);
            }
        }
        for (String adjective : adjectives) {
            if (paired.contains(adjective) || states.containsKey(adjective)) {
                continue;
            }
            String name = capitalised.stream()
                    .filter(word -> Demonyms.isAdjectiveOf(adjective, word))
                    .findFirst()
                    .orElse(null);
            if (name != null) {
                states.put(name, new ArticleState(name, adjective));
            } else if (adjective.endsWith("ian") || adjective.endsWith("ean")) {
                // other endings are those of surnames too: the Kordan government may be Mr Kordan's
                states.put(adjective, new ArticleState(null, adjective));
            }
        }
        return new ArrayList<>(states.values());
    }
}
