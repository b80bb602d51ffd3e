package org.rashomon.ingest.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.ingest.draft.Source;

class OfficeKindTest {

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            a.txt  # %PDF-1.7 x                                                                    # true
            a.pdf  # The file format PDF begins with %PDF-1.7                                      # false
            a.txt  # {\\rtf1 x                                                                      # true
            a.rtf  # {"rtf": 1}                                                                    # false
            a.txt  # PK\u0003\u0004 [Content_Types].xml                                            # true
            a.docx # PK\u0003\u0004 customXml/item1.xml                                            # true
            a.zip  # PK\u0003\u0004 customXml/item1.xml                                            # false
            a.xlsx # PK\u0003\u0004 [Content_Types].xml xl/workbook.xml                            # false
            a.docx # PK\u0003\u0004 [Content_Types].xml word/embeddings/ xl/                       # true
            a.odt  # PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.text                # true
            a.ods  # PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.spreadsheet content.xml # false
            a.epub # PK\u0003\u0004 mimetypeapplication/epub+zip content.xml                       # false
            a.msg  # \u00D0\u00CF\u0011\u00E0 x                                                    # true
            a.zip  # PK\u0003\u0004 a.txt                                                          # false
            """)
    void isToldByTheFirstBytes(String name, String content, boolean office) throws IOException {
        Source source = Source.of(name, new ByteArrayInputStream(content.getBytes(ISO_8859_1)));
        assertThat(OfficeKind.is(source.head())).isEqualTo(office);
    }
}
