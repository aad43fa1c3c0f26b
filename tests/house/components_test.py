#!/usr/bin/env python3
"""What the programs are made of is listed, all of it and in all places: components_test.py FOLDER, where the programs are."""

import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import make_sbom  # noqa: E402

COMPONENTS = make_sbom.COMPONENTS["components"]
PROGRAMS = sorted({program for one in COMPONENTS for program in one["programs"]})


class Components(unittest.TestCase):
    def test_the_libraries_of_each_program_are_listed_and_no_others(self):
        self.assertGreaterEqual(len(PROGRAMS), 5)
        for program in PROGRAMS:
            listed, difference = make_sbom.is_listed_and_no_more(program, make_sbom.libraries(BUILT / program))
            self.assertTrue(listed, difference)

    def test_licences_have_names_and_all_are_used(self):
        used = {one["licence"] for one in COMPONENTS} | {make_sbom.COMPONENTS["licence"]}
        self.assertEqual(used, set(make_sbom.COMPONENTS["licences"]))

    def test_the_copyright_file_names_all(self):
        copyright_file = (ROOT / "debian" / "copyright").read_text("utf-8")
        for one in COMPONENTS:
            for word in (one["name"], one["copyright"].split(",")[0].split(" and ")[0]):
                self.assertIn(word, " ".join(copyright_file.split()))


if __name__ == "__main__":
    BUILT = pathlib.Path(sys.argv.pop(1))
    unittest.main()
