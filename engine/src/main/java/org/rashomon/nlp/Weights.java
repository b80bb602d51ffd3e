package org.rashomon.nlp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rashomon.nlp.onnx.ModelException;
import org.rashomon.text.Hashes;

/**
 * The files of the trained reader, each as it was written: beside them lies {@code SHA256SUMS}, which {@code training/export.py} wrote with
 * them and {@code sha256sum -c} can read, and what differs from it is refused.
 *
 * @param model the graph, for {@link Encoder}
 * @param claims the graph for {@link ClaimHead}
 * @param tokenizer for {@link WordPieces}
 * @param settings for {@link ReaderSettings}
 * @param digest hex SHA-256 of the digests of both graphs, one behind the other
 */
@SuppressWarnings("ArrayRecordComponent") // bytes in bulk, handed on and never changed
record Weights(byte[] model, byte[] claims, byte[] tokenizer, byte[] settings, String digest) {
    static final String MODEL = "model.onnx";
    static final String CLAIMS = "claims.onnx";
    static final String TOKENIZER = "tokenizer.json";
    static final String SETTINGS = "config.json";
    static final String DIGESTS = "SHA256SUMS";

    /** Where the files lie. */
    @FunctionalInterface
    interface Folder {
        /** The file of that name, to be closed by whoever asks; null where there is none. */
        @Nullable
        InputStream open(String name) throws IOException;
    }

    /**
     * Reads the files and checks them.
     *
     * @param place what messages call the folder; ends in a slash
     * @throws ModelException when a file is missing, cannot be read, or is not the one that was written
     */
    static Weights read(String place, Folder folder) {
        try {
            Map<String, String> digests = digests(new String(bytes(folder, DIGESTS), StandardCharsets.UTF_8));
            byte[] model = bytes(folder, MODEL);
            String digest = checked(place, MODEL, model, digests);
            byte[] claims = bytes(folder, CLAIMS);
            digest += checked(place, CLAIMS, claims, digests);
            byte[] tokenizer = bytes(folder, TOKENIZER);
            checked(place, TOKENIZER, tokenizer, digests);
            byte[] settings = bytes(folder, SETTINGS);
            checked(place, SETTINGS, settings, digests);
            return new Weights(model, claims, tokenizer, settings, joined(digest));
        } catch (IOException e) {
            throw new ModelException(
                    "the reader's weights at " + place + " cannot be read: " + e.getMessage()
                            + "; install the program again",
                    e);
        }
    }

    /**
     * The digest that the weights have unless they are damaged: of what is recorded beside them, without a look at them.
     *
     * @throws IOException when the record is missing or cannot be read
     */
    static String recordedDigest(Folder folder) throws IOException {
        Map<String, String> digests = digests(new String(bytes(folder, DIGESTS), StandardCharsets.UTF_8));
        return joined(digests.getOrDefault(MODEL, "") + digests.getOrDefault(CLAIMS, ""));
    }

    private static String joined(String digests) {
        return Hashes.sha256(digests.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(Folder folder, String name) throws IOException {
        try (InputStream stream = folder.open(name)) {
            if (stream == null) {
                throw new IOException(name + " is missing");
            }
            return stream.readAllBytes();
        }
    }

    /** File to hex digest; a line is a digest, two blanks and a name. */
    private static Map<String, String> digests(String lines) {
        Map<String, String> digests = new TreeMap<>();
        lines.lines()
                .map(line -> line.split("  ", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> digests.put(parts[1], parts[0]));
        return digests;
    }

    /** The digest of {@code bytes}, which is the recorded one. */
    private static String checked(String place, String name, byte[] bytes, Map<String, String> digests) {
        String found = Hashes.sha256(bytes);
        String expected = digests.getOrDefault(name, "nothing");
        if (!found.equals(expected)) {
            throw new ModelException(
                    "the reader's weights are damaged or do not belong together: %s%s has the SHA-256 %s, where %s beside it"
                                    .formatted(place, name, found, DIGESTS)
                            + " says " + expected
                            + "; install the program again, or, where the weights are your own, export them again"
                            + " (training/export.py)",
                    null);
        }
        return found;
    }
}
