#!/usr/bin/env python3
"""The drill behind tests/drills/machine/run: confined.py FOLDER [--kvm]. What people and offices do with the installed programs, while
Debian's kernel enforces the AppArmor profiles. The methods run by name."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from guest import Guest  # noqa: E402

SOURCE = "/opt/madoguchi"
PROFILES = ("madoguchi", "madoguchi-backend", "madoguchi-check-pdf", "madoguchi-read-heic")
SERVICE_OF_THE_EXAMPLE = (
    "cd /etc/madoguchi && madoguchi-backend --make-tls tls localhost && madoguchi-virtualcard --make-pki /root/pki && cp -r /root/pki/trust .",
    "(umask 277; printf '2027-04 %s\\n' \"$(openssl rand -base64 32)\" >data.keys); chown madoguchi: data.keys tls/server.key",
    "sed 's#https://service.example#https://localhost#' /usr/share/doc/madoguchi-backend/examples/backend.json >backend.json; cd",
    "systemctl start madoguchi-backend",
)
# Of a whole application, where the processor is emulated.
LONGEST = 3600


class Confined(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.guest = Guest(sys.argv[1], kvm="--kvm" in sys.argv)
        cls.addClassCleanup(cls.guest.end)
        cls.guest.log_in()
        # The machine is none for everybody meanwhile, and its PC/SC service waits for the card as long as it has to.
        cls.guest.says("systemctl stop madoguchi-kiosk; rm /etc/madoguchi/client.json")
        cls.guest.says("mkdir -p /run/systemd/system/pcscd.service.d; printf '[Service]\\nExecStart=\\nExecStart=/usr/sbin/pcscd --foreground\\n' "
                       ">/run/systemd/system/pcscd.service.d/stay.conf; systemctl daemon-reload; systemctl restart pcscd.socket pcscd")
        # That the judge of PDF files is begun is told as well, with the profiles that hold it.
        for profile in ("madoguchi", "madoguchi-backend"):
            rule = "audit /usr/bin/madoguchi-check-pdf mrCix -> &madoguchi-check-pdf,"
            cls.guest.says(f"echo '{rule}' >/etc/apparmor.d/local/usr.bin.{profile}; apparmor_parser -r /etc/apparmor.d/usr.bin.{profile}")

    def told(self, how):
        """What the kernel has told of the profiles since the last time, as a line each."""
        said = self.guest.says(f"dmesg --read-clear | grep 'profile=\"madoguchi' >/tmp/told; cat /tmp/told >>/root/told; "
                               f"grep -E 'apparmor=\"({how})\"' /tmp/told || true")
        return said.splitlines()

    def test_1_the_profiles_are_enforced(self):
        loaded = self.guest.says("cat /sys/kernel/security/apparmor/profiles").splitlines()
        for name in PROFILES:
            self.assertIn(f"{name} (enforce)", loaded)

    def test_2_somebody_files_from_a_desktop(self):
        guest = self.guest
        said = guest.says(f"runuser -u visitor -- sh -c 'export HOME=/home/visitor XDG_RUNTIME_DIR=$(mktemp -d); cd && exec setpriv --no-new-privs "
                          f"dbus-run-session -- python3 -B {SOURCE}/scripts/lib/demo.py --bin /usr/bin --person maria --lang en --card pcsc "
                          "--headless --journey extension'", LONGEST)
        print(said)
        told = self.told("AUDIT")
        for parent in ("madoguchi", "madoguchi-backend"):
            held = f'target="{parent}//&madoguchi-check-pdf"'
            self.assertTrue(any(held in line for line in told), f"{held} in {told}")

    def test_3_systemd_runs_the_service(self):
        """With the example's settings and as docs/operation.md says, on the port of HTTPS; and the operator's program beside it."""
        guest = self.guest
        for step in SERVICE_OF_THE_EXAMPLE:
            guest.says(step)
        asked = ("python3 -c 'import ssl, urllib.request as u; print(u.urlopen(\"https://localhost/v1/health\", "
                 "context=ssl.create_default_context(cafile=\"/etc/madoguchi/tls/ca.pem\")).status)'")
        guest.wait_until(asked, 120)
        guest.says("systemctl reload madoguchi-backend")
        self.assertEqual(guest.wait_until(asked, 120), "200")
        pid = guest.says("systemctl show -p MainPID --value madoguchi-backend")
        self.assertEqual(guest.says(f"cat /proc/{pid}/attr/current"), "madoguchi-backend (enforce)")
        self.assertEqual(guest.says(f"grep NoNewPrivs /proc/{pid}/status").split()[1], "1")
        for order in ("statistics", "data-keys list", "backup /root/backup.db"):
            print(guest.says(f"madoguchi-admin --config /etc/madoguchi/backend.json {order}"))
        guest.says("systemctl restart madoguchi-backend")
        guest.wait_until(asked, 120)

    def test_4_a_visitor_prints(self):
        """On a printer of the network, by a queue that is set up as docs/kiosk.md says."""
        guest = self.guest
        guest.says("systemctl start avahi-daemon cups; mkdir /tmp/paper; "
                   "systemd-run --quiet --unit=printer ippeveprinter -p 8631 -f application/pdf -k -d /tmp/paper Counter")
        guest.wait_until("lpadmin -p counter -v ipp://localhost:8631/ipp/print -m everywhere -E", 120)
        guest.says("cupsctl --no-remote-admin --no-share-printers PreserveJobHistory=No PreserveJobFiles=No")
        guest.says("runuser -u visitor -- sh -c 'export HOME=/home/visitor XDG_RUNTIME_DIR=$(mktemp -d); cd && exec dbus-run-session -- "
                   f"python3 -B {SOURCE}/tests/drills/machine/print_guide.py /tmp/madoguchi-printing counter'", LONGEST)
        guest.wait_until("[ -z \"$(find /var/spool/cups -type f)\" ]", 300)
        self.assertEqual(guest.says("lpstat -W all -o"), "")
        self.assertEqual(guest.says("head -c 5 /tmp/paper/*"), "%PDF-")
        print("printed:", guest.says("ls -s /tmp/paper"))

    def test_9_nothing_was_in_their_way(self):
        self.told("DENIED")
        denied = self.guest.says("grep -E 'apparmor=\"(ALLOWED|DENIED)\"' /root/told | sed 's/.*operation=/operation=/' || true")
        self.assertEqual(denied, "")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
