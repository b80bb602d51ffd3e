#!/usr/bin/env python3
"""build.py [--no-maven] [--out DIR] : makes a release, from the sources to archives that need neither Maven nor the network.

In DIR (release/target) are afterwards, VERSION being that of pom.xml and PLATFORM that of this machine:

  rashomon-VERSION.zip             for Java 17 and newer on Linux, macOS and Windows
  rashomon-VERSION-PLATFORM.zip    with its own Java, without the native parts of other platforms
  rashomon-PLATFORM/               what is in the second, for release/Dockerfile
  maven/                           the library (parent, models, engine): POMs, jars, sources, Javadoc, as a repository has them
  rashomon-VERSION.bom.json        what the program is made of (CycloneDX)
  SHA256SUMS                       of the archives and of each file in maven/

The same sources and the same JDK give the same bytes. --no-maven takes the jars of an earlier build with -Prelease. Needs Python 3.8+ and,
for the Java that is put in, a JDK with jlink. Exit 1, with one line that names the thing, when something is missing.
"""
import argparse, hashlib, os, platform, re, shutil, stat, subprocess, sys, tempfile, xml.etree.ElementTree as xml, zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
POM = "{http://maven.apache.org/POM/4.0.0}"
LIBRARY = ("models", "engine")
# Paths in jars that are native parts, and the platform that each is of.
NATIVE = (
    (re.compile(r"ai/onnxruntime/native/([^/]+)/."), {"linux-x86_64": "linux-x64", "linux-aarch64": "linux-aarch64", "macos-aarch64": "osx-aarch64"}),
    (re.compile(r"native/lib/([^/]+)/."), {"linux-x86_64": "linux-x86_64", "linux-aarch64": "linux-aarch64", "macos-aarch64": "osx-aarch64"}),
    (re.compile(r"org/sqlite/native/([^/]+/[^/]+)/."), {"linux-x86_64": "Linux/x86_64", "linux-aarch64": "Linux/aarch64", "macos-aarch64": "Mac/aarch64"}),
    (re.compile(r"com/sun/jna/([a-z0-9]+-[a-z0-9_-]+)/."), {"linux-x86_64": "linux-x86-64", "linux-aarch64": "linux-aarch64", "macos-aarch64": "darwin-aarch64"}),
)
# All of Java's standard, as the libraries may ask for any of it by name, and what stands outside it: other character sets, the elliptic curves
# of TLS (PostgreSQL), file systems in archives, the memory that natives and Lucene map, what tells about this process.
MODULES = ("java.se", "jdk.charsets", "jdk.crypto.ec", "jdk.management", "jdk.unsupported", "jdk.zipfs")


def fail(words):
    sys.exit("release: " + words)


def run(*command, **options):
    try:
        return subprocess.run(command, check=True, **options)
    except FileNotFoundError:
        fail("%s is needed and not found" % command[0])
    except subprocess.CalledProcessError as e:
        fail("%s ended with %d" % (" ".join(command[:3]), e.returncode))


def version():
    return xml.parse(os.path.join(ROOT, "pom.xml")).getroot().find(POM + "version").text


def stamp():
    """The moment that every entry of an archive bears: that of the jars."""
    told = xml.parse(os.path.join(ROOT, "pom.xml")).getroot().find("%sproperties/%sproject.build.outputTimestamp" % (POM, POM)).text
    return tuple(int(n) for n in re.findall(r"\d+", told)[:6])


def this_platform():
    system = {"Linux": "linux", "Darwin": "macos"}.get(platform.system())
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(platform.machine().lower(), platform.machine().lower())
    name = "%s-%s" % (system, machine)
    if any(name not in platforms for _, platforms in NATIVE):
        fail("no Java of its own for %s %s: the native parts are not all there" % (platform.system(), platform.machine()))
    return name


def jar(module, kind=""):
    path = os.path.join(ROOT, module, "target", "rashomon-%s-%s%s.jar" % (module, version(), kind))
    if not os.path.exists(path):
        fail("%s is missing; leave --no-maven out" % os.path.relpath(path, ROOT))
    return path


def copy(source, target):
    os.makedirs(os.path.dirname(target), exist_ok=True)
    shutil.copyfile(source, target)
    shutil.copymode(source, target)


def lay_out(folder):
    """The program in a folder, for any platform."""
    for source in [jar("app")] + jars_of("app"):
        copy(source, os.path.join(folder, "lib", os.path.basename(source)))
    for source in [jar("office")] + jars_of("office"):
        copy(source, os.path.join(folder, "office", os.path.basename(source)))
    for name in ("LICENSE", "NOTICE", "rashomon", "release/rashomon.bat", "release/README.txt"):
        copy(os.path.join(ROOT, name), os.path.join(folder, os.path.basename(name)))
    copy(os.path.join(ROOT, "models", "MODEL_CARD.md"), os.path.join(folder, "MODEL_CARD.md"))
    copy(os.path.join(ROOT, "app", "target", "bom.json"), os.path.join(folder, "bom.json"))
    for name in sorted(os.listdir(os.path.join(ROOT, "licences"))):
        if name.endswith(".txt"):
            copy(os.path.join(ROOT, "licences", name), os.path.join(folder, "licences", name))
    shutil.copytree(os.path.join(ROOT, "examples"), os.path.join(folder, "examples"), ignore=lambda _, names: [n for n in names if n.startswith(".")])
    for command, name in (("completion", "completion/rashomon.bash"), ("manual", "man/rashomon.1")):
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path))
        with open(path, "wb") as out:
            run("java", "-cp", os.path.join(folder, "lib", "*"), "org.rashomon.cli.Main", command, stdout=out)


def jars_of(module):
    folder = os.path.join(ROOT, module, "target", "lib")
    if not os.path.isdir(folder):
        fail("%s is missing; leave --no-maven out" % os.path.relpath(folder, ROOT))
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".jar")]


def strip(path, wanted):
    """The jar without the native parts of other platforms, and without what helps to debug them."""
    with zipfile.ZipFile(path) as old:
        names = old.namelist()
        foreign = {n for n in names for pattern, platforms in NATIVE
                   if pattern.match(n) and not pattern.match(n).group(1).startswith("linux-musl") and pattern.match(n).group(1) != platforms[wanted]}
        if not foreign:
            return
        with zipfile.ZipFile(path + ".new", "w") as new:
            for info in old.infolist():
                if info.filename not in foreign:
                    new.writestr(info, old.read(info), compress_type=info.compress_type)
    os.replace(path + ".new", path)


def zipped(folder, target):
    """An archive of the folder with sorted entries that all bear one moment."""
    top = os.path.basename(target)[: -len(".zip")]
    files = sorted(os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as out:
        for name in files:
            path = os.path.join(folder, name)
            info = zipfile.ZipInfo(top + "/" + name.replace(os.sep, "/"), stamp())
            runs = os.stat(path).st_mode & stat.S_IXUSR
            info.create_system, info.external_attr = 3, (stat.S_IFREG | (0o755 if runs else 0o644)) << 16
            info.compress_type = zipfile.ZIP_STORED if name.endswith(".jar") else zipfile.ZIP_DEFLATED
            with open(path, "rb") as f:
                out.writestr(info, f.read())


def library(target):
    """What a repository of Maven holds of the library."""
    base = os.path.join(target, "maven", "org", "rashomon")
    told = version()
    copy(os.path.join(ROOT, "pom.xml"), os.path.join(base, "rashomon", told, "rashomon-%s.pom" % told))
    for module in LIBRARY:
        name = "rashomon-" + module
        copy(os.path.join(ROOT, module, "pom.xml"), os.path.join(base, name, told, "%s-%s.pom" % (name, told)))
        for kind in ("", "-sources"):
            copy(jar(module, kind), os.path.join(base, name, told, "%s-%s%s.jar" % (name, told, kind)))
        documents = os.path.join(base, name, told, "%s-%s-javadoc.jar" % (name, told))
        if module == "models":  # no classes: what documents the weights is their card
            with zipfile.ZipFile(documents, "w", zipfile.ZIP_DEFLATED) as out, open(os.path.join(ROOT, module, "MODEL_CARD.md"), "rb") as card:
                out.writestr(zipfile.ZipInfo("MODEL_CARD.md", stamp()), card.read())
        else:
            copy(jar(module, "-javadoc"), documents)


def digests(out):
    paths = sorted(os.path.relpath(os.path.join(at, name), out) for at, _, names in os.walk(out) for name in names
                   if at.startswith(os.path.join(out, "maven")) or at == out and name != "SHA256SUMS")
    with open(os.path.join(out, "SHA256SUMS"), "w", encoding="utf-8") as sums:
        for path in paths:
            with open(os.path.join(out, path), "rb") as f:
                sums.write("%s  %s\n" % (hashlib.sha256(f.read()).hexdigest(), path.replace(os.sep, "/")))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--no-maven", action="store_true")
    parser.add_argument("--out", default=os.path.join(ROOT, "release", "target"))
    given = parser.parse_args()
    out, told, here = os.path.abspath(given.out), version(), this_platform()
    if not given.no_maven:
        print("release: builds the jars")
        run("mvn", "-B", "-q", "-ntp", "-Prelease", "-Dmaven.test.skip=true", "-pl", "app,office", "-am", "package", cwd=ROOT)
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    with tempfile.TemporaryDirectory() as scratch:
        plain = os.path.join(scratch, "plain")
        print("release: the program for any platform")
        lay_out(plain)
        zipped(plain, os.path.join(out, "rashomon-%s.zip" % told))
        print("release: the program for %s, with its own Java" % here)
        own = os.path.join(out, "rashomon-" + here)
        shutil.move(plain, own)
        os.remove(os.path.join(own, "rashomon.bat"))
        for part in ("lib", "office"):
            for name in os.listdir(os.path.join(own, part)):
                strip(os.path.join(own, part, name), here)
        run("jlink", "--add-modules", ",".join(MODULES), "--strip-debug", "--no-header-files", "--no-man-pages", "--compress=2",
            "--output", os.path.join(own, "java"))
        zipped(own, os.path.join(out, "rashomon-%s-%s.zip" % (told, here)))
    library(out)
    copy(os.path.join(ROOT, "app", "target", "bom.json"), os.path.join(out, "rashomon-%s.bom.json" % told))
    digests(out)
    for name in sorted(os.listdir(out)):
        if name.endswith(".zip"):
            print("%s  %d MB" % (os.path.join(os.path.relpath(out), name), round(os.path.getsize(os.path.join(out, name)) / 1e6)))


if __name__ == "__main__":
    main()
