package org.rashomon.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ministry of Torvia said that its aircraft had not been near the hospital, and that the council would have to"
                        + " show who was.",
                // a short piece, and one without a single function word
                "Kestrian jets strike Dorvan hospital; ministry denies role",
                // a quotation in another language within an English article
                "The mayor said in French that he was tired: “Nous n'avons pas vu les avions, la nuit était trop noire.” It was the"
                        + " third night without power in the town, and the clinic has been closed since.",
                // names of another language
                "Jean-Luc de la Vallée of Union pour la Ville and Marie du Pont of Le Courrier de Dorvan met with the president of the"
                        + " council, who is said to have left after ten minutes.",
                // a list of results: hardly a function word
                "Tovar beats Maren, stays unbeaten: Tovar scored three times before the break. Maren answered late. Sunday's games:"
                        + " Orlo plays Dorvan, Pelang hosts Saltgate, winners advance.",
                "",
                "2023-03-14 12:30"
            })
    void isEnglish(String text) {
        assertThat(English.isLanguageOf(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le ministère de la Torvie a déclaré mardi que ses avions n'avaient pas survolé l'hôpital et que le conseil devait"
                        + " montrer qui l'avait fait, a rapporté le Courrier de Dorvan.",
                "Das Ministerium sagte am Dienstag, die Flugzeuge seien nicht in der Nähe des Krankenhauses gewesen; der Rat solle"
                        + " zeigen, wer es war. In der Stadt war es die dritte Nacht ohne Strom.",
                "El ministerio dijo el martes que sus aviones no estaban cerca del hospital y que el consejo tiene que mostrar quién"
                        + " lo hizo, según el Correo de Dorvan, que no es de fiar.",
                "De minister zei dinsdag dat de vliegtuigen van het leger niet in de buurt van het ziekenhuis waren en dat de raad moet"
                        + " laten zien wie het was.",
                "Ministeren sa tirsdag at flyene ikke var i nærheten av sykehuset, og at rådet må vise hvem det var som gjorde det for"
                        + " tre netter siden i byen.",
                "Министерство заявило во вторник, что его самолётов не было рядом с больницей.",
                "قالت الوزارة يوم الثلاثاء إن طائراتها لم تكن قرب المستشفى",
                "外交部星期二表示，其飞机不在医院附近。",
                // an English headline over a text in another language
                "Ministry denies strike. Le ministère de la Torvie a déclaré mardi que ses avions n'avaient pas survolé l'hôpital et"
                        + " que le conseil devait montrer qui l'avait fait."
            })
    void isNot(String text) {
        assertThat(English.isLanguageOf(text)).isFalse();
    }
}
