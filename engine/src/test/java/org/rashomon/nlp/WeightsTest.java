package org.rashomon.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.nlp.onnx.ModelException;
import org.rashomon.text.Hashes;

/** Copies of the tests' tiny weights, whole and damaged. */
class WeightsTest {
    @TempDir
    Path temp;

    @BeforeEach
    void copy() throws IOException {
        for (String name :
                List.of(Weights.MODEL, Weights.CLAIMS, Weights.TOKENIZER, Weights.SETTINGS, Weights.DIGESTS)) {
            try (InputStream stream =
                    Objects.requireNonNull(WeightsTest.class.getResourceAsStream("/reader/" + name))) {
                Files.copy(stream, temp.resolve(name));
            }
        }
    }

    private Weights read() {
        return Weights.read("here/", name -> {
            Path file = temp.resolve(name);
            return Files.exists(file) ? Files.newInputStream(file) : null;
        });
    }

    @Test
    void aWholeCopyIsRead() throws IOException {
        Weights weights = read();
        String digests = Hashes.sha256(Files.readAllBytes(temp.resolve(Weights.MODEL)))
                + Hashes.sha256(Files.readAllBytes(temp.resolve(Weights.CLAIMS)));
        assertThat(weights.digest()).isEqualTo(Hashes.sha256(digests.getBytes(StandardCharsets.US_ASCII)));
        assertThat(Weights.recordedDigest(name -> Files.newInputStream(temp.resolve(name))))
                .isEqualTo(weights.digest());
        try (Reader reader = Reader.of(weights)) {
            assertThat(reader.digest()).isEqualTo(weights.digest());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Weights.MODEL, Weights.CLAIMS, Weights.TOKENIZER, Weights.SETTINGS})
    void oneOtherBitIsNamedWithBothDigestsAndARemedy(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(temp.resolve(name));
        String whole = Hashes.sha256(bytes);
        bytes[bytes.length / 2] ^= 1;
        Files.write(temp.resolve(name), bytes);
        assertThatThrownBy(this::read)
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(
                        "here/" + name + " has the SHA-256 " + Hashes.sha256(bytes),
                        "says " + whole,
                        "install the program again",
                        "training/export.py");
    }

    @ParameterizedTest
    @ValueSource(strings = {Weights.MODEL, Weights.CLAIMS, Weights.TOKENIZER, Weights.SETTINGS, Weights.DIGESTS})
    void whatIsMissingIsNamed(String name) throws IOException {
        Files.delete(temp.resolve(name));
        assertThatThrownBy(this::read)
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("here/", name + " is missing", "install the program again");
    }

    @Test
    void aFileOfWhichNoDigestIsRecordedIsRefused() throws IOException {
        Path digests = temp.resolve(Weights.DIGESTS);
        Files.write(
                digests,
                Files.readAllLines(digests).stream()
                        .filter(line -> !line.endsWith(Weights.TOKENIZER))
                        .toList());
        assertThatThrownBy(this::read)
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("here/" + Weights.TOKENIZER, "says nothing");
    }
}
