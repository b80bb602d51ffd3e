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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private static final int LOOK_BYTES = 8192;
    private static final int LEAST_PAIRS = 8;
    /** Words of any script that parts them are shorter. */
    private static final int MOST_PAIRS_A_ZERO = 30;

    private static final int LEAST_SOUND = 3;

    private Decoder() {}

    /**
     * The characters of a document.
     *
     * @param notes what was guessed or mended, a sentence each; empty where the bytes say all
     */
    public record Decoded(String text, List<String> notes) {
        public Decoded {
            notes = List.copyOf(notes);
        }
    }

    /** {@code declared} is the name of the set that the document states, or null. */
    public static String decode(byte[] bytes, @Nullable String declared) {
        return read(bytes, declared).text();
    }

    /** The same with what is worth a note. */
    public static Decoded read(byte[] bytes, @Nullable String declared) {
        Charset marked = marked(bytes);
        if (marked != null) {
            return plain(stripMark(new String(bytes, marked)));
        }
        Charset unmarked = utf16WithoutMark(bytes);
        if (unmarked != null) {
            return new Decoded(new String(bytes, unmarked), List.of("read as UTF-16, which no byte order mark says"));
        }
        return strictly(bytes, StandardCharsets.UTF_8)
                .or(() -> named(declared).flatMap(set -> strictly(bytes, set)))
                .map(Decoder::plain)
                .orElseGet(() -> guessed(bytes));
    }

    private static Decoded plain(String text) {
        return new Decoded(text, List.of());
    }

    /**
     * The UTF-16 that the zero bytes of spaces, line feeds and Latin letters give away, whatever script the text is in; null where there
     * is none. These bytes stand at every other place only, and what they make is text.
     */
    static @Nullable Charset utf16WithoutMark(byte[] bytes) {
        int n = Math.min(bytes.length, LOOK_BYTES) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < n; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int pairs = n / 2;
        if (pairs < LEAST_PAIRS || Math.max(even, odd) * MOST_PAIRS_A_ZERO < pairs) {
            return null;
        }
        Charset set = odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return Math.min(even, odd) * 20 <= Math.max(even, odd) && isText(new String(bytes, 0, n, set)) ? set : null;
    }

    /** Letters, digits, spaces and marks almost throughout; a wrong set gives characters that no script has, or of many scripts. */
    private static boolean isText(String text) {
        int strange = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sound = Character.isLetterOrDigit(c)
                    || Character.isWhitespace(c)
                    || (c > ' ' && c < 0x7F)
                    || (c > 0x9F && c < 0x3100)
                    || Character.isSurrogate(c);
            strange += sound && Character.isDefined(c) && c != 0xFFFD ? 0 : 1;
        }
        return strange * 50 <= text.length();
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

    private static Decoded guessed(byte[] bytes) {
        // Mostly valid UTF-8 with a few damaged bytes stays UTF-8; what was pasted into it from Windows is told by its
        // neighbours.
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        long damaged = utf8.chars().filter(c -> c == 0xFFFD).count();
        long beyondAscii = utf8.chars().filter(c -> c > 0x7F).count();
        if (damaged * 10 < beyondAscii
                || (damaged > 0 && damaged < beyondAscii && beyondAscii - damaged >= LEAST_SOUND)) {
            return mixed(bytes);
        }
        byte[] sample = bytes.length > DETECT_BYTES ? Arrays.copyOf(bytes, DETECT_BYTES) : bytes;
        CharsetMatch match = new CharsetDetector().setText(sample).detect();
        boolean latin = match == null || match.getName().startsWith("ISO-8859-1") || match.getConfidence() < CONFIDENT;
        Charset set = latin ? WINDOWS_1252 : named(match.getName()).orElse(WINDOWS_1252);
        return new Decoded(new String(bytes, set), List.of("read as " + set.name() + ", as it is no UTF-8"));
    }

    /** UTF-8 in which single bytes between ASCII characters are of Windows-1252; other damage shows as U+FFFD. */
    private static Decoded mixed(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        int from = 0;
        int mended = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean alone =
                    bytes[i] < 0 && (i == 0 || bytes[i - 1] >= 0) && (i + 1 == bytes.length || bytes[i + 1] >= 0);
            char c = alone ? new String(bytes, i, 1, WINDOWS_1252).charAt(0) : 0xFFFD;
            if (alone && c != 0xFFFD && !Character.isISOControl(c)) {
                text.append(new String(bytes, from, i - from, StandardCharsets.UTF_8))
                        .append(c);
                from = i + 1;
                mended++;
            }
        }
        text.append(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8));
        List<String> notes = new ArrayList<>();
        if (mended > 0) {
            notes.add("single characters of Windows-1252 among UTF-8 are mended");
        }
        if (text.indexOf("\uFFFD") >= 0) {
            notes.add("damaged bytes stand as \uFFFD");
        }
        return new Decoded(text.toString(), notes);
    }
}
