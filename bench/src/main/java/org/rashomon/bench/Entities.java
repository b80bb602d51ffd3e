package org.rashomon.bench;

import org.rashomon.model.Mention;
import tools.jackson.databind.node.ArrayNode;

/** Task {@code entities}: a record {@code {id, text}} gives {@code {id, entities: [{start, end, type}]}}, in code points. */
final class Entities {
    private Entities() {}

    static void report(ArticleTask.Analysed analysed, ArrayNode entities) {
        for (Mention mention : analysed.analysis().mentions()) {
            analysed.add(entities, mention.span()).put("type", mention.type().name());
        }
    }
}
