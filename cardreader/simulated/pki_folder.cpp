#include "cardreader/simulated/pki_folder.h"

#include <openssl/pem.h>

#include <fstream>
#include <random>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "cardreader/certificate/openssl_handles.h"
#include "cardreader/simulated/certificate_profile.h"
#include "cardreader/simulated/openssl_require.h"

namespace madoguchi::simulated {
namespace {

using certificate::BioHandle;
using certificate::CrlHandle;
using certificate::IntegerHandle;
using certificate::TimeHandle;

namespace fs = std::filesystem;

const char* nameOf(Usage usage) { return usage == Usage::signing ? "signing" : "authentication"; }

// A name next to the target that no other process takes at the same time.
fs::path besides(const fs::path& target) {
  std::random_device random;
  std::ostringstream name;
  name << '.' << target.filename().string() << '.' << std::hex << random() << random();
  return target.parent_path() / name.str();
}

enum class Access { everybody, ownerOnly };

// Through a temporary file and a rename: readers see the old content or the new one.
void writeFile(const fs::path& target, const std::string& content, Access access) {
  fs::create_directories(target.parent_path());
  const fs::path temporary = besides(target);
  std::ofstream file(temporary, std::ios::binary);
  if (access == Access::ownerOnly) {
    fs::permissions(temporary, fs::perms::owner_read | fs::perms::owner_write);
  }
  file << content;
  file.close();
  if (!file) {
    fs::remove(temporary);
    throw std::runtime_error("cannot write " + target.string());
  }
  fs::rename(temporary, target);
}

std::string readFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  if (!file) {
    throw std::runtime_error("cannot read " + path.string());
  }
  return content.str();
}

BioHandle bioOf(const std::string& text) {
  return BioHandle(require(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), "memory"));
}

std::string keyPem(const PrivateKey& key) {
  const BioHandle memory(require(BIO_new(BIO_s_mem()), "memory"));
  requireOne(
      PEM_write_bio_PrivateKey(memory.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr),
      "private key");
  char* data = nullptr;
  const auto length = BIO_get_mem_data(memory.get(), &data);
  return {data, static_cast<std::size_t>(length)};
}

PrivateKey readKey(const fs::path& path) {
  const std::string text = readFile(path);
  EVP_PKEY* key = PEM_read_bio_PrivateKey(bioOf(text).get(), nullptr, nullptr, nullptr);
  if (key == nullptr) {
    throw std::runtime_error(path.string() + " is no private key");
  }
  return {key, EVP_PKEY_free};
}

std::chrono::sys_seconds timeOf(const ASN1_TIME* time) {
  const TimeHandle epoch(require(ASN1_TIME_set(nullptr, 0), "time"));
  int days = 0;
  int seconds = 0;
  requireOne(ASN1_TIME_diff(&days, &seconds, epoch.get(), time), "time");
  return std::chrono::sys_seconds(std::chrono::days(days) + std::chrono::seconds(seconds));
}

void readRevocations(CertificateAuthority& authority, const fs::path& path) {
  const std::string text = readFile(path);
  const CrlHandle crl(PEM_read_bio_X509_CRL(bioOf(text).get(), nullptr, nullptr, nullptr));
  if (!crl) {
    throw std::runtime_error(path.string() + " is no revocation list");
  }
  STACK_OF(X509_REVOKED)* entries = X509_CRL_get_REVOKED(crl.get());
  for (int i = 0; i < sk_X509_REVOKED_num(entries); ++i) {
    const X509_REVOKED* entry = sk_X509_REVOKED_value(entries, i);
    authority.revocations.push_back({serialHexOf(X509_REVOKED_get0_serialNumber(entry)),
                                     timeOf(X509_REVOKED_get0_revocationDate(entry))});
  }
  const IntegerHandle number(static_cast<ASN1_INTEGER*>(
      X509_CRL_get_ext_d2i(crl.get(), NID_crl_number, nullptr, nullptr)));
  requireOne(number && ASN1_INTEGER_get_int64(&authority.crlNumber, number.get()), "CRL number");
}

fs::path caPath(const fs::path& folder, Usage usage) {
  return folder / "trust" / nameOf(usage) / "ca.pem";
}
fs::path crlPath(const fs::path& folder, Usage usage) {
  return folder / "trust" / "crl" / (std::string(nameOf(usage)) + ".pem");
}
fs::path keyPath(const fs::path& folder, Usage usage) {
  return folder / "keys" / (std::string(nameOf(usage)) + "-ca.pem");
}

void writeCrls(CardPki& pki, const fs::path& folder) {
  for (CertificateAuthority* authority : {&pki.signing, &pki.authentication}) {
    writeFile(crlPath(folder, authority->usage), makeCrl(*authority), Access::everybody);
  }
}

CertificateAuthority loadAuthority(const fs::path& folder, Usage usage) {
  CertificateAuthority authority;
  authority.usage = usage;
  authority.key = readKey(keyPath(folder, usage));
  const std::string pem = readFile(caPath(folder, usage));
  X509* certificate = PEM_read_bio_X509(bioOf(pem).get(), nullptr, nullptr, nullptr);
  if (certificate == nullptr) {
    throw std::runtime_error(caPath(folder, usage).string() + " is no certificate");
  }
  authority.certificate = {certificate, X509_free};
  readRevocations(authority, crlPath(folder, usage));
  return authority;
}

// Prepares a folder under another name and moves it into place. False where somebody was faster;
// what was prepared is then gone.
template <typename Fill>
bool moveIntoPlace(const fs::path& target, Fill fill) {
  const fs::path prepared = besides(target);
  fs::create_directories(prepared);
  try {
    fs::permissions(prepared, fs::perms::owner_all);
    fill(prepared);
    std::error_code failure;
    // In the way of a rename on Windows, not on Linux. What is not empty stays.
    if (fs::is_directory(target, failure)) {
      fs::remove(target, failure);
    }
    fs::rename(prepared, target, failure);
    if (!failure) {
      return true;
    }
    fs::remove_all(prepared);
    if (fs::exists(target)) {
      return false;
    }
    throw fs::filesystem_error("cannot make", target, failure);
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(prepared, ignored);
    throw;
  }
}

void writeCard(const fs::path& folder, const CardContents& contents) {
  const auto write = [&](Usage usage, const std::vector<std::uint8_t>& der, const PrivateKey& key) {
    if (der.empty()) {
      return;
    }
    const std::string name = nameOf(usage);
    writeFile(folder / (name + ".der"), {der.begin(), der.end()}, Access::everybody);
    writeFile(folder / (name + "-key.pem"), keyPem(key), Access::ownerOnly);
  };
  write(Usage::signing, contents.signingCertificate, contents.signingKey);
  write(Usage::authentication, contents.authenticationCertificate, contents.authenticationKey);
}

std::vector<std::uint8_t> readBytes(const fs::path& path) {
  const std::string content = readFile(path);
  return {content.begin(), content.end()};
}

}  // namespace

void writePki(CardPki& pki, const fs::path& folder) {
  for (const CertificateAuthority* authority : {&pki.signing, &pki.authentication}) {
    writeFile(caPath(folder, authority->usage), certificatePem(*authority), Access::everybody);
    writeFile(keyPath(folder, authority->usage), keyPem(authority->key), Access::ownerOnly);
  }
  writeCrls(pki, folder);
}

CardPki loadPki(const fs::path& folder) {
  return {loadAuthority(folder, Usage::signing), loadAuthority(folder, Usage::authentication)};
}

CardPki openPki(const fs::path& place) {
  const fs::path folder = fs::absolute(place).lexically_normal();
  if (!fs::exists(folder / "keys")) {
    if (fs::exists(folder) && !fs::is_empty(folder)) {
      throw std::runtime_error(folder.string() + " is neither empty nor a PKI folder");
    }
    CardPki pki = makePki();
    if (moveIntoPlace(folder, [&](const fs::path& fresh) { writePki(pki, fresh); })) {
      return pki;
    }
  }
  CardPki pki = loadPki(folder);
  writeCrls(pki, folder);
  return pki;
}

CardContents cardOf(const fs::path& folder, const CardPki& pki, const Person& person) {
  const fs::path place = folder / "persons" / person.id;
  if (!fs::exists(place)) {
    CardContents contents = issueCard(pki, person);
    if (moveIntoPlace(place, [&](const fs::path& fresh) { writeCard(fresh, contents); })) {
      return contents;
    }
  }
  CardContents contents;
  if (person.hasSigningCertificate) {
    contents.signingCertificate = readBytes(place / "signing.der");
    contents.signingKey = readKey(place / "signing-key.pem");
  }
  contents.authenticationCertificate = readBytes(place / "authentication.der");
  contents.authenticationKey = readKey(place / "authentication-key.pem");
  putCommonContents(contents, pki, person);
  return contents;
}

std::shared_ptr<SimulatedCard> openCard(const fs::path& folder, std::string_view personId,
                                        Behaviour behaviour) {
  const Person* person = findPerson(personId);
  if (person == nullptr) {
    throw std::invalid_argument("no such person: " + std::string(personId));
  }
  const CardPki pki = openPki(folder);
  return std::make_shared<SimulatedCard>(cardOf(folder, pki, *person), behaviour);
}

}  // namespace madoguchi::simulated
