package org.rashomon.compare.relations;

import java.util.List;
import java.util.Map;
import org.rashomon.model.dossier.ClaimRelation;

/**
 * The relations of a comparison.
 *
 * @param all by the first claim's place in the articles, then the second's
 * @param firstReport claim id to the first report of the utterance that it restates; itself where it is the first
 */
public record Relations(List<ClaimRelation> all, Map<String, String> firstReport) {
    public Relations {
        all = List.copyOf(all);
        firstReport = Map.copyOf(firstReport);
    }
}
