"""Is every jar handed out with its licence, and does NOTICE name every library? Reads what `mvn package` left in the modules' target folders."""
import glob
import json
import re
import sys
import zipfile

OURS = ("META-INF/LICENSE", "META-INF/NOTICE")
PROGRAM = ("META-INF/licences/icu4j.txt", "META-INF/licences/server-parts.txt", "META-INF/licences/epl-2.0.txt", "META-INF/licences/tokenizers-native.txt")


def faults():
    jars = sorted(glob.glob("*/target/rashomon-*.jar"))
    if len(jars) < 5:
        yield f"only {len(jars)} jars of our own: build first"
    for jar in jars:
        with zipfile.ZipFile(jar) as z:
            names = set(z.namelist())
        for name in OURS + (PROGRAM if "/rashomon-app-" in jar and "tests" not in jar else ()):
            if name not in names:
                yield f"{jar} lacks {name}"
    with open("NOTICE", encoding="utf-8") as f:
        words = set(re.findall(r"\w[\w.-]*[\w]", f.read()))
    for module in ("app", "office"):
        yield from module_faults(module, words)


def module_faults(module, words):
    with open(f"{module}/target/bom.json", encoding="utf-8") as f:
        bom = json.load(f)
    listed = {c["name"]: c for c in bom["components"]}
    for name, component in sorted(listed.items()):
        if not component.get("hashes"):
            yield f"the bill of materials of {module} has no digest of {name}"
        if not component["group"].startswith("org.rashomon") and name not in words:
            yield f"NOTICE does not name {name}"
    for jar in sorted(glob.glob(f"{module}/target/lib/*.jar")):
        name = re.sub(r"-\d.*", "", jar.rsplit("/", 1)[-1])
        if name not in listed:
            yield f"the bill of materials of {module} does not list {name}"


found = list(faults())
print("\n".join(found) or "Jars, NOTICE and bill of materials agree.")
sys.exit(1 if found else 0)
