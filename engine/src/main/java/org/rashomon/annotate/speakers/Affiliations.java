package org.rashomon.annotate.speakers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.HyphenatedNames;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.SpanWords;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.words.PersonWords;
import org.rashomon.words.SourceWords;
import org.rashomon.words.WordLists;

/**
 * For whom a speaker speaks, by the words of the source: <em>a Kestrian army spokesman, the director of the Observatory</em>. Other
 * names there (where somebody stands, what they were asked about, who called them something) are no affiliation.
 */
final class Affiliations {
    private static final String TABLE = "en/source-constructions.tsv";
    private static final PhrasePattern OFFICIAL = PhrasePattern.of(TABLE, "official");
    private static final PhrasePattern SPOKEN_FOR = PhrasePattern.of(TABLE, "spoken-for");
    private static final Set<String> PARTED =
            WordLists.of("en/source-words.tsv").list("parted");
    /** A role or a name, and the word that ties a body to it. */
    private static final Pattern ROLE_BEFORE = Pattern.compile(
            "([\\p{L}-]+),?(?: now)?(?: (?:of|for) [\\p{Ll} -]{2,25})? (of|for|at|with|in|from)(?: (?:the|an?))?(?: [\\p{L}-]+){0,3} $");

    private static final Set<String> ROLES = WordLists.of("en/source-words.tsv").list("role");
    private static final Set<String> REPORTERS =
            WordLists.of("en/source-words.tsv").list("reporter");
    /** Words behind a body's name among which a role is looked for. */
    private static final int ROLE_WORDS = 4;
    /** How far behind a name, in UTF-16 code units, it is looked for where the source ends before. */
    private static final int ROLE_REACH = 40;

    /** The same before a name. */
    private static final int BODY_REACH = 60;

    private final String text;
    private final Mentions mentions;

    Affiliations(Article article, Mentions mentions) {
        this.text = article.text();
        this.mentions = mentions;
    }

    /**
     * Name of the one body or state that the words of a source say its speaker serves, or null.
     *
     * @param inside mentions in the source
     * @param head the mention that names the speaker, or null
     */
    @Nullable
    String in(Span source, List<Mention> inside, @Nullable Mention head) {
        Set<String> names = new LinkedHashSet<>();
        for (Mention mention : inside) {
            Actor actor = mention.actor();
            if (actor != null && !mention.equals(head) && serves(source, mention, actor)) {
                names.add(actor.name());
            }
        }
        // "British and US officials": two sides are no affiliation
        return names.size() == 1 ? names.iterator().next() : null;
    }

    private boolean serves(Span source, Mention mention, Actor actor) {
        Span span = mention.span();
        String before = text.substring(source.start(), span.start());
        if (mention.type() == EntityType.PER || HyphenatedNames.isPart(text, span) || isParted(before)) {
            return false;
        }
        int end = Math.max(source.end(), Math.min(text.length(), span.end() + ROLE_REACH));
        String behind = text.substring(span.end(), end);
        // a nationality tells of office only before its words: Russian officials, not a Syrian activist
        boolean role = mention.type() == EntityType.ORG ? hasRole(behind, actor) : OFFICIAL.opens(TextWords.of(behind));
        return role || isTied(before, mention.type());
    }

    private static boolean isParted(String before) {
        return SourceWords.words(before).stream().anyMatch(word -> PARTED.contains(word) || word.startsWith("ex-"));
    }

    private static boolean hasRole(String behind, Actor actor) {
        List<String> roles = TextWords.of(behind).words().stream()
                .skip(behind.startsWith("'s") || behind.startsWith("\u2019s") ? 1 : 0)
                .limit(ROLE_WORDS)
                .takeWhile(word -> Character.isLetter(word.codePointAt(0)))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> REPORTERS.contains(word) || isRole(word))
                .toList();
        return !roles.isEmpty() && (!REPORTERS.contains(roles.get(0)) || actor.type() == ActorType.OUTLET);
    }

    private static boolean isTied(String before, EntityType type) {
        Matcher found = ROLE_BEFORE.matcher(before);
        if (!found.find()) {
            return false;
        }
        String role = found.group(1);
        String lower = role.toLowerCase(Locale.ROOT);
        return switch (type) {
            case ORG -> isRole(lower) || Character.isUpperCase(role.codePointAt(0));
            // a minister of a state serves it, a teacher in it need not
            case LOC -> PersonWords.isTitleWord(lower) && Set.of("of", "for").contains(found.group(2));
            default -> false;
        };
    }

    private static boolean isRole(String lower) {
        return PersonWords.isTitleWord(lower) || SourceWords.COMMON_HEADS.contains(lower) || ROLES.contains(lower);
    }

    /** "ministry spokesman N": the one ministry that the article named before; two ministries, and the words do not tell. */
    @Nullable
    String bodyBefore(Mention person) {
        int start = person.span().start();
        TextWords before = TextWords.of(SpanWords.before(text, start, BODY_REACH));
        PhrasePattern.Found body = SPOKEN_FOR.closing(before).orElse(null);
        if (body == null) {
            return null;
        }
        String noun = " " + before.word(body.from());
        List<String> named = mentions.between(0, start).stream()
                .filter(m -> m.type() == EntityType.ORG)
                .filter(m -> m.span().in(text).toLowerCase(Locale.ROOT).endsWith(noun))
                .map(Mention::actor)
                .filter(Objects::nonNull)
                .map(Actor::name)
                .distinct()
                .toList();
        return named.size() == 1 ? named.get(0) : null;
    }
}
