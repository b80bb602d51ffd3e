#!/usr/bin/env python3
"""Makes places.tsv of package org.rashomon.annotate from GeoNames (CC BY 4.0, https://www.geonames.org).

    python3 places.py GEONAMES-FOLDER EXTRA.tsv > places.tsv

The folder holds cities1000.txt[.gz] and admin1CodesASCII.txt as GeoNames publishes them. EXTRA.tsv holds regions and camps
that those files lack, in the columns of the output. See README.md beside this file.
"""
import gzip
import os
import re
import sys
import unicodedata

EVERYWHERE = 100_000
# states in whose conflicts small towns make the news
CONFLICT = set("SY IQ LB YE LY UA PS IL AF SD SS SO".split())
SMALL = {"SY": 1000, "PS": 1000, "IL": 5000, "LB": 1000, "YE": 1000, "LY": 1000, "IQ": 1000, "UA": 5000, "AF": 1000, "SD": 1000, "SS": 1000, "SO": 1000}
LATIN = re.compile(r"^[A-Za-zÀ-ž' .\-’`]+$")


def lines(path):
    if os.path.exists(path):
        return open(path, encoding="utf-8")
    return gzip.open(path + ".gz", "rt", encoding="utf-8")


def fold(name):
    name = unicodedata.normalize("NFD", name)
    return re.sub(r"[^a-z]", "", "".join(c for c in name if unicodedata.category(c) != "Mn").lower())


def alternates(name, ascii_name, others, most):
    """Names in Latin letters that differ by more than accents and hyphens; short lists keep the table small."""
    seen, kept = {fold(name)}, []
    for other in [ascii_name] + others:
        if len(kept) >= most:
            break
        if 4 <= len(other) <= 28 and LATIN.match(other) and other[0].isupper() and not other.isupper() and fold(other) not in seen:
            seen.add(fold(other))
            kept.append(other)
    return kept


def with_extra(rows, extra):
    """An extra row takes the place of the city that it names, with that city's id and inhabitants."""
    for country, kind, name, others, lat, lon, *_ in extra:
        names = {fold(n) for n in [name] + others.split("|") if n}
        away = lambda r: abs(float(r[4]) - float(lat)) + abs(float(r[5]) - float(lon))
        same = [r for r in rows if r[0] == country and r[1] == kind == "city"
                and (fold(r[2]) in names and away(r) < 0.4 or any(fold(n) in names for n in r[3]) and away(r) < 0.1)]
        rows = [r for r in rows if r not in same]
        best = max(same, key=lambda r: r[7], default=None)
        own = [n for n in others.split("|") if n] + ([best[2]] if best and best[2] != name and best[2] not in others.split("|") else [])
        rows.append((country, kind, name, own, best[4] if best else lat, best[5] if best else lon, best[6] if best else "", best[7] if best else 0))
    return rows


def main(folder, extra):
    # rows: country, kind, name, other names (a list), degrees north, degrees east, id, inhabitants
    rows, seats = [], {}
    for line in lines(os.path.join(folder, "cities1000.txt")):
        c = line.rstrip("\n").split("\t")
        population = int(c[14] or 0)
        code, country = c[7], c[8]
        if code == "PPLX":
            continue
        if code in ("PPLC", "PPLA"):
            key = country + "." + c[10]
            if key not in seats or population > seats[key][2]:
                seats[key] = (c[4], c[5], population)
        if code != "PPLC" and population < SMALL.get(country, EVERYWHERE):
            continue
        most = 1 if population > EVERYWHERE else 5
        kind = "capital" if code == "PPLC" else "city"
        rows.append((country, kind, c[1], alternates(c[1], c[2], c[3].split(","), most), c[4], c[5], c[0], population))
    for line in lines(os.path.join(folder, "admin1CodesASCII.txt")):
        key, name, ascii_name, geonames = line.rstrip("\n").split("\t")
        lat, lon, _ = seats.get(key, ("", "", 0))
        country = key.split(".")[0]
        short = re.sub(r"^(Muhafazat|Mohafazat|Muḩāfaz̧at)\s+|\s+(Governorate|Province|Oblast|Region|State|District|Wilayat)$", "", name)
        rows.append((country, "region", short, [n for n in dict.fromkeys([name, ascii_name]) if n != short], lat, lon, geonames, 0))
    print("# Places: country (ISO 3166-1 alpha-2), kind, name, other names parted by |, degrees north, degrees east, GeoNames id, inhabitants in thousands.")
    print("# Made by training/places/places.py from GeoNames (CC BY 4.0, https://www.geonames.org); a region stands where its seat is.")
    rows = with_extra(rows, [line.rstrip("\n").split("\t") for line in open(extra, encoding="utf-8") if not line.startswith("#")])
    for country, kind, name, others, lat, lon, geonames, population in sorted(rows):
        short = lambda degrees: f"{float(degrees):.3f}".rstrip("0").rstrip(".") if degrees else ""
        print(country, kind, name, "|".join(others), short(lat), short(lon), geonames, (population + 500) // 1000, sep="\t")


main(*sys.argv[1:])
