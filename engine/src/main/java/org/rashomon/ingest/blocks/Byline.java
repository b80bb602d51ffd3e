package org.rashomon.ingest.blocks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.words.Tsv;
import org.rashomon.words.WordLists;

/**
 * What a byline says: the people who wrote, and the wire that supplied. A post, a desk or an account (<em>Staff, Admin</em>) is no
 * person; whoever cannot be told for one stays in the byline as printed and in nothing else.
 *
 * @param authors names of people, in the byline's order
 * @param credit the wire, by the name that {@code facts/wires.tsv} gives it, or null
 */
public record Byline(List<String> authors, @Nullable String credit) {
    private static final Map<String, String> WIRES = Tsv.pairs("facts/wires.tsv");
    private static final WordLists WORDS = WordLists.of("en/page-words.tsv");
    private static final Set<String> ROLES = WORDS.list("role");
    private static final Set<String> PARTS = WORDS.list("part");
    private static final Set<String> PARTICLES = WORDS.list("particle");
    private static final Set<String> DEGREES = WORDS.list("degree");
    private static final int LONGEST = 300;
    private static final int MOST_NAME_WORDS = 5;
    private static final int MOST_WIRE_WORDS = 4;

    private static final Pattern LABEL = Pattern.compile(
            "^[|•·–—\\s-]*(?:(?:(?:written|reported|posted|story|words|text|analysis|report|reporting|review|opinion|compiled|edited) )?by|from|von|por|par|di|door|texto|text|authors?|автор|текст)(?:\\b:?|:) *",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BETWEEN =
            Pattern.compile("[,;|•·/\\n()]| [–—-] | (?:and|with|for|und|et|y|e|i|и) |&|(?<=\\p{L}\\.)(?= {2,})");
    private static final Pattern NOISE = Pattern.compile("\\S*@\\S*|https?:\\S+|\\+?\\d[\\d ().-]{5,}\\d");
    private static final Pattern NO_NAME = Pattern.compile("[,;:|@/]|\\p{L}{2}\\.\\p{Ll}");
    private static final Pattern PLACE = Pattern.compile(" in \\p{Lu}.*$");

    public Byline {
        authors = List.copyOf(authors);
    }

    /** Nobody is named. */
    public static final Byline NONE = new Byline(List.of(), null);

    /** Reads a line that is known for a byline: by its markup, its field, or its <em>By</em>. */
    public static Byline read(String line) {
        if (line.length() > LONGEST) {
            return NONE;
        }
        String text = NOISE.matcher(line).replaceAll(" ").strip();
        for (Matcher label = LABEL.matcher(text); label.find(); label = LABEL.matcher(text)) {
            text = text.substring(label.end());
        }
        Set<String> authors = new LinkedHashSet<>();
        String credit = null;
        for (String part : BETWEEN.split(text)) {
            String piece = PLACE.matcher(part.strip()).replaceFirst("").strip();
            Optional<String> wire = wireIn(piece);
            credit = credit == null ? wire.orElse(null) : credit;
            String person = wire.isPresent() ? withoutWire(piece) : piece;
            if (isPerson(person)) {
                authors.add(person);
            }
        }
        return new Byline(new ArrayList<>(authors), credit);
    }

    /**
     * Those of {@code names} that are people's. Some pages set the paper's name right behind the author's; a desk that is called by words of
     * the paper (<em>Ledger Sport</em>) is nobody.
     *
     * @param outlet the paper, or null
     */
    public static List<String> people(List<String> names, @Nullable String outlet) {
        return names.stream()
                .map(name -> withoutOutlet(name, outlet))
                .filter(name -> isPerson(name) && !isDesk(name, outlet))
                .toList();
    }

    private static String withoutOutlet(String name, @Nullable String outlet) {
        String end = outlet == null ? "" : " " + outlet.toLowerCase(Locale.ROOT);
        boolean ends = end.length() > 1 && name.toLowerCase(Locale.ROOT).endsWith(end);
        return ends ? name.substring(0, name.length() - end.length()).strip() : name;
    }

    private static boolean isDesk(String name, @Nullable String outlet) {
        Set<String> left = new LinkedHashSet<>(List.of(folded(name).split(" ")));
        left.removeAll(List.of(folded(outlet == null ? "" : outlet).split(" ")));
        return PARTS.containsAll(left);
    }

    /** Whether a line opens as bylines do. */
    public static boolean opensLikeOne(String line) {
        Matcher label = LABEL.matcher(line);
        return label.find() && label.end() < line.length() && Character.isUpperCase(line.charAt(label.end()));
    }

    /** The wire of this name; empty for everybody else. */
    public static Optional<String> wire(String name) {
        return Optional.ofNullable(WIRES.get(folded(name)));
    }

    /** The wire that a name is, ends in, or opens with a post at it: <em>Tom Dahl Associated Press, AP Auto Writer, Reuters Staff</em>. */
    private static Optional<String> wireIn(String piece) {
        Optional<String> whole = wire(piece);
        if (whole.isPresent()) {
            return whole;
        }
        String[] words = piece.split(" +");
        for (int count = Math.min(MOST_WIRE_WORDS, words.length - 1); count > 0; count--) {
            List<String> all = List.of(words);
            Optional<String> last = wire(String.join(" ", all.subList(words.length - count, words.length)));
            Optional<String> first = wire(String.join(" ", all.subList(0, count)));
            boolean post = all.subList(count, words.length).stream().allMatch(word -> ROLES.contains(folded(word)));
            if (last.isPresent() && isLong(all.subList(words.length - count, words.length))) {
                return last;
            }
            if (first.isPresent() && post) {
                return first;
            }
        }
        return Optional.empty();
    }

    /** Short names (<em>RIA, ANA</em>) are first and last names of people as well, unless they are in capitals. */
    private static boolean isLong(List<String> words) {
        String name = String.join(" ", words);
        return words.size() > 1 || name.length() > 5 || name.equals(name.toUpperCase(Locale.ROOT));
    }

    private static String withoutWire(String piece) {
        String[] words = piece.split(" +");
        for (int count = Math.min(MOST_WIRE_WORDS, words.length - 1); count > 0; count--) {
            if (wire(String.join(" ", List.of(words).subList(words.length - count, words.length)))
                    .isPresent()) {
                return String.join(" ", List.of(words).subList(0, words.length - count));
            }
        }
        return "";
    }

    /** Whether this reads like a person's full name. */
    public static boolean isPerson(String name) {
        String[] words = name.split(" +");
        if (words.length < 2
                || words.length > MOST_NAME_WORDS
                || !Character.isUpperCase(name.charAt(0))
                || NO_NAME.matcher(name).find()) {
            return false;
        }
        if ((words.length == 2 && DEGREES.contains(folded(words[1]))) || isLettersOnly(name, words[words.length - 1])) {
            return false;
        }
        int capital = 0;
        for (String word : words) {
            String bare = folded(word);
            if (Stream.of(bare.split(" ")).anyMatch(ROLES::contains)
                    || isWireWord(word)
                    || word.chars().anyMatch(Character::isDigit)) {
                return false;
            }
            boolean upper = Character.isUpperCase(word.charAt(0)) || "'’\"“(".indexOf(word.charAt(0)) >= 0;
            if (!upper && !PARTICLES.contains(bare)) {
                return false;
            }
            capital += upper ? 1 : 0;
        }
        return capital >= 2;
    }

    /** {@code Department of IT}: short capitals at the end of a name in small letters. */
    private static boolean isLettersOnly(String name, String last) {
        return last.length() < 4
                && last.chars().allMatch(Character::isUpperCase)
                && name.chars().anyMatch(Character::isLowerCase);
    }

    /** Wires' names in capitals; in small letters some are people's (<em>Ana, Ria</em>). */
    private static boolean isWireWord(String word) {
        return WIRES.containsKey(folded(word)) && word.equals(word.toUpperCase(Locale.ROOT)) && word.length() < 5;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip();
    }
}
