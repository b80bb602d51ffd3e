package org.rashomon.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.pipeline.ArticlePipeline;

/**
 * What predictions are made without: some of {@link ArticlePipeline#switches}, or each of them in turn on one reading of the records.
 *
 * @param names left out of the predictions on standard output
 * @param folder where the predictions of each in turn go, or null
 */
record Without(Set<String> names, @Nullable Path folder) {
    /** With everything on. */
    static final Without NOTHING = new Without(Set.of(), null);
    /** The variant in {@link #folder} that leaves nothing out. */
    static final String BASE = "base";

    Without {
        names = Set.copyOf(names);
    }

    /** Of what stands behind {@code --without}, the names that there are none of. */
    static List<String> unknown(Set<String> names) {
        List<String> known = ArticlePipeline.switches();
        return names.stream().filter(name -> !known.contains(name)).sorted().toList();
    }

    /** By name, what each variant leaves out: nothing, one switch, all proofs, all additions, all. */
    Map<String, Set<String>> variants() {
        Map<String, Set<String>> variants = new LinkedHashMap<>();
        if (folder == null) {
            variants.put(BASE, names);
            return variants;
        }
        Set<String> all = new LinkedHashSet<>(ArticlePipeline.switches());
        variants.put(BASE, Set.of());
        all.forEach(name -> variants.put(name, Set.of(name)));
        variants.put("all", all);
        return variants;
    }

    /** Where each variant is written: to files of the folder, or, where there is none, to {@code out}. */
    Map<String, PrintStream> streams(PrintStream out) throws IOException {
        Map<String, PrintStream> streams = new LinkedHashMap<>();
        if (folder == null) {
            streams.put(BASE, out);
            return streams;
        }
        Files.createDirectories(folder);
        for (String name : variants().keySet()) {
            streams.put(
                    name,
                    new PrintStream(
                            Files.newOutputStream(folder.resolve(name + ".jsonl")), false, StandardCharsets.UTF_8));
        }
        return streams;
    }
}
