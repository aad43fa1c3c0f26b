"""Password and PIN stand in the program's locked pages, while they are needed, and nowhere else: a search of
its whole memory after they were typed, verified and used in the real window."""

import os
import re
import unittest

from memory_image import MemoryImage
from window_test import WindowTest, picture_on_failure

# Nothing else in the program looks like this password. Any four digits stand somewhere in its tables, so the
# PIN's places are held against those before it was typed.
SECRETS = {"password": "QX7MPLW92TZK", "pin": "8305"}


def spellings(secret):
    """In capitals or small letters, of one, two or four bytes each, in either order of bytes: one pass over the
    memory finds them all."""
    return re.compile(b"|".join(re.escape(("\0" * gap).join(text).encode())
                                for text in {secret, secret.lower()} for gap in (0, 1, 3)))


class MemoryTest(WindowTest):
    def look(self, when):
        with MemoryImage(self.stack.pid("client"), self.stack.folder) as image:
            found = {kind: image.find(spellings(secret)) for kind, secret in SECRETS.items()}
            inside = {kind: len(places) for kind, (places, _) in found.items()}
            print(f"{when}: {image.size >> 20} MiB searched, in locked pages {inside}")
        return found

    def assert_nowhere_else(self, found, before):
        """No places outside locked pages, of the PIN no new ones."""
        self.assertEqual([hex(address) for address in found["password"][1]], [])
        self.assertEqual([hex(address) for address in found["pin"][1] if address not in before["pin"][1]], [])

    @picture_on_failure
    def test_secrets_stand_nowhere_but_in_locked_pages(self):
        self.begin(card_options=("--password", SECRETS["password"], "--pin", SECRETS["pin"]),
                   client_environment={"LD_PRELOAD": os.environ["MADOGUCHI_DUMPABLE"]})
        registration = self.registration(secrets=SECRETS)
        texts, window = registration.texts, registration.window
        registration.start()
        before = self.look("before")
        self.assertEqual(before["password"][0] + before["pin"][0], [])

        window.type_secret(texts["secret.password.label"], SECRETS["password"])
        window.find("label", texts.counted("secret.password.count", len(SECRETS["password"])))
        typed = self.look("password typed")
        self.assertTrue(typed["password"][0])
        self.assert_nowhere_else(typed, before)

        window.press("button", texts["common.next"])
        registration.give_pin()
        registration.fill()
        registration.check()
        verified = self.look("both verified, form filled")
        self.assertTrue(verified["password"][0])
        self.assertTrue(verified["pin"][0])
        self.assert_nowhere_else(verified, before)

        registration.submit()
        registration.authentication_id()
        used = self.look("used")
        self.assertEqual(used["password"][0] + used["pin"][0], [])
        self.assert_nowhere_else(used, before)


if __name__ == "__main__":
    unittest.main()
