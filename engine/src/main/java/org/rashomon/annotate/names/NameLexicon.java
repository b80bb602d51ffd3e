package org.rashomon.annotate.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.facts.ActorRegistry.Gender;
import org.rashomon.facts.ActorRegistry.State;
import org.rashomon.facts.ActorRegistry.StateWordKind;
import org.rashomon.facts.ArticleState;
import org.rashomon.facts.Gazetteer;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention.How;
import org.rashomon.model.Span;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;
import org.rashomon.words.English;
import org.rashomon.words.NameForms;
import org.rashomon.words.Tsv;
import org.rashomon.words.Tsv.Row;

/**
 * Everything that is known about names before an article is read: the names of actors and places as a trie over tokens, and classes
 * of words.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class NameLexicon {
    /** Inhabitants from which on a town's name is taken for the town without more. */
    private static final int KNOWN_BY_NAME = 500_000;

    private final ActorRegistry actors;
    private final Node root;
    private final Map<String, Set<String>> classes;
    private final Set<String> commonWords;
    private final Map<String, String> genderByFirstName;
    /** Words that one article adds, each a name by itself. */
    private final Map<String, Entry> ofArticle;

    /**
     * A name of the gazetteer.
     *
     * @param form the name as it is written
     * @param weak whether it is as likely to be part of another name (a town, a short form)
     */
    public record Entry(
            String form, EntityType type, @Nullable Actor actor, How how, boolean weak) {}

    /** A match of the trie: tokens {@code [start, start + length)}. */
    public record Match(Entry entry, int length) {}

    private static final class Node {
        /** Most nodes lead to one other, or to none. */
        private Map<String, Node> next = Map.of();

        private List<Entry> entries = List.of();

        @Nullable
        Node at(String word) {
            return next.get(word);
        }

        Node towards(String word) {
            Node known = next.get(word);
            if (known != null) {
                return known;
            }
            Node node = new Node();
            if (next.isEmpty()) {
                next = Map.of(word, node);
            } else {
                if (next.size() == 1) {
                    next = new HashMap<>(next);
                }
                next.put(word, node);
            }
            return node;
        }

        void add(Entry added) {
            for (Entry entry : entries) {
                if (entry.form().equals(added.form())) {
                    return;
                }
            }
            if (entries.isEmpty()) {
                entries = List.of(added);
            } else {
                entries = new ArrayList<>(entries);
                entries.add(added);
            }
        }
    }

    /** The names of these actors and places. To make it takes some time: make one, and share it. */
    public static NameLexicon of(ActorRegistry actors, Gazetteer gazetteer) {
        return new NameLexicon(actors, gazetteer);
    }

    private NameLexicon(NameLexicon general, ActorRegistry actors, Map<String, Entry> ofArticle) {
        this.actors = actors;
        this.root = general.root;
        this.classes = general.classes;
        this.commonWords = general.commonWords;
        this.genderByFirstName = general.genderByFirstName;
        this.ofArticle = ofArticle;
    }

    private NameLexicon(ActorRegistry registry, Gazetteer gazetteer) {
        actors = registry;
        root = new Node();
        classes = new HashMap<>();
        ofArticle = Map.of();
        for (Row row : Tsv.rows("en/name-words.tsv")) {
            classes.put(row.cell(0), Set.copyOf(row.list(1)));
        }
        commonWords = English.commonWords();
        genderByFirstName = Tsv.pairs("facts/first-names.tsv");
        words("loc")
                .forEach(
                        name -> add(name, EntityType.LOC, null, How.NAME, commonWords.contains(NameForms.lower(name))));
        addAll(words("norp"), EntityType.NORP, null, How.NAME);
        addAll(words("misc"), EntityType.MISC, null, How.NAME);
        registry.states().forEach(this::addState);
        for (Actor actor : registry.actors()) {
            if (actor.type() != ActorType.GOVERNMENT) {
                EntityType type = actor.type() == ActorType.PERSON ? EntityType.PER : EntityType.ORG;
                add(actor.name(), type, actor, How.NAME, false);
                actor.aliases()
                        .forEach(alias ->
                                add(alias, type, actor, How.ALIAS, commonWords.contains(NameForms.lower(alias))));
            }
        }
        addPlaces(gazetteer);
    }

    /** Whose names these are. */
    public ActorRegistry actors() {
        return actors;
    }

    /** This lexicon, and the states that an article shows by what it says of them. */
    NameLexicon with(List<ArticleState> states, ActorRegistry actors) {
        Map<String, Entry> entries = new HashMap<>();
        for (ArticleState state : states) {
            Actor government = actors.governmentOf(state.display()).orElseThrow();
            if (state.name() != null) {
                entries.put(state.name(), new Entry(state.name(), EntityType.LOC, government, How.NAME, false));
            }
            if (state.adjective() != null) {
                for (String form : List.of(state.adjective(), state.adjective() + "s")) {
                    entries.put(form, new Entry(form, EntityType.NORP, government, How.DESCRIPTION, false));
                }
            }
        }
        return new NameLexicon(this, actors, entries);
    }

    private void addState(State state) {
        Actor government = state.government();
        addAll(List.of(government.name()), EntityType.LOC, government, How.NAME);
        addAll(government.aliases(), EntityType.LOC, government, How.ALIAS);
        addAll(state.words(StateWordKind.CAPITAL), EntityType.LOC, government, How.METONYM);
        addAll(state.words(StateWordKind.DEMONYM), EntityType.NORP, government, How.DESCRIPTION);
        addAll(state.words(StateWordKind.RESIDENCE), EntityType.ORG, government, How.METONYM);
    }

    private void addAll(Iterable<String> forms, EntityType type, @Nullable Actor actor, How how) {
        forms.forEach(form -> add(form, type, actor, how, false));
    }

    private void addPlaces(Gazetteer gazetteer) {
        gazetteer.eachKnown((place, names) -> {
            boolean known = !gazetteer.kind(place).isTown()
                    || gazetteer.kind(place) == Gazetteer.Kind.CAPITAL
                    || gazetteer.country(place).equals("SY")
                    || gazetteer.population(place) >= KNOWN_BY_NAME;
            for (String name : names) {
                String plain = plain(name);
                boolean weak = !known
                        || plain.length() < 4
                        || commonWords.contains(NameForms.lower(plain))
                        || genderByFirstName.containsKey(plain);
                add(name, EntityType.LOC, null, How.NAME, weak);
                if (!plain.equals(name)) {
                    add(plain, EntityType.LOC, null, How.NAME, weak);
                }
            }
        });
    }

    /** The name without accents and transliteration marks. */
    private static String plain(String name) {
        if (name.chars().allMatch(c -> c < 128 && c != '`')) {
            return name;
        }
        StringBuilder plain = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFD)
                .chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && "\u2018\u2019`".indexOf(c) < 0)
                .forEach(c -> plain.append((char) c));
        return plain.toString();
    }

    private void add(String form, EntityType type, @Nullable Actor actor, How how, boolean weak) {
        if (form.length() < 2) {
            return;
        }
        Node node = root;
        for (Token token : Tokenizer.tokens(form, new Span(0, form.length()))) {
            node = node.towards(trieKey(token.in(form)));
        }
        node.add(new Entry(form, type, actor, how, weak));
    }

    private static String trieKey(String token) {
        return NameForms.lower(NameForms.tidy(token));
    }

    /** The words of a class of {@code name-words.tsv}, which must have it. */
    Set<String> words(String wordClass) {
        Set<String> words = classes.get(wordClass);
        if (words == null) {
            throw new IllegalStateException("table en/name-words.tsv has no class \"" + wordClass + "\"");
        }
        return words;
    }

    public boolean is(String wordClass, String words) {
        return words(wordClass).contains(words);
    }

    /** Whether the words are of one of the classes. */
    public boolean isAny(String words, String... wordClasses) {
        return Arrays.stream(wordClasses).anyMatch(wordClass -> is(wordClass, words));
    }

    /** Whether news writes the word in lower case. */
    public boolean isCommon(String lower) {
        return commonWords.contains(lower);
    }

    public boolean isFirstName(String word) {
        return genderByFirstName.containsKey(word)
                || genderByFirstName.containsKey(word.substring(0, Math.max(0, word.indexOf('-'))));
    }

    /** The gender that a given name tells, or null. */
    @Nullable
    public Gender genderOf(String firstName) {
        return switch (genderByFirstName.getOrDefault(firstName, "u")) {
            case "m" -> Gender.MALE;
            case "f" -> Gender.FEMALE;
            default -> null;
        };
    }

    /** The gender that a person's title tells, or null. */
    @Nullable
    Gender genderOfTitle(@Nullable String title) {
        if (title == null) {
            return null;
        }
        return is("male", title) ? Gender.MALE : is("female", title) ? Gender.FEMALE : null;
    }

    /**
     * The longest name of the gazetteer that begins at token {@code start}.
     *
     * @param anyCase whether the text is all capitals, so that case tells nothing
     */
    @Nullable
    public Match longest(List<String> words, int start, boolean anyCase) {
        Match match = longestOfTables(words, start, anyCase);
        Entry entry = ofArticle.isEmpty() || match != null ? null : ofArticle.get(words.get(start));
        return entry == null ? match : new Match(entry, 1);
    }

    private @Nullable Match longestOfTables(List<String> words, int start, boolean anyCase) {
        Node node = root;
        Match best = null;
        for (int i = start; i < words.size(); i++) {
            node = node.at(trieKey(words.get(i)));
            if (node == null) {
                break;
            }
            for (Entry entry : node.entries) {
                if (fits(entry, words.subList(start, i + 1), anyCase)) {
                    best = new Match(entry, i + 1 - start);
                    break;
                }
            }
        }
        return best;
    }

    private boolean fits(Entry entry, List<String> words, boolean anyCase) {
        String form = entry.form();
        if (NameForms.isAcronym(form)) {
            return words.size() == 1 && words.get(0).equals(form);
        }
        if (anyCase) {
            return words.size() > 1 || form.length() > 3;
        }
        // al-Nusra opens a sentence as Al-Nusra; a name with a capital never stands in lower case
        String first = words.get(0);
        boolean cased = Character.isUpperCase(first.charAt(0)) || first.indexOf('-') > 0;
        return (cased || !Character.isUpperCase(form.charAt(0))) && isCased(entry, words.subList(1, words.size()));
    }

    /**
     * Whether the words after the first are written as an outlet or an armed group writes itself: <em>Foreign policy</em> is no
     * magazine, <em>the times</em> no newspaper and <em>Islamic jihad</em> no group; <em>Khorasan group</em> is one.
     */
    private boolean isCased(Entry entry, List<String> words) {
        ActorType type = entry.actor() == null ? null : entry.actor().type();
        return (type != ActorType.OUTLET && type != ActorType.ARMED_GROUP)
                || words.stream().allMatch(word -> isWritten(word, entry.form()));
    }

    private boolean isWritten(String word, String form) {
        return !Character.isLowerCase(word.charAt(0)) || form.contains(word) || is("name-tail", word);
    }
}
