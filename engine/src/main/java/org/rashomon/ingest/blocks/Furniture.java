package org.rashomon.ingest.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Span;

/**
 * Cuts one line of a page into what is certainly furniture, caption or byline by its own words, and a rest that is undecided.
 *
 * <p>Leans to the undecided: a rule needs a phrase that prose does not hold, and a line short enough to be no paragraph.
 */
final class Furniture {
    /** Rules look at no more of a line than this; no menu is longer, and a line may have megabytes. */
    private static final int LONGEST_RULE = 6000;

    private static final int LONGEST_LEAD = 120;

    private static final String OUTER = " \t.:;,!?*•·|[](){}<>»›«‹→▶►▼►—–-_=~#\"'…";
    private static final Pattern BARE_ADDRESS = Pattern.compile(
            "(?:[\\w ]{0,20}:? ?)?(?:https?://|www\\.)\\S++|[\\w-]++(?:\\.[\\w-]++)*\\.(?:com|org|net|co\\.uk|info|ir|ru|tv)(?:/\\S*+)?"
                    + "|[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)++");
    private static final Pattern PLAYER_END =
            Pattern.compile("(?:listen ·?|·|download|queue)?(?: ?\\b\\d{1,2}:\\d{2}\\b(?! ?[ap]\\.?m)){1,3}$");
    private static final Pattern FOLLOW = Pattern.compile("follow (?:[^.]{2,60}) on (?:twitter|facebook|instagram)\\b");
    private static final String HIGHLIGHTS = " Story Highlights ";
    private static final int HIGHLIGHTS_WITHIN = 800;
    private static final Pattern LAST_TIME = Pattern.compile("(?<! at)(?<! until)(?<! by) \\d\\d:\\d\\d$");
    private static final Pattern COUNTS = Pattern.compile("[\\d\\s.,:;/|·•+kKmM-]++");
    private static final Pattern SEPARATORS = Pattern.compile("\\s[»›>|/→]\\s|[»›]");

    private final FurnitureLexicon lexicon;
    private final Credits credits;
    private final Offers offers;

    Furniture(FurnitureLexicon lexicon) {
        this.lexicon = lexicon;
        this.credits = new Credits(lexicon);
        this.offers = new Offers(lexicon);
    }

    /** The pieces of {@code line}, in order. */
    List<Piece> cut(String text, Span line) {
        int lead = Tags.rowEnd(text, line);
        Span behind = lead < 0 ? null : Paragraph.trimmed(text, lead, line.end());
        if (behind != null) {
            List<Piece> pieces = new ArrayList<>();
            addTrimmed(text, line.start(), lead, BlockRole.FURNITURE, pieces);
            pieces.addAll(cut(text, behind));
            return pieces;
        }
        String head = text.substring(line.start(), Math.min(line.end(), line.start() + HIGHLIGHTS_WITHIN));
        int highlights = head.indexOf(HIGHLIGHTS);
        Span before = highlights < 0 ? null : Paragraph.trimmed(text, line.start(), line.start() + highlights);
        if (before == null) {
            return cutOne(text, line);
        }
        List<Piece> pieces = new ArrayList<>(cutOne(text, before));
        pieces.addAll(cutOne(text, new Span(line.start() + highlights + 1, line.end())));
        return pieces;
    }

    private List<Piece> cutOne(String text, Span line) {
        List<Piece> pieces = new ArrayList<>();
        Span rest = leads(text, line, pieces);
        if (rest == null) {
            return pieces;
        }
        BlockRole lead =
                pieces.isEmpty() ? null : pieces.remove(pieces.size() - 1).role();
        if (lead != null && rest.start() > line.start()) {
            addTrimmed(text, line.start(), rest.start(), BlockRole.FURNITURE, pieces);
        }
        BlockRole whole = rest.length() > LONGEST_RULE ? null : whole(rest.in(text));
        if (whole != null) {
            pieces.add(new Piece(rest, whole));
            return pieces;
        }
        boolean caption = lead == BlockRole.CAPTION;
        pieces.addAll(credits.split(text, rest, caption));
        return pieces;
    }

    /** What all of {@code line} is, or null. */
    private @Nullable BlockRole whole(String line) {
        String folded = Sentences.fold(line);
        String core = core(folded);
        if (core.chars().noneMatch(Character::isLetterOrDigit)) {
            return BlockRole.FURNITURE;
        }
        if (lexicon.isLine(core) || lexicon.isMenu(core) || COUNTS.matcher(core).matches() || Sentences.isTally(line)) {
            return BlockRole.FURNITURE;
        }
        if (folded.length() < 300 && BARE_ADDRESS.matcher(folded).matches()) {
            return BlockRole.FURNITURE;
        }
        if (offers.isOffer(line)) {
            return BlockRole.FURNITURE;
        }
        int words = Sentences.words(folded, 1000);
        if (folded.startsWith("photos: ") && folded.indexOf(" photos: ") > 0) {
            return BlockRole.FURNITURE;
        }
        for (FurnitureLexicon.Entry entry : lexicon.starts()) {
            if (words <= entry.words() && startsWithWord(folded, entry.phrase())) {
                return entry.role();
            }
        }
        for (FurnitureLexicon.Entry entry : lexicon.holds()) {
            if (words <= entry.words() && folded.contains(entry.phrase())) {
                return entry.role();
            }
        }
        if (words <= 25 && FOLLOW.matcher(folded).lookingAt()) {
            return BlockRole.FURNITURE;
        }
        boolean prose = Sentences.endsLikeOne(line) && words > 8;
        for (FurnitureLexicon.Entry entry : lexicon.ends()) {
            if (words <= entry.words() && folded.endsWith(entry.phrase())) {
                return entry.role();
            }
        }
        if (!prose
                && words <= 30
                && (endsWithPlayer(folded) || isBreadcrumb(line, folded) || isMenuLine(line, words))) {
            return BlockRole.FURNITURE;
        }
        return null;
    }

    private static boolean startsWithWord(String folded, String phrase) {
        if (!folded.startsWith(phrase)) {
            return false;
        }
        boolean closed = !Character.isLetterOrDigit(phrase.charAt(phrase.length() - 1));
        return closed
                || folded.length() == phrase.length()
                || !Character.isLetterOrDigit(folded.charAt(phrase.length()));
    }

    private static boolean endsWithPlayer(String folded) {
        String end = folded.substring(Math.max(0, folded.length() - 40));
        Matcher player = PLAYER_END.matcher(end);
        return (LAST_TIME.matcher(end).find() && folded.length() <= 100)
                || (player.find()
                        && (player.group().indexOf(' ') > 0
                                || (folded.length() <= 60 && player.group().startsWith("·"))));
    }

    private static boolean isBreadcrumb(String line, String folded) {
        Matcher separator = SEPARATORS.matcher(line);
        int separators = 0;
        while (separator.find()) {
            separators++;
        }
        return separators >= 3 || (separators >= 1 && folded.startsWith("home"));
    }

    /** Whether most words name menu items, and none of the others looks like prose. */
    private boolean isMenuLine(String line, int words) {
        return words >= 2 && words <= 60 && menuWords(line) * 10 >= words * 7;
    }

    /** How many of the words belong to menu items. */
    int menuWords(String line) {
        String[] words = line.split("\\s+");
        int found = 0;
        for (int i = 0; i < words.length; ) {
            int taken = menuAt(words, i);
            found += taken;
            i += Math.max(1, taken);
        }
        return found;
    }

    private int menuAt(String[] words, int at) {
        StringBuilder phrase = new StringBuilder();
        int taken = 0;
        for (int n = 0; n < 3 && at + n < words.length; n++) {
            phrase.append(n == 0 ? "" : " ").append(words[at + n]);
            if (lexicon.isMenu(core(Sentences.fold(phrase.toString())))) {
                taken = n + 1;
            }
        }
        return taken;
    }

    /** Without outer punctuation. */
    static String core(String folded) {
        int start = 0;
        int end = folded.length();
        while (start < end && OUTER.indexOf(folded.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && OUTER.indexOf(folded.charAt(end - 1)) >= 0) {
            end--;
        }
        return folded.substring(start, end);
    }

    /**
     * Passes over the leading phrases; the one piece added stands for the role that the last phrase gives what follows.
     *
     * @return the rest, or null when nothing is left and the line is furniture
     */
    private @Nullable Span leads(String text, Span line, List<Piece> pieces) {
        Span rest = line;
        BlockRole role = null;
        for (FurnitureLexicon.Entry lead = lead(text, rest); lead != null; lead = lead(text, rest)) {
            role = lead.role();
            Span after = Paragraph.trimmed(text, rest.start() + lead.phrase().length(), line.end());
            if (after == null) {
                pieces.add(new Piece(line, BlockRole.FURNITURE));
                return null;
            }
            rest = after;
        }
        if (role != null) {
            pieces.add(new Piece(line, role));
        }
        return rest;
    }

    private FurnitureLexicon.@Nullable Entry lead(String text, Span rest) {
        String start = text.substring(rest.start(), Math.min(rest.end(), rest.start() + LONGEST_LEAD));
        for (FurnitureLexicon.Entry entry : lexicon.shouts()) {
            if (startsWithWord(start, entry.phrase())) {
                return entry;
            }
        }
        String folded = start.toLowerCase(Locale.ROOT);
        for (FurnitureLexicon.Entry entry : lexicon.leads()) {
            int end = rest.start() + entry.phrase().length();
            if (startsWithWord(folded, entry.phrase()) && !readsOn(text, end)) {
                return entry;
            }
        }
        return null;
    }

    /** A phrase that goes on in lower case is the start of a sentence: <em>Advertisement spending rose</em>. */
    private static boolean readsOn(String text, int end) {
        boolean capitals = Character.isUpperCase(text.charAt(end - 1));
        int next = end;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return !capitals && next < text.length() && Character.isLowerCase(text.charAt(next));
    }

    static void addTrimmed(String text, int start, int end, BlockRole role, List<Piece> pieces) {
        Span span = Paragraph.trimmed(text, start, end);
        if (span != null) {
            pieces.add(new Piece(span, role));
        }
    }
}
