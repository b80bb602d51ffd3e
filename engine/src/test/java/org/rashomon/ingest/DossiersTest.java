package org.rashomon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.ReadResult;

/** What the program has written is no news to it. */
class DossiersTest {
    private static final String REPORT = "The army denied the strike, Ana Lund said.";

    @TempDir
    Path temp;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"kind" : "rashomon-dossier/1", "complete" : true}  | true
            {"kind":"rashomon-dossier/1","complete":false}      | true
            {"kind" : "rashomon-dossiers/1"}                    | false
            {"name" : "rashomon-dossier/1"}                     | false
            {"note": {"kind": "rashomon-dossier/1"}}            | false
            [{"kind" : "rashomon-dossier/1"}]                   | false
            not JSON                                            | false
            """)
    void theManifestTells(String manifest, boolean dossier) throws IOException {
        Files.writeString(temp.resolve("manifest.json"), manifest);
        assertThat(Dossiers.isOne(temp)).isEqualTo(dossier);
    }

    @Test
    void itsFolderIsPassedOverWhereverItLiesAndSaidToBe() throws IOException {
        Files.writeString(temp.resolve("a.txt"), REPORT);
        Path out = Files.createDirectories(temp.resolve("2031/out"));
        Files.writeString(out.resolve("manifest.json"), "{\"kind\" : \"rashomon-dossier/1\"}");
        Files.writeString(out.resolve("articles.jsonl"), "{\"text\":\"" + REPORT + "\"}");
        assertThat(read(temp)).hasSize(2).contains(new ReadResult.OwnDossier("2031/out/"));
        assertThat(read(out)).singleElement().isInstanceOf(ReadResult.OwnDossier.class);
        // asked for by its own name a table is read as any other
        assertThat(read(out.resolve("articles.jsonl"))).singleElement().isInstanceOf(ReadResult.Read.class);
    }

    private static List<ReadResult> read(Path input) {
        List<ReadResult> results = new ArrayList<>();
        Readers.standard().read(List.of(input), results::add);
        return results;
    }
}
