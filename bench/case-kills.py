#!/usr/bin/env python3
"""case-kills.py: kills a process that reads into a case and corrects it, at any moment, and asks each time whether the case is whole.

  bench/case-kills.py [--kills 200] [--seed 11]

Runs the test KillsTest of the module casefile with so many kills: SIGKILL while the process starts, reads, or corrects; then everything that
it had acknowledged has to be there, and `verify` has to find nothing broken. Exit code 0 when all were whole.
"""
import argparse
import pathlib
import subprocess
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--kills", type=int, default=200)
parser.add_argument("--seed", type=int, default=11)
given = parser.parse_args()
root = pathlib.Path(__file__).resolve().parent.parent
done = subprocess.run(
    ["mvn", "-B", "-q", "-pl", "casefile", "-am", "test", "-Dtest=KillsTest", "-Dsurefire.failIfNoSpecifiedTests=false",
     f"-Dkills={given.kills}", f"-Dkills.seed={given.seed}"],
    cwd=root, check=False, stdout=subprocess.PIPE, text=True)
print(done.stdout, end="")
# the test tells how many there were, since a number that does not reach it would make this say what was not done
told = f"{given.kills} kills, " in done.stdout
if done.returncode == 0 and not told:
    sys.exit(f"the test did not tell of {given.kills} kills")
print(f"{given.kills} kills: " + ("the case was whole each time" if done.returncode == 0 else "not whole each time, see above"))
sys.exit(1 if done.returncode else 0)
