"""A real SMTP server (aiosmtpd) that writes what it receives: one .eml for each delivery, in order. It takes
addresses as strictly as RFC 5321 and RFC 5322 write them; it knows nobody@, and says nothing after a mail to silent@.

usage: smtp_sink.py PORT FOLDER [CERTIFICATE KEY [USER PASSWORD]]

With a certificate it offers STARTTLS; with a user it demands the login. It prints its port when it
listens. Port 0 takes a free one."""

import asyncio
import pathlib
import re
import signal
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
MAILBOX = rf'(?:{ATOM}(?:\.{ATOM})*|"[ !#-\[\]-~]*")@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*'
RECIPIENT = re.compile(rf"TO:<({MAILBOX})>")
HEADER = re.compile(rf"^To: {MAILBOX}\r$".encode(), re.M)


class StrictSmtp(SMTP):
    async def smtp_RCPT(self, arg):
        found = RECIPIENT.fullmatch(arg or "")
        if not found:
            await self.push("501 5.1.3 this is no mailbox of RFC 5321")
        elif found[1].startswith("nobody@"):
            await self.push(f"550 5.1.1 <{found[1]}> is nobody here")
        else:
            self.session.recipient = found[1]
            await super().smtp_RCPT(arg)


class Sink:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(exist_ok=True)
        self.count = len(list(self.folder.glob("*.eml")))

    async def handle_DATA(self, server, session, envelope):
        if not HEADER.search(envelope.content):
            return "554 5.6.0 the recipient in the header is not as RFC 5322 writes it"
        self.count += 1
        secured = "yes" if session.ssl is not None else "no"
        head = f"X-Envelope-To: {session.recipient}\r\nX-Envelope-From: {envelope.mail_from}\r\nX-Tls: {secured}\r\n"
        temporary = self.folder / f".{self.count:03}"
        temporary.write_bytes(head.encode() + envelope.content)
        temporary.rename(self.folder / f"{self.count:03}.eml")
        if session.recipient.startswith("silent@"):
            await asyncio.Event().wait()
        return "250 taken"


async def main():
    port, folder, *rest = sys.argv[1:]
    context = None
    if rest:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(rest[0], rest[1])
    login = tuple(part.encode() for part in rest[2:4])

    def authenticate(server, session, envelope, mechanism, data):
        return AuthResult(success=(data.login, data.password) == login, handled=False)

    sink = Sink(folder)

    def factory():
        return StrictSmtp(sink, hostname="localhost", tls_context=context, require_starttls=bool(login),
                          authenticator=authenticate if login else None, auth_required=bool(login))

    server = await asyncio.get_running_loop().create_server(factory, "localhost", int(port))
    print(server.sockets[0].getsockname()[1], flush=True)
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    await stopped.wait()


asyncio.run(main())
