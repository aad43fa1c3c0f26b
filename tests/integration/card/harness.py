"""What the card tests share: the simulated card as a process, and waiting with an end."""

import os
import pathlib
import queue
import subprocess
import tempfile
import threading
import time
import unittest

BIN = pathlib.Path(os.environ["MADOGUCHI_BIN"])
CLIENT = BIN / "card_client"
PRIVATE_PCSCD = pathlib.Path(os.environ["MADOGUCHI_PRIVATE_PCSCD"])
# Nothing here is measured in time; this only keeps a broken run from hanging.
PATIENCE = 30


class Lines:
    """A child process whose lines can be waited for."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([str(a) for a in arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)
        self._lines = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))
        self._lines.put(None)

    def next(self):
        """The next line; None when the process has ended."""
        return self._lines.get(timeout=PATIENCE)

    def wait_for(self, wanted):
        """Reads lines until `wanted`, a text or a condition, and gives that one."""
        matches = wanted if callable(wanted) else lambda line: line == wanted
        while (line := self.next()) is not None:
            if matches(line):
                return line
        raise AssertionError(f"the process ended before it wrote {wanted!r}")

    def say(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def stop(self):
        """Ends the process if it still runs; gives its exit status."""
        self.process.terminate()
        status = self.process.wait(timeout=PATIENCE)
        self._reader.join(timeout=PATIENCE)
        self.process.stdin.close()
        self.process.stdout.close()
        return status


class VirtualCard(Lines):
    """madoguchi-virtualcard on the private service's reader."""

    def __init__(self, pki, *options):
        super().__init__(BIN / "madoguchi-virtualcard", "--pki", pki, "--port", os.environ["MADOGUCHI_VPCD_PORT"],
                         *options)

    def status(self):
        """The card's own account of itself: a dictionary of texts."""
        self.say("status")
        line = self.wait_for(lambda text: text.startswith("status "))
        return dict(item.split("=", 1) for item in line.split()[1:])


def wait_for_empty_reader():
    watch = Lines(CLIENT, "watch")
    watch.wait_for(lambda line: line.endswith("cards 0"))
    watch.stop()
    # A client that lost its card makes the service call the reader empty before it has looked. Let it look:
    # it does so every 400 ms, and misses a card that goes and comes in between.
    time.sleep(0.6)


def run(*arguments, **options):
    """Runs a command to its end; text in and out, errors kept."""
    return subprocess.run([str(a) for a in arguments], capture_output=True, text=options.pop("text", True),
                          timeout=PATIENCE, check=False, **options)


class CardTest(unittest.TestCase):
    """A scratch folder with a PKI of its own for each test class."""

    @classmethod
    def setUpClass(cls):
        cls._folder = tempfile.TemporaryDirectory(prefix="madoguchi-card-test-")
        cls.addClassCleanup(cls._folder.cleanup)
        cls.folder = pathlib.Path(cls._folder.name)
        cls.pki = cls.folder / "pki"
        made = run(BIN / "madoguchi-virtualcard", "--make-pki", cls.pki)
        if made.returncode != 0:
            raise AssertionError(made.stderr)

    def insert_card(self, *options, person="maria"):
        """Starts the card and waits until the reader has found it."""
        card = VirtualCard(self.pki, "--person", person, *options)
        # The service looks at its readers now and then; the next test must not find a card that has gone.
        self.addCleanup(wait_for_empty_reader)
        self.addCleanup(card.stop)
        card.wait_for(f"inserted {person}")
        return card

    def start(self, *arguments):
        process = Lines(*arguments)
        self.addCleanup(process.stop)
        return process

    def must(self, *arguments, **options):
        """Runs a command that has to succeed."""
        result = run(*arguments, **options)
        self.assertEqual(result.returncode, 0, f"{arguments}\n{result.stdout}\n{result.stderr}")
        return result.stdout

    def issued(self, usage, person="maria"):
        """The certificate in the PKI folder."""
        return (self.pki / "persons" / person / f"{usage}.der").read_bytes()

    def assert_signed(self, usage, data, signature, person="maria"):
        """openssl finds that the person's key made the signature over the file `data`."""
        certificate = self.pki / "persons" / person / f"{usage}.der"
        key = self.folder / f"{usage}.pub"
        key.write_text(self.must("openssl", "x509", "-inform", "DER", "-in", certificate, "-pubkey", "-noout"))
        self.must("openssl", "dgst", "-sha256", "-verify", key, "-signature", signature, data)


def opensc_apdus(*apdus):
    """Sends raw commands with opensc-tool and gives the status words."""
    arguments = ["opensc-tool", "--card-driver", "default"]
    for apdu in apdus:
        arguments += ["-s", apdu]
    output = run(*arguments).stdout
    return [line.split("SW1=0x")[1][:2] + line.split("SW2=0x")[1][:2]
            for line in output.splitlines() if line.startswith("Received")]
