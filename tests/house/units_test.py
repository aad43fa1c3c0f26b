#!/usr/bin/env python3
"""The systemd unit: systemd understands it, and shuts the service in."""

import pathlib
import re
import subprocess
import tempfile
import unittest

UNIT = pathlib.Path(__file__).resolve().parents[2] / "packaging" / "backend" / "madoguchi-backend.service"
MOST_EXPOSED = 15  # tenths; 100 is a service without any setting


class Units(unittest.TestCase):
    def analyze(self, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            # systemd looks whether the program is there.
            unit = re.sub("/usr/bin/madoguchi-backend", "/bin/true", UNIT.read_text(encoding="utf-8"))
            path = pathlib.Path(folder) / UNIT.name
            path.write_text(unit, encoding="utf-8")
            return subprocess.run(["systemd-analyze", *arguments, str(path)], capture_output=True, text=True, check=False)

    def test_is_understood(self):
        result = self.analyze("verify", "--man=no")
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_shuts_the_service_in(self):
        result = self.analyze("security", "--offline=true", f"--threshold={MOST_EXPOSED}")
        self.assertEqual(result.returncode, 0, result.stdout)


if __name__ == "__main__":
    unittest.main()
