package org.rashomon.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RichTextParserTest {

    private static Told told(String content) {
        return Told.of(("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial;}}"
                        + "{\\stylesheet{\\s0 Normal;}{\\s2\\sbasedon0 heading 1;}{\\s3 caption;}}" + content + "}")
                .getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            \\pard The army \\b denied\\b0  it.\\par                                     # The army denied it.
            {\\header\\pard Ellery Gazette\\par}\\pard Text.\\par                        # Text.
            {\\headerl x}{\\headerr x}{\\headerf x}{\\footerl x}{\\footerr y}Text.       # Text.
            {\\footer Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}}Text.               # Text.
            They {\\deleted admitted}{\\revised denied} it.                             # They denied it.
            They \\deleted admitted\\deleted0 denied it.                                # They denied it.
            He said{\\super\\chftn}{\\footnote No proof.} so.                            # He said so.
            He left{\\*\\annotation Check.}.                                            # He left.
            Seen{\\v  hidden}.\\v more\\plain  End.                                      # Seen. End.
            {\\*\\nobodyknows words {\\b more}}Text.                                     # Text.
            {\\pict\\pngblip 89504e47}{\\object{\\*\\objdata 00ff}{\\result Shown.}}     # Shown.
            {\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt A link.}}                     # A link.
            \\'93Never\\'94, caf\\'e9\\emdash \\u1055?\\u1088?. {\\f1 \\'cf\\'f0}        # “Never”, café—Пр. Пр
            One\\line line.                                                             # One line.
            One.\\line\\line Two.                                                       # One. | Two.
            cease\\_fire opt\\-ional A\\~B                                              # cease-fire optional A B
            \\pard\\s2 Bridge shelled\\par\\pard Text.\\par\\pard\\s3 A bridge.\\par      # `# Bridge shelled | Text. | ~ A bridge.`
            Army\\cell 3 killed\\cell\\row                                              # Army | 3 killed
            {\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt In a box.\\par}}{\\shprslt In a box.}}Text. # In a box. | Text.
            {\\listtext 1.\\tab}First.                                                  # First.
            """)
    void readsWithAllRevisionsAccepted(String content, String text) {
        assertThat(told(content.replace("\\\\", "\\")).text()).isEqualTo(text);
    }

    @Test
    void keepsWhatStandsBesideTheTextApart() {
        Told told = told(
                "{\\header Ellery Gazette}{\\footer Page 1}{\\info{\\title Bridge shelled}{\\author Jon Marrow}"
                        + "{\\creatim\\yr2031\\mo5\\dy9}}They left{\\footnote No proof.}.{\\*\\annotation Check.}{\\deleted They admitted it.}\\par");
        assertThat(told.leftOut())
                .isEqualTo("a header of the pages: Ellery Gazette | a footer of the pages: Page 1"
                        + " | a footnote or endnote, kept apart from the text: No proof."
                        + " | a comment in the margin: Check."
                        + " | deleted, in the document's tracked changes: They admitted it.");
        assertThat(told.properties())
                .hasToString("Properties[title=Bridge shelled, author=Jon Marrow, made=2031-05-09]");
    }

    /** A paragraph with its end in a deletion goes on in the next. */
    @Test
    void joinsWhatADeletionJoins() {
        assertThat(told("The army {\\deleted at last\\par}denied it.\\par").text())
                .isEqualTo("The army denied it.");
    }

    @Test
    void oneThatEndsEarlyIsDamaged() {
        assertThat(Told.of("{\\rtf1 The army {\\b denied it.".getBytes(ISO_8859_1))
                        .refusal())
                .contains("damaged RTF document")
                .contains("fetch it again");
    }
}
