package org.rashomon.ingest.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rashomon.ingest.formats.Reading.DENIAL;
import static org.rashomon.ingest.formats.Reading.STRIKE;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.ingest.Readers;

class TablesTest {
    private static final String TABLE = "Title,Outlet,Text\nA,Ledger,\"" + STRIKE + "\"\nB,Herald,\"" + DENIAL + "\"\n";

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void eachRowIsAnArticle(String separator) {
        String table =
                ("Title,Outlet,Date,URL,Text\n\"Rockets hit\",Ledger,2029-03-07,https://ledger.example/1,\"BODY\"\nArmy,Herald,2029-03-08,,\"BODY2\"\n")
                        .replace(",", separator)
                        .replace("BODY2", DENIAL)
                        .replace("BODY", STRIKE + "\n\nHe said \"\"no\"\", and left.");
        for (byte[] bytes : new byte[][] {
            table.getBytes(UTF_8),
            ("\uFEFF" + table).getBytes(UTF_8),
            ("\uFEFF" + table).getBytes(StandardCharsets.UTF_16LE),
            Reading.gzip(table.getBytes(UTF_8)),
            ("sep=" + separator + "\n" + table).getBytes(UTF_8),
            table.replace("\n", "\r\n").getBytes(UTF_8)
        }) {
            Reading reading = Reading.of("-", bytes);
            assertThat(reading.rejected()).isEmpty();
            assertThat(reading.facts())
                    .containsExactly(
                            "Rockets hit | Ledger | 2029-03-07 | - | https://ledger.example/1",
                            "Army | Herald | 2029-03-08 | - | -");
            assertThat(reading.texts().get(0)).contains("He said \"no\", and left.");
        }
    }

    @Test
    void theRowIsThePlace() {
        assertThat(Reading.of("a.csv", TABLE).articles())
                .extracting(article -> article.file())
                .containsExactly("a.csv#2", "a.csv#3");
    }

    @Test
    void aColumnThatIsNotKnownIsToldOrNamed() {
        String table = "Nr,Blatt,Wortlaut\n1,Ledger,\"" + STRIKE + "\"\n2,Herald,\"" + DENIAL + "\"\n";
        Reading untold = Reading.of("a.csv", table);
        assertThat(untold.articles()).isEmpty();
        assertThat(untold.refusals()).contains("Nr, Blatt, Wortlaut", "--columns text=NAME");
        Readers told = Readers.told(Map.of("text", "Wortlaut", "outlet", "Blatt"), null);
        assertThat(Reading.of(told, "a.csv", table.getBytes(UTF_8)).facts())
                .containsExactly("- | Ledger | - | - | -", "- | Herald | - | - | -");
    }

    @Test
    void aTableWithoutAHeadingIsNamed() {
        String rows = "1,Ledger,\"" + STRIKE + "\"\n2,Herald,\"" + DENIAL + " He left.\"\n";
        for (String name : new String[] {"a.csv", "-"}) {
            Reading reading = Reading.of(name, rows);
            assertThat(reading.articles()).isEmpty();
            assertThat(reading.refusals()).contains("no names of columns");
        }
        assertThat(Reading.of("a.csv", "text\n\"" + STRIKE + "\"\n\"" + DENIAL + "\"\n")
                        .texts())
                .containsExactly(STRIKE, DENIAL);
    }

    @Test
    void aBadRowDoesNotStopTheOthers() {
        Reading reading = Reading.of(
                "a.csv",
                "title,outlet,text\nA,Ledger,Rockets hit the port, and left, he said\nB,Ledger,\nC,Ledger,\"" + DENIAL
                        + "\"\n");
        assertThat(reading.facts()).containsExactly("C | Ledger | - | - | -");
        assertThat(reading.refusals()).contains("a.csv#2", "5 cells", "a.csv#3");
    }

    @Test
    void aHugeCellIsRefusedAndTheRestRead() {
        String huge = "a".repeat(30_000_000);
        Reading reading =
                Reading.of("-", "title,outlet,text\nA,Ledger,\"" + huge + "\"\nC,Ledger,\"" + DENIAL + "\"\n");
        assertThat(reading.facts()).containsExactly("C | Ledger | - | - | -");
        assertThat(reading.refusals()).contains("-#2", "longer than 20 million");
    }

    @Test
    void anOpenQuotationMarkEndsTheTableLoudly() {
        Reading reading = Reading.of(
                "a.csv",
                "title,outlet,text\nC,Ledger,\"" + DENIAL + "\"\nA,Ledger,\"" + STRIKE + "\" and\nB,Ledger,x\n");
        assertThat(reading.facts()).containsExactly("C | Ledger | - | - | -");
        assertThat(reading.refusals()).contains("a.csv#3", "quotation mark");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rockets hit the port, the army said, and left.\n\nThe council, which met on Monday, said so, too.\n",
                "Date, text, title and outlet: what a record needs.\n\nThe council of Port Ellery said on Monday that it had all four.\n",
                "Port Ellery, Monday\n\nThe council said on Monday that the ferry would run again, after weeks, for good.\n"
            })
    void proseWithCommasIsNoTable(String prose) {
        Reading reading = Reading.of("a.txt", prose);
        assertThat(reading.rejected()).isEmpty();
        assertThat(reading.texts()).containsExactly(prose);
    }
}
