package org.rashomon.annotate.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rashomon.annotate.names.NameFinder.Found;
import org.rashomon.annotate.names.NameFinder.Strength;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.facts.ArticleState;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.nlp.Reading;

/**
 * Finds names of persons, organisations, places and peoples, by gazetteer and by shape, and says whom they stand for.
 *
 * <p>Each sentence alone gives names with a type that is sure (gazetteer, title, given name, head noun) or a
 * guess. The whole article then decides the guesses: a name takes the type that it has elsewhere, a surname that of its person.
 * Last come the actors: a short name joins the one person of the article who bears it and whose gender fits; where two bear
 * it, it joins none.
 *
 * <p>Stateless and safe for use by many threads.
 */
public final class EntityRecogniser {
    /** Under this the trained reader holds a place name for the place itself; low, so that who speaks is not lost. */
    private static final double LEAST_METONYMIC = 0.3;

    private final ActorRegistry registry;
    private final NameLexicon lexicon;

    /** A recogniser that knows these names, and the actors who bear them. */
    public EntityRecogniser(NameLexicon names) {
        this.registry = names.actors();
        this.lexicon = names;
    }

    /** Mentions in the order of the text, by rules alone; they do not overlap. */
    public List<Mention> recognise(Article article, List<Sentence> sentences) {
        return recognise(article, sentences, Optional.empty());
    }

    /**
     * Mentions in the order of the text; they do not overlap.
     *
     * @param reading what the trained reader found; without it the rules guess the kind of names that no table has
     */
    public List<Mention> recognise(Article article, List<Sentence> sentences, Optional<Reading> reading) {
        List<Found> found = new NameFinder(lexicon).find(article, sentences);
        ActorRegistry actors = registry;
        List<ArticleState> states = StateFinder.find(article, sentences, found, registry, lexicon);
        if (!states.isEmpty()) {
            actors = registry.with(states);
            found = new NameFinder(lexicon.with(states, actors)).find(article, sentences);
        }
        List<Found> names = decided(article.text(), found);
        if (reading.isPresent()) {
            names = LearnedNames.joined(article.text(), reading.get().names(), names, lexicon);
        }
        List<Mention> mentions = new ActorLinker(article, names, actors, lexicon).mentions();
        reading.ifPresent(learned -> mentions.replaceAll(mention -> literal(mention, learned)));
        return mentions;
    }

    /** A capital stands for its government where it acts or speaks, and not where something happens in it or near it. */
    private static Mention literal(Mention mention, Reading reading) {
        boolean capital = mention.type() == EntityType.LOC && mention.how() == Mention.How.METONYM;
        return capital && reading.metonymy(mention.span()).orElse(1) < LEAST_METONYMIC
                ? new Mention(mention.span(), EntityType.LOC, null, Mention.How.NAME)
                : mention;
    }

    /** Guesses take the type that the article makes sure elsewhere; a person's name without any sign of a person stays open. */
    private List<Found> decided(String text, List<Found> found) {
        Map<String, Map<EntityType, Integer>> sure = types(text, found, Strength.SURE);
        Map<String, Map<EntityType, Integer>> guessed = types(text, found, Strength.GUESS);
        PersonEvidence persons = new PersonEvidence(text, found, lexicon);
        List<Found> decided = new ArrayList<>(found.size());
        for (Found name : found) {
            String words = name.words(text);
            boolean surname = persons.isSurname(words);
            Map<EntityType, Integer> types = sure.getOrDefault(words, guessed.getOrDefault(words, Map.of()));
            if (name.strength() == Strength.SURE) {
                decided.add(name);
            } else if (surname || !types.isEmpty()) {
                EntityType type = surname ? EntityType.PER : mostOften(types);
                if (type == EntityType.PER && !persons.supports(name)) {
                    type = EntityType.MISC;
                }
                decided.add(new Found(name.span(), type, Strength.GUESS, name.entry(), name.title()));
            }
        }
        return decided;
    }

    /** How often the names of this strength have each type. */
    private static Map<String, Map<EntityType, Integer>> types(String text, List<Found> found, Strength strength) {
        Map<String, Map<EntityType, Integer>> types = new HashMap<>();
        for (Found name : found) {
            if (name.strength() == strength) {
                types.computeIfAbsent(name.words(text), key -> new TreeMap<>()).merge(name.type(), 1, Integer::sum);
            }
        }
        return types;
    }

    private static EntityType mostOften(Map<EntityType, Integer> types) {
        return Collections.max(types.entrySet(), Map.Entry.comparingByValue()).getKey();
    }
}
