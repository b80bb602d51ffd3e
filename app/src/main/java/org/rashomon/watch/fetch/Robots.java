package org.rashomon.watch.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What hosts ask of robots (RFC 9309): a host without robots.txt allows all, one whose robots.txt cannot be had forbids all for the time
 * being. Kept for a day, or ten minutes where it could not be had.
 */
final class Robots {
    /** By which the files call us. */
    static final String NAME = "rashomon";

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration KEPT_FAILED = Duration.ofMinutes(10);

    private final Map<String, Known> known = new HashMap<>();

    private record Known(SimpleRobotRules rules, String failure, Instant until) {}

    /** Gets a robots.txt, redirects followed; every status but those of redirects comes back. */
    @FunctionalInterface
    interface Getting {
        Fetched get(URI address) throws FetchException;
    }

    /**
     * The delay that the host of an address asks for, or none.
     *
     * @throws FetchException where it forbids the address
     */
    Duration check(URI address, Getting getting) throws FetchException {
        Known told = of(address, getting);
        if (!told.failure.isEmpty()) {
            throw FetchException.failed("robots.txt of " + WebAddress.host(address) + " could not be had ("
                    + told.failure + "), and without it nothing is asked there");
        }
        if (!told.rules.isAllowed(address.toString())) {
            throw FetchException.forbidden("robots.txt of " + WebAddress.host(address) + " forbids it");
        }
        long delay = told.rules.getCrawlDelay();
        return delay > 0 ? Duration.ofMillis(delay) : Duration.ZERO;
    }

    private Known of(URI address, Getting getting) throws FetchException {
        String origin = address.getScheme() + "://" + address.getRawAuthority();
        Known told = known.get(origin);
        if (told == null || told.until.isBefore(Instant.now())) {
            told = ask(URI.create(origin + "/robots.txt"), getting);
            known.put(origin, told);
        }
        return told;
    }

    private static Known ask(URI place, Getting getting) throws FetchException {
        SimpleRobotRules all = new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
        try {
            Fetched answer = getting.get(place);
            int status = answer.status();
            if (status == 200) {
                SimpleRobotRules rules = new SimpleRobotRulesParser()
                        .parseContent(place.toString(), answer.body(), "text/plain", List.of(NAME));
                return new Known(rules, "", Instant.now().plus(KEPT));
            }
            boolean none = status >= 400 && status < 500 && status != 429;
            return none ? new Known(all, "", Instant.now().plus(KEPT)) : failed("status " + status);
        } catch (FetchException e) {
            if (e.kind() == FetchException.Kind.STOPPED || e.kind() == FetchException.Kind.LATER) {
                throw e;
            }
            return failed(String.valueOf(e.getMessage()));
        }
    }

    private static Known failed(String why) {
        return new Known(
                new SimpleRobotRules(RobotRulesMode.ALLOW_NONE),
                why,
                Instant.now().plus(KEPT_FAILED));
    }
}
