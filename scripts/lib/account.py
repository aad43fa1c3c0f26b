"""What somebody does in the window who has an account and a card: logging in, looking at what is registered, changing
it."""

import re

from registration import SECRETS

NEW_PHONE = "0312340000"


class CardAccount:
    """From the top page, in the window in which a Registration was run; pictures go on with its own."""

    def __init__(self, registration, identity):
        self._shown, self._identity = registration, identity
        self.window, self.texts = registration.window, registration.texts

    def log_in(self):
        """To the menu."""
        door = self.texts["top.logIn.named"].replace("%1", self.texts["top.logIn.cardHolder"])
        self.window.press("button", door)
        self.window.write(self.texts["login.id.label"], self._identity)
        self._shown.leave("log-in", "common.next")
        self.window.type_secret(self.texts["secret.pin.label"], SECRETS["pin"])
        self._shown.leave("log-in-pin", "common.next")
        self.window.find("button", pattern=f"^{re.escape(self.texts['menu.information'])}")

    def open_information(self):
        self._shown.picture("menu")
        self.window.press("button", pattern=f"^{re.escape(self.texts['menu.information'])}")
        self.window.find("button", self.texts["information.change"])

    def change_phone(self, phone=NEW_PHONE):
        """From the user information; shown at the end."""
        self._shown.leave("user-information", "information.change")
        self.window.write(self.texts["field.phone.label"], phone)
        self._shown.leave("change", "step1.check")
        self._shown.leave("review", "informationReview.send")
        self.window.find("label", self.texts["informationChanged.done"])
        self._shown.picture("changed")

    def log_out(self):
        self.window.press("button", self.texts["header.logOut"])
        self.window.find("button", pattern=f"^{re.escape(self.texts['top.coeByEmail'])}")
