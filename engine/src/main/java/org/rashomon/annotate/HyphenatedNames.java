package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rashomon.text.Token;

/**
 * Parts hyphenated words that hold a name: <em>US-led, pro-Assad, Russian-Syrian</em>. Names that are written with a hyphen
 * (<em>al-Nusra, Ki-moon, Jean-Yves</em>) stay whole.
 */
final class HyphenatedNames {
    private static final Set<String> BEFORE = Set.of(
            "pro", "anti", "non", "ex", "post", "pre", "mid", "then", "Pro", "Anti", "Non", "Ex", "Post", "Pre", "Mid");
    private static final Set<String> BEHIND = Set.of(
            "based",
            "led",
            "backed",
            "brokered",
            "made",
            "born",
            "controlled",
            "held",
            "linked",
            "style",
            "run",
            "allied",
            "owned",
            "funded",
            "sponsored",
            "supported",
            "occupied",
            "affiliated",
            "friendly",
            "speaking",
            "trained",
            "armed",
            "built",
            "mediated",
            "drafted",
            "dominated",
            "area",
            "era",
            "language",
            "wide",
            "bound",
            "inspired",
            "imposed",
            "administered",
            "declared",
            "majority",
            "ruled",
            "flagged",
            "supplied",
            "listed",
            "aligned",
            "installed",
            "proposed",
            "initiated",
            "designated",
            "produced",
            "manufactured",
            "educated",
            "level",
            "free",
            "related",
            "appointed",
            "protected",
            "hosted",
            "organised",
            "organized",
            "registered",
            "operated",
            "wing",
            "directed");

    private HyphenatedNames() {}

    static List<Token> parted(String text, List<Token> tokens) {
        List<Token> parted = new ArrayList<>(tokens.size() + 4);
        for (Token token : tokens) {
            int hyphen = cut(token.in(text));
            if (hyphen > 0) {
                parted.add(new Token(token.start(), token.start() + hyphen));
                parted.addAll(parted(text, List.of(new Token(token.start() + hyphen + 1, token.end()))));
            } else {
                parted.add(token);
            }
        }
        return parted;
    }

    /** Where to cut, or 0. */
    private static int cut(String word) {
        int first = word.indexOf('-');
        if (first <= 0 || first == word.length() - 1 || !Names.hasUpperCase(word)) {
            return 0;
        }
        String before = word.substring(0, first);
        if (BEFORE.contains(before) && Character.isUpperCase(word.charAt(first + 1))) {
            return first;
        }
        int last = word.lastIndexOf('-');
        if (BEHIND.contains(word.substring(last + 1))) {
            return last;
        }
        boolean states = ActorRegistry.standard().governmentOf(before).isPresent()
                && ActorRegistry.standard()
                        .governmentOf(word.substring(first + 1))
                        .isPresent()
                && !ActorRegistry.standard().governmentOf(word).isPresent();
        return states ? first : 0;
    }
}
