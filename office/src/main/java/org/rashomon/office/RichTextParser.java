package org.rashomon.office;

import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.parser.standard.StandardRtfParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.rashomon.ingest.office.Parsed;

/** RTF: the text as it reads with all revisions accepted. Headers, footers, footnotes, comments, deletions and hidden text are told apart. */
final class RichTextParser implements DocumentParser {

    @Override
    public Parsed parse(byte[] document) throws IOException {
        Telling telling = new Telling();
        walk(document, new RichText(telling));
        return telling.story("RTF document");
    }

    static void walk(byte[] document, RichText text) throws IOException {
        new StandardRtfParser().parse(new RtfStreamSource(new ByteArrayInputStream(document)), text);
        text.finish();
    }
}
