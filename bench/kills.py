#!/usr/bin/env python3
"""Kills the program while it replaces a dossier, and counts how often a whole one is left.

    bench/kills.py [--kills N] [--errors] [--program ./rashomon] [--classes PATH]

It needs what `mvn verify` and the first ./rashomon have built; --classes is the class path of the program and its tests otherwise.

Each time an older dossier lies in the folder. With strace the program is killed as it enters one of the calls that move, link, remove or flush
files, each in its turn; with --errors such a call fails instead (disk full, disk broken). The other kills come at a random moment to a process that
does nothing but replace dossiers (the test class ReplaceForever), so that most hit it at that and not while it reads. Afterwards the folder must hold
the older dossier or the new one, whole: a manifest that says so, and the SHA-256 of each file that it names. Then the next run must work, and
leave nothing of the dead one. Prints what is wrong and the counts; exit 0 when nothing is.
"""
import argparse, hashlib, json, os, random, shutil, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CALLS = ("rename", "renameat2", "link", "unlink", "rmdir", "fsync")
OLD = "The Velm ministry said on Monday that jets struck the Harrow hospital in Keldra and killed at least 14 people.\n"
NEW = "Ostria denied that its jets had struck the hospital. \"It was the rebels,\" ministry spokesman Ivo Tarn said.\n"


def state(folder):
    """SHA-256 of the manifest of a whole dossier; else what is wrong with it."""
    try:
        raw = open(os.path.join(folder, "manifest.json"), "rb").read()
        manifest = json.loads(raw)
    except (OSError, ValueError) as e:
        return "no manifest: %s" % e
    if manifest.get("complete") is not True:
        return "not complete"
    for entry in manifest["files"]:
        try:
            found = hashlib.sha256(open(os.path.join(folder, entry["name"]), "rb").read()).hexdigest()
        except OSError as e:
            return "missing: %s" % e
        if found != entry["sha256"]:
            return "other bytes: " + entry["name"]
    return hashlib.sha256(raw).hexdigest()


class Trial:
    def __init__(self, program, work):
        self.program, self.work = program, work
        self.old, self.new = os.path.join(work, "old.txt"), os.path.join(work, "new.txt")
        open(self.old, "w").write(OLD)
        open(self.new, "w").write(NEW)
        self.base = os.path.join(work, "base")
        self.target = os.path.join(work, "y", "out")
        self.run(self.old, os.path.join(self.base, "out"), check=True)
        self.run(self.new, os.path.join(work, "only-new"), check=True)
        open(os.path.join(self.base, "out", "mine.txt"), "w").write("not of the dossier\n")
        self.whole = {state(os.path.join(self.base, "out")): "old", state(os.path.join(work, "only-new")): "new"}
        self.counts, self.wrong = {}, []

    def command(self, source, out):
        return [self.program, "read", source, "--reader", "rules", "--out", out]

    def run(self, source, out, before=(), check=False):
        done = subprocess.run(list(before) + self.command(source, out), capture_output=True, text=True, cwd=self.work)
        if check and done.returncode != 0:
            sys.exit("cannot run: " + done.stderr)
        return done

    def fresh(self):
        shutil.rmtree(os.path.join(self.work, "y"), ignore_errors=True)
        shutil.copytree(self.base, os.path.join(self.work, "y"))

    def judge(self, what, ended, again):
        found = state(self.target)
        kind = self.whole.get(found)
        self.counts[kind or "broken"] = self.counts.get(kind or "broken", 0) + 1
        if kind is None:
            self.wrong.append("%s: %s" % (what, found))
        # the new one is there, and a file that is not the program's could not follow it: the next run brings it
        told = ended is not None and "could not be moved back" in ended.stderr
        if ended is not None and ended.returncode == 1 and not told and "no dossier was written" not in ended.stderr:
            self.wrong.append("%s: %s" % (what, ended.stderr.strip()[:300]))
        if ended is not None and (ended.returncode, kind) not in ((0, "new"), (1, "new" if told else "old")):
            self.wrong.append("%s: exit code %d with the %s dossier" % (what, ended.returncode, kind))
        if again:
            done = self.run(self.new, self.target)
            if done.returncode != 0 or self.whole.get(state(self.target)) != "new":
                self.wrong.append("%s: the next run: %d %s" % (what, done.returncode, done.stderr.strip()[:300]))
            left = [n for d in (self.target, os.path.dirname(self.target)) for n in os.listdir(d) if n.startswith(".rashomon")]
            if left:
                self.wrong.append("%s: left behind: %s" % (what, left))
            if not os.path.exists(os.path.join(self.target, "mine.txt")):
                self.wrong.append("%s: a file that is not the program's is gone" % what)

    def replacing(self, *more):
        return ["java", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx64m", "-XX:-UsePerfData", "-cp", self.classes,
                "org.rashomon.service.ReplaceForever", os.path.join(self.loop, "out"), *more]

    def random_kills(self, rng, count):
        """Of a process that replaces dossiers without end; each begins with what the one before left."""
        self.loop = os.path.join(self.work, "loop")
        os.mkdir(self.loop)
        whole, seconds = {}, 0
        for how in ("twice", "once"):
            begun = time.time()
            subprocess.run(self.replacing(how), check=True)
            seconds = max(seconds, time.time() - begun)
            whole[state(os.path.join(self.loop, "out"))] = how
        open(os.path.join(self.loop, "out", "mine.txt"), "w").write("not of the dossier\n")
        if len(whole) != 2:
            sys.exit("cannot replace: %s" % whole)
        for number in range(count):
            process = subprocess.Popen(self.replacing(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            try:
                said = process.communicate(timeout=seconds * (0.3 + rng.random()))[0]
                self.wrong.append("random kill %d: ended by itself: %s" % (number, said[:300]))
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
            found = state(os.path.join(self.loop, "out"))
            kind = whole.get(found, "broken")
            self.counts[kind] = self.counts.get(kind, 0) + 1
            if kind == "broken":
                self.wrong.append("random kill %d: %s" % (number, found))
        done = subprocess.run(self.replacing("once"), capture_output=True, text=True)
        left = [n for d in (self.loop, os.path.join(self.loop, "out")) for n in os.listdir(d) if n.startswith(".rashomon")]
        if done.returncode != 0 or left or not os.path.exists(os.path.join(self.loop, "out", "mine.txt")):
            self.wrong.append("the last run: %d %s, left behind: %s" % (done.returncode, done.stderr.strip()[:300], left))

    def strace(self, call, what):
        return ["strace", "-f", "-qq", "-o", os.path.join(self.work, "trace"), "-e", "trace=" + call, "-e", "inject=%s:%s" % (call, what)]

    def at_calls(self, error, step, most):
        """Kills at each call in turn, or lets each fail; the number of them."""
        done = 0
        for call in CALLS:
            number = 1
            while done < most and self.at_call(call, number, error):
                done, number = done + 1, number + step
        return done

    def at_call(self, call, number, error):
        """False where there is no such call any more."""
        self.fresh()
        what = "error=%s:when=%d" % (error, number) if error else "signal=KILL:when=%d" % number
        done = self.run(self.new, self.target, self.strace(call, what))
        hit = any(("(INJECTED)" in line) if error else ("SIGKILL" in line) for line in open(os.path.join(self.work, "trace"), errors="replace"))
        if hit:
            self.judge("%s %d, %s" % (call, number, error or "killed"), done if error else None, True)
        return hit


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--kills", type=int, default=500)
    options.add_argument("--step", type=int, default=1, help="only each N-th of the calls")
    options.add_argument("--errors", action="store_true")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--classes", default=":".join(os.path.join(ROOT, "app", "target", part) for part in ("test-classes", "classes", "lib/*")))
    options.add_argument("--program", default=os.path.join(ROOT, "rashomon"))
    given = options.parse_args()
    rng = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as work:
        trial = Trial(os.path.abspath(given.program), work)
        traced = shutil.which("strace") is not None
        calls = done = trial.at_calls(None, given.step, given.kills) if traced else 0
        trial.classes = given.classes
        trial.random_kills(rng, given.kills - done)
        done = given.kills
        print("%d kills, %d of them at a call each: %s" % (done, calls, trial.counts))
        if given.errors and traced:
            trial.counts = {}
            for error in ("ENOSPC", "EIO"):
                trial.at_calls(error, given.step, given.kills)
            print("%d errors: %s" % (sum(trial.counts.values()), trial.counts))
        for wrong in trial.wrong:
            print("wrong:", wrong)
        sys.exit(1 if trial.wrong else 0)


if __name__ == "__main__":
    main()
