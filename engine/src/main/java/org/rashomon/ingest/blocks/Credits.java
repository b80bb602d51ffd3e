package org.rashomon.ingest.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Span;

/** Tells captions by the picture credit that ends them, or the words that open them. */
final class Credits {
    private static final int LONGEST_CREDIT = 120;
    private static final int LONGEST_CAPTION_WORDS = 90;

    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^()]{2,100})\\)$");
    private static final Pattern PHOTO_BY = Pattern.compile(
            "(?:\\| ?)?(?:Photo(?:graph)?s?|Picture|Image|Video)(?: by| courtesy of| credit:?|:| ?/) ?\\p{L}[^.!?]{1,80}$");
    private static final Pattern SLASHED = Pattern.compile(
            "(?:\\| ?|[–—-] ?)?(?:\\p{Lu}[\\p{L}.'’-]{0,20} ){0,3}(?:\\p{Lu}[\\p{L}.'’-]{0,20})(?:/\\p{Lu}[\\p{L} .'’]{1,25}){1,3}$");
    private static final Pattern PIPED = Pattern.compile("\\| ?[\\p{L}. /]{2,40}$");
    private static final Pattern VIA =
            Pattern.compile("(?:\\| ?)?(?:\\p{Lu}[\\p{L}.'’-]{0,20} ?){1,3},? (?:[\\p{L} ]{1,20} )?(?:via|/) ?AP$");
    private static final Pattern OPENER = Pattern.compile(
            "(?:(?:A|An|The) (?:picture|photo|photograph|image|file (?:photo|picture|image)|screen ?grab|handout(?: (?:photo|picture|image))?|(?:satellite|video|still|frame) (?:image|photo|grab))"
                    + " (?:taken|made|released|provided|shows|showing|from|of|grabbed|obtained|published|circulated)\\b"
                    + "|FILE(?: PHOTO| -|:)|File(?: photo| picture| image| pic)\\b"
                    + "|(?:In )?[Tt]his (?:\\S{1,25} ){0,5}?(?:photo|picture|image|photograph|video frame|frame grab|screen ?grab)\\b[^.]{0,60}(?:provided|taken|made|released|shows?|obtained)"
                    + "|(?:Photo|Picture|Image)s?: )");

    private final FurnitureLexicon lexicon;

    Credits(FurnitureLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Caption and credit, or one undecided piece; {@code caption} when other words said already that this is one. */
    List<Piece> split(String text, Span line, boolean caption) {
        List<Piece> pieces = new ArrayList<>();
        int from = creditStart(text, line);
        Span before = from < 0 ? line : Paragraph.trimmed(text, line.start(), from);
        if (before == null) {
            pieces.add(new Piece(line, BlockRole.FURNITURE));
            return pieces;
        }
        boolean opens =
                OPENER.matcher(text).region(before.start(), before.end()).lookingAt();
        String head = before.length() > 800 ? text.substring(before.start(), before.start() + 800) : before.in(text);
        boolean fits =
                before.length() <= 800 && Sentences.words(head, LONGEST_CAPTION_WORDS + 1) <= LONGEST_CAPTION_WORDS;
        boolean shows = fits && (caption || opens || (from >= 0 && sentences(head) <= 2));
        pieces.add(new Piece(before, shows ? BlockRole.CAPTION : null));
        if (from >= 0) {
            boolean bracket = !shows;
            Furniture.addTrimmed(text, from, line.end(), bracket ? BlockRole.BYLINE : BlockRole.FURNITURE, pieces);
        }
        return pieces;
    }

    /** Where the credit that ends the line begins, or -1. */
    private int creditStart(String text, Span line) {
        int from = Math.max(line.start(), line.end() - LONGEST_CREDIT);
        String end = text.substring(from, line.end());
        Matcher bracket = IN_BRACKETS.matcher(end);
        if (end.endsWith(")") && bracket.find() && namesAgency(bracket.group(1))) {
            return from + bracket.start();
        }
        if (".!?\"”".indexOf(end.charAt(end.length() - 1)) >= 0) {
            return -1;
        }
        for (Pattern pattern : List.of(PHOTO_BY, PIPED, VIA, SLASHED)) {
            int at = creditAt(pattern, end);
            if (at >= 0 && (pattern == PHOTO_BY || namesAgency(end.substring(at)))) {
                return from + at;
            }
        }
        return -1;
    }

    /** Tries the pattern where words begin, so that cost stays linear. */
    private static int creditAt(Pattern pattern, String end) {
        Matcher matcher = pattern.matcher(end);
        return matcher.find() ? matcher.start() : -1;
    }

    private boolean namesAgency(String credit) {
        String folded = Sentences.fold(credit);
        if (folded.startsWith("photo") || folded.contains(" photo")) {
            return true;
        }
        for (String part : folded.split("[/|:,;–—]| via | for | and ")) {
            if (lexicon.isAgency(Furniture.core(part))) {
                return true;
            }
        }
        return folded.endsWith("getty images") || folded.endsWith("and agencies");
    }

    private static int sentences(String text) {
        int count = 0;
        int end = text.length();
        while (end > 0 && count < 5) {
            count++;
            int start = Sentences.lastStart(text, 0, end);
            Span left = start == 0 ? null : Paragraph.trimmed(text, 0, start);
            end = left == null ? 0 : left.end();
        }
        return count;
    }
}
