package org.rashomon.server.charts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Coasts and borders of Natural Earth, thinned; {@code outlines.py} tells how the file came about, and what its lines mean. */
final class Outlines {
    private static final double PER_DEGREE = 100;

    /** A line: longitudes and latitudes in turn, in degrees; nobody changes them. */
    static final class Arc {
        private final boolean border;
        private final double[] points;

        private Arc(boolean border, double[] points) {
            this.border = border;
            this.points = points;
        }

        /** Whether two states meet there; else a coast. */
        boolean border() {
            return border;
        }

        double[] points() {
            return points;
        }
    }

    /** A state: its two letters, or {@code -}, and its rings, each longitudes and latitudes in turn. */
    record State(String code, List<double[]> rings) {}

    private final List<Arc> arcs = new ArrayList<>();
    private final List<State> states = new ArrayList<>();

    private Outlines() {}

    /** Read when a map is first asked for. */
    private static final class Held {
        private static final Outlines LAND = read();
    }

    static Outlines land() {
        return Held.LAND;
    }

    List<Arc> arcs() {
        return arcs;
    }

    List<State> states() {
        return states;
    }

    private static Outlines read() {
        Outlines land = new Outlines();
        try (InputStream in = Objects.requireNonNull(
                        Outlines.class.getResourceAsStream("outlines.txt"),
                        "outlines.txt is missing from the program's jar");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            lines.lines().map(line -> line.split(" ")).forEach(land::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return land;
    }

    private void take(String[] cells) {
        if (!cells[0].equals("s")) {
            double[] points = new double[cells.length - 1];
            long x = 0;
            long y = 0;
            for (int i = 1; i + 1 < cells.length; i += 2) {
                x += Long.parseLong(cells[i]);
                y += Long.parseLong(cells[i + 1]);
                points[i - 1] = x / PER_DEGREE;
                points[i] = y / PER_DEGREE;
            }
            arcs.add(new Arc(cells[0].equals("b"), points));
            return;
        }
        List<double[]> rings = new ArrayList<>();
        for (String ring : cells[2].split(";")) {
            List<double[]> parts = new ArrayList<>();
            int length = 0;
            for (String number : ring.split(",")) {
                boolean back = number.startsWith("~");
                double[] points = arcs.get(Integer.parseInt(back ? number.substring(1) : number))
                        .points();
                parts.add(back ? reversed(points) : points);
                length += points.length;
            }
            double[] all = new double[length];
            int at = 0;
            for (double[] part : parts) {
                System.arraycopy(part, 0, all, at, part.length);
                at += part.length;
            }
            rings.add(all);
        }
        states.add(new State(cells[1], rings));
    }

    private static double[] reversed(double[] points) {
        double[] back = new double[points.length];
        for (int i = 0; i < points.length; i += 2) {
            back[points.length - 2 - i] = points[i];
            back[points.length - 1 - i] = points[i + 1];
        }
        return back;
    }
}
