package org.rashomon.annotate.speakers;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Actor;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.words.SourceWords;
import org.rashomon.words.WordLists;

/**
 * The one state that an article means where it speaks of <em>the regime, government helicopters, the army</em> without a name: the one that
 * it calls so elsewhere, else the one of which it speaks nearly alone. Where two come into question it means neither.
 */
public final class StateOfArticle {
    private static final WordLists WORDS = WordLists.of("en/source-words.tsv");
    private static final Set<String> CALLED = WORDS.list("called");
    private static final Set<String> ARMY = WORDS.list("army");

    /** Share of the states called so in an article that one must have to be the one meant. */
    private static final double MOST = 0.75;
    /** Share of all the states that an article names which one must have where none is called so. */
    private static final double NEARLY_ALL = 0.8;
    /** The same of one in which all is told to happen, where others are named as well. */
    private static final double HALF = 0.5;
    /** A state named once is none of which an article speaks. */
    private static final int LEAST = 2;

    /** How much behind a name, in UTF-16 code units, tells what it is called. */
    private static final int REACH = 30;

    private static final int BEHIND = 2;
    private static final Set<String> BEARINGS =
            WordLists.of("en/incident-words.tsv").list("bearings");

    private static final Set<String> WITHIN = Set.of("in", "across", "inside", "within");
    /** Behind these somebody else is told of: Torvia and government ally Kestria. */
    private static final Set<String> JOINING = Set.of("and", "or", "but");
    /** What ends a phrase. */
    private static final String ENDS = ".,;:!?()\n";

    private final String text;
    private final Mentions mentions;
    private final ActorRegistry registry;
    private Optional<Actor> government = Optional.empty();
    private boolean sought;

    StateOfArticle(String text, Mentions mentions, ActorRegistry registry) {
        this.text = text;
        this.mentions = mentions;
        this.registry = registry;
    }

    /** Whether a word, in lower case, is what a state is called by its body: regime, government, army; also where its apostrophe is lost. */
    public static boolean isCalled(String word) {
        return CALLED.contains(word) || (word.endsWith("s") && CALLED.contains(word.substring(0, word.length() - 1)));
    }

    /** The government of the state. */
    public Optional<Actor> government() {
        if (!sought) {
            sought = true;
            // a leader's regime is that of the state led
            government = most(mention -> isCalledSo(mention.span().end()), MOST, 1)
                    .or(() -> most(StateOfArticle::isCountry, NEARLY_ALL, LEAST))
                    .or(() -> most(this::isWhere, NEARLY_ALL, LEAST)
                            .filter(where -> most(StateOfArticle::isCountry, HALF, LEAST)
                                    .filter(where::equals)
                                    .isPresent()));
        }
        return government;
    }

    /** Its body of this name: the army is another actor than the government, where the tables have it. */
    Optional<Actor> body(String noun) {
        return government()
                .map(of -> ARMY.contains(noun)
                        ? registry.byAlias(of.name() + " " + noun).orElse(of)
                        : of);
    }

    private Optional<Actor> most(Predicate<Mention> counted, double share, int least) {
        Map<String, Integer> times = new HashMap<>();
        int all = 0;
        for (Mention mention : mentions.between(0, text.length())) {
            Actor actor = mention.actor();
            if (actor != null && actor.country() != null && counted.test(mention)) {
                all++;
                times.merge(actor.country(), 1, Integer::sum);
            }
        }
        double enough = Math.max(least, share * all);
        return times.entrySet().stream()
                .filter(entry -> entry.getValue() >= enough)
                .findFirst()
                .flatMap(entry -> registry.government(entry.getKey()));
    }

    /** <em>In Kestria</em>, and not <em>Kestrian jets</em>: those who act in a country need not be of it. */
    private static boolean isCountry(Mention mention) {
        return mention.type() == EntityType.LOC;
    }

    /** <em>In Kestria, in eastern Kestria</em>, and not those who only talk of it: Torvia and Veldora agreed. */
    private boolean isWhere(Mention mention) {
        int start = mention.span().start();
        List<String> before = SourceWords.words(
                text.substring(Math.max(0, start - REACH), start).toLowerCase(Locale.ROOT));
        int last = before.size() - 1;
        boolean bearing = last > 0 && BEARINGS.contains(before.get(last).replaceFirst("ern$", ""));
        return isCountry(mention) && last >= 0 && WITHIN.contains(before.get(bearing ? last - 1 : last));
    }

    /** Whether what follows a name, in its own phrase, is a body of a state. */
    private boolean isCalledSo(int end) {
        int to = end;
        int last = Math.min(text.length(), end + REACH);
        while (to < last && ENDS.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return SourceWords.words(text.substring(end, to).toLowerCase(Locale.ROOT)).stream()
                .limit(BEHIND)
                .takeWhile(word -> !JOINING.contains(word))
                .anyMatch(StateOfArticle::isCalled);
    }
}
