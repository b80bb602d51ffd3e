package org.rashomon.server.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/** Passwords and the names that go with them. What is kept of a password is its argon2id hash with its salt, from which it cannot be told. */
public final class Passwords {
    /** Letters that a password has at least. */
    public static final int SHORTEST = 12;

    private static final int LONGEST = 200;
    /** The first choice of OWASP's Password Storage Cheat Sheet: 46 MiB, one pass, one lane. A third of a second where Java is slow. */
    private static final int MEMORY_KIB = 46 << 10;

    private static final int PASSES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, 1, HASH_BYTES, Argon2.ID);
    /** More at once would take more memory than a server of 2 GB has. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}._@ '-]{0,38}[\\p{L}\\p{M}\\p{N}.])?");

    private Passwords() {}

    /** What is wrong with a password for somebody, in words; empty where it will do. */
    public static Optional<String> fault(String name, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("A password has " + SHORTEST + " letters or more: some words in a row will do.");
        }
        if (password.length() > LONGEST) {
            return Optional.of("A password has " + LONGEST + " letters at most.");
        }
        if (password.strip().equalsIgnoreCase(name)
                || password.chars().distinct().count() < 4) {
            return Optional.of("That password is too easily guessed.");
        }
        return Optional.empty();
    }

    /** Whether somebody may be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** What is kept of a password. */
    public static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return oneOfFew(() -> ARGON.hash(bytes(password), salt).getResult());
    }

    /** Whether this is the password that was hashed. */
    static boolean matches(String password, String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        return oneOfFew(() -> Argon2Function.getInstanceFromHash(hash)
                .check(bytes(password), hash.getBytes(StandardCharsets.US_ASCII)));
    }

    /** However a keyboard makes an accent, it is the same letter. */
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }

    private interface Work<T> {
        T done();
    }

    private static <T> T oneOfFew(Work<T> work) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return work.done();
        } finally {
            AT_ONCE.release();
        }
    }
}
