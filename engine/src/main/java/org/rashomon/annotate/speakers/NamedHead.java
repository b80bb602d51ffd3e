package org.rashomon.annotate.speakers;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.HyphenatedNames;
import org.rashomon.annotate.places.Places;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.words.PersonWords;
import org.rashomon.words.SourceWords;
import org.rashomon.words.WordLists;

/** Which of the names in a source is the one who speaks, and which only belong to them. */
final class NamedHead {

    private static final Set<String> PREPOSITIONS =
            WordLists.of("en/source-words.tsv").list("preposition");
    private static final Set<String> PARTISANS =
            WordLists.of("en/source-words.tsv").list("partisan");
    /** What a body is, behind its name: <em>monitor, monitoring group</em>. */
    private static final Pattern APPOSED = Pattern.compile("\\s?(?:(?:%s|%s) )?(?:%s|%s)\\s*"
            .formatted(
                    String.join("|", WordLists.of("en/source-words.tsv").list("monitoring")),
                    String.join("|", WordLists.of("en/source-words.tsv").list("kind")),
                    String.join("|", WordLists.of("en/source-words.tsv").list("body")),
                    String.join("|", WordLists.of("en/source-words.tsv").list("channel"))));

    private static final Set<String> NO_BODIES =
            WordLists.of("en/source-words.tsv").list("nobody");
    /** Opens an office, whoever holds it: Secretary of Defense. */
    private static final Set<String> OFFICES =
            WordLists.of("en/source-words.tsv").list("officer");

    /** Between a body and a person: <em>Navy Capt. Ann Orme</em>. */
    private static final Pattern SHORT_TITLE = Pattern.compile(" \\p{Lu}\\p{Ll}{1,3}\\. ");

    private static final Pattern FORMERLY = Pattern.compile("^(?:then|ex)-");
    private static final Pattern AND = Pattern.compile(" and$");
    private static final Set<String> NO_NOUNS =
            WordLists.of("en/source-words.tsv").list("nonoun");

    private static final Pattern POSSESSIVE = Pattern.compile("^['\u2019]s?$");

    private final Article article;
    private final Places places;

    NamedHead(Article article, Places places) {
        this.places = places;
        this.article = article;
    }

    /** The mention that names the speaker: not a possessor, not inside a prepositional phrase, not a modifier of a common noun. */
    @Nullable
    Mention of(Span source, List<Mention> inside) {
        String text = article.text();
        for (int i = 0; i < inside.size(); i++) {
            Mention mention = inside.get(i);
            boolean person = mention.type() == EntityType.PER;
            boolean body =
                    (mention.type() == EntityType.ORG || mention.type() == EntityType.LOC) && mention.actor() != null;
            if (!person && !body || mention.actor() == null) {
                continue;
            }
            String name = mention.span().in(text);
            String opening = name.split(" ", 2)[0].toLowerCase(Locale.ROOT);
            boolean noName = !person
                            && (NO_BODIES.contains(name.toLowerCase(Locale.ROOT))
                                    || name.indexOf(' ') > 0 && OFFICES.contains(opening))
                    || Character.isLowerCase(name.codePointAt(name.startsWith("the ") ? 4 : 0)) && name.indexOf('-') < 0
                    || PARTISANS.contains(
                            name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
            if (noName) {
                continue;
            }
            if (isPossessor(mention.span(), source)
                    || HyphenatedNames.isPart(text, mention.span())
                    || isUnspeakingPlace(mention)) {
                continue;
            }
            String before = segmentBefore(text, source.start(), mention.span().start());
            // "[Torvia's] claim": the mark of the possessor ends the source
            String after = POSSESSIVE
                    .matcher(text.substring(mention.span().end(), source.end()))
                    .replaceFirst("");
            boolean complement = person && i > 0 && isComplement(inside.get(i - 1), mention, source);
            boolean loose = person && mention.span().end() == source.end() && isApposedWithoutComma(name, before);
            if (underPreposition(before, person) && !complement && !loose
                    || !person && (modifies(after) || isListedAdjunct(before))) {
                continue;
            }
            if (isOfRelativeClause(
                    person
                            ? before
                            : text.substring(source.start(), mention.span().start()))) {
                continue;
            }
            if (person && (isIndefinite(before) || isModifier(mention, before, after))) {
                continue;
            }
            if (person && isServed(inside, i)) {
                continue;
            }
            if (!person && i > 0 && isWithin(inside.get(i - 1), mention, source)) {
                continue;
            }
            if (!person && (followedByPerson(inside, i, after) || isOfficeOfPerson(source, mention, inside))) {
                continue;
            }
            return mention;
        }
        return null;
    }

    /** "[Lund] spokeswoman Oda Vell": a name before the title of another. */
    private boolean isServed(List<Mention> inside, int index) {
        if (index + 1 >= inside.size() || inside.get(index + 1).type() != EntityType.PER) {
            return false;
        }
        int end = inside.get(index).span().end();
        int next = inside.get(index + 1).span().start();
        List<String> words =
                next <= end ? List.of() : SourceWords.words(article.text().substring(end, next));
        return !words.isEmpty()
                && article.text().substring(end, next).strip().equals(String.join(" ", words))
                && words.stream().allMatch(word -> Character.isLowerCase(word.codePointAt(0)))
                && PersonWords.isTitleWord(words.get(words.size() - 1));
    }

    /**
     * Whether a name stands inside a relative clause: <em>the group that abducted [Lund]</em>, <em>rivals who, before they joined the
     * [Council], …</em>.
     *
     * @param before what is looked at before the name; of a person, who may follow the clause as an apposition, from the last comma only
     */
    private static boolean isOfRelativeClause(String before) {
        return SourceWords.words(before.toLowerCase(Locale.ROOT)).stream()
                .skip(1)
                .anyMatch(SourceWords.RELATIVE::contains);
    }

    /** "[Kestrian] Ambassador to the [United League] Ana Lund": all before the name that ends the source is its title. */
    private boolean isOfficeOfPerson(Span source, Mention body, List<Mention> inside) {
        Mention last = inside.get(inside.size() - 1);
        String behind = article.text().substring(Math.min(last.span().end(), source.end()), source.end());
        if (last.type() != EntityType.PER
                || !behind.isBlank() && !behind.equals(",")
                || last.span().start() <= body.span().end()) {
            return false;
        }
        String between = article.text().substring(body.span().end(), last.span().start());
        int and = between.indexOf(" and ");
        // "Corps Chairman and Gen. Ana Lund" is one person with two titles, "the Corps and its chairman Ana Lund" are
        // two
        boolean two = and >= 0
                && SourceWords.words(between.substring(0, and).toLowerCase(Locale.ROOT)).stream()
                        .noneMatch(PersonWords::isTitleWord);
        return between.indexOf(',') < 0
                && !two
                && SourceWords.words(between.toLowerCase(Locale.ROOT)).stream().anyMatch(PersonWords::isTitleWord);
    }

    /** "a resident of [Dorvan], [Kestria]": where the place lies. */
    private boolean isWithin(Mention previous, Mention place, Span source) {
        return place.type() == EntityType.LOC
                && previous.type() == EntityType.LOC
                && place.span().end() == source.end()
                && article.text()
                        .substring(
                                previous.span().end(),
                                Math.max(previous.span().end(), place.span().start()))
                        .equals(", ");
    }

    /**
     * "A spokesman at the scene Ana Lund" in a text that has lost its commas: a role, its complement, and a full name behind a noun that is
     * no title.
     */
    private boolean isApposedWithoutComma(String name, String before) {
        List<String> words = SourceWords.words(before.toLowerCase(Locale.ROOT));
        if (article.text().contains(", ") || name.indexOf(' ') < 0 || words.size() < 4) {
            return false;
        }
        String last = words.get(words.size() - 1);
        boolean role = words.stream()
                .limit(4)
                .anyMatch(
                        w -> PersonWords.isTitleWord(w) || SourceWords.COMMON_HEADS.contains(w) || w.equals("member"));
        return role
                && !PersonWords.isTitleWord(last)
                && !SourceWords.COMMON_HEADS.contains(last)
                && !PREPOSITIONS.contains(last)
                && !NO_NOUNS.contains(last);
    }

    /** "envoy for [Syria] [Ana Example]": the name after a preposition's own complement is free again. */
    private boolean isComplement(Mention previous, Mention person, Span source) {
        String between = article.text()
                .substring(
                        previous.span().end(),
                        Math.max(previous.span().end(), person.span().start()));
        String opening = article.text()
                .substring(source.start(), previous.span().start())
                .toLowerCase(Locale.ROOT);
        List<String> words = SourceWords.words(opening);
        boolean indefinite = !words.isEmpty() && SourceWords.INDEFINITE.contains(words.get(0));
        boolean office = isOfficeOfPerson(source, previous, List.of(previous, person));
        return previous.type() != EntityType.PER
                && (between.isBlank() || SHORT_TITLE.matcher(between).matches() || office)
                && !indefinite;
    }

    /** A town or region that stands for no government does not speak. */
    private boolean isUnspeakingPlace(Mention mention) {
        return mention.type() == EntityType.LOC
                && mention.actor() == null
                && places.place(mention.span().in(article.text()), Set.of()).isPresent();
    }

    private static String segmentBefore(String text, int start, int end) {
        String before = text.substring(start, end);
        int comma = before.lastIndexOf(',');
        return comma >= 0 ? before.substring(comma + 1) : before;
    }

    private static boolean underPreposition(String before, boolean person) {
        List<String> words = SourceWords.words(before.toLowerCase(Locale.ROOT));
        for (int k = 0; k < words.size(); k++) {
            String word = words.get(k);
            String role = k > 0 ? FORMERLY.matcher(words.get(k - 1)).replaceFirst("") : "";
            if (k > 0 && PREPOSITIONS.contains(word)) {
                // "secretary of state John Kerry": an office, not a phrase that ends the name's claim to be the head
                boolean office = person && word.equals("of") && k + 1 < words.size() && OFFICE_OF.contains(role);
                if (!office) {
                    return true;
                }
            }
        }
        return false;
    }

    private static final Set<String> OFFICE_OF = PersonWords.of(PersonWords.Use.OFFICE);

    /** "a Kremlin adviser, Sergei X": before a name, an indefinite phrase in its own segment means apposition only after a comma. */
    private static boolean isIndefinite(String before) {
        List<String> words = SourceWords.words(before.toLowerCase(Locale.ROOT));
        return !words.isEmpty()
                && (words.get(0).equals("some")
                        || words.get(0).equals("many")
                        || words.get(0).equals("several"));
    }

    /** An X loyalist, X administration officials: the name tells of whom somebody else is. */
    private boolean isModifier(Mention name, String before, String after) {
        String behind = SourceWords.headWord(after.strip());
        // "Ana Lund senior official in …" where commas are lost: a full name is no modifier of one person
        boolean apposed = name.span().in(article.text()).indexOf(' ') > 0
                && SourceWords.COMMON_HEADS.contains(behind)
                && !behind.endsWith("s");
        if (!modifies(after) || apposed) {
            return false;
        }
        List<String> opening = SourceWords.words(before.toLowerCase(Locale.ROOT));
        return !opening.isEmpty() && SourceWords.INDEFINITE.contains(opening.get(0))
                || SourceWords.COMMON_HEADS.contains(behind);
    }

    boolean isPossessor(Span mention, Span source) {
        String text = article.text();
        int end = mention.end();
        if (end >= source.end()) {
            return false;
        }
        char c = text.charAt(end);
        return SourceWords.isApostrophe(c) && end + 2 < source.end();
    }

    /** Whether a common noun follows that the name modifies: <em>Kremlin</em> officials, <em>UN</em> envoy. */
    private static boolean modifies(String after) {
        Matcher matcher = SourceWords.WORD.matcher(after);
        if (!matcher.find() || matcher.start() > 1) {
            return false;
        }
        String next = matcher.group();
        if (Character.isUpperCase(next.charAt(0))) {
            return PARTISANS.contains(next.toLowerCase(Locale.ROOT));
        }
        // "the Observatory monitor": what the body is, not somebody of it
        boolean apposed = APPOSED.matcher(after).matches();
        return Character.isLowerCase(next.charAt(0)) && !apposed && !NO_NOUNS.contains(next);
    }

    /** "officials in <em>Washington</em>" has its preposition; "New York, <em>Washington</em>" is left to the first name. */
    private static boolean isListedAdjunct(String before) {
        return before.strip().endsWith(" and")
                && SourceWords.COMMON_HEADS.contains(
                        SourceWords.headWord(AND.matcher(before.strip()).replaceFirst("")));
    }

    private static boolean followedByPerson(List<Mention> inside, int index, String after) {
        if (index + 1 >= inside.size() || after.startsWith(",")) {
            return false;
        }
        Mention next = inside.get(index + 1);
        int gap = next.span().start() - inside.get(index).span().end();
        return next.type() == EntityType.PER
                && gap >= 0
                && gap < after.length()
                && !after.substring(0, gap).contains(",")
                && !after.substring(0, gap).contains(" and ");
    }
}
