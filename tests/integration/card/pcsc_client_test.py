"""The product's card library through the real PC/SC service: a whole registration, changes, and what it
leaves on the card."""

import os
import pathlib
import shlex
import signal
import time
import unittest

from harness import CLIENT, PATIENCE, CardTest, Lines, opensc_apdus, run

SELECT_JPKI = "00A4040C0AD392F000260100000001"
READ_SIGNING_CERTIFICATE = "00B0810004"


class Registration(CardTest):
    def register(self, name):
        folder = self.folder / name
        folder.mkdir()
        (folder / "data").write_bytes(b"what is registered")
        return folder, Lines(CLIENT, "register", folder)

    def test_does_the_whole_card_part(self):
        # The client starts first and sleeps until the card comes.
        folder, client = self.register("whole")
        self.addCleanup(client.stop)
        card = self.insert_card()
        commands = int(client.wait_for(lambda line: line.startswith("commands ")).split()[1])
        self.assertEqual(client.process.wait(timeout=PATIENCE), 0)
        for usage in ("signing", "authentication"):
            self.assertEqual((folder / f"{usage}.der").read_bytes(), self.issued(usage))
            self.assert_signed(usage, folder / "data", folder / f"{usage}.sig")
        status = card.status()
        self.assertEqual(int(status["commands"]), commands)
        self.assertEqual((status["password-tries"], status["pin-tries"], status["forbidden"]), ("5", "3", "0"))

    def test_a_card_taken_away_on_the_way_is_an_error(self):
        folder, client = self.register("interrupted")
        self.addCleanup(client.stop)
        card = self.insert_card("--remove-after-apdu", "8")
        self.assertEqual(client.process.wait(timeout=PATIENCE), 1)
        self.assertFalse((folder / "authentication.sig").exists())
        card.wait_for("removed")
        self.assertEqual(card.status()["verified"], "0")


class Changes(CardTest):
    def test_sees_removal_insertion_and_another_card(self):
        card = self.insert_card()
        watch = self.start(CLIENT, "watch")
        watch.wait_for("service 1 readers 2 cards 1")
        card.say("remove")
        watch.wait_for("service 1 readers 2 cards 0")
        card.say("insert")
        watch.wait_for("service 1 readers 2 cards 1")
        card.say("person alias")
        # Another person's card has the same ATR; the service's count of events tells it.
        watch.wait_for("service 1 readers 2 cards 1")
        self.assertEqual(card.status()["person"], "alias")

    def test_survives_the_service(self):
        self.insert_card()
        watch = self.start(CLIENT, "watch")
        watch.wait_for("service 1 readers 2 cards 1")
        for how in (signal.SIGTERM, signal.SIGKILL):
            service = int(pathlib.Path("/run/pcscd/pcscd.pid").read_text().strip("\n\0"))
            os.kill(service, how)
            watch.wait_for(lambda line: line.startswith("service 0"))
            # It goes on for the tests after this one, and ends with their namespace.
            self.must(*shlex.split(os.environ["PRIVATE_PCSCD_START"]))
            watch.wait_for("service 1 readers 2 cards 1")


class Sharing(CardTest):
    def test_a_card_that_another_program_shares_is_taken_when_it_is_free(self):
        self.insert_card()
        other = self.start(CLIENT, "share")
        other.wait_for("shared")
        client = self.start(CLIENT, "take")
        client.wait_for("held")
        other.say("")
        client.wait_for("taken")
        self.assertEqual(client.process.wait(timeout=PATIENCE), 0)


class WhatIsLeft(CardTest):
    """The verified state of a card must not outlive the client that verified it."""

    def signing_certificate(self):
        """What the next program gets when it asks for the certificate that needs the password."""
        return opensc_apdus(SELECT_JPKI, READ_SIGNING_CERTIFICATE)

    def wait_until_not_verified(self, card):
        deadline = time.monotonic() + PATIENCE
        while card.status()["verified"] != "0":
            self.assertLess(time.monotonic(), deadline, "the card stays verified")
            time.sleep(0.1)

    def test_this_check_sees_a_card_left_verified(self):
        self.insert_card()
        self.must("pkcs15-tool", "--verify-pin", "--auth-id", "02", "--pin", "MADO1234", "--read-certificate", "02")
        self.assertEqual(self.signing_certificate(), ["9000", "9000"])

    def test_nothing_after_the_normal_end(self):
        card = self.insert_card()
        client = self.start(CLIENT, "hold")
        client.wait_for("verified")
        self.assertEqual(card.status()["verified"], "1")
        client.say("")
        self.assertEqual(client.process.wait(timeout=PATIENCE), 0)
        self.assertEqual(self.signing_certificate(), ["9000", "6982"])

    def test_nothing_after_the_client_was_killed(self):
        card = self.insert_card()
        client = self.start(CLIENT, "hold")
        client.wait_for("verified")
        client.process.kill()
        client.process.wait(timeout=PATIENCE)
        # The service resets the card of a dead client, and unpowers it a little later.
        self.wait_until_not_verified(card)
        self.assertEqual(self.signing_certificate(), ["9000", "6982"])

    def test_others_are_kept_out_while_it_is_verified(self):
        self.insert_card()
        client = self.start(CLIENT, "hold")
        client.wait_for("verified")
        self.assertEqual(self.signing_certificate(), [])
        self.assertNotEqual(run("pkcs15-tool", "--dump").returncode, 0)


if __name__ == "__main__":
    unittest.main()
