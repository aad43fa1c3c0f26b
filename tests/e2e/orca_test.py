"""What Orca, the screen reader of most Linux desktops, says on the pages: once, in order, and in the language of the
page. Its speech server is the test's own and keeps what is said. All of it is written to the file speech.<language>.txt
in the folder that MADOGUCHI_PICTURES names."""

import os
import pathlib
import re
import unittest

import by_request
from speech_server import SpeechServer
from window_test import LANGUAGES, WindowTest, picture_on_failure
# What follows lies where window_test.py looks for it.
from languages import LANGUAGE_NAMES
from registration import SECRETS
from stack import Stack
from texts import Texts

# A generous bound that only decides when to give up.
PATIENCE = 60

PASSWORD = "AB12345!"


class OrcaTest(WindowTest):
    def begin_with_orca(self, language, start_backend=Stack.start_backend):
        def start_display(stack):
            stack.start_display()
            self.speech = SpeechServer(stack.folder / "speech")
            self.addCleanup(self.speech.stop)
            # As in a session of its own: nobody's settings.
            stack.start_process("orca", ["orca", "--replace"], environment={
                "SPEECHD_ADDRESS": f"unix_socket:{stack.folder}/speech", "HOME": str(stack.folder),
                "XDG_DATA_HOME": str(stack.folder / "data"), "XDG_CONFIG_HOME": str(stack.folder / "config"),
                "GSETTINGS_BACKEND": "memory", "LANG": "C.UTF-8"})
            self.wait_for_any(("Screen reader on.",), 0)

        self.heard_until = 0
        self.pages = []
        self.begin(language=language, start_backend=start_backend, start_display=start_display)
        self.reader = self.registration()
        self.texts, self.window = self.reader.texts, self.reader.window

    def wait_for_any(self, choice, begin):
        """Where one of these words is said first, from `begin` on."""
        def place_of(spoken):
            return next(([place] for place, said in enumerate(spoken[begin:], begin)
                         if any(words in said for words in choice)), None)

        found = self.speech.wait_for(place_of, PATIENCE)
        if not found:
            self.fail(f"waited in vain to hear one of {choice}; heard since: {self.speech.spoken()[begin:]}")
        return found[0]

    def hear(self, *all_words):
        """That they are said, one after the other, after what was heard before."""
        for words in all_words:
            self.heard_until = self.wait_for_any((words,), self.heard_until) + 1

    def page(self, heading, *words):
        """Another page: its heading comes first, and once."""
        begin = self.heard_until
        self.hear(f"{heading} heading.", *words)
        self.pages.append((heading, begin))

    def check_all(self, language):
        spoken = self.speech.spoken()
        self.keep_log(language, spoken)
        ends = [begin for _, begin in self.pages[1:]] + [len(spoken)]
        for (heading, begin), end in zip(self.pages, ends):
            times = spoken[begin:end].count(f"{heading} heading.")
            self.assertEqual(times, 1, f"{heading!r} in {spoken[begin:end]}")
        self.check_language(language, spoken)
        # What a key types into a secret field is not said.
        typed = "".join(one for one in spoken if len(one) == 1)
        for secret in (*SECRETS.values(), PASSWORD):
            self.assertNotIn(secret, typed)

    def check_language(self, language, spoken):
        """Nothing that the program says in another language only, but the names of the languages."""
        own = set(Texts(language).all())
        for other in LANGUAGES:
            foreign = [text for text in set(Texts(other).all()) - own
                       if len(text) > 6 and "%" not in text and text not in LANGUAGE_NAMES.values()]
            for said in spoken:
                for text in foreign:
                    if text in said and not any(text in mine and mine in said for mine in own):
                        self.fail(f"{said!r} is not in the language {language}")

    def keep_log(self, language, spoken):
        folder = os.environ.get("MADOGUCHI_PICTURES")
        if folder:
            pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
            (pathlib.Path(folder) / f"speech.{language}.txt").write_text("\n".join(spoken) + "\n", "utf-8")

    def tab_to(self, words, most=12):
        """One Tab after the other, each when the one before has been heard."""
        for _ in range(most):
            begin = len(self.speech.spoken())
            self.window.keys("Tab")
            # Orca says the key, then where it has led.
            self.heard_until = self.wait_for_any(("button", "text", "selected", "checked"), begin) + 1
            if words in self.speech.spoken()[self.heard_until - 1]:
                return
        self.fail(f"Tab never came to {words!r}")

    @picture_on_failure
    def test_a_registration_with_a_card(self):
        self.begin_with_orca("ja")
        texts, window = self.texts, self.window
        self.page(texts["top.title"])
        window.press("button", pattern="^" + re.escape(texts["top.cardHolder"]))
        self.page(texts["before.title"], texts["before.ready"])
        window.keys("alt+n")
        self.hear(texts["secret.password.label"], texts["secret.password.rule"].split("\n")[0])
        window.type_text(SECRETS["password"])
        window.keys("Return")
        self.hear(texts["secret.pin.label"], texts["secret.pin.rule"])
        window.type_text(SECRETS["pin"])
        window.keys("Return")
        self.page(texts["step1.title"])
        window.keys("alt+c")
        self.hear(texts["message.WZBAM001E.text"], texts["message.WZBAM001E.remedy"])
        self.reader.fill_answers()
        window.press("button", texts["terms.open"])
        self.page(texts["terms.title"])
        window.keys("Escape")
        self.hear(texts["terms.agree"])
        window.keys("space")
        window.keys("alt+c")
        self.page(texts["step2.title"])
        window.keys("alt+r")
        self.page(texts["step3.title"], texts["step3.id"])
        window.keys("F1")
        self.page(texts["help.title"])
        self.check_all("ja")

    def walk_the_account(self, identity):
        """From the login page, which has the focus in its first field."""
        texts, window = self.texts, self.window
        window.write(texts["login.id.label"], identity)
        window.focus(window.find("password", texts["login.password.label"]))
        self.hear(texts["login.password.label"])  # Orca says keys until it knows what kind of field they go to
        window.type_text(PASSWORD)
        window.keys("Return")
        self.page(texts["menu.title"])
        for item, heading in (("menu.information", "information.title"), ("menu.logins", "logins.title")):
            window.press("button", pattern="^" + re.escape(texts[item]))
            self.page(texts[heading])
            window.keys("Escape")
            self.page(texts["menu.title"])
        window.press("button", pattern="^" + re.escape(texts["menu.password"]))
        self.hear(texts["newPassword.current.label"], texts["newPassword.current.rule"])
        window.keys("Return")
        self.hear(texts.filled("fieldError.WZBAM001E", texts["newPassword.current.label"]))
        window.press("button", texts["header.logOut"])
        self.page(texts["top.title"])

    @picture_on_failure
    def test_the_pages_around_a_registration(self):
        registered = []

        def start_backend(stack):
            stack.start_backend()
            registered.append(by_request.register(stack, PASSWORD))

        self.begin_with_orca("en", start_backend)
        texts, window = self.texts, self.window
        self.page(texts["top.title"])
        self.tab_to(texts.filled("top.logIn.named", texts["top.logIn.cardHolder"]))
        window.keys("space")
        self.hear(texts["login.id.label"], texts["login.id.rule"].split("\n")[0])
        window.keys("Escape")
        self.page(texts["top.title"])
        self.tab_to(texts.filled("top.logIn.named", texts["top.logIn.coeByEmail"]))
        window.keys("space")
        self.hear(texts["login.id.label"], texts["login.id.rule"].split("\n")[0])
        window.keys("F1")
        self.page(texts["help.title"])
        window.keys("Escape")
        self.hear(texts["login.id.label"])
        self.walk_the_account(registered[0])
        window.press("button", texts["selfCheck.open"])
        self.page(texts["selfCheck.title"])
        window.press("button", texts["selfCheck.again"])
        verdicts = [texts[f"selfCheck.whole.{verdict}"] for verdict in ("good", "notice", "bad")]
        self.wait_for_any(verdicts, self.heard_until)
        self.check_all("en")


if __name__ == "__main__":
    unittest.main()
