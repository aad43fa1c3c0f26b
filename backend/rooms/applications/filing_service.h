#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "backend/accounts/nonces.h"
#include "backend/core/data_keys.h"
#include "backend/filing/application_store.h"
#include "backend/storage/storage.h"
#include "backend/trust/trust_store.h"
#include "protocol/refusal.h"

namespace madoguchi::backend {

class FileStore;

/// Bytes of a request that files something: a signed application, which is as large again by a
/// third.
constexpr std::size_t kLongestFiling = 192UL * 1024;

/// Decides on a filing: what is checked, and in which order. Knows no HTTP and no SQL. Thread-safe.
/// What is asked of the database is given up at the deadline; see Storage.
class FilingService {
 public:
  using Clock = std::function<Seconds()>;
  struct Parts {
    Storage& storage;
    TrustStore& trust;
    Nonces& nonces;
    const DataKeys& keys;
    FileStore& files;
    std::string origin;  ///< of this service, "https://host[:port]"
  };

  /// All parts outlive it.
  explicit FilingService(Parts parts, Clock clock = now);

  struct Filing {
    std::string accountId;
    std::string draftId;
    std::string_view body;  ///< the JSON of POST /v1/drafts/{id}/application
    std::string attempt;    ///< made for this one time; the same again gets the same answer
  };
  /// Judges the draft once more, by the same form and facts as the client, on the day that it is in
  /// Japan. What is stored is the canonical text of what counts. In this order it refuses with
  /// malformed, sessionMissing, notFound, draftChanged, windowClosed, notYours, formInvalid (with
  /// fileMissing for files that have not arrived), cardNeeded and what is wrong with a signature,
  /// and alreadyFiled.
  std::variant<ApplicationRow, protocol::Refusal> file(const Filing& filing, Deadline deadline);

 private:
  struct Request;
  struct Case;
  std::variant<Case, protocol::Refusal> look(const Filing& filing, const Request& request,
                                             Deadline deadline);
  std::optional<protocol::Refusal> judge(Case& filed, const Request& request) const;
  std::optional<protocol::Refusal> checkSignature(Case& filed, const std::string& signedText,
                                                  Deadline deadline);
  std::variant<ApplicationRow, protocol::Refusal> store(Case& filed, const Filing& filing,
                                                        const Request& request, Deadline deadline);
  bool isDuplicate(Transaction& transaction, const Case& filed, const std::string& accountId) const;

  Parts m_parts;
  Clock m_clock;
};

}  // namespace madoguchi::backend
