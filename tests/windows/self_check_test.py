"""What `madoguchi --doctor` says under Wine: with a card in the reader of the tests' winscard.dll, with a reader for which
Windows has no driver, and with a policy that lies beside the program."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from under_wine import FOLDER, PROGRAM, WINE, free_port, windows_name  # noqa: E402

from stack import Stack  # noqa: E402

# As Windows keeps a reader that it has found and has no driver for.
READER_KEY = r"HKLM\System\CurrentControlSet\Enum\USB\VID_054C&PID_06C1\MADE-UP"
READER_VALUES = (("HardwareID", "REG_MULTI_SZ", r"USB\VID_054C&PID_06C1"), ("DeviceDesc", "REG_SZ", "NFC Port/PaSoRi 100 USB"),
                 ("ClassGUID", "REG_SZ", "{36fc9e60-c465-11cf-8056-444553540000}"))
# How often a fault that does not show each time is looked for.
TIMES = 4


def registry(*arguments):
    subprocess.run([WINE, "reg", *arguments, "/f"], check=True, capture_output=True)


class SelfCheckTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="madoguchi-self-check-")
        self.addCleanup(folder.cleanup)
        os.environ["MADOGUCHI_VPCD_PORT"] = str(free_port())
        self.stack = Stack(os.environ["MADOGUCHI_BIN"], folder.name, person="maria", language="ja", card="pcsc", headless=True)
        self.addCleanup(self.stack.__exit__)
        self.stack.make_trust()
        self.stack.start_backend()

    def doctor(self, *more):
        return subprocess.run([WINE, PROGRAM, "--server", self.stack.origin, "--ca-file",
                               windows_name(self.stack.tls / "ca.pem"), "--doctor", *more], capture_output=True, timeout=300)

    def checks(self, said):
        return {check["id"]: check for check in json.loads(said.stdout)["checks"]}

    def test_reader_and_service(self):
        checks = self.checks(self.doctor("--json"))
        for name in ("service", "readers", "network", "clock", "memory", "tls", "trustAnchors"):
            self.assertEqual(checks[name]["verdict"], "good", checks[name])
        self.assertEqual(checks["card"]["code"], "MG-105")  # the reader is there as long as the program is

    def test_card(self):
        said = self.doctor("--json", "--demo", "--person", "maria", "--pki", windows_name(self.stack.pki))
        self.assertEqual(said.returncode, 0)
        self.assertEqual(self.checks(said)["card"]["details"]["kind"], "myNumberCard")
        self.assertEqual(self.checks(said)["certificates"]["verdict"], "good")

    def test_words_can_be_read_in_every_language(self):
        for language, word in (("ja", "カードリーダー"), ("en", "card reader"), ("easy", "カードリーダー")):
            with self.subTest(language=language):
                self.assertIn(word.lower(), self.doctor("--lang", language).stdout.decode("utf-8").lower())

    def test_language_is_that_of_windows_and_not_of_its_dates(self):
        # Qt takes LANG for what Windows says of dates and numbers; the texts of this Wine are English.
        subprocess.run([WINE, "reg", "delete", r"HKCU\Software\madoguchi", "/f"], check=False, capture_output=True)
        environment = os.environ | {"LC_ALL": "C.UTF-8", "LANG": "ja_JP.UTF-8"}
        said = subprocess.run([WINE, PROGRAM, "--doctor", "--server", self.stack.origin], capture_output=True, timeout=300,
                              env=environment)
        self.assertIn("Check this computer", said.stdout.decode("utf-8"))

    def test_reader_without_driver_is_named(self):
        for name, kind, value in READER_VALUES:
            registry("add", READER_KEY, "/v", name, "/t", kind, "/d", value)
        self.addCleanup(registry, "delete", READER_KEY.rsplit("\\", 1)[0])
        readers = self.checks(self.doctor("--json"))["readers"]
        self.assertEqual(readers["code"], "MG-116", readers)
        self.assertIn("Sony PaSoRi RC-S380/S", json.dumps(readers, ensure_ascii=False))

    def test_policy_beside_the_program_is_read_and_no_other(self):
        policy = FOLDER / "client.json"
        self.addCleanup(policy.unlink)
        policy.write_text('{"server": "https://localhost:1", "reader": 5}')
        said = self.doctor("--json")
        self.assertNotEqual(said.returncode, 0)
        self.assertIn("reader", (said.stdout + said.stderr).decode("utf-8"))

    def test_policy_of_another_encoding_is_said_to_be_that(self):
        policy = FOLDER / "client.json"
        self.addCleanup(policy.unlink)
        policy.write_bytes('{"helpDesk": "窓口"}'.encode("cp932"))
        said = subprocess.run([WINE, PROGRAM, "--check-policy", "--lang", "en"], capture_output=True, timeout=300)
        self.assertEqual(said.returncode, 1)
        self.assertIn(f"{windows_name(policy)}: This is not a text in UTF-8.", said.stderr.decode("utf-8"))

    def test_proxy_of_the_environment_is_used_and_outlived(self):
        # Who has looked for it is a thread that ends then; where that breaks the program, it does so nearly each time.
        environment = os.environ | {"HTTPS_PROXY": f"http://127.0.0.1:{free_port()}"}
        for _ in range(TIMES):
            said = subprocess.run([WINE, PROGRAM, "--server", "https://service.example", "--doctor", "--json"],
                                  capture_output=True, timeout=300, env=environment)
            self.assertEqual(said.returncode, 1, said)
            self.assertEqual(self.checks(said)["proxy"]["code"], "MG-309", said.stdout)


if __name__ == "__main__":
    unittest.main()
