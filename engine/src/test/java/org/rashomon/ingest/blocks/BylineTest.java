package org.rashomon.ingest.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Pia Dant | [Pia Dant] null",
                "by Pia Dant and Ole Brun | [Pia Dant, Ole Brun] null",
                "Written by Pia Dant, MS, RD | [Pia Dant] null",
                "By Pia Dant, Ole van der Brun; Ana Lund in Keldra | [Pia Dant, Ole van der Brun, Ana Lund] null",
                "Von Pia Dant und Ole Brun | [Pia Dant, Ole Brun] null",
                "Текст: Венера Ерова | [Венера Ерова] null",
                "By Pia Dant • Special to the Pioneer Press | [Pia Dant] null",
                "By Pia Dant (AFP) | [Pia Dant] AFP",
                "By PIA DANT, Associated Press | [PIA DANT] AP",
                "Pia Dant, AP National Security Writer | [Pia Dant] AP",
                "Pia Dant Associated Press | [Pia Dant] AP",
                "Reuters Staff | [] Reuters",
                "AFP | [] AFP",
                "By Ana Lund | [Ana Lund] null",
                "By Pia Dant pia@post.example +44 20 7946 0000 | [Pia Dant] null"
            })
    void whoWroteAndWhoSupplied(String line, String who) {
        Byline byline = Byline.read(line);
        assertThat(byline.authors() + " " + byline.credit()).isEqualTo(who);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By Staff Reports",
                "Admin",
                "admin",
                "webmaster@post.example",
                "News Desk",
                "CNN Editor-at-large",
                "HNN Staff",
                "Editorial Board",
                "by European Space Agency",
                "Department of IT",
                "kei_eno",
                "Agent 47",
                "Pia",
                "the council",
                "By boat and train"
            })
    void nobodyElseIsAPerson(String line) {
        assertThat(Byline.read(line).authors()).isEmpty();
    }

    @Test
    void aPapersNameAndItsDesksAreNoPeople() {
        assertThat(Byline.people(
                        List.of("Pia Dant The Ovrane Ledger", "Ovrane Sport", "Ole Brun"), "The Ovrane Ledger"))
                .containsExactly("Pia Dant", "Ole Brun");
        assertThat(Byline.people(List.of("Ovrane Dahl"), null)).containsExactly("Ovrane Dahl");
    }

    @ParameterizedTest
    @CsvSource({
        "By Pia Dant,true",
        "by Pia Dant,true",
        "Text: Pia Dant,true",
        "By the river,false",
        "Bystanders said,false",
        "From now on,false",
        "By,false"
    })
    void linesThatOpenLikeBylines(String line, boolean opens) {
        assertThat(Byline.opensLikeOne(line)).isEqualTo(opens);
    }
}
