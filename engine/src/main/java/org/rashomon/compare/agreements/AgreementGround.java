package org.rashomon.compare.agreements;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rashomon.model.Mention;
import org.rashomon.model.dossier.ArticleAnalysis;

/** The countries that an article is about: a truce of one day in another country is another truce. */
final class AgreementGround {
    private static final int MOST = 3;

    private AgreementGround() {}

    /** Codes of the countries whose actors the article names most often, three at most. */
    static Set<String> of(ArticleAnalysis analysis) {
        Map<String, Integer> counts = new HashMap<>();
        for (Mention mention : analysis.mentions()) {
            if (mention.actor() != null && mention.actor().country() != null) {
                counts.merge(mention.actor().country(), 1, Integer::sum);
            }
        }
        Set<String> ground = new TreeSet<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .forEach(entry -> ground.add(entry.getKey()));
        return ground;
    }
}
