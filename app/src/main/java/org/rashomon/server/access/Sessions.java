package org.rashomon.server.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Browsers that came, by a cookie of random letters; and those that showed the token. Kept in memory: a new start asks again. Thread-safe. */
public final class Sessions {
    /** The name of the cookie. */
    public static final String COOKIE = "rashomon-session";

    private static final int MOST = 10_000;
    private static final int SIZE = 64;

    private final SecureRandom random = new SecureRandom();
    private final byte[] key = new byte[32];
    private final @Nullable String token;
    /** The oldest goes when there are too many. */
    private final Map<String, Boolean> admitted = Collections.synchronizedMap(bounded());

    private final Map<String, String> notices = Collections.synchronizedMap(bounded());

    /** @param token what must be shown first, or null where nothing need be */
    public Sessions(@Nullable String token) {
        this.token = token;
        random.nextBytes(key);
    }

    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST;
            }
        };
    }

    /** Whether a token must be shown. */
    public boolean needToken() {
        return token != null;
    }

    /** Whether this is the token; takes the same time whatever is shown. */
    public boolean isToken(@Nullable String shown) {
        return token != null && shown != null && MessageDigest.isEqual(mac("token " + token), mac("token " + shown));
    }

    /** A new session. */
    public String create() {
        byte[] id = new byte[32];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /** Whether it may be a session of ours. */
    public static boolean isWellFormed(@Nullable String session) {
        return session != null && session.length() == SIZE && session.matches("[0-9a-f]+");
    }

    /** From now on the browser need not show the token. */
    public void admit(String session) {
        admitted.put(session, true);
    }

    public void dismiss(String session) {
        admitted.remove(session);
    }

    public boolean isAdmitted(@Nullable String session) {
        return token == null || (session != null && admitted.containsKey(session));
    }

    /** What the forms of a session must send back. */
    public String csrf(String session) {
        return HexFormat.of().formatHex(mac("csrf " + session));
    }

    public boolean isCsrf(String session, @Nullable String sent) {
        return sent != null
                && MessageDigest.isEqual(
                        csrf(session).getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    /** Something to be said on the next page. */
    public void tell(String session, String notice) {
        notices.put(session, notice);
    }

    /** What is to be said, once. */
    public Optional<String> told(String session) {
        return Optional.ofNullable(notices.remove(session));
    }

    private byte[] mac(String words) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
