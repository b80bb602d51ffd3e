package org.rashomon.ingest.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignKindsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            %PDF-1.7 x                                           # PDF          # text
            {\\rtf1 x                                            # RTF          # text
            PK\u0003\u0004 [Content_Types].xml word/document.xml # DOCX         # text
            PK\u0003\u0004 mimetypeapplication/epub+zip          # EPUB         # text
            PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.text # ODT # text
            PK\u0003\u0004 xl/workbook.xml                       # XLSX         # CSV
            PK\u0003\u0004 a.txt                                 # ZIP          # unpack
            PAR1 x                                               # Parquet      # CSV
            SQLite format 3 x                                    # SQLite       # CSV
            ID3 x                                                # MP3          # as text
            Rar! x                                               # RAR          # unpack
            \u00D0\u00CF\u0011\u00E0 x                           # old kind     # text
            <?xml version="1.0"?><opml><body/></opml>            # OPML         # leave it out
            <?xml version="1.0"?><svg/>                          # SVG          # leave it out
            <?xml version="1.0"?><books/>                        # <books>      # convert
            """)
    void whatIsNotReadIsNamedWithTheRemedy(String content, String kind, String remedy) {
        Reading reading = Reading.of("photo.txt", content.getBytes(ISO_8859_1));
        assertThat(reading.articles()).isEmpty();
        assertThat(reading.refusals()).contains(kind).contains(remedy);
    }

    @Test
    void whatWasPackedTwiceIsNamed() {
        assertThat(Reading.of("a.gz", Reading.gzip(Reading.gzip(new byte[] {'a', 'b'})))
                        .refusals())
                .contains("within a gzip file");
    }

    @Test
    void aFilmIsToldByWhatStandsBehindItsLength() {
        Reading reading = Reading.of("a.txt", new byte[] {0, 0, 0, 0x18, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm'});
        assertThat(reading.refusals()).contains("MP4");
    }
}
