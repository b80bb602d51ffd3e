package org.rashomon.ingest.formats.archives;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.draft.Source;
import org.rashomon.model.Imprint;

/**
 * Messages as files: pages that a browser saved in one file (MHTML), e-mail (EML), and mailboxes (MBOX), a message an article. The text of a
 * message is read as a page or text of its own; its head never is. What is attached is named in a note.
 */
public final class MailReader implements DocumentReader {
    private static final Pattern HEADER = Pattern.compile("([A-Za-z][A-Za-z0-9-]{1,60}):(?:[ \\t].*)?");
    private static final Pattern POSTMARK = Pattern.compile("From \\S+.*\\d{2}:\\d{2}.*");
    /** Headers that programs write and people do not. */
    private static final Set<String> OWN = Set.of(
            "mime-version",
            "message-id",
            "received",
            "return-path",
            "content-type",
            "delivered-to",
            "dkim-signature",
            "content-transfer-encoding",
            "snapshot-content-location",
            "list-unsubscribe",
            "x-mailer");

    private static final Set<String> USUAL = Set.of("from", "to", "subject", "date");

    @Override
    public boolean recognises(Source.Head head) {
        return !head.looksBinary()
                && (isMailbox(head) || isMessage(head.text().lines().toList(), head.name()));
    }

    private static boolean isMailbox(Source.Head head) {
        List<String> lines = head.text().lines().limit(200).toList();
        return !lines.isEmpty()
                && POSTMARK.matcher(lines.get(0)).matches()
                && isMessage(lines.subList(1, lines.size()), head.name());
    }

    /** Whether lines begin with the head of a message: headers only up to the first blank line, two of which programs write. */
    private static boolean isMessage(List<String> lines, String name) {
        Set<String> headers = new TreeSet<>();
        for (String line : lines) {
            if (line.isBlank()) {
                break;
            }
            Matcher header = HEADER.matcher(line);
            if (header.matches()) {
                headers.add(header.group(1).toLowerCase(java.util.Locale.ROOT));
            } else if (headers.isEmpty() || !(line.startsWith(" ") || line.startsWith("\t"))) {
                return false;
            }
        }
        boolean own = headers.stream().anyMatch(OWN::contains);
        boolean named = name.matches(".*\\.(?:eml|mht|mhtml|mbox)");
        long usual = headers.stream().filter(USUAL::contains).count();
        return own ? usual > 0 || named || headers.size() > 1 : named ? usual > 1 : usual == USUAL.size();
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public void read(Source source, Sink sink) throws IOException {
        if (!isMailbox(source.head())) {
            message(source.readAll(), "", sink);
            return;
        }
        Mailbox mailbox = new Mailbox(source.content());
        int number = 0;
        for (byte[] message = mailbox.next(); message != null; message = mailbox.next()) {
            number++;
            String place = "#" + number;
            if (message.length > Source.MAX_DOCUMENT_BYTES) {
                sink.rejected(
                        place,
                        "a message larger than " + Source.MAX_DOCUMENT_BYTES / 1_000_000
                                + " MB, the limit for one; save its text by itself");
                continue;
            }
            try {
                message(message, place, sink);
            } catch (BadInputException e) {
                sink.rejected(place, String.valueOf(e.getMessage()));
            }
        }
    }

    private static void message(byte[] bytes, String place, Sink sink) {
        Message message = Message.of(bytes);
        int number = 0;
        for (byte[] inner : message.forwarded()) {
            number++;
            sink.document(place + "#" + number, "forwarded.eml", inner, draft -> draft);
        }
        if (number > 0 && message.text().isEmpty()) {
            return;
        }
        Message.Text text = message.text()
                .orElseThrow(() -> new BadInputException(
                        "a message without a text in it" + message.attached() + "; save the attachment and give that"));
        byte[] content = ("\uFEFF" + text.content()).getBytes(StandardCharsets.UTF_8);
        Imprint around = message.imprint(text);
        String attached = message.attached();
        sink.document(place, text.isPage() ? "page.html" : "text.txt", content, draft -> {
            // One of several stories in a letter has a headline of its own.
            boolean ownFacts = message.isSavedPage() || !draft.place().isEmpty();
            Imprint imprint = ownFacts ? draft.imprint().over(around) : around.over(draft.imprint());
            Draft completed = draft.with(imprint);
            return attached.isEmpty() ? completed : completed.noted("attached and not read:" + attached);
        });
    }
}
