package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.speakers.SpeakerResolver;
import org.rashomon.annotate.speakers.Spoken;
import org.rashomon.annotate.speakers.StateOfArticle;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Speaker;
import org.rashomon.words.PersonWords;
import org.rashomon.words.SourceWords;
import org.rashomon.words.Tsv;
import org.rashomon.words.WordLists;

/**
 * Whom the words mean at which a claim is aimed: a name, a description, the means with which a state acts (<em>Russian jets</em>), the
 * regime that an article speaks of. <em>Syrian rebels</em> are not the Syrian government.
 */
final class AimedActors {
    private static final Set<String> MEANS =
            WordLists.of("en/incident-words.tsv").list("means");
    private static final WordLists SOURCES = WordLists.of("en/source-words.tsv");
    private static final Set<String> SELF = Set.of("i", "we", "us", "our", "ours", "me", "my");
    private static final Set<String> PRONOUNS = Stream.of("personal", "plural", "neuter")
            .flatMap(list -> SOURCES.list(list).stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> EMPTY =
            Set.of("the", "a", "an", "of", "and", "or", "s", "'s", "their", "his", "its", "to", "that");
    /** Who fights for a group, behind its name: ISIL militants. */
    private static final Set<String> MEMBERS = SOURCES.list("member");
    /** Heads of descriptions of people and bodies. */
    private static final Set<String> PEOPLE = Stream.of(
                    Tsv.words("en/acting-words.tsv"),
                    Tsv.words("en/aimed-words.tsv"),
                    Tsv.pairs("en/group-words.tsv").keySet(),
                    PersonWords.of(PersonWords.Use.NAME),
                    PersonWords.of(PersonWords.Use.TITLE),
                    PersonWords.of(PersonWords.Use.SOURCE))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    /** Words between a state's name and what it acts with: the Syrian military's fighter jets. */
    private static final int BETWEEN = 3;

    /** How much behind a name, in UTF-16 code units, tells what it is called. */
    private static final int REACH = 30;

    private final Article article;
    private final Mentions mentions;
    private final SpeakerResolver resolver;
    private final Spoken spoken;
    private final ActorRegistry registry;

    /**
     * @param resolver knows whom names and descriptions of the article mean
     * @param spoken everybody who speaks in the article
     */
    AimedActors(Article article, Mentions mentions, SpeakerResolver resolver, Spoken spoken, ActorRegistry registry) {
        this.article = article;
        this.mentions = mentions;
        this.resolver = resolver;
        this.spoken = spoken;
        this.registry = registry;
    }

    /**
     * Somebody meant.
     *
     * @param actor null where none is known
     */
    record Meant(@Nullable Actor actor, String label, Span span) {}

    /**
     * Whom words of a claim mean; several where they join several.
     *
     * @param doers whether those are asked for who do a deed: whom it is done to is left out then
     */
    List<Meant> of(Span words, Attribution attribution, Speaker speaker, boolean doers) {
        List<Meant> meant = new ArrayList<>();
        for (Span part : parts(whole(words))) {
            boolean beside = doers
                    ? Undergoers.isOne(article.text(), part, nameEnd(part))
                    : Undergoers.isBeside(article.text(), part);
            if (beside) {
                continue;
            }
            String label = part.in(article.text()).replace('\n', ' ');
            Actor actor = actor(part, label, attribution, speaker);
            meant.add(new Meant(doers ? acting(actor, part) : actor, label, part));
        }
        return meant;
    }

    /**
     * Whether words for which nobody is known can still mean somebody: a name, people, a body, or what it acts with. The reader marks word by
     * word; <em>gates, Saturdays, the downing</em> and pronouns that nobody resolves tell a reader of nobody.
     */
    static boolean isSomebody(String label) {
        List<String> words = SourceWords.words(label.toLowerCase(Locale.ROOT));
        return words.stream().anyMatch(word -> PEOPLE.contains(word) || MEANS.contains(word) || MEMBERS.contains(word));
    }

    /** Whether a person, a body or a people is named within. */
    boolean isNamed(Span words) {
        return mentions.in(words).stream()
                .anyMatch(mention -> mention.actor() != null
                        || mention.type() == EntityType.PER
                        || mention.type() == EntityType.ORG
                        || mention.type() == EntityType.NORP);
    }

    /** <em>Forces loyal to its president</em> are his government's, and not he. */
    private @Nullable Actor acting(@Nullable Actor actor, Span words) {
        if (actor == null || actor.type() != ActorType.PERSON) {
            return actor;
        }
        boolean forces = Undergoers.isOfForces(article.text(), words, mentions.in(words));
        return forces ? registry.governmentLedBy(actor).orElse(null) : actor;
    }

    private int nameEnd(Span words) {
        return mentions.in(words).stream()
                .mapToInt(mention -> mention.span().end())
                .max()
                .orElse(words.end());
    }

    /** The words with all of a name that they cut: the reader tells word by word, and a part of a name names nobody. */
    private Span whole(Span words) {
        int start = words.start();
        int end = words.end();
        for (Mention mention : mentions.overlapping(words)) {
            start = Math.min(start, mention.span().start());
            end = Math.max(end, mention.span().end());
        }
        return new Span(ownerStart(start, end), end);
    }

    /** Where the adjective begins that says whose a body or its means are, if it stands right before: <em>the Kestrian [regime]</em>. */
    private int ownerStart(int start, int end) {
        String first = SourceWords.words(article.text().substring(start, end).toLowerCase(Locale.ROOT)).stream()
                .findFirst()
                .orElse("");
        return !StateOfArticle.isCalled(first) && !MEANS.contains(first)
                ? start
                : mentions.between(Math.max(0, start - REACH), start).stream()
                        .filter(mention -> mention.type() == EntityType.NORP
                                && mention.span().end() + 1 == start)
                        .mapToInt(mention -> mention.span().start())
                        .findFirst()
                        .orElse(start);
    }

    /** The stretches around commas and <em>and</em> that hold a name each; the words themselves where one part holds none. */
    private List<Span> parts(Span words) {
        List<Mention> inside = mentions.in(words);
        List<Span> parts = new ArrayList<>();
        int from = words.start();
        for (int i = 1; i < inside.size(); i++) {
            int gap = inside.get(i - 1).span().end();
            String between = article.text()
                    .substring(gap, Math.max(gap, inside.get(i).span().start()));
            int joint = joint(between);
            if (joint >= 0) {
                add(parts, from, gap + joint);
                from = gap + joint + length(between, joint);
            }
        }
        add(parts, from, words.end());
        return parts;
    }

    private static int joint(String between) {
        for (String word : List.of(" and ", " or ", ", ", "& ", " nor ")) {
            int at = between.indexOf(word);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static int length(String between, int joint) {
        return between.startsWith(",", joint) ? 1 : between.indexOf(' ', joint + 1) - joint;
    }

    private void add(List<Span> parts, int from, int to) {
        String text = article.text();
        int start = from;
        int end = to;
        while (start < end && !Character.isLetterOrDigit(text.codePointAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end && !isEmptyWord(text.substring(start, end))) {
            parts.add(new Span(start, end));
        }
    }

    private static boolean isEmptyWord(String words) {
        return EMPTY.contains(words.toLowerCase(Locale.ROOT));
    }

    private @Nullable Actor actor(Span words, String label, Attribution attribution, Speaker speaker) {
        String lower = label.toLowerCase(Locale.ROOT);
        if (SELF.contains(lower)) {
            return speaker.actor();
        }
        if (PRONOUNS.contains(lower)) {
            return null;
        }
        List<String> parts = SourceWords.words(lower);
        boolean means = parts.stream().anyMatch(MEANS::contains);
        boolean unnamed =
                mentions.overlapping(words).isEmpty() && parts.stream().anyMatch(StateOfArticle::isCalled);
        // whose regime is meant is what the whole article says, and not who was named last
        return unnamed
                ? resolver.stateOfArticle().government().orElse(null)
                : ofState(words, means).or(() -> resolved(words, attribution)).orElse(null);
    }

    /** The state named before what it acts with, or alone. */
    private Optional<Actor> ofState(Span words, boolean means) {
        List<Mention> inside = mentions.in(words).stream()
                .filter(mention -> mention.actor() != null)
                .toList();
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        Mention last = inside.get(inside.size() - 1);
        boolean alone = last.span().end() == words.end();
        if (alone && inside.size() == 1 && (last.type() != EntityType.NORP || sharesMeans(words))) {
            return Optional.ofNullable(last.actor());
        }
        List<String> behind = SourceWords.words(
                article.text().substring(last.span().end(), words.end()).toLowerCase(Locale.ROOT));
        if (isGroup(last) && inside.size() == 1 && MEMBERS.containsAll(behind)) {
            return Optional.ofNullable(last.actor());
        }
        boolean near = behind.size() <= BETWEEN;
        boolean acts = last.type() == EntityType.NORP || last.type() == EntityType.LOC || leads(last);
        return means && near && acts ? Optional.ofNullable(last.actor()) : Optional.empty();
    }

    /** <em>Russian or Syrian aircraft</em>: whether an adjective has its noun behind it, be it in common with another. */
    private boolean sharesMeans(Span adjective) {
        return wordsBehind(adjective.end()).stream().limit(BETWEEN).anyMatch(MEANS::contains);
    }

    private static boolean isGroup(Mention mention) {
        Actor actor = mention.actor();
        return actor != null && actor.type() == ActorType.ARMED_GROUP;
    }

    private static boolean leads(Mention mention) {
        Actor actor = mention.actor();
        return actor != null && (actor.type() == ActorType.GOVERNMENT || actor.type() == ActorType.PERSON);
    }

    /** Whom a name or a description means; words in which nothing is named make nobody known. */
    private Optional<Actor> resolved(Span words, Attribution attribution) {
        boolean part = article.text().startsWith("-", words.end()) || Undergoers.holdsPart(words.in(article.text()));
        if (part) {
            return Optional.empty();
        }
        Attribution asked =
                new Attribution(List.of(words), attribution.cue(), attribution.content(), attribution.quote(), true, 1);
        boolean named = !mentions.overlapping(words).isEmpty();
        return Optional.ofNullable(resolver.resolve(asked, spoken).speaker().actor())
                .filter(actor -> named || registry.byId(actor.id()).isPresent());
    }

    private List<String> wordsBehind(int end) {
        String text = article.text();
        return SourceWords.words(
                text.substring(end, Math.min(text.length(), end + REACH)).toLowerCase(Locale.ROOT));
    }
}
