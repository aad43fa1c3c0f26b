"""What somebody does who has logged in, at the real service: another password from the menu, another one where that has
expired, and other user information."""

import sqlite3
import unittest

from logged_in import PASSWORD, LoggedIn
from window_test import picture_on_failure

SECOND = "CD67890!"
THIRD = "EF13579?"
PHONE = "0399998888"


class AccountTest(LoggedIn):
    def choose(self, item):
        """From the menu, once it is there: the page of the password has a button that is called as the item is."""
        self.window.find("heading", self.texts["menu.title"])
        self.window.press("button", pattern=f"^{self.texts[item]}")

    def type_passwords(self, present, chosen):
        for label, secret in (("current", present), ("new", chosen), ("confirmation", chosen)):
            self.window.type_secret(self.texts[f"newPassword.{label}.label"], secret)
        self.window.keys("Return")

    def execute(self, statement):
        with sqlite3.connect(self.stack.database) as database:
            return database.execute(statement).fetchall()

    def change_password(self):
        self.choose("menu.password")
        self.type_passwords(SECOND, SECOND)
        self.window.find("label", f"{self.texts['newPassword.same']} (WZBAM005E)")
        self.window.press("button", self.texts["header.back"])
        self.choose("menu.password")
        self.type_passwords(PASSWORD, SECOND)
        self.window.find("label", self.texts["newPassword.done"])
        self.window.press("button", self.texts["newPassword.toMenu"])

    def change_expired_password(self):
        self.execute("UPDATE accounts SET password_set_at = 1")
        self.log_in(SECOND)
        self.window.press("button", self.texts["login.newPassword"])
        self.type_passwords(SECOND, THIRD)
        self.window.find("label", self.texts["newPassword.done"])
        self.window.press("button", self.texts["newPassword.goOn"])

    def change_information(self):
        self.choose("menu.information")
        self.window.press("button", self.texts["information.change"])
        self.window.write(self.texts["field.phone.label"], PHONE)
        self.window.press("button", self.texts["step1.check"])
        self.window.find("label", pattern=PHONE)
        self.window.press("button", self.texts["informationReview.send"])
        self.window.find("label", self.texts["informationChanged.done"])
        self.window.press("button", self.texts["informationChanged.back"])
        self.window.find("label", pattern=PHONE)
        self.assertIn(PHONE, self.execute("SELECT form FROM accounts")[0][0])

    @picture_on_failure
    def test_changes(self):
        self.begin_registered()
        self.log_in(PASSWORD)
        self.change_password()
        self.window.press("button", self.texts["header.logOut"])
        self.change_expired_password()
        self.change_information()


if __name__ == "__main__":
    unittest.main()
