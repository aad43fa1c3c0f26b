"""The life of two accounts at the real service, through the window, the mails and Chromium: somebody with a card, who
moves house and gets another e-mail address, and somebody without, who forgets the password, is locked out, and comes
back after a year. The service's clock is moved on where people would wait."""

import pathlib
import re
import sqlite3
import unittest

from browser import Browser
from logged_in import LoggedIn
from registration import MAIL
from window_test import FAILURE_CODES, picture_on_failure
# What follows lies where window_test.py looks for it.
from account import CardAccount
from password_page import text_of

FIRST, SECOND, THIRD = "AB12345!", "CD67890!", "EF13579?"
NEW_MAIL = "maria@moved.example"
DAY = 24 * 60 * 60
FAKE_TIME = pathlib.Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1")


class LifeTest(LoggedIn):
    def mail_number(self, count):
        """The newest mail, when there are so many."""
        return max(self.stack.wait_for_mail(count), key=lambda mail: mail.stat().st_mtime_ns)

    def mails_to(self, address):
        return [mail for mail in sorted(self.stack.mails.glob("*.eml"))
                if re.search(rf"^To: .*{re.escape(address)}", mail.read_text(), re.MULTILINE)]

    def link(self, mail):
        return re.search(r"https://\S+/(?:password|email)/[\w-]{43}", text_of(mail))[0]

    def ask(self, statement):
        with sqlite3.connect(self.stack.database) as database:
            return database.execute(statement).fetchall()

    def browse(self):
        return Browser(self.stack.folder / "browser", self.stack.tls / "server.pem")

    def set_password(self, mail, secret):
        with self.browse() as browser:
            browser.open(self.link(mail))
            browser.type_passwords("short")
            browser.press()
            self.assertNotIn("/done", browser.path)
            browser.type_passwords(secret)
            browser.press()
            self.assertIn("/done", browser.path)
            self.assertEqual(browser.refused(), [])

    def move_clock(self, seconds):
        """The service goes on as long after today; the client notices nothing but that."""
        port = self.stack.port
        self.stack.stop("backend")
        self.stack.environment |= {"LD_PRELOAD": str(FAKE_TIME), "FAKETIME": f"+{seconds}",
                                   "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        self.stack.start_backend(port=port)

    def register(self, entrance):
        """The password's link in the mail after so many others, and what the account is called."""
        before = len(list(self.stack.mails.glob("*.eml")))
        registration = self.registration(entrance=entrance)
        self.window, self.texts, self.shown = registration.window, registration.texts, registration
        registration.run()
        self.window.press("button", self.texts["step3.finish"])
        self.set_password(self.mail_number(before + 1), FIRST)
        identity = re.search(r"\b[A-Za-z]{5}[0-9]{5}\b", text_of(self.mail_number(before + 2)))[0]
        self.assertIn(identity, self.stack.registrations())
        return identity

    def press_door(self, entrance):
        name = self.texts[f"top.logIn.{entrance}"]
        self.window.press("button", self.texts["top.logIn.named"].replace("%1", name))

    def assert_code(self, name):
        self.assert_shown(self.shown, self.texts[f"failure.{name}.title"],
                          self.texts.filled("failure.code", FAILURE_CODES[name]))

    def change_address_and_mail(self, account):
        account.open_information()
        self.window.press("button", self.texts["information.change"])
        self.shown.search_place("大阪府大阪市北区")
        self.window.write(self.texts["field.addressRest.label"], "中之島1-2-3")
        self.window.write(self.texts["field.email.label"], NEW_MAIL)
        self.window.write(self.texts["field.emailConfirmation.label"], NEW_MAIL)
        self.window.press("button", self.texts["step1.check"])
        self.window.press("button", self.texts["informationReview.send"])
        self.window.find("label", self.texts["informationChanged.newEmail"])
        self.assertIn("中之島１－２－３", self.ask("SELECT form FROM accounts")[0][0])
        self.stack.wait_for_mail(4)  # the confirmation and the notice to the former address
        self.assertEqual(len(self.mails_to(NEW_MAIL)), 1)
        with self.browse() as browser:
            browser.open(self.link(self.mails_to(NEW_MAIL)[0]))
            # Looking at it changes nothing.
            self.assertIn(MAIL, self.ask("SELECT form FROM accounts")[0][0])
            browser.press("Change")
            self.assertIn("/done", browser.path)
            self.assertEqual(browser.refused(), [])
        self.window.press("button", self.texts["informationChanged.back"])
        self.window.find("label", pattern=NEW_MAIL)

    def forget_password(self, identity):
        before = len(list(self.stack.mails.glob("*.eml")))
        self.press_door("coeByEmail")
        self.window.write(self.texts["login.id.label"], identity)
        self.window.write(self.texts["login.email.label"], MAIL)
        self.window.press("button", self.texts["login.requestLink"])
        self.window.find("label", self.texts["login.sent.title"])
        self.set_password(self.mail_number(before + 1), SECOND)

    def be_locked_out(self, identity):
        """The former password, five times."""
        for _ in range(5):
            self.type_credentials(identity, FIRST)
            self.window.find("label", pattern=re.escape(self.texts["failure.loginRefused.title"]) + "|" +
                             re.escape(self.texts["failure.accountLocked.title"]))
        self.type_credentials(identity, SECOND)
        self.assert_code("accountLocked")

    def change_expired_password(self, identity):
        self.type_credentials(identity, SECOND)
        self.assert_code("passwordExpired")
        self.window.press("button", self.texts["login.newPassword"])
        for label, secret in (("current", SECOND), ("new", THIRD), ("confirmation", THIRD)):
            self.window.type_secret(self.texts[f"newPassword.{label}.label"], secret)
        self.window.keys("Return")
        self.window.press("button", self.texts["newPassword.goOn"])
        self.window.find("button", self.texts["menu.password"])
        self.window.find("label", pattern="MADO GUCHI")

    @picture_on_failure
    def test_from_the_first_mail_to_the_next_year(self):
        self.begin(language="en")
        with_card = self.register("cardHolder")
        account = CardAccount(self.shown, with_card)
        account.log_in()
        self.change_address_and_mail(account)
        account.log_out()

        without_card = self.register("coeByEmail")
        self.forget_password(without_card)
        self.be_locked_out(without_card)
        self.move_clock(DAY + 60)
        self.type_credentials(without_card, SECOND)
        self.window.find("label", "WZBAM250E")
        account.log_out()
        self.move_clock(366 * DAY)
        self.press_door("coeByEmail")
        self.change_expired_password(without_card)
        account.log_out()
        # The window does not wait for the service's answer.
        self.window.wait(lambda: self.ask("SELECT COUNT(*) FROM sessions WHERE replaced = 0") == [(0,)], "the end of all sessions")


if __name__ == "__main__":
    unittest.main()
