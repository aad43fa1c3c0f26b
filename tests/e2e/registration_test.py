"""Everybody's registration, in the language of MADOGUCHI_LANGUAGE: through the window, the real PC/SC service,
HTTPS, into the database and the mail; and the first password, by the link of that mail."""

import json
import os
import unittest

from window_test import WindowTest, picture_on_failure

from password_page import link_in, set_password, text_of

LANGUAGE = os.environ["MADOGUCHI_LANGUAGE"]
# What the certificates of the simulated card weigh, and what reading them may cost.
MOST_APDUS, MOST_BYTES, MOST_AFTER_PASSWORD = 28, 5000, 12


class RegistrationTest(WindowTest):
    def register(self, person="maria", **options):
        self.begin(person=person, language=LANGUAGE)
        registration = self.registration(**options)
        shown_id = registration.run()
        self.assertEqual(self.stack.registrations(), [shown_id])
        report = json.loads(self.stack.wait_for_report().read_text())
        self.assertEqual(report["authenticationId"], shown_id)
        self.assertEqual(report["language"], LANGUAGE)
        mail = self.stack.wait_for_mail()[0]
        self.assertNotIn(shown_id, text_of(mail))
        set_password(link_in(mail), "Mado1234!", self.stack.tls / "ca.pem")
        second = next(path for path in self.stack.wait_for_mail(2) if path != mail)
        self.assertIn(shown_id, text_of(second))
        return report

    @picture_on_failure
    def test_foreign_national(self):
        apdu = self.register()["apdu"]
        self.assertLessEqual(apdu["count"], MOST_APDUS)
        self.assertLessEqual(apdu["bytes"], MOST_BYTES)
        self.assertLessEqual(apdu["afterPassword"], MOST_AFTER_PASSWORD)
        self.assertGreater(apdu["afterPassword"], 0)
        self.assertIn("verified=0 ", self.stack.card_command("status"))

    @picture_on_failure
    def test_legal_representative_whose_name_is_in_kanji(self):
        self.register("parent")

    @picture_on_failure
    def test_family(self):
        self.register("alias", user_class="family")

    @picture_on_failure
    def test_attorney_or_scrivener(self):
        apdu = self.register(entrance="attorneyOrScrivener")["apdu"]
        self.assertEqual(apdu["count"], 0)

    @picture_on_failure
    def test_certificate_of_eligibility_by_email(self):
        apdu = self.register(entrance="coeByEmail")["apdu"]
        self.assertEqual(apdu["count"], 0)


if __name__ == "__main__":
    unittest.main()
