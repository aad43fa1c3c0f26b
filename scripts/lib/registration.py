"""A whole registration through the window, as a person does it who cannot see the screen: every control is
found by what a screen reader calls it, in the language of the run."""

import re

from accessible import NotThere, Window
from languages import LANGUAGE_NAMES
from texts import Texts

SECRETS = {"password": "MADO1234", "pin": "1234"}

# What people of each entrance type themselves. Made up, like the persons of the simulated cards.
MAIL = "applicant@example.com"
COMMON = {"phone": "03-1234-5678", "email": MAIL, "emailConfirmation": MAIL}
WITHOUT_CARD = COMMON | {
    "name": "MADO GUCHI",
    "sex": "female",
    "dateOfBirth": ("1985", "4", "1"),
    "municipalityCode": "東京都千代田区",
    "addressRest": "霞が関1-1-1",
}
ANSWERS = {
    "cardHolder": COMMON | {"userClass": "foreignNational", "residenceCardNumber": "AB12345678CD"},
    "attorneyOrScrivener": WITHOUT_CARD | {"agentCertificateNumber": "132010700050"},
    "coeByEmail": WITHOUT_CARD,
}

# Whose card leaves something to be typed, or who registers for somebody else.
PERSONS = {"parent": {"name": "WATANABE KENICHI", "userClass": "legalRepresentative"}}


class Registration:
    """One registration in the window of a Stack. `entrance` and `user_class` are ids of
    resources/forms/registration.json; `observe(name)` is called when a page has been filled and is about to
    be left."""

    def __init__(self, stack, *, entrance="cardHolder", user_class=None, secrets=SECRETS, observe=None,
                 takes_pictures=False, window=None):
        self.texts = Texts(stack.language)
        self.entrance = entrance
        self.answers = dict(ANSWERS[entrance])
        if entrance == "cardHolder":
            self.answers |= PERSONS.get(stack.person, {})
            if user_class:
                self.answers["userClass"] = user_class
            if self.answers["userClass"] != "foreignNational":
                del self.answers["residenceCardNumber"]
        self._secrets = secrets
        self._stack = stack
        self._observe = observe or (lambda name: None)
        self._takes_pictures = takes_pictures
        self.screenshots = []
        self.window = window or Window(check_alive=stack.check_client)

    def run(self):
        """From the top page to STEP3. Gives the authentication ID that the window shows."""
        self.start()
        if self.entrance == "cardHolder":
            self.give_password()
            self.give_pin()
        self.fill()
        self.check()
        self.submit()
        return self.authentication_id()

    def leave(self, page, button):
        """Looks at a page and presses the button that leads on."""
        self._observe(page)
        self.picture(page)
        self.window.press("button", self.texts[button])

    def picture(self, page):
        if self._takes_pictures:
            self.screenshots.append(self._stack.screenshot(f"{len(self.screenshots) + 1:02}-{page}"))

    def switch_language(self, language):
        self.window.press("radio", LANGUAGE_NAMES[language])
        self.texts = Texts(language)

    def open_entrance(self):
        """From the top page to what one needs before starting."""
        words = f"^{re.escape(self.texts['top.' + self.entrance])}"
        self.window.find("button", pattern=words)
        self.picture("top")
        self.window.press("button", pattern=words)

    def start(self):
        self.open_entrance()
        try:
            self.window.find("label", self.texts["before.ready"])
        except NotThere as error:
            raise SystemExit(f"this card cannot be used to register: {error}") from None
        self.leave("before-you-start", "common.next")

    def give_password(self):
        self.window.type_secret(self.texts["secret.password.label"], self._secrets["password"])
        self.leave("password", "common.next")

    def give_pin(self):
        self.window.type_secret(self.texts["secret.pin.label"], self._secrets["pin"])
        self.leave("pin", "common.next")

    def label(self, field):
        office = f"field.{field}.label.office"
        if self.entrance == "attorneyOrScrivener" and office in self.texts:
            return self.texts[office]
        return self.texts[f"field.{field}.label"]

    def fill(self):
        self.fill_answers()
        self.accept_terms()
        self.leave("step1", "step1.check")

    def fill_answers(self):
        self.window.find("button", self.texts["step1.check"])
        for field, value in self.answers.items():
            if field in ("sex", "userClass"):
                self.window.press("radio", self.texts[f"value.{field}.{value}"])
            elif field == "dateOfBirth":
                self.fill_date(value)
            elif field == "municipalityCode":
                self.search_place(value)
            else:
                self.window.write(self.label(field), value)

    def fill_date(self, date):
        year, *rest = (f"{self.label('dateOfBirth')} {self.texts['date.' + part]}"
                       for part in ("year", "month", "day"))
        self.window.write(year, date[0])
        for name, value in zip(rest, date[1:]):
            self.window.choose(name, value)

    def search_place(self, words):
        self.window.write(self.texts["place.search"], words)
        self.window.keys("Down", "Return")

    def accept_terms(self):
        self.window.press("button", self.texts["terms.open"])
        self.window.press("button", self.texts["terms.close"])
        self.window.press("checkbox", self.texts["terms.agree"])

    def check(self):
        self.window.find("button", self.texts["step2.submit"])

    def submit(self):
        self.leave("step2", "step2.submit")

    def authentication_id(self):
        self.window.find("button", self.texts["step3.copy"])
        self.picture("step3")
        return self.window.find("label", pattern="^[A-Za-z]{5}[0-9]{5}$").get_name()
