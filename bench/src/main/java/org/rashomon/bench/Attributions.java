package org.rashomon.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rashomon.annotate.ActorRegistry;
import org.rashomon.annotate.Attributor;
import org.rashomon.annotate.ClaimMaker;
import org.rashomon.annotate.EntityRecogniser;
import org.rashomon.annotate.LearnedAttributor;
import org.rashomon.annotate.NameLexicon;
import org.rashomon.annotate.Places;
import org.rashomon.annotate.RuleAttributor;
import org.rashomon.annotate.SentenceTagger;
import org.rashomon.annotate.TaggedSentence;
import org.rashomon.model.Article;
import org.rashomon.model.Attribution;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.Speaker;
import org.rashomon.model.SpeakerStatus;
import org.rashomon.nlp.PosTagger;
import org.rashomon.nlp.Reader;
import org.rashomon.nlp.Reading;
import org.rashomon.text.CodePoints;
import org.rashomon.text.SentenceSplitter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Task {@code attribution}: a record {@code {id, text}} gives {@code {id, attributions: [{source, cue, content, speaker,
 * speakerStatus, act}]}}, the first three lists of {@code [start, end)} in code points; {@code speaker} is null where the text does
 * not tell. All attributions count here, voiced or not, as in PolNeAR; the trained reader
 * stands alone, without the rules that fill its gaps where claims are wanted.
 */
final class Attributions {
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final SentenceTagger tagger = new SentenceTagger(PosTagger.load());
    private final Attributor rules = new RuleAttributor();
    private final NameLexicon names = NameLexicon.of(ActorRegistry.standard(), Places.standard());
    private final EntityRecogniser recogniser = new EntityRecogniser(names);
    private final ClaimMaker claimMaker = new ClaimMaker(names, Places.standard());
    private final Optional<Reader> reader;

    Attributions(Optional<Reader> reader) {
        this.reader = reader;
    }

    ObjectNode predict(JsonNode record) {
        Article article = PlainText.article(record);
        CodePoints points = new CodePoints(article.text());
        ArrayNode attributions = Task.JSON.createArrayNode();
        List<Sentence> split = splitter.split(article);
        List<TaggedSentence> sentences = tagger.tag(article, split);
        Optional<Reading> reading = PlainText.reading(reader, article, split);
        Attributor attributor = reading.<Attributor>map(
                        learned -> new LearnedAttributor(learned, (text, words) -> List.of()))
                .orElse(rules);
        List<Attribution> found = attributor.attribute(article, sentences);
        List<Mention> mentions = recogniser.recognise(article, split, reading);
        List<ClaimMaker.Judgement> judgements = claimMaker.judge(article, sentences, mentions, found, reading);
        for (int i = 0; i < found.size(); i++) {
            ObjectNode node = attributions.addObject();
            node.set("source", spans(found.get(i).source(), points));
            node.set("cue", spans(found.get(i).cue(), points));
            node.set("content", spans(found.get(i).content(), points));
            Speaker speaker = judgements.get(i).speaker();
            node.put("speaker", speaker.status() == SpeakerStatus.UNRESOLVED ? null : speaker.label());
            node.put("speakerStatus", speaker.status().name().toLowerCase(Locale.ROOT));
            node.put("act", judgements.get(i).act().name());
        }
        ObjectNode prediction = Task.JSON.createObjectNode().put("id", article.id());
        prediction.set("attributions", attributions);
        return prediction;
    }

    private static ArrayNode spans(List<Span> spans, CodePoints points) {
        ArrayNode node = Task.JSON.createArrayNode();
        for (Span span : spans) {
            int[] offsets = points.of(span);
            node.addArray().add(offsets[0]).add(offsets[1]);
        }
        return node;
    }
}
