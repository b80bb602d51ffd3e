package org.rashomon.bench;

import org.rashomon.annotate.times.TimeTagger;
import org.rashomon.model.Article;
import org.rashomon.model.TimeExpression;
import org.rashomon.text.CodePoints;
import org.rashomon.text.SentenceSplitter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Task {@code times}: a record {@code {id, text, dct}} gives {@code {id, times: [{start, end, value}]}}, in code points; the
 * value is null where it depends on a {@code dct} that the record lacks.
 */
final class Times {
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final TimeTagger tagger = new TimeTagger();

    ObjectNode predict(JsonNode record) {
        Article article = PlainText.article(record);
        CodePoints points = new CodePoints(article.text());
        ArrayNode times = Task.JSON.createArrayNode();
        for (TimeExpression time : tagger.tag(article, splitter.split(article))) {
            int[] span = points.of(time.span());
            times.addObject().put("start", span[0]).put("end", span[1]).put("value", time.value());
        }
        ObjectNode prediction = Task.JSON.createObjectNode().put("id", article.id());
        prediction.set("times", times);
        return prediction;
    }
}
