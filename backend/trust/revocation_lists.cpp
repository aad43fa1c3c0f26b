#include "backend/trust/revocation_lists.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <utility>

#include "backend/core/structured_log.h"

namespace madoguchi::backend {
namespace {

using certificate::CrlHandle;
using certificate::OpensslFree;

using PointsHandle = std::unique_ptr<CRL_DIST_POINTS, OpensslFree<CRL_DIST_POINTS_free>>;
using PartHandle = std::unique_ptr<ISSUING_DIST_POINT, OpensslFree<ISSUING_DIST_POINT_free>>;

/// Two names that the verification takes for the same have the same bytes here; the other way
/// round does not matter.
std::string bytesOf(GENERAL_NAME* name) {
  if (name->type == GEN_DIRNAME) {
    // Of its canonical form: blanks and the case of letters make no difference there.
    int done = 0;
    const unsigned long hash = X509_NAME_hash_ex(name->d.directoryName, nullptr, nullptr, &done);
    if (done != 1) {
      throw std::runtime_error("the name of a distribution point cannot be hashed");
    }
    return std::to_string(hash);
  }
  unsigned char* der = nullptr;
  const int length = i2d_GENERAL_NAME(name, &der);
  const std::unique_ptr<unsigned char, OpensslFree<[](unsigned char* p) { OPENSSL_free(p); }>>
      owner(der);
  return length > 0
             ? std::string(reinterpret_cast<const char*>(der), static_cast<std::size_t>(length))
             : std::string();
}

/// std::nullopt where it names nothing by itself: no name, or one relative to another.
std::optional<std::vector<std::string>> namesOf(const DIST_POINT_NAME* point) {
  constexpr int kFullName = 0;
  if (point == nullptr || point->type != kFullName) {
    return std::nullopt;
  }
  const int count = sk_GENERAL_NAME_num(point->name.fullname);
  std::vector<std::string> names;
  names.reserve(static_cast<std::size_t>(std::max(count, 0)));
  for (int i = 0; i < count; ++i) {
    names.push_back(bytesOf(sk_GENERAL_NAME_value(point->name.fullname, i)));
  }
  return names;
}

/// Where the certificate says its lists are; std::nullopt where any list may be meant.
std::optional<std::vector<std::string>> pointsOf(const X509* certificate) {
  const PointsHandle points(static_cast<CRL_DIST_POINTS*>(
      X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
  std::vector<std::string> all;
  for (int i = 0; points && i < sk_DIST_POINT_num(points.get()); ++i) {
    const auto names = namesOf(sk_DIST_POINT_value(points.get(), i)->distpoint);
    if (!names) {
      return std::nullopt;
    }
    all.insert(all.end(), names->begin(), names->end());
  }
  return all;
}

std::vector<RevocationList> readLists(const std::filesystem::path& path) {
  std::vector<RevocationList> lists;
  for (CrlHandle& list : readAll<CrlHandle, PEM_read_bio_X509_CRL, d2i_X509_CRL_bio>(path)) {
    const PartHandle part(static_cast<ISSUING_DIST_POINT*>(
        X509_CRL_get_ext_d2i(list.get(), NID_issuing_distribution_point, nullptr, nullptr)));
    auto points = part ? namesOf(part->distpoint) : std::nullopt;
    lists.push_back({std::move(list), std::move(points).value_or(std::vector<std::string>())});
  }
  return lists;
}

/// A list without a next update would be fresh for ever: such a list says nothing.
bool belongsTo(X509* authority, X509_CRL* list) {
  return X509_CRL_get0_nextUpdate(list) != nullptr &&
         X509_NAME_cmp(X509_CRL_get_issuer(list), X509_get_subject_name(authority)) == 0 &&
         X509_CRL_verify(list, X509_get0_pubkey(authority)) == 1;
}

std::string fingerprintOf(const X509* certificate) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  if (X509_digest(certificate, EVP_sha256(), digest.data(), &length) != 1) {
    throw std::runtime_error("a CA certificate has no fingerprint");
  }
  return {reinterpret_cast<const char*>(digest.data()), length};
}

}  // namespace

void ListsOfAuthority::add(const RevocationList& list) {
  if (X509_CRL_up_ref(list.list.get()) != 1) {
    throw std::runtime_error("a revocation list cannot be shared");
  }
  X509_CRL* shared = m_owned.emplace_back(list.list.get()).get();
  Points& those = isDelta(shared) ? m_deltas : m_bases;
  those.all.push_back(shared);
  if (list.points.empty()) {
    those.whole.push_back(shared);
  }
  for (const std::string& point : list.points) {
    those.parts[point].push_back(shared);
  }
}

ListsOfAuthority::Lists ListsOfAuthority::Points::about(
    const std::optional<std::vector<std::string>>& points) const {
  if (!points) {
    return all;
  }
  Lists lists = whole;
  for (const std::string& point : *points) {
    if (const auto part = parts.find(point); part != parts.end()) {
      lists.insert(lists.end(), part->second.begin(), part->second.end());
    }
  }
  return lists;
}

std::vector<X509_CRL*> ListsOfAuthority::about(const X509* certificate) const {
  return m_bases.about(pointsOf(certificate));
}

DeltaWord ListsOfAuthority::sinceThen(X509* certificate, Seconds time) const {
  if (m_deltas.all.empty()) {
    return DeltaWord::nothing;
  }
  const auto points = pointsOf(certificate);
  return wordOf(m_deltas.about(points), m_bases.about(points), certificate, time);
}

std::optional<Seconds> ListsOfAuthority::end() const {
  std::optional<Seconds> first;
  const auto consider = [&first](const std::vector<X509_CRL*>& lists) {
    std::optional<Seconds> last;
    for (const X509_CRL* list : lists) {
      std::tm parts{};
      if (ASN1_TIME_to_tm(X509_CRL_get0_nextUpdate(list), &parts) == 1) {
        last = std::max(last, std::optional(Seconds(std::chrono::seconds(timegm(&parts)))));
      }
    }
    if (last && (!first || *last < *first)) {
      first = last;
    }
  };
  consider(m_bases.whole);
  for (const auto& [point, lists] : m_bases.parts) {
    consider(lists);
  }
  return first;
}

void RevocationFiles::read(const std::vector<FileState>& files, StructuredLog& log) {
  std::map<std::filesystem::path, File> fresh;
  for (const FileState& state : files) {
    if (auto known = m_files.extract(state.path); known && known.mapped().read.isStill(state)) {
      fresh.insert(std::move(known));
      continue;
    }
    const auto at = std::filesystem::file_time_type::clock::now();
    File file{{state, at}, readLists(state.path), {}};
    if (file.lists.empty()) {
      log.error("unreadableRevocationList", {{"file", state.path.filename().string()}});
    }
    fresh.emplace(state.path, std::move(file));
  }
  m_files = std::move(fresh);
}

ListsOfAuthority RevocationFiles::of(X509* authority) {
  ListsOfAuthority found;
  const std::string fingerprint = fingerprintOf(authority);
  for (auto& [path, file] : m_files) {
    const auto [verified, isNew] = file.verified.try_emplace(fingerprint);
    for (std::size_t i = 0; i < file.lists.size(); ++i) {
      if (isNew) {
        verified->second.push_back(belongsTo(authority, file.lists[i].list.get()));
      }
      if (verified->second[i]) {
        found.add(file.lists[i]);
      }
    }
  }
  return found;
}

}  // namespace madoguchi::backend
