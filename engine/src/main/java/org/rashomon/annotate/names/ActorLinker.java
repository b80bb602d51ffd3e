package org.rashomon.annotate.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import org.rashomon.words.LetterCase;
import org.rashomon.words.NameForms;

/**
 * Says whom the names of one article stand for. A short name joins the one person of the article who bears it and whose gender
 * fits; where two bear it, it joins none. A leader's name before <em>regime</em> or <em>forces</em> is the government's.
 */
final class ActorLinker {
    private static final int STATE_WORDS = 3;

    private final Article article;
    private final String text;
    private final List<Found> found;
    private final ActorRegistry registry;
    private final NameLexicon lexicon;
    /** Bodies that the article itself names with a head noun, and the acronyms that it gives them in brackets. */
    private final Map<String, Actor> organisations = new HashMap<>();
    /** Names of bodies that the article gives to a state which the tables do not mean by them: bare, they may mean that state's. */
    private final Set<String> ofOthers = new HashSet<>();

    /**
     * @param found the names of the article
     * @param registry the actors of the lexicon, and those that the article shows
     */
    ActorLinker(Article article, List<Found> found, ActorRegistry registry, NameLexicon lexicon) {
        this.article = article;
        this.text = article.text();
        this.found = found;
        this.registry = registry;
        this.lexicon = lexicon;
        readOrganisations();
        found.stream()
                .filter(name -> name.type() == EntityType.ORG && isOfOther(name))
                .forEach(name -> ofOthers.add(name.words(text)));
    }

    /** Mentions in the order of the text. */
    List<Mention> mentions() {
        Persons persons = new Persons();
        Leaders leaders = new Leaders(text, persons.named(), registry);
        List<Mention> mentions = new ArrayList<>(found.size());
        for (Found name : found) {
            mentions.add(coalition(
                    switch (name.type()) {
                        case PER -> leaders.acting(persons.mention(name));
                        case ORG -> organisation(name);
                        case LOC, NORP, MISC -> known(name);
                    }));
        }
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
                        new Actor("org:" + NameForms.slug(name), name, ActorType.ORGANISATION, List.of(), null, null));
    }

    private static Mention known(Found name) {
        NameLexicon.Entry entry = name.entry();
        return entry != null && entry.type() == name.type()
                ? new Mention(name.span(), name.type(), entry.actor(), entry.how())
                : new Mention(name.span(), name.type(), null, How.NAME);
    }

    private static Mention named(Found name, @Nullable Actor actor, String words) {
        How how = actor == null || actor.name().equals(words) ? How.NAME : How.ALIAS;
        return new Mention(name.span(), name.type(), actor, how);
    }

    private static boolean isSingle(String words) {
        return words.indexOf(' ') < 0;
    }

    private void readOrganisations() {
        for (int i = 0; i < found.size(); i++) {
            Found name = found.get(i);
            if (name.type() == EntityType.ORG && name.strength() == Strength.SURE) {
                String words = name.words(text);
                Actor actor = organisation(words);
                organisations.putIfAbsent(words, actor);
                String acronym = i + 1 < found.size() ? bracketed(name, found.get(i + 1)) : "";
                if (NameForms.isAcronym(acronym) && !isSingle(words)) {
                    organisations.put(acronym, actor);
                }
            }
        }
        Set<Actor> bodies = new LinkedHashSet<>(organisations.values());
        organisations.replaceAll((words, actor) -> isSingle(words) ? fuller(words, actor, bodies) : actor);
    }

    /** The next name where it stands in brackets right behind the name; else empty. */
    private String bracketed(Found name, Found next) {
        String words = next.span().in(text);
        return text.startsWith(" (" + words + ")", name.span().end()) ? words : "";
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

    private Mention organisation(Found name) {
        NameLexicon.Entry entry = name.entry();
        String words = name.words(text);
        Beside beside = Beside.of(text, name.span());
        Actor known = entry != null && entry.type() == EntityType.ORG ? entry.actor() : null;
        if (known != null && isPlace(words, beside)) {
            return new Mention(name.span(), EntityType.LOC, null, How.NAME);
        }
        Actor actor = Optional.ofNullable(known)
                .or(() -> ofState(words, beside))
                .or(() -> Optional.ofNullable(organisations.get(words)))
                .or(() -> registry.byAlias(words).filter(other -> other.type() != ActorType.PERSON))
                .map(body -> meant(name.span(), words, beside, body))
                .orElse(null);
        return entry != null && actor != null && actor.equals(known)
                ? new Mention(name.span(), EntityType.ORG, actor, entry.how())
                : named(name, actor, words);
    }

    /** Whom words that the tables have for a body mean here: the body, another, or nobody certain. */
    private @Nullable Actor meant(Span name, String words, Beside beside, Actor known) {
        boolean single = isSingle(words);
        if (single && isBehindInitial(beside)) {
            return null;
        }
        if (!single
                && !NameForms.hasUpperCase(words)
                && !NameForms.lower(beside.before(1)).equals("the")) {
            // an international coalition is one that may come to be
            return null;
        }
        if (NameForms.isAcronym(words)) {
            return spelledOut(words, known);
        }
        if (single && known.type() == ActorType.OUTLET) {
            return outlet(name, words, known);
        }
        if (!isGeneric(words, known)) {
            return known;
        }
        String state = otherState(name, known);
        if (state != null) {
            return registry.byAlias(state + " " + words).orElse(null);
        }
        return ofOthers.contains(words) ? null : known;
    }

    private boolean isOfOther(Found name) {
        NameLexicon.Entry entry = name.entry();
        Actor known = entry == null ? null : entry.actor();
        return known != null && isGeneric(name.words(text), known) && otherState(name.span(), known) != null;
    }

    /** The rest of a person's name: <em>Esther K.</em> Wagner. */
    private static boolean isBehindInitial(Beside beside) {
        String initial = beside.before(1);
        return initial.length() == 2 && initial.endsWith(".") && NameForms.hasUpperCase(beside.before(2));
    }

    /**
     * <em>The TNC</em> is the Torvian National Council where the article spells out that one, whichever body of these letters the tables
     * know; nobody certain where it spells out several.
     */
    private @Nullable Actor spelledOut(String acronym, Actor known) {
        Set<Actor> bearers = new LinkedHashSet<>();
        organisations.forEach((words, actor) -> {
            if (!isSingle(words)
                    && NameForms.initials(words).equals(acronym)
                    && !NameForms.areSpellings(words, known.name())) {
                bearers.add(actor);
            }
        });
        return bearers.isEmpty() || bearers.contains(known) || organisations.containsKey(known.name())
                ? known
                : bearers.size() == 1 ? bearers.iterator().next() : null;
    }

    /** Whether a name of the tables is a place here: <em>the town of Al-Alam, the Duma neighbourhood</em>. */
    private boolean isPlace(String words, Beside beside) {
        boolean settled = lexicon.is("settlement", beside.behind(1))
                || (beside.before(1).equals("of") && lexicon.is("settlement", beside.before(2)));
        return settled && isSingle(words) && !NameForms.isAcronym(words);
    }

    /**
     * <em>The Times</em> is the Torvian Times where the article names that one in full or is of it; <em>the Hill</em> is not The
     * Hill.
     */
    private @Nullable Actor outlet(Span name, String words, Actor known) {
        String own = article.outlet();
        Stream<Actor> publisher = own == null ? Stream.of() : registry.outlet(own).stream();
        List<Actor> longer = Stream.concat(organisations.values().stream(), publisher)
                .filter(actor -> actor.type() == ActorType.OUTLET
                        && actor.name().endsWith(" " + words)
                        && !actor.name().equals("The " + words))
                .distinct()
                .toList();
        if (longer.isEmpty()) {
            return lexicon.is("with-article", words) && !text.startsWith("The ", name.start()) ? null : known;
        }
        return longer.size() == 1 ? longer.get(0) : null;
    }

    /** Whether other states have such a body, too: <em>Supreme Court, Security Council, Islamic Jihad</em>. */
    private boolean isGeneric(String words, Actor body) {
        boolean ofState = body.country() != null;
        boolean kind = body.type() == ActorType.ORGANISATION || (body.type() == ActorType.ARMED_GROUP && ofState);
        boolean several = isSingle(words) ? ofState : !words.equals(body.name()) && !namesState(words);
        return kind && several && registry.byId(body.id()).isPresent();
    }

    private boolean namesState(String words) {
        return registry.stateWord(words.substring(0, words.indexOf(' '))) != null;
    }

    /** The state whose adjective or possessive stands before a name, if it is not the body's. */
    private @Nullable String otherState(Span name, Actor body) {
        int end = name.start() - 1;
        int start = text.startsWith(" ", end) ? end : 0;
        for (int n = 0; n < STATE_WORDS && start > 0; n++) {
            start = text.lastIndexOf(' ', start - 1);
            String words = text.substring(start + 1, end);
            StateWord state = registry.stateWord(words);
            if (state != null && (state.kind() == StateWordKind.DEMONYM || isPossessive(words))) {
                return Objects.equals(state.government().country(), body.country()) ? null : words;
            }
        }
        return null;
    }

    private static boolean isPossessive(String words) {
        String tidy = NameForms.tidy(words);
        return !tidy.equals(NameForms.withoutPossessive(tidy));
    }

    /**
     * <em>Defence Ministry</em>: that of the state named before it, else that of the one state whose Defence Ministry the article
     * names in full. <em>Its Defence Ministry</em> is somebody's whom other words tell.
     */
    private Optional<Actor> ofState(String words, Beside beside) {
        String slug = registry.institutionNamed(words);
        if (slug == null) {
            return Optional.empty();
        }
        if (beside.isGenitiveBefore(1)) {
            return registry.byAlias(beside.before(2) + "'s " + words);
        }
        if (lexicon.is("owner", NameForms.lower(beside.before(1)))) {
            return Optional.empty();
        }
        List<Actor> full = organisations.values().stream()
                .filter(actor -> actor.country() != null && actor.id().endsWith("-" + slug))
                .distinct()
                .toList();
        return full.size() == 1 ? Optional.of(full.get(0)) : Optional.empty();
    }

    /** The persons whom the article names in full, and which short names mean them. */
    private final class Persons {
        private final Map<String, Actor> byFullName = new HashMap<>();
        /** Actors by each single word of their full name that may stand for them. */
        private final Map<String, Set<Actor>> byShortName = new HashMap<>();

        private final OfficeHolders surnames = new OfficeHolders(article, found, registry, lexicon);

        Persons() {
            for (Found name : found) {
                if (name.type() == EntityType.PER) {
                    String words = words(name);
                    if (!isSingle(words) && !isRegisteredShortName(words) && !isSurnameOfAnother(words)) {
                        addFullName(words);
                    }
                }
            }
        }

        /** <em>Assads</em> is <em>Assad's</em> in text that lost its marks; <em>Ana Lund KC</em> is Ana Lund. */
        private String words(Found name) {
            String words = withoutLetters(name.words(text));
            if (words.endsWith("s") && registry.person(words).isEmpty()) {
                String owner = words.substring(0, words.length() - 1);
                return registry.person(owner).isPresent() ? owner : words;
            }
            return words;
        }

        private String withoutLetters(String words) {
            int last = words.lastIndexOf(' ');
            boolean letters = last > 0 && lexicon.is("letters", words.substring(last + 1));
            return letters ? withoutLetters(words.substring(0, last)) : words;
        }

        /** <em>Van der Lund</em> at the start of a sentence: the surname of one whom the article names in full. */
        private boolean isSurnameOfAnother(String words) {
            String surname = NameForms.lower(words);
            return lexicon.is("connector", surname.substring(0, surname.indexOf(' ')))
                    && found.stream()
                            .filter(name -> name.type() == EntityType.PER)
                            .map(this::words)
                            .anyMatch(name -> NameForms.lower(name).endsWith(" " + surname));
        }

        /** The mentions of persons, as far as the article makes them certain. */
        List<Mention> named() {
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
            addShort(NameForms.bare(last), actor);
            if (parts.length > 2) {
                addShort(parts[parts.length - 2] + " " + last, actor);
            }
            for (int i = 1; i < parts.length - 1; i++) {
                if (lexicon.is("connector", parts[i])) {
                    String surname = words.substring(words.indexOf(" " + parts[i] + " ") + 1);
                    addShort(surname, actor);
                    addShort(LetterCase.capitalised(surname), actor);
                    break;
                }
            }
            addShort(parts[0], actor);
        }

        private void addShort(String shortName, Actor actor) {
            byShortName.computeIfAbsent(shortName, key -> new LinkedHashSet<>()).add(actor);
        }

        Mention mention(Found name) {
            String words = words(name);
            Set<Actor> bearers = byShortName.getOrDefault(words, Set.of());
            Actor full = byFullName.get(words);
            if (full != null) {
                // George Smith is George A. Smith where the article has one such longer name
                boolean shorter = bearers.size() == 1 && registry.person(words).isEmpty();
                return ActorLinker.named(name, shorter ? bearers.iterator().next() : full, words);
            }
            Set<Actor> candidates = new LinkedHashSet<>(bearers);
            candidates.addAll(byShortName.getOrDefault(NameForms.bare(words), Set.of()));
            if (isSingle(words) && LetterCase.isAllCapitals(words)) {
                // LUND: in transcripts surnames stand in capitals
                candidates.addAll(byShortName.getOrDefault(LetterCase.capitalised(NameForms.lower(words)), Set.of()));
            }
            Gender gender = lexicon.genderOfTitle(name.title());
            if (!isBehindPatronymic(name)) {
                boolean office = gender == null && lexicon.is("title", Objects.requireNonNullElse(name.title(), ""));
                surnames.meant(words, office).ifPresent(candidates::add);
            }
            candidates.removeIf(actor -> gender != null && contradicts(actor, gender));
            return ActorLinker.named(
                    name, candidates.size() == 1 ? candidates.iterator().next() : null, words);
        }

        /** The rest of a longer name of somebody else: <em>Abu Islam</em> al-Baghdadi. */
        private boolean isBehindPatronymic(Found name) {
            Beside beside = Beside.of(text, name.span());
            return lexicon.is("patronymic", NameForms.lower(beside.before(2)))
                    && LetterCase.isCapitalised(beside.before(1));
        }

        private boolean contradicts(Actor actor, Gender gender) {
            Gender known = registry.gender(actor).orElseGet(() -> {
                Gender byName = lexicon.genderOf(actor.name().split(" ")[0]);
                return byName == null ? gender : byName;
            });
            return known != gender;
        }
    }
}
