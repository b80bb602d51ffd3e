package org.rashomon.watch.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is out in the open, and what may be asked. */
class AddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::a00:1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2001:20::1",
                "2002:7f00:1::",
                "2002:5db8:d822::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "4000::1"
            })
    void isNotPublic(String address) throws UnknownHostException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "93.184.216.34",
                "100.63.255.255",
                "100.128.0.1",
                "126.1.1.1",
                "128.0.0.1",
                "169.253.1.1",
                "172.15.1.1",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.1.1",
                "192.169.1.1",
                "198.17.1.1",
                "198.20.0.1",
                "203.0.112.1",
                "223.255.255.255",
                "2606:2800:220:1::1",
                "2a00:1450::1",
                "2001:4860:4860::8888",
                "2001:200::1",
                "2003::1",
                "64:ff9b::5db8:d822",
                "::ffff:93.184.216.34"
            })
    void isPublic(String address) throws UnknownHostException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://feeds.ledger.example/rss, true",
        "https://feeds.ledger.example/a/b, true",
        "https://FEEDS.ledger.example./a, true",
        "https://feeds.ledger.example:8443/a, false",
        "https://www.ledger.example/a, false",
        "https://ledger.example/a, false",
        "http://odd.example:8080/other, true",
        "http://odd.example/other, false",
        "http://odd.example:8081/other, false",
        "https://post.example/a, true",
        "https://www.post.example/a, false",
        "https://a.b.star.example/x, true",
        "https://star.example/x, false",
        "https://evilstar.example/x, false",
        "http://port.example:81/x, true",
        "http://port.example/x, false",
        "http://10.0.0.7:8000/x, true",
        "http://10.0.0.7/x, false",
    })
    void onlyHostsOfFeedsAndThoseThatAreNamed(String address, boolean allowed) throws FetchException {
        AllowedHosts hosts = AllowedHosts.of(
                List.of(URI.create("https://feeds.ledger.example/rss"), URI.create("http://odd.example:8080/rss")),
                List.of("Post.example", "*.star.example", "port.example:81"),
                List.of("10.0.0.7:8000"));
        URI asked = WebAddress.of(address);
        if (allowed) {
            hosts.check(asked);
        } else {
            assertThatThrownBy(() -> hosts.check(asked)).hasMessageContaining("--allow");
        }
        assertThat(hosts.mayLieInside(asked)).isEqualTo(address.startsWith("http://10.0.0.7:8000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://x.example", "a b", "x.example:port", "x@y.example", "x.example/path", "*"})
    void whatIsNoHostIsRefused(String named) {
        assertThatThrownBy(() -> AllowedHosts.of(List.of(), List.of(named), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.example", "*.x.example:80"})
    void whatMayLieInsideIsNamedExactly(String named) {
        assertThatThrownBy(() -> AllowedHosts.of(List.of(), List.of(), List.of(named)))
                .hasMessageContaining("HOST:PORT");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Ledger.EXAMPLE, https://ledger.example/",
        "https://ledger.example/a b?c=d|e#f, https://ledger.example/a%20b?c=d%7Ce",
        "https://ledger.example/über, https://ledger.example/%C3%BCber",
        "https://bücher.example/, https://xn--bcher-kva.example/",
        "https://ledger.example/100%, https://ledger.example/100%25",
        "https://ledger.example/%41, https://ledger.example/%41",
        "https://ledger.example/a/../b, https://ledger.example/b",
        "' https://ledger.example/a ', https://ledger.example/a",
    })
    void oneFormOfAnAddress(String written, String form) throws FetchException {
        assertThat(WebAddress.of(written)).hasToString(form);
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "0, 0",
        "'Wed, 07 Mar 2029 06:10:00 GMT', 600",
        "'Wed, 07 Mar 2029 05:50:00 GMT', -600",
        "soon,",
        "-5,",
        "99999999999999,"
    })
    void howLongAHostWantsToBeLeftAlone(String header, Long seconds) {
        assertThat(HostPace.duration(header, Instant.parse("2029-03-07T06:00:00Z"))
                        .map(Duration::toSeconds)
                        .orElse(null))
                .isEqualTo(seconds);
    }

    @Test
    void nobodyHoldsAHostForEver() {
        Instant now = Instant.parse("2029-03-07T06:00:00Z");
        HostPace pace = new HostPace();
        assertThat(pace.rests("a", now, java.util.Optional.of("999999999"))).isEqualTo(now.plus(Duration.ofDays(7)));
        assertThat(pace.rests("b", now, java.util.Optional.empty())).isEqualTo(now.plus(Duration.ofMinutes(15)));
        assertThat(pace.rest("b", now.plusSeconds(901))).isEmpty();
    }
}
