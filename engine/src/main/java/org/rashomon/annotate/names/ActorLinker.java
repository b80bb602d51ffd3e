package org.rashomon.annotate.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.NameFinder.Found;
import org.rashomon.annotate.names.NameFinder.Strength;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.facts.ActorRegistry.Gender;
import org.rashomon.facts.ActorRegistry.StateWord;
import org.rashomon.facts.ActorRegistry.StateWordKind;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Mention.How;
import org.rashomon.model.Span;
import org.rashomon.words.Names;

/**
 * Says whom the names of one article stand for. A short name joins the one person of the article who bears it and whose gender
 * fits; where two bear it, it joins none. A leader's name before <em>regime</em> or <em>forces</em> is the government's.
 */
final class ActorLinker {
    private static final Pattern OWNER = Pattern.compile("(\\p{Lu}[\\p{L}-]+)['\u2019]s $");
    private static final Pattern POSSESSIVE =
            Pattern.compile("(?:\\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Ww]hose|own)|['\u2019]s?) $");
    private static final int OWNER_BEFORE = 30;
    /** The rest of a longer name of somebody else: <em>Abu Islam</em> al-Baghdadi. */
    private static final Pattern PATRONYMIC =
            Pattern.compile("\\b(?:[Aa]bu|[Aa]bou|[Uu]mm|[Ii]bn|[Bb]in) \\p{Lu}[\\p{L}-]+ $");
    /** The rest of a person's name: <em>Esther K.</em> Wagner. */
    private static final Pattern INITIAL = Pattern.compile("\\b\\p{Lu}\\p{Ll}+ \\p{Lu}\\. $");

    private static final String SETTLEMENT =
            "(?:city|town|village|neighbou?rhood|suburb|district|sub-?district|province|governorate|mountain)";
    private static final Pattern PLACE_BEFORE = Pattern.compile("\\b" + SETTLEMENT + "s? of $");
    private static final Pattern PLACE_AFTER = Pattern.compile("^ " + SETTLEMENT + "\\b");
    private static final Pattern DEFINITE = Pattern.compile("\\b[Tt]he $");
    private static final int STATE_WORDS = 3;

    private final Article article;
    private final String text;
    private final ActorRegistry registry;
    private final NameLexicon lexicon;
    /** Names of bodies that the article gives to a state which the tables do not mean by them. */
    private final Set<String> ofOthers = new HashSet<>();

    /** @param registry the actors of the lexicon, and those that the article shows */
    ActorLinker(Article article, ActorRegistry registry, NameLexicon lexicon) {
        this.lexicon = lexicon;
        this.article = article;
        this.text = article.text();
        this.registry = registry;
    }

    /** Mentions in the order of the text. */
    List<Mention> link(List<Found> found) {
        Persons persons = new Persons(found);
        Leaders leaders = Leaders.of(text, persons.named(found), registry);
        Map<String, Actor> organisations = organisations(found);
        ofOthers.addAll(ofOthers(found));
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
        Set<Actor> bodies = new LinkedHashSet<>(organisations.values());
        organisations.replaceAll((words, actor) -> words.indexOf(' ') < 0 ? fuller(words, actor, bodies) : actor);
        return organisations;
    }

    /** <em>The Observatory</em> is the one body of the article whose full name has that noun for its head. */
    private Actor fuller(String noun, Actor actor, Set<Actor> bodies) {
        if (registry.byAlias(noun).isPresent()) {
            return actor;
        }
        List<Actor> full = bodies.stream()
                .filter(body -> body.name().endsWith(" " + noun)
                        || body.name().contains(" " + noun + " for ")
                        || body.name().contains(" " + noun + " of "))
                .toList();
        return full.size() == 1 ? full.get(0) : actor;
    }

    private Mention organisation(Found name, Map<String, Actor> organisations) {
        NameLexicon.Entry entry = name.entry();
        String words = EntityRecogniser.words(text, name);
        Actor known = entry != null && entry.type() == EntityType.ORG ? entry.actor() : null;
        if (known != null && isPlace(name.span(), words)) {
            return new Mention(name.span(), EntityType.LOC, null, How.NAME);
        }
        Actor actor = known;
        if (actor == null) {
            actor = ofState(name.span(), words, organisations);
        }
        if (actor == null) {
            actor = organisations.get(words);
        }
        if (actor == null) {
            actor = registry.byAlias(words)
                    .filter(other -> other.type() != ActorType.PERSON)
                    .orElse(null);
        }
        if (actor != null) {
            actor = meant(name.span(), words, actor, organisations);
        }
        How how = actor == null || actor.name().equals(words) ? How.NAME : How.ALIAS;
        boolean ofTable = entry != null && actor != null && actor.equals(known);
        return new Mention(name.span(), EntityType.ORG, actor, ofTable && entry != null ? entry.how() : how);
    }

    /** Whom words that the tables have for a body mean here: the body, another, or nobody certain. */
    private @Nullable Actor meant(Span name, String words, Actor known, Map<String, Actor> organisations) {
        if (INITIAL.matcher(before(name)).find() && words.indexOf(' ') < 0) {
            return null;
        }
        if (words.indexOf(' ') > 0
                && !Names.hasUpperCase(words)
                && !DEFINITE.matcher(before(name)).find()) {
            // an international coalition is one that may come to be
            return null;
        }
        if (Names.isAcronym(words)) {
            return spelledOut(words, known, organisations);
        }
        if (known.type() == ActorType.OUTLET && words.indexOf(' ') < 0) {
            return outlet(name, words, known, organisations);
        }
        if (isGeneric(words, known)) {
            String state = otherState(name, known);
            if (state != null) {
                return registry.byAlias(state + " " + words)
                        .filter(actor -> actor.type() != ActorType.PERSON && !actor.equals(known))
                        .orElse(null);
            }
            if (ofOthers.contains(words)) {
                return null;
            }
        }
        return known;
    }

    /**
     * <em>The TNC</em> is the Torvian National Council where the article spells out that one, whichever body of these letters the tables
     * know; nobody certain where it spells out several.
     */
    private @Nullable Actor spelledOut(String acronym, Actor known, Map<String, Actor> organisations) {
        Set<Actor> bearers = new LinkedHashSet<>();
        organisations.forEach((words, actor) -> {
            if (words.indexOf(' ') > 0
                    && Names.initials(words).equals(acronym)
                    && !Names.areSpellings(words, known.name())) {
                bearers.add(actor);
            }
        });
        return bearers.isEmpty() || bearers.contains(known) || organisations.containsKey(known.name())
                ? known
                : bearers.size() == 1 ? bearers.iterator().next() : null;
    }

    private String before(Span name) {
        return text.substring(Math.max(0, name.start() - OWNER_BEFORE), name.start());
    }

    /** Whether a name of the tables is a place here: <em>the town of Al-Alam, the Duma neighbourhood</em>. */
    private boolean isPlace(Span name, String words) {
        return !Names.isAcronym(words)
                && words.indexOf(' ') < 0
                && (PLACE_BEFORE.matcher(before(name)).find()
                        || PLACE_AFTER
                                .matcher(text.substring(name.end(), Math.min(text.length(), name.end() + OWNER_BEFORE)))
                                .find());
    }

    /**
     * <em>The Times</em> is the Torvian Times where the article names that one in full or is of it; <em>the Hill</em> is not The
     * Hill.
     */
    private @Nullable Actor outlet(Span name, String words, Actor known, Map<String, Actor> organisations) {
        String own = article.outlet();
        Stream<Actor> publisher = own == null ? Stream.of() : registry.outlet(own).stream();
        List<Actor> longer = Stream.concat(organisations.values().stream(), publisher)
                .filter(actor -> actor.type() == ActorType.OUTLET
                        && actor.name().endsWith(" " + words)
                        && !actor.name().equals("The " + words))
                .distinct()
                .toList();
        if (longer.isEmpty()) {
            boolean bare = lexicon.is("with-article", words)
                    && !text.startsWith("The ", name.start())
                    && !before(name).endsWith("The ");
            return bare ? null : known;
        }
        return longer.size() == 1 ? longer.get(0) : null;
    }

    /** Whether other states have such a body, too: <em>Supreme Court, Security Council, Islamic Jihad</em>. */
    private boolean isGeneric(String words, Actor body) {
        boolean several =
                words.indexOf(' ') > 0 ? !words.equals(body.name()) && !namesState(words) : body.country() != null;
        boolean kind =
                body.type() == ActorType.ORGANISATION || body.type() == ActorType.ARMED_GROUP && body.country() != null;
        return several
                && kind
                && !Names.isAcronym(words)
                && registry.byId(body.id()).isPresent();
    }

    private boolean namesState(String words) {
        int space = words.indexOf(' ');
        return registry.stateWord(words.substring(0, space)) != null;
    }

    /** The state whose adjective or possessive stands before a name, or whose name after <em>of</em>, if it is not the body's. */
    private @Nullable String otherState(Span name, Actor body) {
        String before = before(name).stripTrailing();
        if (before.length() == before(name).length()) {
            return null;
        }
        int start = before.length();
        for (int n = 0; n < STATE_WORDS && start > 0; n++) {
            start = before.lastIndexOf(' ', start - 1);
            String words = before.substring(start + 1);
            StateWord state = registry.stateWord(words);
            if (state != null && (state.kind() == StateWordKind.DEMONYM || isPossessive(words))) {
                return isOf(state, body) ? null : words;
            }
        }
        return null;
    }

    private static boolean isPossessive(String words) {
        String tidy = Names.tidy(words);
        return !tidy.equals(Names.withoutPossessive(tidy));
    }

    private static boolean isOf(StateWord state, Actor body) {
        return state.government().country() != null
                && state.government().country().equals(body.country());
    }

    private Set<String> ofOthers(List<Found> found) {
        Set<String> words = new HashSet<>();
        for (Found name : found) {
            NameLexicon.Entry entry = name.entry();
            if (name.type() == EntityType.ORG && entry != null && entry.actor() != null) {
                String form = EntityRecogniser.words(text, name);
                if (isGeneric(form, entry.actor()) && otherState(name.span(), entry.actor()) != null) {
                    words.add(form);
                }
            }
        }
        return words;
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
            surnames = new Surnames(article, found, registry, lexicon);
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
            addShort(Names.bare(last), actor);
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
            candidates.addAll(byShortName.getOrDefault(Names.bare(words), List.of()));
            Gender gender = genderOfTitle(name.title());
            if (!PATRONYMIC.matcher(before(name.span())).find()) {
                other(words, gender == null && isOffice(name.title())).ifPresent(candidates::add);
            }
            candidates.removeIf(actor -> gender != null && contradicts(actor, gender));
            return of(name, candidates.size() == 1 ? candidates.iterator().next() : null, words);
        }

        /** Whom the name means beyond the article, which has it as a single name or a short one. */
        private Optional<Actor> other(String words, boolean titled) {
            Optional<Actor> person = registry.person(words);
            return person.filter(actor -> actor.name().equals(words)).isPresent()
                    ? person
                    : surnames.meant(words, titled);
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
                Gender byName = lexicon.genderOf(actor.name().split(" ")[0]);
                return byName == null ? gender : byName;
            });
            return known != gender;
        }
    }

    /** Whether a title is more than a word for a person. */
    private boolean isOffice(@Nullable String title) {
        return title != null && lexicon.is("title", title);
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
