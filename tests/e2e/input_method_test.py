"""Kana that an input method (IBus with Anthy) is still composing, typed on the keyboard: they stand in the form
whatever takes the person away from the field, and the Return that ends a conversion presses no button."""

import os
import subprocess
import time
import unittest

from window_test import WindowTest, picture_on_failure
# What follows lies where window_test.py looks for it.
from accessible import Atspi
from stack import StartError

KANA, ROMAJI = "かすみ", "kasumi"


def start_display(stack):
    """With the input method; it writes hiragana after Ctrl+J."""
    stack.start_display()
    home = stack.folder / "home"
    for folder in ("config", "cache"):
        (home / folder).mkdir(parents=True)
    # Anthy's engine belongs to Debian's own Python, as the accessibility binding does. Without the synchronous mode a
    # key that the input method leaves alone may come after a later click.
    stack.environment |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"),
                          "XDG_CACHE_HOME": str(home / "cache"), "GSETTINGS_BACKEND": "memory",
                          "PATH": f"/usr/bin:{os.environ['PATH']}", "QT_IM_MODULE": "ibus",
                          "IBUS_ENABLE_SYNC_MODE": "1"}
    stack.start_process("input-method", ["ibus-daemon", "--panel=disable", "--emoji-extension=disable"])

    def engine(*name):
        return subprocess.run(["ibus", "engine", *name], env=stack.environment, capture_output=True, text=True,
                              check=False).stdout.strip()

    deadline = time.monotonic() + 60
    while engine() != "anthy":
        if time.monotonic() > deadline:
            raise StartError("the input method did not start")
        time.sleep(0.2)
        engine("anthy")


class InputMethodTest(WindowTest):
    def field(self):
        return self.window.find("text", self.registration.label("addressRest"))

    def text(self):
        return self.window.text_of(self.field())

    def ink(self):
        """How dark the field is: what is being composed is painted, and stands nowhere else."""
        place = Atspi.Component.get_extents(self.field(), Atspi.CoordType.SCREEN)
        inside = f"{place.width - 12}x{place.height - 12}+{place.x + 6}+{place.y + 6}"
        picture = subprocess.run(["import", "-window", "root", "-crop", inside, "png:-"], capture_output=True,
                                 check=True).stdout
        return 1 - float(subprocess.run(["convert", "png:-", "-format", "%[fx:mean]", "info:-"], input=picture,
                                        capture_output=True, check=True).stdout)

    def compose(self):
        field = self.field()
        self.window.focus(field)
        field.set_text_contents("")
        self.window.type_text(ROMAJI)
        self.window.wait(lambda: self.ink() > self.ink_of_kana, "the kana that are being composed")
        self.assertEqual(self.text(), "")

    def expect_kana(self):
        self.window.wait(lambda: self.text() == KANA, f"{KANA}, where {self.text()!r} is")

    def click(self, node):
        place = Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)
        middle = (str(place.x + place.width // 2), str(place.y + place.height // 2))
        subprocess.run(["xdotool", "mousemove", *middle, "click", "1"], check=True)

    def to_step1(self):
        self.window.find("label", self.registration.texts["before.ready"])
        self.window.press("button", self.registration.texts["common.next"])
        self.registration.give_password()
        self.registration.give_pin()
        self.window.find("button", self.registration.texts["step1.check"])

    @picture_on_failure
    def test_what_is_being_composed_is_never_lost(self):
        self.begin(start_display=start_display)
        self.registration = self.registration()
        self.window = self.registration.window
        texts = self.registration.texts
        self.registration.open_entrance()
        self.to_step1()
        field = self.field()
        self.window.focus(field)
        field.set_text_contents(KANA)
        self.expect_kana()
        self.ink_of_kana = self.ink()
        self.window.keys("ctrl+j")

        with self.subTest("the Return that ends it presses nothing"):
            self.compose()
            self.window.keys("Return")
            self.expect_kana()
            self.window.find("button", texts["step1.check"])
        with self.subTest("another field"):
            self.compose()
            self.window.focus(self.window.find("text", self.registration.label("phone")))
            self.expect_kana()
        with self.subTest("a click elsewhere"):
            self.compose()
            self.click(self.window.find("text", self.registration.label("phone")))
            self.expect_kana()
        with self.subTest("Tab, which the input method keeps for itself"):
            self.compose()
            self.window.keys("Tab")
            self.click(self.window.find("text", self.registration.label("phone")))
            self.expect_kana()
        with self.subTest("a button by its letter"):
            self.compose()
            self.window.keys("alt+c")
            self.window.find("button", pattern="WZBAM001E")
            self.expect_kana()
        with self.subTest("a page over it"):
            self.compose()
            self.window.press("button", texts["terms.open"])
            self.window.press("button", texts["terms.close"])
            self.expect_kana()
        with self.subTest("another language"):
            self.compose()
            self.registration.switch_language("en")
            self.window.find("button", self.registration.texts["step1.check"])
            self.window.focus(self.window.find("text", self.registration.label("phone")))
            self.expect_kana()
        with self.subTest("the card is taken away"):
            self.compose()
            self.stack.card_command("remove")
            self.window.find("label", self.registration.texts["failure.cardRemoved.title"])
            self.stack.card_command("insert")
            self.to_step1()
            self.expect_kana()


if __name__ == "__main__":
    unittest.main()
