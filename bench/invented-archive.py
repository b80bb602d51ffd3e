#!/usr/bin/env python3
"""An archive of invented news, as JSON Lines on standard output, to measure what many articles cost.

    python3 bench/invented-archive.py 10000 > archive.jsonl
    RASHOMON_OPTS=-Xmx1g ./rashomon read archive.jsonl --reader rules --out archive

    python3 bench/invented-archive.py ARTICLES [SEED]

One happening is told by one to thirty articles of several outlets within a week: raids, shellings, blasts on invented towns, with
accusations, denials, counts that grow, reprints of an agency, truces and charges of breach. The same arguments give the same bytes.
Nothing in it is real, and nothing of it was used to tune a rule.
"""

import datetime
import json
import random
import sys

SYLLABLES = "bar dor kel lin mor nar ost per ras sel tam tor ul vas wen yel zan hel ir ob".split()
OUTLETS = ["%s %s" % (a, b) for a in ("Harn", "Omb", "Tarsk", "Quell", "Dorva", "Selin", "Port Ank", "Ives") for b in ("Courier", "Gazette", "Post", "Radio", "Mirror")]
STATES = ["Veldora", "Kestran", "Torva", "Meridia"]
GROUPS = ["Dawn Front", "River Brigade", "Iron Oath", "Council of the East"]
FIRST = "Ada Bram Cora Dorit Emil Fenna Goran Hanne Ilva Jonas Katrin Lev Mira Nils Orla Petar Rufus Sanna Tove Yusan".split()
LAST = "Amble Brandt Corvin Dask Ellery Ferro Halabek Ildi Kerrin Lommel Merek Orsh Pell Quince Sefton Tosk Valken Venn".split()
TARGETS = ["a hospital", "a market", "a bakery", "an aid convoy", "a school", "a grain depot", "a bridge", "a camp for displaced families"]
DEEDS = [("air strike on", "Jets hit", "bombed"), ("shelling of", "Shells hit", "shelled"), ("bombing of", "A car bomb hit", "bombed")]


def name(rng, parts):
    return "".join(rng.choice(SYLLABLES) for _ in range(parts)).capitalize()


def happening(rng, day):
    place = name(rng, 3)
    deed = rng.choice(DEEDS)
    accused, other = rng.sample(STATES + GROUPS, 2)
    return {
        "place": place, "deed": deed, "target": rng.choice(TARGETS), "day": day, "accused": accused, "other": other,
        "killed": rng.randrange(2, 90), "accuser": "%s %s" % (rng.choice(FIRST), rng.choice(LAST)),
        "denier": "%s %s" % (rng.choice(FIRST), rng.choice(LAST)), "district": name(rng, 2),
        "ordinary": [name(rng, 2) for _ in range(4)], "truce": rng.random() < 0.2,
    }


def sentences(rng, it, after):
    killed = it["killed"] + after
    weekday = it["day"].strftime("%A")
    said = [
        "%s %s in the %s district of %s on %s, killing at least %d people, residents said." % (it["deed"][1], it["target"], it["district"], it["place"], weekday, killed),
        "%s, a spokeswoman for the rescue service of %s, accused %s of having %s %s deliberately." % (it["accuser"], it["place"], it["accused"], it["deed"][2], it["target"]),
        "%s's spokesman %s denied that its forces had been anywhere near %s." % (it["accused"], it["denier"], it["place"]),
        "\"We did not do this, and whoever says so was not there,\" %s said." % it["denier"],
        "%s blamed %s for the attack and called for an inquiry." % (it["accused"], it["other"]),
        "Doctors in %s said %d people had been wounded, %d of them children." % (it["place"], killed * 2, max(1, killed // 5)),
        "The road from %s to %s was closed until the evening." % (it["ordinary"][0], it["ordinary"][1]),
        "The mayor of %s told reporters that %d houses had been damaged." % (it["ordinary"][2], rng.randrange(3, 60)),
        "Witnesses said that the second blast came when the ambulances had arrived.",
        "%s announced that it would send blankets and flour to %s." % (rng.choice(STATES), it["place"]),
    ]
    if it["truce"]:
        said += [
            "Under a truce agreed last month, %s must withdraw its guns from %s within ten days." % (it["accused"], it["place"]),
            "%s accused %s of breaking the truce." % (it["other"], it["accused"]),
        ]
    return said


def main():
    count = int(sys.argv[1])
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    start = datetime.date(2031, 1, 1)
    made = 0
    while made < count:
        it = happening(rng, start + datetime.timedelta(days=rng.randrange(1400)))
        outlets = rng.sample(OUTLETS, min(len(OUTLETS), max(1, int(rng.paretovariate(1.1)))))
        wire = None
        for at, outlet in enumerate(outlets[: min(30, count - made)]):
            after = rng.randrange(0, 5)
            said = sentences(rng, it, after)
            lead, rest = said[0], said[1:]
            chosen = [s for s in rest if rng.random() < 0.6]
            rng.shuffle(chosen)
            text = "\n\n".join([lead] + chosen)
            if wire and rng.random() < 0.4:
                text = "%s (Sella Wire) - %s" % (it["place"].upper(), wire)
            elif at == 0:
                wire = text
            made += 1
            print(json.dumps({
                "id": "n%05d" % made, "outlet": outlet, "date": str(it["day"] + datetime.timedelta(days=after)),
                "title": "%s %s, %d killed" % (it["deed"][0].capitalize(), it["target"], it["killed"] + after) + " in " + it["place"],
                "text": text, "language": "en"}))


main()
