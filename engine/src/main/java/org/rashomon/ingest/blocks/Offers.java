package org.rashomon.ingest.blocks;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a site says to its reader in its own cause, set among the paragraphs of an article: to sign in, to pay, to agree to its
 * terms. Such lines end with stops as sentences do. They speak to the reader of the reader's account or of the site's wares, and
 * nobody is reported to have said them.
 */
public final class Offers {
    private static final int MOST_WORDS = 60;
    private static final int LONGEST = 1500;
    private static final int MOST_LABEL_WORDS = 16;
    /** Words of a line that goes with its neighbours, stop or none: <em>Already registered? Sign in.</em> */
    private static final int FEW = 7;

    private static final int SHORT = 25;
    private static final Pattern READER = Pattern.compile(
            "\\b(?:you|your|yours|you're|you'll|we|our|us|this (?:content|article|story|page|site))\\b");
    private static final Pattern ORDER = Pattern.compile(
            "^(?:please |to |now |already |plus |or |and )?(?:accept|agree|become|by (?:clicking|continuing|creating|entering|registering|signing|subscribing)|check|choose|click|complete|confirm|continue"
                    + "|create|disable|download|enable|enjoy|enter|explore|fill|forgot|get|give|help|join|keep reading|log ?in|manage|open|pick|purchase|receive|register|reset|select|sign|special|start|subscribe|support|tap|try|turn"
                    + "|unlimited|unlock|update|upgrade|verify|view|want|you)\\b");
    private static final Pattern REPORTED =
            Pattern.compile("[\"“”]|\\b(?:said|says|told|asked|denied|according to|accused|claimed)\\b");

    private final FurnitureLexicon lexicon;

    public Offers(FurnitureLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether the line alone says that it is an offer. */
    public boolean isOffer(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        String folded = Sentences.fold(line);
        if (!speaksForTheSite(line, folded)) {
            return false;
        }
        if (ConsentNotice.isPlain(line)) {
            return true;
        }
        // A review weighs trials and plans at length; a site that offers one is short, or says it twice.
        int needed = Sentences.words(line, MOST_WORDS) > SHORT ? 2 : 1;
        long said =
                lexicon.offers().stream().filter(folded::contains).limit(needed).count();
        return said == needed
                && (READER.matcher(folded).find() || ORDER.matcher(folded).find());
    }

    /** Whether the lines of one box of a page, all of them, are an offer: one is by itself, and the others go with it. */
    public boolean areOffer(List<String> lines) {
        return lines.stream().anyMatch(this::isOffer) && lines.stream().allMatch(this::goesWithOffer);
    }

    private boolean goesWithOffer(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        String folded = Sentences.fold(line);
        boolean label = (!Sentences.endsLikeOne(line) || Sentences.words(line, FEW) < FEW)
                && Sentences.words(line, MOST_LABEL_WORDS) < MOST_LABEL_WORDS;
        return label
                || (speaksForTheSite(line, folded)
                        && (READER.matcher(folded).find()
                                || ORDER.matcher(folded).find()));
    }

    private static boolean speaksForTheSite(String line, String folded) {
        return Sentences.words(line, MOST_WORDS + 1) <= MOST_WORDS
                && !REPORTED.matcher(folded).find();
    }
}
