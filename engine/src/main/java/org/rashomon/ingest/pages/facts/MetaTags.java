package org.rashomon.ingest.pages.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page's meta elements by each of their names, in lower case: a {@code property}, a {@code name}, each word of an {@code itemprop}. */
final class MetaTags {
    private static final int MOST = 1000;

    private final Map<String, List<String>> contents = new LinkedHashMap<>();

    MetaTags(Document page) {
        for (Element meta : page.select("meta[content]").stream().limit(MOST).toList()) {
            String content = meta.attr("content").strip();
            if (content.isEmpty()) {
                continue;
            }
            for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
                for (String name :
                        meta.attr(attribute).toLowerCase(Locale.ROOT).strip().split("\\s+")) {
                    if (!name.isEmpty()) {
                        contents.computeIfAbsent(name, n -> new ArrayList<>()).add(content);
                    }
                }
            }
        }
    }

    Optional<String> first(String... names) {
        for (String name : names) {
            List<String> found = contents.get(name);
            if (found != null) {
                return Optional.of(found.get(0));
            }
        }
        return Optional.empty();
    }

    /** Contents under all names that pass, in the order of the page. */
    Map<String, List<String>> matching(Predicate<String> name) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        contents.forEach((key, value) -> {
            if (name.test(key)) {
                out.put(key, value);
            }
        });
        return out;
    }

    List<String> all(String... names) {
        List<String> out = new ArrayList<>();
        for (String name : names) {
            out.addAll(contents.getOrDefault(name, List.of()));
        }
        return out;
    }
}
