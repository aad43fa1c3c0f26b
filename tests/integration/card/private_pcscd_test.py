"""The script that the other card tests rest on."""

import os
import pathlib
import signal
import subprocess
import time
import unittest

from harness import PATIENCE, PRIVATE_PCSCD, run


def parent(process):
    try:
        status = pathlib.Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return int(status.split("PPid:")[1].split()[0])


def services_of(ancestor):
    """Ids of the services that run below a process."""
    found = set()
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        process = int(entry.name)
        try:
            if (entry / "comm").read_text() != "pcscd\n":
                continue
        except OSError:
            continue
        while process > 1 and process != ancestor:
            process = parent(process)
        if process == ancestor:
            found.add(int(entry.name))
    return found


class PrivatePcscd(unittest.TestCase):
    def wait_until_gone(self, processes):
        deadline = time.monotonic() + PATIENCE
        while any(pathlib.Path(f"/proc/{process}").exists() for process in processes):
            self.assertLess(time.monotonic(), deadline, "the service outlives its script")
            time.sleep(0.05)

    def test_gives_the_commands_status_and_input(self):
        self.assertEqual(run(PRIVATE_PCSCD, "--", "sh", "-c", "exit 7").returncode, 7)
        self.assertEqual(run(PRIVATE_PCSCD, "cat", input="through").stdout, "through")

    def test_has_nothing_but_the_virtual_reader(self):
        listed = run(PRIVATE_PCSCD, "--", "opensc-tool", "-l").stdout.splitlines()
        readers = [line.split(maxsplit=2)[2] for line in listed if line[:1].isdigit()]
        self.assertEqual(readers, ["Virtual PCD 00 00", "Virtual PCD 00 01"])

    def test_takes_the_port_asked_for(self):
        self.assertEqual(run(PRIVATE_PCSCD, "--port", "19990", "--", "printenv", "MADOGUCHI_VPCD_PORT").stdout,
                         "19990\n")
        self.assertEqual(run(PRIVATE_PCSCD, "--port", "many", "--", "true").returncode, 64)
        self.assertEqual(run(PRIVATE_PCSCD).returncode, 64)

    def start(self):
        """A running instance, and the id that its service has out here."""
        script = subprocess.Popen([PRIVATE_PCSCD, "--", "sh", "-c", "echo up; exec sleep 600"],
                                  stdout=subprocess.PIPE, text=True)
        self.addCleanup(script.stdout.close)
        self.addCleanup(script.wait)
        self.addCleanup(script.kill)
        self.assertEqual(script.stdout.readline(), "up\n")
        return script, services_of(script.pid)

    def test_leaves_nothing_behind(self):
        for how, status in ((signal.SIGTERM, 128 + signal.SIGTERM), (signal.SIGKILL, -signal.SIGKILL)):
            script, mine = self.start()
            self.assertNotEqual(mine, set())
            script.send_signal(how)
            self.assertEqual(script.wait(timeout=PATIENCE), status)
            self.wait_until_gone(mine)
        self.assertNotIn("private-pcscd", pathlib.Path("/proc/mounts").read_text())

    def test_instances_do_not_meet(self):
        show = "printenv MADOGUCHI_VPCD_PORT; cat /run/pcscd/pcscd.pid; ls /run/pcscd; opensc-tool -l | grep -c Virtual"
        running = [subprocess.Popen([PRIVATE_PCSCD, "--", "sh", "-c", show], stdout=subprocess.PIPE, text=True)
                   for _ in range(3)]
        outputs = [process.communicate(timeout=PATIENCE)[0].splitlines() for process in running]
        self.assertEqual([process.returncode for process in running], [0, 0, 0])
        self.assertEqual(len({output[0] for output in outputs}), 3, "the ports differ")
        for output in outputs:
            self.assertEqual(output[-1], "2")


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C")
    unittest.main()
