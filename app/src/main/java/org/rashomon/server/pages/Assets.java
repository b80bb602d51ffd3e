package org.rashomon.server.pages;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.rashomon.export.page.Style;

/** The sheet, the script and the icon. */
final class Assets {
    void register(RoutesConfig routes) {
        asset(routes, "style.css", "text/css", Style.sheet() + read("served.css"));
        asset(routes, "served.js", "text/javascript", read("served.js"));
        asset(routes, "icon.svg", "image/svg+xml", read("icon.svg"));
    }

    private static void asset(RoutesConfig routes, String name, String type, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        routes.get(
                "/assets/" + name,
                context -> context.contentType(type + "; charset=utf-8")
                        .header("Cache-Control", "no-cache")
                        .result(bytes));
    }

    private static String read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name + " is missing from the program's jar")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
