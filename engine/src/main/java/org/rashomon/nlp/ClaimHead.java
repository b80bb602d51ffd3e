package org.rashomon.nlp;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Stance;
import org.rashomon.nlp.ClaimReading.Aim;
import org.rashomon.nlp.ClaimReading.Aimed;
import org.rashomon.nlp.onnx.Graph;

/**
 * The head that reads a claim once its source, cue and content are known: a small graph over the encoder's states of the words around
 * it. See the export contract, <em>Claims</em>. Safe for use by many threads.
 */
final class ClaimHead implements AutoCloseable {
    private static final List<String> OUTPUTS = List.of("voiced", "act", "stance", "own", "aims");
    private static final int SOURCE = 1;
    private static final int CUE = 2;
    private static final int CONTENT = 3;

    private final ReaderSettings.Claims settings;
    private final Graph graph;
    private final List<Act> acts;
    private final List<Stance.Kind> kinds;
    private final List<Aim> aims;

    ClaimHead(ReaderSettings settings, byte[] model) {
        this.settings = settings.claims();
        this.graph = new Graph(model);
        this.acts = settings.acts().stream().map(Act::valueOf).toList();
        this.kinds = this.settings.stances().stream().map(Stance.Kind::valueOf).toList();
        this.aims = this.settings.aims().stream().map(Aim::valueOf).toList();
    }

    /** Words in order of text, and the encoder's state at each. */
    interface Words {
        int size();

        int start(int word);

        int end(int word);

        /** The first word that starts at or after an offset. */
        int at(int offset);

        void state(int word, FloatBuffer into);
    }

    /** Empty where no word of the attribution was read. */
    Optional<ClaimReading> read(Words words, List<Span> source, List<Span> cue, List<Span> content) {
        int start = Integer.MAX_VALUE;
        int end = 0;
        for (List<Span> part : List.of(source, cue, content)) {
            for (Span span : part) {
                start = Math.min(start, span.start());
                end = Math.max(end, span.end());
            }
        }
        if (end == 0) {
            return Optional.empty();
        }
        int from = Math.max(0, words.at(start) - settings.before());
        int to = Math.min(words.size(), Math.min(words.at(end) + settings.after(), from + settings.most()));
        long[] roles = new long[Math.max(0, to - from)];
        boolean read = mark(words, content, CONTENT, from, roles);
        read |= mark(words, source, SOURCE, from, roles);
        read |= mark(words, cue, CUE, from, roles);
        return read ? Optional.of(read(words, from, roles)) : Optional.empty();
    }

    private static boolean mark(Words words, List<Span> spans, int role, int from, long[] roles) {
        boolean any = false;
        for (Span span : spans) {
            int last = Math.min(words.at(span.end()), from + roles.length);
            for (int word = Math.max(from, words.at(span.start())); word < last; word++) {
                roles[word - from] = role;
                any = true;
            }
        }
        return any;
    }

    private ClaimReading read(Words words, int from, long[] roles) {
        FloatBuffer states = FloatBuffer.allocate(roles.length * settings.size());
        for (int word = 0; word < roles.length; word++) {
            words.state(from + word, states);
        }
        states.flip();
        List<float[][]> outputs = graph.run(
                Map.of(
                        "states", new Graph.Input(states, new long[] {1, roles.length, settings.size()}),
                        "roles", new Graph.Input(LongBuffer.wrap(roles), new long[] {1, roles.length})),
                OUTPUTS);
        return new ClaimReading(
                outputs.get(0)[0][0],
                map(acts, outputs.get(1)[0], Act.class),
                map(kinds, outputs.get(2)[0], Stance.Kind.class),
                aimed(words, from, outputs.get(4)),
                map(aims, outputs.get(3)[0], Aim.class));
    }

    private static <K extends Enum<K>> Map<K, Double> map(List<K> labels, float[] values, Class<K> type) {
        Map<K, Double> map = new EnumMap<>(type);
        for (int i = 0; i < values.length; i++) {
            map.put(labels.get(i), (double) values[i]);
        }
        return map;
    }

    /** Runs of words that are rather aimed at than not. */
    private List<Aimed> aimed(Words words, int from, float[][] outputs) {
        List<Aimed> found = new ArrayList<>();
        for (int aim = 0; aim < aims.size(); aim++) {
            double least = settings.least()[aim];
            for (int first = 0; first < outputs.length; first++) {
                int next = first;
                double sum = 0;
                while (next < outputs.length && outputs[next][aim] >= least) {
                    sum += outputs[next][aim];
                    next++;
                }
                if (next > first) {
                    Span span = new Span(words.start(from + first), words.end(from + next - 1));
                    found.add(new Aimed(aims.get(aim), span, sum / (next - first)));
                    first = next;
                }
            }
        }
        found.sort((one, other) -> one.words().compareTo(other.words()));
        return found;
    }

    @Override
    public void close() {
        graph.close();
    }
}
