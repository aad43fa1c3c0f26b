"""Nothing that was typed is lost, and nobody is registered twice: switches of language, ways back and forth, a
card taken away, a window made smaller, a backend or a program that dies in the middle."""

import signal
import subprocess
import unittest

from window_test import LANGUAGES, WindowTest, picture_on_failure
# What follows lies where window_test.py looks for it.
from accessible import ROLES, Atspi
from languages import LANGUAGE_NAMES
from relay import Relay
from texts import Texts

# What the header has: neither a language nor a text size is typed.
HEADER = {*LANGUAGE_NAMES.values(),
          *(Texts(language)[f"header.textSize.{size}"] for language in LANGUAGES for size in ("normal", "large", "largest"))}


class DraftsTest(WindowTest):
    def typed(self, registration):
        """What stands in the inputs of STEP1."""
        window = registration.window
        found = []
        seen = window.showing("text", "radio", "checkbox", "combo")
        for one, name, text in zip(seen, window.tree.names(seen), window.tree.texts(seen)):
            if one.role == ROLES["text"]:
                found.append(text)
            elif one.role in (ROLES["radio"], ROLES["checkbox"]) and name not in HEADER:
                found.append(one.has(Atspi.StateType.CHECKED))
            elif one.role == ROLES["combo"] and name.isdigit():
                found.append(name)
        return found

    def assert_typed(self, registration, expected):
        registration.window.wait(lambda: self.typed(registration) == expected,
                                 f"the inputs to be {expected} instead of {self.typed(registration)}")

    def through_languages(self, registration, page):
        """Switches through all languages and back; `page` is the id of a text that each shows."""
        own = registration.texts.language
        for language in [*(other for other in LANGUAGES if other != own), own]:
            registration.switch_language(language)
            self.assert_shown(registration, registration.texts[page])
            yield

    def fill(self, registration):
        registration.fill_answers()
        registration.accept_terms()
        return self.typed(registration)

    def to_step1(self, registration):
        """The secrets again, on the way back to the form."""
        registration.window.find("label", registration.texts["before.ready"])
        registration.window.press("button", registration.texts["common.next"])
        registration.give_password()
        registration.give_pin()
        registration.window.find("button", registration.texts["step1.check"])

    def take_card_away(self, registration):
        self.stack.card_command("remove")
        self.assert_shown(registration, registration.texts["failure.cardRemoved.title"],
                          registration.texts["failure.cardRemoved.text"])
        self.stack.card_command("insert")
        self.to_step1(registration)

    def resize(self, width, height):
        subprocess.run(["xdotool", "getactivewindow", "windowsize", "--sync", str(width), str(height)], check=True)

    @picture_on_failure
    def test_on_every_page(self):
        self.begin()
        registration = self.registration()
        window = registration.window
        window.find("heading", registration.texts["top.title"])
        for _ in self.through_languages(registration, "top.title"):
            pass
        registration.open_entrance()
        window.find("label", registration.texts["before.ready"])
        for _ in self.through_languages(registration, "before.ready"):
            pass
        window.press("button", registration.texts["common.next"])
        # A secret half typed stays, however often the language changes meanwhile.
        window.type_secret(registration.texts["secret.password.label"], "MADO")
        for _ in self.through_languages(registration, "password.title"):
            self.assert_shown(registration, registration.texts.counted("secret.password.count", 4))
        window.type_secret(registration.texts["secret.password.label"], "1234")
        window.press("button", registration.texts["common.next"])
        window.type_secret(registration.texts["secret.pin.label"], "12")
        for _ in self.through_languages(registration, "pin.title"):
            self.assert_shown(registration, registration.texts.counted("secret.pin.count", 2))
        window.type_secret(registration.texts["secret.pin.label"], "34")
        window.press("button", registration.texts["common.next"])
        window.find("button", registration.texts["step1.check"])
        typed = self.fill(registration)
        self.assertIn("applicant@example.com", typed)

        for _ in self.through_languages(registration, "step1.title"):
            self.assert_typed(registration, typed)
        for size in ((420, 560), (1200, 900)):
            self.resize(*size)
            self.assert_typed(registration, typed)
        window.press("button", registration.texts["terms.open"])
        for _ in self.through_languages(registration, "terms.title"):
            pass
        window.press("button", registration.texts["terms.close"])
        self.assert_typed(registration, typed)
        # Back asks for the PIN again and keeps the rest.
        window.press("button", registration.texts["header.back"])
        registration.give_pin()
        window.find("button", registration.texts["step1.check"])
        self.assert_typed(registration, typed)
        self.take_card_away(registration)
        self.assert_typed(registration, typed)

        window.press("button", registration.texts["step1.check"])
        registration.check()
        answers = self.answers(registration)
        self.assertIn("SANTOS MARIA CLARA", "\n".join(answers))
        for _ in self.through_languages(registration, "step2.title"):
            pass
        self.assertEqual(self.answers(registration), answers)
        for field in ("name", "phone", "userClass"):
            window.press("button", registration.texts.filled("review.change.named", registration.label(field)))
            window.find("button", registration.texts["step1.check"])
            window.press("button", registration.texts["step1.check"])
            registration.check()
            self.assertEqual(self.answers(registration), answers)
        self.take_card_away(registration)
        window.press("button", registration.texts["step1.check"])
        registration.check()
        self.assertEqual(self.answers(registration), answers)
        registration.submit()
        self.assertEqual([registration.authentication_id()], self.stack.registrations())

    def answers(self, registration):
        """What STEP2 shows, each with its label."""
        labels = registration.window.shown_names("label")
        return [answer for label, answer in zip(labels, labels[1:]) if answer.startswith(label + ": ")]

    def to_step2(self, registration):
        registration.start()
        registration.give_password()
        registration.give_pin()
        registration.fill()
        registration.check()
        return self.answers(registration)

    @picture_on_failure
    def test_backend_stopped_and_started_again(self):
        self.begin(language="en")
        registration = self.registration()
        answers = self.to_step2(registration)
        port = self.stack.port
        self.stack.stop("backend")
        registration.submit()
        self.assert_failure(registration, "networkUnreachable")
        self.assert_shown(registration, *answers)
        self.assertEqual(self.stack.registrations(), [])
        self.stack.start_backend(port)
        registration.submit()
        self.assertEqual([registration.authentication_id()], self.stack.registrations())
        self.assertEqual(len(self.stack.wait_for_mail()), 1)

    def begin_with_relay(self):
        relay = Relay()
        self.addCleanup(relay.close)

        def start(stack):
            stack.start_backend(origin=relay.origin)
            relay.backend_port, stack.port = stack.port, relay.port

        self.begin(language="en", start_backend=start)
        return relay

    def wait_until_stored(self, registration):
        return registration.window.wait(self.stack.registrations, "the account in the database")

    @picture_on_failure
    def test_backend_killed_before_it_could_answer(self):
        relay = self.begin_with_relay()
        registration = self.registration()
        answers = self.to_step2(registration)
        relay.swallow_answer = True
        registration.submit()
        stored = self.wait_until_stored(registration)
        self.stack.stop("backend", signal.SIGKILL)
        relay.cut()
        self.assert_failure(registration, "answerLost")
        self.assert_shown(registration, *answers)
        self.stack.start_backend(relay.backend_port, origin=relay.origin)
        self.stack.port = relay.port
        registration.submit()
        # The same account, and the mail that the first life of the backend still owed.
        self.assertEqual(registration.authentication_id(), stored[0])
        self.assertEqual(self.stack.registrations(), stored)
        self.stack.wait_for_mail()

    @picture_on_failure
    def test_program_killed_before_it_heard_the_answer(self):
        relay = self.begin_with_relay()
        registration = self.registration()
        self.to_step2(registration)
        relay.swallow_answer = True
        registration.submit()
        stored = self.wait_until_stored(registration)
        self.stack.stop("client", signal.SIGKILL)
        relay.cut()
        self.stack.wait_for_mail()
        # The same person again: the card is known, and how to get the ID is told, but not the ID.
        self.stack.start_client()
        registration = self.registration()
        self.to_step2(registration)
        registration.submit()
        self.assert_failure(registration, "alreadyRegistered")
        self.assertNotIn(stored[0], "\n".join(registration.window.texts()))
        self.assertEqual(self.stack.registrations(), stored)


if __name__ == "__main__":
    unittest.main()
