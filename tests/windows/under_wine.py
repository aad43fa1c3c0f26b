"""What the tests of the window under Wine have in common: those of tests/e2e, with the program for Windows in place of the
other one. The card lies in the reader of the tests' winscard.dll; service, database and mails are the same."""

import os
import pathlib
import socket
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts" / "lib"), str(ROOT / "tests" / "e2e")]

from window_test import WindowTest  # noqa: E402

from registration import Registration  # noqa: E402
from stack import Stack  # noqa: E402
from window_under_wine import WindowUnderWine  # noqa: E402

WINE = "/usr/lib/wine/wine64"
WINESERVER = "/usr/lib/wine/wineserver64"
# Of the folder that scripts/run-tests-windows makes: the program, with winscard.dll and the window's driver beside it.
FOLDER = pathlib.Path(os.environ.get("MADOGUCHI_WINDOWS_PROGRAM", "."))
PROGRAM = FOLDER / "madoguchi.exe"


def windows_name(path):
    return f"Z:{path}".replace("/", "\\")


def free_port():
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return some.getsockname()[1]


class UnderWine(WindowTest):
    """begin() and the rest as in tests/e2e."""

    window = None

    def begin(self, **options):
        self._card_options = options.pop("card_options", ())
        os.environ["MADOGUCHI_VPCD_PORT"] = str(free_port())
        super().begin(card=None, start_client=self._start_program, **options)

    def _start_program(self, stack, *more, environment=None):
        port = free_port()
        command = [WINE, PROGRAM, *stack.client_options(windows_name), *more]
        stack.start_process("client", command, environment={"MADOGUCHI_DRIVER_PORT": str(port)} | (environment or {}))
        self.window = WindowUnderWine(port, check_alive=stack.check_client)
        # The reader is there from when the program first asks for readers. Then the card says that it lies there.
        card = stack.start_process("card", [
            stack.binaries / "madoguchi-virtualcard", "--pki", stack.pki, "--person", stack.person, "--host", "127.0.0.1",
            "--port", os.environ["MADOGUCHI_VPCD_PORT"], *self._card_options], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        lies = []

        def command(text, answers=1):
            if not lies:
                lies.append(card.stdout.readline())
            return Stack.card_command(stack, text, answers)

        stack.card_command = command

    def registration(self, **options):
        return Registration(self.stack, window=self.window, **options)

    def end(self):
        if self.window:
            self.window.close()
            self.window = None
        super().end()
        # With everything that runs in the prefix: the next test has another display.
        subprocess.run([WINESERVER, "-k"], check=False)
        subprocess.run([WINESERVER, "-w"], check=False)
