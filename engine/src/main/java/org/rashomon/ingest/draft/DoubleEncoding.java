package org.rashomon.ingest.draft;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what happens to UTF-8 that is taken for another set and written as UTF-8 again, once or several times: {@code â€œ} for an
 * opening quotation mark, {@code Ã©} for <em>é</em>.
 *
 * <p>A sequence is mended only where it is valid UTF-8 as a whole. Sequences of three and more characters hardly stand in sound text. One of
 * two may ({@code MANHÃ»}); it is mended where its first character opens a valid sequence wherever the document has it, and where the
 * document holds one whose second character no sound text would have there.
 */
final class DoubleEncoding {
    private static final int MOST_TIMES = 3;
    private static final int FIRST_PRINTED = 0xA0;
    private static final int FIRST_LEAD = 0xC2;
    private static final int LAST_LEAD = 0xF4;
    private static final int LEADS_OF_THREE = 0xE0;
    private static final int LEADS_OF_FOUR = 0xF0;
    private static final List<Round> ROUNDS =
            List.of(new Round(Charset.forName("windows-1252")), new Round(Charset.forName("windows-1251")));

    private DoubleEncoding() {}

    /** The texts of one document, mended; the same list where nothing is to be mended. */
    static List<String> mended(List<String> texts) {
        List<String> out = texts;
        for (int times = 0; times < MOST_TIMES; times++) {
            List<String> before = out;
            for (Round round : ROUNDS) {
                out = round.mended(out);
            }
            if (out.equals(before)) {
                return before;
            }
        }
        return out;
    }

    /** One set that UTF-8 was taken for. */
    private static final class Round {
        /** By character, the byte that it was taken for. */
        private final Map<Character, Integer> bytes = new HashMap<>();

        Round(Charset set) {
            for (int b = 0x80; b <= 0xFF; b++) {
                String read = new String(new byte[] {(byte) b}, set);
                bytes.put(read.charAt(0), b);
                if (b < FIRST_PRINTED) {
                    // Bytes that the set leaves open come out as control characters, as in Latin-1.
                    bytes.putIfAbsent((char) b, b);
                }
            }
            bytes.remove('\uFFFD');
        }

        List<String> mended(List<String> texts) {
            Set<Character> sound = new HashSet<>();
            boolean certain = false;
            for (String text : texts) {
                certain |= survey(text, sound);
            }
            if (!certain) {
                return texts;
            }
            List<String> out = new ArrayList<>(texts.size());
            for (String text : texts) {
                out.add(mended(text, sound));
            }
            return out;
        }

        /** Notes the characters that open no sequence somewhere; whether a sequence is damage for certain. */
        private boolean survey(String text, Set<Character> sound) {
            boolean certain = false;
            for (int at = 0; at < text.length(); at++) {
                if (!isLead(text.charAt(at))) {
                    continue;
                }
                String read = at(text, at);
                if (read == null) {
                    sound.add(text.charAt(at));
                } else {
                    int length = length(text.charAt(at));
                    certain |= length > 2 || isOdd(text, at);
                    at += length - 1;
                }
            }
            return certain;
        }

        private String mended(String text, Set<Character> sound) {
            StringBuilder out = null;
            int from = 0;
            for (int at = 0; at < text.length(); at++) {
                String read = isLead(text.charAt(at)) ? at(text, at) : null;
                int length = length(text.charAt(at));
                boolean two = length == 2 && (sound.contains(text.charAt(at)) || breaksCase(text, at, read));
                if (read == null || two) {
                    continue;
                }
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, from, at).append(read);
                from = at + length;
                at = from - 1;
            }
            return out == null ? text : out.append(text, from, text.length()).toString();
        }

        private boolean isLead(char c) {
            return c >= 0x80 && value(c) >= FIRST_LEAD && value(c) <= LAST_LEAD;
        }

        private static boolean isContinuation(int value) {
            return value >= 0x80 && value < 0xC0;
        }

        private int value(char c) {
            return bytes.getOrDefault(c, 0);
        }

        private int length(char lead) {
            int value = value(lead);
            return value >= LEADS_OF_FOUR ? 4 : value >= LEADS_OF_THREE ? 3 : 2;
        }

        /** What the sequence that begins here stands for, or null where it is no valid UTF-8. */
        private @Nullable String at(String text, int start) {
            int length = length(text.charAt(start));
            if (start + length > text.length()) {
                return null;
            }
            byte[] raw = new byte[length];
            for (int i = 0; i < length; i++) {
                char c = text.charAt(start + i);
                if (c < 0x80 || (i > 0 && !isContinuation(value(c)))) {
                    return null;
                }
                raw[i] = (byte) value(c);
            }
            try {
                String read = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(raw))
                        .toString();
                return isText(read.codePointAt(0)) ? read : null;
            } catch (CharacterCodingException e) {
                return null;
            }
        }

        private static boolean isText(int c) {
            int type = Character.getType(c);
            // Control characters come out where the text was taken for another set more than once.
            return type != Character.UNASSIGNED && type != Character.PRIVATE_USE && type != Character.SURROGATE;
        }

        /** Whether the second character is none that stands behind a letter in sound text, as quotation marks and dashes do. */
        private static boolean isOdd(String text, int at) {
            char second = text.charAt(at + 1);
            return !Character.isWhitespace(second)
                    && second != '\u00A0'
                    && !Character.isLetter(second)
                    && "‘’‚“”„«»‹›–—…•·®™°ªº".indexOf(second) < 0;
        }

        /** A small letter between capitals was none: {@code MANHÃ»} is no damage. */
        private static boolean breaksCase(String text, int at, @Nullable String read) {
            return read != null
                    && at > 0
                    && Character.isUpperCase(text.charAt(at - 1))
                    && (at < 2 || !Character.isLowerCase(text.charAt(at - 2)))
                    && Character.isLowerCase(read.charAt(0))
                    && (at + 2 >= text.length() || !Character.isLowerCase(text.charAt(at + 2)));
        }
    }
}
