package org.rashomon.compare.incidents;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.rashomon.compare.corpus.ActorJoiner;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.stories.StoryGrouper;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.ingest.Readers;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.pipeline.ArticlePipeline;
import tools.jackson.databind.ObjectMapper;

/**
 * {@code SignalsDump ARTICLES OUT [GOLD]}: every scored decision on which incidents are one, with its signals, a JSON record a line, for
 * {@code training/incidents/fit.py}. Offsets count code points. Lines: {@code article} (id, text), {@code claim} (id, article, content,
 * cue), {@code mentions} (a number, its mentions) before the first pair that names the number, {@code pair} (model, one, other, signals).
 */
public final class SignalsDump {
    /** What the table says of mentions of no incident, of a campaign, of nothing that was done. */
    private static final Set<String> NO_DEED = Set.of("-", "g", "x");

    private final ObjectMapper json = new ObjectMapper();
    private final IdentityHashMap<IncidentProfile, Integer> numbers = new IdentityHashMap<>();
    private final IdentityHashMap<IncidentProfile, Integer> sizes = new IdentityHashMap<>();
    private final Map<String, String> texts = new TreeMap<>();
    private final PrintStream out;
    private int next;

    private SignalsDump(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        List<ArticleAnalysis> analyses = new ArrayList<>();
        try (ArticlePipeline pipeline = ArticlePipeline.learned().orElseGet(ArticlePipeline::rules)) {
            Readers.standard().read(List.of(Path.of(arguments[0])), System.in, result -> {
                if (result instanceof ReadResult.Read read) {
                    analyses.add(pipeline.analyse(read.article()));
                }
            });
        }
        Corpus corpus = Corpus.of(ActorJoiner.join(analyses), ActorRegistry.standard());
        Map<String, String> storyOf = new TreeMap<>();
        new StoryGrouper()
                .group(corpus)
                .forEach(story -> story.articles().forEach(article -> storyOf.put(article, story.id())));
        dump(corpus, storyOf, Path.of(arguments[1]), arguments.length > 2 ? gold(Path.of(arguments[2])) : Map.of());
    }

    private static void dump(Corpus corpus, Map<String, String> storyOf, Path file, Map<String, String> gold)
            throws IOException {
        try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
            SignalsDump dump = new SignalsDump(out);
            corpus.analyses().forEach(dump::write);
            new IncidentMatcher().match(corpus, storyOf, (model, one, known, signals, probability) -> {
                IncidentProfile other = (IncidentProfile) known;
                int b = dump.number(other);
                Object a = one instanceof IncidentProfile profile ? (Object) dump.number(profile) : one;
                dump.line(Map.of("kind", "pair", "model", model, "one", a, "other", b, "signals", signals.values()));
                if (model.equals("deed")) {
                    return 1;
                }
                return model.equals("mention") && one instanceof IncidentProfile before
                        ? dump.told(before, other, gold, probability)
                        : probability;
            });
        }
    }

    /** What people said each mention is of, by article and offsets. */
    private static Map<String, String> gold(Path table) throws IOException {
        Map<String, String> gold = new TreeMap<>();
        for (String line : Files.readAllLines(table)) {
            String[] cells = line.split("\t");
            gold.put(cells[0] + " " + cells[1] + " " + cells[2], cells[3]);
        }
        return gold;
    }

    /** Certain where people said what both are of, so that each mention is held against what it should be; else as it was. */
    private double told(IncidentProfile before, IncidentProfile after, Map<String, String> gold, double probability) {
        String one = gold.get(key(before.first()));
        String other = gold.get(key(after.first()));
        if (one == null && other == null) {
            return probability;
        }
        return one != null && one.equals(other) && !NO_DEED.contains(one) ? 1 : 0;
    }

    private String text(IncidentMention mention) {
        return Objects.requireNonNull(texts.get(mention.article()), mention.article());
    }

    private String key(IncidentMention mention) {
        String text = text(mention);
        return mention.article() + " " + text.codePointCount(0, mention.span().start()) + " "
                + text.codePointCount(0, mention.span().end());
    }

    private void write(ArticleAnalysis analysis) {
        String text = analysis.article().text();
        String id = analysis.article().id();
        texts.put(id, text);
        line(Map.of("kind", "article", "id", id, "text", text));
        for (Claim claim : analysis.claims()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("kind", "claim");
            row.put("id", claim.id());
            row.put("article", id);
            row.put("act", claim.act().name());
            row.put("content", points(text, claim.attribution().content()));
            row.put("cue", points(text, claim.attribution().cue()));
            row.put("speaker", claim.speaker().label());
            line(row);
        }
    }

    /** The number of a profile as it is now: one that has grown since gets another. */
    private int number(IncidentProfile profile) {
        Integer known = numbers.get(profile);
        if (known != null
                && Objects.equals(sizes.get(profile), profile.mentions().size())) {
            return known;
        }
        int number = next++;
        numbers.put(profile, number);
        sizes.put(profile, profile.mentions().size());
        List<Object> mentions = new ArrayList<>();
        for (IncidentMention mention : profile.mentions()) {
            String text = text(mention);
            mentions.add(List.of(
                    mention.article(),
                    text.codePointCount(0, mention.span().start()),
                    text.codePointCount(0, mention.span().end()),
                    mention.telling().name(),
                    mention.head()));
        }
        line(Map.of("kind", "mentions", "number", number, "mentions", mentions));
        return number;
    }

    private static List<List<Integer>> points(String text, List<Span> spans) {
        return spans.stream()
                .map(span -> List.of(text.codePointCount(0, span.start()), text.codePointCount(0, span.end())))
                .toList();
    }

    private void line(Map<String, ?> row) {
        out.println(json.writeValueAsString(row));
    }
}
