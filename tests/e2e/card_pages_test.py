"""What the window says when the card, its reader or its secrets are in the way, that no try is spent without the
person's doing, and that there is a way on each time."""

import os
import pathlib
import shlex
import signal
import subprocess
import unittest

from window_test import LANGUAGES, WindowTest, picture_on_failure

SERVICE_PID = pathlib.Path("/run/pcscd/pcscd.pid")
ALL_PASSWORD_TRIES, ALL_PIN_TRIES = 5, 3


class CardPagesTest(WindowTest):
    def stop_service(self):
        """Kills it, so that it leaves everything behind, as after a crash."""
        os.kill(int(SERVICE_PID.read_text().strip("\0\n")), signal.SIGKILL)

    def start_service(self):
        subprocess.run(shlex.split(os.environ["PRIVATE_PCSCD_START"]), check=True)

    def open(self, **options):
        self.begin(**options)
        registration = self.registration()
        registration.open_entrance()
        return registration

    def ready(self, registration):
        registration.window.find("label", registration.texts["before.ready"])

    def assert_tries(self, registration, *, password=ALL_PASSWORD_TRIES, pin=ALL_PIN_TRIES, shown=None):
        """What the card has left; and, where `shown` says which, that the page says the same."""
        if shown is not None:
            texts = registration.texts
            self.assert_shown(registration, texts["secret.tries.last"] if shown == 1
                              else texts.counted("secret.tries", shown))
        status = self.card_status()
        self.assertEqual((int(status["password-tries"]), int(status["pin-tries"])), (password, pin))

    def assert_ways(self, registration, *ways):
        for way in ways:
            registration.window.find_enabled("button", registration.texts[way])

    def give(self, registration, secret, text):
        registration.window.type_secret(registration.texts[f"secret.{secret}.label"], text)
        registration.window.press("button", registration.texts["common.next"])

    def wrong(self, registration, secret, text, left, **tries):
        """A wrong secret: the answer, the tries left, on the page and on the card, and the way on."""
        self.give(registration, secret, text)
        for language in LANGUAGES:
            registration.switch_language(language)
            self.assert_shown(registration, registration.texts[f"{secret}.wrong"],
                              registration.texts["secret.wrong.remedy"])
            self.assert_tries(registration, shown=left, **tries)
        self.assert_ways(registration, "common.next", "header.back")

    def last_try(self, registration, secret, text, **tries):
        """The last try is asked for; a no spends nothing, a yes is one."""
        window = registration.window
        self.give(registration, secret, text)
        self.assert_shown(registration, registration.texts["secret.lastTry.title"],
                          registration.texts[f"{secret}.lastTry"])
        self.assert_tries(registration, **tries)
        window.press("button", registration.texts["secret.lastTry.no"])
        window.find_enabled("button", registration.texts["common.next"])
        self.assert_tries(registration, shown=1, **tries)
        self.give(registration, secret, text)
        window.press("button", registration.texts["secret.lastTry.yes"])

    def blocked(self, registration, failure):
        self.assert_failure(registration, failure)
        self.assert_ways(registration, "way.otherCard", "way.agent", "way.leave")
        registration.window.press("button", registration.texts["way.agent"])
        self.assert_shown(registration, registration.texts["way.agent.text"])
        registration.window.press("button", registration.texts["way.otherCard"])
        registration.window.find("heading", registration.texts["before.title"])
        self.assert_failure(registration, failure)

    @picture_on_failure
    def test_service_stops_and_returns(self):
        registration = self.open()
        self.ready(registration)
        self.stop_service()
        self.assert_failure(registration, "serviceMissing")
        self.assert_ways(registration, "before.again", "way.agent", "way.leave", "selfCheck.open")
        self.start_service()
        self.ready(registration)
        registration.window.press("button", registration.texts["common.next"])
        registration.give_password()
        registration.window.find("password", registration.texts["secret.pin.label"])
        self.stop_service()
        self.assert_failure(registration, "serviceMissing")
        self.start_service()
        self.ready(registration)
        self.assert_tries(registration)

    @picture_on_failure
    def test_no_card(self):
        registration = self.open()
        self.ready(registration)
        self.stack.card_command("remove")
        self.assert_failure(registration, "noCard")
        self.assert_ways(registration, "before.again", "way.agent", "way.leave", "selfCheck.open")
        # Next says what is missing instead of going on.
        registration.window.press("button", registration.texts["common.next"])
        registration.window.wait_for_focus(
            registration.window.find("label", registration.texts["failure.noCard.title"]))
        self.stack.card_command("insert")
        self.ready(registration)

    @picture_on_failure
    def test_another_card_between_the_secrets(self):
        registration = self.open()
        self.ready(registration)
        registration.window.press("button", registration.texts["common.next"])
        registration.give_password()
        registration.window.find("password", registration.texts["secret.pin.label"])
        self.stack.card_command("person alias", answers=2)
        self.assert_failure(registration, "cardSwapped")
        self.assert_tries(registration)
        # The other person may go on with the own card, and finds nothing of the first.
        self.ready(registration)
        registration.window.press("button", registration.texts["common.next"])
        registration.give_password()
        registration.give_pin()
        name = registration.window.find("text", registration.label("name"))
        self.assertEqual(registration.window.text_of(name), "NGUYEN THI LAN")
        self.assertNotIn("SANTOS", "\n".join(registration.window.texts()))
        self.assert_tries(registration)

    @picture_on_failure
    def test_a_slow_card_is_waited_for(self):
        registration = self.open()
        self.ready(registration)
        registration.window.press("button", registration.texts["common.next"])
        registration.window.find("password", registration.texts["secret.password.label"])
        before = int(self.card_status()["verifications"])
        self.stack.card_command("hold 2", answers=0)
        registration.give_password()
        self.assertEqual(self.stack.card_command("", answers=1), "holding")
        self.assert_shown(registration, registration.texts["secret.checking.title"],
                          registration.texts["secret.checking.text"])
        self.stack.card_command("release", answers=0)
        registration.window.find("password", registration.texts["secret.pin.label"])
        self.assertEqual(int(self.card_status()["verifications"]), before + 1)
        self.assert_tries(registration)

    @picture_on_failure
    def test_wrong_password_to_the_last_try(self):
        registration = self.open(card_options=["--password-tries", "3"])
        self.ready(registration)
        registration.window.press("button", registration.texts["common.next"])
        registration.window.find("password", registration.texts["secret.password.label"])
        self.assert_tries(registration, password=3, shown=3)
        # What cannot be right is not sent.
        self.give(registration, "password", "AB12")
        self.assert_shown(registration, registration.texts["secret.impossible.title"])
        self.assert_tries(registration, password=3, shown=3)
        self.wrong(registration, "password", "WRONG1", 2, password=2)
        self.wrong(registration, "password", "WRONG1", 1, password=1)
        self.last_try(registration, "password", "WRONG1", password=1)
        self.blocked(registration, "passwordBlocked")
        self.assert_tries(registration, password=0)
        # The next person in the family has a card that works.
        self.stack.card_command("person alias", answers=2)
        self.ready(registration)

    @picture_on_failure
    def test_wrong_pin_to_the_last_try(self):
        registration = self.open(card_options=["--pin-tries", "2"])
        self.ready(registration)
        registration.window.press("button", registration.texts["common.next"])
        registration.give_password()
        registration.window.find("password", registration.texts["secret.pin.label"])
        self.assert_tries(registration, pin=2, shown=2)
        self.wrong(registration, "pin", "9999", 1, pin=1)
        self.last_try(registration, "pin", "9999", pin=1)
        self.blocked(registration, "pinBlocked")
        self.assert_tries(registration, pin=0)

    @picture_on_failure
    def test_cards_that_cannot_register(self):
        registration = self.open(person="child")
        for person, failure, tries in (("child", "noSigningCertificate", {}),
                                       ("expired", "authenticationCertificateExpired", {}),
                                       ("blocked", "passwordBlocked", {"password": 0, "pin": 0})):
            with self.subTest(person):
                if person != "child":
                    self.stack.card_command(f"person {person}", answers=2)
                self.assert_failure(registration, failure)
                self.assert_ways(registration, "before.again", "way.agent", "way.leave", "selfCheck.open")
                # Next does not lead to a page that asks for a secret.
                registration.window.press("button", registration.texts["common.next"])
                registration.window.wait_for_focus(
                    registration.window.find("label", registration.texts[f"failure.{failure}.title"]))
                if "password" not in tries:
                    tries = {name: int(self.card_status()[f"{name}-tries"]) for name in ("password", "pin")}
                self.assert_tries(registration, **tries)
        self.stack.card_command("person maria", answers=2)
        self.ready(registration)


if __name__ == "__main__":
    unittest.main()
