"""A speech server that says nothing and writes down everything: what a screen reader speaks, in order. It answers as
speech-dispatcher does (SSIP, https://htmlpreview.github.io/?https://github.com/brailcom/speechd/blob/master/doc/ssip.html)."""

import html
import re
import socketserver
import threading


class _Client(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            command = line.decode("utf-8", "replace").strip()
            verb = command.split(" ")[0].upper()
            if verb == "SPEAK":
                self._answer("230 OK RECEIVING DATA")
                self.server.write_down(self._text())
                self._answer("225-1", "225 OK MESSAGE QUEUED")
            elif verb in ("CHAR", "KEY"):
                self.server.write_down(command.split(" ", 1)[1])
                self._answer("225-1", "225 OK MESSAGE QUEUED")
            elif verb in ("LIST", "GET", "HISTORY"):
                self._answer("245-1", "245 OK")
            elif verb == "QUIT":
                self._answer("231 HAPPY HACKING")
                return
            else:
                self._answer("200 OK")

    def _text(self):
        lines = []
        for line in self.rfile:
            text = line.decode("utf-8", "replace").rstrip("\r\n")
            if text == ".":
                break
            lines.append(text[1:] if text.startswith("..") else text)
        return html.unescape(re.sub(r"<[^>]*>", "", "\n".join(lines)))

    def _answer(self, *lines):
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


class SpeechServer(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True

    def __init__(self, path):
        super().__init__(str(path), _Client)
        self._said = threading.Condition()
        self._spoken = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def write_down(self, text):
        with self._said:
            self._spoken.append(text.strip())
            self._said.notify_all()

    def spoken(self):
        with self._said:
            return list(self._spoken)

    def wait_for(self, found, seconds):
        """What `found` makes of what was spoken so far, once that is something; None when the time is over."""
        with self._said:
            return self._said.wait_for(lambda: found(self._spoken), seconds)

    def stop(self):
        self.shutdown()
        self.server_close()
