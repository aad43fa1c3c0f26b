#!/usr/bin/env python3
"""What the user guide quotes of the program stands there: whoever looks for a button by its name finds it."""

import pathlib
import re
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUBY_OF_PROGRAM = re.compile(r"\{([^{}|]+)\|[^{}|]+\}")
RUBY_OF_GUIDE = re.compile(r"<rt>.*?</rt>|</?ruby>")
QUOTES = {"en": re.compile("“([^”]+)”"), "ja": re.compile("「([^「」]+)」"), "easy": re.compile("「([^「」]+)」")}
TITLE = re.compile("^#+ (.*)$", re.M)
# A whole text, or what stands of it before a colon, a bracket or a full stop: "New registration: choose what applies".
PART = re.compile("[：:（。\n]")
# Other programs, papers, codes; and the key that leads to the kana, which are quoted one by one.
NOT_OF_PROGRAM = {"JPKI暗証番号リセット", "MG-103", "かな", "別記第15号様式",
                  "在留申請オンラインシステム認証ID・パスワード確認等申出書"}


def texts_of_program(tag):
    tree = ElementTree.parse(ROOT / "translations" / f"madoguchi_{tag}.ts")
    texts = set()
    for translation in tree.iter("translation"):
        for form in [translation, *translation]:
            text = RUBY_OF_PROGRAM.sub(r"\1", (form.text or "").strip())
            texts |= {text, *(part.strip() for part in PART.split(text))}
    return texts


class GuideQuotes(unittest.TestCase):
    def test_stand_in_the_program(self):
        for tag, quote in QUOTES.items():
            guide = RUBY_OF_GUIDE.sub("", (ROOT / "docs" / "user-guide" / f"{tag}.md").read_text("utf-8"))
            quoted = {words for words in quote.findall(guide) if len(words) > 1}
            self.assertGreater(len(quoted), 10, tag)
            known = texts_of_program(tag) | set(TITLE.findall(guide)) | NOT_OF_PROGRAM
            self.assertEqual(quoted - known, set(), tag)


if __name__ == "__main__":
    unittest.main()
