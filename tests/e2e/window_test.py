"""What the tests of the real window have in common: a stack of their own (service, card, backend, display,
program), taken down again, and a picture of the window where a test fails."""

import os
import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "lib"))

from registration import Registration  # noqa: E402
from stack import Stack  # noqa: E402

LANGUAGES = ("ja", "easy", "en")


class WindowTest(unittest.TestCase):
    """begin() starts everything; it may be called once in each subtest, after end()."""

    stack = None

    def begin(self, *, person="maria", language="ja", card_options=(), client_options=(), card="pcsc"):
        self._folder = tempfile.TemporaryDirectory(prefix="madoguchi-e2e-")
        self.stack = Stack(os.environ["MADOGUCHI_BIN"], self._folder.name, person=person, language=language,
                           card=card, headless=True)
        self.stack.make_trust()
        self.stack.start_backend()
        self.stack.start_card(*card_options)
        self.stack.start_display()
        self.stack.start_client(*client_options)

    def registration(self, **options):
        return Registration(self.stack, **options)

    def end(self):
        if self.stack is None:
            return
        self.stack.__exit__()
        self._folder.cleanup()
        self.stack = None

    def tearDown(self):
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
