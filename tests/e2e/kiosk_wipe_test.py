"""What a visit at a kiosk leaves behind: nothing, neither in the memory of the process that stays nor on disk."""

import hashlib
import os
import re
import sqlite3
import unittest

from kiosk import Kiosk
from memory_image import MemoryImage
from window_test import picture_on_failure
# What follows lies where window_test.py looks for it.
from account import CardAccount
from password_page import link_in, set_password
from registration import COMMON, SECRETS

# Made up, and like nothing else in the program.
MAIL = "maria.qzkiosk@example.com"
PHONE = "03-9274-6158"
OWN_PASSWORD = "Qz8361!k"
# The card's, as the pages show them.
NAME, ADDRESS = "SANTOS MARIA CLARA", "霞が関１－１－１"


# As Qt holds texts, and as they are sent.
ENCODINGS = ("utf-16-le", "utf-16-be", "utf-8")


class KioskWipeTest(Kiosk):
    def look(self, pid, texts):
        """text -> where it stands."""
        with MemoryImage(pid, self.stack.folder) as image:
            self.searched = image.size >> 20
            found = [image.places([text.encode(encoding) for text in texts]) for encoding in ENCODINGS]
        return {text: set().union(*places) for text, places in zip(texts, zip(*found))}

    def token_of(self, pid):
        """Of the session: what stands in the visit's locked pages and is that of which the service has the digest."""
        digest = self.ask("SELECT hash FROM sessions WHERE replaced = 0")[0]
        with MemoryImage(pid, self.stack.folder) as image:
            # Where another letter happens to stand before it, too.
            tokens = {found.decode() for found in image.locked_matches(re.compile(rb"(?=([A-Za-z0-9_-]{43}))"))}
        return next((token for token in tokens if hashlib.sha256(token.encode()).hexdigest() == digest), None)

    def ask(self, statement):
        with sqlite3.connect(self.stack.database) as database:
            return database.execute(statement).fetchone()

    def files(self):
        """name -> digest, of all that the kiosk's user has, but for sockets."""
        return {str(path): hashlib.sha256(path.read_bytes()).hexdigest()
                for folder in ("home", "tmp") for path in sorted((self.stack.folder / folder).rglob("*"))
                if path.is_file()}

    def register(self):
        visit = self.begin_visit("en")
        visit.answers |= {"phone": PHONE, "email": MAIL, "emailConfirmation": MAIL}
        self.assertEqual(set(COMMON) - set(visit.answers), set())
        visit.start()
        visit.give_password()
        visit.give_pin()
        visit.fill()
        visit.check()
        visit.submit()
        visit.window.find("button", visit.texts["step3.finish"])
        identity = visit.window.find("label", pattern="^[A-Za-z]{5}[0-9]{5}$").get_name()
        set_password(link_in(self.stack.wait_for_mail()[0]), OWN_PASSWORD, self.stack.tls / "ca.pem")
        visit.window.press("button", visit.texts["step3.finish"])
        return visit, identity

    @picture_on_failure
    def test_nothing_is_left_of_a_visit(self):
        self.begin_kiosk(environment={"LD_PRELOAD": os.environ["MADOGUCHI_DUMPABLE"]})
        self.shell.find("button")
        shell = self.stack.pid("client")
        files = self.files()
        visit, identity = self.register()
        CardAccount(visit, identity).log_in()
        visit.window.find("label", pattern=NAME)
        # A session can have been given a new one between the question and the picture.
        token = visit.window.wait(lambda: self.token_of(self.visits()[0]), "the session's token")
        texts = [NAME, ADDRESS, MAIL, PHONE.replace("-", ""), SECRETS["password"], identity, token]
        inside = self.look(self.visits()[0], texts)
        # So that the search is one that finds: what was shown or said lately is still there.
        for text in (NAME, MAIL, identity, token):
            self.assertTrue(inside[text], text)
        before = self.look(shell, texts)

        visit.window.press("button", visit.texts["visit.end"])
        visit.window.find("heading", visit.texts["visit.end.title"])
        visit.window.press("button", visit.texts["visit.end"])
        # The card still lies in the reader.
        visit.window.find("label", visit.texts["visit.ending.card"])
        visit.window.wait(lambda: self.ask("SELECT COUNT(*) FROM sessions WHERE replaced = 0") == (0,),
                          "the service to hear of it")
        self.stack.card_command("remove")
        self.wait_for_start("kiosk.ended.title", "en")

        after = self.look(shell, texts)
        print(f"{self.searched} MiB of the process that stays; places of {len(texts)} texts in the visit "
              f"{[len(places) for places in inside.values()]}, in what stays {[len(places) for places in after.values()]}")
        # The made-up persons of the demonstration are part of the program, in the same places as before.
        for text in texts:
            self.assertEqual(after[text] - before[text], set(), text)
        self.assertEqual(before[token] | before[MAIL] | before[identity], set())
        self.assertEqual(self.files(), files)
        print(f"{len(files)} files in home and tmp, before and after")


if __name__ == "__main__":
    unittest.main()
