package org.rashomon.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.rashomon.words.Tsv;

/**
 * The places of the world that have a name in Latin letters: countries, their regions and districts, towns from some 1,000
 * inhabitants on, from GeoNames (CC BY 4.0). A place is a number; places that hold others come first, then towns from large to
 * small. The table stays as the bytes that it is loaded from and is searched in place ({@code docs/decisions/0007-gazetteer.md},
 * made by {@code training/places/gazetteer.py}).
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Gazetteer {
    private static final int HEADER = 20;
    private static final int RECORD = 23;
    private static final int BLOCK = 16;
    private static final double KM_PER_DEGREE = 111.2;

    private final byte[] bytes;
    private final ByteBuffer table;
    private final int size;
    private final int blocks;
    private final int nameOffsets;
    private final int names;
    private final int keyOffsets;
    private final int keys;
    private final int keyCount;
    private final int forms;

    /** What a place is, in the order of the table. */
    public enum Kind {
        COUNTRY,
        /** First-order division: state, governorate. */
        REGION,
        /** Second-order division: county, district. */
        DISTRICT,
        /** Ground without an administration: Ghouta, the Sinai. */
        AREA,
        CAPITAL,
        /** Seat of a region. */
        SEAT,
        TOWN,
        /** Part of a town. */
        PART;

        private static final Kind[] ALL = values();

        public boolean isTown() {
            return compareTo(AREA) > 0;
        }
    }

    /**
     * A place that bears a name.
     *
     * @param first whether the name is its first one, not another spelling
     */
    public record Bearer(int place, boolean first) {}

    /** The gazetteer compiled into the program, some 10 MB: {@link org.rashomon.annotate.places.Places} holds the one that all share. */
    public Gazetteer() {
        try (InputStream stream = Tsv.open("facts/places.bin")) {
            bytes = stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        table = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        if (!new String(bytes, 0, 4, StandardCharsets.US_ASCII).equals("RPL1")) {
            throw new IllegalStateException("facts/places.bin has another layout");
        }
        size = table.getInt(4);
        keyCount = table.getInt(8);
        nameOffsets = HEADER + size * RECORD;
        names = nameOffsets + 4 * blocksOf(size);
        keyOffsets = names + table.getInt(12);
        blocks = blocksOf(keyCount);
        keys = keyOffsets + 4 * blocks;
        forms = keys + table.getInt(16);
    }

    private static int blocksOf(int count) {
        return (count + BLOCK - 1) / BLOCK;
    }

    /** How many places there are; they are the numbers from 0. */
    int size() {
        return size;
    }

    private int record(int place) {
        return HEADER + place * RECORD;
    }

    /** GeoNames id, or 0. */
    public int geonames(int place) {
        return table.getInt(record(place));
    }

    /** Degrees north; of a country or region, where a map writes its name. */
    public double lat(int place) {
        return rounded(table.getFloat(record(place) + 4));
    }

    /** Degrees east. */
    public double lon(int place) {
        return rounded(table.getFloat(record(place) + 8));
    }

    private static double rounded(float degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }

    /** Inhabitants, or 0 where not known. */
    public int population(int place) {
        return table.getInt(record(place) + 12);
    }

    /** The place that holds this one, or -1. */
    public int parent(int place) {
        return table.getInt(record(place) + 16);
    }

    public Kind kind(int place) {
        return Kind.ALL[bytes[record(place) + 20]];
    }

    /** ISO 3166-1 alpha-2 code, or empty for what lies in several countries. */
    public String country(int place) {
        return new String(bytes, record(place) + 21, 2, StandardCharsets.US_ASCII).trim();
    }

    /** Whether the larger place holds the smaller, at any remove. */
    public boolean holds(int larger, int smaller) {
        for (int at = parent(smaller); at >= 0; at = parent(at)) {
            if (at == larger) {
                return true;
            }
        }
        return false;
    }

    /** The first-order region that the place is or lies in, or -1. */
    public int region(int place) {
        int at = place;
        while (at >= 0 && kind(at) != Kind.REGION) {
            at = parent(at);
        }
        return at;
    }

    /** How far apart two places are, on a plane, which is exact enough for what is near. */
    public double kilometres(int a, int b) {
        double lat = lat(a);
        return KM_PER_DEGREE * Math.hypot(lat(b) - lat, (lon(b) - lon(a)) * Math.cos(Math.toRadians(lat)));
    }

    public String name(int place) {
        int at = names + table.getInt(nameOffsets + 4 * (place / BLOCK));
        for (int i = place % BLOCK; i > 0; i--) {
            at += 1 + bytes[at];
        }
        return new String(bytes, at + 1, bytes[at], StandardCharsets.UTF_8);
    }

    /**
     * The places that bear the name, larger kinds and larger towns first.
     *
     * @param key as {@link org.rashomon.annotate.places.Places#key} makes it
     */
    public List<Bearer> find(String key) {
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = blocks - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            int at = keys + table.getInt(keyOffsets + 4 * middle);
            int length = bytes[at + 1];
            if (Arrays.compareUnsigned(bytes, at + 2, at + 2 + length, wanted, 0, wanted.length) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return findIn(low, wanted);
    }

    private List<Bearer> findIn(int block, byte[] wanted) {
        ByteBuffer in = table.duplicate().position(keys + table.getInt(keyOffsets + 4 * block));
        byte[] current = new byte[128];
        int entries = Math.min(BLOCK, keyCount - block * BLOCK);
        for (int i = 0; i < entries; i++) {
            int shared = in.get();
            int rest = in.get();
            in.get(current, shared, rest);
            int order = Arrays.compareUnsigned(current, 0, shared + rest, wanted, 0, wanted.length);
            int count = varint(in);
            List<Bearer> found = order == 0 ? new ArrayList<>(count) : List.of();
            int place = 0;
            for (int k = 0; k < count; k++) {
                int step = varint(in);
                place += step >>> 1;
                if (order == 0) {
                    found.add(new Bearer(place, (step & 1) == 1));
                }
            }
            if (order >= 0) {
                return found;
            }
        }
        return List.of();
    }

    /** The country of this ISO 3166-1 alpha-2 code; empty where there is none. */
    public List<Bearer> countryOf(String code) {
        for (int place = 0; place < size && kind(place) == Kind.COUNTRY; place++) {
            if (country(place).equals(code)) {
                return List.of(new Bearer(place, true));
            }
        }
        return List.of();
    }

    private static int varint(ByteBuffer in) {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (next & 127) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** Hands over each place that is known by its name alone, with the spellings that the news use. */
    public void eachKnown(BiConsumer<Integer, List<String>> taker) {
        new String(bytes, forms, bytes.length - forms, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> {
                    int tab = line.indexOf('\t');
                    taker.accept(
                            Integer.valueOf(line.substring(0, tab)),
                            List.of(line.substring(tab + 1).split("\\|")));
                });
    }
}
