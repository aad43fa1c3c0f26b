"""What the tests of what follows a login have in common: somebody who is registered, has a password and logs in."""

from window_test import WindowTest
# What follows lies where window_test.py looks for it.
from password_page import link_in, set_password

PASSWORD = "AB12345!"


class LoggedIn(WindowTest):
    """begin_registered() starts everything."""

    def begin_registered(self):
        """In the window, and the password on the page of the mail's link. Gives the window."""
        self.begin(language="en")
        registration = self.registration(entrance="coeByEmail")
        registration.run()
        self.window, self.texts = registration.window, registration.texts
        self.window.press("button", self.texts["step3.finish"])
        set_password(link_in(self.stack.wait_for_mail()[0]), PASSWORD, self.stack.tls / "ca.pem")
        self.identity = self.stack.registrations()[0]
        self.shown = registration
        return self.window

    def type_credentials(self, identity, password):
        self.window.write(self.texts["login.id.label"], identity)
        self.window.type_secret(self.texts["login.password.label"], password)
        self.window.keys("Return")

    def log_in(self, password, identity=None):
        """From the top page."""
        self.window.press("button", self.texts["top.logIn.named"].replace("%1", self.texts["top.logIn.coeByEmail"]))
        self.type_credentials(identity or self.identity, password)
