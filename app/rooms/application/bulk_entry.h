#pragma once

#include <QObject>
#include <QString>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/core/failure_code.h"
#include "app/core/pending.h"
#include "app/form/form_model.h"
#include "app/rooms/application/drafts_api.h"
#include "app/rooms/application/new_application.h"
#include "forms/bulk/bulk_table.h"

class QTimer;

namespace madoguchi::app {

struct FileRead;
class Server;

/// What is wrong in an applicant's row.
struct BulkFinding {
  std::optional<std::size_t> column = {};  ///< of the table, from 0; none where it has no such
  forms::FieldPath path = {};
  forms::CellFault fault = forms::CellFault::none;  ///< of the cell by itself
  ShownError error = {};                            ///< otherwise
};

/// What a row answers although the form does not ask for it, as another answer of the row is "no".
struct BulkUnused {
  forms::FieldPath refusal = {};          ///< that is "no"
  std::vector<std::size_t> columns = {};  ///< of the table, from 0, in order
};

/// Who stands in a row of the table.
struct BulkApplicant {
  enum class State : std::uint8_t {
    good,      ///< becomes a draft
    wrong,     ///< see findings
    notFiled,  ///< cannot be filed online, at least not today: see prospect
    kept,      ///< is a draft by now
  };
  std::size_t number = 0;  ///< of the row, as the spreadsheet counts it
  State state = State::good;
  bool isThere = false;  ///< somebody of that name has a draft, an application or an earlier row
  /// Columns of cells that got back what the spreadsheet had thrown away.
  std::vector<std::size_t> zeros = {};
  std::size_t toFill = 0;  ///< answers that the form will still ask for, photo and consent too
  std::vector<BulkFinding> findings = {};
  std::vector<BulkUnused> unused = {};  ///< stops nothing
  Prospect prospect = {};
  std::unique_ptr<FormModel> form = {};  ///< the answers, judged
  Draft draft = {};                      ///< as it is sent
  std::string key = {};                  ///< under which, the same for the same answers

  [[nodiscard]] QString name() const { return form->value(forms::topField("name")); }
};

/// Many applications from a table: read, judged row by row as the form and its prospect would, and
/// the good ones kept as drafts of the account, one after the other. What is not good stays in the
/// table, to be mended there.
class BulkEntry : public QObject {
  Q_OBJECT
 public:
  /// Only they have clients (seed 004).
  static constexpr auto kUserClass = "attorneyOrScrivener";
  /// The service lets an address ask about twice a second (rate-limit).
  static constexpr std::chrono::milliseconds kPause{600};

  /// `server` outlives it. `registered` is the account, `there` the drafts that it has,
  /// and what of it was filed and is not decided.
  BulkEntry(Server& server, forms::Values registered, std::vector<DraftLine> there,
            std::chrono::milliseconds pause = kPause, QObject* parent = nullptr);
  ~BulkEntry() override;

  /// In place of what was read before.
  void read(const QString& file);
  [[nodiscard]] bool isReading() const { return m_isReading; }
  /// The file could not be read to its end.
  [[nodiscard]] bool isUnreadable() const { return m_isUnreadable; }
  /// Has a fault, or rows.
  [[nodiscard]] const forms::BulkTable& table() const { return m_table; }
  [[nodiscard]] const std::vector<BulkApplicant>& applicants() const { return m_applicants; }
  [[nodiscard]] std::size_t count(BulkApplicant::State state) const;
  /// Good ones, by BulkApplicant::isThere.
  [[nodiscard]] std::size_t countGood(bool areThere) const;

  /// Makes drafts of all who are good; where not `alsoThere`, without those who are there.
  void keep(bool alsoThere);
  /// With those who are left, after a failure.
  void goOn();
  [[nodiscard]] bool isKeeping() const { return m_isKeeping; }
  /// How many the last keep() wanted, and how many of them are kept.
  [[nodiscard]] std::size_t wanted() const { return m_wanted; }
  [[nodiscard]] std::size_t keptOfWanted() const { return m_wanted - m_queue.size(); }
  /// Why it has stopped. The same answers become one draft, however often they are sent.
  [[nodiscard]] FailureCode failure() const { return m_failure; }

  /// Nothing is sent meanwhile.
  void rest();
  void resume();
  /// Forgets what was read.
  void wipe();

 signals:
  void changed();

 private:
  void readAgain();
  void take(const FileRead& file);
  [[nodiscard]] BulkApplicant judged(const forms::BulkRow& row) const;
  [[nodiscard]] bool isThere(const BulkApplicant& applicant) const;
  void keepNext();
  void onKept(const DraftAnswer& answer);

  Server& m_server;
  const forms::Values m_registered;
  std::vector<DraftLine> m_there;  ///< with those that were kept here
  QString m_file;                  ///< that is read
  forms::BulkTable m_table;
  std::vector<BulkApplicant> m_applicants;
  bool m_isReading = false;
  bool m_isUnreadable = false;
  bool m_isKeeping = false;
  FailureCode m_failure = FailureCode::none;
  std::vector<std::size_t> m_queue;  ///< of m_applicants, the next one last
  std::size_t m_wanted = 0;
  QTimer* m_pause;
  Pending m_asking;
};

}  // namespace madoguchi::app
