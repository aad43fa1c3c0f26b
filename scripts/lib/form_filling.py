"""Fills in forms in the window, as a person does who hears what stands there: a field is what stands together with its
label."""

import re

from accessible import ROLES, Atspi


class FormFilling:
    def __init__(self, window, words):
        self._window, self._words = window, words
        self._page = None  # what shows of it, and the labels among that, as it was when something was not found last
        self._enter = {"text": self._write, "multilineText": self._write, "number": self._write, "choice": self._press,
                       "sex": self._press, "yesNo": self._press, "code": self._choose_code, "codes": self._press_all,
                       "date": self._write_date, "partialDate": self._write_date, "municipality": self._search_place,
                       "consent": self._agree, "attachment": self._hand_in}

    def fill(self, answers):
        """`answers` are those of the form by field, as the form holds them; of a file, where it lies."""
        self._page = None
        for name, value in answers.items():
            self._enter[self._words.field(name)["type"]](name, value)

    def value(self, name):
        """What stands in a field that is written into."""
        self._page = None
        return self._window.text_of(self._part(name, "text"))

    def _look_anew(self):
        seen = self._window.tree.showing()
        labels = [one for one in seen if one.role == ROLES["label"]]
        self._page = seen, list(zip(labels, self._window.tree.names(labels)))

    def _row(self, name):
        """What showed in the row of a field, in its order."""
        # The official form's number comes first.
        label = re.compile(rf"(\d\S* )?{re.escape(self._words.label(name))}")
        seen, labels = self._page
        for one, called in labels:
            if label.fullmatch(called):
                row = one.place[:-1]
                return [other for other in seen if other.place[:len(row)] == row]
        return []

    def _look(self, name):
        """What shows in the row of a field, in its order. The page is not read again for each field: what has gone is
        found out by whoever wants it."""
        row = self._page and self._row(name)
        if not row:
            self._look_anew()
            row = self._row(name)
        return row

    def _part(self, name, role, index=0, called=None):
        def find():
            parts = [one for one in self._look(name) if one.role == ROLES[role]]
            if called is not None:
                parts = [one for one, itself in zip(parts, self._window.tree.names(parts)) if itself == called]
            part = self._window.tree.object(parts[index]) if len(parts) > index else None
            if part is None:
                self._page = None
            return part

        return self._window.wait(find, f"{called or role} of {self._words.label(name)!r}")

    def _write(self, name, value):
        self._window.write_into(self._part(name, "text"), value)

    def _check(self, node):
        self._window.press_it(node)
        self._window.wait(lambda: self._window.has_state(node, Atspi.StateType.CHECKED), "it to be checked")

    def _press(self, name, value):
        self._check(self._part(name, "radio", called=self._words.choice(name, value)))

    def _press_all(self, name, value):
        for code in value.split(","):
            self._check(self._part(name, "checkbox", called=self._words.choice(name, code)))

    def _choose_code(self, name, value):
        item = self._words.choice(name, value)
        if any(one.role == ROLES["text"] for one in self._look(name)):
            self._write(name, item)  # a long list is searched
        self._window.choose_in(self._part(name, "combo"), item)

    def _write_date(self, name, value):
        year, month, day = value.split("-")
        self._window.write_into(self._part(name, "text"), year)
        self._window.choose_in(self._part(name, "combo", 0), str(int(month)))
        self._window.choose_in(self._part(name, "combo", 1), str(int(day)))

    def _search_place(self, name, value):
        self._window.write_into(self._part(name, "text"), value)
        self._window.keys("Down", "Return")

    def _agree(self, name, value):
        self._check(self._part(name, "checkbox"))

    def choose_file(self, name, path):
        """Not until it has arrived."""
        self._window.press_it(self._part(name, "button"))
        self._window.give_file(path)

    def await_file(self, name):
        self._part(name, "button", called=self._words["form.file.other"])

    def _hand_in(self, name, path):
        self.choose_file(name, path)
        self.await_file(name)
