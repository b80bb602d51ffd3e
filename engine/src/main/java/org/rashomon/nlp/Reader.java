package org.rashomon.nlp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.nlp.Encoder.Outputs;
import org.rashomon.nlp.Links.Choice;
import org.rashomon.nlp.Reading.Named;
import org.rashomon.nlp.Reading.Said;
import org.rashomon.nlp.TagSequences.Tagged;
import org.rashomon.nlp.onnx.Graph;
import org.rashomon.nlp.onnx.ModelException;
import org.rashomon.nlp.onnx.NativePartException;

/**
 * The trained reader: one encoder pass over an article, then who says what and who is named. How text becomes windows and outputs
 * become spans is laid down by the export contract in {@code training/README.md}; this class and its neighbours do what
 * {@code training/reader} does.
 *
 * <p>Safe for use by many threads.
 */
public final class Reader implements AutoCloseable {
    private static final String FOLDER = "/org/rashomon/models/reader/";

    private final ReaderSettings settings;
    private final WordPieces pieces;
    private final Encoder encoder;
    private final ClaimHead claims;
    private final List<TagSequences> roles = new ArrayList<>();
    private final TagSequences entities;
    private final String digest;

    private Reader(ReaderSettings settings, WordPieces pieces, Encoder encoder, ClaimHead claims, String digest) {
        this.settings = settings;
        this.pieces = pieces;
        this.encoder = encoder;
        this.claims = claims;
        this.digest = digest;
        for (float[][] transitions : settings.attributionTransitions()) {
            roles.add(new TagSequences(settings.spanTags(), transitions));
        }
        this.entities = new TagSequences(settings.entityTags(), settings.entityTransitions());
    }

    /**
     * The reader whose weights are on the class path; empty where none are.
     *
     * @throws ModelException when the weights are damaged or cannot be loaded
     * @throws NativePartException when this machine cannot run them
     */
    public static Optional<Reader> load() {
        if (Reader.class.getResource(FOLDER + Weights.MODEL) == null) {
            return Optional.empty();
        }
        return Optional.of(of(Weights.read(FOLDER, name -> Reader.class.getResourceAsStream(FOLDER + name))));
    }

    /**
     * Hex SHA-256 of the weights on the class path as it is recorded beside them, which takes no time: {@link #load} checks that they are
     * those. Empty where none are.
     *
     * @throws ModelException when the record cannot be read
     */
    public static Optional<String> recordedDigest() {
        if (Reader.class.getResource(FOLDER + Weights.MODEL) == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Weights.recordedDigest(name -> Reader.class.getResourceAsStream(FOLDER + name)));
        } catch (IOException e) {
            throw new ModelException(
                    "the digests of the reader's weights cannot be read: " + e.getMessage()
                            + "; install the program again",
                    e);
        }
    }

    static Reader of(Weights weights) {
        try {
            ReaderSettings settings = ReaderSettings.read(new ByteArrayInputStream(weights.settings()));
            WordPieces pieces = WordPieces.read(new ByteArrayInputStream(weights.tokenizer()), settings);
            return new Reader(
                    settings,
                    pieces,
                    new Encoder(weights.model()),
                    new ClaimHead(settings, weights.claims()),
                    weights.digest());
        } catch (IOException e) {
            throw new ModelException("the reader's weights cannot be loaded: " + e.getMessage(), e);
        }
    }

    /**
     * Waits until no pass of any reader is under way, and lets none begin: a pass that still runs while the Java machine goes down ends it
     * with a crash. For whoever ends the machine, before {@link System#exit}.
     */
    public static void standStill() {
        Graph.standStill();
    }

    /** Hex SHA-256 of the weights. */
    public String digest() {
        return digest;
    }

    /**
     * Reads the blocks of an article that hold sentences, each as a paragraph.
     *
     * @param sentences of the article, in order of text
     */
    public Reading read(Article article, List<Sentence> sentences) {
        List<Span> paragraphs = sentences.stream()
                .map(Sentence::block)
                .distinct()
                .map(block -> article.blocks().get(block).span())
                .toList();
        return read(article.text(), paragraphs);
    }

    /**
     * Reads a text.
     *
     * @param paragraphs stretches of {@code text} that are read, in order, not overlapping
     */
    public Reading read(String text, List<Span> paragraphs) {
        Quotes quotes = new Quotes();
        List<Named> names = new ArrayList<>();
        WordOutputs.Gathering words = new WordOutputs.Gathering();
        for (Window window : windows(text, paragraphs)) {
            // what is not kept goes with its window: all outputs of a long text take more memory than the rest of the
            // program
            Outputs outputs = outputs(window);
            quotes.add(window, outputs);
            names(window, outputs.entities(), names);
            words.add(window, outputs);
        }
        return new Reading(quotes.finished(), names, new WordOutputs(settings, words), claims);
    }

    List<Window> windows(String text, List<Span> paragraphs) {
        List<Paragraph> parts = new ArrayList<>();
        for (Span span : paragraphs) {
            pieces.paragraph(text, span).cut(settings.limit() - 2, settings).stream()
                    .filter(part -> part.words() > 0)
                    .forEach(parts::add);
        }
        return Window.of(parts, settings);
    }

    Outputs outputs(Window window) {
        return encoder.encode(window);
    }

    private void names(Window window, float[][] output, List<Named> names) {
        for (int p = window.owned(); p < window.paragraphs(); p++) {
            int from = window.bounds()[p];
            for (Tagged name :
                    entities.spans(scores(window, output, from, window.bounds()[p + 1], 0, output[0].length), from)) {
                names.add(new Named(span(window, name), EntityType.valueOf(name.type()), name.certainty()));
            }
        }
    }

    /** Channels {@code [low, high)} at the first word-piece of words {@code [from, to)}. */
    private static float[][] scores(Window window, float[][] output, int from, int to, int low, int high) {
        float[][] scores = new float[to - from][];
        for (int w = from; w < to; w++) {
            scores[w - from] = java.util.Arrays.copyOfRange(output[window.first()[w]], low, high);
        }
        return scores;
    }

    private static Span span(Window window, Tagged tagged) {
        return new Span(window.starts()[tagged.first()], window.ends()[tagged.last()]);
    }

    /** Gathers attributions over the windows of an article: a cue may stand in one window and its content in the next. */
    private final class Quotes {
        private final Map<Span, Draft> drafts = new TreeMap<>();
        private final List<Later> later = new ArrayList<>();

        private record Later(Span cue, Span content, double certainty) {}

        private static final class Draft {
            private final @Nullable Span source;
            private final double certainty;
            private final List<Span> content = new ArrayList<>();
            private double sum;

            Draft(@Nullable Span source, double certainty) {
                this.source = source;
                this.certainty = certainty;
            }
        }

        void add(Window window, Outputs outputs) {
            List<List<Tagged>> spans = new ArrayList<>();
            int tags = settings.spanTags().size();
            for (int role = 0; role < roles.size(); role++) {
                List<Tagged> found = new ArrayList<>();
                for (int p = 0; p < window.paragraphs(); p++) {
                    int from = window.bounds()[p];
                    float[][] scores = scores(
                            window,
                            outputs.attribution(),
                            from,
                            window.bounds()[p + 1],
                            role * tags,
                            (role + 1) * tags);
                    found.addAll(roles.get(role).spans(scores, from));
                }
                spans.add(found);
            }
            link(window, outputs.links(), spans.get(0), spans.get(1), spans.get(2));
        }

        private void link(
                Window window, float[][] vectors, List<Tagged> sources, List<Tagged> cues, List<Tagged> contents) {
            Links links = new Links(settings, window, vectors, cues);
            int own = window.bounds()[window.owned()];
            for (int i = 0; i < cues.size(); i++) {
                Tagged cue = cues.get(i);
                if (cue.first() >= own) {
                    Choice choice = links.source(i, sources);
                    Tagged source = choice.index() < 0 ? null : sources.get(choice.index());
                    double certainty =
                            cue.certainty() * choice.probability() * (source == null ? 1 : source.certainty());
                    drafts.put(span(window, cue), new Draft(source == null ? null : span(window, source), certainty));
                }
            }
            for (Tagged content : contents) {
                Choice choice = content.first() >= own ? links.cue(content) : new Choice(-1, 1);
                if (choice.index() >= 0) {
                    later.add(new Later(
                            span(window, cues.get(choice.index())),
                            span(window, content),
                            content.certainty() * choice.probability()));
                }
            }
        }

        List<Said> finished() {
            for (Later found : later) {
                Draft draft = drafts.get(found.cue());
                if (draft != null) {
                    draft.content.add(found.content());
                    draft.sum += found.certainty();
                }
            }
            List<Said> quotes = new ArrayList<>();
            drafts.forEach((cue, draft) -> {
                if (!draft.content.isEmpty()) {
                    draft.content.sort(Comparator.naturalOrder());
                    double raw = draft.certainty * draft.sum / draft.content.size();
                    quotes.add(new Said(
                            draft.source,
                            cue,
                            draft.content,
                            settings.calibration().of(raw)));
                }
            });
            return quotes;
        }
    }

    @Override
    public void close() {
        encoder.close();
        claims.close();
        pieces.close();
    }
}
