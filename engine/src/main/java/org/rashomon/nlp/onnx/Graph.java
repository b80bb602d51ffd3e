package org.rashomon.nlp.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.rashomon.limits.Deadline;

/**
 * A trained graph on ONNX Runtime.
 *
 * <p>Safe for use by many threads, each of which runs on one core. Closing waits for passes that are under way. Native code that still
 * runs while its library is taken down ends a program with a crash, and ONNX Runtime takes itself down as soon as the Java machine begins
 * to end; so whoever ends the machine calls {@link #standStill} before.
 */
public final class Graph implements AutoCloseable {
    /** How long the end of the program waits for a pass; one takes hundredths of a second. */
    private static final long PATIENCE_SECONDS = 5;

    private static final Set<Graph> OPEN = ConcurrentHashMap.newKeySet();

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /**
     * @throws NativePartException where ONNX Runtime does not run
     * @throws ModelException when it takes the bytes for no graph
     */
    public Graph(byte[] model) {
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

    /** Waits until no pass of any graph is under way, and lets none begin. */
    public static void standStill() {
        for (Graph graph : OPEN) {
            try {
                if (!graph.lock.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /**
     * What goes in under one name.
     *
     * @param values a {@link LongBuffer} or a {@link FloatBuffer}, at its beginning
     * @param shape the length of each dimension
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on and never changed
    public record Input(Buffer values, long[] shape) {}

    /**
     * One pass.
     *
     * @param inputs by name
     * @param outputs names of what is asked for
     * @return of each output its rows: all dimensions but the last run through in order
     */
    public List<float[][]> run(Map<String, Input> inputs, List<String> outputs) {
        Deadline.check();
        lock.readLock().lock();
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            if (closed) {
                throw new IllegalStateException("the reader is closed");
            }
            for (Map.Entry<String, Input> input : inputs.entrySet()) {
                tensors.put(input.getKey(), tensor(input.getValue()));
            }
            try (OrtSession.Result result = session.run(tensors, Set.copyOf(outputs))) {
                List<float[][]> rows = new ArrayList<>();
                for (String output : outputs) {
                    rows.add(rows((OnnxTensor) result.get(output).orElseThrow()));
                }
                return rows;
            }
        } catch (OrtException e) {
            throw new ModelException("ONNX Runtime failed: " + e.getMessage(), e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
            lock.readLock().unlock();
        }
    }

    private OnnxTensor tensor(Input input) throws OrtException {
        return input.values() instanceof LongBuffer numbers
                ? OnnxTensor.createTensor(environment, numbers, input.shape())
                : OnnxTensor.createTensor(environment, (FloatBuffer) input.values(), input.shape());
    }

    private static float[][] rows(OnnxTensor tensor) {
        long[] size = tensor.getInfo().getShape();
        FloatBuffer values = tensor.getFloatBuffer();
        int width = (int) size[size.length - 1];
        float[][] rows = new float[width == 0 ? 0 : values.remaining() / width][width];
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
