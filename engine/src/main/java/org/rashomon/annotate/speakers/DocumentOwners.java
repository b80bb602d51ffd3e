package org.rashomon.annotate.speakers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.annotate.speakers.SpeakerResolver.Earlier;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.words.SourceWords;
import org.rashomon.words.WordLists;

/** Whose words a document holds: <em>a statement from the ministry, the White House report, its bulletin, the statement</em>. */
final class DocumentOwners {
    private static final WordLists WORDS = WordLists.of("en/source-words.tsv");
    private static final Set<String> DRAFTS = WORDS.list("draft");
    private static final Set<String> HEADS = WORDS.list("document");
    private static final Set<String> FORMATIVES = WORDS.list("formative");
    private static final Set<String> ARTICLES = Set.of("", "the", "a", "an");
    private static final PhrasePattern ISSUED = PhrasePattern.of("en/source-constructions.tsv", "issued");
    private static final PhrasePattern AUTHOR = PhrasePattern.of("en/source-constructions.tsv", "author");
    private static final PhrasePattern AUTHORS_MESSAGE =
            PhrasePattern.of("en/source-constructions.tsv", "authors message");
    /** How far back, in UTF-16 code units, the article may have told whose a document is. */
    private static final int REACH = 3000;
    /** Adjectives, at most, between a document and the word before that tells whose it is. */
    private static final int ADJECTIVES = 2;
    /** In UTF-16 code units: a document behind its owner's name. */
    private static final int LONGEST_NAME = 80;

    private final String text;
    private final Mentions mentions;
    private final ActorRegistry registry;
    private final NamedHead heads;
    private final Vicinity vicinity;

    DocumentOwners(Article article, Mentions mentions, ActorRegistry registry, NamedHead heads, Vicinity vicinity) {
        this.text = article.text();
        this.mentions = mentions;
        this.registry = registry;
        this.heads = heads;
        this.vicinity = vicinity;
    }

    /** Whether the word, in lower case, heads what is written or shown and not who speaks. */
    static boolean isDocument(String head) {
        return HEADS.contains(head);
    }

    /**
     * A document's owner: its possessor, the body before the noun, who it is said to be by; of <em>the report, the statement</em> the one
     * who has just spoken in one, or whose the article has last said that it is.
     */
    Optional<Actor> owner(Source source) {
        Optional<Actor> told = source.inside().stream()
                .filter(mention -> mention.actor() != null && isOwner(source, mention))
                .map(mention -> bearer(source, mention))
                .findFirst()
                .or(() -> byAlias(source));
        if (told.isPresent() || !source.span().in(text).equalsIgnoreCase("the " + source.head())) {
            return told;
        }
        Map<String, Actor> owners = speakers(source);
        boolean another = vicinity.spoken(source).stream()
                .filter(e -> e.speaker().actor() == null)
                .anyMatch(e -> vicinity.sentence(e.source()).contains(" " + source.head()));
        if (owners.isEmpty() && !another) {
            owners = introduced(source);
        }
        return owners.size() == 1 ? owners.values().stream().findFirst() : Optional.empty();
    }

    /** "a study by [Institute] analyst [Lund]": the person behind the title, where one ends the words. */
    private static @Nullable Actor bearer(Source source, Mention owner) {
        Mention last = source.inside().get(source.inside().size() - 1);
        boolean person = last.type() == EntityType.PER
                && last.span().end() == source.span().end();
        return person && last.actor() != null ? last.actor() : owner.actor();
    }

    /** Whether the words around a name within a document's own words make it the owner. */
    private boolean isOwner(Source source, Mention mention) {
        String before = text.substring(source.span().start(), mention.span().start())
                .toLowerCase(Locale.ROOT)
                .strip();
        if (heads.isPossessor(mention.span(), source.span())) {
            return true;
        }
        // "the Example Today Facebook page" is not Facebook's
        boolean body = mention.type() == EntityType.ORG
                && ARTICLES.contains(before)
                && text.startsWith(" " + source.head(), mention.span().end());
        // "a Council resolution" that somebody will put forward is not yet the Council's
        boolean draft = DRAFTS.contains(source.head()) && before.startsWith("a");
        // "a letter from Torvia" is the state's, where a report from there may be anybody's
        boolean author =
                mention.type() == EntityType.LOC ? isSender(before) && isState(source, mention) : isAuthor(before);
        return (body && !draft) || author;
    }

    private static boolean isSender(String before) {
        return AUTHORS_MESSAGE.closes(TextWords.of(before));
    }

    /** Whether a name is a state's, and no part of another's: <em>U.S. Gen. Ana Lund</em>. */
    private boolean isState(Source source, Mention mention) {
        Actor actor = mention.actor();
        String behind =
                text.substring(mention.span().end(), source.span().end()).strip();
        return actor != null
                && actor.type() == ActorType.GOVERNMENT
                && (behind.isEmpty() || !Character.isUpperCase(behind.charAt(0)));
    }

    /** Whether the words before a name are those of a document by or from somebody. */
    private static boolean isAuthor(String before) {
        TextWords words = TextWords.of(before);
        return AUTHOR.closing(words)
                .filter(by -> HEADS.contains(words.lower(by.from() - 1)))
                .isPresent();
    }

    /** "the Torvian army statement": the body whose name stands whole between article and noun. */
    private Optional<Actor> byAlias(Source source) {
        String words = source.span().in(text);
        int noun = words.toLowerCase(Locale.ROOT).lastIndexOf(" " + source.head());
        String name = noun < 0 ? "" : words.substring(0, noun);
        int first = name.indexOf(' ');
        boolean article =
                first > 0 && ARTICLES.contains(name.substring(0, first).toLowerCase(Locale.ROOT));
        String body = article ? name.substring(first + 1) : name;
        return body.isEmpty() || DRAFTS.contains(source.head())
                ? Optional.empty()
                : registry.byAlias(body).filter(actor -> actor.type() != ActorType.PERSON);
    }

    /** Who has just spoken in such a document. */
    private Map<String, Actor> speakers(Source source) {
        Map<String, Actor> owners = new LinkedHashMap<>();
        for (Earlier e : vicinity.spoken(source)) {
            Actor actor = e.speaker().actor();
            boolean same = SourceWords.headWord(e.source().in(text)).equals(source.head());
            boolean reported = source.head().equals("report") && actor != null && actor.type() == ActorType.OUTLET;
            if (actor != null && (same || reported || isIssued(vicinity.sentence(e.source()), source.head()))) {
                owners.put(actor.id(), actor);
            }
        }
        return owners;
    }

    /** Whether a sentence tells of a document as its speaker's: in a statement, its latest report. */
    private static boolean isIssued(String sentence, String document) {
        List<String> words = TextWords.of(sentence).words();
        return IntStream.range(0, words.size())
                .filter(i -> words.get(i).equals(document))
                .anyMatch(i -> words.subList(Math.max(0, i - ADJECTIVES - 1), i).stream()
                        .anyMatch(FORMATIVES::contains));
    }

    /** Whose the article says that a document of the kind is, by the words before it: <em>a White House progress report</em>. */
    private Map<String, Actor> introduced(Source source) {
        int start = source.span().start();
        Map<String, Actor> owners = new LinkedHashMap<>();
        for (Mention mention : mentions.between(start - REACH, start)) {
            Actor actor = mention.actor();
            boolean able = mention.type() == EntityType.ORG || mention.type() == EntityType.PER;
            if (actor != null && ((able && isOwned(mention, source)) || isIssuedBy(mention, source))) {
                owners.put(actor.id(), actor);
            }
        }
        return owners;
    }

    /** "The council issued a statement". */
    private boolean isIssuedBy(Mention issuer, Source source) {
        int end = issuer.span().end();
        String behind = text.substring(end, Math.min(source.span().start(), end + LONGEST_NAME));
        TextWords words = TextWords.of(behind);
        return ISSUED.find(words)
                .map(found -> words.words().subList(found.end(), Math.min(words.size(), found.end() + ADJECTIVES + 1)))
                .filter(named -> named.contains(source.head()))
                .isPresent();
    }

    private boolean isOwned(Mention owner, Source source) {
        int end = owner.span().end();
        String behind = text.substring(end, Math.min(source.span().start(), end + LONGEST_NAME));
        List<String> words = TextWords.of(behind).words();
        int from = !words.isEmpty() && words.get(0).equals("'s") ? 1 : 0;
        int noun = words.indexOf(source.head());
        return noun >= from
                && noun <= from + ADJECTIVES
                && words.subList(from, noun).stream().allMatch(word -> Character.isLowerCase(word.codePointAt(0)));
    }
}
