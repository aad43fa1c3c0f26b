#!/usr/bin/env python3
"""Whatever the documents tell people to run can be run: each file that begins with "#!" is executable."""

import os
import pathlib
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ("app", "backend", "cardreader", "cmake", "debian", "forms", "packaging", "resources", "scripts", "tests",
         "translations", ".ci")


def commands():
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*")):
            if path.is_file() and begins_with(path, b"#!"):
                yield path


def begins_with(path, mark):
    with path.open("rb") as file:
        return file.read(len(mark)) == mark


class CommandsTest(unittest.TestCase):
    def test_are_executable(self):
        found = list(commands())
        self.assertIn(ROOT / "scripts/run-tests", found)
        self.assertEqual([str(path.relative_to(ROOT)) for path in found if not os.access(path, os.X_OK)], [])


if __name__ == "__main__":
    unittest.main()
