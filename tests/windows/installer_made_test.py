#!/usr/bin/env python3
"""What scripts/build-windows-installer hands out, under Wine: installer_made_test.py FOLDER [TEST...]"""

import os
import shutil
import subprocess
import unittest
import zipfile

from installers import BUILD, DONE, POLICY, PROGRAM, ROOT, VERSION, WithWindows, contents, make

SIGN = ROOT / "scripts" / "sign-windows"


class Made(WithWindows):
    """The files that are handed out."""

    def test_the_portable_folder_has_the_program_and_a_policy_that_it_reads(self):
        make(self.work / "portable", PROGRAM, "--policy", self.policy)
        with zipfile.ZipFile(self.work / "portable" / f"madoguchi-{VERSION}-portable.zip") as packed:
            packed.extractall(self.wine.folder)
        folder = self.wine.folder / f"madoguchi-{VERSION}"
        self.addCleanup(shutil.rmtree, folder)
        self.assertEqual(contents(folder, {"client.json"}), contents(PROGRAM))
        program = self.wine.of_windows(folder / "madoguchi.exe")
        self.assertEqual(self.wine.run(program, "--check-policy")[0], 0)
        (folder / "client.json").write_text("7")
        self.assertEqual(self.wine.run(program, "--check-policy")[0], 1)

    def test_the_installer_brings_a_policy_where_there_is_none(self):
        given = self.work / "given.json"
        given.write_text(POLICY.replace("localhost", "127.0.0.1"))
        make(self.work / "with-policy", PROGRAM, "--policy", given)
        setup = self.work / "with-policy" / f"madoguchi-{VERSION}-setup.exe"
        self.assertEqual(self.wine.run(setup, "/S", "/CurrentUser")[0], DONE)
        self.assertEqual((self.mine / "client.json").read_text(), given.read_text())
        (self.mine / "client.json").write_text(POLICY)
        self.assertEqual(self.wine.run(setup, "/S", "/CurrentUser")[0], DONE)
        self.assertEqual((self.mine / "client.json").read_text(), POLICY)
        self.assertEqual(self.uninstall(self.mine), DONE)
        self.assert_as_before()

    def test_the_same_folder_makes_the_same_bytes(self):
        copy = self.work / "another" / "place"
        # Made in another order, at another time.
        for path in sorted(PROGRAM.rglob("*"), reverse=True):
            if path.is_file():
                target = copy / path.relative_to(PROGRAM)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())
        make(self.work / "again", copy)
        for ending in ("setup.exe", "portable.zip"):
            name = f"madoguchi-{VERSION}-{ending}"
            self.assertEqual((self.work / name).read_bytes(), (self.work / "again" / name).read_bytes(), name)
            subprocess.run(["sha256sum", "--check", "--quiet", f"{name}.sha256"], cwd=self.work / "again", check=True)

    def test_signed(self):
        signing = self.authority()
        out = self.work / "signed"
        environment = {**os.environ, **signing}
        made = subprocess.run([BUILD, "--sign", "--version", "0.0.9", "--out", out, self.old], env=environment,
                              capture_output=True, text=True, check=False)
        self.assertEqual(made.returncode, 0, made.stdout + made.stderr)
        setup = out / "madoguchi-0.0.9-setup.exe"
        self.assert_signed(setup, signing)
        self.assertEqual(self.wine.run(setup, "/S", "/CurrentUser")[0], DONE)
        for name in ("madoguchi.exe", "uninstall.exe"):
            self.assert_signed(self.mine / name, signing)
        self.assertEqual(self.uninstall(self.mine), DONE)
        self.assert_as_before()
        # What was signed stays as it is, and what is changed no longer is.
        before = setup.read_bytes()
        subprocess.run([SIGN, "--unsigned-only", setup], env=environment, check=True, capture_output=True)
        self.assertEqual(setup.read_bytes(), before)
        setup.write_bytes(before[:4096] + bytes([before[4096] ^ 1]) + before[4097:])
        self.assertNotEqual(self.verify(setup, signing).returncode, 0)

    def test_a_certificate_that_nobody_vouches_for_is_refused(self):
        environment = {**os.environ, **self.authority("first")}
        environment["MADOGUCHI_SIGN_CA"] = self.authority("second")["MADOGUCHI_SIGN_CA"]
        program = self.work / "to-be-signed.exe"
        shutil.copy(PROGRAM / "madoguchi.exe", program)
        before = program.read_bytes()
        result = subprocess.run([SIGN, program], env=environment, capture_output=True, text=True, check=False)
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("vouches for", result.stderr)
        self.assertEqual(program.read_bytes(), before)

    def authority(self, name="authority"):
        """A CA and a certificate for signing code, for an hour; what scripts/sign-windows is told of them."""
        place = self.work / name
        place.mkdir()

        def openssl(*arguments):
            subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", f"/CN=Throw-away CA {name}",
                "-keyout", place / "ca.key", "-out", place / "ca.pem")
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Throw-away signer", "-keyout", place / "plain.key",
                "-out", place / "signer.csr")
        (place / "password").write_text("made up\n")
        openssl("pkcs8", "-topk8", "-in", place / "plain.key", "-passout", f"file:{place / 'password'}", "-out", place / "signer.key")
        (place / "extensions").write_text("basicConstraints=CA:FALSE\nkeyUsage=digitalSignature\nextendedKeyUsage=codeSigning\n")
        openssl("x509", "-req", "-in", place / "signer.csr", "-CA", place / "ca.pem", "-CAkey", place / "ca.key", "-days", "1",
                "-extfile", place / "extensions", "-out", place / "signer.pem")
        return {"MADOGUCHI_SIGN_CERTIFICATE": str(place / "signer.pem"), "MADOGUCHI_SIGN_KEY": str(place / "signer.key"),
                "MADOGUCHI_SIGN_PASSWORD_FILE": str(place / "password"), "MADOGUCHI_SIGN_CA": str(place / "ca.pem"),
                "MADOGUCHI_SIGN_TIMESTAMP": ""}

    def verify(self, file, signing):
        return subprocess.run(["osslsigncode", "verify", "-CAfile", signing["MADOGUCHI_SIGN_CA"], "-in", file],
                              capture_output=True, text=True, check=False)

    def assert_signed(self, file, signing):
        result = self.verify(file, signing)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        self.assertIn("Throw-away signer", result.stdout)


if __name__ == "__main__":
    unittest.main()
