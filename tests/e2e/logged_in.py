"""What the tests of what follows a login have in common: somebody who is registered, has a password and logs in."""

import by_request
from window_test import WindowTest

PASSWORD = "AB12345!"


class LoggedIn(WindowTest):
    """begin_registered() starts everything."""

    def begin_registered(self):
        """Without a window as yet. Gives the window, at the top page."""
        self.begin(language="en")
        self.identity = by_request.register(self.stack, PASSWORD)
        self.shown = self.registration(entrance="coeByEmail")
        self.window, self.texts = self.shown.window, self.shown.texts
        return self.window

    def type_credentials(self, identity, password):
        self.window.write(self.texts["login.id.label"], identity)
        self.window.type_secret(self.texts["login.password.label"], password)
        self.window.keys("Return")

    def log_in(self, password, identity=None):
        """From the top page."""
        self.window.press("button", self.texts["top.logIn.named"].replace("%1", self.texts["top.logIn.coeByEmail"]))
        self.type_credentials(identity or self.identity, password)
