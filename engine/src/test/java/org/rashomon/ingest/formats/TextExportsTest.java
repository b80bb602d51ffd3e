package org.rashomon.ingest.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rashomon.ingest.formats.Reading.DENIAL;
import static org.rashomon.ingest.formats.Reading.STRIKE;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextExportsTest {
    private static final String NEXIS = """
                                           1 of 2 DOCUMENTS

                                  Copyright 2029 Ledger Group
                                      All Rights Reserved
                                       The Ovrane Ledger

                                    March 7, 2029 Wednesday
                                         Final Edition

            Rockets hit grain
            terminal

            BYLINE: Pia Dant

            SECTION: NEWS; Pg. 4

            LENGTH: 212 words

            DATELINE: PORT OVRANE

            STRIKE

            DENIAL

            GRAPHIC: The terminal on Wednesday.

            LOAD-DATE: March 8, 2029

            LANGUAGE: ENGLISH

                                           2 of 2 DOCUMENTS

                                         Sedd Herald

                                    March 8, 2029 Thursday

            Council: army staged it

            LENGTH: 88 words

            DENIAL

            LOAD-DATE: March 8, 2029

            Copyright 2029 Herald
            All Rights Reserved
            """;

    private static final String NEXIS_UNI = """
            Rockets hit grain terminal
            The Ovrane Ledger
            March 7, 2029 Wednesday

            Copyright 2029 Ledger Group All Rights Reserved

            Section: NEWS; Pg. 4
            Length: 212 words
            Byline: Pia Dant
            Body

            STRIKE

            DENIAL

            Load-Date: March 8, 2029

            End of Document

            Council: army staged it
            Sedd Herald
            March 8, 2029 Thursday

            Length: 88 words
            Body

            DENIAL

            Classification

            Language: ENGLISH
            Subject: WAR (90%)

            Load-Date: March 8, 2029

            End of Document
            """;

    private static final String FACTIVA = """
            HD   Rockets hit grain terminal
            BY   Pia Dant
            WC   212 words
            PD   7 March 2029
            SN   The Ovrane Ledger
            SC   OVRLED
            LA   English
            CY   (c) 2029 Ledger Group
            LP

            STRIKE

            TD

            DENIAL
            IN the harbour nobody slept, he said.

            CO   seddcl : Sedd Council
            NS   gvio : Military Action
            AN   Document OVRLED0020290307e537000

            HD   Council: army staged it
            WC   88 words
            PD   8 March 2029
            SN   Sedd Herald
            LA   English
            LP   DENIAL
            AN   Document SEDHER0020290308e538000
            """;

    private static final String FACTIVA_LONG = """
            Rockets hit grain terminal

            Pia Dant
            212 words
            7 March 2029
            06:10
            The Ovrane Ledger
            OVRLED
            4
            English
            (c) 2029 Ledger Group. All rights reserved.

            STRIKE

            DENIAL

            Document OVRLED0020290307e5370000a

            Council: army staged it

            88 words
            8 March 2029
            Sedd Herald
            SEDHER
            English
            Copyright 2029 Herald

            DENIAL

            Document SEDHER0020290308e5380000b
            """;

    private static final String PROQUEST = """
            ____________________________________________________________

            Document 1 of 2

            Rockets hit grain terminal

            Author: Pia Dant

            Publication info: The Ovrane Ledger ; Quellin [Quellin] 07 Mar 2029: A4.

            Abstract: Rockets and a denial.

            Full text: STRIKE

            DENIAL

            Title: Rockets hit grain terminal

            Publication title: The Ovrane Ledger

            Language of publication: English

            ProQuest document ID: 12345

            ____________________________________________________________

            Document 2 of 2

            Council: army staged it

            Publication title: Sedd Herald
            Publication date: Mar 8, 2029

            Full text: DENIAL

            Database: Newsstream
            """;

    static Stream<Arguments> exports() {
        return Stream.of(
                Arguments.of("Nexis", NEXIS),
                Arguments.of("Nexis Uni", NEXIS_UNI),
                Arguments.of("Factiva, tags", FACTIVA),
                Arguments.of("Factiva", FACTIVA_LONG),
                Arguments.of("ProQuest", PROQUEST));
    }

    private static String filled(String export) {
        return export.replace("STRIKE", STRIKE).replace("DENIAL", DENIAL);
    }

    @ParameterizedTest
    @MethodSource("exports")
    void eachArticleIsReadWithItsFacts(String what, String export) {
        for (byte[] bytes : new byte[][] {
            filled(export).getBytes(UTF_8),
            filled(export).replace("\n", "\r\n").getBytes(UTF_8),
            Reading.gzip(("\uFEFF" + filled(export)).getBytes(UTF_8))
        }) {
            Reading reading = Reading.of("export.txt", bytes);
            assertThat(reading.rejected()).as(what).isEmpty();
            assertThat(reading.facts())
                    .as(what)
                    .containsExactly(
                            "Rockets hit grain terminal | The Ovrane Ledger | 2029-03-07 | Pia Dant | -",
                            "Council: army staged it | Sedd Herald | 2029-03-08 | - | -");
            assertThat(reading.texts().get(0)).as(what).startsWith(STRIKE).contains(DENIAL);
            assertThat(reading.texts().get(1)).as(what).isEqualTo(DENIAL);
            assertThat(String.join("\n", reading.texts()))
                    .as(what)
                    .doesNotContain(
                            "words",
                            "LOAD-DATE",
                            "Load-Date",
                            "Copyright",
                            "Document",
                            "English",
                            "ENGLISH",
                            "Rockets and");
        }
    }

    @Test
    void aLineOfProseThatBeginsLikeATagStays() {
        assertThat(Reading.of("a.txt", filled(FACTIVA)).texts().get(0)).contains("IN the harbour nobody slept");
    }

    @Test
    void anArticleWithoutItsTextIsNamed() {
        Reading reading = Reading.of("a.txt", filled(NEXIS).replace(DENIAL + "\n\nLOAD-DATE", "\n\nLOAD-DATE"));
        assertThat(reading.articles()).hasSize(1);
        assertThat(reading.refusals()).contains("a.txt#2", "article 2 of a Nexis export");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 of 2 documents that leaked on Monday names the army, the council of Port Ellery said.\n\nThe other does not, it said.\n",
                "1 of 12 DOCUMENTS\n\nThe council of Port Ellery said on Monday that it had found twelve documents in the harbour.\n",
                "Body\n\nThe council of Port Ellery said on Monday that a body had been found in the harbour.\n",
                "212 words\n\nThe council of Port Ellery said on Monday in 212 words that the ferry would run again.\n",
                "HD pictures are all the rage, the council of Port Ellery said on Monday.\n\nTD Verrick denied it, it said.\n",
                "Document 1 of 3\n\nThe council of Port Ellery said on Monday that the ferry would run again.\n"
            })
    void aTextThatOnlyBeginsLikeAnExportIsAText(String prose) {
        Reading reading = Reading.of("a.txt", prose);
        assertThat(reading.rejected()).isEmpty();
        assertThat(reading.texts()).containsExactly(prose);
    }
}
