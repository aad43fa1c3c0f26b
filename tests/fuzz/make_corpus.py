#!/usr/bin/env python3
"""Makes the seeds of the fuzz targets, tests/fuzz/corpus/<target>/, from the golden data of the tests.

usage: make_corpus.py

Everybody in them is made up. A file that a target once failed on is added by hand, as regression-<what>.
"""

import base64
import json
import pathlib
import zlib

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parent / "data"
RESOURCES = HERE.parents[1] / "resources"

OK = b"\x90\x00"
NONCE = "A" * 43
ORIGIN = "https://localhost"
TERMS = "2026-11-01"
CERTIFICATES = {path.stem: path.read_bytes() for path in sorted((DATA / "certificates").glob("*.der"))}

AGENT = {"name": "HOUMU TARO", "sex": "male", "dateOfBirth": "1970-01-31", "municipalityCode": "131016",
         "addressRest": "霞が関１－１－１", "phone": "0398765432", "email": "houmu.taro@office.example",
         "userClass": "attorneyOrScrivener", "agentCertificateNumber": "132010700050"}
COUNTER = {key: value for key, value in AGENT.items() if key != "agentCertificateNumber"} | {"userClass": "coeByEmail"}
CARD = {"name": "SANTOS MARIA CLARA", "sex": "female", "dateOfBirth": "1990-04-15", "municipalityCode": "131016",
        "addressRest": "霞が関１丁目１番１号", "phone": "0312345678", "email": "maria.santos@mail.example",
        "userClass": "foreignNational", "residenceCardNumber": "AB12345678CD"}
FAMILY = {key: value for key, value in CARD.items() if key != "residenceCardNumber"} | {"userClass": "family"}


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def payload(entrance, form):
    form = {"answers": form, "id": "registration", "version": 1}
    return {"entrance": entrance, "form": form, "language": "ja", "nonce": NONCE, "origin": ORIGIN,
            "termsVersion": TERMS}


PAYLOADS = {"agent": payload("attorneyOrScrivener", AGENT), "counter": payload("coeByEmail", COUNTER),
            "card": payload("cardHolder", CARD), "family": payload("cardHolder", FAMILY)}
AUTHENTICATION = {"nonce": NONCE, "origin": ORIGIN, "registrationDigest": NONCE}


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def jws(kind, certificate, content):
    header = {"alg": "RS256", "typ": f"madoguchi-{kind}+jws", "x5c": [base64.b64encode(certificate).decode()]}
    return ".".join(base64url(part) for part in [compact(header).encode(), compact(content).encode(), bytes(256)])


def answer(data, status=OK):
    whole = data + status
    return len(whole).to_bytes(2, "big") + whole


def read(certificate):
    return b"".join(answer(certificate[start:start + 256]) for start in range(0, len(certificate), 256))


def session(signing, authentication, label=b"JPKIAPICCTOKEN2".ljust(32), tries=(b"\x63\xc5", b"\x63\xc3")):
    return b"".join([answer(b""), answer(label), answer(b"\x8f\x8f\x00"), answer(b"", tries[0]), answer(b"", tries[1]),
                     read(authentication), answer(b""), read(signing), answer(b""), answer(bytes(256)),
                     answer(bytes(256))])


def parts(*items):
    return b"".join(bytes([len(item)]) + item for item in items)


def apdu_seeds():
    select = bytes.fromhex("00a4040c0ad392f000260100000001")
    yield "select", parts(select, OK)
    yield "read", parts(select, OK, bytes.fromhex("00b0860020"), b"JPKIAPICCTOKEN2".ljust(32) + OK,
                        bytes.fromhex("00b0010000"), bytes(100) + OK)
    yield "verify", parts(select, OK, bytes.fromhex("0020009b"), b"\x63\xc5",
                          bytes.fromhex("0020009b06") + b"ABC123", b"\x63\xc4")
    yield "sign", parts(select, b"\x61\x10", bytes.fromhex("802a009a33") + bytes(51) + b"\0", b"\x61\x00",
                        bytes.fromhex("00c0000000"), OK)
    yield "extended", parts(select, OK, bytes.fromhex("00b08a00000000"), OK,
                            bytes.fromhex("0020009b000006") + b"ABC123", OK)
    yield "forbidden", parts(bytes.fromhex("00a4040c0ad3921000310001010408"), OK, bytes.fromhex("00b0810000"), OK)
    yield "channel", parts(select, OK, bytes.fromhex("0070000001"), OK, bytes.fromhex("01b0810000"), OK)


def session_seeds():
    signing, authentication = CERTIFICATES["signing"], CERTIFICATES["authentication"]
    for name, certificate in CERTIFICATES.items():
        yield name, session(certificate, authentication)
    yield "phone", session(signing, authentication, label=b"JPKIAPIOSTOKEN".ljust(32, b"\0"))
    yield "blocked", session(signing, authentication, tries=(b"\x69\x83", b"\x69\x84"))
    yield "other-card", answer(b"", b"\x6a\x82")
    yield "power-up", answer(b"", b"\x6f\x00") + session(signing, authentication)
    yield "wrong-length", answer(b"") + answer(b"", b"\x6c\x20") + answer(b"JPKIAPICCTOKEN2".ljust(32))
    yield "more-data", answer(b"") + answer(b"JPKI", b"\x61\x1c") + answer(b"APICCTOKEN2".ljust(28))
    yield "too-long", answer(b"") + answer(bytes(300))
    yield "cut", session(signing, authentication)[:900]


def field_inputs():
    for line in (DATA / "forms/field_cases.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield json.loads(line.split("\t")[1])


def answers():
    yield 0, {"status": "ok"}
    yield 1, {"nonce": NONCE, "expiresAt": "2026-11-20T00:10:00Z"}
    yield 1, {"authenticationId": "ABCD2345EFGH", "registeredAt": "2026-11-20T00:00:00Z"}
    for status, reason in [(4, "malformed"), (5, "alreadyRegistered"), (6, "bodyTooLarge"), (7, "nonceInvalid"),
                           (8, "rateLimited"), (9, "internal"), (11, "revocationUnknown")]:
        yield status, {"status": 400, "code": "WZBAM018E", "reason": reason, "requestId": "0123456789abcdef"}
    for reason in ["formInvalid", "formMismatch"]:
        yield 7, {"status": 422, "code": "WZBAM018E", "reason": reason, "requestId": "0123456789abcdef",
                  "errors": [{"field": field, "code": "WZBAM005E"} for field in ["name", "addressRest"]]}


def filings():
    """What the demonstration form takes: as a filing, as a draft, and of older versions."""
    answers = {"name": "SANTOS MARIA CLARA", "sex": "female", "dateOfBirth": "1990-04-15", "nationality": "PH",
               "phone": "0312345678", "currentStatus": "student", "period": "m6", "stayExpiry": "2026-12-31",
               "hasCard": "no", "hasFamily": "yes", "support": ["self", "other"], "income": "150000", "reason": "\u3042\n\u3044",
               "photo": {"bytes": 40000, "digest": "a" * 64, "mediaType": "image/jpeg"}}
    row = {"relationship": "child", "name": "\u30db\u30bb", "dateOfBirth": "2020-05", "livesTogether": "no"}
    work = {"joined": "2019-04", "left": "unknown", "employerEn": "Ltd."}
    yield "filing", filed(answers | {"family": [row], "work": [work]}, 3)
    yield "draft", filed(answers | {"family": [row | {"@row": "r1"}, {"@row": "r2"}], "consent": "true"}, 3)
    yield "version-1", filed({"telephone": "0312345678", "fax": "1", "validity": "2026-12-31/2030-01-31",
                              "relatives": [{"@row": "a", "fax": "1"}]}, 1)
    yield "version-2", filed({"support": ["self"], "relatives": [{"@row": "a"}]}, 2)


def filed(answers, version):
    return {"answers": answers, "id": "demonstration", "version": version}


def drafts():
    values = {"name": "SANTOS MARIA CLARA", "dateOfBirth": "1990-04-15", "nationality": "PH", "sex": "female",
              "currentStatus": "T44", "stayExpiry": "2026-12-31", "family": [{"@row": "r1", "name": "SANTOS JUAN"}],
              "photo": "a" * 64 + " image/jpeg 40000"}
    draft = {"forWhom": "self", "procedure": "extension", "formVersion": 1, "values": values, "page": "identity"}
    yield "extension", draft
    yield "client", draft | {"forWhom": "client", "procedure": "change", "values": {"desiredStatus": "T61"}, "page": ""}
    yield "empty", draft | {"forWhom": "child", "procedure": "acquisition", "values": {}}
    yield "newer", draft | {"formVersion": 99}
    yield "more", draft | {"more": 1}


def bounces():
    report = ("From: MAILER-DAEMON@mail.example\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n"
              ' boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/plain\r\n\r\nNo such mailbox.\r\n--b1\r\n'
              "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example\r\n\r\n"
              "Final-Recipient: rfc822; maria@mail.example\r\nAction: failed\r\nStatus: 5.1.1 (bad mailbox)\r\n--b1--\r\n")
    yield "failed", report
    yield "delayed", report.replace("failed", "delayed").replace("5.1.1", "4.4.7").replace("\r\n", "\n")
    yield "bare-boundary", report.replace('"b1"', "b1; charset=utf-8")
    yield "other", "Subject: I am away\r\nContent-Type: text/plain\r\n\r\nUntil Monday.\r\n"
    yield "address", "no-reply+" + "0123456789abcdef" * 2 + "@madoguchi.example"


def segment(marker, content):
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2, "big") + content


def jpegs():
    frame, scan = bytes.fromhex("08000900 0c01011100"), segment(0xDA, bytes.fromhex("010100003f00"))
    start, end = b"\xff\xd8", b"\0\0\xff\xd9"
    yield "good", start + segment(0xE0, b"JFIF\0" + bytes(9)) + segment(0xC0, frame) + scan + end
    yield "progressive", start + segment(0xE1, b"Exif\0\0") + b"\xff" + segment(0xC2, frame) + scan + end
    yield "cut", start + segment(0xC0, frame) + scan
    yield "no-size", start + segment(0xC0, bytes(9)) + scan + end


def proxy_headers():
    signature = b"\r\n\r\n\0\r\nQUIT\n"
    addresses = bytes([192, 0, 2, 1, 192, 0, 2, 2, 0xC0, 0, 1, 0xBB])
    yield "ipv4", signature + b"\x21\x11\0\x0c" + addresses
    yield "ipv6", signature + b"\x21\x21\0\x24" + bytes.fromhex("20010db8") + bytes(32)
    yield "more", signature + b"\x21\x11\0\x13" + addresses + b"\x03\0\x04abcd"
    yield "itself", signature + b"\x20\0\0\0"
    yield "for-people", b"PROXY TCP4 192.0.2.1 192.0.2.2 49152 443\r\n"


def payloads():
    login = {"authenticationId": "bcdfg01234", "nonce": NONCE, "origin": ORIGIN}
    email = {"confirmUntil": "2026-11-21T00:00:00Z", "email": "maria@mail.example"}
    yield "login", login
    yield "renewal", login | {"loginDigest": NONCE}
    yield "authentication", AUTHENTICATION
    yield "application", {"application": filed({"name": "SANTOS MARIA CLARA"}, 1), "draft": "0" * 32, "nonce": NONCE,
                          "origin": ORIGIN}
    yield "email", email
    yield "changed", {"changed": ["phone"], "newEmail": email}
    yield "logins", {"logins": [{"at": "2026-11-20T00:00:00Z", "result": "loggedIn", "way": "card", "network": "192.0.2.0/24",
                                 "here": True}]}
    yield "refusal", {"status": 422, "code": "WZBAM018E", "reason": "formInvalid", "requestId": "0123456789abcdef",
                      "errors": [{"field": "phone", "code": "WZBAM005E"}]}


def journeys():
    """Numbers of statuses and rooms in journey_answers.cpp, and what is answered with them."""
    account, login, drafts, applications = range(4)
    line = {"id": "0" * 32, "procedure": "extension", "applicant": "SANTOS MARIA CLARA", "forWhom": "self"}
    file = {"id": "1" * 32, "name": "a.pdf", "sha256": "a" * 64, "bytes": 9, "received": 4, "state": "begun"}
    content = {"formVersion": 1, "values": {"name": "SANTOS MARIA CLARA", "family": [{"@row": "r1"}]}, "attachments": [file]}
    filed_line = line | {"state": "documentsWanted", "filedAt": "2026-11-20T00:00:00Z", "changedAt": "2026-11-20T00:00:00Z",
                         "provisionalNumber": "0123", "number": "", "task": "documents"}
    application = filed_line | content | {
        "history": [{"state": "filed", "at": "2026-11-20T00:00:00Z"}], "receive": "post",
        "wanted": {"text": "a", "until": "2026-12-20T00:00:00Z"}, "result": {"granted": True, "text": "b"},
        "errorReports": [{"text": "c", "at": "2026-11-20T00:00:00Z"}]}
    yield 0, drafts, {"drafts": [line | {"savedAt": "2026-11-20T00:00:00Z"}]}
    yield 0, drafts, line | content | {"revision": 3, "page": "identity"}
    yield 1, drafts, line | content | {"revision": 1, "page": ""}
    yield 0, applications, {"applications": [filed_line], "next": "2" * 32}
    yield 0, applications, application
    yield 1, applications, application
    yield 1, applications, {"id": "3" * 32, "provisionalNumber": "0123", "filedAt": "2026-11-20T00:00:00Z"}
    yield 0, account, {"entrance": "cardHolder", "form": PAYLOADS["card"]["form"], "mailsComeBack": True,
                       "newEmail": {"confirmUntil": "2026-11-21T00:00:00Z", "email": "maria@mail.example"}}
    yield from ((0, account, value) for name, value in payloads() if name in ("changed", "logins"))
    yield 1, login, {"token": NONCE, "userName": "SANTOS MARIA CLARA", "lastLogin": "2026-11-19T00:00:00Z",
                     "mailsComeBack": False}
    yield 0, login, {"purpose": "first"}
    for status, room, reason in [
            (5, account, "malformed"), (6, account, "sessionMissing"), (7, login, "accountLocked"), (8, drafts, "notFound"),
            (9, drafts, "draftChanged"), (10, login, "linkExpired"), (12, account, "formInvalid"), (12, login, "formInvalid"),
            (12, applications, "formInvalid"), (12, login, "loginRefused"), (14, login, "rateLimited"),
            (15, applications, "internal")]:
        yield status, room, {"status": 400, "code": "WZBAM018E", "reason": reason, "requestId": "0123456789abcdef",
                             "errors": [{"field": "phone", "code": "WZBAM005E"}]}


def pdf(objects, trailer=""):
    """Objects from number 1 on, with the table of where they begin; the first one is the catalog."""
    file, begins = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        begins.append(len(file))
        file += b"%d 0 obj\n" % number + (content if isinstance(content, bytes) else content.encode()) + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % begin for begin in begins)
    return file + table + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, trailer.encode(), len(file))


def stream(content, more=""):
    packed = zlib.compress(content)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n" % (len(packed), more.encode()) + packed + b"\nendstream"


def pdfs():
    pages, page = "<</Type/Pages/Count 1/Kids[3 0 R]>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
    plain = ["<</Type/Catalog/Pages 2 0 R>>", pages, page]
    yield "good", pdf(plain + [stream(b"BT (a) Tj ET")])
    yield "script", pdf(["<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>", pages, page, "<</S/JavaScript/JS(a)>>"])
    yield "files", pdf(["<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 4 0 R>>>>", pages, page, "<</Names[]>>"])
    yield "empty", pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 0/Kids[]>>"])
    yield "circle", pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[2 0 R]>>"])
    yield "packed", pdf(plain + [stream(b"5 0 6 4 (a) [1 0 R]", "/Type/ObjStm/N 2/First 8")])
    yield "encrypted", pdf(plain + [
        "<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>" % ("o" * 32, "u" * 32)], "/Encrypt 4 0 R/ID[(a)(a)]")
    yield "table", pdf(plain + [stream(b"\1\0\1\0" * 5, "/Type/XRef/W[1 2 1]/Size 5/Root 1 0 R")])


def http_requests():
    host = "Host: localhost\r\n"
    chunked = "POST /v1/registrations HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n"
    yield "get", "GET /v1/announcements?language=ja HTTP/1.1\r\n" + host + "X-Forwarded-For: 192.0.2.1, ::1\r\n\r\n"
    yield "absolute", "HEAD https://localhost/%E3%81%82 HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"
    yield "old", "\r\nGET / HTTP/1.0\r\n\r\n"
    yield "length", "POST / HTTP/1.1\r\n" + host + "Content-Length: 5\r\nExpect: 100-continue\r\n\r\nhelloGET /"
    yield "chunks", chunked + "5\r\nhello\r\n00A;x=\"y\"\r\n wide worl\r\n0\r\nSum: 1\r\n\r\n"
    yield "empty-chunks", chunked + "0\r\n\r\n"


def tables():
    """Of applications: the Agency's columns with the rule and the example, filled in, in three encodings."""
    for workbook in ("extension", "change", "together"):
        lines = (RESOURCES / f"forms/bulk/{workbook}.tsv").read_text(encoding="utf-8").splitlines()[1:]
        columns = [(line.split("\t") + [""] * 4)[:4] for line in lines]
        client = {"name": "SANTOS MARIA", "dateOfBirth": "19900400", "nationality": "フィリピン Philippines", "sex": "女",
                  "phone": "312345678", "currentStatus": "家族滞在", "stayExpiry": "2.026E+07", "hasFamily": "有 Yes"}
        rows = [[heading, rule, example, client.get(field, example)] for heading, rule, field, example in columns]
        text = "\r\n".join(",".join(f'"{row[line]}"' for row in rows) for line in range(4))
        yield workbook, b"\xef\xbb\xbf" + text.encode()
        yield f"{workbook}-sjis", text.encode("cp932", "replace")
    small = "身分事項_氏名\t身分事項_生年月日\t備考\nA B\t20000101\t=1\n"
    yield "utf-16", small.encode("utf-16")
    yield "remarks", f"確認事項 Remarks;{small}".replace("\t", ";").replace("A B", "x;'=A").encode()
    yield "workbook", b"PK\x03\x04"


def seeds():
    yield "apdu", apdu_seeds()
    yield "card_session", session_seeds()
    yield "certificate", CERTIFICATES.items()
    yield "certified_items", ((str(number), "\n".join(items).encode()) for number, items in enumerate([
        ("2", "419900415", "0000", "0000", "SANTOS　MARIA　CLARA", "東京都千代田区霞が関1丁目1番1号"),
        ("2", "019881203", "0000", "0000", "NGUYEN　THI　LAN（山田　花蓮）", "大阪府大阪市中央区大手前２丁目１番２２号"),
        ("1", "319790520", "01000", "0000", "渡邉　健一", "愛知県名古屋市中区三の丸三丁目１番２号"),
        ("3", "41990", "", "0100", "山田　花子（SMITH　HANAKO）", "静岡県浜松市北区引佐町１"),
        ("1", "41990    ", "", "", "O’NEIL　ＪＯＨＮ", "東京都三宅島三宅村阿古1"),
        ("", "420230230", "", "", "SMITH　JOHN　山田　太郎", "北海道虻田郡ﾆｾｺ町1")]))
    addresses = (DATA / "forms/addresses.tsv").read_text(encoding="utf-8").splitlines()[::180]
    yield "address", ((str(number), "".join(line.split("\t")[1:]).encode()) for number, line in enumerate(addresses))
    yield "bulk", tables()
    yield "search", ((str(number), text.encode()) for number, text in enumerate(
        ["千代田", "ちよだ", "ﾁﾖﾀﾞ", "chiyoda", "Gumma", "oosaka", "Ōsaka", "札幌市北区", "浜松市北区", "100-0005", "１００",
         "kita-ku, sapporo", "tu", "sin'yamaguti", "郡 余市", "三宅島", "ヶ", "5998"]))
    yield "http_request", ((name, bytes([number]) + request.encode())
                           for number, (name, request) in enumerate(http_requests()))
    inputs = sorted(set(field_inputs()), key=lambda text: (len(text), text))[::12]
    yield "form", ((str(number), text.encode("utf-8", "surrogatepass")) for number, text in enumerate(inputs))
    definition = json.loads((RESOURCES / "forms/registration.json").read_text(encoding="utf-8"))
    yield "form_json", [(name, compact(value).encode()) for name, value in PAYLOADS.items()] + [
        ("surrogate", compact(PAYLOADS["agent"]).replace("TARO", "\\ud800").encode()),
        ("repeated", compact(PAYLOADS["agent"]).replace('"sex":"male"', '"sex":"male","sex":"female"').encode())]
    demonstration = json.loads((DATA / "forms/demonstration.json").read_text(encoding="utf-8"))
    yield "definition", [("registration", compact(definition).encode()),
                         ("demonstration", compact(demonstration).encode()),
                         ("list", (DATA / "forms/lists/period.json").read_bytes())]
    yield "answers", ((name, compact(value).encode()) for name, value in filings())
    tokens = {name: jws("registration", CERTIFICATES["signing"], value) for name, value in PAYLOADS.items()}
    second = jws("authentication", CERTIFICATES["authentication"], AUTHENTICATION)
    yield "jws", [(name, token.encode()) for name, token in tokens.items()] + [
        ("authentication", second.encode()), ("authentication-payload", compact(AUTHENTICATION).encode())]
    bodies = [(f"{name}-plain", b"\0" + compact({"registration": value}).encode()) for name, value in PAYLOADS.items()]
    bodies += [(f"{name}-signed", b"\1" + compact(value).encode()) for name, value in PAYLOADS.items()]
    bodies.append(("golden-jws", b"\0" + compact({"registration": tokens["card"], "authentication": second}).encode()))
    yield "registration", bodies
    yield "draft", ((name, compact(value).encode()) for name, value in drafts())
    yield "pdf", pdfs()
    yield "bounce", ((name, text.encode()) for name, text in bounces())
    yield "jpeg", jpegs()
    yield "proxy_header", proxy_headers()
    yield "payloads", ((name, compact(value).encode()) for name, value in payloads())
    yield "journey_answers", ((str(number), bytes([status + 17 * room]) + compact(value).encode())
                              for number, (status, room, value) in enumerate(journeys()))
    yield "server_answers", ((str(number), bytes([status]) + compact(value).encode())
                             for number, (status, value) in enumerate(answers()))


def main():
    for target, files in seeds():
        folder = HERE / "corpus" / target
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            if not old.name.startswith("regression-"):
                old.unlink()
        for name, content in files:
            (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()
