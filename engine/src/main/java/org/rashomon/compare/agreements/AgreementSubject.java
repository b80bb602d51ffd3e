package org.rashomon.compare.agreements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rashomon.compare.corpus.Stems;
import org.rashomon.model.Span;

/** What the words right after an agreement say that it is on: <em>an agreement with Kestria on the sharing of river water</em>. */
final class AgreementSubject {
    private static final int LONGEST = 90;
    private static final int MOST_WORDS = 8;
    /** Where a verb goes on behind the subject: "a deal on prisoners must not". */
    private static final Set<String> ENDS = Set.of(
            "must", "will", "would", "shall", "should", "can", "could", "may", "might", "is", "are", "was", "were",
            "has", "have", "had", "that", "which", "who", "to", "on");
    /** Anchored, possessive: linear. */
    private static final Pattern SUBJECT = Pattern.compile(
            "^(?: with (?:[A-Z][\\w-]*+ ?)++| between [A-Z]\\w*+ and [A-Z]\\w*+)? ?(?:on|about|over|regulating) ([^.,;:()\\n\u2013\u2014\"\u201C\u201D]++)");

    private AgreementSubject() {}

    /** The words of the subject as they stand in the text, from the preposition on; empty where none are told. */
    static String after(String text, Span agreement) {
        String next = text.substring(agreement.end(), Math.min(text.length(), agreement.end() + LONGEST));
        Matcher matcher = SUBJECT.matcher(next);
        if (!matcher.find()) {
            return "";
        }
        return Arrays.stream(matcher.group(1).trim().split(" "))
                .takeWhile(word -> !ENDS.contains(word))
                .limit(MOST_WORDS)
                .collect(Collectors.joining(" "));
    }

    /** Stems of the subject's telling common nouns; names of parties and places are none. */
    static List<String> topics(String subject) {
        List<String> topics = new ArrayList<>();
        for (String word : subject.split(" ")) {
            if (!word.isEmpty() && Character.isLowerCase(word.charAt(0)) && !Stems.tellsNothing(word)) {
                topics.add(Stems.of(word));
            }
        }
        return topics;
    }
}
