#!/usr/bin/env python3
"""time-records.py DATA OUT   records for `predict times` and its scorer, from the open sets in folder DATA, into folder OUT.

Writes {timenorm,meantime,meantime-read,recognizers}.{tune,held}.jsonl: {id, dct, text, entities: [{start, end, value}]}, offsets in code
points, the value a TIMEX3 value. `held` is the part that no rule was tuned on: a document of which the SHA-256 of its id begins
with a byte divisible by 3. A document is a document of timenorm (its phrases share an id but for the last number) and of MEANTIME,
and a case of Recognizers-Text.

timenorm     the phrases of a document in their order, one a line: they come without their sentences, so tense and what is spoken
             of around them is lost. Phrases of which the week is left open though the day of publication tells it (`last week` as
             1989-WXX beside others of its kind as 1989-W43) are left out: no value that names the week could be right.
meantime     as it is; dates of publication that are not ISO are turned round. Its annotators marked times in the title, the date and
             the four sentences after it only, so `meantime-read` holds the texts cut after these six lines.
recognizers  cases written for assistants, whose values are ranges, readings past and future, and days where TIMEX3 says a unit. Kept
             are those of which every value can be said in TIMEX3 and means the same there: days, months, years, weeks,
             times of day, durations. A value without a year becomes the past reading, or the future one where the sentence looks
             ahead: will or 'll, a request (schedule, book, find), a start to come. Half a unit is counted in the smaller one, as TIMEX3
             has it (P6M for P0.5Y). Left out are what news counts in other units (`two weeks ago`), cases that its authors mark as
             unsupported in Java, and what is plainly not what TIMEX3 says: days that no calendar has (30 February), a few or some
             as three, `last September` said in November as the one a year before, `the weekend` as the one ahead whatever is said of
             it, and cases of a parser for one kind of expression that leaves another one of the same sentence unmarked.
Python 3.8+, standard library only.
"""
import collections, datetime, gzip, hashlib, json, os, re, sys


def rows(path):
    with (gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")) as lines:
        return [json.loads(line) for line in lines if line.strip()]


def held(document):
    return hashlib.sha256(document.encode()).digest()[0] % 3 == 0


def timenorm(data):
    documents = collections.OrderedDict()
    for row in rows(data + "/timenorm.jsonl"):
        documents.setdefault(row["id"].rsplit("-", 1)[0], []).append(row)
    for document, phrases in documents.items():
        text, entities = "", []
        for row in phrases:
            if row["value"].endswith("-WXX") and row["value"][:4].isdigit():
                continue
            phrase = " ".join(row["text"].split())
            entities.append({"start": len(text), "end": len(text) + len(phrase), "value": row["value"]})
            text += phrase + "\n"
        yield {"id": document, "dct": phrases[0]["dct"], "text": text, "entities": entities}


def meantime(data):
    for row in rows(data + "/meantime.jsonl.gz"):
        turned = re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", row["dct"] or "")
        yield {
            "id": row["id"],
            "dct": "-".join(reversed(turned.groups())) if turned else row["dct"],
            "text": row["text"],
            "entities": [
                {"start": e["start"], "end": e["end"], "value": e["value"]} for e in row["entities"] if e["kind"] == "TIMEX3"
            ],
        }


def meantime_read(data):
    for row in meantime(data):
        yield dict(row, text="\n".join(row["text"].split("\n")[:6]))


KINDS = {"date", "daterange", "time", "datetime", "duration"}
VALUE = re.compile(r"\d{4}(-\d\d(-\d\d)?|-W\d\d(-WE)?|-(SP|SU|FA|WI))?|\d{4}-\d\d-\d\dT\d\d(:\d\d)?|P(T?[\d.]+[A-Z])+|(PRESENT|PAST|FUTURE)_REF")


AHEAD = re.compile(
    r"\b(will|i'll|we'll|going to|schedule|book|arrange|set (something )?up|find|create|add|remind|reschedule|let's|should|could|starts|begins"
    r"|do you have|are you (free|available)|what's your plan)\b|'ll\b"
)
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
OTHER = re.compile(
    r"\d|\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|\b(noon|midnight|today|tonight|tomorrow|yesterday|morning|afternoon|evening|week|weekend|month|year)\b",
    re.I,
)
HALVES = {"P0.5Y": "P6M", "PT0.5H": "PT30M"}


def is_day(value):
    match = re.match(r"\d{4}-\d\d-\d\d", value)
    try:
        return not match or datetime.date.fromisoformat(match.group()).year > 1
    except ValueError:
        return False


def means_the_same(result, value, reference):
    """Whether what the case calls by this value is called so in TIMEX3, too."""
    text = result["Text"].lower()
    if re.search(r"\b(few|some|several)\b", text) and re.search(r"\d", value):
        return False
    last = re.fullmatch(r"last (%s)\w*\.?" % "|".join(MONTHS), text)
    if last and MONTHS.index(last.group(1)) + 1 < int(reference[5:7]):
        return False
    return text != "the weekend"


def unmarked(row):
    """Whether a case of a parser for one kind leaves something unmarked that another kind may mark."""
    if row["model"] == "DateTimeModel" or row["model"] == "MergedParser":
        return False
    rest = row["input"]
    for result in row["results"]:
        rest = re.sub(re.escape(result["Text"]), " ", rest, count=1, flags=re.I)
    return OTHER.search(rest) is not None


def timex(result, row):
    """The value of a result in TIMEX3, or None."""
    value = result.get("Resolution", result.get("Value"))
    if not isinstance(value, dict):
        return None
    kind = result.get("TypeName", result.get("Type", "")).rsplit(".", 1)[-1]
    if kind not in KINDS or re.search(r"\b(week|month|year|decade|quarter)s?\b", result["Text"].lower()) and kind == "date":
        return None
    readings = value.get("values")
    if readings is not None:
        if not readings or any("Mod" in r or "mod" in r for r in readings):
            return None
        code, past, future = readings[0]["timex"], readings[0].get("value"), readings[-1].get("value")
        if len({r["timex"] for r in readings}) > 1:
            return None
    else:
        if "Mod" in value or "Timex" not in value:
            return None
        code = value["Timex"]
        past = next(iter(value.get("PastResolution", {}).values()), None)
        future = next(iter(value.get("FutureResolution", {}).values()), None)
    if code.startswith("XXXX") and kind in ("date", "datetime") and past and future:
        ahead = AHEAD.search(row["input"].lower()) and past[:10] != row["reference"][:10]
        chosen = future if ahead else past
        tail = re.search(r"T.*$", code)
        code = chosen[:10] + (tail.group() if tail else "")
    elif code.startswith("T") and row["reference"]:
        code = row["reference"][:10] + code
    code = re.sub(r"T(\d\d)$", r"T\1:00", code)
    code = HALVES.get(code, code)
    fits = VALUE.fullmatch(code) and is_day(code) and means_the_same(result, code, row["reference"])
    return code if fits else None


def recognizers(data):
    seen = set()
    for row in rows(data + "/recognizers.jsonl.gz"):
        if row["family"] != "DateTime-English" or not row["reference"] or not row["results"] or "java," in row["not_supported"].lower() + ",":
            continue
        if not re.fullmatch(r"(Date|Time|DateTime|DatePeriod|Duration|Merged|Holiday)Parser|DateTimeModel", row["model"]):
            continue
        if unmarked(row):
            continue
        entities = []
        for result in row["results"]:
            value = timex(result, row)
            start = result.get("Start")
            if value is None or start is None:
                break
            end = result["End"] + 1 if "End" in result else start + result["Length"]
            entities.append({"start": start, "end": end, "value": value})
        key = (row["input"], row["reference"])
        if len(entities) == len(row["results"]) and key not in seen:
            seen.add(key)
            yield {"id": row["id"], "dct": row["reference"][:10], "text": row["input"], "entities": entities}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    data, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    for name, read in (("timenorm", timenorm), ("meantime", meantime), ("meantime-read", meantime_read), ("recognizers", recognizers)):
        parts = {part: open(os.path.join(out, f"{name}.{part}.jsonl"), "w", encoding="utf-8") for part in ("tune", "held")}
        counts = collections.Counter()
        for record in read(data):
            part = "held" if held(record["id"]) else "tune"
            parts[part].write(json.dumps(record, ensure_ascii=False) + "\n")
            counts[part + " records"] += 1
            counts[part + " expressions"] += len(record["entities"])
        for file in parts.values():
            file.close()
        print(name, dict(counts))


if __name__ == "__main__":
    main()
