"""The page on which a password is set, used as a browser without scripts does."""

import email
import email.policy
import html.parser
import re
import ssl
import urllib.error
import urllib.parse
import urllib.request


class NotAccepted(Exception):
    """The service answered with a page that asks for something else."""


def text_of(mail):
    with open(mail, "rb") as file:
        return email.message_from_binary_file(file, policy=email.policy.default).get_body(("plain",)).get_content()


def link_in(mail):
    found = re.search(r"https://\S+/password/[\w-]{43}", text_of(mail))
    if not found:
        raise NotAccepted(f"{mail} has no link to set a password")
    return found[0]


class _Form(html.parser.HTMLParser):
    """Where a page's form is sent, and what it holds already."""

    def __init__(self, page):
        super().__init__()
        self.action, self.fields = None, {}
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "form":
            self.action = values["action"]
        elif tag == "input":
            self.fields[values["name"]] = values.get("value", "")


def set_password(link, password, ca_file):
    """Opens the link of a mail and sets the password. Gives the page that says so, as HTML."""
    opener = urllib.request.build_opener(
        urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=str(ca_file))))

    def fetch(address, fields=None):
        body = urllib.parse.urlencode(fields).encode() if fields is not None else None
        try:
            with opener.open(address, body) as answer:
                return answer.read().decode(), answer.url
        except urllib.error.HTTPError as error:
            raise NotAccepted(f"{error.status} for {urllib.parse.urlsplit(address).path.rpartition('/')[0]}") from None

    form = _Form(fetch(link)[0])
    typed = {name: password for name in form.fields if name.startswith("password")}
    page, address = fetch(urllib.parse.urljoin(link, form.action), form.fields | typed)
    if not urllib.parse.urlsplit(address).path.endswith("/done"):
        raise NotAccepted("the page does not say that the password is set")
    return page
