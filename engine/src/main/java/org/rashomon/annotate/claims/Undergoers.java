package org.rashomon.annotate.claims;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.words.SourceWords;
import org.rashomon.words.Tsv;
import org.rashomon.words.WordLists;

/**
 * Tells by the words around a name that no deed is done by it there: it undergoes one (<em>struck a rebel group, raids on their posts, twelve
 * rebels were killed</em>), or says whose a place or people are (<em>the regime stronghold, a village held by them, Kestrian-backed</em>). The
 * trained reader marks names of both kinds together with those of doers.
 */
final class Undergoers {
    private static final WordLists INCIDENTS = WordLists.of("en/incident-words.tsv");
    private static final WordLists SOURCES = WordLists.of("en/source-words.tsv");
    /** <em>US-led, Iran-backed</em>: led or backed by it, and not it. */
    private static final Pattern PART = Pattern.compile(
            "\\s?-(?:led|backed|linked|based|allied|controlled|held|occupied|ruled|run|besieged|dominated)\\b");
    /** What says by its agent whose a place is, or who stands behind people. */
    private static final Set<String> HOLDING = SOURCES.list("holding");

    private static final Set<String> LINKS = Set.of("by", "of", "from");
    private static final Set<String> AT = INCIDENTS.list("hit names");
    private static final Set<String> GROUND = INCIDENTS.list("ground");
    private static final Set<String> POSTS = INCIDENTS.list("posts");
    private static final Set<String> BETWEEN_POSTS = INCIDENTS.list("before posts");
    private static final Set<String> CLAUSE_WORDS = INCIDENTS.list("before doers");
    private static final Set<String> BLAMING = INCIDENTS.list("laying blame");
    private static final Set<String> DAYS = INCIDENTS.list("day names");
    private static final Set<String> BE = INCIDENTS.list("be");
    private static final Set<String> MEMBERS = SOURCES.list("member");
    private static final Set<String> FORCES = INCIDENTS.list("means");
    private static final Set<String> HARMED = INCIDENTS.list("harmed");
    private static final Set<String> AFTER_HARM = INCIDENTS.list("after harm");
    private static final Set<String> TAKEN = INCIDENTS.list("taken for");
    private static final Set<String> DEEDS = deeds();

    /** How far around a name, in UTF-16 code units and in words, tells what part it has. */
    private static final int REACH = 60;

    private static final int WORDS = 7;
    private static final int HOLDERS = 3;

    private Undergoers() {}

    /** Whether words only say whose the place or the people are at whom a deed is aimed. */
    static boolean isBeside(String text, Span words) {
        return isPart(text, words.end()) || isHolder(before(text, words.start()));
    }

    /** Whether words name no doer; {@code nameEnd} is where the last name among them ends. */
    static boolean isOne(String text, Span words, int nameEnd) {
        List<String> before = before(text, words.start());
        List<String> behind = behind(text, nameEnd);
        return isPart(text, words.end()) || isHolder(before) || isStruck(before) || ownsGround(behind) || isHit(behind);
    }

    /** Whether it is a part of a hyphenated word that tells who leads or backs others. */
    private static boolean isPart(String text, int end) {
        int from = end > 0 && text.charAt(end - 1) == '-' ? end - 1 : end;
        return PART.matcher(text).region(from, text.length()).lookingAt();
    }

    /** Whether a person is named only as whose forces act: <em>troops loyal to X, X's forces</em>. */
    static boolean isOfForces(String text, Span words, List<Mention> named) {
        int end = named.stream().mapToInt(one -> one.span().end()).max().orElse(words.end());
        List<String> before = before(text, end);
        return before.contains("loyal") || behind(text, end).stream().limit(2).anyMatch(FORCES::contains);
    }

    /** Whether words hold such a hyphenated word. */
    static boolean holdsPart(String words) {
        return PART.matcher(words).find();
    }

    private static boolean isHolder(List<String> before) {
        for (int i = Math.max(1, before.size() - HOLDERS); i < before.size(); i++) {
            if (LINKS.contains(before.get(i)) && HOLDING.contains(before.get(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** <em>Killed 40 fighters of X, strikes on the posts of X</em>; not <em>put the blame on X</em>, nor <em>on Monday X struck</em>. */
    private static boolean isStruck(List<String> before) {
        int least = Math.max(0, before.size() - WORDS);
        for (int i = before.size() - 1; i >= least; i--) {
            String word = before.get(i);
            if (DAYS.contains(word) || CLAUSE_WORDS.contains(word)) {
                return false;
            }
            if (AT.contains(word)) {
                return before.subList(Math.max(0, i - WORDS), i).stream().noneMatch(BLAMING::contains);
            }
            if (DEEDS.contains(word)) {
                return true;
            }
            if (word.equals("as")) {
                // took civilians for fighters of X
                return before.subList(Math.max(0, i - WORDS), i).stream().anyMatch(TAKEN::contains);
            }
        }
        return false;
    }

    /** <em>The regime stronghold, government forces' positions</em>. */
    private static boolean ownsGround(List<String> behind) {
        for (String word : behind.subList(0, Math.min(HOLDERS + 1, behind.size()))) {
            if (POSTS.contains(word) || GROUND.contains(word)) {
                return true;
            }
            if (!BETWEEN_POSTS.contains(word) && !MEMBERS.contains(word)) {
                return false;
            }
        }
        return false;
    }

    /** <em>X's fighters were killed, the fighters killed in the raid</em>. */
    private static boolean isHit(List<String> behind) {
        int i = 0;
        while (i < behind.size() && MEMBERS.contains(behind.get(i))) {
            i++;
        }
        int verb = i;
        while (verb < behind.size() && BE.contains(behind.get(verb))) {
            verb++;
        }
        boolean passive = verb > i && verb < behind.size() && DEEDS.contains(behind.get(verb));
        boolean harmed = i < behind.size()
                && HARMED.contains(behind.get(i))
                && (i + 1 == behind.size() || AFTER_HARM.contains(behind.get(i + 1)));
        return passive || harmed;
    }

    /** The words of the clause before {@code at}. */
    private static List<String> before(String text, int at) {
        String stretch = text.substring(Math.max(0, at - REACH), at);
        int cut = Math.max(0, at - REACH) == 0 ? 0 : stretch.indexOf(' ') + 1;
        for (int i = stretch.length() - 1; i >= cut; i--) {
            if (isBreak(stretch.charAt(i))) {
                cut = i + 1;
            }
        }
        return SourceWords.words(
                stretch.substring(Math.min(cut, stretch.length())).toLowerCase(Locale.ROOT));
    }

    private static List<String> behind(String text, int at) {
        int end = Math.min(text.length(), at + REACH);
        for (int i = at; i < end; i++) {
            if (isBreak(text.charAt(i))) {
                end = i;
            }
        }
        return SourceWords.words(text.substring(at, end).toLowerCase(Locale.ROOT));
    }

    private static boolean isBreak(char c) {
        return ".,;:\"\u201c\u201d()\n".indexOf(c) >= 0;
    }

    /** The forms of verbs that tell a deed, but for those that may be a noun: <em>the strikes X made</em>. */
    private static Set<String> deeds() {
        Set<String> forms = new HashSet<>();
        Set<String> nouns = new HashSet<>();
        for (Tsv.Row row : Tsv.rows("en/incident-triggers.tsv")) {
            String verb = row.cell(0);
            if (row.cell(1).equals("n")) {
                nouns.add(verb);
                nouns.add(verb + "s");
                continue;
            }
            if (verb.contains(" ")) {
                continue;
            }
            if (!row.cell(4).isEmpty()) {
                for (String form : row.cell(4).split(" ")) {
                    forms.add(form.replace('_', ' '));
                }
            } else {
                String stem = verb.endsWith("e") ? verb.substring(0, verb.length() - 1) : verb;
                forms.addAll(List.of(stem + "ed", stem + "ing", verb + "s"));
            }
        }
        forms.removeAll(nouns);
        return forms;
    }
}
