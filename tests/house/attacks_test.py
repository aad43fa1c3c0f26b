"""docs/attacks.md names for each attack tests that are there, and every test of those that were written for it."""

import re
import unittest

from named_tests import ROOT, document, source_with

ROW = re.compile(r"^\| [^|]+ \| [^|]+ \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w/.]+)` (\w+)")
OWN = "tests/integration/backend/attacks_test.cpp"


def named():
    rows = ROW.findall(document("attacks.md"))[1:]
    return [NAMED.findall(tests) for tests in rows]


class Attacks(unittest.TestCase):
    def test_each_row_names_tests_that_are_there(self):
        self.assertGreater(len(named()), 10)
        for row in named():
            self.assertTrue(row)
            for file, test in row:
                with self.subTest(test):
                    source_with(self, file, test)

    def test_each_test_of_attacks_is_in_the_table(self):
        own = re.findall(r"^TEST(?:_F)?\(\w+, (\w+)\)", (ROOT / OWN).read_text(encoding="utf-8"), re.MULTILINE)
        self.assertEqual(sorted(own), sorted(test for row in named() for file, test in row if file == OWN))


if __name__ == "__main__":
    unittest.main()
