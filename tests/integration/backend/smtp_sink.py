"""A real SMTP server (aiosmtpd) that writes what it receives: one .eml for each delivery, in order.

usage: smtp_sink.py PORT FOLDER [CERTIFICATE KEY [USER PASSWORD]]

With a certificate it offers STARTTLS; with a user it demands the login. It prints its port when it
listens. Port 0 takes a free one."""

import asyncio
import pathlib
import signal
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Sink:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(exist_ok=True)
        self.count = len(list(self.folder.glob("*.eml")))

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        secured = "yes" if session.ssl is not None else "no"
        head = f"X-Envelope-To: {','.join(envelope.rcpt_tos)}\r\nX-Envelope-From: {envelope.mail_from}\r\nX-Tls: {secured}\r\n"
        temporary = self.folder / f".{self.count:03}"
        temporary.write_bytes(head.encode() + envelope.content)
        temporary.rename(self.folder / f"{self.count:03}.eml")
        return "250 taken"


async def main():
    port, folder, *rest = sys.argv[1:]
    context = None
    if rest:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(rest[0], rest[1])
    login = tuple(part.encode() for part in rest[2:4])

    def authenticate(server, session, envelope, mechanism, data):
        return AuthResult(success=(data.login, data.password) == login)

    sink = Sink(folder)

    def factory():
        return SMTP(sink, hostname="localhost", tls_context=context, require_starttls=bool(login),
                    authenticator=authenticate if login else None, auth_required=bool(login))

    server = await asyncio.get_running_loop().create_server(factory, "localhost", int(port))
    print(server.sockets[0].getsockname()[1], flush=True)
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    await stopped.wait()


asyncio.run(main())
