package org.rashomon.ingest.blocks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notice by which a site asks for leave to track its readers, and which a saved page may hold instead of its article. */
public final class ConsentNotice {
    private static final int MOST_WORDS = 500;
    private static final int FEWEST_TERMS = 2;
    private static final int MANY_TERMS = 3;
    private static final Pattern YOURS = Pattern.compile("\\b(?:your?|our partners)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TERM = Pattern.compile(
            "cookies?|consent|(?:partners|vendors)|devices?|personal data|privacy|personali[sz]ed|legitimate interests?|preferences|tracking",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("\\b(?:you|your|we|our|us)\\b", Pattern.CASE_INSENSITIVE);

    private ConsentNotice() {}

    /**
     * Whether these paragraphs are such a notice and nothing else: each speaks to the reader, and half of the words or more stand
     * in paragraphs that ask for consent.
     */
    public static boolean isAll(List<String> paragraphs) {
        int words = 0;
        int asking = 0;
        for (String paragraph : paragraphs) {
            int length = Sentences.words(paragraph, MOST_WORDS);
            words += length;
            if (words >= MOST_WORDS || !ADDRESS.matcher(paragraph).find()) {
                return false;
            }
            asking += asks(paragraph) ? length : 0;
        }
        return asking > 0 && asking * 2 >= words;
    }

    private static boolean asks(String paragraph) {
        return holds(paragraph, FEWEST_TERMS);
    }

    /** Whether a line speaks of the reader's data in so many words that it is part of such a notice, wherever it stands. */
    static boolean isPlain(String line) {
        return YOURS.matcher(line).find() && holds(line, MANY_TERMS);
    }

    private static boolean holds(String paragraph, int wanted) {
        Set<String> terms = new HashSet<>();
        Matcher term = TERM.matcher(paragraph);
        while (term.find() && terms.size() < wanted) {
            terms.add(Sentences.fold(term.group()));
        }
        return terms.size() >= wanted;
    }
}
