// Any bytes as a certificate from a card: parsed or refused, then taken into the form.
#include "cardreader/certificate/certificate.h"

#include "tests/fuzz/prefill_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace madoguchi;
  try {
    fuzz::checkPrefill(certificate::parseCertificate({data, size}).items);
  } catch (const certificate::CertificateError&) {
  }
  return 0;
}
