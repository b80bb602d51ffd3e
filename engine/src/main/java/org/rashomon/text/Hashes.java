package org.rashomon.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Content hashes: the same input gives the same id on every run and machine. */
public final class Hashes {
    private static final int ID_HEX_DIGITS = 16;

    private Hashes() {}

    /** Hex SHA-256 of the UTF-8 bytes. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Hex SHA-256. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * An id made of a one-word prefix and 16 hex digits of the parts' hash.
     *
     * @param parts joined by a unit separator after {@code toString}, in order
     */
    public static String id(String prefix, Object... parts) {
        String joined = Stream.of(parts).map(String::valueOf).collect(Collectors.joining("\u001f"));
        return prefix + "-" + sha256(joined).substring(0, ID_HEX_DIGITS);
    }
}
