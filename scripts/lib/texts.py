"""The program's texts by id, read from the translation files that the program is built from."""

import pathlib
import re
import xml.etree.ElementTree as ElementTree

TRANSLATIONS = pathlib.Path(__file__).resolve().parents[2] / "translations"


def without_ruby(text):
    """The base text of ruby markup: {在留|ざい.りゅう} -> 在留. It is what a screen reader hears."""
    return re.sub(r"\{([^|{}]*)\|[^{}]*\}", r"\1", text)


class Texts:
    def __init__(self, language):
        self._by_id = {}
        root = ElementTree.parse(TRANSLATIONS / f"madoguchi_{language}.ts").getroot()
        for message in root.iter("message"):
            translation = message.find("translation")
            numerus = translation.findall("numerusform")
            text = numerus[-1].text if numerus else translation.text
            self._by_id[message.get("id")] = without_ruby(text or "")

    def __getitem__(self, text_id):
        return self._by_id[text_id]

    def __contains__(self, text_id):
        return text_id in self._by_id
