package org.rashomon.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfParserTest {
    private static final String ARMY =
            "The Kestrian army said on Monday that its forces had not fired a single shell at the bridge of Ellery, where"
                    + " fourteen people were killed, and that a commission should look at the craters.";
    private static final String REBELS =
            "The rebels denied that. Their commander Odo Fenn said by telephone that they were nowhere near the bridge, and"
                    + " that a jet had circled over the town for ten minutes.";

    @Test
    void joinsLinesToParagraphs() {
        assertThat(Told.of(new Pages()
                                .headline("Army denies shelling bridge")
                                .line("By Jon Marrow")
                                .paragraph(ARMY)
                                .paragraph(REBELS)
                                .bytes())
                        .text())
                .isEqualTo("# Army denies shelling bridge | By Jon Marrow | " + ARMY + " | " + REBELS);
    }

    @Test
    void knowsParagraphsByTheirIndent() {
        assertThat(Told.of(new Pages()
                                .indented(ARMY)
                                .indented(REBELS)
                                .indented(ARMY)
                                .bytes())
                        .text())
                .isEqualTo(ARMY + " | " + REBELS + " | " + ARMY);
    }

    /** {@code ~} is where a line ends. */
    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            inter-~national      # international    # a word that is parted
            govern-~ments        # governments      # another
            cease-~fire          # ceasefire        # both spellings are in use
            government-~held     # government-held  # both sides are words of their own and the whole is none
            al-~Qasr             # al-Qasr          # before a capital
            2019-~20             # 2019-20          # before a number
            pro-Kestrian-~minded # pro-Kestrian-minded # a hyphen more in the word
            shelling~halted      # shelling halted  # no hyphen
            """)
    void joinsWordsThatArePartedAtLineEnds(String parted, String joined, String why) {
        String[] sides = parted.split("~");
        byte[] pdf = new Pages()
                .set(72, 700, 11, "The spokeswoman of the ministry told reporters in Torvia about " + sides[0])
                .set(72, 686, 11, sides[1] + " and about nothing else that day, and then left the room at once.")
                .bytes();
        assertThat(Told.of(pdf).text())
                .as(why)
                .isEqualTo("The spokeswoman of the ministry told reporters in Torvia about " + joined
                        + " and about nothing else that day, and then left the room at once.");
    }

    @Test
    void aHyphenStaysThatTheDocumentHasElsewhere() {
        byte[] pdf = new Pages()
                .paragraph("They spoke of a re-election at length and of little else that was new to anybody there.")
                .set(72, 600, 11, "The spokeswoman of the ministry told reporters in Torvia about re-")
                .set(72, 586, 11, "election and about nothing else that day, and then left the room at once.")
                .bytes();
        assertThat(Told.of(pdf).text()).contains("about re-election and");
    }

    private static Pages pages(int count, String shared) {
        Pages pages = new Pages();
        for (int page = 1; page <= count; page++) {
            if (page > 1) {
                pages.page();
            }
            pages.set(72, 800, 9, "The Ellery Gazette").set(400, 800, 9, "May " + (5 + page) + ", 2031");
            pages.paragraph(ARMY.replace("Monday", "day " + page)).paragraph(shared);
            pages.set(290, 40, 9, "Page " + page + " of " + count);
        }
        return pages;
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "12"})
    void whatRunsOverPagesIsFurniture(int count) {
        Told told = Told.of(pages(count, REBELS).bytes());
        assertThat(told.text()).doesNotContain("Gazette").doesNotContain("Page").contains(REBELS);
        assertThat(told.leftOut())
                .isEqualTo("repeats at the top of pages: a header: The Ellery Gazette"
                        + " | repeats at the top of pages: a header: May 6, 2031"
                        + " | repeats at the bottom of pages: a footer or page number: Page 1 of " + count);
        assertThat(told.places()).contains("pages 1 to " + count);
    }

    /** Sentences that open or close several pages are text: nothing parts them from what follows. */
    @Test
    void aSentenceThatRepeatsIsNone() {
        Pages pages = new Pages();
        for (int page = 1; page <= 3; page++) {
            if (page > 1) {
                pages.page();
            }
            pages.set(72, 800, 11, "We did not fire a single shell, the army said in each of its")
                    .set(
                            72,
                            786,
                            11,
                            "statements, and added in number " + "one two three".split(" ")[page - 1]
                                    + " that nobody had.")
                    .paragraph(REBELS);
        }
        assertThat(Told.of(pages.bytes()).text()).contains("in each of its statements, and added in number three");
    }

    @Test
    void aPagesOwnNumberIsFurnitureAndANumberInTheTextIsNot() {
        assertThat(Told.of(new Pages()
                                .paragraph(ARMY)
                                .line("14")
                                .paragraph(REBELS)
                                .set(290, 40, 9, "1")
                                .bytes())
                        .text())
                .isEqualTo(ARMY + " | 14 | " + REBELS);
    }

    /** The title in small letters over later pages. */
    @Test
    void theTitleStaysWhereItIsTheTitle() {
        Pages pages = new Pages().headline("Army denies shelling bridge").paragraph(ARMY);
        for (int page = 2; page <= 4; page++) {
            pages.page().set(72, 800, 8, "Army denies shelling bridge").paragraph(REBELS);
        }
        Told told = Told.of(pages.bytes());
        assertThat(told.text()).startsWith("# Army denies shelling bridge | " + ARMY);
        assertThat(told.text().split("Army denies")).hasSize(2);
        assertThat(told.places()).isEqualTo("pages 2 to 4");
    }

    /** A sentence goes on over the end of a page; what stands between its halves does not part it. */
    @Test
    void aSentenceGoesOnOnTheNextPage() {
        Pages pages = new Pages().set(72, 800, 9, "The Ellery Gazette").paragraph(ARMY);
        pages.set(72, 80, 11, "The rebels denied that, and their commander Odo Fenn said by the telephone on")
                .set(290, 40, 9, "1");
        pages.page()
                .set(72, 800, 9, "The Ellery Gazette")
                .set(72, 740, 11, "Monday that they were nowhere near the bridge.")
                .set(290, 40, 9, "2");
        assertThat(Told.of(pages.bytes()).text())
                .endsWith("said by the telephone on Monday that they were nowhere near the bridge.");
    }

    @Test
    void columnsThatAreWrittenRowByRowAreReadOneByOne() {
        String text = Told.of(new Pages()
                        .headline("Two voices on one bridge")
                        .sideBySide(
                                "The army said on Monday that its\nforces had not fired at the bridge\nand that the rebels had shelled\ntheir own people in the town.",
                                "The rebels said on Monday that a\njet had circled over the town for\nten minutes before it fired at\nthe bridge and at the school.")
                        .bytes())
                .text();
        assertThat(text)
                .isEqualTo("# Two voices on one bridge | The army said on Monday that its forces had not fired at the"
                        + " bridge and that the rebels had shelled their own people in the town. | The rebels said on"
                        + " Monday that a jet had circled over the town for ten minutes before it fired at the bridge and"
                        + " at the school.");
    }

    /** Some programs write a page from its end. */
    @Test
    void linesThatAreWrittenUpwardsAreReadDownwards() {
        byte[] pdf = new Pages()
                .set(72, 660, 11, "and at the school.")
                .set(72, 674, 11, "jet had circled over the town for ten minutes before it fired at the bridge")
                .set(72, 688, 11, "reporters in the town hall of Ellery, together with two of his officers, that a")
                .set(72, 702, 11, "The commander of the rebels, Odo Fenn, said on Monday in a short statement to")
                .bytes();
        assertThat(Told.of(pdf).text())
                .isEqualTo("The commander of the rebels, Odo Fenn, said on Monday in a short statement to reporters in"
                        + " the town hall of Ellery, together with two of his officers, that a jet had circled over the"
                        + " town for ten minutes before it fired at the bridge and at the school.");
    }

    @Test
    void numbersOfLinesAreNoText() {
        Told told = Told.of(new Pages()
                .sideBySide(
                        40,
                        "1\n2\n3\n4",
                        "The army said on Monday that its\nforces had not fired at the bridge\nand that the rebels had shelled\ntheir own people.")
                .bytes());
        assertThat(told.text())
                .isEqualTo(
                        "The army said on Monday that its forces had not fired at the bridge and that the rebels had shelled their own people.");
        assertThat(told.leftOut()).isEqualTo("numbers of lines in the margin: 1 2 3 4");
    }

    @Test
    void aTableIsReadRowByRow() {
        assertThat(Told.of(new Pages()
                                .paragraph(ARMY)
                                .sideBySide("Side\nArmy\nRebels\nCivilians", "Killed\n3\n5\n14")
                                .bytes())
                        .text())
                .isEqualTo(ARMY + " | Side | Killed | Army | 3 | Rebels | 5 | Civilians | 14");
    }

    @Test
    void footnotesAndTheirMarksAreKeptApart() {
        Told told = Told.of(new Pages()
                .set(72, 700, 11, "The army denied it.")
                .set(164.5f, 705, 6, "1")
                .set(172, 700, 11, "The rebels left 12 of 500 km")
                .set(72, 60, 8, "1 It gave no proof.")
                .bytes());
        assertThat(told.text()).isEqualTo("The army denied it. The rebels left 12 of 500 km");
        assertThat(told.leftOut()).isEqualTo("a footnote or endnote, kept apart from the text: 1 It gave no proof.");
    }

    /** Small letters below a text are no footnote where nothing points at them. */
    @Test
    void smallPrintIsText() {
        assertThat(Told.of(new Pages()
                                .paragraph(ARMY)
                                .set(72, 120, 8, "3 people who were there spoke to this paper.")
                                .bytes())
                        .text())
                .endsWith("3 people who were there spoke to this paper.");
    }

    @Test
    void whatTheDocumentMarksAsFurnitureIsNoText() {
        Told told = Told.of(
                new Pages().artifact(72, 760, "Ellery Gazette").paragraph(ARMY).bytes());
        assertThat(told.text()).isEqualTo(ARMY);
        assertThat(told.leftOut())
                .isEqualTo(
                        "marked in the document as no part of its text (header, footer, page number): Ellery Gazette");
    }

    /** Sentences that begin each page alike but for a number, on pages that hold nothing else. */
    @Test
    void sentencesThatDifferInANumberAreText() {
        Pages pages = new Pages();
        for (int page = 1; page <= 4; page++) {
            if (page > 1) {
                pages.page();
            }
            pages.set(72, 800, 9, "The Ellery Gazette")
                    .line("The army said on day " + page + " that nobody had been killed at Ellery.")
                    .set(290, 40, 9, "Page " + page);
        }
        assertThat(Told.of(pages.bytes()).text())
                .contains("on day 1 that")
                .contains("on day 4 that")
                .doesNotContain("Gazette")
                .doesNotContain("Page");
    }

    @Test
    void whatIsSetAtAnAngleIsNoText() {
        Told told = Told.of(new Pages().paragraph(ARMY).slanted("DRAFT").bytes());
        assertThat(told.text()).isEqualTo(ARMY);
        assertThat(told.leftOut()).isEqualTo("set at an angle across the page: DRAFT");
    }

    @Test
    void tellsItsPropertiesAndEmptyPages() {
        Told told = Told.of(new Pages()
                .paragraph(ARMY)
                .page()
                .properties("Bridge shelled again", "Jon Marrow")
                .bytes());
        assertThat(told.properties())
                .hasToString("Properties[title=Bridge shelled again, author=Jon Marrow, made=2031-05-09]");
        assertThat(told.notes()).isEqualTo("pages without text, empty or pictures: 2");
    }

    @Test
    void aLockThatReadersDoNotMeetIsNone() {
        assertThat(Told.of(new Pages().paragraph(ARMY).locked("").bytes()).text())
                .isEqualTo(ARMY);
    }
}
