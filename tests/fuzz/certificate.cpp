// Any bytes as a certificate from a card: parsed or refused, then taken into the form.
#include "cardreader/certificate/certificate.h"

#include "forms/certified_items.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto certificate = madoguchi::certificate::parseCertificate({data, size});
    const auto prefill = madoguchi::forms::prefillFromCertificate(certificate.items);
    // The backend must never find a form that came from the certificate itself at odds with it.
    if (!madoguchi::forms::matchesCertificate(prefill.values, certificate.items)) __builtin_trap();
  } catch (const madoguchi::certificate::CertificateError&) {
  }
  return 0;
}
