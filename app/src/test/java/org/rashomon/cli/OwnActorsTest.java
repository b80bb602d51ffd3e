package org.rashomon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.service.ReadService;
import picocli.CommandLine;

/** A table of one's own is heard wherever the program's is: each text once with the table, once without. */
class OwnActorsTest {
    private static final String TABLE = """
            \tTorvia\tstate\tQT\t\tcapital:Orvela|adjective:Torvian|adjective:Torvians
            \tKestria\tstate\tQK\t\tcapital:Marnholm|adjective:Kestrian|adjective:Kestrians
            \tDarro Quend\tperson\tQT\t\t\tm\tpresident@QT:2029-03-01..
            \tPeter Ossen\tperson\tQT\t\t\tf\tforeign minister@QT:2024-03-01..
            zahle\tZahle\tarmed-group
            """;

    @TempDir
    static Path temp;

    private static ReadService with = ReadService.of("rules");
    private static ReadService without = with;
    private static int runs;

    @BeforeAll
    static void load() throws IOException {
        with = ReadService.of("rules", Files.writeString(temp.resolve("mine.tsv"), TABLE));
    }

    /** Paragraphs are parted by a slash. */
    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # a word that two states share names both, so that the surname of a president of one of them tells who speaks
            The president came to the Torvian-Kestrian border on Monday. Quend said that the port would open. | claims | "speakerLabel":"Darro Quend"
            # a surname behind the state and the title
            The Torvian president was at sea. Quend said that the port would open.                            | claims | "id":"person:darro-quend"
            # a title, a surname and a state
            President Quend of Torvia said that the port would open.                                          | claims | "id":"person:darro-quend"
            # the table knows the gender, whatever the given name says
            Peter Ossen said that the pier was shut. She said that the port would open.                       | claims | "speakerStatus":"resolved","speakerLabel":"Peter Ossen"
            # who bears the name of a town is no sign of the country around it
            Zahle shelled a school in Tripoli on Monday, killing ten people. Residents of Zahle denied it.    | incidents | "place":{"name":"Tripoli","within":null,"country":"LY"
            """)
    void whatTheTableAddsIsHeard(String text, String table, String heard) throws IOException {
        assertThat(read(with, text, table)).contains(heard);
        assertThat(read(without, text, table)).doesNotContain(heard);
    }

    private static final String ACCUSED = "Planes bombed a school in Aleppo on Monday, killing ten people. / ";

    /** Who leads a state, its ministers and its ministries are one voice, which does not bear itself out. */
    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Darro Quend accused Kestria of bombing the school in Aleppo. The Torvian defence ministry accused Kestria of bombing the school in Aleppo. | false
            Peter Ossen accused Kestria of bombing the school in Aleppo. The Torvian defence ministry accused Kestria of bombing the school in Aleppo. | false
            Ana Lund accused Kestria of bombing the school in Aleppo. The Torvian defence ministry accused Kestria of bombing the school in Aleppo.    | true
            Darro Quend accused Kestria of bombing the school in Aleppo. Ana Lund accused Kestria of bombing the school in Aleppo.                     | true
            """)
    void aHeadOfStateOfTheTableIsOfOneSideWithItsGovernment(String claims, boolean twoSides) throws IOException {
        assertThat(read(with, ACCUSED + claims, "relations").contains("CORROBORATES"))
                .isEqualTo(twoSides);
    }

    private static String read(ReadService service, String text, String table) throws IOException {
        Path dossier = temp.resolve("out" + runs++);
        Path article = Files.writeString(
                temp.resolve("article.jsonl"),
                "{\"id\": \"a\", \"date\": \"2031-05-04\", \"text\": \"" + text.replace(" / ", "\\n\\n") + "\"}\n");
        CommandLine line = Main.commandLine((reader, actors) -> service);
        StringWriter out = new StringWriter();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        assertThat(line.execute("read", article.toString(), "--actors", "mine.tsv", "--out", dossier.toString()))
                .as(out.toString())
                .isZero();
        return Files.readString(dossier.resolve(table + ".jsonl"));
    }
}
