"""The self-check with the real PC/SC service and backend: what it finds, that it needs no window, and that neither
its reports nor its page says anything about the person whose card lies on the reader."""

import hashlib
import json
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import unittest

from window_test import LANGUAGES, WindowTest, picture_on_failure

from accessible import Window
from stack import Stack
from texts import Texts

PERSONS = ("maria", "alias", "long", "parent", "child", "expired", "blocked")
CHECKS = ["service", "readers", "card", "certificates", "tries", "network", "clock", "fonts", "session", "memory", "proxy",
          "tls", "trustAnchors"]
UTF8_STRING, PRINTABLE_STRING = 0x0C, 0x13


def strings_in(der):
    """All texts within DER, also below octet strings and context tags."""
    found, at = [], 0
    while at + 2 <= len(der):
        tag, length = der[at], der[at + 1]
        at += 2
        if length >= 0x80:
            octets = length & 0x7F
            if octets == 0 or octets > 3:
                return []
            length = int.from_bytes(der[at:at + octets], "big")
            at += octets
        content = der[at:at + length]
        if len(content) < length:
            return []
        at += length
        if tag in (UTF8_STRING, PRINTABLE_STRING):
            found.append(content.decode(errors="replace"))
        elif tag & 0x20 or tag == 0x04:
            found += strings_in(content)
    return found


class SelfCheckTest(WindowTest):
    def begin_without_client(self, person, card=True):
        self._folder = tempfile.TemporaryDirectory(prefix="madoguchi-e2e-")
        self.stack = Stack(os.environ["MADOGUCHI_BIN"], self._folder.name, person=person, language="en", card="pcsc",
                           headless=True)
        self.stack.make_trust()
        self.stack.start_backend()
        if card:
            self.stack.start_card()

    def doctor(self, *more, through=(), variables=None, with_server=True):
        """Without display and without session variables of the machine that runs the tests. `through` is a command
        that runs the program."""
        environment = {name: value for name, value in self.stack.environment.items()
                       if name not in ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "VNCDESKTOP")} | (variables or {})
        server = ["--server", self.stack.origin, "--ca-file", self.stack.tls / "ca.pem"] if with_server else []
        return subprocess.run([*through, self.stack.binaries / "madoguchi", *server, "--doctor", *more], env=environment,
                              capture_output=True, text=True, timeout=120, check=False)

    def personal(self, person):
        """What must not be said: the items, names and serial numbers in the person's certificates."""
        words = {"MADO1234"}
        issuers = set()
        for ca in (self.stack.pki / "trust").rglob("ca.pem"):
            der = subprocess.run(["openssl", "x509", "-in", ca, "-outform", "DER"], check=True,
                                 capture_output=True).stdout
            issuers |= set(strings_in(der))
        for der in (self.stack.pki / "persons" / person).glob("*.der"):
            for text in set(strings_in(der.read_bytes())) - issuers:
                words.add(text)
                words |= {part for part in re.split("[ 　（）()]", text) if len(part) > 2}
                if re.fullmatch(r"\d{9}", text):  # a date of birth with its era
                    words |= {text[1:], f"{text[1:5]}-{text[5:7]}-{text[7:]}"}
            serial = subprocess.run(["openssl", "x509", "-inform", "DER", "-in", der, "-noout", "-serial"], check=True,
                                    capture_output=True, text=True).stdout.strip().split("=")[1]
            words |= {serial, serial.lower(), str(int(serial, 16)), hashlib.sha256(der.read_bytes()).hexdigest()}
        # Two digits say nothing, and what the profile writes into everybody's certificate is nobody's.
        return {word for word in words if len(word) > 2 and word not in ("JP", "JPKI")}

    def assert_nothing_personal(self, said, person):
        plain = re.sub(r"\s", "", said)
        personal = self.personal(person)
        self.assertGreater(len(personal), 8)
        for word in personal:
            self.assertNotIn(re.sub(r"\s", "", word), plain)

    def test_reports_of_everybody_are_without_anything_personal(self):
        expected = {"maria": (0, None), "alias": (0, None), "long": (0, None), "parent": (0, None),
                    "child": (1, "MG-201"), "expired": (1, "MG-204"), "blocked": (1, "MG-205")}
        for person in PERSONS:
            with self.subTest(person=person):
                self.begin_without_client(person)
                before = self.stack.card_command("status")
                said = self.doctor("--json")
                report = json.loads(said.stdout)
                checks = {check["id"]: check for check in report["checks"]}
                code, failure = expected[person]
                self.assertEqual(list(checks), CHECKS)
                self.assertEqual(said.returncode, code, said.stdout)
                self.assertEqual([c["code"] for c in report["checks"] if c["verdict"] == "bad"],
                                 [failure] if failure else [])
                self.assertEqual(checks["card"]["details"]["kind"], "myNumberCard")
                self.assertRegex(checks["service"]["details"]["protocolVersion"], r"^\d+:\d+$")
                self.assertEqual(checks["clock"]["verdict"], "good")
                self.assertEqual(checks["trustAnchors"]["details"]["used"],
                                 checks["trustAnchors"]["details"]["anchors"][0])
                whole = said.stdout + said.stderr
                for language in LANGUAGES:
                    text = self.doctor("--lang", language)
                    self.assertEqual(text.returncode, code)
                    whole += text.stdout + text.stderr
                self.assert_nothing_personal(whole, person)
                after = self.stack.card_command("status")
                tries = re.compile(r"(?:password|pin)-tries=\d+")
                self.assertEqual(len(tries.findall(before)), 2)
                self.assertEqual(tries.findall(before), tries.findall(after))
                self.assertIn("verified=0 ", after)
                self.end()

    def test_this_check_sees_what_is_personal(self):
        self.begin_without_client("maria", card=False)
        for item in ("MARIA", "1990-04-15", "東京都千代田区霞が関1丁目1番1号"):
            with self.assertRaises(AssertionError):
                self.assert_nothing_personal(f"a report about {item}", "maria")

    def test_names_what_is_missing(self):
        self.begin_without_client("maria", card=False)
        report = json.loads(self.doctor("--json").stdout)
        checks = {check["id"]: check for check in report["checks"]}
        self.assertEqual((checks["card"]["verdict"], checks["card"]["code"]), ("notice", "MG-105"))
        self.assertEqual(report["verdict"], "notice")
        fingerprint = subprocess.run(
            ["openssl", "x509", "-in", self.stack.tls / "ca.pem", "-noout", "-fingerprint", "-sha256"], check=True,
            capture_output=True, text=True).stdout.strip().split("=")[1].replace(":", "")
        self.assertEqual(checks["trustAnchors"]["details"]["anchors"][0]["sha256"], fingerprint)
        without = self.doctor("--json", with_server=False)
        self.assertEqual(without.returncode, 0, without.stderr)
        checks = {check["id"]: check["verdict"] for check in json.loads(without.stdout)["checks"]}
        self.assertEqual((checks["readers"], checks["network"], checks["tls"]), ("good", "notice", "notChecked"))
        self.stack.stop("backend")
        report = self.doctor("--json")
        self.assertEqual(report.returncode, 1)
        self.assertIn("MG-301", [check["code"] for check in json.loads(report.stdout)["checks"]])

    def test_names_memory_that_cannot_be_locked(self):
        self.begin_without_client("maria", card=False)
        said = self.doctor("--json", through=("setpriv", "--bounding-set=-ipc_lock", "--inh-caps=-ipc_lock", "prlimit",
                                              "--memlock=0"))
        self.assertEqual(said.returncode, 1, said.stderr)
        checks = {check["id"]: check for check in json.loads(said.stdout)["checks"]}
        self.assertEqual((checks["memory"]["verdict"], checks["memory"]["code"]), ("bad", "MG-123"))

    def test_writes_no_secrets_of_tls(self):
        self.begin_without_client("maria", card=False)
        secrets = self.stack.folder / "tls-secrets"
        self.assertEqual(self.doctor(variables={"SSLKEYLOGFILE": str(secrets)}).returncode, 0)
        self.assertFalse(secrets.exists())

    @picture_on_failure
    def test_asks_where_to_save_although_the_portal_refuses(self):
        def start_display(stack):
            stack.start_display()
            portal = stack.start_process("portal", ["/usr/bin/python3", "-B", pathlib.Path(__file__).with_name(
                "blind_portal.py")], stdout=subprocess.PIPE)
            self.assertEqual(portal.stdout.readline(), b"ready\n")

        self.begin(language="en", client_environment={"QT_QPA_PLATFORMTHEME": "xdgdesktopportal"},
                   start_display=start_display)
        texts = Texts("en")
        window = Window(check_alive=self.stack.check_client)
        window.press("button", texts["selfCheck.open"])
        window.press("button", texts["selfCheck.save"])
        name = window.find("text", pattern="^File name")
        self.assertTrue(window.text_of(name).endswith(".txt"))

    def test_names_a_service_that_hangs_and_ends(self):
        self.begin_without_client("maria")
        service = int(pathlib.Path("/run/pcscd/pcscd.pid").read_text().strip("\n\0"))
        os.kill(service, signal.SIGSTOP)
        self.addCleanup(os.kill, service, signal.SIGCONT)
        said = self.doctor("--json")
        state = pathlib.Path(f"/proc/{service}/stat").read_text().rsplit(")", 1)[1].split()[0]
        self.assertEqual((state, said.returncode), ("T", 1))
        checks = {check["id"]: (check["verdict"], check["code"]) for check in json.loads(said.stdout)["checks"]}
        self.assertEqual(checks["service"], ("bad", "MG-121"))
        for behind in ("readers", "card", "certificates", "tries"):
            self.assertEqual(checks[behind], ("notChecked", None))
        self.assertEqual(checks["network"], ("good", None))

    @picture_on_failure
    def test_the_page_of_everybody_is_without_anything_personal(self):
        for person in PERSONS:
            with self.subTest(person=person):
                self.begin(person=person, language="en")
                window, texts = Window(), Texts("en")
                window.press("button", texts["selfCheck.open"])
                done = {texts["selfCheck.whole." + verdict] for verdict in ("good", "notice", "bad")}
                window.wait(lambda: done & set(window.texts()), "the end of the self-check")
                self.assertIn(texts["selfCheck.card.good"], window.texts())
                self.assert_nothing_personal("\n".join(window.texts()) + window.describe(), person)
                self.end()


if __name__ == "__main__":
    unittest.main()
