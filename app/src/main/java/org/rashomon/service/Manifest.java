package org.rashomon.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.text.Hashes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code manifest.json}: what made a dossier, what it counts, and the hash of each of its files. It is written last; a folder
 * without it, or with one that says {@code "complete": false}, is no whole dossier.
 */
final class Manifest {
    static final String NAME = "manifest.json";
    private static final String KIND = "rashomon-dossier/1";
    private static final Pattern PLAIN = Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9._-]*/)?[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Manifest() {}

    /** The manifest of the files that lie in {@code folder}. */
    static String of(Dossier dossier, Path folder, List<String> files) throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("kind", KIND);
        manifest.put("complete", true);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("version", dossier.run().version());
        run.put("reader", dossier.run().reader());
        run.put("digests", dossier.run().digests());
        if (!dossier.run().parsers().isEmpty()) {
            run.put("parsers", dossier.run().parsers());
        }
        manifest.put("run", run);
        manifest.put("counts", counts(dossier));
        manifest.put(
                "rejected",
                dossier.rejected().stream()
                        .map(rejected -> ordered("source", rejected.source(), "reason", rejected.reason()))
                        .toList());
        manifest.put(
                "duplicates",
                dossier.duplicates().stream()
                        .map(duplicate -> ordered("source", duplicate.source(), "of", duplicate.of()))
                        .toList());
        manifest.put(
                "passedOver",
                dossier.skipped().stream()
                        .map(skipped -> ordered("source", skipped.source(), "reason", skipped.reason()))
                        .toList());
        List<Map<String, Object>> hashes = new ArrayList<>();
        for (String file : files) {
            byte[] bytes = Files.readAllBytes(folder.resolve(file));
            Map<String, Object> entry = ordered("name", file, "sha256", Hashes.sha256(bytes));
            entry.put("bytes", bytes.length);
            hashes.add(entry);
        }
        manifest.put("files", hashes);
        return JSON.writeValueAsString(manifest) + "\n";
    }

    /** A manifest that claims files but no whole dossier: what stands while files change places. */
    static String unfinished(Iterable<String> files) {
        List<Map<String, Object>> names = new ArrayList<>();
        for (String file : files) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", file);
            names.add(entry);
        }
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("kind", KIND);
        manifest.put("complete", false);
        manifest.put("files", names);
        return JSON.writeValueAsString(manifest) + "\n";
    }

    /** The files that the manifest in {@code folder} claims, sorted; none where there is no manifest of ours. */
    static SortedSet<String> files(Path folder) {
        TreeSet<String> files = new TreeSet<>();
        try {
            JsonNode manifest = JSON.readTree(Files.readString(folder.resolve(NAME)));
            if (KIND.equals(manifest.path("kind").asString(""))) {
                files.add(NAME);
                manifest.path("files").forEach(file -> {
                    String name = file.path("name").asString("");
                    // A manifest may have been tampered with: only plain names are ours, here or in one folder.
                    if (PLAIN.matcher(name).matches()) {
                        files.add(name);
                    }
                });
            }
        } catch (IOException | JacksonException e) {
            return files; // no manifest, or none that can be read: nothing in the folder is ours
        }
        return files;
    }

    /** Whether the manifest in {@code folder} is that of a whole dossier. */
    static boolean isWhole(Path folder) {
        try {
            return JSON.readTree(Files.readString(folder.resolve(NAME)))
                    .path("complete")
                    .asBoolean(false);
        } catch (IOException | JacksonException e) {
            return false;
        }
    }

    private static Map<String, Object> counts(Dossier dossier) {
        var comparison = dossier.comparison();
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("articles", dossier.analyses().size());
        counts.put("rejected", dossier.rejected().size());
        counts.put("duplicates", dossier.duplicates().size());
        counts.put(
                "textOnly",
                dossier.analyses().stream().filter(ArticleAnalysis::isTextOnly).count());
        counts.put(
                "claims",
                dossier.analyses().stream()
                        .mapToInt(analysis -> analysis.claims().size())
                        .sum());
        counts.put(
                "figures",
                dossier.analyses().stream()
                        .mapToInt(analysis -> analysis.figures().size())
                        .sum());
        counts.put("stories", comparison.stories().size());
        counts.put("incidents", comparison.incidents().size());
        counts.put("agreements", comparison.agreements().size());
        counts.put("relations", comparison.relations().size());
        counts.put("lineage", comparison.lineages().size());
        counts.put("omissions", comparison.omissions().size());
        return counts;
    }

    private static Map<String, Object> ordered(String firstKey, String first, String secondKey, String second) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(firstKey, first);
        entry.put(secondKey, second);
        return entry;
    }
}
