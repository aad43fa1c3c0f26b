"""The window can be used and closed while the smart-card service hangs and names what is wrong; the program ends. The end
of the desktop's session takes nothing that was typed without a question. What the person chose is there again at the next
start."""

import os
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

from window_test import WindowTest, picture_on_failure
# What follows lies where window_test.py looks for it.
from accessible import Atspi, Window
from texts import Texts

# Nothing here is measured in time; this only keeps a broken run from hanging.
PATIENCE = 60


class EndTest(WindowTest):
    def assert_rests(self, window):
        """What looks again and again whether there is something to read never sleeps."""
        stat = pathlib.Path(f"/proc/{self.stack.pid('client')}/stat")

        def sleeps():
            time.sleep(0.01)
            return stat.read_text().rsplit(")", 1)[1].split()[0] == "S"

        window.wait(lambda: all(sleeps() for _ in range(20)), "the program to have nothing to do")

    @picture_on_failure
    def test_a_service_that_hangs_holds_neither_the_window_nor_the_program(self):
        self.begin()
        registration = self.registration()
        registration.start()
        service = int(pathlib.Path("/run/pcscd/pcscd.pid").read_text().strip("\n\0"))
        os.kill(service, signal.SIGSTOP)
        self.addCleanup(os.kill, service, signal.SIGCONT)
        registration.give_password()
        self.assert_failure(registration, "serviceHangs")
        client = self.stack.processes["client"]
        registration.window.keys("alt+F4")
        self.assertEqual(client.wait(timeout=PATIENCE), 0)
        state = pathlib.Path(f"/proc/{service}/stat").read_text().rsplit(")", 1)[1].split()[0]
        self.assertEqual(state, "T")
        self.stack.processes.pop("client")

    @picture_on_failure
    def test_the_end_of_the_desktops_session_waits_for_an_answer(self):
        session = subprocess.Popen([os.environ["MADOGUCHI_SESSION_MANAGER"]], text=True, bufsize=1,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(session.__exit__, None, None, None)
        self.addCleanup(session.kill)

        def said_until(last):
            lines = [session.stdout.readline().strip()]
            while lines[-1] not in (last, ""):
                lines.append(session.stdout.readline().strip())
            return lines

        def put(command):
            session.stdin.write(f"{command}\n")

        self.begin(client_environment={"SESSION_MANAGER": session.stdout.readline().strip()})
        self.assertIn("is not to be started again", said_until("registered"))
        registration = self.registration(entrance="coeByEmail")
        registration.window.find("button", pattern=f"^{registration.texts['top.cardHolder']}")
        put("shutdown")
        self.assertNotIn("asks", said_until("saved"), "there is nothing to lose")
        put("cancelled")
        registration.start()
        registration.fill_answers()
        put("checkpoint")
        self.assertNotIn("asks", said_until("saved"), "the session does not end")
        put("shutdown")
        answers = said_until("saved")
        self.assertLess(answers.index("asks"), answers.index("cancels"))
        registration.window.press("button", registration.texts["leave.no"])
        registration.accept_terms()
        registration.leave("step1", "step1.check")
        registration.check()
        # The manager breaks while the session goes on.
        session.kill()
        registration.window.press("button", registration.texts["header.back"])
        registration.window.press("button", registration.texts["step1.check"])
        registration.check()
        self.assert_rests(registration.window)

    @picture_on_failure
    def test_the_size_of_the_text_is_there_again_at_the_next_start(self):
        with tempfile.TemporaryDirectory() as settings:
            environment = {"XDG_CONFIG_HOME": settings}
            self.begin(client_environment=environment)
            usual, larger = (Texts(self.stack.language)[f"header.textSize.{size}"] for size in ("normal", "large"))
            window = Window(check_alive=self.stack.check_client)

            def is_chosen(name):
                return window.has_state(window.find("radio", name), Atspi.StateType.CHECKED)

            self.assertTrue(is_chosen(usual))
            window.keys("ctrl+plus")
            window.wait(lambda: is_chosen(larger), "larger text")
            kept = pathlib.Path(settings) / "madoguchi" / "madoguchi.conf"
            window.wait(lambda: kept.exists() and "textSize" in kept.read_text(), "the size to be kept")
            self.stack.stop("client")
            self.stack.start_client(environment=environment)
            window = Window(check_alive=self.stack.check_client)
            self.assertTrue(is_chosen(larger))

    @picture_on_failure
    def test_started_from_an_icon_on_a_computer_that_is_not_set_up_it_says_so_in_a_window(self):
        self.begin()
        self.stack.stop("client")
        client = self.stack.start_process("client", [self.stack.binaries / "madoguchi"], environment={
            "LANG": "ja_JP.UTF-8", "XDG_CONFIG_HOME": str(self.stack.folder)})
        window, texts = Window(check_alive=self.stack.check_client), Texts("ja")
        window.find("heading", texts["setup.title"])
        window.find("label", pattern="no server is configured")
        window.press("button", texts["help.close"])
        self.assertEqual(client.wait(timeout=PATIENCE), 2)
        self.stack.processes.pop("client")


if __name__ == "__main__":
    unittest.main()
