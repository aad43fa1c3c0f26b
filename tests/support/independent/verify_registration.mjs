// Verifies a registration with software that knows nothing of ours: the signatures with the JOSE library of npm,
// the certificate chains with the openssl program, the shapes against the published API with Ajv.
//
//   node verify_registration.mjs BODY.json TRUST_FOLDER
//
// BODY.json is what the client posts to /v1/registrations. Prints the two payloads as JSON; any fault ends it with
// an exception.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compactVerify, importX509 } from "jose";
import { validator } from "./api.mjs";

const [bodyFile, trust] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "madoguchi-jose-"));

function pem(der) {
  return `-----BEGIN CERTIFICATE-----\n${der.match(/.{1,64}/g).join("\n")}\n-----END CERTIFICATE-----\n`;
}

function verifyChain(certificate, purpose) {
  const leaf = join(folder, `${purpose}.pem`);
  writeFileSync(leaf, certificate);
  const said = execFileSync("openssl", ["verify", "-x509_strict", "-CAfile", join(trust, purpose, "ca.pem"), leaf],
    { encoding: "utf8" });
  assert.match(said, /: OK$/m);
}

// A changed payload, header or signature must not pass, or the check above would say nothing.
async function assertRefusesChanges(jws, key) {
  for (const part of [0, 1, 2]) {
    const parts = jws.split(".");
    const at = Math.floor(parts[part].length / 2);
    const other = parts[part][at] === "A" ? "B" : "A";
    parts[part] = parts[part].slice(0, at) + other + parts[part].slice(at + 1);
    await assert.rejects(compactVerify(parts.join("."), key));
  }
}

async function verify(jws, type, purpose, schema) {
  const header = JSON.parse(Buffer.from(jws.split(".")[0], "base64url").toString());
  assert.equal(header.x5c.length, 1);
  const certificate = pem(header.x5c[0]);
  verifyChain(certificate, purpose);
  const key = await importX509(certificate, "RS256");
  const { payload, protectedHeader } = await compactVerify(jws, key, { algorithms: ["RS256"] });
  assert.equal(protectedHeader.typ, type);
  await assertRefusesChanges(jws, key);
  const content = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
  validator(schema)(content);
  return content;
}

try {
  const body = JSON.parse(readFileSync(bodyFile, "utf8"));
  validator("CardRegistration")(body);
  const registration = await verify(body.registration, "madoguchi-registration+jws", "signing", "RegistrationPayload");
  const authentication = await verify(body.authentication, "madoguchi-authentication+jws", "authentication",
    "AuthenticationPayload");
  assert.equal(authentication.registrationDigest, createHash("sha256").update(body.registration).digest("base64url"));
  assert.equal(authentication.nonce, registration.nonce);
  assert.equal(authentication.origin, registration.origin);
  process.stdout.write(JSON.stringify({ registration, authentication }));
} finally {
  rmSync(folder, { recursive: true });
}
