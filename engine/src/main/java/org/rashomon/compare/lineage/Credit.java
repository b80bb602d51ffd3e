package org.rashomon.compare.lineage;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Words;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.words.Tsv;

/**
 * The wires and outlets that an article credits with its text: in a byline or dateline, in brackets, or after a dash at the end
 * of a paragraph. A wire that is merely quoted in a sentence is not credited with the text.
 */
final class Credit {
    private static final Map<String, String> WIRES = Tsv.pairs("facts/wires.tsv");
    private static final int LONGEST_CREDIT_LINE = 120;

    private final Set<String> wires;
    private final String creditLines;

    private Credit(Set<String> wires, String creditLines) {
        this.wires = wires;
        this.creditLines = creditLines;
    }

    static Credit of(Article article) {
        Set<String> wires = new TreeSet<>();
        StringBuilder lines = new StringBuilder(" ");
        for (Block block : article.blocks()) {
            String text = block.span().in(article.text());
            boolean creditLine = block.role() == BlockRole.BYLINE || block.role() == BlockRole.DATELINE;
            if (creditLine && text.length() <= LONGEST_CREDIT_LINE) {
                lines.append(Words.fold(text)).append(' ');
            } else if (block.role() == BlockRole.BODY) {
                marked(text).forEach(credit -> lines.append(credit).append(' '));
            }
        }
        String credits = lines.toString();
        WIRES.forEach((name, wire) -> {
            if (credits.contains(" " + name + " ")) {
                wires.add(wire);
            }
        });
        return new Credit(wires, credits);
    }

    /** Folded words of short brackets near a paragraph's start and of what follows a dash at its end. */
    private static Set<String> marked(String paragraph) {
        Set<String> marked = new LinkedHashSet<>();
        int open = paragraph.indexOf('(');
        int close = open < 0 ? -1 : paragraph.indexOf(')', open);
        if (close > open && close - open <= 40 && (open < 60 || close >= paragraph.length() - 2)) {
            marked.add(Words.fold(paragraph.substring(open + 1, close)));
        }
        int dash = Math.max(
                paragraph.lastIndexOf('\u2014'),
                Math.max(paragraph.lastIndexOf('\u2013'), paragraph.lastIndexOf(" - ")));
        if (dash >= 0 && paragraph.length() - dash <= 40) {
            marked.add(Words.fold(paragraph.substring(dash + 1)));
        }
        if (paragraph.length() <= 40) {
            marked.add(Words.fold(paragraph));
        }
        return marked;
    }

    /** Whether the outlet of this name is credited. */
    boolean names(@Nullable String outlet) {
        if (outlet == null || outlet.isBlank()) {
            return false;
        }
        String folded = Words.fold(outlet);
        String wire = WIRES.get(folded);
        return (wire != null && wires.contains(wire)) || creditLines.contains(" " + folded + " ");
    }

    /** Whether both articles go back to one wire: both credit it, or the other is that wire. */
    boolean sharesWire(Credit other, @Nullable String otherOutlet) {
        return names(otherOutlet) || wires.stream().anyMatch(other.wires::contains);
    }
}
