package org.rashomon.annotate.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.facts.ActorRegistry.Gender;
import org.rashomon.facts.ActorRegistry.StateWordKind;
import org.rashomon.facts.ActorTable;
import org.rashomon.facts.ArticleState;
import org.rashomon.facts.Gazetteer;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention.How;
import org.rashomon.model.Span;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;
import org.rashomon.words.Names;
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
        commonWords = new HashSet<>(20_000);
        genderByFirstName = new HashMap<>(20_000);
        ofArticle = Map.of();
        for (Row row : Tsv.rows("en/name-words.tsv")) {
            classes.put(row.cell(0), Set.copyOf(row.list(1)));
        }
        Tsv.rows("en/common-words.tsv").forEach(row -> commonWords.add(row.cell(0)));
        for (Row row : Tsv.rows("facts/first-names.tsv")) {
            genderByFirstName.put(row.cell(0), row.cell(1));
        }
        classOf("loc")
                .forEach(name -> add(name, EntityType.LOC, null, How.NAME, commonWords.contains(Names.lower(name))));
        classOf("norp").forEach(name -> add(name, EntityType.NORP, null, How.NAME, false));
        classOf("misc").forEach(name -> add(name, EntityType.MISC, null, How.NAME, false));
        addStates(registry);
        for (Actor actor : registry.actors()) {
            if (actor.type() != ActorType.GOVERNMENT) {
                EntityType type = actor.type() == ActorType.PERSON ? EntityType.PER : EntityType.ORG;
                add(actor.name(), type, actor, How.NAME, false);
                actor.aliases()
                        .forEach(alias -> add(alias, type, actor, How.ALIAS, commonWords.contains(Names.lower(alias))));
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

    private void addStates(ActorRegistry registry) {
        for (ActorTable.Entry state : registry.ownStates()) {
            Actor government = state.actor();
            add(government.name(), EntityType.LOC, government, How.NAME, false);
            government.aliases().forEach(name -> add(name, EntityType.LOC, government, How.ALIAS, false));
            state.stateWords(StateWordKind.CAPITAL)
                    .forEach(name -> add(name, EntityType.LOC, government, How.METONYM, false));
            state.stateWords(StateWordKind.DEMONYM)
                    .forEach(name -> add(name, EntityType.NORP, government, How.DESCRIPTION, false));
            state.stateWords(StateWordKind.RESIDENCE)
                    .forEach(name -> add(name, EntityType.ORG, government, How.METONYM, false));
        }
        for (Row row : Tsv.rows("facts/countries.tsv")) {
            Actor government = registry.government(row.cell(0)).orElseThrow();
            add(row.cell(1), EntityType.LOC, government, How.NAME, false);
            row.list(2).forEach(name -> add(name, EntityType.LOC, government, How.ALIAS, false));
            row.list(3).forEach(name -> add(name, EntityType.LOC, government, How.METONYM, false));
            row.list(4).forEach(name -> add(name, EntityType.NORP, government, How.DESCRIPTION, false));
        }
        for (Row row : Tsv.rows("facts/residences.tsv")) {
            registry.governmentOf(row.cell(0))
                    .ifPresent(government -> add(row.cell(0), EntityType.ORG, government, How.METONYM, false));
        }
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
                        || commonWords.contains(Names.lower(plain))
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
        boolean ascii = true;
        for (int i = 0; i < name.length() && ascii; i++) {
            ascii = name.charAt(i) < 128 && name.charAt(i) != '`';
        }
        if (ascii) {
            return name;
        }
        StringBuilder plain = new StringBuilder(name.length());
        java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK
                        && c != '\u2018'
                        && c != '\u2019'
                        && c != '`')
                .forEach(c -> plain.append((char) c));
        return plain.toString();
    }

    private void add(String form, EntityType type, @Nullable Actor actor, How how, boolean weak) {
        if (form.isBlank() || (form.length() < 2)) {
            return;
        }
        Node node = root;
        for (Token token : Tokenizer.tokens(form, new Span(0, form.length()))) {
            node = node.towards(trieKey(token.in(form)));
        }
        node.add(new Entry(form, type, actor, how, weak));
    }

    private static String trieKey(String token) {
        return Names.lower(Names.tidy(token));
    }

    private Set<String> classOf(String name) {
        return classes.getOrDefault(name, Set.of());
    }

    public boolean is(String wordClass, String words) {
        return classOf(wordClass).contains(words);
    }

    /** Whether news writes the word in lower case. */
    public boolean isCommon(String lower) {
        return commonWords.contains(lower);
    }

    public boolean isFirstName(String word) {
        if (genderByFirstName.containsKey(word)) {
            return true;
        }
        int hyphen = word.indexOf('-');
        return hyphen > 1 && genderByFirstName.containsKey(word.substring(0, hyphen));
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
                if (fits(entry.form(), words, start, i + 1, anyCase)
                        && (anyCase || isCased(entry, words, start + 1, i + 1))) {
                    best = new Match(entry, i + 1 - start);
                    break;
                }
            }
        }
        return best;
    }

    /**
     * Whether the words after the first are written as an outlet or an armed group writes itself: <em>Foreign policy</em> is no
     * magazine, <em>the times</em> no newspaper and <em>Islamic jihad</em> no group; <em>Khorasan group</em> is one.
     */
    private boolean isCased(Entry entry, List<String> words, int from, int end) {
        Actor actor = entry.actor();
        if (actor == null || actor.type() != ActorType.OUTLET && actor.type() != ActorType.ARMED_GROUP) {
            return true;
        }
        for (int i = from; i < end; i++) {
            String word = words.get(i);
            if (Character.isLowerCase(word.charAt(0)) && !entry.form().contains(word) && !is("name-tail", word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String form, List<String> words, int start, int end, boolean anyCase) {
        if (Names.isAcronym(form)) {
            return end == start + 1 && words.get(start).equals(form);
        }
        if (anyCase) {
            return !(end == start + 1 && form.length() < 4);
        }
        String first = words.get(start);
        char written = form.charAt(0);
        // al-Nusra opens a sentence as Al-Nusra; a name with a capital never stands in lower case
        return Character.isUpperCase(first.charAt(0)) || !Character.isUpperCase(written) || first.indexOf('-') > 0;
    }
}
