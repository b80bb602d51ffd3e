"""crates.py METADATA > tokenizers-native.txt   the licences of the Rust libraries that are linked into the tokenizer's native part.

METADATA is what `cargo metadata --format-version 1 --filter-platform x86_64-unknown-linux-gnu` says of a package that depends on what
the native part is made of: the paths in the library itself tell (strings libtokenizers.so | grep registry/src). The crates must have been
fetched. Where a crate may be had under several licences, the first of MIT, Apache-2.0, BSD, ISC whose text it brings is taken.
"""
import collections
import json
import pathlib
import re
import sys

HEAD = """Rust libraries in the native part of Deep Java Library's tokenizers 0.38.0 (native/lib/*/cpu/), with their licences.

Compiled by licences/crates.py from the libraries' own files, for the versions that the native part names where it names them, else for
those that its dependencies resolve to. Libraries that only build it are left out. Source code of all, that of option-ext under the
Mozilla Public License 2.0 among them, is in the Rust registry under the names and versions given. The Windows build has parts of GCC and
MinGW-w64 beside it (libgcc, libstdc++, winpthreads: GPL 3 with the GCC Runtime Library Exception 3.1; MIT).
"""
LIKED = ("MIT", "APACHE", "BSD", "ISC", "UNICODE", "MPL", "ZLIB", "LICENSE", "LICENCE", "COPYING")


def linked(metadata):
    """Packages that are linked in: dependencies of the kind that is neither for building nor for tests, no macros."""
    nodes = {n["id"]: n for n in metadata["resolve"]["nodes"]}
    packages = {p["id"]: p for p in metadata["packages"]}
    seen, waiting = set(), [metadata["resolve"]["root"]]
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        for d in nodes[node]["deps"]:
            macro = any("proc-macro" in t["kind"] for t in packages[d["pkg"]]["targets"])
            if not macro and any(k["kind"] is None for k in d["dep_kinds"]):
                waiting.append(d["pkg"])
    seen.discard(metadata["resolve"]["root"])
    return sorted((packages[i] for i in seen), key=lambda p: (p["name"], p["version"]))


def text(package):
    """The licence texts that a crate brings: one of those it may be had under, all that it is under at once, and those of C code in it."""
    folder = pathlib.Path(package["manifest_path"]).parent
    files = [f for f in folder.iterdir() if f.is_file() and re.match(r"(UN)?LICEN[SC]E|COPYING", f.name, re.I)]
    rank = lambda f: next((i for i, word in enumerate(LIKED) if word in f.name.upper()), len(LIKED))
    files = sorted(files, key=lambda f: (rank(f), f.name))
    if " AND " not in (package["license"] or ""):
        files = files[:1]
    files += sorted(folder.glob("*/COPYING"))
    return "\n\n".join("\n".join(line.rstrip() for line in f.read_text("utf-8", "replace").strip().splitlines()) for f in files)


def main(path):
    with open(path, encoding="utf-8") as f:
        packages = linked(json.load(f))
    print(HEAD)
    for p in packages:
        print(f"  {p['name']} {p['version']}: {p['license']}" + "".join("; " + re.sub(" *<.*>", "", a) for a in p["authors"]))
    texts = collections.defaultdict(list)
    for p in packages:
        # of two versions of one crate the text is nearly always the same
        texts[text(p) or f"No text of its own: {p['license']}, see the texts of that name here."].append(f"{p['name']} {p['version']}")
    for words, names in sorted(texts.items(), key=lambda item: item[1]):
        print("\n" + "-" * 80 + "\n" + ", ".join(names) + "\n")
        print(words)


if __name__ == "__main__":
    main(*sys.argv[1:])
