"""From the registration to the menu at the real service: the mail's link, the password, the login through the window,
user information, a later login elsewhere, logging out."""

import json
import sqlite3
import ssl
import unittest
import urllib.request

from window_test import WindowTest, picture_on_failure
# What follows lies where window_test.py looks for it.
from password_page import link_in, set_password
from registration import MAIL

PASSWORD = "AB12345!"


class LoginTest(WindowTest):
    def register(self):
        """In the window, and the password on the page of the mail's link."""
        self.begin(language="en")
        registration = self.registration(entrance="coeByEmail")
        registration.run()
        registration.window.press("button", registration.texts["step3.finish"])
        set_password(link_in(self.stack.wait_for_mail()[0]), PASSWORD, self.stack.tls / "ca.pem")
        return registration

    def log_in_elsewhere(self, identity):
        request = urllib.request.Request(
            f"{self.stack.origin}/v1/sessions", method="POST", headers={"Content-Type": "application/json"},
            data=json.dumps({"authenticationId": identity, "password": PASSWORD}).encode())
        context = ssl.create_default_context(cafile=self.stack.tls / "ca.pem")
        with urllib.request.urlopen(request, context=context) as answer:
            self.assertEqual(answer.status, 201)

    @picture_on_failure
    def test_in_and_out(self):
        registration = self.register()
        window, texts = registration.window, registration.texts
        identity = self.stack.registrations()[0]

        def log_in(typed):
            window.write(texts["login.id.label"], typed)
            window.type_secret(texts["login.password.label"], PASSWORD)
            window.keys("Return")

        window.press("button", texts["top.logIn.named"].replace("%1", texts["top.logIn.coeByEmail"]))
        # As it comes from a keyboard that is set to Japanese.
        log_in(f" {identity.upper()[:5]} {identity[5:]}")
        window.find("label", pattern="MADO GUCHI.*" + texts["header.firstLogin"])
        window.find("label", "WZBAM250E")
        window.press("button", pattern=f"^{texts['menu.information']}")
        window.find("label", pattern=MAIL)

        self.log_in_elsewhere(identity)
        window.press("button", texts["header.back"])
        window.press("button", pattern=f"^{texts['menu.information']}")
        self.assert_shown(registration, texts["failure.sessionReplaced.title"],
                          texts.filled("failure.code", "MG-510 (WZBAM099E)"))
        log_in(identity)
        window.find("label", pattern=MAIL)  # it was asked for when the session had ended

        window.press("button", texts["header.logOut"])
        window.find("button", texts["top.logIn.named"].replace("%1", texts["top.logIn.coeByEmail"]))
        with sqlite3.connect(self.stack.database) as database:
            window.wait(lambda: database.execute("SELECT COUNT(*) FROM sessions WHERE replaced = 0").fetchone() == (0,),
                        "the service to hear of it")


if __name__ == "__main__":
    unittest.main()
