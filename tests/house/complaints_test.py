"""docs/applications/complaints.md has a row for each complaint, which names tests that are there or says that it is not yet."""

import re
import unittest

from named_tests import document, source_with

ROW = re.compile(r"^\| (\d+) \| [^|]+ \| [^|]+ \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w/.]+)` (\w+)")


class Complaints(unittest.TestCase):
    def test_each_has_its_row(self):
        rows = ROW.findall(document("applications/complaints.md"))
        self.assertEqual([int(number) for number, _ in rows], list(range(1, 37)))

    def test_each_row_names_tests_that_are_there_or_says_that_it_is_not_yet(self):
        for number, tests in ROW.findall(document("applications/complaints.md")):
            named = NAMED.findall(tests)
            with self.subTest(number):
                self.assertNotEqual(bool(named), tests == "not yet")
            for file, test in named:
                with self.subTest(test):
                    source_with(self, file, test)


if __name__ == "__main__":
    unittest.main()
