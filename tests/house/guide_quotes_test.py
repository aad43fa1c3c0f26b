#!/usr/bin/env python3
"""What the user guide quotes of the program stands there: whoever looks for a button by its name finds it."""

import json
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
PART = re.compile("[：:（(。\n]")
# Other programs, papers, codes; and the key that leads to the kana, which are quoted one by one.
NOT_OF_PROGRAM = {"JPKI暗証番号リセット", "MG-103", "かな", "別記第15号様式",
                  "在留申請オンラインシステム認証ID・パスワード確認等申出書"}


def texts_of_forms(node, tag):
    """What is said in all languages, somewhere within: the choices of a list, the words of a form."""
    if isinstance(node, dict) and isinstance(node.get(tag), str):
        yield node[tag]
    elif isinstance(node, (dict, list)):
        for child in node.values() if isinstance(node, dict) else node:
            yield from texts_of_forms(child, tag)


def texts_of_program(tag):
    tree = ElementTree.parse(ROOT / "translations" / f"madoguchi_{tag}.ts")
    said = [form.text or "" for translation in tree.iter("translation") for form in [translation, *translation]]
    for path in (ROOT / "resources" / "forms").glob("*/*.json"):
        said += texts_of_forms(json.loads(path.read_text("utf-8")), tag)
    texts = set()
    for one in said:
        text = RUBY_OF_PROGRAM.sub(r"\1", one.strip())
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
