#!/usr/bin/env python3
"""fit.py OUT --mentions DUMP TABLE [--mentions ...] [--pairs DUMP TABLE] [--claims DUMP TABLE EVENTS] : weights of the decisions on incidents.

DUMP is what SignalsDump (tests of the engine) writes for some articles, TABLE says which incident each of its mentions is of (truth.py;
README.md). Of --mentions the models of deeds, mentions and articles learn, of --pairs that of articles only, of --claims that of claims, by
two annotations of each article of EVENTS. Prints what each model is worth on the set that it was not fitted on, and writes OUT, the table that
the engine reads.
"""
import argparse, collections, glob, json, os
import numpy as np
from truth import Events, converter

MODELS = {"deed": "a mention speaks of one deed",
          "mention": "a mention goes on with one before it in its article",
          "article": "the incidents of two articles are one",
          "claim": "a claim speaks of an incident of its article"}
UNMARKED = 0.5  # what an item counts that no annotator marked
NO_DEED = ("g", "x")
RARE = 6  # signals seen less often are left out


class Claims:
    """What two annotators said each claim is about."""

    def __init__(self, folder):
        same = Events(folder).same
        self.raw, self.claims = {}, ({}, {})
        for path in sorted(glob.glob(os.path.join(folder, "*", "articles.jsonl"))):
            event = os.path.basename(os.path.dirname(path))
            for line in open(path, encoding="utf-8"):
                row = json.loads(line)
                self.raw[row["id"]] = row["text"]
            for who, letter in enumerate("AB"):
                data = json.load(open(os.path.join(folder, f"{event}.{letter}.resolved.json"), encoding="utf-8"))
                known = {i["id"] for i in data["incidents"]}
                for a in data["articles"]:
                    self.claims[who][a["id"]] = [(c["content_spans"], self.named(same, who, event, c["about"]) if c["about"] in known else None) for c in a["claims"]]

    @staticmethod
    def named(same, who, event, incident):
        name = event + " " + incident
        return same.get(name, name) if who else name

    def of(self, who, article, spans):
        """The incident of the claim whose content is most alike; "?" where there is no such claim."""
        best, told = 0.5, "?"
        chars = {i for s, e in spans for i in range(s, e)}
        for content, about in self.claims[who].get(article, []):
            other = {i for s, e in content for i in range(s, e)}
            f1 = 2 * len(chars & other) / max(1, len(chars) + len(other))
            if f1 > best:
                best, told = f1, about
        return told


def truth(path):
    table = collections.defaultdict(list)
    sets = {}
    for line in open(path, encoding="utf-8"):
        if line.startswith("#"):
            continue
        article, start, end, incident, name = line.rstrip("\n").split("\t")
        table[article].append((int(start), int(end), incident))
        sets[article] = name
    return table, sets


def load(dump, path, models, claims=None):
    """Examples by model: (set, signals, label, weight)."""
    table, sets = truth(path)
    number, about, convert = {}, {}, {}
    examples = collections.defaultdict(list)
    for line in open(dump, encoding="utf-8"):
        row = json.loads(line)
        if row["kind"] == "article" and claims and row["id"] in claims.raw:
            convert[row["id"]] = converter(row["text"], claims.raw[row["id"]])
        elif row["kind"] == "claim" and row["article"] in convert:
            spans = [s for s in (convert[row["article"]](*c) for c in row["content"]) if s]
            about[row["id"]] = [claims.of(who, row["article"], spans) for who in (0, 1)]
        elif row["kind"] == "mentions":
            told, name = collections.Counter(), None
            for article, start, end, _, _ in row["mentions"]:
                name = name or sets.get(article)
                over = [(abs(e - end) + abs(s - start), i) for s, e, i in table.get(article, []) if s < end and start < e]
                if over:
                    told[min(over)[1]] += 1
            number[row["number"]] = (name, majority(told))
        elif row["kind"] == "pair" and row["model"] in models:
            name, other = number[row["other"]]
            if row["model"] == "claim":
                said = about.get(row["one"])
                if said is None or "?" in said or other is None:
                    continue
                verdicts = {a is not None and a == other for a in said}
                label, weight = (verdicts == {True}, 1.0) if len(verdicts) == 1 else (None, 0)
            elif row["model"] == "deed":
                label, weight = (None, 0) if other in (None, "-") else (other not in NO_DEED, 1.0)
            else:
                label, weight = judge(number[row["one"]][1], other)
            if label is not None and name:
                examples[row["model"]].append((name, row["signals"], label, weight))
    return examples


def majority(counts):
    """The incident of most of its mentions."""
    deeds = [(n, i) for i, n in counts.items() if i not in NO_DEED + ("-",)] or [(n, i) for i, n in counts.items()]
    return max(deeds)[1] if deeds else None


def judge(one, other):
    both = (one, other)
    if None in both or all(x in NO_DEED + ("-",) for x in both):
        return None, 0
    if "-" in both:
        return False, UNMARKED
    return one == other, 1.0


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
    parser.add_argument("out")
    parser.add_argument("--mentions", nargs=2, action="append", default=[], metavar=("DUMP", "TABLE"))
    parser.add_argument("--pairs", nargs=2, action="append", default=[], metavar=("DUMP", "TABLE"))
    parser.add_argument("--claims", nargs=3, metavar=("DUMP", "TABLE", "EVENTS"))
    parser.add_argument("--l2", type=float, default=5.0)
    parser.add_argument("--pairs-weight", type=float, default=0.5)
    parser.add_argument("--leave", default="", help="a set to leave out")
    parser.add_argument("--threshold", action="append", default=[], help="MODEL=P")
    parser.add_argument("--quiet", action="store_true")
    arguments = parser.parse_args()
    threshold = dict(t.split("=") for t in arguments.threshold)
    examples = collections.defaultdict(list)
    for dump, table in arguments.mentions:
        for model, more in load(dump, table, ("deed", "mention", "article")).items():
            examples[model] += more
    for dump, table in arguments.pairs:
        examples["article"] += [(n, s, l, w * arguments.pairs_weight) for n, s, l, w in load(dump, table, ("article",))["article"]]
    if arguments.claims:
        dump, table, events = arguments.claims
        examples["claim"] += load(dump, table, ("claim",), Claims(events))["claim"]
    lines = []
    for model in MODELS:
        rows = [r for r in examples[model] if r[0] != arguments.leave]
        seen = collections.Counter(n for r in rows for n in r[1])
        names = sorted(n for n in seen if seen[n] >= RARE)
        x, y = matrix(rows, names), np.array([float(r[2]) for r in rows])
        w, sets = np.array([r[3] for r in rows]), np.array([r[0] for r in rows])
        if not arguments.quiet:
            p = np.zeros(len(rows))
            own = np.array([not s.startswith("chains ") for s in sets])
            for name in sorted(set(sets[own])):
                train = sets != name
                p[~train] = 1 / (1 + np.exp(-x[~train] @ fit(x[train], y[train], w[train], arguments.l2)))
            print("%-8s %d, %d true, %d signals" % (model, len(rows), y.sum(), len(names)))
            for t in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
                yes = (p >= t) & own
                tp = (w * y * yes).sum()
                print("   at %.1f P %.1f R %.1f" % (t, 100 * tp / max(1e-9, (w * yes).sum()), 100 * tp / max(1e-9, (w * y * own).sum())))
        beta = fit(x, y, w, arguments.l2)
        lines.append((model, "bias", beta[0]))
        lines.append((model, "threshold", float(threshold.get(model, 0.5))))
        lines += [(model, "threshold " + t.split(" ", 1)[1], float(v)) for t, v in threshold.items() if t.startswith(model + " ")]
        lines += [(model, n, b) for n, b in zip(names, beta[1:]) if abs(b) >= 0.01]
    with open(arguments.out, "w", encoding="utf-8") as out:
        out.write("# Weights of the decisions on which incidents are one (logistic regression), made by training/incidents/fit.py; on what, says\n"
                  "# training/incidents/README.md. Columns, parted by tabs: model, signal, weight. Models:\n")
        out.writelines("#   %-8s %s\n" % (m, t) for m, t in MODELS.items())
        out.write("# A decision is taken from the probability on that stands as threshold. Signals: Deeds, MentionLinks, ProfileLinks, ClaimLinks.\n")
        out.writelines("%s\t%s\t%s\n" % (m, n, ("%.3f" % v).rstrip("0").rstrip(".") or "0") for m, n, v in lines)


if __name__ == "__main__":
    main()
