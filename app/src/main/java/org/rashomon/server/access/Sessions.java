package org.rashomon.server.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Browsers that came, by a cookie of random letters, and who signed in on them. Kept in memory: a new start asks again, and so do twelve hours
 * without a request. Thread-safe.
 */
public final class Sessions {
    /** The name of the cookie. */
    public static final String COOKIE = "rashomon-session";

    private static final int MOST = 10_000;
    private static final int SIZE = 64;
    private static final long IDLE_MILLIS = 12L * 3_600_000;

    private final SecureRandom random = new SecureRandom();
    private final byte[] key = new byte[32];
    private final @Nullable String token;
    private final Accounts accounts;
    private final Clock clock;
    /** The oldest goes when there are too many. */
    private final Map<String, Admission> admitted = Collections.synchronizedMap(bounded());

    private final Map<String, String> notices = Collections.synchronizedMap(bounded());

    /** @param user null where the token was shown */
    private record Admission(@Nullable String user, long last) {}

    /** @param token what programs show, or null where none will do */
    public Sessions(@Nullable String token, Accounts accounts, Clock clock) {
        this.token = token;
        this.accounts = accounts;
        this.clock = clock;
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

    /** Whether there is a token that may be shown. */
    public boolean hasToken() {
        return token != null || accounts.all().stream().anyMatch(Account::isProgram);
    }

    /** Whether nobody comes without a password or the token. */
    public boolean isClosed() {
        return token != null || !accounts.all().isEmpty();
    }

    /** Who may sign in. */
    public Accounts accounts() {
        return accounts;
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

    /**
     * From now on the browser need not sign in.
     *
     * @param user null where the token was shown
     */
    public void admit(String session, @Nullable String user) {
        admitted.put(session, new Admission(user, clock.millis()));
    }

    /** It has to sign in again. */
    public void dismiss(String session) {
        admitted.remove(session);
    }

    /** All browsers of somebody have to sign in again, but one. */
    public void dismissOthers(String user, String session) {
        synchronized (admitted) {
            admitted.entrySet()
                    .removeIf(one ->
                            user.equals(one.getValue().user) && !one.getKey().equals(session));
        }
    }

    /** Who asks; empty where somebody must sign in first. Whoever is no user any more has to, and a role is what it is now. */
    Optional<Visitor> visitor(@Nullable String session, @Nullable String shown) {
        if (!isClosed()) {
            return Optional.of(Visitor.OWNER);
        }
        if (isToken(shown)) {
            return Optional.of(Visitor.TOKEN);
        }
        Optional<Visitor> program = shown == null
                ? Optional.empty()
                : accounts.ofToken(shown).map(account -> new Visitor(account.name(), account.role()));
        if (program.isPresent()) {
            return program;
        }
        Admission admission = session == null ? null : admitted.get(session);
        if (session == null || admission == null) {
            return Optional.empty();
        }
        if (clock.millis() - admission.last > IDLE_MILLIS) {
            dismiss(session);
            return Optional.empty();
        }
        admitted.computeIfPresent(session, (id, one) -> new Admission(one.user, clock.millis()));
        return admission.user == null
                ? (token == null ? Optional.empty() : Optional.of(Visitor.TOKEN))
                : accounts.find(admission.user).map(account -> new Visitor(account.name(), account.role()));
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
