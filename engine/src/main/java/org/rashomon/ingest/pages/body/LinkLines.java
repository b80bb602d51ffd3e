package org.rashomon.ingest.pages.body;

import java.util.regex.Pattern;
import org.rashomon.ingest.blocks.Sentences;
import org.rashomon.model.BlockRole;

/** Tells lines of links, which point elsewhere, from prose that is linked. */
final class LinkLines {
    private static final double MOST_LINKS = 0.5;
    private static final double MOST_PARTLY = 0.8;
    private static final int LONG_LINE = 200;
    private static final int FEWEST_WORDS = 6;
    private static final int FEWEST_PARTLY = 4;
    private static final Pattern POINTER = Pattern.compile(
            "(?:read|see|watch|listen|click|subscribe|sign (?:up|in)|follow us|download|view (?:all|more|the)|don't miss|join us|get our|share|tweet)\\b.*"
                    + "|(?:more|related|also|photos?|video|gallery|in pictures|tags?|topics?|categor(?:y|ies)|filed|posted|next|previous|by)(?: (?:on|from|stories|in|under|to|read))*\\s*[:|–—-].*"
                    + "|(?:more|related|also|photos?|filed|posted) (?:on|from|stories|in|under|read)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ROW =
            Pattern.compile("(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    /** A stop with words behind it: the next sentence, or a label that markup sets against it. */
    private static final Pattern STOP_WITHIN = Pattern.compile("\\p{L}{2,}[.!][\"”’)]*(?:\\s+|(?=\\p{Lu}))");

    private LinkLines() {}

    /** A sentence with a stop is prose however much of it is a link; a pointer to another story is none. */
    static boolean isOne(Stretch stretch) {
        if (stretch.linkShare() <= MOST_LINKS
                || stretch.length >= LONG_LINE
                || ADDRESS.matcher(stretch.text).matches()) {
            return false;
        }
        if (stretch.markup == BlockRole.HEADLINE
                || POINTER.matcher(stretch.text).matches()
                || stretch.block.closest("a") != null) {
            return true;
        }
        return !isPartly(stretch) && !holdsSentence(stretch);
    }

    /** A row of tags that a line break parts from the lead. */
    static boolean isRow(CharSequence line, int links) {
        String text = line.toString().strip();
        int length = Dom.visible(text);
        boolean tags = ROW.matcher(text).lookingAt();
        return links > (tags ? MOST_LINKS : MOST_PARTLY) * length && length < LONG_LINE && !Sentences.endsLikeOne(text);
    }

    /** A paragraph that says something of what it links. */
    private static boolean isPartly(Stretch stretch) {
        return stretch.block.normalName().equals("p")
                && stretch.linkShare() <= MOST_PARTLY
                && stretch.words() >= FEWEST_PARTLY;
    }

    private static boolean holdsSentence(Stretch stretch) {
        if (stretch.words() < FEWEST_WORDS) {
            return false;
        }
        boolean whole = stretch.isSentence()
                && !stretch.text.endsWith("?")
                && !stretch.text.endsWith("...")
                && !stretch.text.endsWith("…");
        return whole || STOP_WITHIN.matcher(stretch.text).find();
    }
}
