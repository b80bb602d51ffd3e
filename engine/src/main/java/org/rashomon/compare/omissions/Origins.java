package org.rashomon.compare.omissions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rashomon.model.dossier.Lineage;

/** Which articles print whose text. What merely reworks parts of a text need not have had the whole of it. */
final class Origins {
    private final Map<String, Set<String>> direct = new HashMap<>();

    Origins(List<Lineage> lineages) {
        for (Lineage lineage : lineages) {
            if (lineage.kind() != Lineage.Kind.REWRITTEN) {
                direct.computeIfAbsent(lineage.to(), id -> new TreeSet<>()).add(lineage.from());
            }
        }
    }

    /** Whether the article prints, at any remove, the text of one of {@code sources}. */
    boolean printsOneOf(String article, Set<String> sources) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(direct.getOrDefault(article, Set.of()));
        while (!open.isEmpty()) {
            String origin = open.remove(open.size() - 1);
            if (sources.contains(origin)) {
                return true;
            }
            if (seen.add(origin)) {
                open.addAll(direct.getOrDefault(origin, Set.of()));
            }
        }
        return false;
    }
}
