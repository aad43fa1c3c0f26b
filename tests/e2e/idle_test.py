"""A window that waits for a card lets the computer sleep."""

import pathlib
import time
import unittest

from window_test import WindowTest, picture_on_failure

WINDOW_SECONDS = 10
# The service's own library looks up once a minute while it waits (libpcsclite, winscard_clnt.c), so of three
# stretches one at the most may hold such a look.
STRETCHES = 3


def wake_ups(pid):
    """Voluntary context switches of all threads: each is one wake-up."""
    total = 0
    for status in pathlib.Path(f"/proc/{pid}/task").glob("*/status"):
        for line in status.read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches:"):
                total += int(line.split()[1])
    return total


class IdleTest(WindowTest):
    def counted(self):
        pid = self.stack.pid("client")
        time.sleep(4)  # what the last change set off comes to rest: animations, the service's second look
        counts = []
        for _ in range(STRETCHES):
            before = wake_ups(pid)
            time.sleep(WINDOW_SECONDS)
            counts.append(wake_ups(pid) - before)
        print(f"wake-ups in stretches of {WINDOW_SECONDS} s: {counts}")
        return sorted(counts)

    @picture_on_failure
    def test_no_wake_up_while_the_card_page_waits(self):
        self.begin()
        registration = self.registration()
        registration.open_entrance()
        for wait in ("without a card", "with a card"):
            with self.subTest(wait):
                if wait == "without a card":
                    self.stack.card_command("remove")
                    registration.window.find("label", registration.texts["failure.noCard.title"])
                else:
                    self.stack.card_command("insert")
                    registration.window.find("label", registration.texts["before.ready"])
                self.assertEqual(self.counted()[:2], [0, 0])


if __name__ == "__main__":
    unittest.main()
