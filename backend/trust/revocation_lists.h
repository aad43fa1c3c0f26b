#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "backend/core/encoding.h"
#include "backend/trust/delta_lists.h"
#include "backend/trust/trust_files.h"
#include "cardreader/certificate/openssl_handles.h"

namespace madoguchi::backend {

class StructuredLog;

/// A revocation list, and which of its CA's certificates it is about.
struct RevocationList {
  certificate::CrlHandle list;
  /// The names of its distribution point (RFC 5280 section 5.2.5), each as bytes that are the same
  /// for the same name; empty where it may be about every certificate.
  std::vector<std::string> points;
};

/// The lists of one CA. The real one has one for each municipality, about 1,900, and one of them
/// says something about a certificate.
class ListsOfAuthority {
 public:
  void add(const RevocationList& list);
  /// All that may be about the certificate, without the deltas. Whether they are is for the
  /// verification to say.
  [[nodiscard]] std::vector<X509_CRL*> about(const X509* certificate) const;
  /// What has changed since.
  [[nodiscard]] DeltaWord sinceThen(X509* certificate, Seconds time) const;
  /// When the first of them ends; of those about the same certificates the last one counts. Empty
  /// where there is none. Deltas stand in for nothing, and do not count.
  [[nodiscard]] std::optional<Seconds> end() const;

 private:
  using Lists = std::vector<X509_CRL*>;
  struct Points {
    Lists all = {};
    Lists whole = {};
    std::map<std::string, Lists, std::less<>> parts = {};
    [[nodiscard]] Lists about(const std::optional<std::vector<std::string>>& points) const;
  };
  std::vector<certificate::CrlHandle> m_owned;
  Points m_bases;
  Points m_deltas;
};

/// The files with revocation lists, each read when it has changed. Not thread-safe.
class RevocationFiles {
 public:
  /// What cannot be read is logged and passed over.
  void read(const std::vector<FileState>& files, StructuredLog& log);
  /// Those that `authority` signed and that say until when they are good.
  ListsOfAuthority of(X509* authority);

 private:
  struct File {
    FileRead read;
    std::vector<RevocationList> lists;
    /// By the fingerprint of an authority: for each list, whether it is that authority's.
    std::map<std::string, std::vector<bool>, std::less<>> verified;
  };
  std::map<std::filesystem::path, File> m_files;
};

}  // namespace madoguchi::backend
