"""A window that waits for a card lets the computer sleep."""

import pathlib
import time
import unittest

from window_test import WindowTest, picture_on_failure

STRETCH_SECONDS = 10
# What the last change set off comes to rest within this: announcements go after 15 s, Qt empties its cache of fonts in
# steps of 10 s (QFontCache), and the card service's own library looks up once a minute (libpcsclite, winscard_clnt.c).
MOST_STRETCHES = 9


def wake_ups(pid):
    """Voluntary context switches of all threads, each one wake-up; and the ticks of the processor that all of them had,
    because what never sleeps has none."""
    total = sum(map(int, pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]))
    for status in pathlib.Path(f"/proc/{pid}/task").glob("*/status"):
        for line in status.read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches:"):
                total += int(line.split()[1])
    return total


class IdleTest(WindowTest):
    def comes_to_rest(self):
        """Whether nothing wakes it for two stretches in a row."""
        pid = self.stack.pid("client")
        counts = []
        while counts[-2:] != [0, 0] and len(counts) < MOST_STRETCHES:
            before = wake_ups(pid)
            time.sleep(STRETCH_SECONDS)
            counts.append(wake_ups(pid) - before)
        print(f"wake-ups and ticks in stretches of {STRETCH_SECONDS} s: {counts}")
        return counts[-2:] == [0, 0]

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
                self.assertTrue(self.comes_to_rest())


if __name__ == "__main__":
    unittest.main()
