package org.rashomon.ingest.pages.body;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The classes that a page's own style sheets keep out of sight everywhere; rules for print or for some screens do not count. */
final class HiddenClasses {
    private static final int LONGEST_SHEET = 2_000_000;
    private static final int LONGEST_SELECTOR = 2000;
    private static final Pattern CLASS = Pattern.compile("(?:[a-z]{1,10})?\\.([\\w-]{2,60})");

    private final Set<String> classes = new HashSet<>();

    private HiddenClasses() {}

    static HiddenClasses of(Element body) {
        HiddenClasses hidden = new HiddenClasses();
        Document page = body.ownerDocument();
        if (page != null) {
            for (Element sheet : page.select("style:not([media=print])")) {
                String rules = sheet.data();
                if (rules.length() <= LONGEST_SHEET) {
                    hidden.read(rules);
                }
            }
        }
        return hidden;
    }

    /** Rules at the top of a sheet; what stands in braces of braces holds for some screens only. */
    private void read(String rules) {
        int depth = 0;
        int start = 0;
        int open = 0;
        for (int i = 0; i < rules.length(); i++) {
            char c = rules.charAt(i);
            if (c == '{') {
                open = depth == 0 ? i : open;
                depth++;
            } else if (c == '}' && depth > 0 && --depth == 0) {
                rule(rules.substring(start, open), rules.substring(open + 1, i));
                start = i + 1;
            }
        }
    }

    private void rule(String selector, String style) {
        if (selector.length() > LONGEST_SELECTOR || selector.contains("@") || !Dom.isOutOfSight(style)) {
            return;
        }
        for (String one : selector.split(",")) {
            Matcher name = CLASS.matcher(one.strip());
            if (name.matches()) {
                classes.add(name.group(1));
            }
        }
    }

    boolean hides(Element element) {
        return !classes.isEmpty()
                && element.hasAttr("class")
                && element.classNames().stream().anyMatch(classes::contains);
    }
}
