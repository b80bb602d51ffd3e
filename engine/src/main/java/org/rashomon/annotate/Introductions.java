package org.rashomon.annotate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;

/**
 * Words by which an article introduces its actors: <em>secretary of state</em> before <em>John Kerry</em>, <em>defense
 * ministry</em> at the end of <em>Russian Defense Ministry</em>.
 */
final class Introductions {
    private static final Set<String> TITLES = PersonWords.of(PersonWords.Use.TITLE);
    private static final int LONGEST_TITLE = 6;

    /** Words by which a title belongs to the past: whom the article calls a former minister is not its minister. */
    private static final Set<String> PAST_HOLDER = WordLists.SOURCES.list("past");

    /** Words to the actors they introduce; keys with {@code @} hold affiliations. */
    private final Map<String, Set<Actor>> bearers;

    /** @param mentions of the article, in order of text */
    Introductions(Article article, List<Mention> mentions) {
        this.bearers = bearers(article, mentions);
    }

    /** Actors whom the article introduces in these words, given in lower case. */
    Set<Actor> of(String words) {
        return bearers.getOrDefault(words, Set.of());
    }

    /** What the article's first full mention of a person says of the body that the person serves, or null. */
    @Nullable
    String affiliation(Actor actor) {
        for (Map.Entry<String, Set<Actor>> bearer : bearers.entrySet()) {
            if (bearer.getKey().startsWith("@") && bearer.getValue().contains(actor)) {
                return bearer.getKey().substring(1);
            }
        }
        return null;
    }

    private static Map<String, Set<Actor>> bearers(Article article, List<Mention> mentions) {
        Map<String, Set<Actor>> bearers = new LinkedHashMap<>();
        String text = article.text();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            Actor actor = mention.actor();
            if (actor == null) {
                continue;
            }
            if (mention.type() == EntityType.PER && actor.type() == ActorType.PERSON) {
                titleBefore(text, mention, i > 0 ? mentions.get(i - 1) : null, bearers);
                titleAfter(text, mention, bearers);
            } else if (mention.type() == EntityType.ORG) {
                tails(mention.span().in(text), actor, bearers);
                tails(actor.name(), actor, bearers);
            }
        }
        return bearers;
    }

    private static void put(Map<String, Set<Actor>> bearers, String key, Actor actor) {
        if (!key.isBlank()) {
            bearers.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(actor);
        }
    }

    /** The last one to four words of a body's name that a definite description may repeat: the ministry, the observatory. */
    private static void tails(String name, Actor actor, Map<String, Set<Actor>> bearers) {
        List<String> words = SourceWords.words(name.toLowerCase(Locale.ROOT));
        for (int n = 1; n <= 3 && n < words.size(); n++) {
            put(bearers, String.join(" ", words.subList(words.size() - n, words.size())), actor);
        }
        if (words.size() > 2 && (words.contains("for") || words.contains("of"))) {
            int cut = words.contains("for") ? words.indexOf("for") : words.indexOf("of");
            if (cut > 0) {
                put(bearers, words.get(cut - 1), actor);
            }
        }
    }

    private static void titleBefore(
            String text, Mention mention, @Nullable Mention previous, Map<String, Set<Actor>> bearers) {
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
        Actor actor = Objects.requireNonNull(mention.actor());
        for (int n = 1; n <= 4 && n <= words.size(); n++) {
            List<String> title = words.subList(words.size() - n, words.size());
            if (!isTitleWord(title.get(title.size() - 1)) && !(n > 1 && title.contains("of"))) {
                break;
            }
            if (title.get(0).equals("the")
                    || title.get(0).equals("and")
                    || title.get(0).equals("a")) {
                break;
            }
            put(bearers, String.join(" ", title), actor);
        }
        if (previous != null
                && previous.actor() != null
                && previous.type() != EntityType.PER
                && previous.span().end() > floor + cut
                && previous.span().end() <= start
                && start - previous.span().end() < 40
                && text.substring(previous.span().end(), start).chars().noneMatch(c -> c == ',' || c == '.')
                && SourceWords.words(text.substring(previous.span().end(), start)).stream()
                        .anyMatch(Introductions::isTitleWord)) {
            put(bearers, "@" + previous.actor().name(), actor);
        }
    }

    private static void titleAfter(String text, Mention mention, Map<String, Set<Actor>> bearers) {
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
            Actor actor = Objects.requireNonNull(mention.actor());
            for (int n = 1; n <= Math.min(4, words.size() - 1); n++) {
                List<String> title = words.subList(1, 1 + n);
                if (isTitleWord(title.get(title.size() - 1))) {
                    put(bearers, String.join(" ", title), actor);
                    if (n > 1) {
                        put(bearers, title.get(n - 1), actor);
                    }
                    return;
                }
            }
        }
    }

    /** Whether a word, in lower case, ends a title. */
    static boolean isTitleWord(String word) {
        return TITLES.contains(word);
    }
}
