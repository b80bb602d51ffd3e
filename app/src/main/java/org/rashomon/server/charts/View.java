package org.rashomon.server.charts;

import java.util.List;

/** A rectangle of the earth on a drawing: degrees are drawn evenly, narrower the farther from the equator its middle is. */
final class View {
    static final int WIDTH = 1070;
    static final int HEIGHT = 560;
    /** Degrees from north to south at least: towns are seen with what lies around them. */
    private static final double LEAST = 9;

    /** Beyond that is no land. */
    private static final double NORTHMOST = 86;

    /** Degrees from north to south that are drawn about evenly. */
    private static final double EVEN = 30;

    private static final double ROOM = 1.6;
    /** Points that lie nearer to each other are drawn as one; pixels. */
    private static final double FINE = 0.7;

    private static final double KM_PER_DEGREE = 111.32;

    private final double west;
    private final double north;
    private final double perLat;
    private final double perLon;

    /** Around points, longitudes and latitudes in turn; all of the earth where there are none. */
    static View around(List<double[]> points) {
        double west = points.stream().mapToDouble(point -> point[0]).min().orElse(-180);
        double east = points.stream().mapToDouble(point -> point[0]).max().orElse(180);
        double south = points.stream().mapToDouble(point -> point[1]).min().orElse(-58);
        double north = points.stream().mapToDouble(point -> point[1]).max().orElse(84);
        return new View(west, east, south, north);
    }

    private View(double fromLon, double toLon, double fromLat, double toLat) {
        double middleLat = (fromLat + toLat) / 2;
        double middleLon = (fromLon + toLon) / 2;
        double narrow = Math.max(0.2, Math.cos(Math.toRadians(middleLat)));
        double lats = Math.max(LEAST, (toLat - fromLat) * ROOM);
        double lons = Math.max(LEAST, (toLon - fromLon) * ROOM * narrow);
        // the whole rectangle, whichever way is the longer
        double scale = Math.min(HEIGHT / lats, WIDTH / lons);
        scale = Math.max(scale, WIDTH / (360 * narrow));
        this.perLat = scale;
        this.perLon = scale * narrow;
        this.west = middleLon - WIDTH / 2.0 / perLon;
        this.north = Math.min(NORTHMOST, middleLat + HEIGHT / 2.0 / perLat);
    }

    double x(double lon) {
        return (lon - west) * perLon;
    }

    double y(double lat) {
        return (north - lat) * perLat;
    }

    /** Draws what may be seen of a line, as an SVG path. One that goes around the back of the earth is drawn at both edges. */
    void draw(double[] line, boolean closed, StringBuilder out) {
        double[] whole = unwrapped(line);
        for (int turn = -360; turn <= 360; turn += 360) {
            if (sees(whole, turn)) {
                path(whole, turn, closed, out);
            }
        }
    }

    /** Without the leap from 180 degrees east to 180 degrees west. */
    private static double[] unwrapped(double[] line) {
        double[] whole = line.clone();
        for (int i = 2; i < whole.length; i += 2) {
            while (whole[i] - whole[i - 2] > 180) {
                whole[i] -= 360;
            }
            while (whole[i] - whole[i - 2] < -180) {
                whole[i] += 360;
            }
        }
        return whole;
    }

    private boolean sees(double[] line, int turn) {
        double minX = Double.MAX_VALUE;
        double maxX = -Double.MAX_VALUE;
        double minY = Double.MAX_VALUE;
        double maxY = -Double.MAX_VALUE;
        for (int i = 0; i < line.length; i += 2) {
            minX = Math.min(minX, line[i] + turn);
            maxX = Math.max(maxX, line[i] + turn);
            minY = Math.min(minY, line[i + 1]);
            maxY = Math.max(maxY, line[i + 1]);
        }
        return x(maxX) >= 0 && x(minX) <= WIDTH && y(minY) >= 0 && y(maxY) <= HEIGHT;
    }

    /** With points that fall on each other drawn once. */
    private void path(double[] line, int turn, boolean closed, StringBuilder out) {
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < line.length; i += 2) {
            double x = x(line[i] + turn);
            double y = y(line[i + 1]);
            boolean end = i + 2 >= line.length;
            if (i > 0 && !end && Math.abs(x - lastX) < FINE && Math.abs(y - lastY) < FINE) {
                continue;
            }
            out.append(i == 0 ? 'M' : 'L').append(tenths(x)).append(' ').append(tenths(y));
            lastX = x;
            lastY = y;
        }
        if (closed) {
            out.append('Z');
        }
    }

    private static String tenths(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : String.valueOf(tenths / 10.0);
    }

    /** How many kilometres a line of the scale is, so that it is neither short nor long. */
    int scaleKm() {
        double most = 200 / perLat * KM_PER_DEGREE;
        int best = 1;
        for (int power = 1; power <= 10_000; power *= 10) {
            for (int step : new int[] {1, 2, 5}) {
                if (power * step <= most) {
                    best = power * step;
                }
            }
        }
        return best;
    }

    /** Whether one scale holds for all of it: on a wide map a kilometre is drawn longer in the north than at the equator. */
    boolean hasScale() {
        return HEIGHT / perLat < EVEN;
    }

    /** How wide that line is. */
    int scaleWidth() {
        return (int) Math.round(scaleKm() / KM_PER_DEGREE * perLat);
    }
}
