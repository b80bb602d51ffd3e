package org.rashomon.ingest.draft;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text: by byte order mark, as strict UTF-8, as declared, by detection where it is confident, else as Windows-1252.
 *
 * <p>Strict UTF-8 stands before the declared set: bytes of another set are hardly ever valid UTF-8 by chance, while pages that
 * declare a set they do not use are common.
 */
public final class Decoder {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int DETECT_BYTES = 16_384;
    private static final int CONFIDENT = 60;

    private Decoder() {}

    /** {@code declared} is the name of the set that the document states, or null. */
    public static String decode(byte[] bytes, @Nullable String declared) {
        Charset marked = marked(bytes);
        if (marked != null) {
            return stripMark(new String(bytes, marked));
        }
        Charset unmarked = utf16WithoutMark(bytes);
        if (unmarked != null) {
            return new String(bytes, unmarked);
        }
        return strictly(bytes, StandardCharsets.UTF_8)
                .or(() -> named(declared).flatMap(set -> strictly(bytes, set)))
                .orElseGet(() -> guessed(bytes));
    }

    /** The UTF-16 that every other byte of Latin text being zero gives away, or null. */
    static @Nullable Charset utf16WithoutMark(byte[] bytes) {
        int n = Math.min(bytes.length, 512) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < n; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int pairs = n / 2;
        if (pairs < 8) {
            return null;
        }
        if (odd > pairs * 3 / 4 && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return even > pairs * 3 / 4 && odd == 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static @Nullable Charset marked(byte[] b) {
        if (b.length >= 3 && (b[0] & 0xFF) == 0xEF && (b[1] & 0xFF) == 0xBB && (b[2] & 0xFF) == 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (b.length >= 2 && (b[0] & 0xFF) == 0xFE && (b[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return b.length >= 2 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xFE ? StandardCharsets.UTF_16LE : null;
    }

    private static String stripMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<String> strictly(byte[] bytes, Charset set) {
        try {
            return Optional.of(set.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> named(@Nullable String name) {
        try {
            return name == null ? Optional.empty() : Optional.of(Charset.forName(webName(name.strip())));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** The web's Latin-1 is Windows-1252 (WHATWG Encoding). */
    private static String webName(String name) {
        return name.equalsIgnoreCase("iso-8859-1")
                        || name.equalsIgnoreCase("latin1")
                        || name.equalsIgnoreCase("us-ascii")
                ? "windows-1252"
                : name;
    }

    private static String guessed(byte[] bytes) {
        // Mostly valid UTF-8 with a few damaged bytes stays UTF-8: the damage shows as U+FFFD and nothing else changes.
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        long damaged = utf8.chars().filter(c -> c == 0xFFFD).count();
        long beyondAscii = utf8.chars().filter(c -> c > 0x7F).count();
        if (damaged * 10 < beyondAscii) {
            return utf8;
        }
        byte[] sample = bytes.length > DETECT_BYTES ? java.util.Arrays.copyOf(bytes, DETECT_BYTES) : bytes;
        CharsetMatch match = new CharsetDetector().setText(sample).detect();
        boolean latin = match == null || match.getName().startsWith("ISO-8859-1") || match.getConfidence() < CONFIDENT;
        Charset set = latin ? WINDOWS_1252 : named(match.getName()).orElse(WINDOWS_1252);
        return new String(bytes, set);
    }
}
