#!/usr/bin/env python3
"""The drill behind tests/drills/machine/run: machine.py FOLDER [--kvm]. What it does stands in the order of a bad day."""

import pathlib
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from guest import Guest  # noqa: E402

UNIT = "madoguchi-kiosk"
LIVES = f"madoguchi-kiosk-health | grep -q 'state=active .*heard_seconds_ago=[0-9]'"
# Of the program, which the unit's main process has started by way of cage.
PROGRAM = "pgrep -o -u madoguchi-kiosk -x madoguchi"
SCREEN = "cat /sys/class/tty/tty0/active"
# By which run makes the machine's staffCode.
STAFF_CODE = "over-there-7"


# A place where visits have a header, and the start page nothing.
IN_HEADER = (0.6, 0.03)
WHITE = (255, 255, 255)
# On the page for staff: the button that opens it, and behind that those of the self-check and of the end, beside their words.
OPEN = (0.291, 0.968)
SELF_CHECK = (0.278, 0.185)
END = (0.34, 0.346)


class Machine(unittest.TestCase):
    """The methods run by name."""

    @classmethod
    def setUpClass(cls):
        cls.guest = Guest(sys.argv[1], kvm="--kvm" in sys.argv)
        cls.addClassCleanup(cls.guest.end)
        cls.guest.log_in()

    def value(self, name):
        return self.guest.says(f"systemctl show -p {name} --value {UNIT}")

    def begun_again(self, what):
        """Does `what` to the program; says after how many seconds it is begun again, and after how many it is ready."""
        guest = self.guest
        before, restarts = guest.says(PROGRAM), int(self.value("NRestarts"))
        done = float(guest.says(f"cut -d' ' -f1 /proc/uptime; {what} $({PROGRAM})").split()[0])
        guest.wait_until(f"now=$({PROGRAM}) && [ \"$now\" != {before} ] && {LIVES}", 120)
        self.assertEqual(int(self.value("NRestarts")), restarts + 1)
        begun, ready = (int(self.value(f"{step}TimestampMonotonic")) / 1e6 - done for step in ("InactiveExit", "ActiveEnter"))
        print(f"{what}: begun again after {begun:.1f} s, ready after {ready:.1f} s")

    def test_1_the_program_is_on_the_screen(self):
        guest = self.guest
        guest.wait_until(LIVES, 300)
        guest.wait_for_colour(*IN_HEADER, lambda colour: colour == WHITE, 60)
        self.assertEqual(guest.says(SCREEN), "tty7")
        processes = guest.says(f"ps -o user:20=,comm= --ppid $(pgrep -u {UNIT} -x cage) -p $(pgrep -u {UNIT} -x cage)")
        print(guest.says("madoguchi-kiosk-health"), processes, sep="\n")
        print("the screen:", guest.screenshot("kiosk"))

    def test_1_visits_begin_with_a_touch_and_end_with_one(self):
        guest = self.guest
        visit = f"pgrep -u {UNIT} -f '^/usr/bin/madoguchi .*--visit'"
        files = f"find /run/{UNIT} -type f | sort"
        before = guest.says(files)
        guest.touch(0.5, 0.75)  # the button of the last language
        guest.wait_until(visit, 60)
        guest.wait_for_colour(*IN_HEADER, lambda colour: colour != WHITE, 120)
        guest.wait_for_stillness(60)
        print("the visit:", guest.screenshot("visit"))
        guest.touch(0.965, 0.96)  # "End"
        guest.wait_until(f"! {visit}", 90)
        self.assertEqual(guest.says(files), before)
        guest.says(LIVES)

    def test_2_it_is_begun_again_after_its_death(self):
        self.begun_again("kill -KILL")

    def test_3_it_is_begun_again_when_it_hangs(self):
        self.begun_again("kill -STOP")

    def test_4_no_key_leads_away(self):
        guest = self.guest
        program, boot = guest.says(PROGRAM), guest.says("cat /proc/sys/kernel/random/boot_id")
        for number in range(1, 13):
            guest.press(f"ctrl-alt-f{number}")
            guest.press(f"alt-f{number}")
        for keys in (*["ctrl-alt-delete"] * 8, "ctrl-alt-backspace", "alt-tab", "alt-esc", "meta_l", "alt-sysrq-b", "alt-sysrq-k",
                     "alt-sysrq-e", "ctrl-c", "ctrl-z", "ctrl-backslash", "alt-f4"):
            guest.press(keys)
        time.sleep(3)  # what has not happened by then is not on its way
        self.assertEqual(guest.says(SCREEN), "tty7")
        self.assertEqual(guest.says("cat /proc/sys/kernel/random/boot_id"), boot)
        self.assertEqual(guest.says(PROGRAM), program)
        print("the screen after all those keys:", guest.screenshot("keys"))

    def test_5_memory_that_is_plugged_in_is_not_seen(self):
        guest = self.guest
        disks = guest.says("ls /sys/block")
        guest.plug_in_memory()
        guest.wait_until("grep -q 08 /sys/bus/usb/devices/*/bInterfaceClass", 30)
        guest.says("udevadm settle")
        self.assertEqual(guest.says("ls /sys/block"), disks)
        self.assertEqual(guest.run("lsmod | grep -E 'usb_storage|uas'"), ("", 1))

    def test_6_it_has_no_way_to_other_things(self):
        guest = self.guest
        pid = guest.says(PROGRAM)
        self.assertEqual(guest.says(f"grep CapEff /proc/{pid}/status").split()[1], "0" * 16)
        self.assertEqual(guest.says(f"grep NoNewPrivs /proc/{pid}/status").split()[1], "1")
        self.assertEqual(guest.run(f"nsenter -t {pid} -m -S $(id -u {UNIT}) -G $(id -g {UNIT}) touch /var/tmp/x /etc/x /usr/x")[1], 1)
        self.assertEqual(guest.run(f"nsenter -t {pid} -m -S $(id -u {UNIT}) -G $(id -g {UNIT}) ls -A /home /root /media")[0].count("denied"), 2)

    def test_7_the_card_reader_is_within_reach(self):
        guest = self.guest
        guest.says("systemctl start pcscd.socket")
        said, _ = guest.run(f"runuser -u {UNIT} -- env HOME=/run QT_QPA_PLATFORM=offscreen madoguchi --doctor --lang en | grep Reader:")
        print(said)
        self.assertIn("Virtual PCD", said)

    def test_8_staff_have_it_begin_again(self):
        guest = self.guest
        guest.says("printf '#!/bin/sh\\nexit 75\\n' >/run/staff && chmod 755 /run/staff && mount --bind /run/staff /usr/bin/madoguchi")
        restarts = int(self.value("NRestarts"))
        guest.run(f"kill -KILL $({PROGRAM})")
        guest.wait_until(f"[ $(systemctl show -p NRestarts --value {UNIT}) -gt {restarts + 2} ]", 60)
        self.assertEqual(guest.says(SCREEN), "tty7")
        guest.says("umount -l /usr/bin/madoguchi")
        guest.wait_until(LIVES, 120)

    def test_8_then_staff_end_it(self):
        guest = self.guest
        guest.wait_for_stillness(60)
        guest.press_until("ctrl-shift-f12", OPEN, lambda colour: colour != WHITE, 60)
        guest.type(STAFF_CODE + "\n")
        guest.wait_for_colour(*SELF_CHECK, lambda colour: colour != WHITE, 60)
        print("the page for staff:", guest.screenshot("staff"))
        guest.touch(*END)
        guest.wait_until(f"[ $(systemctl show -p ActiveState --value {UNIT}) = inactive ]", 60)
        guest.wait_until(f"[ $({SCREEN}) = tty1 ]", 30)
        guest.wait_until("tr '\\0' ' ' </dev/vcs1 | grep -q ' login:'", 30)
        print("after its end:", guest.screenshot("login"))
        guest.says(f"systemctl start {UNIT}", 120)
        guest.wait_until(LIVES, 120)
        self.assertEqual(guest.says(SCREEN), "tty7")

    def test_9_its_profile_knows_all_that_it_did(self):
        guest = self.guest
        loaded = guest.says("cat /sys/kernel/security/apparmor/profiles")
        for name in ("madoguchi", "madoguchi-check-pdf"):
            self.assertRegex(loaded, rf"(?m)^{name} \(")
        told, _ = guest.run("dmesg | grep -E 'apparmor=\"(ALLOWED|DENIED)\".* profile=\"madoguchi' | sed 's/.*operation=/operation=/'")
        self.assertEqual(told, "")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
