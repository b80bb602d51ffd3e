package org.rashomon.server.access;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Who may sign in by a password. After some wrong ones in a row a name waits, whether there is one of it or not. Thread-safe. */
public final class Accounts {
    private static final int WRONG_AT_MOST = 5;
    private static final long WAIT_MILLIS = 60_000;
    private static final int NAMES_REMEMBERED = 10_000;

    private final Supplier<List<Account>> source;
    private final Clock clock;
    /** Of nobody: a name that is not there takes as long as one that is. */
    private final String nobody = Passwords.hash("a password of nobody");

    private volatile List<Account> accounts = List.of();
    private final Map<String, Wrong> wrong = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > NAMES_REMEMBERED;
        }
    };

    private record Wrong(int times, long last) {}

    /** What came of signing in. */
    public enum Outcome {
        RIGHT,
        WRONG,
        WAIT
    }

    /** @param source tells all accounts as they are now */
    public Accounts(Supplier<List<Account>> source, Clock clock) {
        this.source = source;
        this.clock = clock;
        reload();
    }

    /** What is kept has changed. */
    public void reload() {
        accounts = List.copyOf(source.get());
    }

    /** All, as they are kept. */
    public List<Account> all() {
        return accounts;
    }

    /** The one of this name, small or capital letters alike. */
    public Optional<Account> find(String name) {
        return accounts.stream()
                .filter(account -> account.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** Whose token it is. */
    Optional<Account> ofToken(String token) {
        return accounts.stream()
                .filter(account -> Tokens.matches(token, account.secret()))
                .findFirst();
    }

    /** Whether this is the password of that name. */
    public Outcome check(String name, String password) {
        String key = key(name);
        if (isWaiting(key)) {
            return Outcome.WAIT;
        }
        Optional<Account> account = find(name).filter(one -> !one.isProgram());
        boolean matches =
                Passwords.matches(password, account.map(Account::secret).orElse(nobody)) && account.isPresent();
        synchronized (wrong) {
            if (matches) {
                wrong.remove(key);
            } else {
                Wrong before = wrong.get(key);
                wrong.put(key, new Wrong(before == null ? 1 : before.times + 1, clock.millis()));
            }
        }
        return matches ? Outcome.RIGHT : Outcome.WRONG;
    }

    private boolean isWaiting(String key) {
        synchronized (wrong) {
            Wrong before = wrong.get(key);
            return before != null && before.times >= WRONG_AT_MOST && clock.millis() - before.last < WAIT_MILLIS;
        }
    }

    private static String key(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return plain.length() > 100 ? plain.substring(0, 100) : plain;
    }
}
