#!/usr/bin/env python3
"""The systemd units: systemd understands them, and shuts what they run in."""

import pathlib
import re
import subprocess
import tempfile
import unittest

PACKAGING = pathlib.Path(__file__).resolve().parents[2] / "packaging"
# Unit, and the most that it may leave open, in tenths, as docs/packages.md has it; 100 is one without any setting. The kiosk needs the network, the
# graphics processor and memory that its driver writes code into.
UNITS = {PACKAGING / "backend" / "madoguchi-backend.service": 14, PACKAGING / "kiosk" / "madoguchi-kiosk.service": 17}


class Units(unittest.TestCase):
    def analyze(self, unit, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            # systemd looks whether the programs and the units that it requires are there.
            text = re.sub(r"/usr/(bin|libexec)/madoguchi[\w/-]*|/bin/chvt", "/bin/true", unit.read_text(encoding="utf-8"))
            path = pathlib.Path(folder) / unit.name
            path.write_text(text, encoding="utf-8")
            (pathlib.Path(folder) / "seatd.service").write_text("[Service]\nExecStart=/bin/true\n", encoding="utf-8")
            return subprocess.run(["systemd-analyze", *arguments, str(path)], capture_output=True, text=True, check=False)

    def test_are_understood(self):
        for unit in UNITS:
            result = self.analyze(unit, "verify", "--man=no")
            self.assertEqual((result.returncode, result.stderr), (0, ""), unit)

    def test_a_service_with_wrong_options_is_not_started_again(self):
        code = int(re.search(r"kWrongOptions = (\d+);", (PACKAGING.parent / "backend" / "main.cpp").read_text(encoding="utf-8"))[1])
        unit = (PACKAGING / "backend" / "madoguchi-backend.service").read_text(encoding="utf-8")
        self.assertIn(f"RestartPreventExitStatus={code}\n", unit)

    def test_what_visitors_leave_in_memory_comes_to_no_disk(self):
        for name in ("madoguchi-kiosk.service", "pcscd.conf"):
            service = (PACKAGING / "kiosk" / name).read_text(encoding="utf-8").partition("[Service]\n")[2]
            self.assertRegex(service.partition("\n[")[0], r"(?m)^MemorySwapMax=0$", name)
        rules = (PACKAGING.parent / "debian" / "rules").read_text(encoding="utf-8")
        self.assertRegex(rules, r"packaging/kiosk/pcscd\.conf \S+/lib/systemd/system/pcscd\.service\.d/\S+\.conf\n")

    def test_shut_in_what_they_run(self):
        for unit, most in UNITS.items():
            result = self.analyze(unit, "security", "--offline=true", f"--threshold={most}")
            self.assertEqual(result.returncode, 0, result.stdout)


if __name__ == "__main__":
    unittest.main()
