#!/usr/bin/python3
"""What people have left with a service, and whether it is there when another version of the service has taken its place.

  upgrade.py make FOLDER BINARIES    a service of these programs, in this folder: somebody registers, sets a password, logs in
                                     and keeps a draft with a file
  upgrade.py find FOLDER BINARIES    over the same database, keys and files: all of it, by the same password

Made-up people. Asks over HTTPS, as any client does; needs no display."""

import hashlib
import json
import pathlib
import sqlite3
import ssl
import sys
import urllib.error
import urllib.request
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from made_files import make_document  # noqa: E402
from password_page import link_in, set_password  # noqa: E402
from stack import Stack  # noqa: E402

PASSWORD = "Mado1234!"
TERMS = "2026-11-01"  # of the sample, which a service on this machine alone may offer
AGENT = {"name": "HOUMU TARO", "sex": "male", "dateOfBirth": "1970-01-31", "municipalityCode": "131016",
         "addressRest": "霞が関１－１－１", "phone": "0398765432", "email": "houmu.taro@office.example",
         "userClass": "attorneyOrScrivener", "agentCertificateNumber": "132010700050"}
DRAFT = {"forWhom": "client", "procedure": "extension", "formVersion": 1, "page": "identity",
         "values": {"name": "SANTOS MARIA CLARA", "phone": "0312345678", "occupation": "会社員"}}


class Asker:
    """Asks one service, with the token of a login where there was one."""

    def __init__(self, stack):
        self._origin = stack.origin
        self._context = ssl.create_default_context(cafile=str(stack.tls / "ca.pem"))
        self.token = None

    def ask(self, method, path, body=None, key=None):
        """What is answered, read; anything but success raises."""
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        if isinstance(body, bytes):
            headers["Content-Type"] = "application/octet-stream"
        elif body is not None:
            headers["Content-Type"], body = "application/json", json.dumps(body).encode()
        if key:
            headers["Idempotency-Key"] = key
        request = urllib.request.Request(self._origin + path, body, headers, method=method)
        try:
            with urllib.request.urlopen(request, context=self._context) as answer:
                return json.loads(answer.read() or b"{}")
        except urllib.error.HTTPError as refused:
            raise SystemExit(f"{method} {path}: {refused.status} {refused.read().decode()}") from None

    def log_in(self, identifier):
        self.token = None
        self.token = self.ask("POST", "/v1/sessions", {"authenticationId": identifier, "password": PASSWORD})["token"]


def schema_version(stack):
    with sqlite3.connect(f"file:{stack.database}?mode=ro", uri=True) as database:
        return database.execute("SELECT MAX(version) FROM schema_version").fetchone()[0]


def make(stack):
    stack.make_trust()
    stack.start_backend()
    asker = Asker(stack)
    registration = {"registration": {
        "entrance": "attorneyOrScrivener", "language": "en", "origin": stack.origin, "termsVersion": TERMS,
        "nonce": asker.ask("POST", "/v1/nonces")["nonce"],
        "form": {"id": "registration", "version": 1, "answers": AGENT}}}
    made = {"port": stack.port, "key": str(uuid.uuid4()), "registration": registration}
    made["registered"] = asker.ask("POST", "/v1/registrations", registration, made["key"])
    set_password(link_in(stack.wait_for_mail()[0]), PASSWORD, stack.tls / "ca.pem")
    asker.log_in(made["registered"]["authenticationId"])
    made["draft"] = asker.ask("POST", "/v1/drafts", DRAFT, str(uuid.uuid4()))["id"]
    content = make_document(stack.folder / "document.pdf").read_bytes()
    files = f"/v1/drafts/{made['draft']}/attachments"
    file = asker.ask("POST", files, {"kind": "document", "name": "証明書.pdf", "bytes": len(content),
                                     "sha256": hashlib.sha256(content).hexdigest()})
    made["file"] = asker.ask("PUT", f"{files}/{file['id']}/content?from=0", content)
    if made["file"]["state"] != "whole":
        raise SystemExit(f"the file has not arrived: {made['file']}")
    made["schema"] = schema_version(stack)
    (stack.folder / "made.json").write_text(json.dumps(made))
    print(f"schema {made['schema']}: one account, one draft with a file of {len(content)} bytes")


def find(stack):
    made = json.loads((stack.folder / "made.json").read_text())
    stack.pki, stack.tls, stack.data_keys = (stack.folder / name for name in ("pki", "tls", "data.keys"))
    stack.start_backend(made["port"])
    asker = Asker(stack)
    identifier = made["registered"]["authenticationId"]
    found = {"registered": asker.ask("POST", "/v1/registrations", made["registration"], made["key"])}
    asker.log_in(identifier)
    draft = asker.ask("GET", f"/v1/drafts/{made['draft']}")
    found["file"] = asker.ask("GET", f"/v1/drafts/{made['draft']}/attachments/{made['file']['id']}")
    expected = {"registered": made["registered"], "file": made["file"]}
    if found != expected:
        raise SystemExit(f"before: {expected}\nnow: {found}")
    answers = asker.ask("GET", "/v1/account")["form"]["answers"]
    if answers != AGENT or {name: draft[name] for name in DRAFT} != DRAFT:
        raise SystemExit(f"another account or draft is found: {answers} {draft}")
    account, = stack.administer("find", identifier)
    keys = stack.administer("data-keys", "list")
    if account["authenticationId"] != identifier or keys[0].get("drafts") != 1:
        raise SystemExit(f"madoguchi-admin finds {account} and {keys}")
    print(f"schema {made['schema']} became {schema_version(stack)}: account, password, draft and file are there")


def main():
    step, folder, binaries = {"make": make, "find": find}[sys.argv[1]], *sys.argv[2:4]
    with Stack(binaries, folder, person="maria", language="en", card="in-process", headless=True) as stack:
        step(stack)


if __name__ == "__main__":
    main()
