package org.rashomon.nlp;

import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import org.rashomon.nlp.onnx.Graph;

/** The trained encoder: windows in, the outputs of all heads out, in one pass. Safe for use by many threads. */
final class Encoder implements AutoCloseable {
    private static final List<String> OUTPUTS =
            List.of("attribution", "links", "entities", "metonymy", "mentions", "states");

    private final Graph graph;

    Encoder(byte[] model) {
        graph = new Graph(model);
    }

    /** Outputs of one window, by word-piece and channel. */
    @SuppressWarnings("ArrayRecordComponent") // numbers in bulk, handed on and never changed
    record Outputs(
            float[][] attribution,
            float[][] links,
            float[][] entities,
            float[][] metonymy,
            float[][] mentions,
            float[][] states) {}

    /**
     * Outputs of a window. Windows are run one by one: without padding, small enough for the caches, and with outputs that depend on no
     * other window (eight-bit activations are scaled by the whole of a batch). Eight in a batch took a quarter longer.
     */
    Outputs encode(Window window) {
        int width = window.ids().length;
        LongBuffer ids = LongBuffer.allocate(width);
        LongBuffer mask = LongBuffer.allocate(width);
        LongBuffer shapes = LongBuffer.allocate(width);
        for (int i = 0; i < width; i++) {
            ids.put(i, window.ids()[i]);
            mask.put(i, 1);
            shapes.put(i, window.shapes()[i]);
        }
        long[] size = {1, width};
        List<float[][]> heads = graph.run(
                Map.of(
                        "input_ids", new Graph.Input(ids, size),
                        "attention_mask", new Graph.Input(mask, size),
                        "shape", new Graph.Input(shapes, size)),
                OUTPUTS);
        return new Outputs(heads.get(0), heads.get(1), heads.get(2), heads.get(3), heads.get(4), heads.get(5));
    }

    @Override
    public void close() {
        graph.close();
    }
}
