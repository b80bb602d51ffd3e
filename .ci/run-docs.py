"""Do the commands in the docs do what the pages say? Runs them, page by page, in a clean folder with the examples, and compares what they print.

A fence that opens with ```sh is run (bash, stops at the first failure); `exits=3` names another exit code than 0, `not-run="why"` one that
is left out. A fence ```java is compiled and run on the examples. A fence ```text behind either is compared: its lines stand in what was
printed, in that order; … stands for anything. Usage: run-docs.py [PAGE...]; needs a program that is built (./rashomon --version).
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = ["start", "walk-fact-checker", "walk-monitor", "walk-researcher", "library", "recipes"]
FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.M | re.S)
LIMIT = 180


def fits(wanted, printed):
    """The first line of `wanted` that does not stand in `printed` behind the one before; None where all do."""
    lines, at = printed.split("\n"), 0
    for line in filter(None, (w.strip() for w in wanted.split("\n"))):
        sign = re.compile("^" + ".*".join(map(re.escape, line.split("…"))) + ("" if line.endswith("…") else "$"))
        while at < len(lines) and not sign.search(lines[at].strip()):
            at += 1
        if at == len(lines):
            return line
        at += 1
    return None


def shell(words, folder):
    return subprocess.run(["bash", "-euo", "pipefail", "-c", words], cwd=folder, capture_output=True, text=True, timeout=LIMIT)


def java(words, folder):
    name = re.search(r"public class (\w+)", words).group(1)
    (folder / f"{name}.java").write_text(words, encoding="utf-8")
    jars = os.pathsep.join(map(str, [ROOT / "engine/target/classes", ROOT / "models/target/classes", *sorted((ROOT / "app/target/lib").glob("*.jar"))]))
    made = subprocess.run(["javac", "-proc:none", "-cp", jars, "-d", ".", f"{name}.java"], cwd=folder, capture_output=True, text=True, timeout=LIMIT)
    if made.returncode:
        return made
    return subprocess.run(["java", "-Xmx1g", "-cp", os.pathsep.join([".", jars]), name, "examples"], cwd=folder, capture_output=True, text=True, timeout=LIMIT)


def run(page, faults):
    text = page.read_text(encoding="utf-8")
    done = left = 0
    printed = None
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        shutil.copytree(ROOT / "examples", folder / "examples")
        (folder / "rashomon").symlink_to(ROOT / "rashomon")
        for fence in FENCE.finditer(text):
            kind, head, words = fence.groups()
            place = f"{page.relative_to(ROOT)}:{text[:fence.start()].count(chr(10)) + 1}"
            if kind in ("sh", "java"):
                reason = re.search(r'not-run="([^"]+)"', head)
                if reason:
                    left += 1
                    printed = None
                    print(f"  not run: {place}: {reason.group(1)}")
                    continue
                wanted = int((re.search(r"exits=(\d+)", head) or [0, "0"])[1])
                ended = (java if kind == "java" else shell)(words, folder)
                done += 1
                printed = ended.stdout + ended.stderr
                if ended.returncode != wanted:
                    faults.append(f"{place}: exit code {ended.returncode}, {wanted} expected\n{printed[-1500:]}")
                    return done, left
            elif kind == "text" and printed is not None:
                missing = fits(words, printed)
                if missing:
                    faults.append(f"{place}: not printed: {missing}\n{printed[-1500:]}")
    return done, left


def main(names):
    faults = []
    for name in names or PAGES:
        done, left = run(ROOT / "docs" / f"{name}.md", faults)
        print(f"{name}: {done} run, {left} not run")
    print("\n".join(faults) or "The docs do what they say.")
    return 1 if faults else 0


sys.exit(main(sys.argv[1:]))
