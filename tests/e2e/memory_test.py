"""Password and PIN stand in the program's locked pages, while they are needed, and nowhere else: a search of
its whole memory after they were typed, verified and used in the real window."""

import os
import unittest

from memory_image import MemoryImage
from window_test import WindowTest, picture_on_failure

# Nothing else in the program looks like this password. Any four digits stand somewhere in its tables, so the
# PIN's places are held against those before it was typed.
SECRETS = {"password": "QX7MPLW92TZK", "pin": "8305"}
ENCODINGS = ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


class MemoryTest(WindowTest):
    def look(self, when):
        found = {}
        with MemoryImage(self.stack.pid("client"), self.stack.folder) as image:
            for kind, secret in SECRETS.items():
                for spelling in {secret, secret.lower()}:
                    for encoding in ENCODINGS:
                        found[kind, spelling, encoding] = image.find(spelling.encode(encoding))
            inside = {kind: sum(len(found[key][0]) for key in found if key[0] == kind) for kind in SECRETS}
            print(f"{when}: {image.size >> 20} MiB searched, in locked pages {inside}")
        return found

    def elsewhere(self, found, before=None):
        """Places outside locked pages, of the PIN only those that are new."""
        places = []
        for key, (_, outside) in found.items():
            old = before[key][1] if before and key[0] == "pin" else []
            places += [(key, hex(address)) for address in outside if address not in old]
        return places

    @staticmethod
    def inside(found, kind):
        return [address for key, (inside, _) in found.items() if key[0] == kind for address in inside]

    @picture_on_failure
    def test_secrets_stand_nowhere_but_in_locked_pages(self):
        self.begin(card_options=("--password", SECRETS["password"], "--pin", SECRETS["pin"]),
                   client_environment={"LD_PRELOAD": os.environ["MADOGUCHI_DUMPABLE"]})
        registration = self.registration(secrets=SECRETS)
        texts, window = registration.texts, registration.window
        registration.start()
        before = self.look("before")
        self.assertEqual(self.inside(before, "password") + self.inside(before, "pin"), [])

        window.type_secret(texts["secret.password.label"], SECRETS["password"])
        window.find("label", texts.counted("secret.password.count", len(SECRETS["password"])))
        typed = self.look("password typed")
        self.assertTrue(self.inside(typed, "password"))
        self.assertEqual(self.elsewhere(typed, before), [])

        window.press("button", texts["common.next"])
        registration.give_pin()
        registration.fill()
        registration.check()
        verified = self.look("both verified, form filled")
        self.assertTrue(self.inside(verified, "password"))
        self.assertTrue(self.inside(verified, "pin"))
        self.assertEqual(self.elsewhere(verified, before), [])

        registration.submit()
        registration.authentication_id()
        used = self.look("used")
        self.assertEqual(self.inside(used, "password") + self.inside(used, "pin"), [])
        self.assertEqual(self.elsewhere(used, before), [])


if __name__ == "__main__":
    unittest.main()
