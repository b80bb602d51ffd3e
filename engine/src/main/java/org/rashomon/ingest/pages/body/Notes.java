package org.rashomon.ingest.pages.body;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;

/** Notes about the article itself, the most telling lines of a page: what it had wrong, what was changed, whose opinions it holds. */
final class Notes {
    private static final int FEWEST_WORDS = 5;
    private static final int LEVELS = 3;
    /** Letters; a longer paragraph is no note. */
    private static final int LONGEST = 2000;

    private static final double MOST_LINKS = 0.5;
    private static final double SAME = 0.8;
    private static final String ARTICLE =
            "(?:article|story|report|piece|post|page|headline|video|caption|photograph|picture|graphic|dispatch|obituary|column|version)";
    private static final String CHANGED =
            "(?:amended|corrected|updated|changed|edited|clarified|revised|retracted|withdrawn)";
    private static final Pattern CORRECTION = Pattern.compile(
            "(?:corrections?|clarifications?|editor[’']?s[’']? note|amendment|retraction|erratum)\\b.{0,40}[:.—–-].*"
                    + "|.*\\bearlier versions? of (?:this|the|our) " + ARTICLE + "\\b.*"
                    + "|.*\\b(?:this|the|our) " + ARTICLE
                    + "(?: .{0,60})? (?:originally |previously |initially |wrongly |incorrectly )+(?:said|stated|reported|gave|identified|misidentified|misstated|attributed|named|quoted)\\b.*"
                    + "|(?:this|the|our) " + ARTICLE + "(?: .{0,60})? (?:was|were|has been|have been) (?:since )?"
                    + CHANGED + "\\b.*"
                    + "|(?:we|the editors) (?:have )?(?:corrected|amended|clarified|retracted)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LABEL = Pattern.compile(
            "(?:corrections?|clarifications?|editor[’']?s[’']? notes?|corrections? and clarifications?|retraction)\\W*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile(
            "(?:^|[\\s_-])(?:corrections?|clarifications?|editors?-?note|retraction|erratum)(?:$|[\\s_-])",
            Pattern.CASE_INSENSITIVE);
    /** How a site asks its readers to tell it of faults. */
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:you|your|us|please|submit|report an? (?:error|correction))\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern DISCLAIMER = Pattern.compile(
            "(?:the )?(?:views|opinions|positions)(?: (?:and|or) (?:views|opinions))? (?:expressed|stated|contained)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Shingles shown;

    Notes(Shingles shown) {
        this.shown = shown;
    }

    /** Keeps corrections, wherever they stand, as part of the article; what disowns its opinions stays too, unread. */
    void mark(List<Stretch> all) {
        for (int i = 0; i < all.size(); i++) {
            Stretch stretch = all.get(i);
            if (stretch.chosen
                    && !stretch.isKept()
                    && DISCLAIMER.matcher(stretch.text).lookingAt()) {
                stretch.role = BlockRole.FURNITURE;
            }
            if (isCorrection(stretch, i == 0 ? null : all.get(i - 1)) && belongsHere(stretch)) {
                stretch.role = BlockRole.BODY;
                stretch.marks.add(Block.Mark.CORRECTION);
                shown.add(stretch.text);
            }
        }
    }

    private static boolean isCorrection(Stretch stretch, @Nullable Stretch before) {
        if (stretch.length > LONGEST || !stretch.isSentence() || stretch.words() < FEWEST_WORDS) {
            return false;
        }
        if (CORRECTION.matcher(stretch.text).matches()) {
            return true;
        }
        boolean labelled = before != null && LABEL.matcher(before.text).matches();
        return (labelled || isNamed(stretch.block))
                && !ASKED.matcher(stretch.text).find();
    }

    private static boolean isNamed(Element block) {
        Element at = block;
        for (int level = 0; level < LEVELS && at != null; level++) {
            if (NAME.matcher(Dom.names(at)).find()) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }

    private boolean belongsHere(Stretch stretch) {
        boolean elsewhere = stretch.cut != null && stretch.cut.isOfOthers();
        return stretch.isKept()
                || (!elsewhere && stretch.linkShare() <= MOST_LINKS && shown.share(stretch.text) < SAME);
    }
}
