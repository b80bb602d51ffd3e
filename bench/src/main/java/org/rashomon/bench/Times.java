package org.rashomon.bench;

import org.rashomon.model.TimeExpression;
import tools.jackson.databind.node.ArrayNode;

/**
 * Task {@code times}: a record {@code {id, text, dct}} gives {@code {id, times: [{start, end, value}]}}, in code points; the
 * value is null where it depends on a {@code dct} that the record lacks.
 */
final class Times {
    private Times() {}

    static void report(ArticleTask.Analysed analysed, ArrayNode times) {
        for (TimeExpression time : analysed.analysis().times()) {
            analysed.add(times, time.span()).put("value", time.value());
        }
    }
}
