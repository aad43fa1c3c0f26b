"""What tests ask the service for without a window: somebody is registered, has a password, logs in elsewhere."""

import json
import re
import ssl
import urllib.request
import uuid

from window_test import ROOT
# What follows lies where window_test.py looks for it.
from password_page import link_in, set_password
from registration import MAIL

TERMS = re.search(r'kTermsVersion = "([\d-]+)"', (ROOT / "protocol" / "terms_version.h").read_text())[1]


def post(stack, path, body=None):
    """What the service answers."""
    headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())} if body else {}
    request = urllib.request.Request(stack.origin + path, method="POST", headers=headers,
                                     data=json.dumps(body).encode() if body else b"")
    context = ssl.create_default_context(cafile=stack.tls / "ca.pem")
    with urllib.request.urlopen(request, context=context) as answer:
        return json.load(answer)


def register(stack, password, language="en"):
    """The authentication ID of a counter applicant, MADO GUCHI."""
    answers = {"name": "MADO GUCHI", "sex": "female", "dateOfBirth": "1985-04-01", "municipalityCode": "131016",
               "addressRest": "１－１－１", "phone": "0312345678", "email": MAIL, "userClass": "coeByEmail"}
    registered = post(stack, "/v1/registrations", {"registration": {
        "entrance": "coeByEmail", "form": {"answers": answers, "id": "registration", "version": 1},
        "language": language, "nonce": post(stack, "/v1/nonces")["nonce"], "origin": stack.origin,
        "termsVersion": TERMS}})
    set_password(link_in(stack.wait_for_mail()[0]), password, stack.tls / "ca.pem")
    return registered["authenticationId"]


def log_in(stack, identity, password):
    return post(stack, "/v1/sessions", {"authenticationId": identity, "password": password})
