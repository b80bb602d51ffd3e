#!/usr/bin/env python3
"""Makes countries.tsv of the engine's folder facts from a JSON Lines table of countries
(iso2, name, official, formal, capital, demonyms, wikidata: UN M49, CLDR, GeoNames, Wikidata and Wikipedia's demonyms).

    python3 countries.py COUNTRIES.jsonl > countries.tsv

What the table lacks or what newspapers call otherwise stands in the corrections below.
"""
import json
import re
import sys

# names that papers use, beside those of the table; "name" replaces the display name
NAMES = {
    "US": ("United States", "US|U.S.|USA|U.S.A.|United States of America|America|Washington, D.C.|Washington DC|Washington, DC|Washington D.C."),
    "GB": ("United Kingdom", "UK|U.K.|Britain|Great Britain"),
    "RU": ("Russia", "Russian Federation"),
    "SY": ("Syria", "Syrian Arab Republic"),
    "CN": ("China", "PRC|People's Republic of China|mainland China"),
    "CZ": ("Czech Republic", "Czechia"),
    "KP": ("North Korea", "DPRK|N Korea|N. Korea|Democratic People's Republic of Korea"),
    "KR": ("South Korea", "ROK|S Korea|S. Korea|Republic of Korea"),
    "CD": ("Democratic Republic of Congo", "DRC|DR Congo|Democratic Republic of the Congo|Congo-Kinshasa"),
    "CG": ("Republic of the Congo", "Congo-Brazzaville|Republic of Congo"),
    "TR": ("Turkey", "Türkiye|Turkiye|Republic of Turkey"),
    "IR": ("Iran", "Islamic Republic of Iran|Islamic Republic"),
    "CI": ("Ivory Coast", "Cote d'Ivoire|Côte d'Ivoire"),
    "MM": ("Myanmar", "Burma"),
    "TL": ("East Timor", "Timor-Leste"),
    "MK": ("North Macedonia", "Macedonia|FYROM"),
    "VA": ("Vatican", "Holy See|Vatican City"),
    "PS": ("Palestine", "Palestinian Authority|PA|State of Palestine|Palestinian National Authority|Palestinian Territories|occupied Palestinian territories"),
    "AE": ("United Arab Emirates", "UAE|U.A.E.|Emirates"),
    "SA": ("Saudi Arabia", "KSA|Kingdom of Saudi Arabia"),
    "CF": ("Central African Republic", "CAR"),
    "BA": ("Bosnia and Herzegovina", "Bosnia|Bosnia-Herzegovina"),
    "SZ": ("Eswatini", "Swaziland"),
    "NL": ("Netherlands", "Holland"),
    "CV": ("Cape Verde", "Cabo Verde"),
    "GM": ("Gambia", "The Gambia"),
    "MO": ("Macau", "Macao"),
    "TW": ("Taiwan", "Republic of China"),
    "PG": ("Papua New Guinea", "PNG"),
    "VN": ("Vietnam", "Viet Nam"),
    "LA": ("Laos", "Lao PDR"),
    "UA": ("Ukraine", ""), "KG": ("Kyrgyzstan", "Kyrgyz Republic|Kirghizia"), "BY": ("Belarus", "Byelorussia"),
    "XK": ("Kosovo", ""),
}
CAPITALS = {
    "UA": "Kyiv|Kiev", "YE": "Sanaa|Sana'a", "US": "Washington", "BO": "La Paz|Sucre", "MM": "Naypyidaw|Nay Pyi Taw|Rangoon|Yangon",
    "LK": "Colombo", "KZ": "Astana|Nur-Sultan", "BI": "Bujumbura|Gitega", "TZ": "Dodoma|Dar es Salaam", "NL": "The Hague|Amsterdam",
    "CO": "Bogota|Bogotá", "CN": "Beijing|Peking", "CI": "Abidjan|Yamoussoukro", "NG": "Abuja", "GQ": "Malabo", "PS": "Ramallah",
    "IL": "Jerusalem|Tel Aviv", "TD": "N'Djamena|Ndjamena", "CM": "Yaounde|Yaoundé", "BJ": "Porto-Novo", "PY": "Asuncion|Asunción",
    "TO": "Nuku'alofa", "TG": "Lome|Lomé", "CR": "San Jose|San José", "BR": "Brasilia|Brasília", "IS": "Reykjavik|Reykjavík",
    "MD": "Chisinau|Chişinău", "BY": "Minsk", "XK": "Pristina", "MN": "Ulan Bator|Ulaanbaatar", "IN": "New Delhi|Delhi",
    "MV": "Malé", "KW": "Kuwait City", "GE": "Tbilisi", "CW": "Willemstad", "SA": "Riyadh", "CV": "Praia", "KI": "Tarawa",
}
DEMONYMS = {
    "US": "American|Americans", "GB": "British|Britons|Briton|English|Scottish|Welsh|Scots", "CN": "Chinese",
    "TR": "Turkish|Turks|Turk", "CZ": "Czech|Czechs", "BF": "Burkinabe|Burkinabé", "CD": "Congolese", "CG": "", "CI": "Ivorian|Ivorians",
    "MK": "Macedonian|Macedonians", "MM": "Burmese", "TL": "Timorese|East Timorese", "SR": "Surinamese", "SZ": "Swazi|Swazis",
    "FR": "French|Frenchman|Frenchmen", "IE": "Irish|Irishman", "NL": "Dutch|Dutchman", "KP": "North Korean|North Koreans",
    "KR": "South Korean|South Koreans", "SO": "Somali|Somalis|Somalian|Somalians", "SG": "Singaporean|Singaporeans", "FM": "Micronesian|Micronesians",
    "CA": "Canadian|Canadians", "AU": "Australian|Australians|Aussie|Aussies", "NZ": "New Zealander|New Zealanders|Kiwi|Kiwis",
    "BW": "Botswanan|Batswana|Motswana", "DO": "Dominican|Dominicans", "DM": "", "EH": "Sahrawi|Sahrawis", "GR": "Greek|Greeks|Hellenic",
    "IT": "Italian|Italians", "LA": "Laotian|Laotians|Lao", "LU": "Luxembourger|Luxembourgers|Luxembourgish", "PF": "", "SE": "Swedish|Swede|Swedes",
    "DK": "Danish|Dane|Danes", "FI": "Finnish|Finn|Finns", "PL": "Polish|Pole|Poles", "ES": "Spanish|Spaniard|Spaniards",
    "TT": "Trinidadian|Trinidadians|Tobagonian", "PH": "Philippine|Filipino|Filipinos|Filipina", "IS": "Icelandic|Icelander|Icelanders",
    "KZ": "Kazakh|Kazakhs|Kazakhstani", "TJ": "Tajik|Tajiks", "AF": "Afghan|Afghans", "HK": "Hongkonger|Hong Kongers", "GD": "Grenadian|Grenadians",
    "RS": "Serbian|Serbians|Serb|Serbs", "HR": "Croatian|Croatians|Croat|Croats", "SI": "Slovenian|Slovenians|Slovene|Slovenes",
    "HU": "Hungarian|Hungarians", "XK": "Kosovar|Kosovars|Kosovan|Kosovo Albanian", "SD": "Sudanese", "SS": "South Sudanese", "LS": "Basotho",
    "GN": "Guinean|Guineans", "GW": "Bissau-Guinean", "JE": "", "NI": "Nicaraguan|Nicaraguans", "MC": "Monegasque|Monégasque", "HT": "Haitian|Haitians",
    "GP": "", "RE": "", "MQ": "", "YT": "", "VA": "", "CK": "Cook Islander|Cook Islanders", "SB": "Solomon Islander|Solomon Islanders", "CX": "", "GI": "Gibraltarian|Gibraltarians",
    "IR": "Iranian|Iranians|Persian|Persians", "TH": "Thai|Thais", "IL": "Israeli|Israelis", "SA": "Saudi|Saudis|Saudi Arabian|Saudi Arabians",
}
# words that mean something else far more often
AMBIGUOUS = {"Lao", "Pole", "Polish?", "The Valley", "Male", "Kingston", "Victoria", "Georgetown", "Hamilton", "Stanley", "Douglas", "George Town",
             "Gibraltar", "Jersey", "Luxembourg", "Liechtenstein", "New Zealand", "Hong Kong", "Solomon Island", "Guadeloupe", "Falkland Island"}


def clean(word):
    return re.sub(r"\s*(\(.*|\[.*|\*+)", "", word).strip(' "')


def table(path):
    """The text of countries.tsv."""
    lines = [
        "# Countries: ISO 3166-1 alpha-2, display name, other names, capitals, demonyms and adjectives, Wikidata item.",
        "# Lists are parted by |. Made by training/actors/countries.py; see NOTICE for the sources of the facts.",
    ]
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    rows.append({"iso2": "XK", "name": "Kosovo", "official": "", "formal": "", "capital": "Pristina", "demonyms": [], "wikidata": "Q1246"})
    for row in sorted(rows, key=lambda r: r["iso2"]):
        code = row["iso2"]
        name, more = NAMES.get(code, (row["name"].replace(" & ", " and ").replace("St. ", "Saint ") if code not in ("BL", "MF") else row["name"], ""))
        names = [n for n in (more.split("|") + [row["name"].replace("’", "'"), clean(row["official"]), re.sub(r"^the ", "", clean(row["formal"]))]) if n and n != name]
        capitals = CAPITALS.get(code, clean(row["capital"])).split("|")
        demonyms = DEMONYMS[code].split("|") if code in DEMONYMS else [clean(p) for d in row["demonyms"] for p in d.split(";")]
        keep = lambda words: "|".join(dict.fromkeys(w for w in words if w and w not in AMBIGUOUS))
        lines.append("\t".join([code, name, keep(names), keep(capitals), keep(demonyms), row["wikidata"]]))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(table(sys.argv[1]), end="")
