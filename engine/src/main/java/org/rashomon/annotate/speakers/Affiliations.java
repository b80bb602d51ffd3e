package org.rashomon.annotate.speakers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.HyphenatedNames;
import org.rashomon.annotate.syntax.Mentions;
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
    /** What may follow the name of a state whose servant somebody is. */
    private static final Pattern OFFICIAL = Pattern.compile(
            "(?:[\u2019']s)?(?:\\s[\\p{L}-]+){0,2}?\\s(?:military|army|government|officials?|foreign|defen[cs]e|state|president|prime|minister|ministry|regime|envoy"
                    + "|ambassador|diplomats?|interior|security|air|navy|officers?|secretary(?:[ -]general)?|embassy|leader|authorities|deputy|justice|health)\\b",
            Pattern.CASE_INSENSITIVE);

    /** A role within four words behind a body's name, without a mark between. */
    private static final Pattern ROLE_BEHIND = Pattern.compile("(?:[\u2019']s)?((?:\\s[\\p{L}-]+){1,4})");

    /** A role or a name, and the word that ties a body to it. */
    private static final Pattern ROLE_BEFORE = Pattern.compile(
            "([\\p{L}-]+),?(?: now)?(?: (?:of|for) [\\p{Ll} -]{2,25})? (of|for|at|with|in|from)(?: (?:the|an?))?(?: [\\p{L}-]+){0,3} $");

    private static final Set<String> ROLES = WordLists.of("en/source-words.tsv").list("role");
    private static final Set<String> REPORTERS =
            WordLists.of("en/source-words.tsv").list("reporter");

    /** What parts a name from the role before it. */
    private static final Pattern PARTED =
            Pattern.compile("\\b(?:who|which|that|whose|by|on|former|ex|about|against|after)\\b");

    /** A body in lower case before who speaks for it, as far as the name. */
    private static final Pattern SPOKEN_FOR = Pattern.compile(
            "(?:^|\\s)(\\p{Ll}+)(?:['\u2019]s)? (?:chief )?spokes(?:man|woman|person)(?: \\p{Lu}[\\p{L}.]*){0,3} $");

    private final Article article;
    private final Mentions mentions;

    Affiliations(Article article, Mentions mentions) {
        this.article = article;
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
            if (!mention.equals(head)
                    && actor != null
                    && mention.type() != EntityType.PER
                    && serves(source, mention, actor)) {
                names.add(actor.name());
            }
        }
        // "British and US officials": two sides are no affiliation
        return names.size() == 1 ? names.iterator().next() : null;
    }

    private boolean serves(Span source, Mention mention, Actor actor) {
        String text = article.text();
        Span span = mention.span();
        String before = text.substring(source.start(), span.start());
        if (HyphenatedNames.isPart(text, span) || PARTED.matcher(before).find()) {
            return false;
        }
        if (hasRoleBehind(mention, actor, Math.max(source.end(), Math.min(text.length(), span.end() + 40)))) {
            return true;
        }
        Matcher role = ROLE_BEFORE.matcher(before);
        return role.find() && ties(role.group(1), role.group(2), mention.type());
    }

    private boolean hasRoleBehind(Mention mention, Actor actor, int end) {
        int from = mention.span().end();
        if (mention.type() != EntityType.ORG) {
            // a nationality tells of office only before its words: Russian officials, not a Syrian activist
            return OFFICIAL.matcher(article.text()).region(from, end).lookingAt();
        }
        Matcher words = ROLE_BEHIND.matcher(article.text()).region(from, end);
        if (!words.lookingAt()) {
            return false;
        }
        for (String word : SourceWords.words(words.group(1).toLowerCase(Locale.ROOT))) {
            if (REPORTERS.contains(word)) {
                return actor.type() == ActorType.OUTLET;
            }
            if (isRole(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ties(String role, String by, EntityType type) {
        String lower = role.toLowerCase(Locale.ROOT);
        boolean tie = isRole(lower) || Character.isUpperCase(role.codePointAt(0));
        return switch (type) {
            case ORG -> tie;
            // a minister of a state serves it, a teacher in it need not
            case LOC -> PersonWords.isTitleWord(lower) && (by.equals("of") || by.equals("for"));
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
        String before = article.text().substring(Math.max(0, start - 60), start);
        int cut = Math.max(before.lastIndexOf('\n'), Math.max(before.lastIndexOf(','), before.lastIndexOf('.')));
        Matcher spoken = SPOKEN_FOR.matcher(before.substring(cut + 1).replace('"', ' '));
        if (!spoken.find()) {
            return null;
        }
        Set<Actor> named = new LinkedHashSet<>();
        for (Mention mention : mentions.between(0, start)) {
            boolean body = mention.type() == EntityType.ORG && mention.actor() != null;
            if (body
                    && mention.span()
                            .in(article.text())
                            .toLowerCase(Locale.ROOT)
                            .endsWith(" " + spoken.group(1))) {
                named.add(mention.actor());
            }
        }
        return named.size() == 1 ? named.iterator().next().name() : null;
    }
}
