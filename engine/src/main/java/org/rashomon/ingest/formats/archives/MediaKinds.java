package org.rashomon.ingest.formats.archives;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which kinds of file a web archive or message holds beside articles, by the type that was stated for them. */
final class MediaKinds {
    /** Beginnings of a type, and what such files are for people. */
    private static final Map<String, String> BY_TYPE = Map.ofEntries(
            Map.entry("image/", "picture"),
            Map.entry("audio/", "sound"),
            Map.entry("video/", "film"),
            Map.entry("font/", "font"),
            Map.entry("text/css", "style sheet"),
            Map.entry("text/javascript", "script"),
            Map.entry("application/javascript", "script"),
            Map.entry("application/x-javascript", "script"),
            Map.entry("application/ecmascript", "script"),
            Map.entry("application/font", "font"),
            Map.entry("application/x-font", "font"),
            Map.entry("application/vnd.ms-fontobject", "font"),
            Map.entry("application/pdf", "PDF (not read)"),
            Map.entry("application/msword", "office document (not read)"),
            Map.entry("application/vnd.openxmlformats", "office document (not read)"),
            Map.entry("application/vnd.oasis", "office document (not read)"),
            Map.entry("application/zip", "packed file (not read)"),
            Map.entry("application/warc-fields", "of the crawler"),
            Map.entry("application/http", "of the crawler"),
            Map.entry("application/ocsp", "of the crawler"),
            Map.entry("application/x-shockwave-flash", "film"),
            Map.entry("application/wasm", "script"));

    private static final Map<String, String> BY_ENDING = Map.of(
            ".css",
            "style sheet",
            ".js",
            "script",
            ".png",
            "picture",
            ".jpg",
            "picture",
            ".gif",
            "picture",
            ".ico",
            "picture",
            ".svg",
            "picture",
            ".woff",
            "font",
            ".woff2",
            "font",
            ".xsl",
            "style sheet");

    private static final List<String> UNSAID = List.of("", "application/octet-stream", "text/plain");

    private MediaKinds() {}

    /** What a file of this type is when it is no article; the ending of its address counts where the type says nothing. */
    static Optional<String> passedOver(String type, String address) {
        Optional<String> known = BY_TYPE.entrySet().stream()
                .filter(kind -> type.startsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (known.isPresent() || !UNSAID.contains(type)) {
            return known;
        }
        String path = address.replaceFirst("[?#].*", "");
        int dot = path.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.ofNullable(BY_ENDING.get(path.substring(dot)));
    }
}
