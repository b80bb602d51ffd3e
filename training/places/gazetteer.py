#!/usr/bin/env python3
"""Makes places.bin of package org.rashomon.annotate from GeoNames (CC BY 4.0, https://www.geonames.org).

    python3 gazetteer.py GEONAMES-FOLDER COUNTRIES.tsv OUT

The folder holds cities1000.txt, admin1CodesASCII.txt, admin2Codes.txt and countryInfo.txt as GeoNames publishes them, each may
be gzipped. COUNTRIES.tsv is the table of the engine's folder facts: it gives countries their names. extra.tsv and points.tsv beside this
file add what GeoNames' files lack. The layout of OUT is told in docs/decisions/0007-gazetteer.md.
"""
import collections
import gzip
import os
import re
import struct
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
COUNTRY, REGION, DISTRICT, AREA, CAPITAL, SEAT, TOWN, PART = range(8)
# the recogniser of names takes these for names of places by themselves: inhabitants from which on, fewer where wars make small
# places news
EVERYWHERE = 100_000
NEWS = {"SY": 1000, "PS": 1000, "IL": 5000, "LB": 1000, "YE": 1000, "LY": 1000, "IQ": 1000, "UA": 5000, "AF": 1000, "SD": 1000, "SS": 1000, "SO": 1000}
LATIN = re.compile(r"^[A-Za-zÀ-ž' .\-’`]+$")
ARTICLES = ("al-", "ar-", "as-", "ad-", "an-", "at-", "az-", "ash-", "el-")
WRITTEN_OUT = {"st": "saint", "mt": "mount", "ft": "fort"}
GENERIC = re.compile(
    r"^(?:Muhafazat|Mohafazat|Muḩāfaz̧at|Provincia de(?:ll'| |l )?|Provincia di|Province of|City of|Departamento de(?:l)?|Arrondissement de|Powiat|Landkreis|Kreis|Distrito de|Região|Comunidad de|Comunitat)\s+"
    r"|\s+(?:Governorate|Province|Oblast['’]?|Region|State|District|Wilayat|Prefecture|Krai|Kray|Voivodeship|County|Parish|Borough|Republic|Shi|Sheng|Qu|City|Municipality|Department|Canton|Metropolitan City)$")
BLOCK = 16


def lines(folder, name):
    path = os.path.join(folder, name)
    source = open(path, encoding="utf-8") if os.path.exists(path) else gzip.open(path + ".gz", "rt", encoding="utf-8")
    with source:
        yield from (line.rstrip("\n").split("\t") for line in source if not line.startswith("#"))


def fold(name):
    name = unicodedata.normalize("NFD", name)
    return re.sub(r"[^a-z]", "", "".join(c for c in name if unicodedata.category(c) != "Mn").lower())


def key(name):
    """As Places.key in Java: what names are looked up by."""
    if len(name) <= 4 and name.isupper():
        return name
    slug = ""
    for c in unicodedata.normalize("NFD", name):
        if c.isalpha() or c.isdigit():
            slug += c.lower()
        elif unicodedata.category(c) != "Mn" and c not in "'’‘`ʼ." and slug and slug[-1] != "-":
            slug += "-"
    slug = slug.rstrip("-")
    for article in ARTICLES:
        if slug.startswith(article) and len(slug) > len(article) + 2:
            slug = slug[len(article):]
            break
    first, dash, rest = slug.partition("-")
    return WRITTEN_OUT[first] + dash + rest if rest and first in WRITTEN_OUT else slug


class Place:
    def __init__(self, kind, country, name, lat, lon, geonames=0, population=0, parent=None):
        self.kind, self.country, self.name, self.parent = kind, country, name, parent
        self.lat, self.lon, self.geonames, self.population = lat, lon, geonames, population
        self.others, self.forms, self.short = [], [], []


def middle(points):
    """Where the ground that the points enclose has its middle: the centroid of their hull (lat, lon)."""
    lons = [lon for _, lon in points]
    # what lies on both sides of the date line
    turned = 360 if max(lons) - min(lons) > 180 else 0
    flat = sorted({(lon + turned if lon < 0 else lon, lat) for lat, lon in points})
    mean = sum(p[1] for p in flat) / len(flat), sum(p[0] for p in flat) / len(flat)
    turn = lambda o, a, b: (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])

    def side(ordered):
        hull = []
        for p in ordered:
            while len(hull) > 1 and turn(hull[-2], hull[-1], p) <= 0:
                hull.pop()
            hull.append(p)
        return hull[:-1]

    hull = side(flat) + side(flat[::-1])
    double = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(hull, hull[1:] + hull[:1]))
    if abs(double) < 1e-6:
        return mean
    lon = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in zip(hull, hull[1:] + hull[:1])) / 3 / double
    lat = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in zip(hull, hull[1:] + hull[:1])) / 3 / double
    return lat, lon


def latin(names):
    return [n for n in dict.fromkeys(names) if 3 <= len(n) <= 40 and LATIN.match(n) and n[0].isupper() and not (n.isupper() and len(n) <= 4)]


def forms(name, others, most):
    """Spellings that differ by more than accents and hyphens."""
    seen, kept = {fold(name)}, []
    for other in others:
        if len(kept) < most and 4 <= len(other) <= 28 and not other.isupper() and fold(other) not in seen:
            seen.add(fold(other))
            kept.append(other)
    return [name] + kept


def read(folder, countries):
    points = {code: (float(lat), float(lon)) for code, lat, lon in lines(HERE, "points.tsv")}
    info = {c[0]: (int(c[16]), int(c[7] or 0)) for c in lines(folder, "countryInfo.txt") if len(c) > 16 and c[16].isdigit()}
    towns = collections.defaultdict(list)
    cities = list(lines(folder, "cities1000.txt"))
    for c in cities:
        at = float(c[4]), float(c[5])
        for code in (c[8], f"{c[8]}.{c[10]}", f"{c[8]}.{c[10]}.{c[11]}"):
            towns[code].append((at, int(c[14] or 0)))
    places, of = [], {}

    def area(kind, code, name, others, geonames, parent, population=None):
        inside = towns.get(code, [])
        if code in points:
            lat, lon = points[code]
        elif inside:
            lat, lon = middle([at for at, _ in inside])
            lon -= 360 if lon > 180 else 0
        else:
            return
        place = Place(kind, code.split(".")[0], name, lat, lon, geonames, population or sum(p for _, p in inside), parent)
        place.others = others
        of[code] = place
        places.append(place)

    for row in lines(countries, "countries.tsv"):
        geonames, population = info.get(row[0], (0, 0))
        area(COUNTRY, row[0], row[1], [n for n in row[2].split("|") if n], geonames, None, population)
    for file, kind in (("admin1CodesASCII.txt", REGION), ("admin2Codes.txt", DISTRICT)):
        for code, name, plain, geonames in lines(folder, file):
            short = GENERIC.sub("", name)
            others = [plain, GENERIC.sub("", plain)]
            if kind == DISTRICT and code.startswith("US."):
                short, others = name, [plain, GENERIC.sub("", plain)]  # Orange County is rarely Orange
            if code.startswith(("IE.", "GB.")) and kind == DISTRICT:
                others.append("County " + GENERIC.sub("", re.sub("^County ", "", name)))
            parent = of.get(code.rpartition(".")[0]) or of.get(code.split(".")[0])
            area(kind, code, short if kind == REGION else name, latin([short, name] + others), int(geonames), parent)
            if kind == REGION and code in of:
                of[code].forms = [of[code].name] + [n for n in dict.fromkeys([name, plain]) if n != of[code].name]
    for c in cities:
        code, country, population = c[7], c[8], int(c[14] or 0)
        kind = {"PPLC": CAPITAL, "PPLA": SEAT, "PPLX": PART}.get(code, TOWN)
        parent = next((of[k] for k in (f"{country}.{c[10]}.{c[11]}", f"{country}.{c[10]}", country) if k in of), None)
        place = Place(kind, country, c[1], float(c[4]), float(c[5]), int(c[0]), population, parent)
        place.others = latin([c[2]] + c[3].split(","))
        if kind != PART and (kind == CAPITAL or population >= NEWS.get(country, EVERYWHERE)):
            place.forms = forms(c[1], place.others, 1 if population > EVERYWHERE else 5)
        places.append(place)
    return places, of


def with_extra(places, of):
    """An extra row names a place that is there already, or adds one."""
    for country, kind, name, others, *row in lines(HERE, "extra.tsv"):
        if kind == "short":
            region = next(p for p in places if p.kind in (COUNTRY, REGION, AREA) and p.country == country and name in [p.name] + p.others)
            region.short += others.split("|")
            continue
        lat, lon, geonames, *_ = row
        names = [name] + [n for n in others.split("|") if n]
        folded, lat, lon = {fold(n) for n in names}, float(lat), float(lon)

        def same(p):
            away = abs(p.lat - lat) + abs(p.lon - lon)
            return p.country == country and p.kind >= CAPITAL and kind == "city" and (
                fold(p.name) in folded and away < 0.4 or away < 0.1 and any(fold(n) in folded for n in p.others))

        there = max((p for p in places if same(p)), key=lambda p: p.population, default=None)
        if there is None:
            there = Place(TOWN if kind == "city" else AREA, country, name, lat, lon, int(geonames or 0), 0, of.get(country))
            places.append(there)
        elif there.name not in names:
            names.append(there.name)
        there.name, there.forms = name, names
        there.others = names + there.others


def varint(n):
    out = bytearray()
    while n >= 128:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def write(places, path):
    rank = {COUNTRY: 0, REGION: 1, AREA: 2, DISTRICT: 3}
    places.sort(key=lambda p: (rank.get(p.kind, 4), -p.population, p.country, p.name, p.geonames))
    number = {id(p): i for i, p in enumerate(places)}
    index = collections.defaultdict(dict)
    for i, p in enumerate(places):
        own = key(p.name)
        for k in [own] + [key(n) for n in p.others]:
            if k and len(k.encode()) < 120:
                index[k][i] = k == own
        for n in p.short:
            # with its stop, so that Miss. and Ore. are no words
            k = key(n)
            index[k + "." if n.endswith(".") and n != k else k][i] = True
    records = b"".join(
        struct.pack(">iffiiB2s", p.geonames, p.lat, p.lon, min(p.population, 2**31 - 1), number[id(p.parent)] if p.parent else -1, p.kind,
                    (p.country or "  ").encode())
        for p in places)
    names, name_blocks = bytearray(), []
    for i, p in enumerate(places):
        if i % BLOCK == 0:
            name_blocks.append(len(names))
        text = p.name.encode()
        names += varint(len(text)) + text
    keys, key_blocks, before = bytearray(), [], b""
    for n, (text, found) in enumerate(sorted((k.encode(), v) for k, v in index.items())):
        shared = 0
        if n % BLOCK == 0:
            key_blocks.append(len(keys))
        else:
            while shared < min(len(before), len(text)) and before[shared] == text[shared]:
                shared += 1
        postings, last = b"", 0
        for i in sorted(found):
            postings += varint((i - last) << 1 | found[i])
            last = i
        keys += varint(shared) + varint(len(text) - shared) + text[shared:] + varint(len(found)) + postings
        before = text
    shown = "\n".join(f"{i}\t{'|'.join(p.forms)}" for i, p in enumerate(places) if p.forms).encode()
    with open(path, "wb") as out:
        out.write(struct.pack(">4sIIII", b"RPL1", len(places), len(index), len(names), len(keys)))
        out.write(records)
        out.write(struct.pack(f">{len(name_blocks)}I", *name_blocks) + names)
        out.write(struct.pack(f">{len(key_blocks)}I", *key_blocks) + keys)
        out.write(shown)
    print(f"{len(places)} places under {len(index)} names, {os.path.getsize(path) / 1e6:.1f} MB: records {len(records)}, names {len(names)}, "
          f"keys {len(keys)}, forms {len(shown)}", file=sys.stderr)


def main(folder, countries, out):
    places, of = read(folder, os.path.dirname(os.path.abspath(countries)))
    with_extra(places, of)
    write(places, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
