package org.rashomon.bench;

import java.util.List;
import java.util.Optional;
import org.rashomon.annotate.ActorRegistry;
import org.rashomon.annotate.ArticlePlaces;
import org.rashomon.annotate.EntityRecogniser;
import org.rashomon.annotate.NameLexicon;
import org.rashomon.annotate.PlaceResolver;
import org.rashomon.annotate.Places;
import org.rashomon.annotate.Toponym;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.nlp.Reader;
import org.rashomon.text.CodePoints;
import org.rashomon.text.SentenceSplitter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Task {@code places}: a record {@code {id, text}} gives {@code {id, places: [{start, end, lat, lon, geonames}]}}, in code points;
 * coordinates are left out where the text does not decide. With candidates, each place also has {@code candidates: [{lat, lon, share,
 * share, features}]}, from which {@code training/places/rank.py} learns.
 */
final class PlacePredictions {
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final NameLexicon names = NameLexicon.of(ActorRegistry.standard(), Places.standard());
    private final EntityRecogniser recogniser = new EntityRecogniser(names);
    private final PlaceResolver resolver = new PlaceResolver(names, Places.standard());
    private final Optional<Reader> reader;
    private final boolean candidates;

    PlacePredictions(Optional<Reader> reader, boolean candidates) {
        this.reader = reader;
        this.candidates = candidates;
    }

    ObjectNode predict(JsonNode record) {
        Article article = PlainText.article(record);
        CodePoints points = new CodePoints(article.text());
        List<Sentence> sentences = splitter.split(article);
        List<Mention> mentions =
                recogniser.recognise(article, sentences, PlainText.reading(reader, article, sentences));
        ArticlePlaces found = resolver.resolve(article, sentences, mentions);
        ArrayNode places = Task.JSON.createArrayNode();
        for (Toponym toponym : found.toponyms()) {
            int[] span = points.of(toponym.span());
            ObjectNode node = places.addObject().put("start", span[0]).put("end", span[1]);
            if (toponym.decided()) {
                Toponym.Choice best = toponym.choices().get(0);
                node.put("lat", best.lat()).put("lon", best.lon());
                if (best.geonames() != null) {
                    node.put("geonames", best.geonames());
                }
            }
            if (candidates) {
                ArrayNode list = node.putArray("candidates");
                for (Toponym.Choice choice : toponym.choices()) {
                    ObjectNode candidate = list.addObject()
                            .put("lat", choice.lat())
                            .put("lon", choice.lon())
                            .put("share", choice.share());
                    ArrayNode features = candidate.putArray("features");
                    choice.features().forEach(features::add);
                }
            }
        }
        ObjectNode prediction = Task.JSON.createObjectNode().put("id", article.id());
        prediction.set("places", places);
        return prediction;
    }
}
