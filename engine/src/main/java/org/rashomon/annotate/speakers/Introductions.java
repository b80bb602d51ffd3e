package org.rashomon.annotate.speakers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.HyphenatedNames;
import org.rashomon.annotate.syntax.SpanWords;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.Bisection;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.words.PersonWords;
import org.rashomon.words.SourceWords;
import org.rashomon.words.WordLists;

/**
 * Words by which an article introduces its actors: <em>secretary of state</em> before <em>John Kerry</em>, <em>defense
 * ministry</em> at the end of <em>Russian Defense Ministry</em>.
 */
final class Introductions {
    private static final WordLists WORDS = WordLists.of("en/source-words.tsv");
    /** Titles of those who may be called the leader of their state. */
    private static final Set<String> LEADING = WORDS.list("leading");
    /** Words by which a title belongs to the past: whom the article calls a former minister is not its minister. */
    private static final Set<String> PAST_HOLDER = WORDS.list("past");
    /** Words before a title that make it another's: the deputy prime minister is not the prime minister. */
    private static final Set<String> QUALIFIERS = WORDS.list("qualifier");

    private static final Set<String> UNITS = WORDS.list("unit");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");
    /** How far from a name, in UTF-16 code units, its titles may stand. */
    private static final int REACH = 80;
    /** The same of the body whose title it is. */
    private static final int BODY_REACH = 40;
    /** Words before a name among which one of the past makes its titles former ones. */
    private static final int PAST_WORDS = 6;
    /** Words of a title. */
    private static final int LONGEST_TITLE = 4;

    /**
     * That an actor is introduced at a place of the article.
     *
     * @param bare whether nothing tells whose office it is: President X beside Kestrian President Y
     */
    private record Introduction(Actor actor, int at, boolean bare) {}

    /** Words to whom they introduce; keys with {@code @} hold affiliations. */
    private final Map<String, List<Introduction>> introductions = new LinkedHashMap<>();

    /** Words, actor and whether bare, of all that are listed. */
    private final Set<List<Object>> listed = new HashSet<>();
    /** Names of the bodies that actors serve. */
    private final Map<Actor, String> affiliations = new HashMap<>();

    private final String text;
    private final List<Mention> mentions;

    /** @param mentions of the article, in order of text */
    Introductions(Article article, List<Mention> mentions, Vicinity vicinity) {
        this.text = article.text();
        this.mentions = mentions;
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            Actor actor = mention.actor();
            if (actor != null && mention.type() == EntityType.ORG) {
                tails(mention.span().in(text), mention);
                tails(actor.name(), mention);
            }
            // how somebody else addresses people is not how the article introduces them
            if (actor != null
                    && mention.type() == EntityType.PER
                    && actor.type() == ActorType.PERSON
                    && !vicinity.isQuoted(mention.span().start())) {
                titleBefore(mention, i > 0 ? mentions.get(i - 1) : mention);
                titleAfter(mention);
            }
        }
        introductions.forEach((words, bearers) -> {
            if (words.startsWith("@")) {
                bearers.forEach(bearer -> affiliations.putIfAbsent(bearer.actor(), words.substring(1)));
            }
        });
    }

    /** Actors whom the article introduces in these words, given in lower case. */
    Set<Actor> of(String words) {
        return actors(introductions.getOrDefault(words, List.of()));
    }

    /**
     * Whom the words mean at a place: the only one so introduced, in the article or before that place; of several the one whose title
     * is given bare while all others' states are told, when no other was named since.
     */
    Optional<Actor> meant(String words, int at) {
        List<Introduction> all = introductions.getOrDefault(words, List.of());
        // an official may be anybody, before one is named; the foreign minister is the one whom the article names later
        if (actors(all).size() == 1 && (words.indexOf(' ') > 0 || all.get(0).at() < at)) {
            return Optional.of(all.get(0).actor());
        }
        List<Introduction> before = all.stream().filter(i -> i.at() < at).toList();
        Set<Actor> known = actors(before);
        if (known.size() == 1) {
            return known.stream().findFirst();
        }
        Set<Actor> bare = actors(before.stream().filter(Introduction::bare).toList());
        return bare.size() == 1 && bare.equals(lastNamed(known, at))
                ? bare.stream().findFirst()
                : Optional.empty();
    }

    /** Who of these was last named before a place. */
    private Set<Actor> lastNamed(Set<Actor> of, int at) {
        int from = Bisection.first(mentions.size(), k -> mentions.get(k).span().start() >= at);
        for (int k = from - 1; k >= 0; k--) {
            Actor actor = mentions.get(k).actor();
            if (actor != null && of.contains(actor)) {
                return Set.of(actor);
            }
        }
        return Set.of();
    }

    private static Set<Actor> actors(List<Introduction> introductions) {
        Set<Actor> actors = new LinkedHashSet<>();
        introductions.forEach(i -> actors.add(i.actor()));
        return actors;
    }

    /** What the article's first full mention of a person says of the body that the person serves, or null. */
    @Nullable
    String affiliation(Actor actor) {
        return affiliations.get(actor);
    }

    private void put(String words, Mention mention, boolean bare) {
        Actor actor = Objects.requireNonNull(mention.actor());
        List<Introduction> before = introductions.computeIfAbsent(words, k -> new ArrayList<>());
        // the first time decides; an actor named a thousand times is not looked through a thousand times
        if (listed.add(List.of(words, actor, bare))) {
            before.add(new Introduction(actor, mention.span().start(), bare));
        }
    }

    /** The last one to three words of a body's name that a definite description may repeat: the ministry, the observatory. */
    private void tails(String name, Mention mention) {
        List<String> words = SourceWords.words(name.toLowerCase(Locale.ROOT));
        for (int n = 1; n <= 3 && n < words.size(); n++) {
            put(last(words, n), mention, false);
        }
        int cut = words.indexOf("for") >= 0 ? words.indexOf("for") : words.indexOf("of");
        if (words.size() > 2 && cut > 0) {
            put(words.get(cut - 1), mention, false);
        }
    }

    private static String last(List<String> words, int count) {
        return String.join(" ", words.subList(words.size() - count, words.size()));
    }

    /** Titles before a name follow each other without marks. */
    private void titleBefore(Mention mention, Mention previous) {
        int start = mention.span().start();
        String before = SpanWords.before(text, start, REACH);
        int cut = Math.max(before.lastIndexOf('\n'), Math.max(before.lastIndexOf(". "), before.lastIndexOf('"')));
        List<String> words = SourceWords.words(before.substring(cut + 1).toLowerCase(Locale.ROOT));
        if (words.stream().skip(Math.max(0, words.size() - PAST_WORDS)).anyMatch(PAST_HOLDER::contains)) {
            return;
        }
        boolean attached = previous.span().end() > start - before.length() + cut && isAttached(previous, start);
        for (int n = 1; n <= Math.min(LONGEST_TITLE, words.size()); n++) {
            if (!PersonWords.isTitleWord(words.get(words.size() - 1)) || UNITS.contains(words.get(words.size() - n))) {
                break;
            }
            if (n == words.size() || !QUALIFIERS.contains(words.get(words.size() - n - 1))) {
                put(last(words, n), mention, !attached);
            }
        }
        Actor body = previous.actor();
        if (!attached || body == null) {
            return;
        }
        if (!text.startsWith("to the ", previous.span().start() - "to the ".length())) {
            put("@" + body.name(), mention, false);
        }
        if (previous.type() == EntityType.NORP && words.stream().anyMatch(LEADING::contains)) {
            put(previous.span().in(text).toLowerCase(Locale.ROOT) + " leader", mention, false);
        }
    }

    /** Whether a title and nothing else stands between the name of a body and a person's name at {@code start}. */
    private boolean isAttached(Mention body, int start) {
        int end = body.span().end();
        if (body.type() == EntityType.PER || end > start || end + BODY_REACH <= start) {
            return false;
        }
        String between = text.substring(end, start);
        return between.indexOf(',') < 0
                && between.indexOf('.') < 0
                && !HyphenatedNames.isPart(text, body.span())
                && SourceWords.words(between).stream().anyMatch(PersonWords::isTitleWord);
    }

    /** The title in an apposition behind a name: Ana Lund, the foreign minister. */
    private void titleAfter(Mention mention) {
        int end = mention.span().end();
        if (!text.startsWith(",", end)) {
            return;
        }
        int stop = end + 1;
        while (stop < Math.min(text.length(), end + REACH) && ",.;\n".indexOf(text.charAt(stop)) < 0) {
            stop++;
        }
        List<String> words = SourceWords.words(text.substring(end + 1, stop).toLowerCase(Locale.ROOT));
        if (words.isEmpty()
                || !ARTICLES.contains(words.get(0))
                || words.stream().anyMatch(PAST_HOLDER::contains)) {
            return;
        }
        for (int n = 1; n <= Math.min(LONGEST_TITLE, words.size() - 1); n++) {
            List<String> title = words.subList(1, 1 + n);
            if (PersonWords.isTitleWord(title.get(n - 1))) {
                put(String.join(" ", title), mention, true);
                if (n > 1 && title.stream().noneMatch(QUALIFIERS::contains)) {
                    put(title.get(n - 1), mention, true);
                }
                return;
            }
        }
    }
}
