"""The help desk's table has the titles that the program shows, and is found out where it has not."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
DOCUMENT = ROOT / "docs/failure-codes.md"


class FailureTitlesTest(unittest.TestCase):
    def run_script(self, *arguments):
        return subprocess.run([sys.executable, "-B", ROOT / "scripts/lib/failure_titles.py", *arguments],
                              capture_output=True, text=True, check=False)

    def test_the_titles_are_those_of_the_program(self):
        said = self.run_script("--check")
        self.assertEqual(said.returncode, 0, said.stderr)

    def test_another_title_is_found_and_written_anew(self):
        text = DOCUMENT.read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "copy.md"
            row = next(line for line in text.splitlines(keepends=True) if line.startswith("| **MG-105** |"))
            for broken in (text.replace(row, ""), text.replace(row, row.replace("no card", "a card"))):
                self.assertNotEqual(broken, text)
                copy.write_text(broken, "utf-8")
                said = self.run_script("--check", copy)
                self.assertIn("run scripts/lib/failure_titles.py", said.stderr)
                self.assertEqual(said.returncode, 1)
                self.assertEqual(self.run_script(copy).returncode, 0)
                self.assertEqual(copy.read_text("utf-8"), text)


if __name__ == "__main__":
    unittest.main()
