#!/usr/bin/env python3
"""The example of packaging/backend/haproxy with the real HAProxy: three services over one database, whose clients are known
by their addresses, and which are restarted one after the other without a failed request."""

import http.client
import json
import os
import pathlib
import re
import signal
import socket
import ssl
import subprocess
import tempfile
import threading
import time
import unittest

BACKEND = os.environ["MADOGUCHI_BACKEND"]
EXAMPLE = pathlib.Path(__file__).resolve().parents[3] / "packaging" / "backend" / "haproxy"
NAMES = ["one", "two", "three"]
# Nothing here is measured in time; this only keeps a broken run from hanging.
PATIENCE = 60


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Service:
    """One of the three, over the database of all."""

    def __init__(self, folder, name):
        self.folder, self.name, self.port, self.process = folder, name, free_port(), None
        self.start()

    def start(self):
        tls = self.folder / "tls"
        self.process = subprocess.Popen(
            [BACKEND, "--listen", f"127.0.0.1:{self.port}", "--origin", "https://localhost", "--certificate",
             tls / "server.pem", "--key", tls / "server.key", "--trust", self.folder / "trust", "--database",
             f"sqlite3://db={self.folder}/all.db", "--mail-dir", self.folder / "mail", "--mail-from",
             "no-reply@madoguchi.example", "--rate-limit", "6", "--trusted-proxy", "127.0.0.1", "--proxy-protocol", "yes",
             "--log", self.folder / f"{self.name}.log"], stdout=subprocess.PIPE, text=True)
        assert self.process.stdout.readline(), f"{self.name} did not start"
        (self.folder / f"{self.name}.pid").write_text(str(self.process.pid), encoding="utf-8")

    def restart_when_stopped(self):
        """As systemd does for the script: starts it anew whenever it has ended."""
        assert self.process.wait() == 0
        self.process.stdout.close()
        self.start()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        self.process.stdout.close()


def prepare(folder):
    subprocess.run([BACKEND, "--make-tls", folder / "tls", "localhost", "127.0.0.1"], check=True)
    for purpose in ("signing", "authentication"):
        (folder / "trust" / purpose).mkdir(parents=True)
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={purpose}", "-days", "2",
                        "-keyout", folder / "key", "-out", folder / "trust" / purpose / "ca.pem"],
                       check=True, capture_output=True)
    (folder / "trust" / "crl").mkdir()


class BehindHaproxy(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        folder = cls.folder = pathlib.Path(cls.scratch.name)
        prepare(folder)
        cls.services = []
        for name in NAMES:
            cls.services.append(Service(folder, name))
            cls.addClassCleanup(cls.services[-1].stop)
        cls.port = free_port()
        text = (EXAMPLE / "haproxy.cfg").read_text(encoding="utf-8")
        for service in cls.services:
            text, count = re.subn(rf"(server {service.name}) \S+", rf"\1 127.0.0.1:{service.port}", text)
            assert count == 1
        for ours, test in (("bind :443", f"bind 127.0.0.1:{cls.port},::1:{cls.port}"), ("service.example", "localhost"),
                           ("/etc/ssl/certs/ca-certificates.crt", f"{folder}/tls/ca.pem"),
                           ("/run/haproxy/admin.sock", f"{folder}/admin.sock"), ("inter 2s", "inter 1s"),
                           ("maxconn 20000", "maxconn 200")):
            assert ours in text, ours
            text = text.replace(ours, test)
        (folder / "haproxy.cfg").write_text(text, encoding="utf-8")
        cls.proxy = subprocess.Popen(["/usr/sbin/haproxy", "-db", "-f", folder / "haproxy.cfg"], stdout=subprocess.DEVNULL)
        cls.addClassCleanup(cls.proxy.wait)
        cls.addClassCleanup(cls.proxy.terminate)
        cls.wait_for(cls.all_up)

    @classmethod
    def wait_for(cls, condition):
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, "nothing came of it"
            time.sleep(0.05)

    @classmethod
    def stats(cls):
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(cls.folder / "admin.sock"))
            connection.sendall(b"show stat\n")
            return b"".join(iter(lambda: connection.recv(65536), b"")).decode()

    @classmethod
    def all_up(cls):
        if not (cls.folder / "admin.sock").exists():
            return False
        lines = [line.split(",") for line in cls.stats().splitlines()]
        return sum(len(line) > 17 and line[1] in NAMES and line[17] == "UP" and "L7OK" in line for line in lines) == 3

    def client(self, host="127.0.0.1"):
        context = ssl.create_default_context(cafile=str(self.folder / "tls" / "ca.pem"))
        context.check_hostname = False
        return http.client.HTTPSConnection(host, self.port, context=context, timeout=PATIENCE)

    def get(self, client, path="/v1/health"):
        client.request("GET", path)
        answer = client.getresponse()
        return answer.status, answer.read()

    def test_1_a_client_is_counted_by_its_own_address(self):
        # Six requests a minute and service; one of a stranger's address costs a token.
        def served(client):
            statuses = [self.get(client, "/unknown")[0] for _ in range(7)]
            return statuses.count(404), statuses.count(429)

        client = self.client()
        self.assertEqual(served(client), (6, 1))
        # Another address is somebody else, whichever of the services it comes to.
        other = self.client("::1")
        self.assertEqual(served(other), (6, 1))
        client.close()
        other.close()

    def test_2_whoever_comes_past_the_proxy_names_nobody(self):
        raw = socket.create_connection(("127.0.0.1", self.services[0].port), timeout=PATIENCE)
        # A trusted proxy that forgets the header is not guessed at: TLS is no header.
        raw.sendall(b"\x16\x03\x01\x02\x00")
        self.assertEqual(raw.recv(1), b"")
        raw.close()

    def test_3_no_request_fails_while_all_are_restarted(self):
        answered, failed, ends = [], [], threading.Event()

        def ask():
            while not ends.is_set():
                try:
                    client = self.client()
                    answered.append(self.get(client)[0])
                    client.close()
                except (OSError, http.client.HTTPException) as fault:
                    failed.append(repr(fault))

        keepers = [threading.Thread(target=service.restart_when_stopped) for service in self.services]
        askers = [threading.Thread(target=ask) for _ in range(4)]
        for thread in keepers + askers:
            thread.start()
        # The command has to return when the service is back, as systemctl does.
        restart = ("old=$(cat {dir}/$0.pid); kill -TERM $old; while [ $(cat {dir}/$0.pid) = $old ]; do sleep 0.05; done"
                   .replace("{dir}", str(self.folder)))
        result = subprocess.run([EXAMPLE / "rolling-restart", self.folder / "admin.sock", "services", "sh", "-c", restart,
                                 "{}"], capture_output=True, text=True, check=False, timeout=4 * PATIENCE)
        ends.set()
        for thread in keepers + askers:
            thread.join()
        self.assertEqual((result.returncode, result.stdout.split()), (0, NAMES), result.stderr)
        self.assertEqual(failed, [])
        self.assertEqual(set(answered), {200})
        for name in NAMES:
            events = [json.loads(line)["event"] for line in (self.folder / f"{name}.log").read_text().splitlines()]
            self.assertEqual((events.count("started"), events.count("stopping")), (2, 1), name)


if __name__ == "__main__":
    unittest.main()
