package org.rashomon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.pipeline.ArticlePipeline;
import org.rashomon.pipeline.ComparisonPipeline;
import org.rashomon.words.SourceWords;
import org.rashomon.words.Tsv;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Task {@code incidents}: a record {@code {id, text, dct?}} gives {@code {id, incidents: [{type, perpetrators, organizations, targets, victims,
 * weapons, date, location}]}}, as MUC-4 asks: the incidents that the program would show of this article alone, with their slots as strings of the text.
 *
 * <p>Its kinds become those of MUC-4 by {@code muc-types.tsv}; a kind that MUC-4 does not ask for (a clash, a protest) is left out. Doers are those
 * that the program resolves, by the words that name them in the sentence of a mention; it keeps no words of doers without a name (<em>four men</em>). A text in
 * capitals only is read in sentence case ({@link SentenceCase}).
 */
final class Templates implements Task {
    private static final Map<String, String> TYPES = Tsv.pairs("bench/muc-types.tsv");
    /** What a noun of something that can be hit is: {@code person} or {@code thing}. */
    private static final Map<String, String> HIT = Tsv.pairs("en/targets.tsv");

    private final Supplier<ArticlePipeline> pipelines;

    /** @param pipelines makes the pipeline when the task begins; the task closes it */
    Templates(Supplier<ArticlePipeline> pipelines) {
        this.pipelines = pipelines;
    }

    @Override
    public int predict(BufferedReader in, PrintStream out) throws IOException {
        int[] unread = {0};
        try (ArticlePipeline pipeline = pipelines.get()) {
            Task.records(in, record -> {
                ObjectNode prediction = JSON.createObjectNode();
                prediction.set("id", record.get("id"));
                var incidents = prediction.putArray("incidents");
                Optional<Article> article = PlainText.article(inSentenceCase(record));
                try {
                    article.map(pipeline::analyse)
                            .ifPresent(analysis -> ComparisonPipeline.compare(List.of(analysis)).incidents().stream()
                                    .filter(incident ->
                                            TYPES.containsKey(incident.type().name()))
                                    .forEach(incident -> report(incident, analysis, incidents.addObject())));
                } catch (RuntimeException e) {
                    unread[0]++;
                    System.err.println("predict: record " + record.path("id").asString() + " cannot be read: " + e);
                }
                out.println(JSON.writeValueAsString(prediction));
            });
        }
        return unread[0];
    }

    private static JsonNode inSentenceCase(JsonNode record) {
        return record.hasNonNull("text")
                ? ((ObjectNode) record.deepCopy())
                        .put("text", SentenceCase.of(record.get("text").asString()))
                : record;
    }

    private static void report(Incident incident, ArticleAnalysis analysis, ObjectNode template) {
        template.put("type", TYPES.get(incident.type().name()));
        List<String> hit = incident.mentions().stream()
                .flatMap(mention -> mention.targets().stream())
                .distinct()
                .toList();
        put(
                template,
                "victims",
                hit.stream().filter(words -> isPeople(words, analysis)).toList());
        put(
                template,
                "targets",
                hit.stream().filter(words -> !isPeople(words, analysis)).toList());
        put(template, "perpetrators", doers(incident, analysis, false));
        put(template, "organizations", doers(incident, analysis, true));
        put(
                template,
                "weapons",
                incident.mentions().stream()
                        .map(IncidentMention::weapon)
                        .filter(weapon -> weapon != null)
                        .distinct()
                        .toList());
        if (incident.time() != null) {
            template.put("date", incident.time().start().toString());
        }
        if (incident.place() != null) {
            template.put("location", incident.place().name());
        }
    }

    private static void put(ObjectNode template, String slot, Collection<String> strings) {
        strings.forEach(template.putArray(slot)::add);
    }

    /** People, by their noun or since they are named; what nothing is known of is a thing. */
    private static boolean isPeople(String words, ArticleAnalysis analysis) {
        List<String> parts = SourceWords.words(words.toLowerCase(Locale.ROOT));
        String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        String one = last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
        String noun = HIT.getOrDefault(last, HIT.getOrDefault(one, ""));
        return noun.equals("person")
                || (noun.isEmpty()
                        && analysis.mentions().stream()
                                .filter(mention -> mention.type() == EntityType.PER)
                                .anyMatch(mention -> words.endsWith(
                                        mention.span().in(analysis.article().text()))));
    }

    /** The words that name the doers in the sentences of the mentions: bodies, or people. */
    private static Set<String> doers(Incident incident, ArticleAnalysis analysis, boolean bodies) {
        Set<String> words = new TreeSet<>();
        for (IncidentMention told : incident.mentions()) {
            Span sentence = analysis.sentences().get(told.sentence()).span();
            for (Actor doer : told.perpetrators()) {
                if (bodies == (doer.type() != ActorType.PERSON)) {
                    analysis.mentions().stream()
                            .filter(mention -> sentence.contains(mention.span()) && doer.equals(mention.actor()))
                            .map(Mention::span)
                            .findFirst()
                            .ifPresent(
                                    span -> words.add(span.in(analysis.article().text())));
                }
            }
        }
        return words;
    }
}
