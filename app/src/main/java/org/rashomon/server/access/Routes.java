package org.rashomon.server.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The least role of every route, from {@code routes.tsv}. What has no row there is answered to nobody. */
public final class Routes {
    /** All of them. */
    public static final Routes ALL = new Routes(read());

    private final List<Route> routes;
    private final Map<String, Route> byName = new LinkedHashMap<>();

    /**
     * A row.
     *
     * @param path with names in braces for what varies
     * @param least null where anybody may come, signed in or not
     */
    public record Route(
            String method, String path, @Nullable Role least) {}

    private Routes(List<Route> routes) {
        this.routes = routes;
        routes.forEach(route -> byName.put(name(route.method, route.path), route));
    }

    private static String name(String method, String path) {
        // a head is asked for what would be got
        return (method.equals("HEAD") ? "GET" : method) + " " + path;
    }

    /** In the order of the table. */
    public List<Route> all() {
        return routes;
    }

    /** The row of a route as it was registered. */
    public Optional<Route> find(String method, String path) {
        return Optional.ofNullable(byName.get(name(method, path)));
    }

    /** Whether anybody may come to an address, signed in or not. */
    boolean isOpen(String method, String address) {
        return find(method, address).filter(route -> route.least == null).isPresent();
    }

    /** Whether somebody may come to a route as it was registered; to one without a row nobody may. */
    public boolean mayCome(Visitor visitor, String method, String path) {
        return find(method, path)
                .filter(route -> route.least == null || visitor.role().may(route.least))
                .isPresent();
    }

    private static List<Route> read() {
        try (InputStream in = Objects.requireNonNull(
                        Routes.class.getResourceAsStream("routes.tsv"),
                        "routes.tsv is missing from the program's jar");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Route(
                            cells[0],
                            cells[1],
                            cells[2].equals("anybody")
                                    ? null
                                    : Role.of(cells[2]).orElseThrow()))
                    .collect(Collectors.toUnmodifiableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
