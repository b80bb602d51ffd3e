package org.rashomon.annotate.speakers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.speakers.SpeakerResolver.Earlier;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.words.SourceWords;
import org.rashomon.words.WordLists;

/**
 * Which body a description without a name means: <em>the watchdog, the network, the army</em> the one of that kind that has just
 * spoken or been named, <em>a monitoring group</em> of a first sentence the one that the next sentence names.
 */
final class Bodies {
    private static final Set<String> BODIES =
            WordLists.of("en/source-words.tsv").list("body");
    private static final Set<String> OUTLETS =
            WordLists.of("en/source-words.tsv").list("outlet");
    private static final Set<String> STATE_BODIES =
            WordLists.of("en/source-words.tsv").list("ofstate");
    private static final Set<String> MONITORS =
            WordLists.of("en/source-words.tsv").list("monitor");
    private static final Set<String> MONITORING =
            WordLists.of("en/source-words.tsv").list("monitoring");
    private static final Set<String> ARMIES = Set.of("army", "military");
    private static final Set<String> GOVERNMENTS = Set.of("government", "regime", "administration");
    private static final Pattern NEXT_WORD = Pattern.compile(" (\\p{Ll}+)\\b");
    private static final Pattern ACCORDING = Pattern.compile("(?i)\\baccording to (?:the )?(?:[\\p{L}]+-based )?$");
    /** In UTF-16 code units. */
    private static final int LONGEST_CUE = 24;

    /** What may stand between the article and the noun of a body: the Marn-based opposition watchdog. */
    private static final int ADJECTIVES = 3;
    /** Sentences behind a description in which its bearer may be named. */
    private static final int AHEAD = 2;

    private final CueLexicon cues = CueLexicon.load();
    private final Article article;
    private final Mentions mentions;
    private final ActorRegistry registry;
    private final Vicinity vicinity;

    Bodies(Article article, Mentions mentions, ActorRegistry registry, Vicinity vicinity) {
        this.article = article;
        this.mentions = mentions;
        this.registry = registry;
        this.vicinity = vicinity;
    }

    /**
     * "the watchdog, the network": the one body of that kind that has just spoken; where none has, the one that the sentence before names.
     *
     * @param tokens words of the description in lower case, without a relative clause
     */
    Optional<Actor> spoken(Span source, List<String> tokens, List<Earlier> earlier) {
        String noun = tokens.get(tokens.size() - 1);
        boolean outlet = OUTLETS.contains(noun);
        boolean named = SourceWords.words(source.in(article.text())).stream()
                .limit(tokens.size())
                .skip(1)
                .anyMatch(word -> Character.isUpperCase(word.codePointAt(0)) && !word.endsWith("-based"));
        if (!outlet && !BODIES.contains(noun) || tokens.size() > 2 + ADJECTIVES || named) {
            return Optional.empty();
        }
        Map<String, Actor> spoken = new LinkedHashMap<>();
        int last = source.start();
        for (Earlier e : vicinity.spoken(source, earlier)) {
            Actor actor = e.speaker().actor();
            if (actor != null && isOfKind(actor, outlet, noun)) {
                spoken.put(actor.id(), actor);
                last = e.extent().end();
            }
        }
        if (spoken.isEmpty()) {
            return only(named(vicinity.sentenceBefore(source), source.start(), outlet, noun));
        }
        int since = Math.min(last, vicinity.sentenceBefore(source));
        boolean rival = mentions.between(since, source.start()).stream()
                .map(Mention::actor)
                .anyMatch(actor -> actor != null && isOfKind(actor, outlet, noun) && !spoken.containsKey(actor.id()));
        return rival ? Optional.empty() : only(spoken);
    }

    /** Whether a body says something, though perhaps nothing that was made a claim. */
    private boolean speaks(int from, Mention body) {
        String text = article.text();
        List<String> behind = SourceWords.words(text.substring(
                body.span().end(), Math.min(text.length(), body.span().end() + LONGEST_CUE)));
        return !behind.isEmpty() && cues.lookup(behind.get(0)).isPresent()
                || ACCORDING.matcher(text.substring(from, body.span().start())).find();
    }

    /** Bodies of a kind that a stretch of text names, where all of them say something; none where one does not. */
    private Map<String, Actor> named(int from, int to, boolean outlet, String noun) {
        Map<String, Actor> named = new LinkedHashMap<>();
        boolean speaks = true;
        for (Mention mention : mentions.between(from, to)) {
            Actor actor = mention.actor();
            if (actor != null && mention.type() == EntityType.ORG && isOfKind(actor, outlet, noun)) {
                named.put(actor.id(), actor);
                speaks &= speaks(from, mention);
            }
        }
        return speaks ? named : Map.of();
    }

    /**
     * "a monitoring group" that the next sentences name: the one body in them that monitors by its name, where the article names no other
     * before them. A lead may speak of a body that is named anywhere in the article.
     *
     * @param tokens words of the description in lower case, without a relative clause
     */
    Optional<Actor> namedNext(Span source, List<String> tokens) {
        String noun = tokens.get(tokens.size() - 1);
        boolean monitors = MONITORS.contains(noun)
                || BODIES.contains(noun) && tokens.stream().anyMatch(MONITORING::contains);
        if (!monitors) {
            return Optional.empty();
        }
        Map<String, Actor> named = monitors(vicinity.sentencesAfter(source, AHEAD));
        return only(named.isEmpty() && vicinity.isLead(source) ? monitors(vicinity.sentencesAfter(source)) : named);
    }

    /** Bodies that monitor by their name, up to the last of these sentences. */
    private Map<String, Actor> monitors(List<Sentence> sentences) {
        Map<String, Actor> named = new LinkedHashMap<>();
        if (!sentences.isEmpty()) {
            int end = sentences.get(sentences.size() - 1).span().end();
            for (Mention mention : mentions.between(0, end)) {
                Actor actor = mention.actor();
                if (actor != null && isMonitor(actor)) {
                    named.put(actor.id(), actor);
                }
            }
        }
        return named;
    }

    /** "the army, the administration": that of the one state of whose the sentence before names it so. */
    Optional<Actor> ofState(Span source, List<String> tokens) {
        String noun = tokens.get(tokens.size() - 1);
        if (tokens.size() != 2 || !STATE_BODIES.contains(noun)) {
            return Optional.empty();
        }
        String text = article.text();
        Map<String, Actor> owners = new LinkedHashMap<>();
        for (Mention mention : mentions.between(vicinity.sentenceBefore(source), source.start())) {
            int end = mention.span().end();
            Matcher behind = NEXT_WORD.matcher(text.substring(end, source.start()));
            String name = mention.span().in(text);
            if (behind.lookingAt() && isSameBody(behind.group(1), noun)) {
                registry.byAlias(name + " " + behind.group(1))
                        .or(() -> registry.byAlias(name + " " + noun))
                        .ifPresent(actor -> owners.put(actor.id(), actor));
            } else if (mention.actor() != null
                    && mention.type() == EntityType.ORG
                    && isSameBody(SourceWords.headWord(name.toLowerCase(Locale.ROOT)), noun)) {
                owners.put(mention.actor().id(), mention.actor());
            }
        }
        return only(owners);
    }

    /** Whether two words are one for the same body: the army is the military, the regime the government. */
    private static boolean isSameBody(String one, String other) {
        return one.equals(other)
                || ARMIES.contains(one) && ARMIES.contains(other)
                || GOVERNMENTS.contains(one) && GOVERNMENTS.contains(other);
    }

    private static Optional<Actor> only(Map<String, Actor> found) {
        return found.size() == 1 ? found.values().stream().findFirst() : Optional.empty();
    }

    private static boolean isMonitor(Actor actor) {
        return actor.type() == ActorType.ORGANISATION
                && SourceWords.words(actor.name().toLowerCase(Locale.ROOT)).stream()
                        .anyMatch(MONITORS::contains);
    }

    /** Whether a noun can mean a body: a monitor is one that monitors by its name. */
    private static boolean isOfKind(Actor actor, boolean outlet, String noun) {
        if (MONITORS.contains(noun) && !isMonitor(actor)) {
            return false;
        }
        return switch (actor.type()) {
            case OUTLET -> outlet;
            case ORGANISATION -> !outlet || noun.equals("agency");
            // only a bare group may be one that fights
            case ARMED_GROUP -> noun.equals("group");
            default -> false;
        };
    }
}
