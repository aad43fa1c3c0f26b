"""What the forms of applications are made of, and what they say in a language, read from the files that the program is
built from."""

import json
import pathlib

from texts import Texts, without_ruby

FORMS = pathlib.Path(__file__).resolve().parents[2] / "resources" / "forms"


def _read(*path):
    return json.loads(FORMS.joinpath(*path).read_text())


def _fields(contents, group=None):
    """Each field of the contents of a section, with the group that it is repeated in."""
    for content in contents:
        if "group" in content:
            yield from _fields(content["contents"], content["group"])
        elif "id" in content:
            yield (group, content["id"]), content


class FormWords:
    """`form` names a file of resources/forms/applications; `variant` is the kind of application."""

    def __init__(self, form, language, variant=""):
        self._language, self._variant = language, variant
        self._program = Texts(language)
        self._words = _read("applications", f"{form}.words.json")["texts"]
        self._pages = {page["id"]: dict(field for section in page["sections"]
                                        for field in _fields(section["contents"]))
                       for page in _read("applications", f"{form}.json")["pages"]}
        self._lists = {}

    def __getitem__(self, text_id):
        for own in (f"{text_id}.{self._variant}", text_id):
            if own in self._words:
                return without_ruby(self._words[own][self._language])
        return self._program[text_id]

    def field(self, name):
        """Its definition; of one that is repeated, `name` is that of the group, a point and its own."""
        group, _, own = name.rpartition(".")
        return next(page[group or None, own] for page in self._pages.values() if (group or None, own) in page)

    def label(self, name):
        return self[f"field.{name}.label"]

    def choice(self, name, value):
        """What is shown for an answer."""
        field = self.field(name)
        if "list" in field:
            if field["list"] not in self._lists:
                entries = _read("lists", field["list"] + ".json")["entries"]
                self._lists[field["list"]] = {entry["code"]: entry["texts"] for entry in entries}
            return without_ruby(self._lists[field["list"]][value][self._language])
        return self[f"value.{'yesNo' if field['type'] == 'yesNo' else name}.{value}"]
