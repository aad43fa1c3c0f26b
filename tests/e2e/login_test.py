"""From the top page to the menu at the real service: the login through the window, user information, a later login
elsewhere, logging out, and closing the window in place of it."""

import sqlite3
import unittest

import by_request
from logged_in import PASSWORD, LoggedIn
from window_test import picture_on_failure
# What follows lies where window_test.py looks for it.
from registration import MAIL

# Nothing here is measured in time; this only keeps a broken run from hanging.
PATIENCE = 60


class LoginTest(LoggedIn):
    @picture_on_failure
    def test_in_and_out(self):
        window, identity = self.begin_registered(), self.identity
        texts = self.texts
        # As it comes from a keyboard that is set to Japanese.
        self.log_in(PASSWORD, f" {identity.upper()[:5]} {identity[5:]}")
        window.find("label", pattern="MADO GUCHI.*" + texts["header.firstLogin"])
        window.find("label", "WZBAM250E")
        window.press("button", pattern=f"^{texts['menu.information']}")
        window.find("label", pattern=MAIL)

        by_request.log_in(self.stack, identity, PASSWORD)
        window.press("button", texts["header.back"])
        window.press("button", pattern=f"^{texts['menu.information']}")
        self.assert_shown(self.shown, texts["failure.sessionReplaced.title"],
                          texts.filled("failure.code", "MG-510 (WZBAM099E)"))
        self.type_credentials(identity, PASSWORD)
        window.find("label", pattern=MAIL)  # it was asked for when the session had ended

        window.press("button", texts["header.logOut"])
        window.find("button", texts["top.logIn.named"].replace("%1", texts["top.logIn.coeByEmail"]))
        window.wait(lambda: self.open_sessions() == 0, "the service to hear of it")

        self.log_in(PASSWORD)
        window.find("button", pattern=f"^{texts['menu.information']}")
        self.assertEqual(self.open_sessions(), 1)
        client = self.stack.processes["client"]
        window.keys("alt+F4")
        self.assertEqual(client.wait(timeout=PATIENCE), 0)
        self.stack.processes.pop("client")
        self.assertEqual(self.open_sessions(), 0, "the window was closed, and who has the token is still logged in")

    def open_sessions(self):
        with sqlite3.connect(self.stack.database) as database:
            return database.execute("SELECT COUNT(*) FROM sessions WHERE replaced = 0").fetchone()[0]


if __name__ == "__main__":
    unittest.main()
