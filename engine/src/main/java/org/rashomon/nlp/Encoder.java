package org.rashomon.nlp;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.rashomon.limits.Deadline;

/**
 * The trained graph on ONNX Runtime: windows in, the outputs of all heads out, in one pass.
 *
 * <p>Safe for use by many threads, each of which runs on one core. Closing waits for passes that are under way. Native code that still
 * runs while its library is taken down ends a program with a crash, and ONNX Runtime takes itself down as soon as the Java machine begins
 * to end; so whoever ends the machine calls {@link #standStill} before.
 */
final class Encoder implements AutoCloseable {
    /** How long the end of the program waits for a pass; one takes hundredths of a second. */
    private static final long PATIENCE_SECONDS = 5;

    private static final Set<Encoder> OPEN = ConcurrentHashMap.newKeySet();
    private static final List<String> OUTPUTS =
            List.of("attribution", "links", "entities", "acts", "metonymy", "mentions");

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /**
     * @throws NativePartException where ONNX Runtime does not run
     * @throws ModelException when it takes the graph for none
     */
    Encoder(byte[] model) {
        NativeParts.load();
        environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw new ModelException("the reader's weights cannot be loaded by ONNX Runtime: " + e.getMessage(), e);
        }
        OPEN.add(this);
    }

    /** Waits until no pass of any encoder is under way, and lets none begin. */
    static void standStill() {
        for (Encoder encoder : OPEN) {
            try {
                if (!encoder.lock.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
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

    /**
     * Outputs of a window. Windows are run one by one: without padding, small enough for the caches, and with outputs that depend on no
     * other window (eight-bit activations are scaled by the whole of a batch). Eight in a batch took a quarter longer.
     */
    Outputs encode(Window window) {
        Deadline.check();
        int width = window.ids().length;
        LongBuffer ids = LongBuffer.allocate(width);
        LongBuffer mask = LongBuffer.allocate(width);
        LongBuffer shapes = LongBuffer.allocate(width);
        for (int i = 0; i < width; i++) {
            ids.put(i, window.ids()[i]);
            mask.put(i, 1);
            shapes.put(i, window.shapes()[i]);
        }
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the reader is closed");
            }
            return run(ids, mask, shapes, new long[] {1, width});
        } catch (OrtException e) {
            throw new ModelException(
                    "ONNX Runtime failed on a window of %d word-pieces: %s".formatted(width, e.getMessage()), e);
        } finally {
            lock.readLock().unlock();
        }
    }

    private Outputs run(LongBuffer ids, LongBuffer mask, LongBuffer shapes, long[] size) throws OrtException {
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids, size);
                OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask, size);
                OnnxTensor shapeTensor = OnnxTensor.createTensor(environment, shapes, size);
                OrtSession.Result result = session.run(
                        Map.of("input_ids", idTensor, "attention_mask", maskTensor, "shape", shapeTensor))) {
            List<float[][]> heads = new ArrayList<>();
            for (String output : OUTPUTS) {
                heads.add(rows((OnnxTensor) result.get(output).orElseThrow()));
            }
            return new Outputs(heads.get(0), heads.get(1), heads.get(2), heads.get(3), heads.get(4), heads.get(5));
        }
    }

    /** By word-piece and channel. */
    private static float[][] rows(OnnxTensor tensor) {
        long[] size = tensor.getInfo().getShape();
        FloatBuffer values = tensor.getFloatBuffer();
        float[][] rows = new float[(int) size[1]][(int) size[2]];
        for (float[] row : rows) {
            values.get(row);
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
            OPEN.remove(this);
        }
    }
}
