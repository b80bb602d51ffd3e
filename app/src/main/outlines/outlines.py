"""outlines.py countries-50m.json > outlines.txt   the outlines of the map, small enough to be kept with the sources.

countries-50m.json is TopoJSON of npm's world-atlas 2.0.2 (npm pack world-atlas@2.0.2), made of Natural Earth 4.1.0, which is in the public
domain. Needs pycountry for the two-letter codes. Lines are thinned to TOLERANCE and rounded to hundredths of a degree; islands smaller than
SMALLEST are left out. Ends of lines stay, so that neighbours still meet.

What is written: a line for each arc, `a` (coast) or `b` (border of two states) and whole numbers, longitude and latitude of the first point, then
steps; then a line for each state, `s`, its code or `-`, and its rings, each the numbers of its arcs, `~` before one that is walked backwards.
"""
import json
import sys

import pycountry

TOLERANCE = 0.04
SMALLEST = 0.03
KOSOVO = {"Kosovo": "XK"}


def points(topology, arc):
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * sx + tx, y * sy + ty


def thinned(line):
    """Douglas and Peucker, without recursion."""
    keep, open_ = {0, len(line) - 1}, [(0, len(line) - 1)]
    while open_:
        first, last = open_.pop()
        (x1, y1), (x2, y2) = line[first], line[last]
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        farthest, most = None, TOLERANCE
        for i in range(first + 1, last):
            x, y = line[i]
            away = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length if length else ((x - x1) ** 2 + (y - y1) ** 2) ** 0.5
            if away > most:
                farthest, most = i, away
        if farthest is not None:
            keep.add(farthest)
            open_ += [(first, farthest), (farthest, last)]
    return [line[i] for i in sorted(keep)]


def area(ring):
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]))) / 2


def walked(arcs, ring):
    line = []
    for number in ring:
        line += arcs[number] if number >= 0 else arcs[~number][::-1]
    return line


def main(path):
    with open(path, encoding="utf-8") as f:
        topology = json.load(f)
    arcs = [list(points(topology, arc)) for arc in topology["arcs"]]
    states = []
    uses = {}
    for state in topology["objects"]["countries"]["geometries"]:
        polygons = [state["arcs"]] if state["type"] == "Polygon" else state["arcs"]
        rings = [ring for polygon in polygons for ring in polygon if area(walked(arcs, ring)) >= SMALLEST]
        known = pycountry.countries.get(numeric=state["id"]) if "id" in state else None
        code = known.alpha_2 if known else KOSOVO.get(state["properties"]["name"], "-")
        if rings:
            states.append((code, rings))
        for ring in rings:
            for number in ring:
                arc = number if number >= 0 else ~number
                uses[arc] = uses.get(arc, 0) + 1
    number = {}
    for arc in sorted(uses):
        number[arc] = len(number)
        grid = [(round(x * 100), round(y * 100)) for x, y in thinned(arcs[arc])]
        steps = [grid[0]] + [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in zip(grid, grid[1:]) if (x1, y1) != (x2, y2)]
        print("b" if uses[arc] > 1 else "a", " ".join(f"{x} {y}" for x, y in steps))
    for code, rings in sorted(states):
        print("s", code, ";".join(",".join(str(number[n]) if n >= 0 else f"~{number[~n]}" for n in ring) for ring in rings))


main(sys.argv[1])
