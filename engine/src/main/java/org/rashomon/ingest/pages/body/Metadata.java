package org.rashomon.ingest.pages.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Sentences;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.PublicationDate;

/**
 * The article's text as the metadata have it, held against what the page shows: metered pages cut the one and leave the other
 * whole. What the page lacks is added where it belongs, and what the page has and keeps in doubt is believed; nothing is written
 * twice.
 */
final class Metadata {
    private static final int LEAST_BODY = 200;
    /** Where the page shows no paragraph at all. */
    private static final int LEAST_ALONE = 60;

    private static final int FEWEST_WORDS = 5;
    private static final double SAME = 0.8;
    private static final double NEW = 0.3;
    /** How many of the paragraphs in the metadata the page must show for both to be one article. */
    private static final double LEAST_SHARED = 0.2;

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>");
    private static final Pattern BETWEEN_SENTENCES =
            Pattern.compile("(?<=[.!?…][\"”’)]{0,2})(?:\\s+(?=[\\p{Lu}\\d\"“‘(])|(?=[\"“]\\p{Lu}))");

    private final List<Stretch> page;
    private final List<String> units;
    private final Element body;
    /** The runs of words of all that the page holds. */
    private final Shingles held = new Shingles();
    /** Those of what is kept, with the index of their stretch. */
    private final Shingles kept = new Shingles();

    private Metadata(List<Stretch> page, List<String> units, Element body) {
        this.page = page;
        this.units = units;
        this.body = body;
    }

    /** The stretches of {@code page} with what {@code articleBody} holds beyond them; {@code page} itself where it holds no more. */
    static List<Stretch> fill(List<Stretch> page, String articleBody, Element body) {
        return new Metadata(page, units(articleBody), body).fill(articleBody);
    }

    /** {@code page} with those updates of a live blog behind it that it does not show; the headline of each stands before its text. */
    static List<Stretch> updates(List<Stretch> page, List<Draft.Part> updates, Element body) {
        Shingles shown = new Shingles();
        page.stream().filter(Stretch::isKept).forEach(stretch -> shown.add(stretch.text));
        List<Stretch> out = new ArrayList<>(page);
        Draft.Part headline = null;
        for (Draft.Part part : updates) {
            if (part.role() == BlockRole.HEADLINE) {
                headline = part;
                continue;
            }
            for (String unit : units(part.text())) {
                if (shown.share(unit) >= SAME) {
                    continue;
                }
                if (headline != null && shown.share(headline.text()) < SAME) {
                    out.add(added(headline.text(), BlockRole.HEADLINE, headline.posted(), body));
                }
                headline = null;
                out.add(added(unit, BlockRole.BODY, part.posted(), body));
                shown.add(unit);
            }
            headline = null;
        }
        return out;
    }

    /** Paragraphs; sentences where the text has lost its paragraphs. */
    private static List<String> units(String articleBody) {
        String text = articleBody;
        if (TAG.matcher(text).find()) {
            Element parsed = Jsoup.parseBodyFragment(text).body();
            parsed.select("p, div, br, li, h2, h3, blockquote")
                    .forEach(block -> block.before("\n").after("\n"));
            text = parsed.wholeText();
        }
        boolean paragraphs = text.strip().indexOf('\n') > 0;
        List<String> units = new ArrayList<>();
        for (String unit : paragraphs ? text.split("\\s*\n\\s*") : BETWEEN_SENTENCES.split(text)) {
            if (!unit.isBlank()) {
                units.add(unit.strip());
            }
        }
        return units;
    }

    private List<Stretch> fill(String articleBody) {
        boolean shows = page.stream()
                .anyMatch(stretch -> stretch.role == BlockRole.BODY && stretch.words() >= FEWEST_WORDS + 2);
        if (articleBody.length() < (shows ? LEAST_BODY : LEAST_ALONE)) {
            return page;
        }
        believe(articleBody);
        int shown = 0;
        for (int i = 0; i < page.size(); i++) {
            Stretch stretch = page.get(i);
            held.add(stretch.text);
            if (stretch.isKept()) {
                kept.add(stretch.text, i);
                shown += stretch.text.length();
            }
        }
        long shared = units.stream().filter(unit -> kept.share(unit) >= SAME).count();
        boolean sameArticle = shared > 0 && shared >= LEAST_SHARED * units.size();
        if (!sameArticle && shown * 2 >= articleBody.length()) {
            return page;
        }
        if (!sameArticle) {
            page.stream().filter(Stretch::isKept).forEach(stretch -> stretch.drop("the metadata hold the article"));
        }
        return sameArticle ? merged() : replaced();
    }

    /** What the metadata call the article's text is that, whatever its element is named. */
    private void believe(String articleBody) {
        Shingles stated = new Shingles();
        Shingles shown = new Shingles();
        units.forEach(stated::add);
        stated.add(articleBody);
        page.stream().filter(Stretch::isKept).forEach(stretch -> shown.add(stretch.text));
        for (Stretch stretch : page) {
            boolean never = stretch.cut != null && stretch.cut.isOfOthers();
            boolean doubted = !stretch.isKept() && !never && stretch.isSentence() && stretch.words() >= FEWEST_WORDS;
            if (doubted && stated.share(stretch.text) >= SAME && shown.share(stretch.text) < SAME) {
                stretch.keep();
                shown.add(stretch.text);
            }
        }
    }

    private List<Stretch> replaced() {
        List<Stretch> out = new ArrayList<>(page);
        units.forEach(unit -> out.add(added(unit)));
        return out;
    }

    private List<Stretch> merged() {
        Map<Integer, List<String>> missing = new HashMap<>();
        int after = -1;
        for (String unit : units) {
            int place = kept.share(unit) >= SAME ? kept.place(unit) : -1;
            if (place >= 0) {
                after = place;
            } else if (isMissing(unit)) {
                missing.computeIfAbsent(after, index -> new ArrayList<>()).add(unit);
                held.add(unit);
            }
        }
        List<Stretch> out = new ArrayList<>();
        add(missing.get(-1), out);
        for (int i = 0; i < page.size(); i++) {
            out.add(page.get(i));
            add(missing.get(i), out);
        }
        return out;
    }

    private boolean isMissing(String unit) {
        return Sentences.endsLikeOne(unit)
                && Sentences.words(unit, FEWEST_WORDS) >= FEWEST_WORDS
                && held.share(unit) < NEW;
    }

    private void add(@Nullable List<String> units, List<Stretch> out) {
        if (units != null) {
            units.forEach(unit -> out.add(added(unit)));
        }
    }

    private Stretch added(String unit) {
        return added(unit, BlockRole.BODY, null, body);
    }

    private static Stretch added(String unit, BlockRole role, @Nullable PublicationDate posted, Element body) {
        Stretch stretch = new Stretch(unit, 0, body, role, true, null, null, false);
        stretch.posted = posted;
        stretch.marks.add(Block.Mark.METADATA);
        stretch.keep();
        return stretch;
    }
}
