"""From the menu to the result of an application, at the real service: what is typed outlives the program, the card
signs what is filed, files arrive whole, and the office's words come back; so too where a mother files for her child. And
who may not file hears why."""

import hashlib
import json
import re
import signal
import sqlite3
import unittest

from window_test import ROOT, WindowTest, picture_on_failure
# What follows lies where window_test.py looks for it.
from account import CardAccount
from accessible import ROLES, Atspi
from application import EXTENSION, FAMILY, CardApplication, born
from office import Office
from password_page import link_in, set_password, text_of

PASSWORD = "AB12345!"
BEFORE_THE_END = ("identity", "stay")
AFTER_STATUS = ("livingT", "guarantor", "together")
ELIGIBILITY = json.loads((ROOT / "resources" / "procedures" / "eligibility.json").read_text())


class ApplicationTest(WindowTest):
    def register(self, plan, **options):
        """As far as the list of applications."""
        self.begin(language="en")
        self.shown = self.registration(**options)
        self.identity = self.shown.run()
        set_password(link_in(self.stack.wait_for_mail()[0]), PASSWORD, self.stack.tls / "ca.pem")
        self.shown.window.press("button", self.shown.texts["step3.finish"])
        self.log_in(plan)

    def log_in(self, plan=EXTENSION):
        CardAccount(self.shown, self.identity).log_in()
        self.window, self.texts = self.shown.window, self.shown.texts
        self.application = CardApplication(self.shown, self.stack.folder, plan)
        self.application.open_list()

    def answered(self):
        """What stands in the fields of the page."""
        seen = self.window.showing("text", "radio", "combo")
        aids = tuple(self.texts[aid] for aid in ("form.search", "place.search"))
        return [(name, text, one.has(Atspi.StateType.CHECKED))
                for one, name, text in zip(seen, self.window.tree.names(seen), self.window.tree.texts(seen))
                if not (one.role == ROLES["text"] and name.endswith(aids))]

    def type_until_killed(self):
        """Into three pages. Gives what stood on each when the program was killed."""
        answered = {}
        for page in BEFORE_THE_END:
            self.application.await_page(page)
            self.application.form.fill(EXTENSION.answers[page])
            answered[page] = self.answered()
            self.window.press("button", self.texts["form.next"])
        self.application.fill_family()
        self.window.focus(self.window.find("button", self.texts["form.next"]))
        self.window.find("label", pattern="^" + self.texts["application.kept"].replace("%1", ".*") + "$")
        answered["family"] = self.answered()
        self.stack.stop("client", signal.SIGKILL)
        return answered

    def type_until_ended(self):
        """By the system, in the middle of a field: as when the desktop's session ends with nobody there to be asked."""
        self.application.form.fill({"homeTown": "フィリピン　マニラ"})
        self.assertEqual(self.stack.stop("client"), 0)
        with sqlite3.connect(self.stack.database) as database:
            self.assertEqual(database.execute("SELECT COUNT(*) FROM sessions WHERE replaced = 0").fetchall(), [(0,)])

    def assert_answered(self, answered):
        """Beginning with the page that is shown, back to the first."""
        for page in reversed(answered):
            self.application.await_page(page)
            self.window.wait(lambda: self.answered() == answered[page], f"{answered[page]} on the page {page}")
            self.window.press("button", self.texts["header.back"])
        self.window.find("button", self.texts["applications.new"])

    def open_draft(self):
        self.window.press("button", self.application.words["value.procedure.extension"])

    def refuse_file(self):
        """What only looks like a PDF file."""
        damaged = self.stack.folder / "damaged.pdf"
        damaged.write_bytes(b"%PDF-1.4\nnothing that anybody could read\n")
        self.application.form.choose_file("documents.file", damaged)
        self.assert_shown(self.shown, self.texts.filled("file.refused", "damaged.pdf"), self.texts["file.damaged"])

    def assert_filed(self, provisional, *files):
        filed, = self.stack.administer("--personal", "applications", "show", provisional)
        self.assertEqual(filed["state"], "filed")
        self.assertTrue(filed["signed"])
        handed_in = {(file["name"], file["bytes"], file["sha256"]) for file in filed["files"]}
        self.assertEqual(handed_in, {(path.name, path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest())
                                     for path in (self.stack.folder / name for name in files)})
        self.assertIn(provisional, text_of(self.stack.wait_for_mail(kind="applicationFiled")[0]))

    def decide(self, provisional):
        """Over the next days, as the office does it: the window shows each step."""
        office = Office(self.stack)
        self.application.to_list()
        self.application.open_filed("filed")
        number, provisional_there = office.give_number(self.window)
        self.assertEqual(provisional_there, provisional)
        self.application.reopen("examination")
        self.window.find("label", pattern=re.escape(self.texts.filled("applications.number", number)))
        office.want_documents(number, "A newer certificate, please.")
        self.application.reopen("documentsWanted")
        self.window.find("label", "A newer certificate, please.")
        office.grant(number, "Three years.")
        self.application.reopen("decided")
        self.window.find("label", self.texts["applicationDetail.granted"])
        self.window.find("label", pattern="^Three years\\.")
        for mail in office.mails("applicationNumbered", "documentsWanted", "grantedByPost"):
            self.assertIn(number, text_of(mail))

    @picture_on_failure
    def test_extension(self):
        self.register(EXTENSION)
        self.application.ask()
        self.application.begin_draft()
        answered = self.type_until_killed()

        self.stack.start_client()
        self.shown = self.registration()
        self.log_in()
        self.open_draft()
        self.assert_answered(answered)
        self.open_draft()
        for page in answered:
            self.application.await_page(page)
            self.window.press("button", self.texts["form.next"])
        self.application.fill(["status"])
        self.application.form.fill({"hasWork": "yes"})
        self.window.find("text", pattern=re.escape(self.application.words.label("income")) + " yen$")
        self.application.fill(AFTER_STATUS)
        self.application.start_document()
        self.refuse_file()
        self.application.hand_in()
        words = self.application.words
        self.window.find("label", f"{words.label('procedure')}: {words.choice('procedure', 'extension')}")
        provisional = self.application.file()
        self.assert_filed(provisional, "photo.jpg", "document.pdf")
        self.decide(provisional)

    @picture_on_failure
    def test_family(self):
        """Who is 16 has to apply alone; for a child of 15 its mother files, with the part of who supports it."""
        self.register(FAMILY, user_class="family")
        self.application.ask(dateOfBirth=born(16), unable="no")
        self.assert_shown(self.shown, self.texts["prospect.notAllowed"],
                          *(ELIGIBILITY["texts"][why]["en"]
                            for why in ("under16OrUnable", "insteadSelfOrRepresentative")))
        self.assertIsNone(self.window.look_for("button", self.texts["prospect.begin"]))
        self.application.ask_otherwise(dateOfBirth=born(15))
        self.application.begin_draft()
        self.type_until_ended()

        self.stack.start_client()
        self.shown = self.registration()
        self.log_in(FAMILY)
        self.open_draft()
        self.application.await_page("identity")
        self.assertEqual(self.application.form.value("homeTown"), "フィリピン　マニラ")
        self.application.fill()
        self.application.start_document()
        self.application.hand_in()
        provisional = self.application.file()
        self.assert_filed(provisional, "document.pdf")
        self.decide(provisional)


if __name__ == "__main__":
    unittest.main()
