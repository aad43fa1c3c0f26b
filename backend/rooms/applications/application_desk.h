#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "backend/core/data_keys.h"
#include "backend/filing/application_content.h"
#include "backend/filing/application_store.h"
#include "backend/filing/error_reports.h"
#include "backend/storage/storage.h"
#include "protocol/refusal.h"

namespace madoguchi::backend {

/// An application as its owner sees it.
struct OwnApplication {
  ApplicationRow row;
  ApplicationContent content;
  std::vector<ApplicationStep> steps = {};
  std::vector<ErrorReport> reports = {};
};

/// In a list of applications.
struct ListedApplication {
  ApplicationRow row;  ///< its content may be left out
  std::string applicant;
};
struct ApplicationPage {
  std::vector<ListedApplication> applications;
  std::string next;  ///< where the next page begins; empty where there is none
};

/// As many as a page of the list has at most.
constexpr int kLongestPage = 50;

/// What people do with applications after they were filed. Knows no HTTP and no SQL. Thread-safe.
/// What is asked of the database is given up at the deadline; see Storage. What is not there, and
/// what is somebody else's, are one: notFound.
class ApplicationDesk {
 public:
  using Clock = std::function<Seconds()>;
  using Outcome = std::variant<OwnApplication, protocol::Refusal>;

  /// Both outlive it.
  ApplicationDesk(Storage& storage, const DataKeys& keys, Clock clock = now);

  /// Newest first: a page of at most `most`, from `before` on, which is empty or the `next` of a
  /// page; else malformed. What is filed meanwhile shifts nothing.
  std::variant<ApplicationPage, protocol::Refusal> list(const std::string& accountId,
                                                        std::string_view before, int most,
                                                        Deadline deadline);
  Outcome find(const std::string& accountId, const std::string& id, Deadline deadline);
  /// tooLate once it is decided; whoever has withdrawn it has.
  Outcome withdraw(const std::string& accountId, const std::string& id, Deadline deadline);
  /// "post" or "counter"; tooLate once more is asked or it is decided, formInvalid where only the
  /// counter is possible.
  Outcome changeReceipt(const std::string& accountId, const std::string& id,
                        const std::string& receipt, Deadline deadline);
  /// The documents that were wanted are there: at least one file that was not before. tooLate where
  /// none are wanted, or not any more; whoever has handed them in has.
  Outcome takeDocuments(const std::string& accountId, const std::string& id, Deadline deadline);
  /// Something in it is wrong, as its owner says in a text (see reportError()): formInvalid where
  /// it is no such text or one too many, idempotencyConflict, tooLate.
  Outcome report(const std::string& accountId, const std::string& id, std::string text,
                 std::string_view attempt, Deadline deadline);
  /// Since when documents are wanted of it, which takesFiles().
  [[nodiscard]] static Seconds documentsWantedSince(Transaction& transaction,
                                                    const std::string& id);
  /// Whether files may be added to it now.
  bool takesFiles(Transaction& transaction, const std::string& accountId,
                  const std::string& id) const;
  /// A new draft with what the application said, but for what belonged to that filing alone; gives
  /// its id. The same attempt again gets the draft that it has made. Refuses with draftsTooMany.
  std::variant<std::string, protocol::Refusal> copyAsDraft(const std::string& accountId,
                                                           const std::string& id,
                                                           std::string_view attempt,
                                                           Deadline deadline);

 private:
  static bool wereHandedIn(Transaction& transaction, const ApplicationRow& row);
  [[nodiscard]] OwnApplication opened(Transaction& transaction, ApplicationRow row) const;
  [[nodiscard]] std::string applicantOf(const ApplicationRow& row) const;
  Outcome change(const std::string& accountId, const std::string& id, Deadline deadline,
                 const std::function<std::optional<protocol::Refusal>(Transaction&, ApplicationRow&,
                                                                      Seconds)>& work);

  Storage& m_storage;
  const DataKeys& m_keys;
  Clock m_clock;
};

}  // namespace madoguchi::backend
