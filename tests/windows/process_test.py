"""What the process of the program for Windows gives away: secrets in memory that was not made for them, searched for from
outside of Wine, and rights of other programs of the same person."""

import os
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from under_wine import FOLDER, WINE, UnderWine  # noqa: E402

import memory_test  # noqa: E402
from window_test import picture_on_failure  # noqa: E402


class MemoryTest(UnderWine, memory_test.MemoryTest):
    """The same search as on Linux."""


class RightsTest(UnderWine):
    @picture_on_failure
    def test_other_programs_may_wait_for_it_and_no_more(self):
        self.begin()
        said = subprocess.run([WINE, FOLDER / "look_inside.exe", "madoguchi.exe"], env=self.stack.environment, check=True,
                              capture_output=True, text=True).stdout
        rights = dict(line.split("=") for line in said.split())
        # Wine leaves it to the owner of everything to change the rights, whatever the entry for owners says.
        self.assertIn(rights.pop("rights"), ("given", "refused"))
        self.assertEqual(rights, {"read": "refused", "write": "refused", "duplicate": "refused", "wait": "given"})


if __name__ == "__main__":
    os.environ.setdefault("MADOGUCHI_DUMPABLE", "")  # Wine's processes can be looked into from Linux
    unittest.main()
