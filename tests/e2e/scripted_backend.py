"""A backend that answers registrations as a test tells it: for answers that the real one gives only in need. What it
hears and says is held against the published API in the end (tests/support/independent/check_client.mjs)."""

import http.server
import json
import os
import pathlib
import ssl
import threading


class ScriptedBackend:
    AUTHENTICATION_ID = "bcdfg12345"

    def __init__(self, tls):
        """`tls`: the folder with the server's certificate."""
        self._script = []
        self.registrations = []
        self.keys = []
        owner = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                self._body = b""
                self._answer(200, {"status": "ok"} if self.path == "/v1/health" else {"announcements": []})

            def do_POST(self):
                self._body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if self.path == "/v1/nonces":
                    self._answer(201, {"nonce": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                                       "expiresAt": "2099-01-01T00:00:00Z"})
                    return
                owner.registrations.append(json.loads(self._body))
                owner.keys.append(self.headers["Idempotency-Key"])
                self._answer(*(owner._script.pop(0) if owner._script else (201, {
                    "authenticationId": owner.AUTHENTICATION_ID, "registeredAt": "2026-01-01T00:00:00Z"})))

            def _answer(self, status, answer):
                body = json.dumps(answer).encode()
                kind = "application/json" if status < 400 else "application/problem+json"
                self._write_down({"status": status, "type": kind, "body": body.decode()})
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def _write_down(self, answer):
                folder = os.environ.get("MADOGUCHI_EXCHANGES")
                if folder is None:
                    return
                request = {"method": self.command, "target": self.path, "body": self._body.decode(),
                           "type": self.headers.get("Content-Type", "")}
                for name in ("Idempotency-Key", "Authorization"):
                    request[name.lower()] = self.headers.get(name, "")
                with open(pathlib.Path(folder) / f"{os.getpid()}.jsonl", "a", encoding="utf-8") as file:
                    file.write(json.dumps({"test": "e2e", "request": request, "answer": answer}) + "\n")

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("localhost", 0), Handler)
        self._server.daemon_threads = True
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(tls / "server.pem", tls / "server.key")
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True,
                                                  do_handshake_on_connect=False)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def refuse(self, status, code, reason, errors=None):
        """The answer to the next registration that has none yet; `errors`: code by field."""
        problem = {"status": status, "code": code, "reason": reason, "requestId": "0123456789abcdef"}
        if errors:
            problem["errors"] = [{"field": field, "code": own} for field, own in errors.items()]
        self._script.append((status, problem))

    def stop(self):
        self._server.shutdown()
        self._server.server_close()
