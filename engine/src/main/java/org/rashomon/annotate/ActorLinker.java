package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.rashomon.model.Span;

/**
 * Says whom the names of one article stand for. A short name joins the one person of the article who bears it and whose gender
 * fits; where two bear it, it joins none. A leader's name before <em>regime</em> or <em>forces</em> is the government's.
 */
final class ActorLinker {
    private static final Pattern OWNER = Pattern.compile("(\\p{Lu}[\\p{L}-]+)['\u2019]s $");
    private static final Pattern POSSESSIVE =
            Pattern.compile("(?:\\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Ww]hose|own)|['\u2019]s?) $");
    private static final int OWNER_BEFORE = 30;

    private final Article article;
    private final String text;
    private final ActorRegistry registry;

    ActorLinker(Article article, ActorRegistry registry) {
        this.article = article;
        this.text = article.text();
        this.registry = registry;
    }

    /** Mentions in the order of the text. */
    List<Mention> link(List<Found> found) {
        Persons persons = new Persons(found);
        Leaders leaders = Leaders.of(text, persons.named(found), registry);
        Map<String, Actor> organisations = organisations(found);
        List<Mention> mentions = new ArrayList<>(found.size());
        for (Found name : found) {
            mentions.add(
                    switch (name.type()) {
                        case PER -> leaders.acting(persons.mention(name));
                        case ORG -> organisation(name, organisations);
                        default -> known(name);
                    });
        }
        mentions.replaceAll(mention -> coalition(mention));
        mentions.sort(Comparator.comparing(Mention::span));
        return mentions;
    }

    private Mention coalition(Mention mention) {
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
    private Map<String, Actor> organisations(List<Found> found) {
        Map<String, Actor> organisations = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            Found name = found.get(i);
            if (name.type() != EntityType.ORG || name.strength() != Strength.SURE) {
                continue;
            }
            String words = EntityRecogniser.words(text, name);
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

    private Mention organisation(Found name, Map<String, Actor> organisations) {
        NameLexicon.Entry entry = name.entry();
        if (entry != null && entry.actor() != null && entry.type() == EntityType.ORG) {
            return new Mention(name.span(), EntityType.ORG, entry.actor(), entry.how());
        }
        String words = EntityRecogniser.words(text, name);
        Actor actor = ofState(name.span(), words, organisations);
        if (actor == null) {
            actor = organisations.get(words);
        }
        if (actor == null) {
            actor = registry.byAlias(words)
                    .filter(other -> other.type() != ActorType.PERSON)
                    .orElse(null);
        }
        How how = actor == null || actor.name().equals(words) ? How.NAME : How.ALIAS;
        return new Mention(name.span(), EntityType.ORG, actor, how);
    }

    /**
     * <em>Defence Ministry</em>: that of the state named before it, else that of the one state whose Defence Ministry the article
     * names in full. <em>Its Defence Ministry</em> is somebody's whom other words tell.
     */
    private @Nullable Actor ofState(Span name, String words, Map<String, Actor> organisations) {
        String slug = registry.institutionNamed(words);
        if (slug == null) {
            return null;
        }
        String before = text.substring(Math.max(0, name.start() - OWNER_BEFORE), name.start());
        Matcher owner = OWNER.matcher(before);
        if (owner.find()) {
            return registry.byAlias(owner.group(1) + "'s " + words).orElse(null);
        }
        if (POSSESSIVE.matcher(before).find()) {
            return null;
        }
        List<Actor> full = organisations.values().stream()
                .filter(actor -> actor.country() != null && actor.id().endsWith("-" + slug))
                .distinct()
                .toList();
        return full.size() == 1 ? full.get(0) : null;
    }

    /** The persons whom the article names in full, and which short names mean them. */
    private final class Persons {
        private final Map<String, Actor> byFullName = new HashMap<>();
        /** Actors by each single word of their full name that may stand for them. */
        private final Map<String, List<Actor>> byShortName = new HashMap<>();

        private final Surnames surnames;

        Persons(List<Found> found) {
            surnames = new Surnames(article, found, registry);
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
            return withApostrophe(EntityRecogniser.words(text, name));
        }

        /** <em>Assads</em> is <em>Assad's</em> in text that lost its marks. */
        private String withApostrophe(String words) {
            if (words.endsWith("s") && registry.person(words).isEmpty()) {
                String owner = words.substring(0, words.length() - 1);
                return registry.person(owner).isPresent() ? owner : words;
            }
            return words;
        }

        /** The mentions of persons, as far as the article makes them certain. */
        List<Mention> named(List<Found> found) {
            return found.stream()
                    .filter(name -> name.type() == EntityType.PER)
                    .map(this::mention)
                    .filter(mention -> mention.actor() != null)
                    .toList();
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
            addShort(EntityRecogniser.bare(last), actor);
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
            candidates.addAll(byShortName.getOrDefault(EntityRecogniser.bare(words), List.of()));
            other(words).ifPresent(candidates::add);
            Gender gender = genderOfTitle(name.title());
            candidates.removeIf(actor -> gender != null && contradicts(actor, gender));
            return of(name, candidates.size() == 1 ? candidates.iterator().next() : null, words);
        }

        /** Whom the name means beyond the article, which has it as a single name or a short one. */
        private Optional<Actor> other(String words) {
            Optional<Actor> person = registry.person(words);
            return person.filter(actor -> actor.name().equals(words)).isPresent() ? person : surnames.meant(words);
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
