package org.rashomon.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.CountedInput;

/** The parts in XML of a document that is a ZIP archive, unpacked within bounds; pictures and the like are passed over. */
final class ZipParts {
    /** Bytes of all parts in XML: twice the markup of the longest text that is read. */
    private static final int MOST_BYTES = 120_000_000;

    private static final int MOST_ENTRIES = 20_000;

    private final Map<String, byte[]> parts = new HashMap<>();

    private ZipParts() {}

    /**
     * Unpacks {@code archive}.
     *
     * @throws Unreadable where it unpacks to what no document does
     * @throws IOException where it is damaged or ends early
     */
    static ZipParts of(byte[] archive) throws IOException {
        ZipParts out = new ZipParts();
        long unpacked = 0;
        int entries = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                boolean kept =
                        entry.getName().endsWith(".xml") || entry.getName().equals("mimetype");
                java.io.ByteArrayOutputStream content = new java.io.ByteArrayOutputStream();
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (kept) {
                        content.write(buffer, 0, n);
                    }
                    if (CountedInput.isAbsurd(unpacked, archive.length) || content.size() > MOST_BYTES) {
                        throw bomb();
                    }
                }
                if (entries > MOST_ENTRIES) {
                    throw bomb();
                }
                if (kept) {
                    out.parts.putIfAbsent(entry.getName(), content.toByteArray());
                }
            }
        } catch (ZipException e) {
            if (String.valueOf(e.getMessage()).contains("encrypted")) {
                throw new Unreadable("an encrypted ZIP archive; unpack it with its password and give the files");
            }
            throw e;
        }
        if (entries == 0 || !endsWhole(archive)) {
            throw new IOException("the archive ends early");
        }
        return out;
    }

    private static Unreadable bomb() {
        return new Unreadable("the file unpacks to more than " + CountedInput.MOST_PACKED
                + " times its size, as no text does; unpack it and look at what it holds");
    }

    /** The directory of an archive is its end; without it parts may be missing. */
    private static boolean endsWhole(byte[] archive) {
        for (int at = archive.length - 22; at >= Math.max(0, archive.length - 22 - 65_535); at--) {
            if (archive[at] == 'P' && archive[at + 1] == 'K' && archive[at + 2] == 5 && archive[at + 3] == 6) {
                return true;
            }
        }
        return false;
    }

    Set<String> names() {
        return parts.keySet();
    }

    /** A part's bytes, or null where there is none of the name. */
    byte @Nullable [] bytes(String name) {
        return parts.get(name);
    }

    /** A part to be read, or null where there is none of the name. */
    @Nullable
    InputStream part(String name) {
        byte[] bytes = parts.get(name);
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }
}
