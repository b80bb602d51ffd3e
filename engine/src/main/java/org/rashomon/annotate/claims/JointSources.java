package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.words.SourceWords;
import org.rashomon.words.WordLists;

/**
 * Several sources of one content, each of whom says it: <em>activists and residents said</em>. A source is parted only where either part
 * can speak by itself: names, or noun phrases for people, coordinated at the top of the phrase. <em>The ministry of health and education</em>
 * and <em>US and British officials</em> stay whole.
 */
final class JointSources {
    private static final WordLists WORDS = WordLists.of("en/source-words.tsv");
    private static final Set<String> PREPOSITIONS = WORDS.list("preposition");
    private static final Set<String> DETERMINERS = WORDS.list("determiner");
    private static final Set<String> PERSONAL = WORDS.list("personal");
    private static final Set<String> PEOPLE = WORDS.list("people");
    private static final Set<String> BODIES = Stream.of("state", "ofstate", "body", "monitor")
            .flatMap(list -> WORDS.list(list).stream())
            .collect(Collectors.toUnmodifiableSet());

    /** What joins the last part to those before it. */
    private static final Pattern LAST = Pattern.compile(",?\\s+(?:and|as well as)\\s+");
    /** What parts the others. */
    private static final Pattern COMMA = Pattern.compile(",\\s+");

    private static final Pattern BOTH_BEFORE = Pattern.compile("^(?i:both|either)\\s+");
    private static final Pattern BOTH_BEHIND = Pattern.compile("[\\s,]+(?:both|each)$|[\\s,]+$");

    /** An adjective or abbreviation before <em>and</em> may share its noun with the one behind: US and British officials. */
    private static final int ABBREVIATION = 4;

    /** Words of a plural for people. */
    private static final int LONGEST_GROUP = 4;

    private static final Set<String> AGENTS = WORDS.list("agent ending");

    /** A title has at most so many words. */
    private static final int LONGEST_TITLE = 6;

    private final String text;
    private final Mentions mentions;

    JointSources(String text, Mentions mentions) {
        this.text = text;
        this.mentions = mentions;
    }

    /** The sources in a source, itself alone where it is one. */
    List<Span> parts(Span source) {
        Span inner = inner(source);
        List<Span> joins = joins(LAST, inner);
        if (joins.size() != 1) {
            return List.of(source);
        }
        Span left = new Span(inner.start(), joins.get(0).start());
        Span right = new Span(joins.get(0).end(), inner.end());
        List<Span> parts = new ArrayList<>(listed(left));
        parts.add(right);
        return stands(parts.get(parts.size() - 2), right) ? parts : List.of(source);
    }

    /** The source without <em>both, either, each</em> and marks around it. */
    private Span inner(Span source) {
        String words = source.in(text);
        Matcher before = BOTH_BEFORE.matcher(words);
        int start = before.find() ? before.end() : 0;
        Matcher behind = BOTH_BEHIND.matcher(words);
        int end = behind.find() && behind.start() > start ? behind.start() : words.length();
        return new Span(source.start() + start, source.start() + end);
    }

    /** Where words join parts of a span, outside all names. */
    private List<Span> joins(Pattern pattern, Span span) {
        List<Span> joins = new ArrayList<>();
        Matcher matcher = pattern.matcher(span.in(text));
        while (matcher.find()) {
            Span join = new Span(span.start() + matcher.start(), span.start() + matcher.end());
            if (matcher.start() > 0
                    && join.end() < span.end()
                    && mentions.overlapping(join).isEmpty()) {
                joins.add(join);
            }
        }
        return joins;
    }

    /** The parts of what stands before the last: several where each is a bare name, else one, whose commas belong to an apposition. */
    private List<Span> listed(Span left) {
        List<Span> parts = new ArrayList<>();
        int from = left.start();
        for (Span comma : joins(COMMA, left)) {
            parts.add(new Span(from, comma.start()));
            from = comma.end();
        }
        parts.add(new Span(from, left.end()));
        return parts.stream().allMatch(part -> isBareName(part)) ? parts : List.of(left);
    }

    private boolean stands(Span left, Span right) {
        if (hasRelative(left) || sharesNoun(left, right)) {
            return false;
        }
        boolean within = hasPreposition(left);
        if (endsInPerson(left) && endsInPerson(right)) {
            // a lawyer for Dasko and Lund: without a title of its own the second may belong to the first
            return !within || !isBareName(right);
        }
        if (isName(right)) {
            return !within && (isBareName(left) || endsInPerson(left) || speaks(left) || isPronoun(left));
        }
        if (areGroups(left, right) || (isBareName(left) && isSeveral(right))) {
            return true;
        }
        if (hasRelative(right) || !isPeople(right)) {
            return false;
        }
        boolean determined = isDetermined(right);
        // Secretary of State Ana Lund and her counterpart
        if (within && !(endsInPerson(left) && endsInName(left) && !isDetermined(left))) {
            return speaks(left) && (determined ? isIndefinite(right) : endsInName(left));
        }
        return speaks(left) || isName(left) || isPronoun(left) || (determined && isDetermined(left));
    }

    /** <em>Dock owners and ferry pilots</em>: two bare plurals, the first of which no noun behind the second can take for its own. */
    private boolean areGroups(Span left, Span right) {
        return isGroup(left) && isGroup(right) && isAgent(SourceWords.headWord(left.in(text)));
    }

    /** <em>Several coastal towns</em>. */
    private boolean isSeveral(Span part) {
        return isDetermined(part)
                && isIndefinite(part)
                && SourceWords.headWord(part.in(text)).endsWith("s")
                && !hasRelative(part);
    }

    private boolean isGroup(Span part) {
        List<String> words = words(part.start(), part.end());
        String all = part.in(text);
        return words.size() > 0
                && words.size() <= LONGEST_GROUP
                && words.get(words.size() - 1).endsWith("s")
                && mentions.overlapping(part).isEmpty()
                && words.stream().noneMatch(PREPOSITIONS::contains)
                && all.indexOf('\'') < 0
                && all.indexOf('\u2019') < 0
                && all.indexOf(',') < 0;
    }

    /** A plural for people by its ending or by the tables: <em>owners, pilots</em>, where of <em>arms and ammunition experts</em> there is one group. */
    private static boolean isAgent(String head) {
        return SourceWords.COMMON_HEADS.contains(head) || AGENTS.stream().anyMatch(head::endsWith);
    }

    /** <em>Syrian and Russian officials, US and British officials.</em> */
    private boolean sharesNoun(Span left, Span right) {
        return isBareName(left) && isAdjective(left) && opensWithName(right) && !isName(right);
    }

    private boolean isAdjective(Span part) {
        Mention last = last(part);
        return last.type() == EntityType.NORP || last.span().length() <= ABBREVIATION;
    }

    private boolean isBareName(Span part) {
        List<Mention> inside = mentions.in(part);
        if (inside.size() != 1) {
            return false;
        }
        String before =
                text.substring(part.start(), inside.get(0).span().start()).strip();
        return inside.get(0).span().end() == part.end()
                && (before.isEmpty() || DETERMINERS.contains(before.toLowerCase(Locale.ROOT)));
    }

    /** A name, with a title or none. */
    private boolean isName(Span part) {
        return endsInPerson(part)
                || (endsInName(part) && isTitle(part.start(), last(part).span().start()));
    }

    /** The last of the names in a part that holds one. */
    private Mention last(Span part) {
        List<Mention> inside = mentions.in(part);
        return inside.get(inside.size() - 1);
    }

    /** <em>Secretary of State Ana Lund, Sen. Ana Lund of Marn</em>. */
    private boolean endsInPerson(Span part) {
        return mentions.in(part).stream()
                .anyMatch(mention -> mention.type() == EntityType.PER
                        && isPlace(mention.span().end(), part.end()));
    }

    private boolean isTitle(int from, int to) {
        List<String> words = words(from, to);
        return words.size() <= LONGEST_TITLE && words.stream().noneMatch(PREPOSITIONS::contains);
    }

    /** Whether nothing stands there, or an apposition, or where somebody is from. */
    private boolean isPlace(int from, int to) {
        List<String> words = words(from, to);
        return words.isEmpty()
                || text.charAt(from) == ','
                || PREPOSITIONS.contains(words.get(0))
                || text.startsWith(" (", from);
    }

    /** Whether the head of a phrase is a noun for those who speak, be they people or a body. */
    private static boolean isSpeaking(String head) {
        return SourceWords.COMMON_HEADS.contains(head) || BODIES.contains(head);
    }

    private boolean speaks(Span part) {
        return isSpeaking(SourceWords.headWord(part.in(text))) || isPlural(part);
    }

    /** <em>Rescuers, critics</em>: one word for several, beside a phrase for people. */
    private boolean isPlural(Span part) {
        String word = part.in(text);
        return word.endsWith("s")
                && word.chars().allMatch(Character::isLetter)
                && mentions.overlapping(part).isEmpty();
    }

    /** Whether a phrase for those who speak begins one of its own: several of them, an article, or the name of whose they are. */
    private boolean isPeople(Span part) {
        String head = SourceWords.headWord(part.in(text));
        boolean several = head.endsWith("s") || PEOPLE.contains(head);
        return isSpeaking(head) && (several || isDetermined(part) || opensWithName(part));
    }

    private boolean opensWithName(Span part) {
        List<Mention> inside = mentions.in(part);
        return !inside.isEmpty() && inside.get(0).span().start() == part.start();
    }

    private boolean isDetermined(Span part) {
        List<String> words = words(part.start(), part.end());
        return !words.isEmpty() && DETERMINERS.contains(words.get(0));
    }

    private boolean isIndefinite(Span part) {
        return SourceWords.INDEFINITE.contains(words(part.start(), part.end()).get(0));
    }

    /** <em>Activists in Marn and residents</em>, where of <em>friends of workers and residents</em> nobody can tell. */
    private boolean endsInName(Span part) {
        return !mentions.in(part).isEmpty() && last(part).span().end() == part.end();
    }

    private boolean isPronoun(Span part) {
        return PERSONAL.contains(part.in(text).toLowerCase(Locale.ROOT));
    }

    private boolean hasPreposition(Span part) {
        return words(part.start(), part.end()).stream().anyMatch(PREPOSITIONS::contains);
    }

    private boolean hasRelative(Span part) {
        return words(part.start(), part.end()).stream().anyMatch(SourceWords.RELATIVE::contains);
    }

    private List<String> words(int from, int to) {
        return SourceWords.words(text.substring(from, Math.max(from, to)).toLowerCase(Locale.ROOT));
    }
}
