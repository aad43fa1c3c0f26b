"""What the tests of the real window have in common: a stack of their own (service, card, backend, display,
program), taken down again, and a picture of the window where a test fails."""

import os
import pathlib
import re
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "lib"))

from languages import LANGUAGE_NAMES  # noqa: E402
from registration import Registration  # noqa: E402
from stack import Stack  # noqa: E402

LANGUAGES = tuple(LANGUAGE_NAMES)

# Failure codes by name, as published.
FAILURE_CODES = {name: code for code, name in re.findall(
    r"^\| (MG-\d+(?: \(WZBAM\d+E\))?) \| (\w+) \|", (ROOT / "docs" / "failure-codes.md").read_text(), re.MULTILINE)}


class WindowTest(unittest.TestCase):
    """begin() starts everything; it may be called once in each subtest, after end()."""

    stack = None

    def begin(self, *, person="maria", language="ja", card_options=(), client_options=(),
              client_environment=None, card="pcsc", start_backend=Stack.start_backend,
              start_display=Stack.start_display, start_client=Stack.start_client):
        self._folder = tempfile.TemporaryDirectory(prefix="madoguchi-e2e-")
        self.stack = Stack(os.environ["MADOGUCHI_BIN"], self._folder.name, person=person, language=language,
                           card=card, headless=True)
        self.stack.make_trust()
        start_backend(self.stack)
        self.stack.start_card(*card_options)
        start_display(self.stack)
        start_client(self.stack, *client_options, environment=client_environment)

    def registration(self, **options):
        return Registration(self.stack, **options)

    def assert_shown(self, registration, *expected):
        """That all these texts stand in the window, each in an object of its own or in one's name."""
        # Texts that send people to the help desk say what is known of it: nothing, by these services.
        expected = [text.replace("%helpDesk", registration.texts["help.desk.none"]) for text in expected]
        missing = []

        def all_there():
            names = registration.window.shown_names()
            missing[:] = [text for text in expected if text not in names]
            return not missing

        registration.window.wait(all_there, missing)

    def assert_failure(self, registration, name, languages=LANGUAGES):
        """That the window shows the failure with text, remedy and code, in one language after the other."""
        for language in languages:
            registration.switch_language(language)
            texts = registration.texts
            self.assert_shown(registration, *(texts[f"failure.{name}.{part}"] for part in ("title", "text", "remedy")),
                              texts.filled("failure.code", FAILURE_CODES[name]))

    def card_status(self):
        """What the card itself says: tries left, verified, ..."""
        words = self.stack.card_command("status").split()[1:]
        return dict(word.split("=") for word in words)

    def end(self):
        if self.stack is None:
            return
        self.stack.__exit__()
        self._folder.cleanup()
        self.stack = None

    def tearDown(self):
        try:
            if self.stack:
                self.stack.check_client()
        finally:
            self.end()

    def keep_picture(self):
        """Where the window stood: into the folder that MADOGUCHI_PICTURES names."""
        folder = os.environ.get("MADOGUCHI_PICTURES")
        if folder and self.stack and "display" in self.stack.processes:
            picture = self.stack.screenshot("failed")
            target = pathlib.Path(folder) / f"{self.id()}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(picture.read_bytes())
            print(f"the window then: {target}", file=sys.stderr)
        if self.stack:
            print((self.stack.folder / "client.log").read_text(errors="replace")[-2000:], file=sys.stderr)


def picture_on_failure(test):
    def wrapped(self, *arguments):
        try:
            return test(self, *arguments)
        except Exception:
            self.keep_picture()
            raise

    return wrapped
