"""Everything that a registration needs, started for one run in a folder of its own: PKI, card, backend
with TLS, database and mail folder, a virtual display, and the program."""

import base64
import json
import os
import pathlib
import select
import signal
import sqlite3
import subprocess
import time


class StartError(Exception):
    pass


class ProgramEnded(Exception):
    """The program went by itself, as in a crash; nobody asked it to."""


class Stack:
    def __init__(self, binaries, folder, *, person, language, card, headless, text_scale=None):
        self.binaries = pathlib.Path(binaries)
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.person, self.language, self.card, self.headless = person, language, card, headless
        self.text_scale = text_scale
        self.mails = self.folder / "mail"
        self.mails.mkdir(exist_ok=True)
        self.database = self.folder / "madoguchi.db"
        self.report = self.folder / "client-report.json"
        self.environment = dict(os.environ)
        self.processes = {}
        self.port = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for name in reversed(list(self.processes)):
            self.stop(name)

    def start_process(self, name, arguments, **options):
        with open(self.folder / f"{name}.log", "ab") as log:
            options.setdefault("stdout", log)
            environment = self.environment | options.pop("environment", {})
            process = subprocess.Popen([str(a) for a in arguments], stderr=log, env=environment, **options)
        self.processes[name] = process
        return process

    def pid(self, name):
        return self.processes[name].pid

    def stop(self, name, how=signal.SIGTERM):
        process = self.processes.pop(name, None)
        if process is None:
            return None
        with process:  # closes its pipes
            if process.poll() is None:
                process.send_signal(how)
            try:
                return process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                return process.wait()

    def _first_line(self, name, process, seconds=60):
        ready, _, _ = select.select([process.stdout], [], [], seconds)
        line = process.stdout.readline() if ready else b""
        if not line:
            log = (self.folder / f"{name}.log").read_text(errors="replace")
            raise StartError(f"{name} did not start:\n{log}")
        return line.decode()

    def make_trust(self):
        self.pki = self.folder / "pki"
        self.tls = self.folder / "tls"
        subprocess.run([self.binaries / "madoguchi-virtualcard", "--make-pki", self.pki], check=True,
                       stdout=subprocess.DEVNULL)
        subprocess.run([self.binaries / "madoguchi-backend", "--make-tls", self.tls, "localhost"], check=True,
                       stdout=subprocess.DEVNULL)
        self.data_keys = self.folder / "data.keys"
        self.data_keys.touch(mode=0o600)
        self.data_keys.write_text(f"1 {base64.b64encode(os.urandom(32)).decode()}\n")

    @property
    def origin(self):
        return f"https://localhost:{self.port}"

    def start_backend(self, port=0, origin=None):
        """On any free port, unless one is given. `origin` is where clients find it, if not there."""
        process = self.start_process("backend", [
            self.binaries / "madoguchi-backend", "--listen", f"localhost:{port}",
            "--origin", origin or f"https://localhost:{port}",
            "--certificate", self.tls / "server.pem", "--key", self.tls / "server.key",
            "--trust", self.pki / "trust", "--database", f"sqlite3://db={self.database}",
            "--data-keys", self.data_keys, "--files", self.folder / "files",
            "--mail-dir", self.mails, "--mail-from", "no-reply@madoguchi.example",
        ], stdout=subprocess.PIPE)
        self.port = json.loads(self._first_line("backend", process))["port"]

    def administer(self, *arguments, words=""):
        """What madoguchi-admin prints, each line a JSON object; `words` go to its standard input."""
        command = [self.binaries / "madoguchi-admin", "--json", "--database", f"sqlite3://db={self.database}",
                   "--origin", self.origin, "--data-keys", self.data_keys, *arguments]
        said = subprocess.run(command, input=words.encode(), capture_output=True, check=True).stdout
        return [json.loads(line) for line in said.splitlines()]

    def restart_backend(self):
        """Mails that wait are sent at once; by itself the service looks for those of others within a minute."""
        port = self.port
        self.stop("backend")
        self.start_backend(port)

    def begin_next_day(self):
        """The service finds what was filed as if that had been the day before, and gives it its number."""
        with sqlite3.connect(self.database, timeout=60) as database:
            database.execute("UPDATE applications SET filed_at = filed_at - 86400")
            database.execute("DELETE FROM jobs")
        self.restart_backend()

    def start_card(self, *more):
        """Plugs the simulated card into the virtual reader of the running PC/SC service."""
        if self.card == "pcsc":
            process = self.start_process("card", [
                self.binaries / "madoguchi-virtualcard", "--pki", self.pki, "--person", self.person,
                "--port", os.environ.get("MADOGUCHI_VPCD_PORT", "35963"), *more,
            ], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            self._first_line("card", process)

    def card_command(self, text, answers=1):
        """remove, insert, person ID: as a hand at the reader would. Gives the last of the card's answers,
        each a line; they come when it is done."""
        process = self.processes["card"]
        process.stdin.write(f"{text}\n".encode())
        process.stdin.flush()
        line = ""
        for _ in range(answers):
            line = self._first_line("card", process).strip()
        return line

    def start_display(self, size="1280x1024"):
        process = self.start_process("display", ["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp",
                                          "-noreset"], stdout=subprocess.PIPE)
        self.environment["DISPLAY"] = f":{int(self._first_line('display', process))}"
        os.environ["DISPLAY"] = self.environment["DISPLAY"]
        # Without a window manager no window gets the keyboard; wait until it says that it is there.
        deadline = time.monotonic() + 60
        self.start_process("window-manager", ["openbox"])
        while b"window id" not in subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"],
                                                 env=self.environment, capture_output=True).stdout:
            if time.monotonic() > deadline:
                raise StartError("the window manager did not start")
            time.sleep(0.1)

    def client_options(self, called=str):
        """`called` gives the name that a path has for the program."""
        options = ["--server", self.origin, "--ca-file", called(self.tls / "ca.pem"), "--lang", self.language,
                   "--report", called(self.report)]
        if self.card == "in-process":
            options += ["--demo", "--person", self.person, "--pki", called(self.pki)]
        if self.text_scale:
            options += ["--text-scale", self.text_scale]
        return options

    def start_client(self, *more, environment=None):
        # The client stays reachable for assistive technology also where none announced itself.
        self.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        command = [self.binaries / "madoguchi", *self.client_options(), *more]
        return self.start_process("client", command, environment=environment or {})

    def check_client(self):
        """Raises ProgramEnded where the program has gone without stop()."""
        process = self.processes.get("client")
        if process is not None and process.poll() is not None:
            raise ProgramEnded(f"the program has ended with status {process.returncode}")

    def screenshot(self, name):
        path = self.folder / "screenshots" / f"{name}.png"
        path.parent.mkdir(exist_ok=True)
        subprocess.run(["import", "-window", "root", path], check=True, env=self.environment)
        return path

    def registrations(self):
        """Authentication IDs in the database."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as database:
            return [row[0] for row in database.execute("SELECT authentication_id FROM accounts")]

    def registered_form(self):
        """Of the only account."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as database:
            return json.loads(database.execute("SELECT form FROM accounts").fetchone()[0])

    def wait_for_mail(self, count=1, seconds=60, kind="*"):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            mails = sorted(self.mails.glob(f"{kind}.*.eml"))
            if len(mails) >= count:
                return mails
            time.sleep(0.1)
        raise StartError(f"waited in vain for {count} mail(s) {kind} in {self.mails}")

    def wait_for_report(self, seconds=60):
        """The client's own report, complete: it is written under another name and then renamed."""
        deadline = time.monotonic() + seconds
        while not self.report.exists():
            if time.monotonic() > deadline:
                raise StartError("the client wrote no report")
            time.sleep(0.1)
        return self.report
