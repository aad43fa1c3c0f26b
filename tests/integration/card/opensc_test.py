"""OpenSC, a client that other people wrote, finds the simulated card to be a My Number Card."""

import unittest

from harness import CardTest, run


class OpenSc(CardTest):
    def setUp(self):
        self.card = self.insert_card()
        self.data = self.folder / "data"
        self.data.write_bytes(b"signed by way of PKCS #11")

    def test_names_the_card(self):
        self.assertEqual(self.must("opensc-tool", "-n").strip(), "jpki")

    def test_dumps_its_objects(self):
        dump = self.must("pkcs15-tool", "--dump")
        for wanted in ("PKCS#15 Card [JPKI]", "PIN [User Authentication PIN]", "PIN [Digital Signature PIN]",
                       "Private RSA Key [User Authentication Key]", "Private RSA Key [Digital Signature Key]",
                       "X.509 Certificate [User Authentication Certificate]",
                       "X.509 Certificate [Digital Signature Certificate]",
                       "X.509 Certificate [User Authentication Certificate CA]",
                       "X.509 Certificate [Digital Signature Certificate CA]"):
            self.assertIn(wanted, dump)
        self.assertIn("Tries left     : 3", dump)
        self.assertIn("Tries left     : 5", dump)

    def read_by_pkcs15(self, identifier, *options):
        pem = self.must("pkcs15-tool", *options, "--read-certificate", identifier)
        der = self.folder / "read.der"
        self.must("openssl", "x509", "-outform", "DER", "-out", der, input=pem)
        return der.read_bytes()

    def test_reads_certificates_by_pkcs15(self):
        self.assertEqual(self.read_by_pkcs15("01"), self.issued("authentication"))
        self.assertEqual(self.read_by_pkcs15("02", "--verify-pin", "--auth-id", "02", "--pin", "MADO1234"),
                         self.issued("signing"))
        for identifier, usage in (("03", "authentication"), ("04", "signing")):
            expected = self.folder / "ca.der"
            self.must("openssl", "x509", "-in", self.pki / "trust" / usage / "ca.pem", "-outform", "DER",
                      "-out", expected)
            self.assertEqual(self.read_by_pkcs15(identifier), expected.read_bytes())

    def pkcs11(self, token, pin, *arguments):
        return self.must("pkcs11-tool", "--token-label", f"JPKI ({token})", "--login", "--pin", pin, *arguments)

    def test_reads_certificates_by_pkcs11(self):
        read = self.folder / "read.der"
        for token, pin, identifier, usage in (("User Authentication PIN", "1234", "01", "authentication"),
                                              ("Digital Signature PIN", "MADO1234", "02", "signing")):
            self.pkcs11(token, pin, "--read-object", "--type", "cert", "--id", identifier, "-o", read)
            self.assertEqual(read.read_bytes(), self.issued(usage))

    def test_signs_by_pkcs11(self):
        signature = self.folder / "signature"
        for token, pin, identifier, usage in (("User Authentication PIN", "1234", "01", "authentication"),
                                              ("Digital Signature PIN", "MADO1234", "02", "signing")):
            self.pkcs11(token, pin, "--sign", "--id", identifier, "--mechanism", "SHA256-RSA-PKCS",
                        "-i", self.data, "-o", signature)
            self.assert_signed(usage, self.data, signature)

    def test_a_wrong_pin_costs_a_try(self):
        self.must("pkcs15-tool", "--dump")
        self.assertEqual(self.card.status()["pin-tries"], "3")
        wrong = run("pkcs15-tool", "--verify-pin", "--auth-id", "01", "--pin", "0000", "--read-certificate", "01")
        self.assertIn("PIN", wrong.stderr)
        self.assertEqual(self.card.status()["pin-tries"], "2")


if __name__ == "__main__":
    unittest.main()
