package org.rashomon.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Makes messages as Outlook saves them: a property a stream, named by its number and its type. */
public final class OutlookFile {
    private final POIFSFileSystem files = new POIFSFileSystem();
    private int attachments;

    public OutlookFile() {
        put(files.getRoot(), "__properties_version1.0", new byte[32]);
    }

    /** A property of text in Unicode. */
    public OutlookFile text(int property, String value) {
        put(files.getRoot(), "__substg1.0_%04X001F".formatted(property), value.getBytes(UTF_16LE));
        return this;
    }

    public OutlookFile subject(String value) {
        return text(0x0037, value);
    }

    public OutlookFile from(String value) {
        return text(0x0C1A, value);
    }

    public OutlookFile body(String value) {
        return text(0x1000, value);
    }

    public OutlookFile headers(String value) {
        return text(0x007D, value);
    }

    OutlookFile html(String value) {
        put(files.getRoot(), "__substg1.0_10130102", value.getBytes(ISO_8859_1));
        return this;
    }

    /** In the container of packed RTF, not packed. */
    OutlookFile rtf(String value) {
        byte[] raw = value.getBytes(ISO_8859_1);
        ByteBuffer buffer = ByteBuffer.allocate(16 + raw.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(raw.length + 12)
                .putInt(raw.length)
                .putInt(0x414C454D)
                .putInt(0)
                .put(raw);
        put(files.getRoot(), "__substg1.0_10090102", buffer.array());
        return this;
    }

    OutlookFile attached(String name) {
        try {
            DirectoryEntry folder =
                    files.getRoot().createDirectory("__attach_version1.0_#%08X".formatted(attachments++));
            put(folder, "__properties_version1.0", new byte[8]);
            put(folder, "__substg1.0_3707001F", name.getBytes(UTF_16LE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static void put(DirectoryEntry folder, String name, byte[] content) {
        try {
            folder.createDocument(name, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (files) {
            files.writeFilesystem(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
