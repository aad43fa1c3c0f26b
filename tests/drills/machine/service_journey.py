#!/usr/bin/env python3
"""In the machine, as root: an application from the registration to the decision, as scripts/run-demo does it, at the service as its
package and docs/operation.md have it: run by systemd, with its files in /etc/madoguchi. service_journey.py FOLDER"""

import json
import pathlib
import shutil
import socket
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "scripts" / "lib"))

from demo import drive  # noqa: E402
from stack import Stack, StartError  # noqa: E402

UNIT = "madoguchi-backend"
USER = "madoguchi"
SETTINGS = pathlib.Path("/etc/madoguchi")
STATE = pathlib.Path("/var/lib/madoguchi")
PORT = 8443


class InstalledService(Stack):
    """Its backend is the unit. It is still there afterwards."""

    def make_trust(self):
        super().make_trust()
        for name, source in (("trust", self.pki / "trust"), ("tls", self.tls)):
            shutil.copytree(source, SETTINGS / name, dirs_exist_ok=True)
        shutil.copy(self.data_keys, SETTINGS / "data.keys")
        for secret in (SETTINGS / "tls" / "server.key", SETTINGS / "data.keys"):
            secret.chmod(0o400)
            shutil.chown(secret, USER, USER)
        self.data_keys = SETTINGS / "data.keys"
        self.database = STATE / "madoguchi.db"
        self.mails = STATE / "mail"

    def start_backend(self, port=PORT, origin=None):
        self.port = port or PORT
        example = json.loads(pathlib.Path("/usr/share/doc/madoguchi-backend/examples/backend.json").read_text("utf-8"))
        settings = example | {"listen": f"localhost:{self.port}", "origin": origin or self.origin, "mail-dir": str(self.mails)}
        for elsewhere in ("smtp", "bounces"):
            del settings[elsewhere]
        (SETTINGS / "backend.json").write_text(json.dumps(settings))
        # The folder of the mails is the service's own; that it lies in its state folder, only systemd can arrange.
        subprocess.run(["systemd-run", "--quiet", "--wait", "-p", "DynamicUser=yes", "-p", f"User={USER}", "-p",
                        f"StateDirectory={STATE.name}", "-p", "UMask=0077", "mkdir", "-p", str(self.mails)], check=True)
        subprocess.run(["systemctl", "restart", UNIT], check=True)
        deadline = time.monotonic() + 120
        while True:
            try:
                socket.create_connection(("localhost", self.port)).close()
                return
            except OSError:
                if time.monotonic() > deadline:
                    raise StartError(subprocess.run(["journalctl", "-u", UNIT, "-n", "20"], capture_output=True, text=True,
                                                    check=False).stdout) from None
                time.sleep(0.2)

    def stop(self, name, *how):
        if name == "backend":
            subprocess.run(["systemctl", "stop", UNIT], check=True)
            return None
        return super().stop(name, *how)


def main():
    with InstalledService("/usr/bin", sys.argv[1], person="maria", language="en", card="pcsc", headless=True) as stack:
        stack.make_trust()
        stack.start_backend()
        stack.start_card()
        report = drive(stack, "extension", "change")
        print(f"filed as {report['provisionalNumber']}, {report['applicationState']} as {report['applicationNumber']}")


if __name__ == "__main__":
    main()
