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
        self.language = language
        self._by_id = {}
        self._plural = {}
        root = ElementTree.parse(TRANSLATIONS / f"madoguchi_{language}.ts").getroot()
        for message in root.iter("message"):
            translation = message.find("translation")
            numerus = translation.findall("numerusform")
            text = numerus[-1].text if numerus else translation.text
            self._by_id[message.get("id")] = without_ruby(text or "")
            self._plural[message.get("id")] = [without_ruby(form.text) for form in numerus]

    def __getitem__(self, text_id):
        return self._by_id[text_id]

    def filled(self, text_id, *values):
        """With values in place of %1, %2, ..."""
        text = self[text_id]
        for number, value in enumerate(values, 1):
            text = text.replace(f"%{number}", str(value))
        return text

    def counted(self, text_id, count):
        """Of our languages only English has a form of its own for one; it comes first."""
        forms = self._plural[text_id]
        return (forms[0] if count == 1 else forms[-1]).replace("%n", str(count))

    def all(self):
        """Those without plural forms."""
        return [text for text in self._by_id.values() if text]

    def __contains__(self, text_id):
        return text_id in self._by_id
