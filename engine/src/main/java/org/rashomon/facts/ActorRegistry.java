package org.rashomon.facts;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.words.NameForms;
import org.rashomon.words.Tsv;
import org.rashomon.words.Tsv.Row;
import org.rashomon.words.WordLists;

/**
 * Actors that are known beforehand: states with their seats and adjectives, institutions of states, international bodies,
 * armed groups, outlets, and holders of offices. Facts only; what a name means in an article is for the annotators to decide.
 *
 * <p>Names are compared without regard to case, leading article, kind of quote and possessive, but a name without a
 * lower-case letter is an acronym and compared as it stands ({@code WHO} is not {@code who}), and words without any capital
 * match only names that are written so ({@code dpa}).
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class ActorRegistry {
    private static final int LONGEST_STATE_WORDS = 5;
    /** States in which the family name stands first. */
    private static final Set<String> FAMILY_FIRST =
            WordLists.of("facts/name-forms.tsv").list("family first");
    /** Titles of those who lead a state. */
    private static final Set<String> LEADERS = Tsv.words("facts/leader-titles.tsv");
    /** Marks the keys of names that are written with a capital, which words in lower case never match. */
    private static final char CAPITALISED = '^';

    private final Map<String, Actor> byId;
    /** By {@link #key}. */
    private final Map<String, Actor> byName;

    /** Persons by {@link Transliteration#key} of their full names; a key of two is nobody's. */
    private final Map<String, Optional<Actor>> personBySound;
    /** What persons held, by {@link #surnameKey} of their surname. */
    private final Map<String, List<Office>> officesBySurname;

    private final Map<String, Actor> outletBySquashedName;
    private final Map<String, List<Office>> officesByBody;
    private final Map<String, List<Office>> officesByHolder;
    private final Map<String, Gender> genderById;
    private final Map<String, Institution> institutionByWords;
    private final Map<String, String> adjectiveByCountry;
    private final Map<String, StateWord> stateWords;
    private final List<State> states;
    /** What one article adds: words for states and leaders that the tables do not have. */
    private final Map<String, StateWord> ofArticle;

    /** Grammatical gender of a person's pronouns. */
    public enum Gender {
        FEMALE,
        MALE
    }

    /** In which way a word points to a state. */
    public enum StateWordKind {
        COUNTRY,
        CAPITAL,
        DEMONYM,
        RESIDENCE,
        LEADER
    }

    public record StateWord(StateWordKind kind, Actor government) {}

    /** A state with the words that point to it beside its names. */
    public record State(Actor government, Map<StateWordKind, List<String>> words) {
        public State {
            words = new EnumMap<>(words);
        }

        /** Words of the kind that point to this state. */
        public List<String> words(StateWordKind kind) {
            return words.getOrDefault(kind, List.of());
        }
    }

    private record Institution(String slug, String display, ActorType type) {}

    private static final class Standard {
        static final ActorRegistry REGISTRY = new ActorRegistry();
    }

    private ActorRegistry(ActorRegistry tables, Map<String, StateWord> ofArticle) {
        this.ofArticle = ofArticle;
        byId = tables.byId;
        byName = tables.byName;
        personBySound = tables.personBySound;
        officesBySurname = tables.officesBySurname;
        outletBySquashedName = tables.outletBySquashedName;
        officesByBody = tables.officesByBody;
        officesByHolder = tables.officesByHolder;
        genderById = tables.genderById;
        institutionByWords = tables.institutionByWords;
        adjectiveByCountry = tables.adjectiveByCountry;
        stateWords = tables.stateWords;
        states = tables.states;
    }

    private ActorRegistry() {
        ofArticle = Map.of();
        byId = new LinkedHashMap<>(16_000);
        byName = new HashMap<>(32_000);
        personBySound = new HashMap<>(16_000);
        officesBySurname = new HashMap<>(8_000);
        outletBySquashedName = new HashMap<>();
        officesByBody = new HashMap<>();
        officesByHolder = new HashMap<>();
        genderById = new HashMap<>();
        institutionByWords = new HashMap<>();
        adjectiveByCountry = new HashMap<>();
        stateWords = new HashMap<>();
        states = new ArrayList<>(256);
        // loops, not streams, all the way: before the first article each lambda costs more than it does
        Map<String, List<String>> residences = new HashMap<>();
        for (Row row : Tsv.rows("facts/residences.tsv")) {
            residences.computeIfAbsent(row.cell(1), code -> new ArrayList<>(1)).add(row.cell(0));
        }
        for (Row row : Tsv.rows("facts/countries.tsv")) {
            addCountry(row, residences.getOrDefault(row.cell(0), List.of()));
        }
        for (Row row : Tsv.rows("facts/institutions.tsv")) {
            ActorType type = row.cell(2).equals("outlet") ? ActorType.OUTLET : ActorType.ORGANISATION;
            Institution institution = new Institution(row.cell(0), row.cell(1), type);
            for (String words : row.list(3)) {
                institutionByWords.put(NameForms.lower(words), institution);
            }
        }
        addAll(ActorTable.ofResource("facts/organisations.tsv"));
        addAll(ActorTable.ofResource("facts/persons.tsv"));
    }

    private void addAll(ActorTable table) {
        for (ActorTable.Entry entry : table.entries()) {
            add(entry);
        }
    }

    /** A copy to which {@link #extendedBy} adds. */
    private ActorRegistry(ActorRegistry base) {
        ofArticle = Map.of();
        byId = new LinkedHashMap<>(base.byId);
        byName = new HashMap<>(base.byName);
        personBySound = new HashMap<>(base.personBySound);
        officesBySurname = copy(base.officesBySurname);
        outletBySquashedName = new HashMap<>(base.outletBySquashedName);
        officesByBody = copy(base.officesByBody);
        officesByHolder = copy(base.officesByHolder);
        genderById = new HashMap<>(base.genderById);
        institutionByWords = base.institutionByWords;
        adjectiveByCountry = new HashMap<>(base.adjectiveByCountry);
        stateWords = new HashMap<>(base.stateWords);
        states = new ArrayList<>(base.states);
    }

    private static Map<String, List<Office>> copy(Map<String, List<Office>> offices) {
        Map<String, List<Office>> copy = new HashMap<>(offices.size() * 2);
        offices.forEach((key, list) -> copy.put(key, new ArrayList<>(list)));
        return copy;
    }

    /**
     * This registry and the actors of a user's table, which win: a line replaces our actor of its slug and type, and takes a name
     * from ours that has it. A table may add states, but our states and their names stay what they are.
     *
     * @param file in the format that docs/actors.md defines
     * @throws ActorTableException when the file or a line of it cannot be used
     */
    public ActorRegistry extendedBy(Path file) {
        ActorTable table = ActorTable.read(file);
        ActorRegistry extended = new ActorRegistry(this);
        Map<String, Actor> namesOfTable = new HashMap<>();
        for (ActorTable.Entry entry : table.entries()) {
            boolean state = entry.actor().type() == ActorType.GOVERNMENT;
            if (state && byId.containsKey(entry.actor().id())) {
                throw table.bad(
                        entry,
                        entry.actor().country() + " is the code of "
                                + byId.get(entry.actor().id()).name(),
                        "write a code that no state has, as QM to QZ and XA to XZ are free; states cannot be replaced");
            }
            extended.remove(entry.actor().id());
            for (String name : names(entry)) {
                if (stateWord(name) != null) {
                    throw table.bad(
                            entry, "\"" + name + "\" is a name of a state", "write another; states cannot be replaced");
                }
                Actor other = namesOfTable.putIfAbsent(key(NameForms.tidy(name)), entry.actor());
                if (other != null && !other.equals(entry.actor())) {
                    throw table.bad(
                            entry,
                            "\"" + name + "\" is a name of \"" + other.name() + "\", too",
                            "write it on one line only, or with a ~ before it among the aliases of both");
                }
                extended.byName.remove(key(NameForms.tidy(name)));
                extended.personBySound.remove(Transliteration.key(name));
            }
        }
        extended.addAll(table);
        return extended;
    }

    private void remove(String id) {
        Actor old = byId.remove(id);
        if (old != null) {
            byName.values().removeIf(old::equals);
            personBySound.values().removeIf(actor -> actor.filter(old::equals).isPresent());
            outletBySquashedName.values().removeIf(old::equals);
            genderById.remove(id);
            officesByHolder.remove(id);
            officesByBody.values().forEach(offices -> offices.removeIf(office -> old.equals(office.holder())));
            officesBySurname.values().forEach(offices -> offices.removeIf(office -> old.equals(office.holder())));
        }
    }

    private static List<String> names(ActorTable.Entry entry) {
        List<String> names = new ArrayList<>(entry.actor().aliases());
        names.add(0, entry.actor().name());
        entry.stateWords().values().forEach(names::addAll);
        return names;
    }

    /** All states, in the order of the tables. */
    public List<State> states() {
        return Collections.unmodifiableList(states);
    }

    /** These tables, and the states and leaders that an article shows by what it says of them. */
    public ActorRegistry with(List<ArticleState> states) {
        Map<String, StateWord> words = new HashMap<>(ofArticle);
        for (ArticleState state : states) {
            Actor government = government(state);
            if (state.name() != null) {
                words.put(key(state.name()), new StateWord(StateWordKind.COUNTRY, government));
            }
            if (state.adjective() != null) {
                words.put(key(state.adjective()), new StateWord(StateWordKind.DEMONYM, government));
                words.put(key(state.adjective() + "s"), new StateWord(StateWordKind.DEMONYM, government));
            }
        }
        return new ActorRegistry(this, words);
    }

    /** These tables, and the words that the mentions of an article have for governments. */
    public ActorRegistry withWordsOf(String text, List<Mention> mentions) {
        Map<String, StateWord> words = new HashMap<>(ofArticle);
        for (Mention mention : mentions) {
            Actor actor = mention.actor();
            if (actor != null && actor.type() == ActorType.GOVERNMENT && actor.country() != null) {
                String word = NameForms.withoutPossessive(
                        NameForms.tidy(mention.span().in(text)));
                if (stateWord(word) == null && (named(word) == null || mention.type() == EntityType.PER)) {
                    StateWordKind kind =
                            mention.type() == EntityType.NORP ? StateWordKind.DEMONYM : StateWordKind.COUNTRY;
                    words.putIfAbsent(key(word), new StateWord(kind, actor));
                }
            }
        }
        return words.isEmpty() ? this : new ActorRegistry(this, words);
    }

    /** A registry in which the name of a leader stands for the government that he or she leads. */
    public ActorRegistry withLeader(String name, Actor government) {
        Map<String, StateWord> words = new HashMap<>(ofArticle);
        words.putIfAbsent(key(name), new StateWord(StateWordKind.LEADER, government));
        return new ActorRegistry(this, words);
    }

    /** The government of a state that no table has; {@code x-} keeps its code apart from those of ISO 3166. */
    private static Actor government(ArticleState state) {
        String code = "x-" + NameForms.slug(state.display());
        List<String> aliases =
                state.adjective() == null || state.name() == null ? List.of() : List.of(state.adjective());
        return new Actor("gov:" + code, state.display(), ActorType.GOVERNMENT, aliases, code, null);
    }

    /** The government of somebody of whom the article says only that he or she leads one. */
    public static Actor governmentUnder(Actor leader) {
        String code = "x-under-" + NameForms.slug(leader.name());
        return new Actor("gov:" + code, "Government of " + leader.name(), ActorType.GOVERNMENT, List.of(), code, null);
    }

    /** The registry compiled into the program. */
    public static ActorRegistry standard() {
        return Standard.REGISTRY;
    }

    private void addCountry(Row row, List<String> residences) {
        String wikidata = row.cell(5).isEmpty() ? null : row.cell(5);
        Actor government =
                new Actor("gov:" + row.cell(0), row.cell(1), ActorType.GOVERNMENT, row.list(2), row.cell(0), wikidata);
        Map<StateWordKind, List<String>> words = new EnumMap<>(StateWordKind.class);
        words.put(StateWordKind.CAPITAL, row.list(3));
        words.put(StateWordKind.DEMONYM, row.list(4));
        words.put(StateWordKind.RESIDENCE, residences);
        addState(new State(government, words));
    }

    private void addState(State state) {
        Actor government = state.government();
        states.add(state);
        byId.put(government.id(), government);
        addStateWord(government.name(), StateWordKind.COUNTRY, government);
        addStateWords(government.aliases(), StateWordKind.COUNTRY, government);
        for (Map.Entry<StateWordKind, List<String>> words : state.words().entrySet()) {
            addStateWords(words.getValue(), words.getKey(), government);
        }
        List<String> demonyms = state.words(StateWordKind.DEMONYM);
        String adjective = demonyms.isEmpty() ? government.name() : demonyms.get(0);
        adjectiveByCountry.put(
                Objects.requireNonNull(government.country()), government.id().equals("gov:US") ? "US" : adjective);
    }

    private void addStateWords(List<String> words, StateWordKind kind, Actor government) {
        for (String word : words) {
            addStateWord(word, kind, government);
        }
    }

    private void addStateWord(String word, StateWordKind kind, Actor government) {
        String key = key(NameForms.tidy(word));
        boolean isNew = stateWords.putIfAbsent(key, new StateWord(kind, government)) == null;
        if (isNew && kind != StateWordKind.DEMONYM) {
            byName.putIfAbsent(key, government);
        }
    }

    private void add(ActorTable.Entry entry) {
        Actor actor = entry.actor();
        if (actor.type() == ActorType.GOVERNMENT) {
            names(entry).forEach(name -> byName.remove(key(NameForms.tidy(name))));
            addState(new State(actor, entry.stateWords()));
            return;
        }
        if (byId.put(actor.id(), actor) != null) {
            throw new IllegalStateException("two actors have the id " + actor.id());
        }
        addName(actor.name(), actor);
        for (String alias : actor.aliases()) {
            addName(alias, actor);
        }
        if (actor.type() == ActorType.OUTLET) {
            for (String name : entry.shared()) {
                outletBySquashedName.putIfAbsent(squash(name), actor);
            }
        }
        if (entry.gender() != null) {
            genderById.put(actor.id(), entry.gender());
        }
        if (!entry.offices().isEmpty()) {
            officesByHolder.put(actor.id(), new ArrayList<>(entry.offices()));
            List<Office> sameSurname =
                    officesBySurname.computeIfAbsent(surnameKey(familyName(actor)), key -> new ArrayList<>(1));
            for (Office office : entry.offices()) {
                officesByBody
                        .computeIfAbsent(office.body(), key -> new ArrayList<>())
                        .add(office);
                sameSurname.add(office);
            }
        }
    }

    private void addName(String name, Actor actor) {
        byName.putIfAbsent(key(NameForms.tidy(name)), actor);
        if (actor.type() == ActorType.OUTLET) {
            outletBySquashedName.putIfAbsent(squash(name), actor);
        } else if (actor.type() == ActorType.PERSON) {
            addSound(name, actor);
        }
    }

    /** A full name by its sound; one that two people bear is kept for neither. */
    private void addSound(String name, Actor actor) {
        if (name.indexOf(' ') < 0) {
            return;
        }
        String key = Transliteration.key(name);
        if (key.indexOf(' ') > 0) {
            Optional<Actor> known = personBySound.putIfAbsent(key, Optional.of(actor));
            // by id: the first comparison of records in a run costs a twentieth of a second
            if (known != null
                    && known.filter(same -> same.id().equals(actor.id())).isEmpty()) {
                personBySound.put(key, Optional.empty());
            }
        }
    }

    /** The word that newspapers use alone: the last, or the first where the family comes first. */
    private static String familyName(Actor person) {
        String country = person.country();
        int space = person.name().indexOf(' ');
        return space > 0 && country != null && FAMILY_FIRST.contains(country)
                ? person.name().substring(0, space)
                : NameForms.bare(NameForms.surname(person.name()));
    }

    private static String surnameKey(String surname) {
        return Transliteration.key(NameForms.withoutPossessive(surname));
    }

    private static String key(String tidy) {
        if (NameForms.isAcronym(tidy)) {
            return tidy;
        }
        return NameForms.hasUpperCase(tidy) ? CAPITALISED + NameForms.lower(tidy) : tidy;
    }

    /** The actor with this id, if it is registered. */
    public Optional<Actor> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All registered actors, in the order of the tables. */
    public Collection<Actor> actors() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /**
     * The actor that these words name: a registered name, a seat or residence, or an institution of a state (<em>the Syrian
     * army</em>, <em>Russia's defence ministry</em>, <em>the Ministry of Defence of Russia</em>, <em>the Assad regime</em>).
     * A bare adjective or people (<em>Russian</em>) is no name; see {@link #governmentOf}.
     */
    public Optional<Actor> byAlias(String words) {
        String tidy = NameForms.tidy(words);
        Actor named = named(tidy);
        if (named != null) {
            return Optional.of(named);
        }
        StateWord state = ofArticle.isEmpty() ? null : lookUp(ofArticle, NameForms.withoutPossessive(tidy));
        return state != null && state.kind() == StateWordKind.COUNTRY
                ? Optional.of(state.government())
                : institution(tidy);
    }

    private @Nullable Actor named(String tidy) {
        Actor exact = lookUp(byName, tidy);
        return exact != null ? exact : lookUp(byName, NameForms.withoutPossessive(tidy));
    }

    /** An all-capitals word may be an acronym or any name in capitals; words in lower case match only names written so. */
    private static <T> @Nullable T lookUp(Map<String, T> table, String tidy) {
        T exact = table.get(tidy);
        if (exact != null || !NameForms.hasUpperCase(tidy)) {
            return exact;
        }
        String lower = NameForms.lower(tidy);
        T capitalised = table.get(CAPITALISED + lower);
        return capitalised != null ? capitalised : table.get(lower);
    }

    /** The government that a country's name, capital, demonym, adjective or residence points to. */
    public Optional<Actor> governmentOf(String word) {
        return Optional.ofNullable(stateWord(word)).map(StateWord::government);
    }

    /** The government of the state with this ISO 3166-1 alpha-2 code. */
    public Optional<Actor> government(String iso2) {
        return byId("gov:" + iso2);
    }

    @Nullable
    public StateWord stateWord(String word) {
        String tidy = NameForms.tidy(word);
        StateWord exact = lookUp(stateWords, tidy);
        StateWord known = exact != null ? exact : lookUp(stateWords, NameForms.withoutPossessive(tidy));
        if (known != null || ofArticle.isEmpty()) {
            return known;
        }
        StateWord found = lookUp(ofArticle, NameForms.withoutPossessive(tidy));
        return found != null && found.kind() != StateWordKind.LEADER ? found : null;
    }

    /** The outlet or agency of this name or host name ({@code www.example.com}). */
    public Optional<Actor> outlet(String name) {
        String tidy = NameForms.tidy(name);
        Actor named = named(tidy);
        if (named != null && named.type() == ActorType.OUTLET) {
            return Optional.of(named);
        }
        return Optional.ofNullable(outletBySquashedName.get(squash(tidy)));
    }

    /** Letters and digits only, without article, {@code www} and the ends of a host name. */
    private static String squash(String name) {
        String host = NameForms.lower(NameForms.tidy(name));
        host = host.startsWith("www.") ? host.substring(4) : host;
        int dot = host.indexOf('.');
        if (dot > 2 && host.indexOf(' ') < 0) {
            host = host.substring(0, dot);
        }
        StringBuilder squashed = new StringBuilder(host.length());
        for (int i = 0; i < host.length(); i += Character.charCount(host.codePointAt(i))) {
            if (Character.isLetterOrDigit(host.codePointAt(i))) {
                squashed.appendCodePoint(host.codePointAt(i));
            }
        }
        return squashed.length() > 6 && squashed.indexOf("the") == 0 ? squashed.substring(3) : squashed.toString();
    }

    /**
     * The registered person of this full name, in any usual transliteration and also with the surname first (<em>Lavrov,
     * Sergey</em>), or of a short name that means one person to every reader.
     */
    public Optional<Actor> person(String name) {
        String tidy = NameForms.tidy(name);
        Actor named = named(tidy);
        if (named == null && tidy.indexOf(' ') > 0) {
            int comma = tidy.indexOf(", ");
            String turned = comma > 0 ? tidy.substring(comma + 2) + " " + tidy.substring(0, comma) : tidy;
            return personBySound.getOrDefault(
                    Transliteration.key(NameForms.withoutPossessive(turned)), Optional.empty());
        }
        return named != null && named.type() == ActorType.PERSON ? Optional.of(named) : Optional.empty();
    }

    /** The registered person of this full name, or a new actor for somebody met only in the text. */
    public Actor personNamed(String fullName) {
        return person(fullName)
                .orElseGet(() -> new Actor(
                        "person:" + NameForms.slug(fullName),
                        NameForms.tidy(fullName),
                        ActorType.PERSON,
                        List.of(),
                        null,
                        null));
    }

    /** Whether the registered person is a woman or a man. */
    public Optional<Gender> gender(Actor person) {
        return Optional.ofNullable(genderById.get(person.id()));
    }

    /** The offices of all registered people of this surname. */
    public List<Office> officesOfSurname(String surname) {
        return officesBySurname.getOrDefault(surnameKey(NameForms.bare(surname)), List.of());
    }

    /** The offices that the person held, in the order of the table. */
    public List<Office> officesOf(Actor person) {
        return Collections.unmodifiableList(officesByHolder.getOrDefault(person.id(), List.of()));
    }

    /**
     * Who held an office on a day, where exactly one person did.
     *
     * @param title in any case, British or American spelling
     * @param body ISO 3166-1 alpha-2 code of the state, or slug of the organisation
     */
    public Optional<Actor> holder(String title, String body, LocalDate day) {
        String wanted = officeTitle(title);
        List<Actor> holders = officesByBody.getOrDefault(body, List.of()).stream()
                .filter(office -> officeTitle(office.title()).equals(wanted) && office.heldOn(day))
                .map(Office::holder)
                .distinct()
                .toList();
        return holders.size() == 1 ? Optional.of(holders.get(0)) : Optional.empty();
    }

    /** Whether anybody is registered as a holder of the office, on any day. */
    public boolean hasOffice(String title, String body) {
        String wanted = officeTitle(title);
        return officesByBody.getOrDefault(body, List.of()).stream()
                .anyMatch(office -> officeTitle(office.title()).equals(wanted));
    }

    /** The title in one spelling: lower case, British, without the sex of its holder. */
    public static String officeTitle(String title) {
        return NameForms.lower(NameForms.tidy(title))
                .replace("defense", "defence")
                .replace("spokeswoman", "spokesman")
                .replace("spokesperson", "spokesman")
                .replace("secretary-general", "secretary general")
                .replace("director-general", "director general")
                .replace("commissioner-general", "commissioner general")
                .replace("secretary of defence", "defence minister")
                .replace("defence secretary", "defence minister")
                .replace("foreign secretary", "foreign minister")
                .replace("home secretary", "home minister")
                .replace("premier", "prime minister")
                .replace("adviser", "advisor")
                .replace("special envoy", "envoy")
                .replace("envoy to ", "envoy for ")
                .replace("united nations", "un");
    }

    /** <em>Syrian army</em>, <em>Russia's defence ministry</em>, <em>Ministry of Defence of Russia</em>. */
    private Optional<Actor> institution(String tidy) {
        int space = tidy.indexOf(' ');
        for (int words = 1; space > 0 && words <= LONGEST_STATE_WORDS; words++, space = tidy.indexOf(' ', space + 1)) {
            String behind = NameForms.withoutPossessive(tidy.substring(space + 1));
            Optional<Actor> found = institution(tidy.substring(0, space), behind);
            if (found.isPresent()) {
                return found;
            }
        }
        int of = tidy.lastIndexOf(" of ");
        return of > 0 ? institution(NameForms.tidy(tidy.substring(of + 4)), tidy.substring(0, of)) : Optional.empty();
    }

    private Optional<Actor> institution(String state, String words) {
        Institution institution = institutionByWords.get(NameForms.lower(words));
        return institution == null
                ? Optional.empty()
                : Optional.ofNullable(stateOf(state)).map(government -> institutionOf(government, institution));
    }

    /** The government that a country word or the name of a leader stands for (<em>Assad's forces</em>), or null. */
    private @Nullable Actor stateOf(String words) {
        StateWord state = stateWord(words);
        if (state != null) {
            return state.government();
        }
        StateWord led = ofArticle.isEmpty() ? null : lookUp(ofArticle, NameForms.withoutPossessive(words));
        if (led != null) {
            return led.government();
        }
        Actor person = named(words);
        return person == null ? null : governmentLedBy(person).orElse(null);
    }

    /** The government that a registered person leads or led. */
    public Optional<Actor> governmentLedBy(Actor person) {
        return Optional.ofNullable(person.country())
                .filter(country -> officesOf(person).stream()
                        .anyMatch(office -> LEADERS.contains(office.title())
                                && office.body().equals(country)))
                .flatMap(this::government);
    }

    /** The institution of a state (<em>Defence Ministry</em>) that these words name without the state; its slug, or null. */
    @Nullable
    public String institutionNamed(String words) {
        Institution institution = institutionByWords.get(NameForms.lower(NameForms.tidy(words)));
        return institution == null ? null : institution.slug();
    }

    private Actor institutionOf(Actor state, Institution institution) {
        if (institution.slug().equals("government")) {
            return state;
        }
        String country = Objects.requireNonNull(state.country());
        String slug = NameForms.lower(country) + "-" + institution.slug();
        String prefix = institution.type() == ActorType.OUTLET ? "outlet:" : "org:";
        return new Actor(
                prefix + slug,
                adjective(state) + " " + institution.display(),
                institution.type(),
                List.of(),
                country,
                null);
    }

    /** <em>Syrian</em>, <em>Torvian</em>; the name itself where no adjective is known. */
    private String adjective(Actor state) {
        String known = adjectiveByCountry.get(state.country());
        return known != null ? known : state.aliases().stream().findFirst().orElseGet(state::name);
    }
}
