"""Tests that need a package which may not be there."""
import importlib.util
import os
import unittest


def needs(*packages):
    """Skips a module's tests where a package is missing; with ALL_TESTS in the environment they fail there instead."""
    missing = [p for p in packages if importlib.util.find_spec(p) is None]
    if missing and not os.environ.get("ALL_TESTS"):
        raise unittest.SkipTest("without " + ", ".join(missing))
