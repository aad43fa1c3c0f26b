"""Whole registrations with the keyboard alone: nothing else touches the window, and of the bus only the object
that has the focus is used. The focus is always on something that is seen and has a name."""

import subprocess
import unittest

from window_test import WindowTest, picture_on_failure
# What follows lies where window_test.py looks for it.
from accessible import ROLES, Atspi
from registration import MAIL, SECRETS, Registration

# The inner ring of what has the focus.
RING = "#FFD43D"
# More than there are stops on any page.
MOST_STOPS = 60


class Keyboard:
    def __init__(self, test, registration):
        self.test, self.window = test, registration.window
        self.now = None

    def keys(self, *names):
        self.window.keys(*names)

    def type(self, text):
        self.window.type_text(text)

    def focus_is(self, role, name):
        """Waits until the focus is there, and takes it as the present one."""
        def there():
            node = self.window.focused()
            if node and node.get_role() == ROLES[role] and name in self.window.names(node):
                return node
            return None

        self.now = self.window.wait(there, f"the focus on {role} {name!r}")
        self.check_seen()

    def step(self, key):
        """One Tab: the focus goes to another object."""
        before = self.now

        def moved():
            node = self.window.focused()
            return node if node and node != before else None

        self.keys(key)
        self.now = self.window.wait(moved, f"the focus to move by {key}")
        self.check_seen()
        return self.now

    def check_seen(self):
        node = self.now
        name = " ".join(self.window.names(node))
        self.test.assertTrue(name.strip(), f"a {node.get_role_name()} without name has the focus")
        frame = Atspi.Component.get_extents(self.window.application.get_child_at_index(0), Atspi.CoordType.SCREEN)

        def within():
            place = Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)
            return (place.width > 0 and place.height > 0 and place.y >= frame.y
                    and place.y + place.height <= frame.y + frame.height)

        self.window.wait(within, f"{name!r}, which has the focus, within the window")

    def check_ring(self):
        """That the ring is painted around what has the focus."""
        def painted():
            place = Atspi.Component.get_extents(self.now, Atspi.CoordType.SCREEN)
            around = f"{place.width + 16}x{place.height + 16}+{max(0, place.x - 8)}+{max(0, place.y - 8)}"
            picture = subprocess.run(["import", "-window", "root", "-crop", around, "png:-"], capture_output=True,
                                     check=True).stdout
            colours = subprocess.run(["convert", "png:-", "-format", "%c", "histogram:info:-"], input=picture,
                                     capture_output=True, check=True).stdout.decode()
            return RING in colours

        self.window.wait(painted, f"a ring around {self.window.name(self.now)!r}")

    def tab_to(self, role, name, key="Tab"):
        for _ in range(MOST_STOPS):
            if self.now and self.now.get_role() == ROLES[role] and name in self.window.names(self.now):
                return
            self.step(key)
        self.test.fail(f"{key} never came to {role} {name!r}")

    def back_tab_to(self, role, name):
        self.tab_to(role, name, "shift+Tab")

    def write(self, name, text):
        """Into the input of this name, further on."""
        self.tab_to("text", name)
        self.type(text)


class KeyboardTest(WindowTest):
    def open(self, entrance, **options):
        self.begin(**options)
        registration = Registration(self.stack, entrance=entrance)
        texts = registration.texts
        keyboard = Keyboard(self, registration)
        keyboard.focus_is("heading", texts["top.title"])
        keyboard.tab_to("button", texts[f"top.{entrance}"])
        keyboard.check_ring()
        keyboard.keys("space")
        keyboard.focus_is("heading", texts["before.title"])
        return registration, keyboard

    def accept_terms_and_check(self, keyboard, texts):
        keyboard.tab_to("button", texts["terms.open"])
        keyboard.keys("Return")
        keyboard.focus_is("heading", texts["terms.title"])
        keyboard.keys("Escape")
        keyboard.focus_is("checkbox", texts["terms.agree"])
        keyboard.check_ring()
        keyboard.keys("space")
        keyboard.keys("alt+c")
        keyboard.focus_is("heading", texts["step2.title"])

    def register(self, keyboard, registration):
        keyboard.keys("alt+r")
        keyboard.focus_is("heading", registration.texts["step3.title"])
        self.assertEqual(len(self.stack.registrations()), 1)
        keyboard.tab_to("button", registration.texts["step3.copy"])
        keyboard.check_ring()
        keyboard.keys("alt+f")
        keyboard.focus_is("heading", registration.texts["top.title"])

    @picture_on_failure
    def test_with_card(self):
        registration, keyboard = self.open("cardHolder")
        texts = registration.texts
        # Escape goes back, and the same way leads here again.
        keyboard.keys("Escape")
        keyboard.focus_is("heading", texts["top.title"])
        keyboard.tab_to("button", texts["top.cardHolder"])
        keyboard.keys("Return")
        keyboard.focus_is("heading", texts["before.title"])
        registration.window.find("label", texts["before.ready"])
        keyboard.keys("alt+n")
        keyboard.focus_is("password", texts["secret.password.label"])
        keyboard.check_ring()
        keyboard.keys("Escape")
        keyboard.focus_is("heading", texts["before.title"])
        keyboard.keys("alt+n")
        keyboard.focus_is("password", texts["secret.password.label"])
        keyboard.type(SECRETS["password"])
        keyboard.keys("Return")
        keyboard.focus_is("password", texts["secret.pin.label"])
        keyboard.type(SECRETS["pin"])
        keyboard.keys("alt+n")
        keyboard.focus_is("heading", texts["step1.title"])
        keyboard.write(registration.label("phone"), "03-1234-5678")
        keyboard.write(registration.label("email"), MAIL)
        keyboard.write(registration.label("emailConfirmation"), MAIL)
        keyboard.back_tab_to("text", registration.label("phone"))
        keyboard.tab_to("radio", texts["value.userClass.foreignNational"])
        keyboard.check_ring()
        keyboard.keys("space", "Down")
        keyboard.focus_is("radio", texts["value.userClass.legalRepresentative"])
        keyboard.keys("space", "Up", "space")
        keyboard.focus_is("radio", texts["value.userClass.foreignNational"])
        keyboard.write(registration.label("residenceCardNumber"), "ab12345678cd")
        self.accept_terms_and_check(keyboard, texts)
        # The link beside an answer leads to its field, and Escape from STEP2 back to the form.
        keyboard.tab_to("button", texts.filled("review.change.named", registration.label("phone")))
        keyboard.keys("Return")
        keyboard.focus_is("text", registration.label("phone"))
        keyboard.keys("ctrl+a")
        keyboard.type("0398765432")
        keyboard.keys("alt+c")
        keyboard.focus_is("heading", texts["step2.title"])
        keyboard.keys("Escape")
        keyboard.focus_is("heading", texts["step1.title"])
        keyboard.keys("alt+c")
        keyboard.focus_is("heading", texts["step2.title"])
        self.register(keyboard, registration)

    @picture_on_failure
    def test_without_card(self):
        registration, keyboard = self.open("coeByEmail")
        texts, label = registration.texts, registration.label
        registration.window.find("label", texts["before.ready"])
        keyboard.keys("alt+n")
        keyboard.focus_is("heading", texts["step1.title"])
        keyboard.write(label("name"), "madoguchi hanako")
        keyboard.tab_to("radio", texts["value.sex.male"])
        keyboard.keys("Down", "space")
        keyboard.focus_is("radio", texts["value.sex.female"])
        keyboard.write(f"{label('dateOfBirth')} {texts['date.year']}", "1990")
        for part, value in (("month", "4"), ("day", "15")):
            keyboard.tab_to("combo", f"{label('dateOfBirth')} {texts['date.' + part]}")
            keyboard.check_ring()
            keyboard.keys(*["Down"] * int(value))
        keyboard.write(texts["place.search"], "chiyoda")
        keyboard.keys("Down", "Return")
        keyboard.focus_is("text", texts["place.search"])
        keyboard.write(label("addressRest"), "kasumigaseki 1-1-1")
        keyboard.write(label("phone"), "0312345678")
        keyboard.write(label("email"), MAIL)
        keyboard.write(label("emailConfirmation"), MAIL)
        self.accept_terms_and_check(keyboard, texts)
        self.register(keyboard, registration)


if __name__ == "__main__":
    unittest.main()
