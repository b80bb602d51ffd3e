#!/usr/bin/env python3
"""Makes the tables of actors of package org.rashomon.annotate.

    python3 actors.py DATA [RESOURCES]

DATA is a folder with the raw material: countries.jsonl (see countries.py) and phoenix_actors.jsonl.gz, the actor dictionaries
of the Phoenix project (MIT; see NOTICE). Facts made by hand stand beside this script and win over it:

    persons.tsv, offices.txt         people and what they held
    organisations.tsv, bodies.txt    bodies, armed groups, outlets

It writes countries.tsv, persons.tsv and organisations.tsv into the folder facts of RESOURCES, tells what it left out, and fails where two actors
share a name: the program must never take one for the other.
"""
import collections
import datetime
import gzip
import json
import pathlib
import re
import sys
import unicodedata

import countries

HERE = pathlib.Path(__file__).parent
RESOURCES = HERE.parent.parent / "engine/src/main/resources/org/rashomon"
# the last day for which an office that is "still held" is vouched for
AS_OF = "2025-06-30"
DAY = datetime.timedelta(days=1)
# a member of government of whom the press hardly wrote is more likely a namesake where the press writes the name
LEAST_DAYS = 3 * 365

# codes of the dictionaries that are not ISO 3166-1 alpha-3
CODES = {"ROM": "RO", "TMP": "TL", "KSV": "XK", "MNE": "ME", "SRB": "RS", "COD": "CD", "PSE": "PS", "SSD": "SS", "TWN": "TW"}
# states whose names are too common in English for a minister's to mean the minister
ENGLISH = set("US GB CA AU NZ IE BS BB JM TT GY BZ GD LC VC KN AG DM BM KY VG FK PW MH FM NR TV KI SB VU CK GI IM MS AI TC".split())
HOUSES = {"Saud", "Thani", "Nahyan", "Maktum", "Maktoum", "Khalifa", "Khalifah", "Nuaymi", "Sabah"}
PARTICLES = set("bin bint ibn ben de da do dos das del della di van der den von zu la y e ul ter wa ould arap".split())
TITLES = set("""president minister prime king queen prince princess sheikh shaykh general gen gen. col colonel brig maj major lt
    admiral sir dame lord lady baron baroness ambassador secretary mr mrs ms dr dr. prof hojatoleslam hojatolislam ayatollah pope
    cardinal bishop government adviser chairman governor emir sultan crown deputy then jr jr. sr iii ii iv the of and for group
    council party army adm hrh gov""".split())
ACRONYMS = set("""UN US USA UK EU NGO HIV AIDS YMCA YWCA WTO OAU OAS NATO ASEAN UNICEF UNESCO UNHCR ILO IMF
    OECD OPEC BRAC SOS FAO WWF IUCN""".split())
SMALL = set("of the for and in on to at by a an with against from de la le les el los las del des du d' y e et di da do e en".split())
STOP_GROUPS = re.compile(r"\b(?:police|soldiers?|rebels?|leader|member|militants?|fighters?|commander|gunm[ae]n|suspects?|who|unknown"
                         r"|formerly|alleged|network of|and its|front page|terrorists?|insurgents?|officials?|spokesm[ae]n)\b", re.I)


def words_of(table):
    return {line.split("\t")[0] for line in (RESOURCES / table).open(encoding="utf-8") if not line.startswith("#")} - {""}


COMMON = {word.strip() for word in words_of("en/common-words.tsv")}
FIRST = {word.lower() for word in words_of("facts/first-names.tsv")}


def places():
    names = set()
    for line in (HERE / "places.tsv").open(encoding="utf-8"):
        if not line.startswith("#"):
            cells = line.rstrip("\n").split("\t")
            names.add(cells[2].lower())
            names.update(name.lower() for name in cells[3].split("|") if name)
    return names


PLACES = places()


def plain(text):
    text = unicodedata.normalize("NFD", text.translate(str.maketrans("ıøłđßæ’‘`", "iolds" + "a" + "'''")))
    return "".join(c for c in text if unicodedata.category(c) != "Mn")


def slug(name):
    name = plain(name).lower().replace("'", "").replace(".", "")
    return re.sub(r"[\W_]+", "-", name).strip("-")


GIVEN = {}
for line in """mohamed mohammed mohammad mohamad muhammad muhammed muhamad mohamud mohammod
    ahmed ahmad ahmet ahmat|husein hussein hussain husain husayn hossein hosein hussayn|yusuf yusef yousef youssef yousuf yousif yusif
    khalid khaled|omar umar|osama usama|ibrahim ebrahim|kasim kassem kasem kassim ghasem|salih saleh salah|nasir naser nasser
    aleksandr alexander aleksander aleksandar|mikhail mihail|hasan hassan|sulaiman suleiman soleiman sulayman suleyman|osman othman uthman
    mustafa mostafa moustafa|mahmud mahmoud mahmood|faisal feisal faysal|abas abbas|rashid rasheed|hamid hameed|kamal kamel kemal""".replace("\n", "|").split("|"):
    first, *rest = line.split()
    GIVEN.update({word: first for word in rest})


def fold(name):
    """One key for the usual spellings of one name, as Transliteration.java makes it (near enough to find doubles)."""
    tokens = [t for t in re.split(r"[\s.-]+", plain(name).lower().replace("'", "")) if t and t not in ("al", "el", "ul", "as", "ash", "ad", "an")]
    out, i = [], 0
    while i < len(tokens):
        token = tokens[i]
        if token in ("abd", "abdul", "abdel", "abdal", "abdur", "abdu") and i + 1 < len(tokens):
            token = "abd" + tokens[i + 1]
            i += 1
        else:
            token = re.sub(r"^abd(?:ul|el|al|ur)(?=\w{3})", "abd", token)
        for old, new in (("ph", "f"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("oe", "o"), ("ue", "u"), ("ae", "a"), ("dj", "j"), ("q", "k"), ("x", "ks"), ("ay", "ai"), ("ei", "ai")):
            token = token.replace(old, new) if len(token) > 3 else token
        token = re.sub(r"(.)\1", r"\1", token)
        token = re.sub(r"(?:[aei]?[yij]|ai|iy)$", "i", token) if len(token) > 3 else token
        token = re.sub(r"ah$", "a", token) if len(token) > 3 else token
        out.append(GIVEN.get(tokens[i], GIVEN.get(token, re.sub(r"^ye", "e", token))))
        i += 1
    return " ".join(out)


# ---- casing ----

def cased_word(word):
    def part(p):
        p = p.lower()
        m = re.match(r"^([od])'(\w.*)$", p)
        if m:
            return ("O'" if m[1] == "o" else "d'") + m[2].capitalize()
        if p.startswith("mc") and len(p) > 4:
            return "Mc" + p[2:].capitalize()
        return p[:1].upper() + p[1:]
    return "-".join(part(p) for p in word.split("-"))


def person_name(upper, state):
    """BIN HAMAD AL RUMHI -> bin Hamad al-Rumhi"""
    out, article = [], None
    for i, word in enumerate(upper.split()):
        lower = word.lower()
        if lower in ("al", "el") and i + 1 < len(upper.split()):
            article = lower
            continue
        word = lower if i and lower in PARTICLES else cased_word(word)
        if article:
            word = ("Al " if word in HOUSES else article + "-" if state not in LATIN else article + " ") + word
            article = None
        out.append(word)
    name = " ".join(out)
    name = name[:1].upper() + name[1:]
    if state in ("KR", "KP") and len(out) == 3:
        name = f"{out[0]} {out[1]}-{out[2].lower()}"
    return name


LATIN = set("ES MX AR CL CO PE EC BO PY UY VE CU NI SV HN GT CR PA DO PT BR AO MZ GW CV ST GQ PH TL".split())


def body_name(upper):
    out = []
    for i, word in enumerate(upper.replace("&", "and").split()):
        if word in ACRONYMS or re.fullmatch(r"(?:[A-Z]\.)+", word):
            out.append(word)
        elif i and word.lower() in SMALL:
            out.append(word.lower())
        elif re.match(r"^(?:AL|EL|AN|AS|AD|ASH|AR)-[A-Z]", word):
            head, tail = word.split("-", 1)
            out.append((head.lower() if i else head.capitalize()) + "-" + cased_word(tail))
        elif re.fullmatch(r"[IVX]{2,}", word):
            out.append(word)
        else:
            out.append(cased_word(word))
    return " ".join(out)


# ---- facts made by hand ----

class Person:
    def __init__(self, name, gender="", state="", wikidata=""):
        self.name, self.gender, self.state, self.wikidata = name, gender, state, wikidata
        self.aliases, self.offices = [], []

    def row(self):
        return [slug(self.name), self.name, "person", self.state, self.wikidata, "|".join(dict.fromkeys(a for a in self.aliases if a != self.name)), self.gender,
                ";".join(f"{t}@{b}:{f}..{to}" for t, b, f, to in sorted(set(self.offices), key=lambda o: (o[2], o)))]


def lines(path):
    for number, line in enumerate((HERE / path).open(encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if line.strip() and not line.startswith("#"):
            yield f"{path}, line {number}", line


def bound(text, first):
    """The day; of a month or year, the first day after it or the last before it."""
    parts = [int(p) for p in text.split("-")]
    if len(parts) == 3:
        return datetime.date(*parts)
    year, month = (parts + [None])[:2]
    if first:
        return datetime.date(year + 1, 1, 1) if month is None else datetime.date(year + month // 12, month % 12 + 1, 1)
    return datetime.date(year, month or 1, 1) - DAY


def spell(where, text):
    """FROM..TO as two ISO days, or None where nobody is sure."""
    if text in ("?", ""):
        return None
    first, last = text.split("..")
    start = bound(first, True)
    end = bound(last, False) if last else None
    if end and end < start:
        print(f"{where}: no day is sure in {text}; left out", file=sys.stderr)
        return None
    return start.isoformat(), end.isoformat() if end else ""


def hand_persons():
    people = {}
    for where, line in lines("persons.tsv"):
        name, gender, state, wikidata, aliases, offices = (line.split("\t") + [""] * 6)[:6]
        person = people.setdefault(name, Person(name, gender, state, wikidata))
        person.aliases += [a for a in aliases.split("|") if a]
        for office in filter(None, offices.split(";")):
            title, body, start, end = re.fullmatch(r"([^@]+)@([^:]+):(\S+?)\.\.(\S*)", office).groups()
            person.offices.append((title, body, start, end))
    title = body = None
    for where, line in lines("offices.txt"):
        head = re.fullmatch(r"\[(.+)@(.+)\]", line)
        if head:
            title, body = head.groups()
            continue
        name, dates, gender, aliases = ([c.strip() for c in line.split(",", 3)] + ["", "", ""])[:4]
        person = people.get(name)
        if person is None:
            person = people[name] = Person(name, gender or "m", body if re.fullmatch("[A-Z]{2}", body) else "")
        if not person.state and re.fullmatch("[A-Z]{2}", body):
            person.state = body
        person.aliases += [a for a in aliases.split("|") if a]
        held = spell(where, dates)
        if held:
            start, end = held
            same = [o for o in person.offices if o[0] == title and o[1] == body and o[2] <= (end or "9999") and start <= (o[3] or "9999")]
            for old in same:  # written twice: this file, which goes office by office, is the one that was checked
                person.offices.remove(old)
            person.offices.append((title, body, start, end))
    return people


def hand_bodies(path):
    bodies = {}
    kind = None
    for where, line in lines(path):
        head = re.fullmatch(r"\[(.+)\]", line)
        if head:
            kind = head[1]
            continue
        if path.endswith(".tsv"):
            key, name, kind, state, wikidata, aliases = (line.split("\t") + [""] * 6)[:6]
        else:
            name, state, aliases = ([c.strip() for c in line.split(",", 2)] + ["", ""])[:3]
            key, name = name.split(": ", 1) if re.match(r"[a-z0-9-]+: ", name) else (slug(name), name)
            wikidata = ""
        if key in bodies:
            sys.exit(f"{where}: {key} is there already")
        bodies[key] = [key, name, kind, state, wikidata, [a for a in aliases.split("|") if a]]
    return bodies


# ---- Phoenix ----

def phoenix(path):
    merged = {}
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            key = (row["source"], row["name"])
            if key in merged:
                merged[key]["roles"] += row["roles"]
                merged[key]["aliases"] += row["aliases"]
            else:
                merged[key] = row
    return list(merged.values())


def valid(day):
    return day if day and re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None


def phoenix_persons(rows, iso, known, left_out):
    """Members of governments since 1990, with the days between which each is known to have been one."""
    first_tokens = collections.Counter(r["name"].split()[0] for r in rows if r["name"].strip())
    last_tokens = collections.Counter(r["name"].split()[-1] for r in rows if r["name"].strip())
    people = {}
    homonyms = set()
    for row in rows:
        roles = [r for r in row["roles"] if r["code"][3:6] == "GOV" and r["code"][:3] in iso]
        states = {iso[r["code"][:3]] for r in roles}
        name = row["name"]
        if not roles or all((valid(r.get("to")) or "9999") < "1990" for r in roles):
            continue
        tokens = name.split()
        lower = [t.lower() for t in tokens]
        why = None
        if len(states) != 1 or states & ENGLISH:
            why = "more than one state, or names too common in English"
        elif not re.fullmatch(r"[A-Z][A-Z'-]*(?: [A-Z][A-Z'.-]*)+", name) or not 2 <= len(tokens) <= 6 or any(len(t) == 1 for t in tokens):
            why = "no clean name"
        elif set(lower) & TITLES:
            why = "a title in the name"
        elif all(t in COMMON or t in FIRST for t in lower) and len(tokens) == 2:
            why = "two common words or given names"
        elif len(tokens) == 2 and (last_tokens[tokens[-1]] > 9 or first_tokens[tokens[0]] > 60 and last_tokens[tokens[-1]] > 3):
            why = "a name that many bear"
        elif len(tokens) == 2 and max(map(len, tokens)) < 5:
            why = "too short"
        elif sum(t in COMMON for t in lower) > 1:
            why = "words of the language"
        if why:
            left_out[why] += 1
            continue
        state = states.pop()
        person = Person(person_name(name, state), "", state)
        key = fold(person.name)
        if key in known:
            left_out["known by hand"] += 1
            continue
        spells = sorted((valid(r.get("from")), valid(r.get("to"))) for r in roles if valid(r.get("from")) and valid(r.get("to")) and r["from"] < r["to"] and r["to"] >= "1990" and r["to"] < "2016")
        for start, end in spells:
            last = person.offices[-1] if person.offices else None
            if last and datetime.date.fromisoformat(start) - datetime.date.fromisoformat(last[3]) <= 62 * DAY:
                person.offices[-1] = (last[0], last[1], last[2], max(last[3], end))
            else:
                person.offices.append(("member of government", state, start, end))
        if sum((datetime.date.fromisoformat(o[3]) - datetime.date.fromisoformat(o[2])).days for o in person.offices) < LEAST_DAYS:
            left_out["not known to have served for three years"] += 1
            continue
        for alias in row["aliases"]:
            given, words = person.name.split(), alias.split()
            if re.fullmatch(r"[A-Z][A-Z'-]*(?: [A-Z][A-Z'-]*)+", alias) and len(words) <= 6 and not set(alias.lower().split()) & TITLES:
                cased = person_name(alias, state)
                a, b = set(fold(person.name).split()), set(fold(cased).split())
                if len(a & b) >= 2 and (a <= b or b <= a) and a != b and fold(cased).split()[-1] == key.split()[-1]:
                    person.aliases.append(cased)
        if key in people:
            other = people[key]
            if other.state != state:
                homonyms.add(key)
            else:
                other.offices = other.offices or person.offices
            continue
        people[key] = person
    for key in homonyms:
        left_out["one name in two states"] += 1
        del people[key]
    return people


def distinctive(name):
    """Whether a name has a word that is no word of the language, or is long enough to mean one body."""
    words = re.findall(r"[\w']+", name)
    strange = [w for w in words if w.lower() not in COMMON and w.lower() not in SMALL and not w.isdigit() and len(w) > 3]
    return words, strange


ARMED = re.compile(r"\b(?:army|armies|brigades?|guerrillas?|jihad|muja?hid\w*|mujahed\w*|militia|fighters|commandos?|command|martyrs|battalions?|armed"
                   r"|resistance|liberation front|liberation force|liberation tigers|tigers?|combat\w*|squad|cells|lashkar|lashkar-\S+|harakat|harkat\S*|hara?kat-\S+"
                   r"|jaish|jaysh|jaish-\S+|jund|hizb-\S+|armado|armadas?|armee|legion|guards?|detachment)\b", re.I)
CIVIL = re.compile(r"\b(?:foundation|committee|council|party|union|university|students?|association|organisers|institute|church|salvation army)\b", re.I)


def body_key(name):
    """The same for spellings of one name: American and British, singular and plural, with and without what a register adds."""
    name = plain(name).lower().replace("programme", "program").replace("centre", "center").replace("labour", "labor").replace("defence", "defense").replace("isation", "ization")
    name = re.sub(r"\b(?:the|inc|incorporated|international|intl|ltd|org|of|for|and)\b|[^\w\s]", " ", name)
    return " ".join(re.sub(r"s$", "", word) for word in name.split())


def phoenix_bodies(rows, iso, taken, left_out):
    bodies = {}
    keys = {body_key(name) for name in taken}
    for row in rows:
        codes = [r["code"] for r in row["roles"]]
        group = row["source"].startswith("Phoenix.MilNonState") and any(c[3:6] == "REB" for c in codes)
        body = row["source"].startswith("Phoenix.International") and any(c[:3] in ("NGO", "IGO") for c in codes)
        if not group and not body or any(r.get("from") or r.get("to") for r in row["roles"]):
            continue
        name = re.sub(r"\s*\([^)]*\)", "", row["name"]).strip()
        words, strange = distinctive(name)
        why = None
        if not re.fullmatch(r"[A-Z][A-Z0-9' &.-]*", name) or STOP_GROUPS.search(name) or re.search(r"\b[A-Z]\b(?!\.)", name):
            why = "no clean name of a body"
        elif group and (len(name.split()) < 2 or not strange or len(words) > 7):
            why = "a group's name that others may bear"
        elif group and (not ARMED.search(name) or CIVIL.search(name) or " IN " in name or name in NAMELESS):
            why = "no armed group by its words"
        elif body and not (4 <= len(words) <= 8 or len(words) == 3 and strange or len(words) == 2 and len(strange) == 2):
            why = "a body's name that others may bear"
        elif body and not set(w.lower() for w in words) & HEADS:
            why = "no body by its words"
        elif body and len(strange) > 3 or {w.lower() for w in words} & FOREIGN:
            why = "not in English"
        if not why:
            name = body_name(name)
            state = iso.get(codes[0][:3] if group else codes[0][3:6], "")
            key, tidy = slug(name), re.sub("^the ", "", name.lower())
            if tidy in taken or tidy in PLACES or key in bodies or body_key(name) in keys:
                why = "a name that is taken"
            keys.add(body_key(name))
        if why:
            left_out[why] += 1
            continue
        aliases = []
        own = set(fold(w) for w in strange)
        for alias in row["aliases"] if group else []:
            words, strange = distinctive(alias)
            if own & {fold(w) for w in strange} and re.fullmatch(r"[A-Z][A-Z0-9'-]+(?: [A-Z][A-Z0-9'-]*)+", alias) and len(strange) > 1 and 2 <= len(words) <= 6 and ARMED.search(alias) and not STOP_GROUPS.search(alias) and not CIVIL.search(alias):
                aliases.append(body_name(alias))
        taken.add(tidy)
        bodies[key] = [key, name, "armed-group" if group else "organisation", state, "", aliases]
    return bodies


# names that are too plain to mean one group
NAMELESS = {"ARMY OF GOD", "GREEN CELLS", "IRAQI LIBERATION ARMY", "ANSAR AL-JIHAD", "ISLAMIC RESISTANCE BRIGADES", "AL-FARUQ BRIGADES", "AL-SADR BRIGADES"}
HEADS = set("""association associations organization organisation organizations foundation institute institution council committee society union federation
    center centre network international alliance commission fund league movement forum trust agency academy confederation coalition
    group program programme corps relief assembly congress bureau bank church campaign partnership project university college board
    initiative service services club consortium friends""".split())
FOREIGN = set("asociacion associazione associacion fundacion fondation fondazione instituto istituto centro consejo comite comitato para per della dei des und fuer verein liga rete uniao associacao".split())


# ---- the whole ----

def main(data, resources):
    data, resources = pathlib.Path(data), pathlib.Path(resources)
    with (resources / "facts/countries.tsv").open("w", encoding="utf-8") as out:
        rows = countries.table(data / "countries.jsonl")
        out.write(rows)
    iso = {json.loads(line)["iso3"]: json.loads(line)["iso2"] for line in (data / "countries.jsonl").open(encoding="utf-8")}
    iso.update(CODES)
    states = set()
    for line in rows.splitlines():
        if not line.startswith("#"):
            cells = line.split("\t")
            states.update(word.lower() for cell in cells[1:5] for word in cell.split("|") if word)

    persons, old = hand_persons(), hand_bodies("organisations.tsv")
    bodies = hand_bodies("bodies.txt")
    if set(bodies) & set(old):
        sys.exit(f"bodies.txt repeats {sorted(set(bodies) & set(old))} of organisations.tsv")
    bodies = {**old, **bodies}
    left_out = collections.Counter()
    raw = phoenix(data / "phoenix_actors.jsonl.gz")
    known = {fold(n) for p in persons.values() for n in [p.name, *p.aliases]}
    more = phoenix_persons([r for r in raw if "Countries" in r["source"]], iso, known, left_out)
    taken = {re.sub("^the ", "", n.lower()) for b in bodies.values() for n in [b[1], *b[5]]} | states
    extra = phoenix_bodies(raw, iso, taken, left_out)

    # one owner for each name: a hand-made name beats Phoenix, a name beats an alias, a shared alias is nobody's
    # the older tables are read as they are: Dawn and The Times are outlets to every reader of the press
    owners, wrong = {}, []
    checked = {f"{b[2]} {b[1]}" for b in bodies.values()} - {f"{b[2]} {b[1]}" for b in old.values()}
    by_hand = [(f"person {p.name}", p.name, p.aliases) for p in persons.values()] + [(f"{b[2]} {b[1]}", b[1], b[5]) for b in bodies.values()]
    for who, name, aliases in by_hand:
        for form in [name, *aliases]:
            tidy = re.sub("^the ", "", form.lower()) if not re.fullmatch(r"[^a-z]{1,8}", form) else form
            if form.startswith("~"):
                continue
            if owners.setdefault(tidy, who) != who:
                wrong.append(f"{form}: {who} and {owners[tidy]}")
            single = " " not in tidy
            if tidy in states or who in checked and (single and tidy in COMMON | FIRST and not re.fullmatch(r"[^a-z]{1,8}", form) or tidy in PLACES):
                wrong.append(f"{form} of {who}: a place, a given name or a word of the language")
    if wrong:
        sys.exit("\n".join(wrong))
    count = collections.Counter(n.lower() for p in more.values() for n in {p.name, *p.aliases})
    for key in [k for k, p in more.items() if slug(p.name) in {slug(n) for n in persons} or count[p.name.lower()] > 1 or p.name.lower() in owners]:
        left_out["a name that is taken"] += 1
        del more[key]
    names = {p.name.lower() for p in more.values()}
    for p in more.values():
        p.aliases = [a for a in dict.fromkeys(p.aliases) if count[a.lower()] == 1 and a.lower() not in owners and a.lower() not in names]
    count = collections.Counter(a.lower() for b in extra.values() for a in set(b[5]))
    names = {b[1].lower() for b in extra.values()}
    for b in extra.values():
        b[5] = [a for a in dict.fromkeys(b[5]) if count[a.lower()] == 1 and a.lower() not in owners and a.lower() not in names and a.lower() not in states and a.lower() not in PLACES]
    for key in [k for k in extra if k in bodies]:
        del extra[key]

    people = sorted([*persons.values(), *more.values()], key=lambda p: slug(p.name))
    columns = "# slug, name, type, ISO 3166-1 alpha-2 code (may be empty), Wikidata item (may be empty), other names parted by |, gender, offices;"
    made = "# An office is TITLE@STATE-OR-BODY:FROM..TO, parted by ; (TO empty: held still). Made by training/actors/actors.py; see NOTICE for the sources."
    with (resources / "facts/persons.tsv").open("w", encoding="utf-8") as out:
        out.write(f"{columns}\n{made}\n# Offices held still are vouched for until the day below.\nas-of\t{AS_OF}\n")
        out.writelines("\t".join(p.row()).rstrip("\t") + "\n" for p in people)
    everybody = [*bodies.values(), *sorted(extra.values())]
    with (resources / "facts/organisations.tsv").open("w", encoding="utf-8") as out:
        out.write(f"{columns}\n{made}\n")
        out.writelines("\t".join([*b[:5], "|".join(b[5])]).rstrip("\t") + "\n" for b in everybody)
    print(f"{len(people)} people ({len(persons)} by hand), {sum(bool(p.offices) for p in people)} with dated offices;"
          f" {len(everybody)} bodies ({len(bodies)} by hand): {dict(collections.Counter(b[2] for b in everybody))}")
    print("left out of Phoenix:", dict(left_out))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else RESOURCES)
