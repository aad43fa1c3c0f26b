"""Every message of the Agency's table that belongs to registration, in the window: all at once in a summary that
takes the focus and is announced, whose lines lead to the fields, with the same words at each field; in all three
languages, switched in the window."""

import unittest

from window_test import LANGUAGES, WindowTest, picture_on_failure
# What follows lies where window_test.py looks for it.
from accessible import ROLES, Announcements
from scripted_backend import ScriptedBackend

FIELDS = ("name", "sex", "dateOfBirth", "municipalityCode", "addressRest", "phone", "email", "emailConfirmation",
          "userClass", "residenceCardNumber", "termsAccepted")
WITHOUT_CARD = tuple(field for field in FIELDS if field not in ("userClass", "residenceCardNumber"))
PRIVATE_USE = "\ue000"


def error_text(registration, field, code):
    texts = registration.texts
    choice = code == "WZBAM001E" and field in ("sex", "userClass")
    return texts.filled(f"fieldError.{code}" + (".choice" if choice else ""), registration.label(field)) + f" ({code})"


class ErrorsTest(WindowTest):
    def open_step1(self, **options):
        registration = self.registration(**options)
        registration.start()
        if registration.entrance == "cardHolder":
            registration.give_password()
            registration.give_pin()
        registration.window.find("button", registration.texts["step1.check"])
        return registration

    def assert_errors(self, registration, summary, expected):
        """`expected`: code by field, in the order of the form."""
        window = registration.window
        for language in LANGUAGES:
            registration.switch_language(language)
            texts = registration.texts
            lines = [error_text(registration, field, code) for field, code in expected.items()]
            self.assert_shown(registration, texts[f"message.{summary}.text"], texts[f"message.{summary}.remedy"],
                              texts.filled("failure.code", summary), *lines)
            seen = window.showing()
            objects = [(one.role, name) for one, name in zip(seen, window.tree.names(seen))]
            # The summary has one line for each, in the order of the form, and no other.
            self.assertEqual([name for role, name in objects if role == ROLES["button"] and name in lines], lines)
            # The same words stand at each field: after its label and before the next one's.
            for field, line in zip(expected, lines):
                own = objects.index((ROLES["label"], registration.label(field)))
                at = objects.index((ROLES["label"], line))
                self.assertGreater(at, own)
                between = [name for role, name in objects[own + 1:at] if role == ROLES["label"]]
                self.assertFalse({registration.label(other) for other in FIELDS if other != field} & set(between))

    def assert_presented(self, registration, title_id, rest_id, announcements):
        """The title of the panel has the focus, by which a screen reader says it, and the rest was announced."""
        title, rest = registration.texts[title_id], registration.texts[rest_id]
        registration.window.wait_for_focus(registration.window.find("label", title))
        registration.window.wait(lambda: announcements.heard(rest), f"the announcement of {rest!r}")
        self.assertFalse(announcements.heard(title), f"{title!r} is said twice")

    def assert_lines_lead_to_fields(self, registration, expected, targets):
        """Each line of the summary gives its field the focus."""
        window = registration.window
        for field, code in expected.items():
            window.press("button", error_text(registration, field, code))
            role, name = targets[field]
            window.wait_for_focus(window.find(role, name))

    @picture_on_failure
    def test_all_at_once(self):
        self.begin()
        registration = self.open_step1(entrance="coeByEmail")
        window, texts = registration.window, registration.texts
        announcements = Announcements()
        self.addCleanup(announcements.stop)
        window.press("button", texts["step1.check"])
        missing = dict.fromkeys(WITHOUT_CARD, "WZBAM001E") | {
            "municipalityCode": "WZBAM103E", "addressRest": "WZBAM104E", "termsAccepted": "WZBAM256E"}
        self.assert_presented(registration, "message.WZBAM001E.text", "message.WZBAM001E.remedy", announcements)
        self.assert_errors(registration, "WZBAM001E", missing)

        texts = registration.texts  # the last of the languages
        targets = {field: ("text", registration.label(field)) for field in WITHOUT_CARD}
        year = f"{registration.label('dateOfBirth')} {texts['date.year']}"
        targets |= {"sex": ("radio", texts["value.sex.male"]), "dateOfBirth": ("text", year),
                    "municipalityCode": ("text", texts["place.search"]),
                    "termsAccepted": ("button", texts["terms.open"])}
        self.assert_lines_lead_to_fields(registration, missing, targets)

        window.write(registration.label("name"), "12")
        window.write(registration.label("addressRest"), f"霞が関{PRIVATE_USE}")
        window.write(registration.label("phone"), "not a number")
        window.write(registration.label("email"), "nobody")
        window.write(registration.label("emailConfirmation"), "somebody@example.com")
        registration.fill_date(("1990", "2", "30"))
        window.press("button", texts["step1.check"])
        wrong = {"name": "WZBAM005E", "sex": "WZBAM001E", "dateOfBirth": "WZBAM111E",
                 "municipalityCode": "WZBAM103E", "addressRest": "WZBAM011E", "phone": "WZBAM005E",
                 "email": "WZBAM005E", "emailConfirmation": "WZBAM159E", "termsAccepted": "WZBAM256E"}
        self.assert_presented(registration, "message.WZBAM018E.text", "message.WZBAM018E.remedy", announcements)
        self.assert_errors(registration, "WZBAM018E", wrong)

    @picture_on_failure
    def test_form_that_contradicts_the_certificate(self):
        self.begin()
        registration = self.open_step1()
        window = registration.window
        window.write(registration.label("name"), "SANTOS MARTA CLARA")
        registration.fill()
        registration.check()
        registration.submit()
        window.find("label", registration.texts["failure.certificateMismatch.title"])
        # Every item, so that nobody learns which one differs.
        self.assert_errors(registration, "WZBAM018E", dict.fromkeys(FIELDS, "WZBAM018E"))
        self.assert_failure(registration, "certificateMismatch")
        self.assertEqual(self.stack.registrations(), [])
        self.assertEqual(window.text_of(window.find("text", registration.label("name"))), "SANTOS MARTA CLARA")

    @picture_on_failure
    def test_fault_of_the_service(self):
        """The real backend cannot know who is revoked while its list is missing: WZBAM098E, and nothing is lost."""
        self.begin()
        registration = self.open_step1()
        registration.fill()
        registration.check()
        lists = self.stack.pki / "trust" / "crl"
        away = lists.rename(lists.with_name("crl-away"))
        lists.mkdir()
        registration.submit()
        registration.window.find("label", registration.texts["failure.serverBusy.title"])
        self.assert_failure(registration, "serverBusy")
        self.assertEqual(self.stack.registrations(), [])
        lists.rmdir()
        away.rename(lists)
        registration.window.press("button", registration.texts["step2.submit"])
        shown = registration.authentication_id()
        self.assertEqual(self.stack.registrations(), [shown])

    @picture_on_failure
    def test_what_only_the_backend_finds(self):
        scripted = []

        def start(stack):
            scripted.append(ScriptedBackend(stack.tls))
            stack.port = scripted[0].port

        self.begin(start_backend=start)
        backend = scripted[0]
        self.addCleanup(backend.stop)
        registration = self.open_step1(entrance="coeByEmail")
        window = registration.window
        registration.fill()
        announcements = Announcements()
        self.addCleanup(announcements.stop)
        for code, fields in (("WZBAM023E", ("name", "phone")), ("WZBAM098E", ("dateOfBirth", "email"))):
            expected = dict.fromkeys(fields, code)
            registration.check()
            backend.refuse(422, code, "formInvalid", errors=expected)
            window.press("button", registration.texts["step2.submit"])
            self.assert_presented(registration, "failure.formRefused.title", "failure.formRefused.text", announcements)
            self.assert_errors(registration, code, expected)
            self.assert_failure(registration, "formRefused")
            window.press("button", registration.texts["step1.check"])
        registration.check()
        # Faults of the system itself leave the person where they were, with everything.
        for status, reason, failure in ((500, "internal", "serverError"), (503, "unavailable", "serverBusy")):
            backend.refuse(status, "WZBAM098E", reason)
            window.press("button", registration.texts["step2.submit"])
            self.assert_presented(registration, f"failure.{failure}.title", f"failure.{failure}.text", announcements)
            self.assert_failure(registration, failure)
        window.press("button", registration.texts["step2.submit"])
        window.find("label", ScriptedBackend.AUTHENTICATION_ID)
        forms = [request["registration"]["form"] for request in backend.registrations]
        self.assertEqual(len(forms), 5)
        self.assertEqual(forms, [forms[0]] * 5)
        self.assertEqual(len(set(backend.keys)), 1)


if __name__ == "__main__":
    unittest.main()
