package org.rashomon.server.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What programs show instead of a password. It is made by us of 32 random bytes, so that nobody guesses it and what is kept of it can be a plain
 * SHA-256: a slow hash would guard nothing and make each request slow.
 */
public final class Tokens {
    /** So that a token is known for one wherever it turns up. */
    private static final String OPENS = "rashomon_";

    private static final String KEPT = "sha256:";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** A new one. */
    public static String create() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return OPENS + HexFormat.of().formatHex(bytes);
    }

    /** What is kept of a token. */
    public static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return KEPT + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether what is kept is of a token, and not of a password. */
    public static boolean isOfToken(String secret) {
        return secret.startsWith(KEPT);
    }

    /** Whether this is the token that was hashed; takes the same time whatever is shown. */
    static boolean matches(String token, String secret) {
        return isOfToken(secret)
                && MessageDigest.isEqual(
                        hash(token).getBytes(StandardCharsets.US_ASCII), secret.getBytes(StandardCharsets.US_ASCII));
    }
}
