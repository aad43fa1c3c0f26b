"""An object store as S3 is one, as far as the service asks it: PUT, GET and DELETE of objects and the list of a bucket,
with signatures held against AWS Signature Version 4 by its description. Objects are files.

usage: s3_server.py FOLDER BUCKET KEY SECRET

It prints its port when it listens. What FOLDER/mode says is done to requests: 403 or 503 refuses them, silent answers
nothing."""

import datetime
import hashlib
import hmac
import http.server
import pathlib
import re
import sys
import time
import urllib.parse

FOLDER, BUCKET, KEY, SECRET = pathlib.Path(sys.argv[1]), *sys.argv[2:]
OBJECTS = FOLDER / "objects"
AUTHORIZATION = re.compile(
    r"AWS4-HMAC-SHA256 Credential=([^/]+)/(\d{8})/([a-z0-9-]+)/s3/aws4_request, ?"
    r"SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})")
MOST_LISTED = 2  # so that lists have pages


def mac(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


class Store(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b""):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def is_signed(self, body):
        found = AUTHORIZATION.fullmatch(self.headers.get("Authorization", ""))
        if not found or found[1] != KEY or self.headers["x-amz-content-sha256"] != hashlib.sha256(body).hexdigest():
            return False
        _, day, region, names, signature = found.groups()
        path, _, query = self.path.partition("?")
        pairs = sorted(pair.partition("=")[::2] for pair in query.split("&") if pair)
        signed = "".join(f"{name}:{' '.join(self.headers[name].split())}\n" for name in names.split(";"))
        if not {"host", "x-amz-date", "x-amz-content-sha256"} <= set(names.split(";")):
            return False
        request = "\n".join([self.command, path, "&".join(f"{name}={value}" for name, value in pairs), signed, names,
                             self.headers["x-amz-content-sha256"]])
        text = "\n".join(["AWS4-HMAC-SHA256", self.headers["x-amz-date"], f"{day}/{region}/s3/aws4_request",
                          hashlib.sha256(request.encode()).hexdigest()])
        key = ("AWS4" + SECRET).encode()
        for part in (day, region, "s3", "aws4_request"):
            key = mac(key, part)
        return hmac.compare_digest(mac(key, text).hex(), signature)

    def serve(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        mode = (FOLDER / "mode").read_text().strip() if (FOLDER / "mode").exists() else ""
        if mode == "silent":
            time.sleep(3600)
        if mode:
            return self.answer(int(mode), b"<Error/>")
        path, _, query = self.path.partition("?")
        if not self.is_signed(body):
            return self.answer(403, b"<Error><Code>SignatureDoesNotMatch</Code></Error>")
        if path.rstrip("/") == "/" + BUCKET:
            return self.list(urllib.parse.parse_qs(query))
        name = re.fullmatch(rf"/{BUCKET}/([0-9a-f]{{1,64}})", path)
        if not name:
            return self.answer(404, b"<Error><Code>NoSuchBucket</Code></Error>")
        file = OBJECTS / name[1]
        if self.command == "PUT":
            part = file.with_suffix(".part")
            part.write_bytes(body)
            part.rename(file)
            return self.answer(200)
        if self.command == "DELETE":
            file.unlink(missing_ok=True)
            return self.answer(204)
        return self.answer(200, file.read_bytes()) if file.exists() else self.answer(404, b"<Error/>")

    def list(self, query):
        prefix, after = query["prefix"][0], query.get("start-after", [""])[0]
        names = sorted(file.name for file in OBJECTS.iterdir() if file.name.startswith(prefix) and file.name > after)
        contents = ""
        for name in names[:MOST_LISTED]:
            changed = datetime.datetime.fromtimestamp((OBJECTS / name).stat().st_mtime, datetime.timezone.utc)
            contents += (f"<Contents><Key>{name}</Key><LastModified>{changed:%Y-%m-%dT%H:%M:%S}.000Z</LastModified>"
                         f"</Contents>")
        more = "true" if len(names) > MOST_LISTED else "false"
        self.answer(200, f"<ListBucketResult><IsTruncated>{more}</IsTruncated>{contents}</ListBucketResult>".encode())

    do_GET = do_PUT = do_DELETE = serve


OBJECTS.mkdir(exist_ok=True)
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Store)
server.daemon_threads = True
print(server.server_address[1], flush=True)
server.serve_forever()
