package org.rashomon.ingest.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.draft.Source;
import org.rashomon.ingest.formats.exports.TextExportReader;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.ReadResult;

/** Office documents, an article each, by way of the second machine; a message is read as mail, and what a news archive exported as its kind of export. */
public final class OfficeReader implements DocumentReader {
    private final SecondMachine machine;
    private final Duration limit;
    private final TextExportReader exports = new TextExportReader();

    /** @param limit of processor time that a document may take in the second machine */
    public OfficeReader(SecondMachine machine, Duration limit) {
        this.machine = machine;
        this.limit = limit;
    }

    @Override
    public boolean recognises(Source.Head head) {
        return OfficeKind.is(head);
    }

    @Override
    public void read(Source source, Sink sink) throws IOException {
        Parsed parsed = machine.parse(source.readAll(), limit);
        if (parsed instanceof Parsed.Refused refused) {
            throw new BadInputException(refused.reason());
        }
        if (parsed instanceof Parsed.Inner inner) {
            sink.document("", inner.name(), inner.content(), draft -> draft);
        } else if (parsed instanceof Parsed.Story story) {
            story(story, sink);
        }
    }

    private void story(Parsed.Story story, Sink sink) throws IOException {
        byte[] plain = plain(story);
        if (exports.recognises(
                Source.of("export.txt", new ByteArrayInputStream(plain)).head())) {
            sink.document("", "export.txt", plain, draft -> draft);
        } else {
            List<Draft.Part> parts = story.passages().stream()
                    .map(passage -> new Draft.Part(passage.text(), role(passage.kind())))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (parts.size() == 1) {
                // one part without a role would be taken for a text with lines of its own
                parts.add(new Draft.Part("", null));
            }
            List<String> notes = new ArrayList<>(story.notes());
            String made = story.properties().made();
            if (made != null) {
                notes.add("the file was made on " + made.replaceFirst("T\\d.*", "")
                        + ", as its properties say; that is no day of publication");
            }
            sink.article(new Draft("", null, Imprint.NONE, parts, notes, List.of(), stated(story.properties())));
        }
        if (sink.asksWhyNot()) {
            story.leftOut()
                    .forEach(aside ->
                            sink.leftOut(new ReadResult.LeftOut("", aside.where(), aside.text(), aside.reason())));
        }
    }

    /** A paragraph a line, as news archives export them. */
    private static byte[] plain(Parsed.Story story) {
        String lines = story.passages().stream().map(Parsed.Passage::text).collect(Collectors.joining("\n\n"));
        return ("\uFEFF" + lines).getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable BlockRole role(Parsed.Kind kind) {
        return switch (kind) {
            case HEADING -> BlockRole.HEADLINE;
            case CAPTION -> BlockRole.CAPTION;
            case TEXT -> null;
        };
    }

    /** What properties say of title and author, where that can be one: programs put names of files and of accounts there. */
    private static Draft.Properties stated(Parsed.Properties properties) {
        return new Draft.Properties(title(properties.title()), author(properties.author()));
    }

    private static @Nullable String title(@Nullable String stated) {
        if (stated == null) {
            return null;
        }
        String line = stated.strip();
        boolean file = line.matches("(?i).*\\.\\p{Alnum}{2,5}") || line.matches("(?i)microsoft \\w+ - .*");
        return file || line.split("\\s+").length < 3 ? null : line;
    }

    /** A full name: two words or more in capitals, as no account has. */
    private static @Nullable String author(@Nullable String stated) {
        return stated != null
                        && stated.strip().matches("\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|\\p{Ll}{2,3})){1,4}")
                ? stated.strip()
                : null;
    }
}
