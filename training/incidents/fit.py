#!/usr/bin/env python3
"""fit.py DUMP EVENTS OUT [--l2 1] : weights of the decisions on which incidents are one, by logistic regression.

DUMP is what SignalsDump (tests of the engine) writes for the articles of EVENTS, a folder with a folder an event (articles.jsonl: id,
text) and EVENT.A.resolved.json, EVENT.B.resolved.json: two annotations of each article (README.md). A pair counts where both
annotators agree on it. Prints what each model is worth on the event that it was not fitted on (leave one event out), and writes
OUT, the table that the engine reads.
"""
import argparse, collections, glob, json, os
import numpy as np

MODELS = {"mention": "a mention goes on with one before it in its article",
          "article": "the incidents of two articles are one",
          "claim": "a claim speaks of an incident of its article"}
UNMARKED = 0.5  # what an item counts that no annotator marked


def offsets(raw, ours):
    """Offsets of our text to offsets of the raw one, by what is not white space."""
    solid = [i for i, c in enumerate(raw) if not c.isspace()]
    begin = "".join(raw.split()).find("".join(ours.split())[:200])
    at, table = max(0, begin), {}
    skip = max(0, "".join(ours.split()).find("".join(raw.split())[:200])) if begin < 0 else 0
    at -= skip
    for i, c in enumerate(ours):
        if not c.isspace():
            if 0 <= at < len(solid):
                table[i] = solid[at]
            at += 1
    def convert(start, end):
        inside = [table[i] for i in range(start, end) if i in table]
        return (inside[0], inside[-1] + 1) if inside else None
    return convert


class Gold:
    """What the annotators marked: by article the spans of mentions and the contents of claims, each with its incident or None."""

    def __init__(self, folder):
        self.raw, self.event, self.mentions, self.claims = {}, {}, ({}, {}), ({}, {})
        for path in sorted(glob.glob(os.path.join(folder, "*", "articles.jsonl"))):
            event = os.path.basename(os.path.dirname(path))
            for line in open(path, encoding="utf-8"):
                row = json.loads(line)
                self.raw[row["id"]] = row["text"]
                self.event[row["id"]] = event
            for who, letter in enumerate("AB"):
                marked = json.load(open(os.path.join(folder, f"{event}.{letter}.resolved.json"), encoding="utf-8"))
                known = {i["id"] for i in marked["incidents"]}
                for a in marked["articles"]:
                    self.mentions[who][a["id"]] = [(s, m["incident"]) for m in a["incident_mentions"] if m["incident"] in known for s in m["spans"]]
                    self.claims[who][a["id"]] = [(c["content_spans"], c["about"] if c["about"] in known else None) for c in a["claims"]]

    def mention(self, who, article, span, telling=""):
        """The incident of the shortest mention that overlaps the span; of the claim around it, where it only points back."""
        over = [(e - s, i) for (s, e), i in self.mentions[who].get(article, []) if s < span[1] and span[0] < e]
        if not over and telling == "POINTS_BACK":
            over = [(e - s, about) for content, about in self.claims[who].get(article, []) for s, e in content if about and s < span[1] and span[0] < e]
        return min(over)[1] if over else None

    def claim(self, who, article, spans):
        """The incident of the claim whose content is most alike; "?" where there is no such claim."""
        best, told = 0.5, "?"
        chars = {i for s, e in spans for i in range(s, e)}
        for content, about in self.claims[who].get(article, []):
            other = {i for s, e in content for i in range(s, e)}
            f1 = 2 * len(chars & other) / max(1, len(chars) + len(other))
            if f1 > best:
                best, told = f1, about
        return told


class Chains:
    """Articles in which mentions stand in chains (ECB+): JSON, a list of id, event, text, mentions (start, end, chain)."""

    EVENT = "chains "

    def __init__(self, path):
        self.raw, self.event, self.marked, self.read = {}, {}, {}, {}
        for row in json.load(open(path, encoding="utf-8")):
            self.raw[row["id"]], self.event[row["id"]] = row["text"], self.EVENT + row["event"]
            self.marked[row["id"]], self.read[row["id"]] = row["mentions"], row["sents"]

    def mention(self, who, article, span, telling=""):
        over = [(abs(e - s - span[1] + span[0]), c) for s, e, c in self.marked[article] if s < span[1] and span[0] < e]
        # only some sentences were annotated
        return min(over)[1] if over else None if any(s <= span[0] < e for s, e in self.read[article]) else "?"

    def claim(self, who, article, spans):
        return "?"


def load(path, gold):
    """Examples by model: (event, signals, label, weight)."""
    convert, claims, number = {}, {}, {}
    examples = collections.defaultdict(list)
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        if row["kind"] == "article" and row["id"] in gold.raw:
            convert[row["id"]] = offsets(gold.raw[row["id"]], row["text"])
        elif row["kind"] == "claim" and row["article"] in convert:
            spans = [s for s in (convert[row["article"]](*c) for c in row["content"]) if s]
            claims[row["id"]] = (gold.event[row["article"]], [gold.claim(who, row["article"], spans) for who in (0, 1)])
        elif row["kind"] == "mentions":
            told = [collections.Counter(), collections.Counter()]
            event = None
            pointing = True
            for article, start, end, telling, _ in row["mentions"]:
                pointing &= telling == "POINTS_BACK"
                if article in convert:
                    event = gold.event[article]
                    span = convert[article](start, end)
                    for who in (0, 1):
                        told[who][gold.mention(who, article, span, telling) if span else None] += 1
            number[row["number"]] = (event, [majority(t) or ("?" if pointing else None) for t in told])
        elif row["kind"] == "pair" and row["model"] in MODELS:
            event, other = number[row["other"]]
            if row["model"] == "claim":
                if row["one"] not in claims:
                    continue
                e, one = claims[row["one"]]
                if "?" in one:
                    continue
            else:
                e, one = number[row["one"]]
            label, weight = judge(one, other, row["model"] == "claim")
            if label is not None and event:
                examples[row["model"]].append((event, row["signals"], label, weight, row["one"]))
    return examples


def majority(counts):
    """The incident of most of the mentions that are marked."""
    marked = [(n, str(i)) for i, n in counts.items() if i and i != "?"] or [(1, "?") for i in counts if i == "?"]
    return max(marked)[1] if marked else None


def judge(one, other, claim):
    if "?" in one or "?" in other:
        return None, 0
    if claim:
        verdicts = {a is not None and a == b for a, b in zip(one, other)}
        return (verdicts == {True}, 1.0) if len(verdicts) == 1 else (None, 0)
    if None in one and None in other:
        return None, 0
    if None in one or None in other:
        return (False, UNMARKED) if one == [None, None] or other == [None, None] else (None, 0)
    verdicts = {a == b for a, b in zip(one, other)}
    return (verdicts == {True}, 1.0) if len(verdicts) == 1 else (None, 0)


def fit(x, y, w, l2):
    """Newton's method; the bias, in the first column, is not drawn to 0."""
    beta = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], l2)
    penalty[0] = 1e-6
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (w * (p - y)) + penalty * beta
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta -= step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def matrix(rows, names):
    at = {n: i + 1 for i, n in enumerate(names)}
    x = np.zeros((len(rows), len(names) + 1))
    x[:, 0] = 1
    for i, r in enumerate(rows):
        for k, v in r[1].items():
            if k in at:
                x[i, at[k]] = v
    return x


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("dump"); parser.add_argument("events"); parser.add_argument("out")
    parser.add_argument("--l2", type=float, default=1.0)
    parser.add_argument("--also", nargs=2, metavar=("DUMP", "CHAINS"), help="more pairs of incidents of two articles, from articles whose mentions stand in chains")
    parser.add_argument("--also-weight", type=float, default=0.5)
    parser.add_argument("--leave", default="", help="an event to leave out")
    parser.add_argument("--threshold", action="append", default=[], help="MODEL=P")
    arguments = parser.parse_args()
    threshold = dict(t.split("=") for t in arguments.threshold)
    examples = load(arguments.dump, Gold(arguments.events))
    if arguments.also:
        for model, more in load(arguments.also[0], Chains(arguments.also[1])).items():
            if model == "article":
                examples[model] += [(e, s, l, w * arguments.also_weight, o) for e, s, l, w, o in more]
    lines = []
    for model in MODELS:
        rows = [r for r in examples[model] if r[0] != arguments.leave]
        names = sorted({n for r in rows for n in r[1]})
        x, y = matrix(rows, names), np.array([float(r[2]) for r in rows])
        w, events = np.array([r[3] for r in rows]), np.array([r[0] for r in rows])
        if not arguments.leave:
            p = np.zeros(len(rows))
            ours = np.array([not e.startswith(Chains.EVENT) for e in events])
            for event in sorted(set(events[ours])):
                train = events != event
                p[~train] = 1 / (1 + np.exp(-x[~train] @ fit(x[train], y[train], w[train], arguments.l2)))
            for t in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
                yes = (p >= t) & ours
                tp = (w * y * yes).sum()
                print("%-8s %d pairs, %d one; at %.1f P %.1f R %.1f" % (model, len(rows), y.sum(), t, 100 * tp / max(1e-9, (w * yes).sum()), 100 * tp / max(1e-9, (w * y * ours).sum())))
        beta = fit(x, y, w, arguments.l2)
        lines.append((model, "bias", beta[0]))
        lines.append((model, "threshold", float(threshold.get(model, 0.5))))
        lines += [(model, "threshold " + t.split(" ", 1)[1], float(v)) for t, v in threshold.items() if t.startswith(model + " ")]
        lines += [(model, n, b) for n, b in zip(names, beta[1:])]
    with open(arguments.out, "w", encoding="utf-8") as out:
        out.write("# Weights of the decisions on which incidents are one (logistic regression), made by training/incidents/fit.py from six events with 39\n"
                  "# articles that two people annotated each; training/incidents/README.md. Columns, parted by tabs: model, signal, weight. Models:\n")
        out.writelines("#   %-8s %s\n" % (m, t) for m, t in MODELS.items())
        out.write("# A decision is taken from the probability on that stands as threshold. Signals: MentionLinks, ProfileLinks, ClaimLinks.\n")
        out.writelines("%s\t%s\t%s\n" % (m, n, ("%.3f" % v).rstrip("0").rstrip(".") or "0") for m, n, v in lines)


if __name__ == "__main__":
    main()
