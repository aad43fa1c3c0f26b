"""The program madoguchi-virtualcard: its options, its commands, and how it ends."""

import os
import select
import signal
import socket
import subprocess
import unittest

from harness import BIN, PATIENCE, CardTest, VirtualCard, opensc_apdus, run

SELECT_JPKI = "00A4040C0AD392F000260100000001"
PIN_TRIES = "00200098"
PASSWORD_TRIES = "0020009B"
WRONG_PIN = "002000980430303030"
PROGRAM = BIN / "madoguchi-virtualcard"


class Options(CardTest):
    def test_wrong_arguments_are_explained(self):
        for arguments, word in ((["--persona", "maria"], "--persona"), ([], "--pki"), (["--pki"], "value"),
                                (["--pki", "x", "--person", "nobody"], "nobody"),
                                (["--pki", "x", "--port", "0"], "65535"),
                                (["--pki", "x", "--port", "80a"], "80a"),
                                (["--pki", "x", "--pin-tries", "4"], "0 to 3"),
                                (["--pki", "x", "--password-tries", "-1"], "0 to 5"),
                                (["--pki", "x", "--remove-after-apdu", "0"], "number")):
            with self.subTest(arguments=arguments):
                result = run(PROGRAM, *arguments)
                self.assertEqual(result.returncode, 64)
                self.assertIn(word, result.stderr.splitlines()[0])

    def test_a_folder_that_cannot_be_used_is_named(self):
        other = self.folder / "other"
        other.mkdir()
        (other / "letter").write_text("not a PKI")
        result = run(PROGRAM, "--pki", other)
        self.assertEqual(result.returncode, 1)
        self.assertIn(str(other), result.stderr)

    def test_lists_the_persons(self):
        listed = [line.split("\t")[0] for line in self.must(PROGRAM, "--list").splitlines()]
        self.assertEqual(listed, ["maria", "alias", "long", "parent", "child", "expired", "blocked"])

    def test_starts_with_the_tries_asked_for(self):
        self.insert_card("--password-tries", "2", "--pin-tries", "0")
        self.assertEqual(opensc_apdus(SELECT_JPKI, PASSWORD_TRIES, PIN_TRIES), ["9000", "63C2", "63C0"])

    def test_a_blocked_person_is_blocked(self):
        self.insert_card(person="blocked")
        self.assertEqual(opensc_apdus(SELECT_JPKI, PASSWORD_TRIES, PIN_TRIES, WRONG_PIN),
                         ["9000", "63C0", "63C0", "6984"])

    def test_the_log_hides_secrets(self):
        card = self.insert_card()
        self.assertEqual(card.stop(), 0)
        log = self.folder / "log"
        with log.open("w") as errors:
            process = subprocess.Popen([PROGRAM, "--pki", self.pki, "--log", "--port",
                                        os.environ["MADOGUCHI_VPCD_PORT"]],
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True)
            self.assertEqual(process.stdout.readline(), "inserted maria\n")
            opensc_apdus(SELECT_JPKI, "0020009B084D41444F31323334", "00B0810010")
            process.stdin.write("quit\n")
            process.stdin.close()
            self.assertEqual(process.wait(timeout=PATIENCE), 0)
            process.stdout.close()
        written = log.read_text()
        self.assertIn("00 20 00 9B", written)
        for hidden in ("4D 41 44 4F", "4D41444F", "MADO", "30 82 06"):
            self.assertNotIn(hidden, written)


class StalledReader(CardTest):
    """The reader's side stops in the middle of something: the card can be spoken with and ended all the same."""

    def setUp(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(self.listener.close)
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.listener.settimeout(PATIENCE)
        port = self.listener.getsockname()[1]
        self.card = VirtualCard(self.pki, "--host", "127.0.0.1", "--port", str(port))
        self.addCleanup(self.card.stop)
        self.reader = self.listener.accept()[0]
        self.addCleanup(self.reader.close)
        self.reader.settimeout(PATIENCE)

    def assert_ends(self, how):
        self.card.status()  # it has seen all that came before, and is still there
        how()
        self.assertEqual(self.card.process.wait(timeout=PATIENCE), 0)

    def by(self, number):
        return lambda: self.card.process.send_signal(number)

    def test_ends_in_the_middle_of_a_length(self):
        self.reader.sendall(b"\x00")
        self.assert_ends(self.by(signal.SIGTERM))

    def test_ends_in_the_middle_of_a_command(self):
        self.reader.sendall(b"\x00\x0F\x00\xA4\x04")
        self.assert_ends(self.by(signal.SIGINT))

    def test_ends_by_command_before_the_longest_message(self):
        self.reader.sendall(b"\xFF\xFF")
        self.assert_ends(lambda: self.card.say("quit"))

    def test_ends_while_nobody_takes_its_answers(self):
        request = b"\x00\x01\x04" * 1000
        self.reader.setblocking(False)
        while select.select([], [self.reader], [], 0.5)[1]:  # until it reads no more either
            self.reader.send(request)
        self.assert_ends(self.by(signal.SIGTERM))

    def test_answers_when_the_rest_comes(self):
        command = bytes.fromhex(SELECT_JPKI)
        self.reader.sendall(b"\x00\x01\x01" + b"\x00")
        self.card.status()
        self.reader.sendall(bytes([len(command)]) + command[:7])
        self.card.status()
        self.reader.sendall(command[7:] + b"\x00\x01\x04")
        answers = self.reader.makefile("rb")
        self.addCleanup(answers.close)
        self.assertEqual(answers.read(4), b"\x00\x02\x90\x00")
        length = int.from_bytes(answers.read(2), "big")
        self.assertEqual(answers.read(length)[0], 0x3B)  # the answer to reset (ISO/IEC 7816-3, TS)


class Life(CardTest):
    def test_ends_in_order_by_signal_and_by_command(self):
        for how in (signal.SIGTERM, signal.SIGINT):
            card = VirtualCard(self.pki)
            card.wait_for("inserted maria")
            card.process.send_signal(how)
            card.wait_for("removed")
            self.assertEqual(card.process.wait(timeout=PATIENCE), 0)
            card.stop()
        card = self.insert_card()
        card.say("quit")
        self.assertEqual(card.process.wait(timeout=PATIENCE), 0)

    def test_remembers_the_tries_of_each_person(self):
        card = self.insert_card()
        self.assertEqual(opensc_apdus(SELECT_JPKI, WRONG_PIN), ["9000", "63C2"])
        card.say("person alias")
        card.wait_for("inserted alias")
        self.assertEqual(card.status()["pin-tries"], "3")
        card.say("person maria")
        card.wait_for("inserted maria")
        self.assertEqual(card.status()["pin-tries"], "2")

    def test_is_the_same_card_next_time_with_new_tries(self):
        card = self.insert_card()
        self.assertEqual(opensc_apdus(SELECT_JPKI, WRONG_PIN), ["9000", "63C2"])
        before = self.issued("signing")
        card.stop()
        card = self.insert_card()
        self.assertEqual(card.status()["pin-tries"], "3")
        self.assertEqual(self.issued("signing"), before)

    def test_says_what_it_does_not_understand(self):
        card = self.insert_card()
        for line in ("dance", "person nobody", "answer 6", "answer 6F0X", "odd card"):
            card.say(line)
            self.assertEqual(card.next(), f"not understood: {line}")

    def test_gives_another_answer_once(self):
        card = self.insert_card()
        card.say("answer 6F00")
        card.status()
        self.assertEqual(opensc_apdus(SELECT_JPKI, PIN_TRIES), ["6F00", "63C3"])

    def test_keeps_an_answer_back(self):
        card = self.insert_card()
        card.say("hold 2")
        card.status()
        client = self.start("opensc-tool", "--card-driver", "default", "-s", SELECT_JPKI, "-s", PIN_TRIES)
        card.wait_for("holding")
        self.assertIsNone(client.process.poll())
        card.say("release")
        client.wait_for(lambda line: line.startswith("Received (SW1=0x63, SW2=0xC3)"))

    def test_announces_data_in_parts(self):
        card = self.insert_card()
        commands = {}
        for how in ("parts", "none"):
            card.say(f"odd {how}")
            before = int(card.status()["commands"])
            self.assertEqual(opensc_apdus(SELECT_JPKI, "00B08A0010")[-1], "9000")
            commands[how] = int(card.status()["commands"]) - before
        self.assertEqual(commands, {"parts": 3, "none": 2})  # GET RESPONSE, which OpenSC sends by itself

    def test_taken_away_after_so_many_commands(self):
        card = self.insert_card("--remove-after-apdu", "2")
        words = opensc_apdus(SELECT_JPKI, PIN_TRIES, PASSWORD_TRIES)
        self.assertEqual(words, ["9000", "63C3"])
        card.wait_for("removed")


if __name__ == "__main__":
    unittest.main()
