#!/usr/bin/env python3
"""The texts of the installer for Windows: all of them are there, and NSIS gets them as it understands them."""

import json
import locale
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "packaging" / "windows"))
import make_texts  # noqa: E402

SCRIPT = (ROOT / "packaging" / "windows" / "installer.nsi").read_text("utf-8")
ROWS = json.loads((ROOT / "protocol" / "languages.json").read_text("utf-8"))
LANGUAGES = [row["tag"] for row in ROWS]
VALUES = {"version": "1.2.3", "size": "40", "name": "Madoguchi"}


class InstallerTexts(unittest.TestCase):
    def test_the_installer_says_every_text_and_has_every_text_that_it_says(self):
        said = {name.replace("_", ".") for name in re.findall(r"\$\((\w+)\)", SCRIPT)}
        said |= {*make_texts.OF_NSIS.values(), *make_texts.OF_WARNINGS.values()}
        for start in make_texts.OF_PAGES.values():
            said |= {f"{start}.title", f"{start}.subtitle"}
        for tag in LANGUAGES:
            self.assertEqual(set(make_texts.read_texts(tag)), said, tag)

    def test_every_language_has_what_windows_knows_it_by(self):
        known = make_texts.identifiers(ROWS)
        self.assertEqual(len(set(known.values())), len(ROWS))
        for row in ROWS:
            of_windows = locale.windows_locale[0x400 | known[row["tag"]] & 0x3ff]
            self.assertTrue(of_windows.startswith(row["bcp47"]), (row, of_windows))
        more = make_texts.identifiers([*ROWS, {"tag": "vi", "bcp47": "vi"}, {"tag": "tw", "bcp47": "zh-TW"}, {"tag": "plain", "bcp47": "vi"}])
        self.assertEqual((more["vi"], more["tw"], more["plain"]), (0x042a, 0x0404, 0x21 << 10 | 0x2a))

    def test_nothing_is_left_of_markup(self):
        for row in ROWS:
            texts = make_texts.read_texts(row["tag"])
            lines = [*make_texts.own_strings(row["tag"], texts, VALUES), *make_texts.nsh(row, texts, VALUES)]
            for line in lines:
                with self.subTest(line):
                    # Definitions of NSIS are what may stand in braces.
                    self.assertNotRegex(re.sub(r"\$\{(LANG_\w+|LangFileString)\}", "", line), r"[{}|]|(?<!\$)\\n")

    def test_readings_stand_in_brackets_behind_the_words(self):
        self.assertEqual(make_texts.without_ruby("{在留申請|ざい.りゅう.しん.せい}を {入|い}れる"), "在留申請（ざいりゅうしんせい）を 入（い）れる")

    def test_what_means_something_to_nsis_means_itself(self):
        self.assertEqual(make_texts.for_nsis('5 $ "a"\\n${size} MB, ${installed}', VALUES, "$\\r$\\n"),
                         '5 $$ $\\"a$\\"$\\r$\\n40 MB, $InstalledVersion')
        for variable in make_texts.VARIABLES.values():
            self.assertRegex(SCRIPT, rf"Var {re.escape(variable[1:])}\b|\{variable}\b")

    def test_the_documentation_names_every_answer(self):
        block = re.search(r"^; Answers, .*?\n\n", SCRIPT, re.M | re.S)[0]
        answers = re.findall(r"^!define [A-Z_]+ (\d+)$", block, re.M)
        self.assertIn("1639", answers)
        documented = re.findall(r"^\| (\d+) \|", (ROOT / "docs" / "windows-packages.md").read_text("utf-8"), re.M)
        self.assertEqual(sorted(map(int, documented)), sorted([0, *map(int, answers)]))


if __name__ == "__main__":
    unittest.main()
