"""docs/message-codes.md names every message code that the sources use, and for each a test that is there and speaks of
the code."""

import re
import unittest

from named_tests import ROOT, document, source_with

CODE = re.compile(r"WZBAM\d{3}E")
ROW = re.compile(r"^\| (WZBAM\d{3}E) \|.*\| `([^`]+)` (\w+) \|$", re.MULTILINE)
FOLDERS = ("app", "backend", "forms", "protocol", "resources", "translations")


def rows():
    """Code to file and test."""
    return {code: (file, test) for code, file, test in ROW.findall(document("message-codes.md"))}


def codes_of_sources():
    found = set()
    for folder in FOLDERS:
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in (".cpp", ".h", ".json", ".ts"):
                found |= set(CODE.findall(file.read_text(encoding="utf-8")))
    return found


class MessageCodes(unittest.TestCase):
    def test_each_has_a_row_and_no_other_has(self):
        self.assertEqual(sorted(rows()), sorted(codes_of_sources()))

    def test_each_names_a_test_that_reaches_it(self):
        for code, (file, test) in rows().items():
            with self.subTest(code):
                self.assertIn(code, source_with(self, file, test))


if __name__ == "__main__":
    unittest.main()
