#!/usr/bin/env python3
"""The drill behind tests/drills/machine/run: confined.py FOLDER [--kvm]. What people and offices do with the installed programs, while
Debian's kernel enforces the AppArmor profiles. The methods run by name."""

import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from guest import Guest  # noqa: E402

SOURCE = "/opt/madoguchi"
PROFILES = ("madoguchi", "madoguchi-backend", "madoguchi-check-pdf", "madoguchi-read-heic")
# Of a whole application, where the processor is emulated.
LONGEST = 3600


class Confined(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.guest = Guest(sys.argv[1], kvm="--kvm" in sys.argv)
        cls.addClassCleanup(cls.guest.end)
        cls.guest.log_in()
        cls.guest.says("systemctl stop madoguchi-kiosk")
        # That the judge of PDF files is begun is told as well, with the profiles that hold it.
        for profile in ("madoguchi", "madoguchi-backend"):
            rule = "audit /usr/bin/madoguchi-check-pdf mrCix -> &madoguchi-check-pdf,"
            cls.guest.says(f"echo '{rule}' >/etc/apparmor.d/local/usr.bin.{profile}; apparmor_parser -r /etc/apparmor.d/usr.bin.{profile}")

    def told(self, how):
        """What the kernel told of the profiles since the last time."""
        said = self.guest.says(f"dmesg --clear --ctime >/tmp/told; dmesg >/dev/null; cat /tmp/told >>/root/told; grep -E 'apparmor=\"({how})\"' /tmp/told || true")
        return [line for line in said.splitlines() if re.search(r'(profile|label|peer)="madoguchi', line)]

    def held_by(self, pid):
        return self.guest.says(f"cat /proc/{pid}/attr/current")

    def test_1_the_profiles_are_enforced(self):
        loaded = self.guest.says("cat /sys/kernel/security/apparmor/profiles").splitlines()
        for name in PROFILES:
            self.assertIn(f"{name} (enforce)", loaded)

    def test_2_somebody_files_from_a_desktop(self):
        guest = self.guest
        guest.says("systemctl start pcscd.socket")
        said = guest.says(f"runuser -u visitor -- sh -c 'export HOME=/home/visitor XDG_RUNTIME_DIR=$(mktemp -d); cd && exec setpriv --no-new-privs "
                          f"dbus-run-session -- python3 -B {SOURCE}/scripts/lib/demo.py --bin /usr/bin --person maria --lang en --card pcsc "
                          "--headless --journey extension'", LONGEST)
        print(said)
        told = self.told("AUDIT")
        for parent in ("madoguchi", "madoguchi-backend"):
            held = f'target="{parent}//&madoguchi-check-pdf"'
            self.assertTrue(any(held in line for line in told), f"{held} in {told}")

    def test_3_the_service_of_systemd_takes_an_application(self):
        guest = self.guest
        said = guest.says("XDG_RUNTIME_DIR=$(mktemp -d) dbus-run-session -- "
                          f"python3 -B {SOURCE}/tests/drills/machine/service_journey.py /tmp/madoguchi-office", LONGEST)
        print(said)
        pid = guest.says("systemctl show -p MainPID --value madoguchi-backend")
        self.assertEqual(self.held_by(pid), "madoguchi-backend (enforce)")
        self.assertEqual(guest.says(f"grep NoNewPrivs /proc/{pid}/status").split()[1], "1")
        self.assertTrue(any('target="madoguchi-backend//&madoguchi-check-pdf"' in line for line in self.told("AUDIT")))

    def test_9_nothing_was_in_their_way(self):
        self.told("AUDIT")
        denied = self.guest.says("grep -E 'apparmor=\"(ALLOWED|DENIED)\"' /root/told | sed 's/.*operation=/operation=/' | sort | uniq -c || true")
        self.assertEqual(denied, "")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
