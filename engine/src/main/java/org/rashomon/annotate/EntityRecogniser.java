package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.ActorRegistry.Gender;
import org.rashomon.annotate.NameFinder.Found;
import org.rashomon.annotate.NameFinder.Strength;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Mention.How;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;

/**
 * Finds names of persons, organisations, places and peoples, by gazetteer and by shape, and says whom they stand for.
 *
 * <p>Three passes. Each sentence alone gives names with a type that is sure (gazetteer, title, given name, head noun) or a
 * guess. The whole article then decides the guesses: a name takes the type that it has elsewhere, a surname that of its person.
 * Last come the actors: a short name joins the one person of the article who bears it and whose gender fits; where two bear
 * it, it joins none.
 *
 * <p>Stateless and safe for use by many threads.
 */
public final class EntityRecogniser {
    private final ActorRegistry registry;
    private final NameFinder finder;

    public EntityRecogniser() {
        this(ActorRegistry.standard());
    }

    EntityRecogniser(ActorRegistry registry) {
        this.registry = registry;
        this.finder = new NameFinder(NameLexicon.standard());
    }

    /** Mentions in the order of the text; they do not overlap. */
    public List<Mention> recognise(Article article, List<Sentence> sentences) {
        List<Found> found = finder.find(article, sentences);
        found = decided(article.text(), found);
        return withActors(article.text(), found);
    }

    /** Guesses take the type that the article makes sure elsewhere. */
    private static List<Found> decided(String text, List<Found> found) {
        Map<String, Map<EntityType, Integer>> sure = new HashMap<>();
        Set<String> surnames = new HashSet<>();
        for (Found name : found) {
            if (name.strength() == Strength.SURE) {
                String words = words(text, name);
                sure.computeIfAbsent(words, key -> new TreeMap<>()).merge(name.type(), 1, Integer::sum);
                if (name.type() == EntityType.PER && words.indexOf(' ') > 0) {
                    surnames.add(surname(words));
                }
            }
        }
        Map<String, Map<EntityType, Integer>> guessed = new HashMap<>();
        for (Found name : found) {
            if (name.strength() == Strength.GUESS) {
                guessed.computeIfAbsent(words(text, name), key -> new TreeMap<>())
                        .merge(name.type(), 1, Integer::sum);
            }
        }
        List<Found> decided = new ArrayList<>(found.size());
        for (Found name : found) {
            String words = words(text, name);
            boolean surname = surnames.contains(words) || surnames.contains(bare(words));
            Map<EntityType, Integer> types = sure.getOrDefault(words, guessed.getOrDefault(words, Map.of()));
            if (name.strength() == Strength.SURE) {
                decided.add(name);
            } else if (surname || !types.isEmpty()) {
                EntityType type = surname ? EntityType.PER : mostOften(types);
                decided.add(new Found(name.span(), type, Strength.GUESS, name.entry(), name.title()));
            }
        }
        return decided;
    }

    private static String words(String text, Found name) {
        return Names.withoutPossessive(Names.tidy(name.span().in(text)));
    }

    private static EntityType mostOften(Map<EntityType, Integer> types) {
        return Collections.max(types.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** The last word, with what belongs to it: <em>de Mistura</em>, <em>al-Assad</em>. */
    private static String surname(String fullName) {
        return fullName.substring(fullName.lastIndexOf(' ') + 1);
    }

    /** A surname without the Arabic article. */
    private static String bare(String surname) {
        String lower = Names.lower(surname);
        return lower.startsWith("al-") || lower.startsWith("el-") ? surname.substring(3) : surname;
    }

    private List<Mention> withActors(String text, List<Found> found) {
        Persons persons = new Persons(text, found);
        Map<String, Actor> organisations = organisations(text, found);
        List<Mention> mentions = new ArrayList<>(found.size());
        for (Found name : found) {
            mentions.add(
                    switch (name.type()) {
                        case PER -> persons.mention(name);
                        case ORG -> organisation(text, name, organisations);
                        default -> known(name);
                    });
        }
        mentions.replaceAll(mention -> coalition(text, mention));
        mentions.sort(Comparator.comparing(Mention::span));
        return mentions;
    }

    private Mention coalition(String text, Mention mention) {
        Span whole = HyphenatedNames.ledBy(text, mention.span());
        return whole == null ? mention : new Mention(whole, EntityType.ORG, organisation(whole.in(text)), How.NAME);
    }

    private Actor organisation(String name) {
        return registry.byAlias(name)
                .orElseGet(() ->
                        new Actor("org:" + Names.slug(name), name, ActorType.ORGANISATION, List.of(), null, null));
    }

    private static Mention known(Found name) {
        NameLexicon.Entry entry = name.entry();
        boolean fits = entry != null && entry.type() == name.type();
        return fits && entry != null
                ? new Mention(name.span(), name.type(), entry.actor(), entry.how())
                : new Mention(name.span(), name.type(), null, How.NAME);
    }

    /** Organisations that the article itself names with a head noun, and the acronyms that it gives them in brackets. */
    private Map<String, Actor> organisations(String text, List<Found> found) {
        Map<String, Actor> organisations = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            Found name = found.get(i);
            if (name.type() != EntityType.ORG || name.strength() != Strength.SURE) {
                continue;
            }
            String words = Names.withoutPossessive(Names.tidy(name.span().in(text)));
            Actor actor = organisation(words);
            organisations.putIfAbsent(words, actor);
            if (i + 1 < found.size() && words.indexOf(' ') > 0) {
                Span next = found.get(i + 1).span();
                boolean bracketed = next.start() == name.span().end() + 2
                        && text.charAt(next.start() - 1) == '('
                        && next.end() < text.length()
                        && text.charAt(next.end()) == ')';
                if (bracketed && Names.isAcronym(next.in(text))) {
                    organisations.put(next.in(text), actor);
                }
            }
        }
        return organisations;
    }

    private Mention organisation(String text, Found name, Map<String, Actor> organisations) {
        NameLexicon.Entry entry = name.entry();
        if (entry != null && entry.actor() != null && entry.type() == EntityType.ORG) {
            return new Mention(name.span(), EntityType.ORG, entry.actor(), entry.how());
        }
        String words = Names.withoutPossessive(Names.tidy(name.span().in(text)));
        Actor actor = organisations.get(words);
        if (actor == null) {
            actor = registry.byAlias(words)
                    .filter(other -> other.type() != ActorType.PERSON)
                    .orElse(null);
        }
        How how = actor == null || actor.name().equals(words) ? How.NAME : How.ALIAS;
        return new Mention(name.span(), EntityType.ORG, actor, how);
    }

    /** The persons whom the article names in full, and which short names mean them. */
    private final class Persons {
        private final String text;
        private final Map<String, Actor> byFullName = new HashMap<>();
        /** Actors by each single word of their full name that may stand for them. */
        private final Map<String, List<Actor>> byShortName = new HashMap<>();

        Persons(String text, List<Found> found) {
            this.text = text;
            for (Found name : found) {
                if (name.type() == EntityType.PER) {
                    String words = words(name);
                    if (words.indexOf(' ') > 0 && !isRegisteredShortName(words)) {
                        addFullName(words);
                    }
                }
            }
        }

        private String words(Found name) {
            return Names.withoutPossessive(Names.tidy(name.span().in(text)));
        }

        /** <em>de Mistura</em>: more than one word, and yet no full name. */
        private boolean isRegisteredShortName(String words) {
            return Character.isLowerCase(words.charAt(0))
                    && registry.person(words).isPresent();
        }

        private void addFullName(String words) {
            Actor actor = registry.personNamed(words);
            byFullName.put(words, actor);
            String[] parts = words.split(" ");
            String last = parts[parts.length - 1];
            addShort(last, actor);
            addShort(bare(last), actor);
            if (parts.length > 2) {
                addShort(parts[parts.length - 2] + " " + last, actor);
            }
            addShort(parts[0], actor);
        }

        private void addShort(String shortName, Actor actor) {
            List<Actor> actors = byShortName.computeIfAbsent(shortName, key -> new ArrayList<>(1));
            if (!actors.contains(actor)) {
                actors.add(actor);
            }
        }

        Mention mention(Found name) {
            String words = words(name);
            Actor full = byFullName.get(words);
            if (full != null) {
                return of(name, longer(words, full), words);
            }
            Set<Actor> candidates = new java.util.LinkedHashSet<>(byShortName.getOrDefault(words, List.of()));
            candidates.addAll(byShortName.getOrDefault(bare(words), List.of()));
            registry.person(words).ifPresent(candidates::add);
            Gender gender = genderOfTitle(name.title());
            candidates.removeIf(actor -> gender != null && contradicts(actor, gender));
            return of(name, candidates.size() == 1 ? candidates.iterator().next() : null, words);
        }

        /** <em>George Smith</em> is <em>George A. Smith</em> where the article has one such longer name. */
        private Actor longer(String words, Actor actor) {
            List<Actor> same = byShortName.getOrDefault(words, List.of());
            return same.size() == 1 && !registry.person(words).isPresent() ? same.get(0) : actor;
        }

        private Mention of(Found name, @Nullable Actor actor, String words) {
            How how = actor == null || actor.name().equals(words) ? How.NAME : How.ALIAS;
            return new Mention(name.span(), EntityType.PER, actor, how);
        }

        private boolean contradicts(Actor actor, Gender gender) {
            Gender known = registry.gender(actor).orElseGet(() -> {
                Gender byName = NameLexicon.standard().genderOf(actor.name().split(" ")[0]);
                return byName == null ? gender : byName;
            });
            return known != gender;
        }
    }

    private static @Nullable Gender genderOfTitle(@Nullable String title) {
        if (title == null) {
            return null;
        }
        return switch (title) {
            case "Mr", "Mr.", "Sir", "Lord", "King", "Prince", "Sheikh", "Spokesman", "spokesman" -> Gender.MALE;
            case "Mrs",
                    "Mrs.",
                    "Ms",
                    "Ms.",
                    "Miss",
                    "Lady",
                    "Dame",
                    "Queen",
                    "Princess",
                    "Spokeswoman",
                    "spokeswoman" -> Gender.FEMALE;
            default -> null;
        };
    }
}
