"""Reads a mail with Python's own parser and prints what it says as JSON."""

import email
import email.policy
import json
import sys

with open(sys.argv[1], "rb") as file:
    message = email.message_from_binary_file(file, policy=email.policy.default)
plain = message.get_body(("plain",))
html = message.get_body(("html",))
parts = [message, *message.iter_parts()]
print(json.dumps({
    "headers": {name.lower(): str(value) for name, value in message.items()},
    "names": [name.lower() for name in message.keys()],
    "type": message.get_content_type(),
    "parts": [part.get_content_type() for part in message.iter_parts()],
    "text": plain.get_content(),
    "html": html.get_content(),
    "defects": [str(defect) for part in parts for defect in part.defects],
}))
