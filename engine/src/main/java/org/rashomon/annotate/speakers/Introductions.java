package org.rashomon.annotate.speakers;

import java.util.ArrayList;
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
    private static final int LONGEST_TITLE = 6;
    /** Titles of those who may be called the leader of their state. */
    private static final Set<String> LEADING =
            WordLists.of("en/source-words.tsv").list("leading");

    /** Words by which a title belongs to the past: whom the article calls a former minister is not its minister. */
    private static final Set<String> PAST_HOLDER =
            WordLists.of("en/source-words.tsv").list("past");

    /** Words before a title that make it another's: the deputy prime minister is not the prime minister. */
    private static final Set<String> QUALIFIERS =
            WordLists.of("en/source-words.tsv").list("qualifier");

    /**
     * That an actor is introduced at a place of the article.
     *
     * @param bare whether nothing tells whose office it is: President X beside Kestrian President Y
     */
    private record Introduction(Actor actor, int at, boolean bare) {}

    /** Words to whom they introduce; keys with {@code @} hold affiliations. */
    private final Map<String, List<Introduction>> introductions = new LinkedHashMap<>();

    private final Article article;
    private final String text;
    private final List<Mention> mentions;

    /** @param mentions of the article, in order of text */
    Introductions(Article article, List<Mention> mentions) {
        this.article = article;
        this.text = article.text();
        this.mentions = mentions;
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            Actor actor = mention.actor();
            if (actor == null) {
                continue;
            }
            if (mention.type() == EntityType.PER && actor.type() == ActorType.PERSON) {
                if (isQuoted(mention.span().start())) {
                    // how somebody else addresses people is not how the article introduces them
                    continue;
                }
                titleBefore(mention, i > 0 ? mentions.get(i - 1) : null);
                titleAfter(mention);
            } else if (mention.type() == EntityType.ORG) {
                tails(mention.span().in(text), mention);
                tails(actor.name(), mention);
            }
        }
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
        int from = Bisection.first(mentions.size(), k -> mentions.get(k).span().start() >= at) - 1;
        for (int i = from; i >= 0; i--) {
            Actor actor = mentions.get(i).actor();
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
        for (Map.Entry<String, List<Introduction>> bearer : introductions.entrySet()) {
            if (bearer.getKey().startsWith("@")
                    && bearer.getValue().stream().anyMatch(i -> i.actor().equals(actor))) {
                return bearer.getKey().substring(1);
            }
        }
        return null;
    }

    /** Whether an odd number of marks, or an open one, stands before the place in its block. */
    private boolean isQuoted(int at) {
        int block = article.blockIndexAt(at);
        int from = block < 0 ? at : article.blocks().get(block).span().start();
        String before = text.substring(from, at);
        long straight = before.chars().filter(c -> c == '"').count();
        return straight % 2 == 1 || before.lastIndexOf('\u201c') > before.lastIndexOf('\u201d');
    }

    private void put(String words, Mention mention, boolean bare) {
        if (!words.isBlank()) {
            introductions
                    .computeIfAbsent(words, k -> new ArrayList<>())
                    .add(new Introduction(
                            Objects.requireNonNull(mention.actor()),
                            mention.span().start(),
                            bare));
        }
    }

    /** The last one to four words of a body's name that a definite description may repeat: the ministry, the observatory. */
    private void tails(String name, Mention mention) {
        List<String> words = SourceWords.words(name.toLowerCase(Locale.ROOT));
        for (int n = 1; n <= 3 && n < words.size(); n++) {
            put(String.join(" ", words.subList(words.size() - n, words.size())), mention, false);
        }
        if (words.size() > 2 && (words.contains("for") || words.contains("of"))) {
            int cut = words.contains("for") ? words.indexOf("for") : words.indexOf("of");
            if (cut > 0) {
                put(words.get(cut - 1), mention, false);
            }
        }
    }

    private void titleBefore(Mention mention, @Nullable Mention previous) {
        int start = mention.span().start();
        int floor = Math.max(0, start - 80);
        String before = text.substring(floor, start);
        int cut = Math.max(before.lastIndexOf('\n'), Math.max(before.lastIndexOf(". "), before.lastIndexOf('"')));
        List<String> words = SourceWords.words(before.substring(cut + 1).toLowerCase(Locale.ROOT));
        // Titles follow each other without marks; a comma just before the name ends the apposition's article too.
        if (words.subList(Math.max(0, words.size() - LONGEST_TITLE), words.size()).stream()
                .anyMatch(PAST_HOLDER::contains)) {
            return;
        }
        boolean attached = previous != null
                && previous.type() != EntityType.PER
                && !HyphenatedNames.isPart(text, previous.span())
                && previous.span().end() > floor + cut
                && previous.span().end() <= start
                && start - previous.span().end() < 40
                && text.substring(previous.span().end(), start).chars().noneMatch(c -> c == ',' || c == '.')
                && SourceWords.words(text.substring(previous.span().end(), start)).stream()
                        .anyMatch(PersonWords::isTitleWord);
        for (int n = 1; n <= 4 && n <= words.size(); n++) {
            List<String> title = words.subList(words.size() - n, words.size());
            if (!PersonWords.isTitleWord(title.get(title.size() - 1)) && !(n > 1 && title.contains("of"))) {
                break;
            }
            if (title.get(0).equals("the")
                    || title.get(0).equals("and")
                    || title.get(0).equals("a")) {
                break;
            }
            if (n == words.size() || !QUALIFIERS.contains(words.get(words.size() - n - 1))) {
                put(String.join(" ", title), mention, !attached);
            }
        }
        if (attached && previous != null && previous.actor() != null) {
            boolean addressed = text.startsWith("to the ", previous.span().start() - "to the ".length());
            if (!addressed) {
                put("@" + previous.actor().name(), mention, false);
            }
            if (previous.type() == EntityType.NORP && words.stream().anyMatch(LEADING::contains)) {
                put(previous.span().in(text).toLowerCase(Locale.ROOT) + " leader", mention, false);
            }
        }
    }

    private void titleAfter(Mention mention) {
        int end = mention.span().end();
        if (end + 2 >= text.length() || text.charAt(end) != ',') {
            return;
        }
        int stop = end + 1;
        while (stop < text.length() && stop < end + 80 && ",.;\n".indexOf(text.charAt(stop)) < 0) {
            stop++;
        }
        List<String> words = SourceWords.words(text.substring(end + 1, stop).toLowerCase(Locale.ROOT));
        if (words.size() > 1
                && words.stream().noneMatch(PAST_HOLDER::contains)
                && (words.get(0).equals("the")
                        || words.get(0).equals("a")
                        || words.get(0).equals("an"))) {
            for (int n = 1; n <= Math.min(4, words.size() - 1); n++) {
                List<String> title = words.subList(1, 1 + n);
                if (PersonWords.isTitleWord(title.get(title.size() - 1))) {
                    put(String.join(" ", title), mention, true);
                    if (n > 1 && title.stream().noneMatch(QUALIFIERS::contains)) {
                        put(title.get(n - 1), mention, true);
                    }
                    return;
                }
            }
        }
    }
}
