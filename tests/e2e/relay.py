"""A wire between client and backend that a test can cut. It sees nothing but TLS records."""

import socket
import struct
import threading

# A signed registration is longer than everything before it on its connection.
REGISTRATION_BYTES = 6000


class Relay:
    def __init__(self):
        self._listener = socket.create_server(("localhost", 0))
        self.port = self._listener.getsockname()[1]
        self.backend_port = None
        self.swallow_answer = False  # to the next registration
        self._sockets = []
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def origin(self):
        return f"https://localhost:{self.port}"

    def cut(self):
        """Ends all connections; new ones work again."""
        self.swallow_answer = False
        self._end(*self._sockets)
        self._sockets.clear()

    def close(self):
        self._listener.close()
        self.cut()

    def _serve(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            try:
                backend = socket.create_connection(("localhost", self.backend_port))
            except OSError:
                # Refused, as the backend itself would.
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                client.close()
                continue
            self._sockets += [client, backend]
            wire = {"sent": 0}
            threading.Thread(target=self._pass, args=(client, backend, wire, True), daemon=True).start()
            threading.Thread(target=self._pass, args=(backend, client, wire, False), daemon=True).start()

    def _pass(self, source, target, wire, to_backend):
        try:
            while data := source.recv(65536):
                if to_backend:
                    wire["sent"] += len(data)
                elif self.swallow_answer and wire["sent"] > REGISTRATION_BYTES:
                    continue
                target.sendall(data)
        except OSError:
            pass
        self._end(source, target)
        source.close()

    @staticmethod
    def _end(*sockets):
        for one in sockets:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
