package org.rashomon.bench;

import java.util.List;
import java.util.Optional;
import org.rashomon.annotate.ActorRegistry;
import org.rashomon.annotate.EntityRecogniser;
import org.rashomon.annotate.NameLexicon;
import org.rashomon.annotate.Places;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.nlp.Reader;
import org.rashomon.text.CodePoints;
import org.rashomon.text.SentenceSplitter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Task {@code entities}: a record {@code {id, text}} gives {@code {id, entities: [{start, end, type}]}}, in code points. */
final class Entities {
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final EntityRecogniser recogniser =
            new EntityRecogniser(NameLexicon.of(ActorRegistry.standard(), Places.standard()));
    private final Optional<Reader> reader;

    Entities(Optional<Reader> reader) {
        this.reader = reader;
    }

    ObjectNode predict(JsonNode record) {
        Article article = PlainText.article(record);
        CodePoints points = new CodePoints(article.text());
        ArrayNode entities = Task.JSON.createArrayNode();
        List<Sentence> sentences = splitter.split(article);
        List<Mention> mentions =
                recogniser.recognise(article, sentences, PlainText.reading(reader, article, sentences));
        for (Mention mention : mentions) {
            int[] span = points.of(mention.span());
            entities.addObject()
                    .put("start", span[0])
                    .put("end", span[1])
                    .put("type", mention.type().name());
        }
        ObjectNode prediction = Task.JSON.createObjectNode().put("id", article.id());
        prediction.set("entities", entities);
        return prediction;
    }
}
