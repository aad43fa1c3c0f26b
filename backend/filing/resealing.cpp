#include "backend/filing/resealing.h"

#include <array>
#include <chrono>
#include <optional>

#include "backend/core/config.h"
#include "backend/files/file_store.h"
#include "backend/filing/application_store.h"
#include "backend/filing/attachment_store.h"
#include "backend/filing/draft_store.h"
#include "backend/filing/error_report_store.h"
#include "backend/filing/sealed_column.h"
#include "backend/storage/isolation.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

constexpr std::chrono::seconds kBatchTime{60};
constexpr int kRowsAtOnce = 100;
/// Each is up to a megabyte, and none of them is in a transaction.
constexpr int kPiecesAtOnce = 20;

/// Where a sealed text stands, and to what it is sealed.
struct SealedPlace {
  std::string_view kind;
  std::string table;
  std::string id;
  std::string number;  ///< tells rows of one id apart; empty: there is one
  std::string key;
  std::string content;
  std::string (*about)(std::string_view id, int number);
};

const std::array<SealedPlace, 5>& sealedPlaces() {
  static const std::array<SealedPlace, 5> kPlaces = {
      {{"drafts", "drafts", "id", "", "key_id", "content",
        [](std::string_view id, int) { return draftPlace(id); }},
       {"applications", "applications", "id", "", "key_id", "content",
        [](std::string_view id, int) { return applicationPlace(id); }},
       {"names", "applications", "id", "", "applicant_key_id", "applicant",
        [](std::string_view id, int) { return applicantPlace(id); }},
       {"attachments", "attachments", "id", "", "key_id", "name",
        [](std::string_view id, int) { return attachmentPlace(id); }},
       {"errorReports", "error_reports", "application_id", "report", "key_id", "content",
        errorReportPlace}}};
  return kPlaces;
}

/// The last row that was looked at.
struct Behind {
  std::string id = {};
  int number = 0;
};

struct SealedRow {
  std::string id;
  int number = 0;
  std::string keyId;
  std::string content;
};

/// In the order of their primary key; what the current key has sealed comes without its content.
std::vector<SealedRow> rowsBehind(soci::session& sql, const SealedPlace& place,
                                  const Behind& behind, const std::string& current) {
  const std::string start = "SELECT " + place.id + ", " + place.key + ", CASE WHEN " + place.key +
                            " = :current THEN '' ELSE " + place.content + " END";
  const int most = kRowsAtOnce;
  const auto read = [&](const soci::rowset<soci::row>& found) {
    std::vector<SealedRow> rows;
    for (const soci::row& row : found) {
      rows.push_back({.id = row.get<std::string>(0),
                      .number = place.number.empty() ? 0 : row.get<int>(3),
                      .keyId = row.get<std::string>(1, ""),
                      .content = row.get<std::string>(2, "")});
    }
    return rows;
  };
  return place.number.empty()
             ? read((sql.prepare << start + " FROM " + place.table + " WHERE " + place.id +
                                        " > :behind ORDER BY " + place.id + " LIMIT :most",
                     soci::use(current), soci::use(behind.id), soci::use(most)))
             : read((sql.prepare << start + ", " + place.number + " FROM " + place.table +
                                        " WHERE (" + place.id + ", " + place.number +
                                        ") > (:behind, :number) ORDER BY " + place.id + ", " +
                                        place.number + " LIMIT :most",
                     soci::use(current), soci::use(behind.id), soci::use(behind.number),
                     soci::use(most)));
}

void replace(soci::session& sql, const SealedPlace& place, const SealedRow& row,
             const Sealed& sealed) {
  const std::string content = toColumn(sealed);
  const std::string start = "UPDATE " + place.table + " SET " + place.key + " = :key, " +
                            place.content + " = :content WHERE " + place.id + " = :id";
  if (place.number.empty()) {
    sql << start, soci::use(sealed.keyId), soci::use(content), soci::use(row.id);
  } else {
    sql << start + " AND " + place.number + " = :number", soci::use(sealed.keyId),
        soci::use(content), soci::use(row.id), soci::use(row.number);
  }
}

std::optional<std::string> openOrNote(const DataKeys& keys, const SealedRow& row,
                                      const std::string& about, std::vector<std::string>& damaged) {
  try {
    return keys.open(fromColumn(row.keyId, row.content), about);
  } catch (const DamagedSeal& fault) {
    damaged.push_back(about + ": " + fault.what());
    return std::nullopt;
  }
}

/// The next rows; `behind` is the last of them then. False where there are no more.
bool resealRows(Storage& storage, const DataKeys& keys, const SealedPlace& place, Behind& behind,
                Resealed& done) {
  struct Batch {
    Behind last;
    int looked = 0;
    int sealed = 0;
    std::vector<std::string> damaged = {};
  };
  const Batch batch = storage.write(deadlineIn(kBatchTime), [&](Transaction& transaction) {
    mindOwnRowsOnly(transaction);
    Batch found{.last = behind};
    for (const SealedRow& row :
         rowsBehind(transaction.session(), place, behind, keys.currentId())) {
      found.last = {row.id, row.number};
      ++found.looked;
      if (row.content.empty() || row.keyId == keys.currentId()) {
        continue;
      }
      const std::string about = place.about(row.id, row.number);
      if (const auto plain = openOrNote(keys, row, about, found.damaged)) {
        replace(transaction.session(), place, row, keys.seal(*plain, about));
        ++found.sealed;
      }
    }
    return found;
  });
  behind = batch.last;
  done.looked += batch.looked;
  done.sealed += batch.sealed;
  done.damaged.insert(done.damaged.end(), batch.damaged.begin(), batch.damaged.end());
  return batch.looked == kRowsAtOnce;
}

std::vector<PieceRow> piecesBehind(Transaction& transaction, const std::string& behind) {
  const int most = kPiecesAtOnce;
  const soci::rowset<soci::row> rows =
      (transaction.session().prepare << "SELECT name, stored, key_id FROM attachment_pieces"
                                        " WHERE name > :behind ORDER BY name LIMIT :most",
       soci::use(behind), soci::use(most));
  std::vector<PieceRow> pieces;
  for (const soci::row& row : rows) {
    pieces.push_back({.name = row.get<std::string>(0),
                      .stored = static_cast<std::uint64_t>(row.get<long long>(1)),
                      .keyId = row.get<std::string>(2, "")});
  }
  return pieces;
}

/// False where it has gone meanwhile.
bool putInPlaceOf(Transaction& transaction, const std::string& name, const PieceRow& fresh) {
  const auto stored = static_cast<long long>(fresh.stored);
  soci::statement statement =
      (transaction.session().prepare << "UPDATE attachment_pieces SET name = :name,"
                                        " stored = :stored, key_id = :key WHERE name = :before",
       soci::use(fresh.name), soci::use(stored), soci::use(fresh.keyId), soci::use(name));
  statement.execute(true);
  return statement.get_affected_rows() == 1;
}

/// A piece is written under another name before the database names that, and the one before goes
/// after it: whoever is killed between leaves one that nothing names, which is swept.
void resealPiece(Storage& storage, FileStore& files, const PieceRow& piece) {
  const PieceRow fresh = [&] {
    auto [name, kept] = files.putAnew(piece.name, piece.stored);
    return PieceRow{.name = std::move(name), .stored = kept.stored, .keyId = std::move(kept.keyId)};
  }();
  const bool took = storage.write(deadlineIn(kBatchTime), [&](Transaction& transaction) {
    mindOwnRowsOnly(transaction);
    return putInPlaceOf(transaction, piece.name, fresh);
  });
  files.remove({took ? piece.name : fresh.name});
}

/// One that is lost is passed over; where none can be read, folder or store are away.
void noteLost(const PieceRow& piece, const LoggableError& fault, int lost, Resealed& done) {
  constexpr int kMostBehindEachOther = 10;
  if (lost == kMostBehindEachOther) {
    throw FileError(fault.what());
  }
  done.damaged.push_back("file " + piece.name + ": " + fault.what());
}

Resealed resealPieces(Storage& storage, FileStore* files,
                      const std::function<void(const Resealed&)>& tell) {
  Resealed done{.kind = "pieces"};
  int lost = 0;  // behind each other
  for (std::string behind;;) {
    const auto pieces = storage.read(deadlineIn(kBatchTime), [&](Transaction& transaction) {
      return piecesBehind(transaction, behind);
    });
    if (!pieces.empty() && files == nullptr) {
      throw ConfigError("neither --config nor --files says where the files rest");
    }
    for (const PieceRow& piece : pieces) {
      behind = piece.name;
      ++done.looked;
      if (piece.keyId == files->currentKey()) {
        continue;
      }
      try {
        resealPiece(storage, *files, piece);
        ++done.sealed;
        lost = 0;
      } catch (const FileError& fault) {
        noteLost(piece, fault, ++lost, done);
      } catch (const DamagedSeal& fault) {
        noteLost(piece, fault, ++lost, done);
      }
    }
    tell(done);
    if (pieces.size() < kPiecesAtOnce) {
      return done;
    }
  }
}

void countInto(std::vector<SealedRows>& counted, Transaction& transaction, std::string_view kind,
               const std::string& key, const std::string& table) {
  std::string value;
  auto indicator = soci::i_ok;
  long long count = 0;  // of another type in each database, unless it is named
  soci::statement statement =
      (transaction.session().prepare
           << "SELECT " + key + ", COUNT(*) FROM " + table + " GROUP BY " + key,
       soci::into(value, indicator), soci::into(count));
  statement.execute();
  while (statement.fetch()) {
    counted.push_back({.kind = std::string(kind),
                       .keyId = indicator == soci::i_ok ? value : std::string(),
                       .rows = count});
  }
}

}  // namespace

std::vector<SealedRows> sealedRows(Transaction& transaction) {
  std::vector<SealedRows> counted;
  for (const SealedPlace& place : sealedPlaces()) {
    countInto(counted, transaction, place.kind, place.key, place.table);
  }
  // A name that is not there by itself is not sealed by itself.
  std::erase_if(counted, [](const SealedRows& rows) { return rows.keyId.empty(); });
  countInto(counted, transaction, "pieces", "key_id", "attachment_pieces");
  return counted;
}

std::vector<Resealed> reseal(Storage& storage, const DataKeys& keys, FileStore* files,
                             const std::function<void(const Resealed&)>& tell) {
  std::vector<Resealed> all;
  for (const SealedPlace& place : sealedPlaces()) {
    Resealed& done = all.emplace_back(Resealed{.kind = place.kind});
    Behind behind;
    while (resealRows(storage, keys, place, behind, done)) {
      tell(done);
    }
    tell(done);
  }
  all.push_back(resealPieces(storage, files, tell));
  return all;
}

}  // namespace madoguchi::backend
