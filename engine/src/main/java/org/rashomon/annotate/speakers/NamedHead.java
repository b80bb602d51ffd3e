package org.rashomon.annotate.speakers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.HyphenatedNames;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.words.PersonWords;
import org.rashomon.words.SourceWords;
import org.rashomon.words.WordLists;

/** Which of the names in a source is the one who speaks, and which only belong to them. */
final class NamedHead {
    private static final WordLists WORDS = WordLists.of("en/source-words.tsv");
    private static final Set<String> PREPOSITIONS = WORDS.list("preposition");
    private static final Set<String> PARTISANS = WORDS.list("partisan");
    private static final Set<String> NO_BODIES = WORDS.list("nobody");
    /** Opens an office, whoever holds it: Secretary of Defense. */
    private static final Set<String> OFFICES = WORDS.list("officer");

    private static final Set<String> NO_NOUNS = WORDS.list("nonoun");
    private static final Set<String> SEVERAL = WORDS.list("several");
    private static final Set<String> OFFICE_OF = PersonWords.of(PersonWords.Use.OFFICE);
    /** Before an office: former, acting. */
    private static final Set<String> FORMER = Stream.concat(
                    WORDS.list("past").stream(), WORDS.list("qualifier").stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OF = Set.of("of", "for");
    private static final Set<String> POSSESSIVES = Set.of("'", "'s");

    private final String text;

    NamedHead(Article article) {
        this.text = article.text();
    }

    /**
     * A name in a source.
     *
     * @param inside all mentions in the source
     * @param index of this one
     * @param before what stands between it and the start of the source or the last comma before it
     * @param after what stands behind it in the source, a closing possessive left out
     */
    private record Name(Span source, List<Mention> inside, int index, String words, String before, String after) {
        Mention mention() {
            return inside.get(index);
        }

        Span span() {
            return mention().span();
        }

        boolean isPerson() {
            return mention().type() == EntityType.PER;
        }

        Optional<Mention> previous() {
            return index > 0 ? Optional.of(inside.get(index - 1)) : Optional.empty();
        }

        Optional<Mention> next() {
            return index + 1 < inside.size() ? Optional.of(inside.get(index + 1)) : Optional.empty();
        }

        List<String> wordsBefore() {
            return lower(before);
        }
    }

    /** A reason for which a name is not the one who speaks. */
    private record Obstacle(String name, Predicate<Name> test) {}

    private final List<Obstacle> toAny = List.of(
            new Obstacle("no-name", NamedHead::isNoName),
            new Obstacle("possessor", name -> isPossessor(name.span(), name.source())),
            new Obstacle("part-of-a-word", this::isPartOfWord),
            new Obstacle("in-a-relative-clause", this::isInRelativeClause));

    private final List<Obstacle> toPersons = List.of(
            new Obstacle("under-a-preposition", this::isPersonUnderPreposition),
            new Obstacle("several", name -> startsWithAny(name.wordsBefore(), SEVERAL)),
            new Obstacle("modifier", NamedHead::isModifier),
            new Obstacle("before-a-title", this::isServed));

    private final List<Obstacle> toBodies = List.of(
            new Obstacle(
                    "under-a-preposition",
                    name -> isUnderPreposition(name.wordsBefore(), false) && !isOfItsMonitors(name)),
            new Obstacle("modifier", name -> modifies(name.after())),
            new Obstacle("listed-adjunct", NamedHead::isListedAdjunct),
            new Obstacle("place-of-a-place", this::isWithin),
            new Obstacle("before-a-person", NamedHead::isFollowedByPerson),
            new Obstacle("office-of-a-person", this::isOfficeOfLast));

    /** The mention that names the speaker: not a possessor, not inside a prepositional phrase, not a modifier of a common noun. */
    @Nullable
    Mention of(Span source, List<Mention> inside) {
        for (int i = 0; i < inside.size(); i++) {
            if (inside.get(i).actor() != null && speaks(name(source, inside, i))) {
                return inside.get(i);
            }
        }
        return null;
    }

    private Name name(Span source, List<Mention> inside, int index) {
        Span span = inside.get(index).span();
        String before = text.substring(source.start(), span.start());
        String after = text.substring(span.end(), source.end());
        return new Name(
                source,
                inside,
                index,
                span.in(text),
                before.substring(before.lastIndexOf(',') + 1),
                // "[Torvia's] claim": the mark of the possessor ends the source
                POSSESSIVES.contains(after.replace('\u2019', '\'')) ? "" : after);
    }

    private boolean speaks(Name name) {
        List<Obstacle> others = switch (name.mention().type()) {
            case PER -> toPersons;
            case ORG, LOC -> toBodies;
            default -> List.of(new Obstacle("neither-person-nor-body", any -> true));
        };
        return toAny.stream().noneMatch(obstacle -> obstacle.test().test(name))
                && others.stream().noneMatch(obstacle -> obstacle.test().test(name));
    }

    private static List<String> lower(String words) {
        return SourceWords.words(words.toLowerCase(Locale.ROOT));
    }

    private static boolean startsWithAny(List<String> words, Set<String> openings) {
        return !words.isEmpty() && openings.contains(words.get(0));
    }

    /** What the recogniser takes for a name and is none: <em>TV, Secretary of Defense, the group, Senate Republicans</em>. */
    private static boolean isNoName(Name name) {
        String words = name.words();
        String lower = words.toLowerCase(Locale.ROOT);
        // "de Mistura" begins small and is somebody
        boolean small = Character.isLowerCase(words.codePointAt(words.startsWith("the ") ? 4 : 0))
                && !(name.isPerson() && words.chars().anyMatch(Character::isUpperCase));
        boolean noBody = NO_BODIES.contains(lower)
                || (words.indexOf(' ') > 0 && OFFICES.contains(lower.substring(0, lower.indexOf(' '))));
        return (noBody && !name.isPerson())
                || (small && words.indexOf('-') < 0)
                || PARTISANS.contains(lower.substring(lower.lastIndexOf(' ') + 1));
    }

    private boolean isPartOfWord(Name name) {
        return HyphenatedNames.isPart(text, name.span());
    }

    /**
     * "The group that abducted [Lund]", "rivals who, before they joined the [Council], …". Of a person, who may follow the clause as an
     * apposition, from the last comma only.
     */
    private boolean isInRelativeClause(Name name) {
        String before = name.isPerson()
                ? name.before()
                : text.substring(name.source().start(), name.span().start());
        return lower(before).stream().skip(1).anyMatch(SourceWords.RELATIVE::contains);
    }

    private boolean isPersonUnderPreposition(Name name) {
        return isUnderPreposition(name.wordsBefore(), true)
                && !isComplement(name)
                && !isApposedWithoutComma(name)
                && !isBehindLongTitle(name);
    }

    /**
     * "Former Minister for Roads and Bridges [Ana Lund], Superintendent of Police (North) [Ana Lund]": an office in capitals up to the name.
     * Behind "Lawyer for Sergeant" she is another, by her own title.
     */
    private static boolean isBehindLongTitle(Name name) {
        String before = name.before().replaceAll("[()]", "");
        List<String> words = SourceWords.words(before);
        int office = 0;
        while (office < words.size() && FORMER.contains(words.get(office).toLowerCase(Locale.ROOT))) {
            office++;
        }
        int complement = office;
        for (int i = office; i < words.size(); i++) {
            String word = words.get(i);
            boolean joint = PREPOSITIONS.contains(word) || word.equals("and") || word.equals("the");
            if (!joint && !Character.isUpperCase(word.codePointAt(0))) {
                return false;
            }
            complement = joint && !word.equals("and") ? i + 1 : complement;
        }
        return complement > office + 1
                && OF.contains(words.get(office + 1))
                && isTitle(words.get(office))
                && complement < words.size()
                && words.stream().skip(office + 2L).noneMatch(NamedHead::isTitle)
                && name.previous()
                        .filter(one -> one.type() != EntityType.ORG && one.type() != EntityType.LOC)
                        .isEmpty()
                && name.span().end() == name.source().end();
    }

    private static boolean isTitle(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return PersonWords.isTitleWord(lower)
                || PersonWords.of(PersonWords.Use.NAME).contains(lower);
    }

    private static boolean isUnderPreposition(List<String> words, boolean person) {
        for (int k = 1; k < words.size(); k++) {
            // "then-secretary of state John Kerry": an office, not a phrase that ends the name's claim to be the head
            String role = words.get(k - 1).replace("then-", "").replace("ex-", "");
            boolean office = person && words.get(k).equals("of") && k + 1 < words.size() && OFFICE_OF.contains(role);
            if (PREPOSITIONS.contains(words.get(k)) && !office) {
                return true;
            }
        }
        return false;
    }

    /** "Monitors at the Kestrian [Rights Monitor]": of a body that monitors by its name, all who do speak for it. */
    private static boolean isOfItsMonitors(Name name) {
        List<String> before = name.wordsBefore();
        return before.get(0).equals("monitors")
                && PREPOSITIONS.contains(before.get(1))
                && before.stream().skip(2).noneMatch(word -> PREPOSITIONS.contains(word) || word.equals("and"))
                && lower(name.words()).stream().anyMatch(WORDS.list("monitor")::contains);
    }

    /** "envoy for [Syria] [Ana Example]": the name after a preposition's own complement is free again. */
    private boolean isComplement(Name name) {
        Mention previous = name.previous().orElse(null);
        if (previous == null || previous.type() == EntityType.PER) {
            return false;
        }
        int end = previous.span().end();
        String between = text.substring(end, Math.max(end, name.span().start())).strip();
        String opening = text.substring(name.source().start(), previous.span().start());
        // "Navy Capt. Ann Orme"
        boolean title = between.length() <= 5 && between.endsWith(".") && between.indexOf(' ') < 0;
        boolean office = isOfficeOfLast(name.source(), previous, name.mention());
        return (between.isEmpty() || title || office) && !startsWithAny(lower(opening), SourceWords.INDEFINITE);
    }

    /**
     * "A spokesman at the scene Ana Lund" in a text that has lost its commas: a role, its complement, and a full name behind a noun that is
     * no title.
     */
    private boolean isApposedWithoutComma(Name name) {
        List<String> words = name.wordsBefore();
        boolean full = name.words().indexOf(' ') >= 0
                && name.span().end() == name.source().end();
        if (!full || words.size() < 4 || text.contains(", ")) {
            return false;
        }
        String last = words.get(words.size() - 1);
        return words.stream().limit(4).anyMatch(NamedHead::isRole)
                && !isRole(last)
                && !PREPOSITIONS.contains(last)
                && !NO_NOUNS.contains(last);
    }

    private static boolean isRole(String word) {
        return PersonWords.isTitleWord(word) || SourceWords.COMMON_HEADS.contains(word);
    }

    /** An X loyalist, X administration officials: the name tells of whom somebody else is. */
    private static boolean isModifier(Name name) {
        String behind = SourceWords.headWord(name.after().strip());
        boolean common = SourceWords.COMMON_HEADS.contains(behind);
        // "Ana Lund senior official in …" where commas are lost: a full name is no modifier of one person
        boolean apposed = common && name.words().indexOf(' ') > 0 && !behind.endsWith("s");
        return modifies(name.after())
                && !apposed
                && (common || startsWithAny(name.wordsBefore(), SourceWords.INDEFINITE));
    }

    /** "[Lund] spokeswoman Oda Vell": a name before the title of another. */
    private boolean isServed(Name name) {
        Mention next = name.next().orElse(null);
        if (next == null || next.type() != EntityType.PER) {
            return false;
        }
        int end = name.span().end();
        String between = text.substring(end, Math.max(end, next.span().start()));
        List<String> words = SourceWords.words(between);
        return !words.isEmpty()
                && between.strip().equals(String.join(" ", words))
                && words.stream().allMatch(word -> Character.isLowerCase(word.codePointAt(0)))
                && PersonWords.isTitleWord(words.get(words.size() - 1));
    }

    /** "a resident of [Dorvan], [Kestria]": where the place lies. */
    private boolean isWithin(Name name) {
        return name.previous()
                .filter(previous ->
                        previous.type() == EntityType.LOC && name.mention().type() == EntityType.LOC)
                .filter(previous -> text.startsWith(", ", previous.span().end())
                        && previous.span().end() + 2 == name.span().start())
                .filter(previous -> name.span().end() == name.source().end())
                .isPresent();
    }

    private boolean isOfficeOfLast(Name name) {
        return isOfficeOfLast(
                name.source(), name.mention(), name.inside().get(name.inside().size() - 1));
    }

    /** "[Kestrian] Ambassador to the [United League] Ana Lund": all before the name that ends the source is its title. */
    private boolean isOfficeOfLast(Span source, Mention body, Mention last) {
        String behind = text.substring(Math.min(last.span().end(), source.end()), source.end());
        boolean ends = behind.isBlank() || behind.equals(",");
        if (last.type() != EntityType.PER
                || !ends
                || last.span().start() <= body.span().end()) {
            return false;
        }
        String between = text.substring(body.span().end(), last.span().start());
        int and = between.indexOf(" and ");
        // "Corps Chairman and Gen. Ana Lund" is one person with two titles, "the Corps and its chairman Ana Lund" are
        // two
        boolean two = and >= 0 && !hasTitle(between.substring(0, and));
        return between.indexOf(',') < 0 && !two && hasTitle(between);
    }

    private static boolean hasTitle(String words) {
        return lower(words).stream().anyMatch(PersonWords::isTitleWord);
    }

    boolean isPossessor(Span mention, Span source) {
        return mention.end() + 2 < source.end() && SourceWords.isApostrophe(text.charAt(mention.end()));
    }

    /** Whether a common noun follows that the name modifies: <em>Kremlin</em> officials, <em>UN</em> envoy. */
    private static boolean modifies(String after) {
        List<String> words = SourceWords.words(after);
        if (words.isEmpty() || after.indexOf(words.get(0)) > 1) {
            return false;
        }
        String next = words.get(0);
        if (Character.isUpperCase(next.charAt(0))) {
            return PARTISANS.contains(next.toLowerCase(Locale.ROOT));
        }
        return Character.isLowerCase(next.charAt(0)) && !isApposed(after, words) && !NO_NOUNS.contains(next);
    }

    /** "the Observatory monitoring group": what the body is, not somebody of it. */
    private static boolean isApposed(String after, List<String> words) {
        String last = words.get(words.size() - 1);
        String first = words.get(0);
        return (WORDS.list("body").contains(last) || WORDS.list("channel").contains(last))
                && (words.size() == 1
                        || WORDS.list("monitoring").contains(first)
                        || WORDS.list("kind").contains(first))
                && after.strip().equals(words.size() == 1 ? last : first + " " + last);
    }

    /** "officials in <em>Washington</em>" has its preposition; "New York, <em>Washington</em>" is left to the first name. */
    private static boolean isListedAdjunct(Name name) {
        String before = name.before().strip();
        return before.endsWith(" and")
                && SourceWords.COMMON_HEADS.contains(
                        SourceWords.headWord(before.substring(0, before.length() - " and".length())));
    }

    private static boolean isFollowedByPerson(Name name) {
        Mention next = name.next().orElse(null);
        if (next == null || next.type() != EntityType.PER) {
            return false;
        }
        int gap = next.span().start() - name.span().end();
        String between =
                name.after().substring(0, Math.max(0, Math.min(gap, name.after().length())));
        return between.indexOf(',') < 0 && !between.contains(" and ");
    }
}
