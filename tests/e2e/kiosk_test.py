"""A kiosk, from one visitor to the next: how visits end, what staff does, and that nobody gets out."""

import os
import pathlib
import signal
import subprocess
import unittest

from kiosk import STAFF_CODE, Kiosk
from window_test import LANGUAGES, picture_on_failure
# What follows lies where window_test.py looks for it.
from accessible import Window
from languages import LANGUAGE_NAMES
from texts import Texts

# As they reach the program from a keyboard. The first one the window manager has for itself, and asks the window to close.
WAYS_OUT = ("alt+F4", "ctrl+q", "ctrl+w", "ctrl+n", "ctrl+o", "ctrl+p", "ctrl+s", "F11", "Escape", "Menu", "shift+F10",
            "ctrl+shift+F12", "F1", "Escape")


class KioskTest(Kiosk):
    def windows(self):
        """Of the program, whose processes are these."""
        return {window for pid in (self.stack.pid("client"), *self.visits()) for window in self.windows_of(pid)}

    def windows_of(self, pid):
        return set(subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(pid)], capture_output=True, text=True,
                                  check=False, env=self.stack.environment).stdout.split())

    def size(self, window):
        said = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], capture_output=True, text=True,
                              check=False, env=self.stack.environment).stdout
        values = dict(line.split("=") for line in said.splitlines())
        return (int(values["WIDTH"]), int(values["HEIGHT"])) if "WIDTH" in values else None

    @picture_on_failure
    def test_visits_end_and_the_next_begins(self):
        self.begin_kiosk()
        self.assertEqual(self.manager.recv(64), b"READY=1")
        self.assertEqual(self.manager.recv(64), b"WATCHDOG=1")

        # The card is taken away. One that is put down may be anybody's: who goes on says so.
        visit = self.begin_visit("en")
        visit.open_entrance()
        visit.window.find("label", visit.texts["before.ready"])
        self.stack.card_command("remove")
        visit.window.find("heading", visit.texts["visit.cardTaken.title"])
        self.stack.card_command("insert")
        visit.window.press("button", visit.texts["visit.goOn"])
        visit.window.find("label", visit.texts["before.ready"])
        # It is taken away for good.
        self.stack.card_command("remove")
        visit.window.find("heading", visit.texts["visit.cardTaken.title"])
        visit.window.press("button", visit.texts["visit.end"])
        self.wait_for_start("kiosk.ended.title", "en")

        # Nobody is there any more.
        self.set_policy(idleSeconds=20)
        self.press_language("ja")
        self.wait_for_start("kiosk.ended.title", "ja")
        self.set_policy()

        # The visit breaks down; the kiosk does not.
        language = LANGUAGES[1]
        self.begin_visit(language)
        os.kill(self.visits()[0], signal.SIGKILL)
        self.wait_for_start("kiosk.fault.title", language)

        self.restart_by_staff()

    def restart_by_staff(self):
        texts = Texts("ja")
        self.shell.keys("ctrl+shift+F12")
        for code, title in (("wrong-code", texts["staff.wrong"]), (STAFF_CODE, texts["staff.text"])):
            self.shell.type_secret(texts["staff.code"], code)
            self.shell.press("button", texts["staff.open"])
            self.shell.wait(lambda expected=title: expected in self.shell.shown_names(), title)
        self.shell.press("button", texts["staff.restart"])
        process = self.stack.processes.pop("client")
        self.assertEqual(process.wait(timeout=60), 75)

    @picture_on_failure
    def test_no_key_leads_out(self):
        self.begin_kiosk()
        visit = self.begin_visit("en")
        visit.window.find("button", visit.texts["visit.end"])
        pid, before = self.visits(), self.windows()
        self.assertEqual({self.size(window) for window in before}, {(1280, 1024)})
        for key in WAYS_OUT:
            visit.window.keys(key)
            with self.subTest(key):
                visit.window.find("button", visit.texts["visit.end"])
                self.assertEqual(self.visits(), pid)
                self.assertEqual(self.windows(), before)
        self.end_visit(visit)
        self.stack.card_command("remove")
        self.wait_for_start("kiosk.ended.title", "en")
        for key in WAYS_OUT:
            self.shell.keys(key)
        # What a key does, it does in its turn: after them a visit begins all the same.
        self.shell.find("label", Texts("ja")["staff.code"])
        self.shell.press("button", Texts("ja")["staff.back"])
        self.begin_visit("ja")
        self.try_a_second_instance()

    def try_a_second_instance(self):
        """One that somebody managed to start beside the first: it is a kiosk too, and leaves the first one alone."""
        visits = self.visits()
        command = pathlib.Path(f"/proc/{self.stack.pid('client')}/cmdline").read_text().rstrip("\0").split("\0")
        home = self.stack.folder / "second"
        home.mkdir()
        second = self.stack.start_process("second", command, environment={"HOME": str(home), "TMPDIR": str(home)})
        shell = Window(check_alive=lambda: self.assertIsNone(second.poll()), pid=second.pid)
        shell.find("button", pattern=f"^{LANGUAGE_NAMES['ja']}\\s")
        windows = self.windows_of(second.pid)
        self.assertEqual({self.size(window) for window in windows}, {(1280, 1024)})
        for key in WAYS_OUT:
            shell.keys(key)
        shell.find("label", Texts("ja")["staff.code"])
        self.assertEqual(self.windows_of(second.pid), windows)
        self.assertEqual(self.visits(), visits)
        self.stack.stop("second")


if __name__ == "__main__":
    unittest.main()
