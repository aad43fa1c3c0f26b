"""Journeys through the window of the program for Windows: what scripts/run-demo shows on Linux."""

import json
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from under_wine import WINE, UnderWine  # noqa: E402

import demo  # noqa: E402
from languages import LANGUAGE_NAMES  # noqa: E402
from window_test import picture_on_failure  # noqa: E402

# As on Linux (tests/e2e/registration_test.py).
MOST_APDUS, MOST_BYTES = 28, 5000


class JourneysTest(UnderWine):
    def register(self, **options):
        self.begin(**options)
        registration = self.registration()
        report = demo.register(self.stack, registration)
        self.assertLessEqual(report["apdu"]["count"], MOST_APDUS)
        self.assertLessEqual(report["apdu"]["bytes"], MOST_BYTES)
        self.assertIn("verified=0 ", self.stack.card_command("status"))
        return registration, report

    @picture_on_failure
    def test_registration_in_every_language(self):
        for language in LANGUAGE_NAMES:
            with self.subTest(language=language):
                report = self.register(language=language)[1]
                self.assertEqual(report["language"], language)
                self.end()

    @picture_on_failure
    def test_first_password_login_and_change(self):
        registration, report = self.register()
        report = demo.JOURNEYS["change"](self.stack, registration, demo.give_password(self.stack, report))
        self.assertTrue(report["informationChanged"])

    @picture_on_failure
    def test_application_with_photo_and_document_until_its_result(self):
        registration, report = self.register()
        report = demo.JOURNEYS["extension"](self.stack, registration, demo.give_password(self.stack, report))
        self.assertEqual(report["applicationState"], "decided")

    @picture_on_failure
    def test_wrong_password_is_refused_with_the_tries_that_are_left(self):
        self.begin()
        registration = self.registration()
        registration.start()
        before = self.card_status()["password-tries"]
        registration.window.type_secret(registration.texts["secret.password.label"], "WRONG999")
        registration.window.press("button", registration.texts["common.next"])
        registration.window.find("password", registration.texts["secret.password.label"])
        registration.window.wait(lambda: self.card_status()["password-tries"] != before, "the card to count the try")
        registration.give_password()
        registration.give_pin()
        registration.window.find("button", registration.texts["step1.check"])
        self.assertEqual(self.card_status()["password-tries"], before)

    @picture_on_failure
    def test_card_that_comes_and_goes(self):
        self.begin()
        registration = self.registration()
        registration.open_entrance()
        registration.window.find("label", registration.texts["before.ready"])
        self.stack.card_command("remove")
        self.assert_failure(registration, "noCard")
        self.stack.card_command("insert")
        registration.window.find("label", registration.texts["before.ready"])

    @picture_on_failure
    def test_windows_does_not_end_before_the_person_has_agreed(self):
        self.begin()
        registration = self.registration()
        registration.start()
        registration.give_password()
        registration.give_pin()
        registration.fill_answers()
        asked = subprocess.run([WINE, "wineboot", "--end-session"], env=self.stack.environment, timeout=120, check=False)
        self.assertNotEqual(asked.returncode, 0)
        registration.window.press("button", registration.texts["leave.no"])
        registration.accept_terms()
        registration.leave("step1", "step1.check")
        registration.check()


if __name__ == "__main__":
    unittest.main()
