package org.rashomon.annotate.speakers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.speakers.SpeakerResolver.Earlier;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.SpanWords;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.words.SourceWords;
import org.rashomon.words.WordLists;

/**
 * Which body a description without a name means: <em>the watchdog, the network, the army</em> the one of that kind that has just
 * spoken or been named, <em>a monitoring group</em> of a first sentence the one that the next sentence names.
 */
final class BodyDescriptions {
    private static final WordLists WORDS = WordLists.of("en/source-words.tsv");
    private static final Set<String> BODIES = WORDS.list("body");
    private static final Set<String> OUTLETS = WORDS.list("outlet");
    private static final Set<String> MONITORS = WORDS.list("monitor");
    private static final List<Set<String>> SAME_BODIES = List.of(WORDS.list("army"), WORDS.list("government"));
    /** In UTF-16 code units. */
    private static final int LONGEST_CUE = 24;

    /** What may stand between the article and the noun of a body: the Marn-based opposition watchdog. */
    private static final int ADJECTIVES = 3;
    /** Sentences behind a description in which its bearer may be named. */
    private static final int AHEAD = 2;

    private final CueLexicon cues = CueLexicon.load();
    private final String text;
    private final Mentions mentions;
    private final ActorRegistry registry;
    private final Vicinity vicinity;

    BodyDescriptions(Article article, Mentions mentions, ActorRegistry registry, Vicinity vicinity) {
        this.text = article.text();
        this.mentions = mentions;
        this.registry = registry;
        this.vicinity = vicinity;
    }

    /** "the watchdog, the network": the one body of that kind that has just spoken; where none has, the one that the sentence before names. */
    Optional<Actor> spoken(Source source) {
        String noun = source.noun();
        boolean isBody = OUTLETS.contains(noun) || BODIES.contains(noun);
        if (!isBody || source.bare().size() > 2 + ADJECTIVES || isNamed(source)) {
            return Optional.empty();
        }
        int start = source.span().start();
        Map<String, Actor> spoken = new LinkedHashMap<>();
        int last = start;
        for (Earlier e : vicinity.spoken(source)) {
            Actor actor = e.speaker().actor();
            if (actor != null && isOfKind(actor, noun)) {
                spoken.put(actor.id(), actor);
                last = e.extent().end();
            }
        }
        int before = vicinity.sentenceBefore(source.span());
        if (spoken.isEmpty()) {
            return only(named(before, start, noun));
        }
        boolean rival = actors(mentions.between(Math.min(last, before), start))
                .anyMatch(actor -> isOfKind(actor, noun) && !spoken.containsKey(actor.id()));
        return rival ? Optional.empty() : only(spoken.values());
    }

    private static boolean isNamed(Source source) {
        return SourceWords.words(source.words()).stream()
                .limit(source.bare().size())
                .skip(1)
                .anyMatch(word -> Character.isUpperCase(word.codePointAt(0)) && !word.endsWith("-based"));
    }

    /** Bodies of a kind that a stretch of text names, where all of them say something, though perhaps nothing that was made a claim. */
    private List<Actor> named(int from, int to, String noun) {
        List<Mention> named = mentions.between(from, to).stream()
                .filter(mention -> mention.type() == EntityType.ORG)
                .filter(mention -> mention.actor() != null && isOfKind(mention.actor(), noun))
                .toList();
        return named.stream().allMatch(this::speaks) ? actors(named).toList() : List.of();
    }

    private boolean speaks(Mention body) {
        List<String> behind =
                SourceWords.words(SpanWords.behind(text, body.span().end(), LONGEST_CUE));
        return !behind.isEmpty() && cues.lookup(behind.get(0)).isPresent();
    }

    /**
     * "a monitoring group" that the next sentences name: the one body in them that monitors by its name, where the article names no other
     * before them. A lead may speak of a body that is named anywhere in the article.
     */
    Optional<Actor> namedNext(Source source) {
        boolean monitoring = source.bare().stream().anyMatch(WORDS.list("monitoring")::contains);
        if (!MONITORS.contains(source.noun()) && !(monitoring && BODIES.contains(source.noun()))) {
            return Optional.empty();
        }
        List<Actor> named = monitors(vicinity.sentencesAfter(source.span(), AHEAD));
        return named.isEmpty() && vicinity.isLead(source.span())
                ? only(monitors(vicinity.sentencesAfter(source.span())))
                : only(named);
    }

    /**
     * Bodies that monitor by their name, up to the last of these sentences; what a longer name of the article begins with is that one:
     * <em>the Marn-based Observatory</em> beside <em>the Kestrian Observatory for Human Rights</em>.
     */
    private List<Actor> monitors(List<Sentence> sentences) {
        int end = sentences.isEmpty()
                ? 0
                : sentences.get(sentences.size() - 1).span().end();
        List<Actor> all = actors(mentions.between(0, end))
                .filter(BodyDescriptions::isMonitor)
                .toList();
        return all.stream()
                .filter(actor -> all.stream().noneMatch(other -> isShortFor(actor, other)))
                .toList();
    }

    private static boolean isShortFor(Actor shorter, Actor longer) {
        String noun = SourceWords.headWord(longer.name());
        return MONITORS.contains(noun)
                && !longer.name().toLowerCase(Locale.ROOT).endsWith(noun)
                && shorter.name().toLowerCase(Locale.ROOT).endsWith(noun);
    }

    /** "the army, the administration": that of the one state of whose the sentence before names it so. */
    Optional<Actor> ofState(Source source) {
        String noun = source.noun();
        if (source.bare().size() != 2 || !WORDS.list("ofstate").contains(noun)) {
            return Optional.empty();
        }
        int start = source.span().start();
        List<Actor> owners = new ArrayList<>();
        for (Mention mention : mentions.between(vicinity.sentenceBefore(source.span()), start)) {
            String name = mention.span().in(text);
            List<String> behind =
                    SourceWords.words(text.substring(mention.span().end(), start));
            String next = behind.isEmpty()
                            || !text.startsWith(
                                    " " + behind.get(0), mention.span().end())
                    ? ""
                    : behind.get(0);
            if (isSameBody(next, noun)) {
                registry.byAlias(name + " " + next)
                        .or(() -> registry.byAlias(name + " " + noun))
                        .ifPresent(owners::add);
            } else if (mention.type() == EntityType.ORG && isSameBody(SourceWords.headWord(name), noun)) {
                actors(List.of(mention)).forEach(owners::add);
            }
        }
        return only(owners);
    }

    /** Whether two words are one for the same body: the army is the military, the regime the government. */
    private static boolean isSameBody(String one, String other) {
        return one.equals(other) || SAME_BODIES.stream().anyMatch(same -> same.contains(one) && same.contains(other));
    }

    private static Stream<Actor> actors(List<Mention> mentions) {
        return mentions.stream().map(Mention::actor).filter(Objects::nonNull);
    }

    /** The one actor among these, however often it stands there. */
    private static Optional<Actor> only(Collection<Actor> found) {
        return found.stream().map(Actor::id).distinct().count() == 1
                ? found.stream().findFirst()
                : Optional.empty();
    }

    private static boolean isMonitor(Actor actor) {
        return actor.type() == ActorType.ORGANISATION
                && SourceWords.words(actor.name().toLowerCase(Locale.ROOT)).stream()
                        .anyMatch(MONITORS::contains);
    }

    /** Whether a noun can mean a body: a monitor is one that monitors by its name. */
    private static boolean isOfKind(Actor actor, String noun) {
        boolean outlet = OUTLETS.contains(noun);
        return switch (actor.type()) {
            case OUTLET -> outlet && !MONITORS.contains(noun);
            case ORGANISATION -> MONITORS.contains(noun) ? isMonitor(actor) : !outlet || noun.equals("agency");
            // only a bare group may be one that fights
            case ARMED_GROUP -> noun.equals("group");
            default -> false;
        };
    }
}
