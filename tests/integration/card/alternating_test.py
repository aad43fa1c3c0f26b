"""OpenSC and the product's card library take turns with the same card, and neither finds a trace of the other."""

import unittest

from harness import CLIENT, CardTest

ROUNDS = 3


class Alternating(CardTest):
    def sign_by_opensc(self, token, pin, identifier, usage):
        signature = self.folder / f"{usage}.opensc"
        self.must("pkcs11-tool", "--token-label", f"JPKI ({token})", "--login", "--pin", pin, "--sign",
                  "--id", identifier, "--mechanism", "SHA256-RSA-PKCS", "-i", self.folder / "data", "-o", signature)
        self.assert_signed(usage, self.folder / "data", signature)

    def assert_untouched(self, card):
        status = card.status()
        self.assertEqual((status["password-tries"], status["pin-tries"], status["forbidden"]), ("5", "3", "0"))
        return status

    def test_both_sign_in_every_round(self):
        card = self.insert_card()
        costs = set()
        for turn in range(ROUNDS):
            (self.folder / "data").write_bytes(b"signed in round %d" % turn)
            for token, pin, identifier, usage in (("User Authentication PIN", "1234", "01", "authentication"),
                                                  ("Digital Signature PIN", "MADO1234", "02", "signing")):
                self.sign_by_opensc(token, pin, identifier, usage)
                before = int(self.assert_untouched(card)["commands"])
                self.must(CLIENT, "register", self.folder)
                after = self.assert_untouched(card)
                self.assertEqual(after["verified"], "0")
                costs.add(int(after["commands"]) - before)
                for own in ("signing", "authentication"):
                    self.assertEqual((self.folder / f"{own}.der").read_bytes(), self.issued(own))
                    self.assert_signed(own, self.folder / "data", self.folder / f"{own}.sig")
        # What OpenSC left does not make the product send more or less.
        self.assertEqual(len(costs), 1, costs)


if __name__ == "__main__":
    unittest.main()
