package org.rashomon.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rashomon.office.Zipped.p;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordParserTest {

    /** What stands in the body, and what of it is text. {@code R[…]} is a run. */
    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            R[The army ]R[denied it.]                                                      # The army denied it.
            R[They ]<w:del>R[admitted]</w:del><w:ins>R[denied]</w:ins>R[ it.]              # They denied it.
            R[They ]<w:del w:author="Ada">D[admitted]</w:del>R[left.]                      # They left.
            <w:moveFrom>R[Moved away.]</w:moveFrom><w:moveTo>R[Moved here.]</w:moveTo>     # Moved here.
            R[One.]<w:commentRangeStart w:id="1"/>R[ Two.]<w:commentRangeEnd w:id="1"/>    # One. Two.
            R[He said]<w:r><w:footnoteReference w:id="2"/></w:r>R[ so.]                    # He said so.
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r>R[Seen.]                 # Seen.
            <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Shown.</w:t></w:r>               # Shown.
            <w:r><w:rPr><w:del/></w:rPr><w:t>Kept.</w:t></w:r>                             # Kept.
            <w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:hyperlink>R[A link.]</w:hyperlink> # A link.
            <w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>R[In a field.]</w:sdtContent></w:sdt> # In a field.
            R[cease]<w:r><w:noBreakHyphen/></w:r>R[fire]<w:r><w:softHyphen/></w:r>R[s]     # cease-fires
            R[By Jon]<w:r><w:tab/></w:r>R[Marrow]                                          # By Jon Marrow
            R[One]<w:r><w:br/></w:r>R[line.]                                               # One line.
            R[One.]<w:r><w:br/><w:br/></w:r>R[Two.]                                        # One. | Two.
            <w:ruby><w:rt>R[reading]</w:rt><w:rubyBase>R[Sign]</w:rubyBase></w:ruby>       # Sign
            """)
    void readsWithAllChangesAccepted(String runs, String text) {
        String body = runs.replaceAll("R\\[(.*?)\\]", "<w:r><w:t xml:space=\"preserve\">$1</w:t></w:r>")
                .replaceAll("D\\[(.*?)\\]", "<w:r><w:delText>$1</w:delText></w:r>");
        assertThat(Told.of(Zipped.word("<w:p>" + body + "</w:p>" + p("End.")).bytes())
                        .text())
                .isEqualTo(text + " | End.");
    }

    @Test
    void tellsWhatWasDeletedOrHidden() {
        Told told = Told.of(Zipped.word("<w:p><w:r><w:t>They left.</w:t></w:r>"
                        + "<w:del><w:r><w:delText>They admitted it.</w:delText></w:r></w:del>"
                        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>For editors.</w:t></w:r></w:p>")
                .bytes());
        assertThat(told.leftOut())
                .isEqualTo("deleted, in the document's tracked changes: They admitted it. | hidden text: For editors.");
        assertThat(told.places()).isEqualTo("paragraph 1 | paragraph 1");
        assertThat(told.notes()).isEqualTo("the document has tracked changes; it is read as if all were accepted");
        assertThat(Told.of(Zipped.word("<w:p><w:ins><w:r><w:t>New.</w:t></w:r></w:ins></w:p>")
                                .bytes())
                        .notes())
                .contains("tracked changes");
        assertThat(Told.of(Zipped.word(p("Plain.")).bytes()).notes()).isEmpty();
    }

    /** A paragraph whose end was deleted goes on in the next; one in which only the words were stays. */
    @Test
    void joinsParagraphsBetweenWhichTheEndWasDeleted() {
        String end = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
        assertThat(Told.of(Zipped.word("<w:p>" + end + "<w:r><w:t xml:space=\"preserve\">The army </w:t></w:r></w:p>"
                                        + p("denied it.") + p("End."))
                                .bytes())
                        .text())
                .isEqualTo("The army denied it. | End.");
        assertThat(Told.of(Zipped.word(p("First.") + "<w:p>" + end + "<w:r><w:t>Last.</w:t></w:r></w:p>")
                                .bytes())
                        .text())
                .isEqualTo("First. | Last.");
    }

    @Test
    void knowsStylesByTheirNamesInAnyLanguage() {
        assertThat(Told.of(Zipped.word(p("berschrift1", "Bridge shelled")
                                        + p("Mine", "By the river")
                                        + p("Beschriftung", "The bridge.")
                                        + p("Verzeichnis1", "Contents 1")
                                        + p("Text."))
                                .bytes())
                        .text())
                .isEqualTo("# Bridge shelled | # By the river | ~ The bridge. | Text.");
    }

    /** People set whole paragraphs as headings for their letters. */
    @Test
    void aLongHeadingIsAParagraph() {
        String words = "word ".repeat(41).strip();
        assertThat(Told.of(Zipped.word(p("berschrift1", words)).bytes()).text()).isEqualTo(words);
    }

    @Test
    void keepsWhatStandsBesideTheTextApart() {
        Told told = Told.of(Zipped.word(p("The army denied it."))
                .wordPart("header", "word/header1.xml", "hdr", p("Ellery Gazette") + p("May 6"))
                .wordPart("header", "word/header2.xml", "hdr", p("Ellery Gazette") + p("May 6"))
                .wordPart("footer", "word/footer1.xml", "ftr", p("Page 1 of 2"))
                .wordPart(
                        "footnotes",
                        "word/footnotes.xml",
                        "footnotes",
                        "<w:footnote w:type=\"separator\">" + p("-") + "</w:footnote><w:footnote w:id=\"2\">"
                                + p("It gave no proof.") + "</w:footnote>")
                .wordPart("endnotes", "word/endnotes.xml", "endnotes", "<w:endnote>" + p("Ibid.") + "</w:endnote>")
                .wordPart(
                        "comments",
                        "word/comments.xml",
                        "comments",
                        "<w:comment w:author=\"Ada\">" + p("Is this so?") + "</w:comment>")
                .bytes());
        assertThat(told.text()).isEqualTo("The army denied it.");
        assertThat(told.leftOut())
                .isEqualTo("a header of the pages: Ellery Gazette May 6 | a footer of the pages: Page 1 of 2"
                        + " | a footnote or endnote, kept apart from the text: It gave no proof."
                        + " | a footnote or endnote, kept apart from the text: Ibid."
                        + " | a comment in the margin by Ada: Is this so?");
        assertThat(told.notes()).isEqualTo("footnotes are kept apart and not read");
    }

    @Test
    void readsABoxOnceAndCellsEach() {
        String box = "<w:txbxContent>" + p("In a box.") + "</w:txbxContent>";
        assertThat(Told.of(Zipped.word("<w:p><w:r><mc:AlternateContent><mc:Choice>" + box
                                        + "</mc:Choice><mc:Fallback>" + box
                                        + "</mc:Fallback></mc:AlternateContent><w:t>Around.</w:t></w:r></w:p>"
                                        + "<w:tbl><w:tr><w:tc>" + p("Army") + "</w:tc><w:tc>" + p("3 killed")
                                        + "</w:tc></w:tr></w:tbl>")
                                .bytes())
                        .text())
                .isEqualTo("In a box. | Around. | Army | 3 killed");
    }

    @Test
    void tellsItsProperties() {
        assertThat(Told.of(Zipped.word(p("Text."))
                                .core("Bridge shelled again", "Jon Marrow")
                                .bytes())
                        .properties())
                .hasToString("Properties[title=Bridge shelled again, author=Jon Marrow, made=2031-05-09T10:00:00Z]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            xl/workbook.xml      # spreadsheetml.sheet.main       # XLSX
            ppt/presentation.xml # presentationml.presentation.main # PPTX
            """)
    void namesWhatIsNoText(String name, String kind, String told) {
        String types = "<Types><Override PartName=\"/" + name
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument." + kind + "+xml\"/></Types>";
        assertThat(Told.of(Zipped.empty().part("[Content_Types].xml", types).bytes())
                        .refusal())
                .contains(told)
                .contains("save it as");
    }
}
