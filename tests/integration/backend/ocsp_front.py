"""OpenSSL's responder behind an HTTP server on the loopback interface. `openssl ocsp -port` listens on every interface
and takes no address to listen on, so each request is given to it as a file.

usage: ocsp_front.py FOLDER openssl ocsp ...

It prints its port when it listens."""

import http.server
import pathlib
import subprocess
import sys

FOLDER, COMMAND = pathlib.Path(sys.argv[1]), sys.argv[2:]


class Front(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_POST(self):
        question, answer = FOLDER / "asked.der", FOLDER / "answered.der"
        question.write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
        subprocess.run([*COMMAND, "-reqin", question, "-respout", answer], check=True, stdout=subprocess.DEVNULL)
        body = answer.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "application/ocsp-response")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    server = http.server.HTTPServer(("127.0.0.1", 0), Front)
    print(server.server_port, flush=True)
    server.serve_forever()
