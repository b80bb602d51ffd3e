package org.rashomon.ingest.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.Source;

/** The bytes that pass between the two machines: each frame is its length and its content. Either side believes no length of the other's. */
public final class Frames {
    /** What the second machine says first, so that an error at its start is not taken for one of a document. */
    public static final int READY = 0x52530001;

    /** Bytes of an answer: a text of the greatest length with all that belongs to it. */
    public static final int MOST_BYTES = 3 * Source.MAX_DOCUMENT_BYTES;

    private static final int MOST_ITEMS = 1_000_000;

    private static final byte STORY = 1;
    private static final byte INNER = 2;
    private static final byte REFUSED = 3;

    private Frames() {}

    public static void send(DataOutputStream out, byte[] content) throws IOException {
        out.writeInt(content.length);
        out.write(content);
        out.flush();
    }

    /** @throws EOFException when the other side has ended */
    public static byte[] receive(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            throw new EOFException("a frame that ends early");
        }
        return content;
    }

    public static byte[] write(Parsed parsed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        if (parsed instanceof Parsed.Story story) {
            out.writeByte(STORY);
            out.writeInt(story.passages().size());
            for (Parsed.Passage passage : story.passages()) {
                text(out, passage.kind().name());
                text(out, passage.text());
            }
            out.writeInt(story.leftOut().size());
            for (Parsed.Aside aside : story.leftOut()) {
                text(out, aside.where());
                text(out, aside.text());
                text(out, aside.reason());
            }
            text(out, story.properties().title());
            text(out, story.properties().author());
            text(out, story.properties().made());
            out.writeInt(story.notes().size());
            for (String note : story.notes()) {
                text(out, note);
            }
        } else if (parsed instanceof Parsed.Inner inner) {
            out.writeByte(INNER);
            text(out, inner.name());
            out.writeInt(inner.content().length);
            out.write(inner.content());
        } else if (parsed instanceof Parsed.Refused refused) {
            out.writeByte(REFUSED);
            text(out, refused.reason());
        }
        return bytes.toByteArray();
    }

    public static Parsed read(byte[] frame) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame));
        byte kind = in.readByte();
        return switch (kind) {
            case STORY -> story(in);
            case INNER -> new Parsed.Inner(needed(in), bytes(in));
            case REFUSED -> new Parsed.Refused(needed(in));
            default -> throw new IOException("an answer of kind " + kind);
        };
    }

    private static Parsed.Story story(DataInputStream in) throws IOException {
        List<Parsed.Passage> passages = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            passages.add(new Parsed.Passage(kind(needed(in)), needed(in)));
        }
        List<Parsed.Aside> leftOut = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            leftOut.add(new Parsed.Aside(needed(in), needed(in), needed(in)));
        }
        Parsed.Properties properties = new Parsed.Properties(text(in), text(in), text(in));
        List<String> notes = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            notes.add(needed(in));
        }
        return new Parsed.Story(passages, leftOut, properties, notes);
    }

    private static Parsed.Kind kind(String name) throws IOException {
        try {
            return Parsed.Kind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IOException("a passage of a kind that there is not", e);
        }
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_ITEMS) {
            throw new IOException(count + " items");
        }
        return count;
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String needed(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        in.mark(Integer.BYTES);
        if (in.readInt() == -1) {
            return null;
        }
        in.reset();
        return needed(in);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        // what a frame holds is at hand: no more than that is made room for
        if (length < 0 || length > in.available()) {
            throw new IOException("a text of " + length + " bytes");
        }
        return in.readNBytes(length);
    }
}
