package org.rashomon.annotate.speakers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.speakers.SpeakerResolver.Earlier;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.words.SourceWords;
import org.rashomon.words.WordLists;

/** Whose words a document holds: <em>a statement from the ministry, the White House report, its bulletin, the statement</em>. */
final class Documents {
    private static final Set<String> DRAFTS =
            WordLists.of("en/source-words.tsv").list("draft");
    private static final Set<String> HEADS = WordLists.of("en/source-words.tsv").list("document");
    private static final Pattern BY = Pattern.compile(
            "(?:^|.* )(\\p{Ll}+)(?: (?:released|issued|published|written|compiled|made))? (?:by|from) (?:the |an? )?(?:[\\p{L}-]+ ){0,3}$",
            Pattern.DOTALL);
    /** How far back, in UTF-16 code units, the article may have told whose a document is. */
    private static final int REACH = 3000;

    private final Article article;
    private final Mentions mentions;
    private final ActorRegistry registry;
    private final NamedHead heads;
    private final Vicinity vicinity;

    Documents(Article article, Mentions mentions, ActorRegistry registry, NamedHead heads, Vicinity vicinity) {
        this.article = article;
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
    Optional<Actor> owner(Span source, List<Mention> inside, String headWord, List<Earlier> earlier) {
        Optional<Actor> told = inside.stream()
                .filter(mention -> isOwner(source, mention, headWord))
                .map(mention -> bearer(source, inside, mention))
                .findFirst();
        if (told.isEmpty() && !DRAFTS.contains(headWord)) {
            told = byAlias(source, headWord);
        }
        if (told.isPresent() || !source.in(article.text()).equalsIgnoreCase("the " + headWord)) {
            return told;
        }
        Map<String, Actor> owners = speakers(source, headWord, earlier);
        boolean another = vicinity.spoken(source, earlier).stream()
                .anyMatch(e -> e.speaker().actor() == null
                        && vicinity.sentence(e.source()).contains(" " + headWord));
        if (owners.isEmpty() && !another) {
            owners = introduced(source, headWord);
        }
        return owners.size() == 1 ? owners.values().stream().findFirst() : Optional.empty();
    }

    /** "a study by [Institute] analyst [Lund]": the person behind the title, where one ends the words. */
    private static @Nullable Actor bearer(Span source, List<Mention> inside, Mention owner) {
        Mention last = inside.get(inside.size() - 1);
        return last.type() == EntityType.PER
                        && last.actor() != null
                        && last.span().end() == source.end()
                ? last.actor()
                : owner.actor();
    }

    /** Whether the words around a name within a document's own words make it the owner. */
    private boolean isOwner(Span source, Mention mention, String headWord) {
        if (mention.actor() == null) {
            return false;
        }
        String text = article.text();
        String before = text.substring(source.start(), mention.span().start()).toLowerCase(Locale.ROOT);
        Matcher by = BY.matcher(before);
        boolean author = mention.type() != EntityType.LOC && by.matches() && HEADS.contains(by.group(1));
        // "the Example Today Facebook page" is not Facebook's
        boolean opens = before.isBlank() || before.strip().matches("the|an?");
        // "a Council resolution" that somebody will put forward is not yet the Council's
        boolean draft = DRAFTS.contains(headWord) && before.strip().matches("an?");
        boolean body = mention.type() == EntityType.ORG
                && opens
                && !draft
                && text.startsWith(" " + headWord, mention.span().end());
        return author || body || heads.isPossessor(mention.span(), source);
    }

    /** "the Torvian army statement": the body whose name stands whole between article and noun. */
    private Optional<Actor> byAlias(Span source, String headWord) {
        String words = source.in(article.text());
        int noun = words.toLowerCase(Locale.ROOT).lastIndexOf(" " + headWord);
        String name = noun < 0 ? "" : words.substring(0, noun).replaceFirst("^(?:[Tt]he|[Aa]n?) ", "");
        return name.isEmpty() || name.equals(words)
                ? Optional.empty()
                : registry.byAlias(name).filter(actor -> actor.type() != ActorType.PERSON);
    }

    /** Who has just spoken in such a document. */
    private Map<String, Actor> speakers(Span source, String headWord, List<Earlier> earlier) {
        String text = article.text();
        Pattern issued = Pattern.compile(
                "\\b(?:in|an?|its|his|her|their) (?:[\\p{L}-]+ ){0,2}" + Pattern.quote(headWord) + "\\b");
        Map<String, Actor> owners = new LinkedHashMap<>();
        for (Earlier e : vicinity.spoken(source, earlier)) {
            Actor actor = e.speaker().actor();
            boolean same = SourceWords.headWord(e.source().in(text).toLowerCase(Locale.ROOT))
                    .equals(headWord);
            if (actor != null
                    && (same || issued.matcher(vicinity.sentence(e.source())).find())) {
                owners.put(actor.id(), actor);
            }
        }
        return owners;
    }

    /** Whose the article says that a document of the kind is, by the words before it: <em>a White House progress report</em>. */
    private Map<String, Actor> introduced(Span source, String headWord) {
        String text = article.text();
        Pattern owned = Pattern.compile("(?:['\u2019]s)?(?: [\\p{Ll}-]+){0,2} " + Pattern.quote(headWord) + "\\b");
        Map<String, Actor> owners = new LinkedHashMap<>();
        for (Mention mention : mentions.between(source.start() - REACH, source.start())) {
            Actor actor = mention.actor();
            if (actor != null
                    && (mention.type() == EntityType.ORG || mention.type() == EntityType.PER)
                    && owned.matcher(text.substring(
                                    /* beginIndex= */ mention.span().end(), source.start()))
                            .lookingAt()) {
                owners.put(actor.id(), actor);
            }
        }
        return owners;
    }
}
