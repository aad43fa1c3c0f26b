"""A kiosk at the real service: the process that stays, and the visits that it begins."""

import json
import pathlib
import socket

from window_test import WindowTest
# What follows lies where window_test.py looks for it.
from accessible import Window
from languages import LANGUAGE_NAMES
from registration import Registration
from texts import Texts

# Made with madoguchi --staff-code.
STAFF_CODE = "over-there-7"
STAFF_HASH = ("scrypt:15:139516a83d6724d5f79b5e75e773abf7:"
              "d3476a22fad903882ae16de3e43987614c20c72cb64dd918c2bb82d3dcebaaa8")


class Kiosk(WindowTest):
    """begin_kiosk() starts everything. `self.shell` is the window of what stays."""

    def begin_kiosk(self, *, environment=None, size="1280x1024", **options):
        def start_client(stack, environment):
            # Assistive technology counts for no presence: nobody is hurried by a busy machine.
            self.set_policy(idleSeconds=1800)
            for folder in ("home", "tmp"):
                (stack.folder / folder).mkdir()
            self.manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            self.addCleanup(self.manager.close)
            self.manager.bind(str(stack.folder / "notify"))
            for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
                stack.environment.pop(name, None)
            stack.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
            own = {"HOME": str(stack.folder / "home"), "TMPDIR": str(stack.folder / "tmp"),
                   "NOTIFY_SOCKET": str(stack.folder / "notify"), "WATCHDOG_USEC": "1000000"}
            stack.start_process("client", [
                stack.binaries / "madoguchi", "--kiosk", "--policy", stack.folder / "client.json", "--server", stack.origin,
                "--ca-file", stack.tls / "ca.pem"], environment=own | (environment or {}))

        self.begin(start_display=lambda stack: stack.start_display(size), start_client=start_client,
                   client_environment=environment, **options)
        self.shell = Window(check_alive=self.stack.check_client, pid=self.stack.pid("client"))

    def set_policy(self, **settings):
        """For the next visit, too."""
        policy = {"kiosk": {"staffCode": STAFF_HASH} | settings}
        (self.stack.folder / "client.json").write_text(json.dumps(policy))

    def press_language(self, language):
        self.shell.press("button", pattern=f"^{LANGUAGE_NAMES[language]}\\s")

    def visits(self):
        """The processes of visits."""
        shell = self.stack.pid("client")
        return [int(child) for child in pathlib.Path(f"/proc/{shell}/task/{shell}/children").read_text().split()]

    def begin_visit(self, language="ja", **options):
        """From the start page to the top page of a visit; a Registration in its window."""
        self.stack.language = language
        self.press_language(language)
        visit = self.shell.wait(self.visits, "the process of a visit")[0]
        window = Window(check_alive=self.stack.check_client, pid=visit)
        return Registration(self.stack, window=window, **options)

    def end_visit(self, registration):
        texts, window = registration.texts, registration.window
        window.press("button", texts["visit.end"])
        window.find("heading", texts["visit.end.title"])
        window.press("button", texts["visit.end"])

    def wait_for_start(self, notice, language="ja"):
        """The start page with what became of the last visit."""
        self.shell.wait(lambda: Texts(language)[notice] in self.shell.shown_names(), notice)
        self.assertEqual(self.visits(), [])
