"""The window can be used and closed while the smart-card service hangs and names what is wrong; the program ends."""

import os
import pathlib
import signal
import unittest

from window_test import WindowTest, picture_on_failure

# Nothing here is measured in time; this only keeps a broken run from hanging.
PATIENCE = 60


class EndTest(WindowTest):
    @picture_on_failure
    def test_a_service_that_hangs_holds_neither_the_window_nor_the_program(self):
        self.begin()
        registration = self.registration()
        registration.start()
        service = int(pathlib.Path("/run/pcscd/pcscd.pid").read_text().strip("\n\0"))
        os.kill(service, signal.SIGSTOP)
        self.addCleanup(os.kill, service, signal.SIGCONT)
        registration.give_password()
        self.assert_failure(registration, "serviceHangs")
        client = self.stack.processes["client"]
        registration.window.keys("alt+F4")
        self.assertEqual(client.wait(timeout=PATIENCE), 0)
        state = pathlib.Path(f"/proc/{service}/stat").read_text().rsplit(")", 1)[1].split()[0]
        self.assertEqual(state, "T")
        self.stack.processes.pop("client")


if __name__ == "__main__":
    unittest.main()
