package org.rashomon.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenDocumentParserTest {
    private static final String CHANGES =
            "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
                    + "<dc:creator>Ada</dc:creator></office:change-info><text:p>They admitted it.</text:p></text:deletion>"
                    + "</text:changed-region></text:tracked-changes>";

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            The army <text:span>denied</text:span><text:s/>it.                             # The army denied it.
            One<text:line-break/>line.                                                     # One line.
            One.<text:line-break/><text:line-break/>Two.                                   # One. | Two.
            By Jon<text:tab/>Marrow                                                        # By Jon Marrow
            They <text:change text:change-id="1"/>left.                                    # They left.
            They <text:change-start/>stayed<text:change-end/>.                             # They stayed.
            He said<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>No proof.</text:p></text:note-body></text:note> so. # He said so.
            He left<office:annotation><dc:creator>Ada</dc:creator><text:p>Check.</text:p></office:annotation>.  # He left.
            Seen<text:span text:style-name="T9"> hidden</text:span>.                       # Seen.
            A <draw:frame><svg:title xmlns:svg="s">Picture</svg:title><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>b. # In a box. | A b.
            A<text:ruby><text:ruby-base>B</text:ruby-base><text:ruby-text>c</text:ruby-text></text:ruby> # AB
            """)
    void readsWithAllChangesAccepted(String content, String text) {
        assertThat(Told.of(Zipped.open(CHANGES + "<text:p>" + content + "</text:p><text:p>End.</text:p>")
                                .bytes())
                        .text())
                .isEqualTo(text + " | End.");
    }

    @Test
    void keepsWhatStandsBesideTheTextApart() {
        Told told = Told.of(Zipped.open(
                        CHANGES
                                + "<text:table-of-content><text:index-body><text:p>Contents 1</text:p></text:index-body></text:table-of-content>"
                                + "<text:p>He left<office:annotation><dc:creator>Ada</dc:creator><dc:date>2031-05-05</dc:date><text:p>Check.</text:p></office:annotation>."
                                + "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>No proof.</text:p></text:note-body></text:note></text:p>")
                .openStyles(
                        "<style:header><text:p>Ellery Gazette</text:p></style:header>"
                                + "<style:footer-first><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer-first>")
                .bytes());
        assertThat(told.text()).isEqualTo("He left.");
        assertThat(told.leftOut())
                .isEqualTo("a header of the pages: Ellery Gazette | a footer of the pages: Page 1"
                        + " | deleted, in the document's tracked changes: They admitted it."
                        + " | a table of contents: Contents 1 | a comment in the margin: Check."
                        + " | a footnote or endnote, kept apart from the text: No proof.");
        assertThat(told.notes())
                .isEqualTo("the document has tracked changes; it is read as if all were accepted"
                        + " | footnotes are kept apart and not read");
    }

    @Test
    void knowsHeadingsByElementAndByStyle() {
        assertThat(Told.of(Zipped.open(
                                        "<text:p text:style-name=\"P1\">Bridge shelled</text:p><text:h>By the river</text:h>"
                                                + "<text:p text:style-name=\"Caption\">The bridge.</text:p><text:p>Text.</text:p>")
                                .bytes())
                        .text())
                .isEqualTo("# Bridge shelled | # By the river | ~ The bridge. | Text.");
    }

    @Test
    void tellsItsProperties() {
        assertThat(Told.of(Zipped.open("<text:p>Text.</text:p>")
                                .openMeta(
                                        "<dc:title>Bridge shelled</dc:title><meta:initial-creator>Jon Marrow</meta:initial-creator>"
                                                + "<dc:creator>Ada</dc:creator><meta:creation-date>2031-05-09T10:00:00</meta:creation-date>")
                                .bytes())
                        .properties())
                .hasToString("Properties[title=Bridge shelled, author=Jon Marrow, made=2031-05-09T10:00:00]");
    }

    @Test
    void namesWhatIsEncryptedOrNoText() {
        assertThat(Told.of(Zipped.open("<text:p>x</text:p>")
                                .part(
                                        "META-INF/manifest.xml",
                                        "<m:manifest xmlns:m=\"m\"><m:encryption-data/></m:manifest>")
                                .bytes())
                        .refusal())
                .contains("encrypted")
                .contains("without");
        assertThat(Told.of(Zipped.open("<text:p>x</text:p>")
                                .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                                .bytes())
                        .refusal())
                .contains("spreadsheet")
                .contains("CSV");
    }
}
