package org.rashomon.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Damages documents in the ways of the wild: bytes, tags, nesting, encodings, cut archives, endless lines, marks without a partner, halves of
 * characters, marks of direction, zeros. One seed gives one sequence of documents on every machine.
 */
public final class Mutator {
    private static final int LARGEST = 60_000;
    private static final int MOST_AT_ONCE = 4;

    private static final List<String> TAGS = List.of(
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<article>",
            "</article>",
            "<b>",
            "<i><b></i>",
            "<table><tr><td>",
            "<!--",
            "-->",
            "<script>",
            "<style>",
            "<template shadowrootmode=open>",
            "<svg><title>",
            "<math><mi>",
            "<select><option>",
            "<textarea>",
            "<noscript>",
            "<time datetime=x>",
            "<meta charset=utf-16>",
            "<base href=//x>",
            "<plaintext>",
            "<br>",
            "<li>",
            "<h1>",
            "<blockquote>",
            "<a href='",
            "<p hidden>",
            "]]>",
            "<![CDATA[");

    private static final List<String> MARKS = List.of(
            "\u201c",
            "\u201d",
            "\u2018",
            "\u2019",
            "\"",
            "'",
            "\u00ab",
            "\u00bb",
            "(",
            ")",
            "[",
            "]",
            "\u2014",
            "\u2026",
            "...",
            "\n",
            "\n\n",
            "\r",
            "\t",
            "\0",
            "\u0007",
            "\u001b[2J",
            "\u0085",
            "\u00a0",
            "\u00ad",
            "\u200b",
            "\u200f",
            "\u202e",
            "\u2066",
            "\u2028",
            "\u2029",
            "\ufeff",
            "\ufffd",
            "\uffff",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00",
            "e\u0301\u0301\u0301",
            "\u0130",
            "\u1e9e",
            "\ufb01",
            "&amp;lt;",
            "&#x110000;",
            "&#55296;",
            "&",
            "\\ud800",
            "\\u0000",
            "\\",
            "{",
            "}",
            "\":",
            "null",
            "1e999",
            " said ",
            " that ",
            " said that he said ",
            ", according to ",
            " on Monday ",
            " 14 ",
            " 1,000,000,000,000,000,000,000 ",
            " U.S. ",
            "Mr. ",
            " the ",
            "http://a.b/?c=",
            "2031-02-30",
            "@");

    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.US_ASCII,
            Charset.forName("windows-1252"),
            Charset.forName("Shift_JIS"),
            Charset.forName("GB18030"));

    private final List<Seed> seeds;
    private final Random random;

    /** @param name its ending tells the kind */
    @SuppressWarnings("ArrayRecordComponent") // bytes in bulk, handed on and never changed
    private record Seed(String name, byte[] bytes) {}

    /** @param name of the file that it would be */
    @SuppressWarnings("ArrayRecordComponent") // bytes in bulk, handed on and never changed
    public record Document(String name, byte[] bytes) {}

    private final List<BiFunction<String, Random, String>> ofText = List.of(
            (text, r) -> inserted(text, r, any(TAGS, r)),
            (text, r) -> inserted(text, r, any(MARKS, r)),
            (text, r) -> inserted(text, r, any(MARKS, r).repeat(1 + r.nextInt(300))),
            (text, r) -> inserted(text, r, any(TAGS, r).repeat(1 + r.nextInt(400))),
            (text, r) -> inserted(text, r, stretch(text, r).repeat(1 + r.nextInt(20))),
            (text, r) -> text.replace(any(MARKS, r), any(MARKS, r)),
            (text, r) -> text.replace(any(TAGS, r), any(TAGS, r)),
            (text, r) -> without(text, r),
            (text, r) -> text.substring(0, r.nextInt(text.length() + 1)),
            (text, r) -> text.substring(r.nextInt(text.length() + 1)),
            (text, r) -> text.replaceAll("\\s+", " "),
            (text, r) -> text.replaceAll("[.?!]", ""),
            (text, r) -> text.replaceAll("[\u201d\"]", ""),
            (text, r) -> text.replaceAll("</[a-z]+>", ""),
            (text, r) -> text.replace(" ", ""),
            (text, r) -> text.replace(" ", "\n\n"),
            (text, r) -> r.nextBoolean() ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT),
            (text, r) -> shuffled(text, r));

    private final List<BiFunction<byte[], Random, byte[]>> ofBytes = List.of(
            Mutator::flipped,
            Mutator::flipped,
            (bytes, r) -> Arrays.copyOf(bytes, r.nextInt(bytes.length + 1)),
            (bytes, r) -> text(bytes).getBytes(any(ENCODINGS, r)),
            (bytes, r) -> new String(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8),
            (bytes, r) -> packed(bytes),
            (bytes, r) -> Arrays.copyOf(packed(bytes), r.nextInt(packed(bytes).length + 1)),
            (bytes, r) -> flipped(packed(bytes), r));

    private Mutator(List<Seed> seeds, long seed) {
        this.seeds = seeds;
        this.random = new Random(seed);
    }

    /** Damages the files of a folder, hidden ones and those of folders below left out. */
    public static Mutator of(Path folder, long seed) throws IOException {
        List<Seed> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (!file.getFileName().toString().startsWith(".")) {
                    seeds.add(new Seed(
                            file.getFileName().toString(), Arrays.copyOf(bytes, Math.min(LARGEST, bytes.length))));
                }
            }
        }
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("no files in " + folder);
        }
        return new Mutator(seeds, seed);
    }

    /** The next document. */
    public Document next(int number) {
        Seed seed = any(seeds, random);
        byte[] bytes = seed.bytes();
        for (int i = 1 + random.nextInt(MOST_AT_ONCE); i > 0; i--) {
            bytes = text(bytes).isEmpty()
                    ? bytes
                    : any(ofText, random).apply(text(bytes), random).getBytes(StandardCharsets.UTF_8);
        }
        if (random.nextInt(3) == 0) {
            bytes = any(ofBytes, random).apply(bytes, random);
        }
        if (random.nextInt(8) == 0) {
            bytes = joined(bytes, any(seeds, random).bytes());
        }
        return new Document("%05d-%s".formatted(number, seed.name()), bytes);
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String inserted(String text, Random random, String what) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + what + text.substring(at);
    }

    private static String stretch(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        return text.substring(from, Math.min(text.length(), from + random.nextInt(800)));
    }

    private static String without(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        return text.substring(0, from) + text.substring(Math.min(text.length(), from + random.nextInt(200)));
    }

    private static String shuffled(String text, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("(?<=[\n.])")));
        java.util.Collections.shuffle(lines, random);
        return String.join("", lines);
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        for (int i = random.nextInt(30); i >= 0 && flipped.length > 0; i--) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
