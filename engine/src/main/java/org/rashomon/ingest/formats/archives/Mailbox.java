package org.rashomon.ingest.formats.archives;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.Source;

/** The messages of a mailbox one by one: each begins behind a line {@code From …} at the start or after a blank line. */
final class Mailbox {
    private static final Pattern POSTMARK = Pattern.compile("From \\S+.*\\d{2}:\\d{2}.*\\s*");
    private static final Pattern QUOTED = Pattern.compile(">+From .*", Pattern.DOTALL);
    /** A line that matters to the mailbox is short. */
    private static final int LONGEST_POSTMARK = 300;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean ended;

    Mailbox(InputStream in) {
        this.in = in;
    }

    /** The next message without its postmark, cut one byte behind the limit for documents; null at the end. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        boolean blank = true;
        while (!ended) {
            boolean whole = line();
            byte[] bytes = line.toByteArray();
            if (blank && whole && isPostmark(bytes)) {
                if (message.size() > 0) {
                    return message.toByteArray();
                }
                continue;
            }
            blank = whole && new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
            if (message.size() <= Source.MAX_DOCUMENT_BYTES && !(blank && message.size() == 0)) {
                message.writeBytes(unquoted(bytes));
            }
        }
        return message.size() == 0 ? null : message.toByteArray();
    }

    private static boolean isPostmark(byte[] line) {
        return line.length < LONGEST_POSTMARK
                && line.length > 5
                && line[0] == 'F'
                && POSTMARK.matcher(new String(line, StandardCharsets.ISO_8859_1))
                        .matches();
    }

    /** Mailboxes write {@code >From} for a line of a message that begins so. */
    private static byte[] unquoted(byte[] line) {
        boolean quoted = line.length > 6
                && line.length < LONGEST_POSTMARK
                && line[0] == '>'
                && QUOTED.matcher(new String(line, StandardCharsets.ISO_8859_1)).matches();
        return quoted ? java.util.Arrays.copyOfRange(line, 1, line.length) : line;
    }

    /** Reads a line with its end, or a stretch of a very long one; whether it is whole. */
    private boolean line() throws IOException {
        boolean continued = line.size() > 0 && line.toByteArray()[line.size() - 1] != '\n';
        line.reset();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                return !continued;
            }
            if (line.size() == 1 << 16) {
                return false;
            }
        }
        ended = true;
        return !continued;
    }
}
