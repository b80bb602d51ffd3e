package org.rashomon.nlp;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/**
 * The trained graph on ONNX Runtime: windows in, the outputs of all heads out, in one pass.
 *
 * <p>Safe for use by many threads, each of which runs on one core. Closing waits for passes that are under way, and so does the end of the
 * program: native code that still runs while its library is taken down would end it with a crash.
 */
final class Encoder implements AutoCloseable {
    private static final List<String> OUTPUTS =
            List.of("attribution", "links", "entities", "acts", "metonymy", "mentions");
    /** Word-pieces of a batch, padding included: about eight windows; larger batches were slower. */
    private static final int MOST_PIECES = 1536;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Thread atExit = new Thread(lock.writeLock()::lock, "rashomon-encoder-drain");
    private boolean closed;

    Encoder(byte[] model) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw new ModelException("the reader's weights cannot be loaded by ONNX Runtime: " + e.getMessage(), e);
        }
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Outputs of one window, by word-piece and channel. */
    @SuppressWarnings("ArrayRecordComponent") // numbers in bulk, handed on and never changed
    record Outputs(
            float[][] attribution,
            float[][] links,
            float[][] entities,
            float[][] acts,
            float[][] metonymy,
            float[][] mentions) {}

    /** Outputs of the windows of one article, in their order. Windows of like length share a batch. */
    List<Outputs> encode(List<Window> windows) {
        List<Integer> order = IntStream.range(0, windows.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> windows.get(i).ids().length))
                .toList();
        Outputs[] outputs = new Outputs[windows.size()];
        int at = 0;
        while (at < order.size()) {
            int to = at + 1;
            while (to < order.size() && windows.get(order.get(to)).ids().length * (to + 1 - at) <= MOST_PIECES) {
                to++;
            }
            List<Integer> batch = order.subList(at, to);
            List<Outputs> ready = run(batch.stream().map(windows::get).toList());
            for (int i = 0; i < batch.size(); i++) {
                outputs[batch.get(i)] = ready.get(i);
            }
            at = to;
        }
        return List.of(outputs);
    }

    private List<Outputs> run(List<Window> batch) {
        int rows = batch.size();
        int width = batch.stream().mapToInt(window -> window.ids().length).max().orElse(0);
        LongBuffer ids = LongBuffer.allocate(rows * width);
        LongBuffer mask = LongBuffer.allocate(rows * width);
        LongBuffer shapes = LongBuffer.allocate(rows * width);
        for (int row = 0; row < rows; row++) {
            Window window = batch.get(row);
            for (int i = 0; i < window.ids().length; i++) {
                ids.put(row * width + i, window.ids()[i]);
                mask.put(row * width + i, 1);
                shapes.put(row * width + i, window.shapes()[i]);
            }
        }
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the reader is closed");
            }
            return run(batch, ids, mask, shapes, new long[] {rows, width});
        } catch (OrtException e) {
            throw new ModelException(
                    "ONNX Runtime failed on a batch of %d windows of %d word-pieces: %s"
                            .formatted(rows, width, e.getMessage()),
                    e);
        } finally {
            lock.readLock().unlock();
        }
    }

    private List<Outputs> run(List<Window> batch, LongBuffer ids, LongBuffer mask, LongBuffer shapes, long[] size)
            throws OrtException {
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids, size);
                OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask, size);
                OnnxTensor shapeTensor = OnnxTensor.createTensor(environment, shapes, size);
                OrtSession.Result result = session.run(
                        Map.of("input_ids", idTensor, "attention_mask", maskTensor, "shape", shapeTensor))) {
            List<float[][][]> heads = new ArrayList<>();
            for (String output : OUTPUTS) {
                heads.add(rows((OnnxTensor) result.get(output).orElseThrow(), batch));
            }
            List<Outputs> outputs = new ArrayList<>();
            for (int row = 0; row < batch.size(); row++) {
                outputs.add(new Outputs(
                        heads.get(0)[row],
                        heads.get(1)[row],
                        heads.get(2)[row],
                        heads.get(3)[row],
                        heads.get(4)[row],
                        heads.get(5)[row]));
            }
            return outputs;
        }
    }

    private static float[][][] rows(OnnxTensor tensor, List<Window> batch) {
        long[] size = tensor.getInfo().getShape();
        int width = (int) size[1];
        int channels = (int) size[2];
        FloatBuffer values = tensor.getFloatBuffer();
        float[][][] rows = new float[batch.size()][][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new float[batch.get(row).ids().length][channels];
            for (int i = 0; i < rows[row].length; i++) {
                values.get((row * width + i) * channels, rows[row][i]);
            }
        }
        return rows;
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new ModelException("the reader's weights cannot be given back: " + e.getMessage(), e);
        } finally {
            lock.writeLock().unlock();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyGoingDown) {
            // then the hook does no harm
        }
    }
}
