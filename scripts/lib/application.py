"""Applications for an extension of the period of stay through the window: from the menu to the provisional number, and
what becomes of them."""

import dataclasses
import datetime
import re

from form_filling import FormFilling
from form_words import FormWords
from made_files import make_document, make_photo
from registration import SECRETS

DAYS_LEFT = 40  # the window for extensions has been open for a while

# What the spouse of a Japanese national answers, page by page; all else is taken over from the registration. Made up,
# like the persons of the simulated cards.
SPOUSE = {
    "identity": {"nationality": "L12", "maritalStatus": "yes", "occupation": "会社員", "homeTown": "フィリピン　マニラ",
                 "postalCode": "1000013", "passportNumber": "AB1234567", "passportExpiry": "2036-01-31"},
    "stay": {"currentPeriod": "0100000", "extensionPeriod": "0300000",
             "reason": "日本で夫と暮らし続けるため", "criminal": "no"},
    "family": {"hasFamily": "yes", "family.relationship": "husband", "family.name": "法務　太郎",
               "family.dateOfBirth": "1988-01-01", "family.nationality": "JP", "family.livesTogether": "yes",
               "family.workplace": "法務商事"},
    "status": {"position": "11", "registeredEvent": "marriage", "registeredInJapan": "千代田区",
               "registeredInJapanOn": "2020-06-01"},
    "livingT": {"hasWork": "yes", "workName": "法務商事", "workAddress": "東京都千代田区霞が関１－１－１",
                "workPhone": "0312345678", "income": "3000000", "supportT": "self", "supportSelf": "200000",
                "isSupported": "no"},
    "guarantor": {"guarantorName": "法務　太郎", "guarantorOccupation": "会社員",
                  "guarantorMunicipality": "東京都千代田区", "guarantorAddressRest": "霞が関１－１－１",
                  "guarantorMobile": "09012345678"},
    "together": {"alsoReentry": "no"},
}

# What a mother answers for her child, who depends on its father.
CHILD = {
    "identity": {"nationality": "L12", "name": "SANTOS MIGUEL", "sex": "male", "maritalStatus": "no",
                 "occupation": "中学生", "homeTown": "フィリピン　マニラ", "postalCode": "1000013",
                 "municipalityCode": "東京都千代田区", "addressRest": "霞が関１－１－１", "mobile": "09012345678",
                 "passportNumber": "CD7654321", "passportExpiry": "2036-01-31"},
    "stay": {"currentPeriod": "0100000", "hasCard": "yes", "cardNumber": "CD12345678EF",
             "extensionPeriod": "0300000", "reason": "日本で父と母と暮らし続けるため", "criminal": "no"},
    "family": {"hasFamily": "yes", "family.relationship": "mother", "family.name": "サントス　マリア",
               "family.dateOfBirth": "1990-04-01", "family.nationality": "L12", "family.livesTogether": "yes",
               "family.workplace": "法務商事"},
    "status": {"registeredEvent": "birth", "registeredAbroad": "MANILA CITY", "registeredAbroadOn": "2012-01-10"},
    "livingR": {"supportR": "relatives", "hasOtherActivity": "no"},
    "supporter": {"supporterName": "SANTOS RAMON", "supporterDateOfBirth": "1988-02-03",
                  "supporterNationality": "L12", "supporterCardNumber": "EF12345678GH", "supporterRelation": "05",
                  "supporterWork": "法務商事", "supporterWorkAddress": "東京都千代田区霞が関１－１－１",
                  "supporterWorkPhone": "0312345678", "supporterIncome": "4000000"},
    "representative": {"byRepresentative": "no", "agentOrganization": "母"},
    "together": {"alsoReentry": "no"},
}


@dataclasses.dataclass(frozen=True)
class Plan:
    """Who files for an extension, and with which answers."""

    status: str
    answers: dict  # of the pages before the last, which is filled in by hand_in()
    document: str
    photo: bool = True
    mail: str = ""  # where the applicant hears of the application, if that is not the account's address


EXTENSION = Plan("T61", SPOUSE, "課税証明書")
FAMILY = Plan("T44", CHILD, "在学証明書", photo=False, mail="mother@example.com")


def today_in_japan():
    """The day that the law and the program reckon with."""
    return datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=9))).date()


def born(years):
    """The first day of the year in which somebody was born who has been so old since then at the latest."""
    return today_in_japan().replace(year=today_in_japan().year - years, month=1, day=1).isoformat()


def stay_expiry():
    return (today_in_japan() + datetime.timedelta(DAYS_LEFT)).isoformat()


class CardApplication:
    """Of somebody who has logged in with a card, in the window of a Registration; pictures go on with its own."""

    def __init__(self, registration, folder, plan=EXTENSION):
        self._shown, self._folder, self.plan = registration, folder, plan
        self.window, self.texts = registration.window, registration.texts
        self.words = FormWords("application", self.texts.language, "extension")
        self.form = FormFilling(self.window, self.words)

    def open_list(self):
        """From the menu."""
        self.window.press("button", pattern=f"^{self.texts['menu.applications']}")
        self.window.find("button", self.texts["applications.new"])

    def ask(self, **answers):
        """From the list to what the program says of somebody who answers so, beside what is the plan's."""
        self._shown.leave("applications", "applications.new")
        self._answer_start({"procedure": "extension", "currentStatus": self.plan.status, "stayExpiry": stay_expiry()}
                           | answers)

    def ask_otherwise(self, **answers):
        """From what it says to what it says of other answers; the rest is still there."""
        self._shown.leave("prospect", "header.back")
        self._answer_start(answers)

    def _answer_start(self, answers):
        self.window.find("heading", self.texts["applicationStart.title"])
        FormFilling(self.window, FormWords("start", self.texts.language)).fill(answers)
        self._shown.leave("application-start", "common.next")
        self.window.find("heading", self.texts["prospect.title"])

    def begin_draft(self):
        """Where the program says that it may be filed, to the first page of the draft."""
        self.window.find("button", self.texts["prospect.begin"])
        self._shown.leave("prospect", "prospect.begin")
        self.await_page("identity")

    def await_page(self, page):
        self.window.find("heading", self.words[f"page.application.{page}.title"])

    def fill(self, pages=None):
        """Some of the plan's pages or all of them, beginning with the one that is shown, and on to the page behind."""
        for page in pages or self.plan.answers:
            self.await_page(page)
            if page == "family":
                self.fill_family()
            else:
                self.form.fill(self.plan.answers[page])
            self._shown.leave(f"application-{page}", "form.next")

    def fill_family(self):
        self.await_page("family")
        answers = dict(self.plan.answers["family"])
        self.form.fill({"hasFamily": answers.pop("hasFamily")})
        self.window.press("button", self.words["group.family.add"])
        self.form.fill(answers)

    def start_document(self):
        """On the last page."""
        self.await_page("filing")
        self.window.press("button", self.words["group.documents.add"])

    def hand_in_photo(self):
        """One that is as it has to be, so that its frame stays where it is."""
        self.form.choose_file("photo", make_photo(self._folder / "photo.jpg"))
        self.window.find("heading", self.texts["photo.title"])
        before_day = self.texts["photo.sure"].split("%1")[0]
        self.window.press("checkbox", pattern=f"^{re.escape(before_day)}")
        self._shown.leave("application-photo", "photo.use")
        self.form.await_file("photo")

    def hand_in(self):
        """Fills in the last page, where a document has been started; then comes the review."""
        if self.plan.photo:
            self.hand_in_photo()
        self.form.fill({"documents.title": self.plan.document,
                        "documents.file": make_document(self._folder / "document.pdf"), "receipt": "post"})
        if self.plan.mail:
            self.form.fill({"notificationEmail": self.plan.mail})
        self.form.fill({"notificationEmailAgain": self.form.value("notificationEmail"), "intentConfirmed": "true"})
        self._shown.leave("application-filing", "form.next")

    def file(self):
        """From the review. Gives the provisional number that the window shows."""
        self.window.find("heading", self.texts["applicationReview.title"])
        self._shown.leave("application-review", "applicationReview.file")
        self.window.find("heading", self.texts["applicationCard.title"])
        self._shown.leave("application-card", "common.next")
        self.window.type_secret(self.texts["secret.password.label"], SECRETS["password"])
        self._shown.leave("application-password", "common.next")
        self.window.find("heading", self.texts["applicationFiled.title"])
        self._shown.picture("application-filed")
        before, after = self.texts["applicationFiled.number"].split("%1")
        said, = (name for name in self.window.shown_names("label")
                 if name.startswith(before) and name.endswith(after))
        return said[len(before):len(said) - len(after)]

    def to_list(self):
        """From what was filed."""
        self.window.press("button", self.texts["applicationFiled.list"])

    def open_filed(self, state):
        """From the list to what became of it; `state` is what its history ends with."""
        self.window.press("button", self.words["value.procedure.extension"])
        self.window.find("heading", self.texts["applicationDetail.title"])
        name = re.escape(self.texts[f"application.state.{state}"])
        last = re.escape(self.texts["applications.state"]).replace("%1", name).replace("%2", "[^\\n]*")
        self.window.find("label", pattern=f"{last}$")

    def reopen(self, state):
        """What became of it meanwhile."""
        self.window.press("button", self.texts["header.back"])
        self.open_filed(state)
