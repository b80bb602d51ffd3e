package org.rashomon.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.server.access.Accounts.Outcome;

/** Passwords, and who is let in by them. */
class AccountsTest {
    private static final String RIGHT = "ferry lantern gravel tin";

    private static final class Watch extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    private final Watch watch = new Watch();
    private final Accounts accounts =
            new Accounts(() -> List.of(new Account("Ana", Role.EDITOR, Passwords.hash(RIGHT))), watch);

    @Test
    void aHashSaysHowItWasMadeAndIsOfOnePasswordAlone() {
        String hash = Passwords.hash(RIGHT);
        assertThat(hash).startsWith("$argon2id$v=19$m=47104,t=1,p=1$").isNotEqualTo(Passwords.hash(RIGHT));
        assertThat(Passwords.matches(RIGHT, hash)).isTrue();
        assertThat(Passwords.matches(RIGHT + " ", hash)).isFalse();
        assertThat(Passwords.matches("", hash)).isFalse();
        assertThat(Passwords.matches("x".repeat(100_000), hash)).isFalse();
        assertThat(Passwords.matches("Cafe\u0301 am Fluss", Passwords.hash("Caf\u00e9 am Fluss")))
                .isTrue();
    }

    @Test
    void aTokenIsNoPasswordAndIsKeptAsItsHash() {
        String token = Tokens.create();
        Accounts programs =
                new Accounts(() -> List.of(new Account("importer", Role.READER, Tokens.hash(token))), watch);
        assertThat(token).startsWith("rashomon_").hasSize(73).isNotEqualTo(Tokens.create());
        assertThat(Tokens.hash(token)).startsWith("sha256:").doesNotContain(token);
        assertThat(programs.ofToken(token))
                .hasValueSatisfying(one -> assertThat(one.name()).isEqualTo("importer"));
        assertThat(programs.ofToken(token + " ")).isEmpty();
        assertThat(programs.ofToken(Tokens.hash(token))).isEmpty();
        assertThat(programs.check("importer", token)).isEqualTo(Accounts.Outcome.WRONG);
        assertThat(accounts.ofToken(RIGHT)).isEmpty();
    }

    /** A vector of the reference implementation (phc-winner-argon2, test.c), so that hashes are those of others, too. */
    @Test
    void theHashIsThatOfTheReference() {
        assertThat(Passwords.matches(
                        "password",
                        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ana|ferry lantern|true",
                "ana|twelve chars|true",
                "ana|elevenchars|false",
                "ana|aaaaaaaaaaaaaaa|false",
                "ana|abcabcabcabcabc|false",
                "Ana Maria Vey|ana maria vey|false"
            })
    void aPasswordIsLongEnoughAndNoName(String name, String password, boolean fine) {
        assertThat(Passwords.fault(name, password).isEmpty()).isEqualTo(fine);
    }

    @ParameterizedTest
    @CsvSource({
        "ana,true",
        "R. Vey,true",
        "ana@desk.example,true",
        "Zoë-2,true",
        "D'Arcy,true",
        "<b>,false",
        "a/b,false",
        "'',false",
        "' ana',false",
        "-x,false"
    })
    void aNameIsPlain(String name, boolean fine) {
        assertThat(Passwords.isName(name)).isEqualTo(fine);
        assertThat(Passwords.isName("a".repeat(41))).isFalse();
        assertThat(Passwords.isName("a\nb")).isFalse();
    }

    @Test
    void aNameWaitsAfterSomeWrongOnesInARow() {
        for (int i = 0; i < 4; i++) {
            assertThat(accounts.check("ana", "wrong" + i)).isEqualTo(Outcome.WRONG);
        }
        assertThat(accounts.check("ANA", RIGHT)).isEqualTo(Outcome.RIGHT);
        for (int i = 0; i < 5; i++) {
            assertThat(accounts.check("ana", "wrong" + i)).isEqualTo(Outcome.WRONG);
        }
        assertThat(accounts.check("ana", RIGHT)).isEqualTo(Outcome.WAIT);
        watch.pass(Duration.ofSeconds(61));
        assertThat(accounts.check("ana", "wrong again")).isEqualTo(Outcome.WRONG);
        assertThat(accounts.check("ana", RIGHT)).isEqualTo(Outcome.WAIT);
        watch.pass(Duration.ofSeconds(61));
        assertThat(accounts.check("ana", RIGHT)).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void aBrowserThatIsLeftAloneSignsInAgain() {
        Sessions sessions = new Sessions(null, accounts, watch);
        String session = sessions.create();
        assertThat(sessions.visitor(session, null)).isEmpty();
        sessions.admit(session, "Ana");
        watch.pass(Duration.ofHours(11));
        assertThat(sessions.visitor(session, null)).contains(new Visitor("Ana", Role.EDITOR));
        watch.pass(Duration.ofHours(11));
        assertThat(sessions.visitor(session, null)).isPresent();
        watch.pass(Duration.ofHours(13));
        assertThat(sessions.visitor(session, null)).isEmpty();
    }

    @Test
    void whereNobodyIsKnownAndNoTokenIsSetTheOwnerComes() {
        Accounts none = new Accounts(List::of, watch);
        assertThat(new Sessions(null, none, watch).visitor(null, null)).contains(Visitor.OWNER);
        assertThat(new Sessions("a token of letters", none, watch).visitor(null, null))
                .isEmpty();
        assertThat(new Sessions("a token of letters", none, watch).visitor(null, "a token of letters"))
                .contains(Visitor.TOKEN);
        assertThat(new Sessions("a token of letters", none, watch).visitor(null, "another"))
                .isEmpty();
        assertThat(new Sessions(null, accounts, watch).visitor(null, "null")).isEmpty();
    }
}
