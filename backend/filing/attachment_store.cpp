#include "backend/filing/attachment_store.h"

#include "backend/filing/sealed_column.h"
#include "backend/storage/columns.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

const std::string kAttachmentColumns =
    "SELECT id, account_id, owner_id, kind, digest, bytes, received, whole, key_id, name,"
    " created_at, touched_at FROM attachments ";

std::vector<AttachmentRow> attachmentsIn(const soci::rowset<soci::row>& rows) {
  const auto count = [](const soci::row& row, std::size_t column) {
    return static_cast<std::uint64_t>(row.get<long long>(column));
  };
  std::vector<AttachmentRow> found;
  for (const soci::row& row : rows) {
    found.push_back({.id = row.get<std::string>(0),
                     .accountId = row.get<std::string>(1),
                     .ownerId = row.get<std::string>(2),
                     .kind = row.get<std::string>(3),
                     .digest = row.get<std::string>(4),
                     .bytes = count(row, 5),
                     .received = count(row, 6),
                     .isWhole = row.get<int>(7) != 0,
                     .name = fromColumn(row.get<std::string>(8), row.get<std::string>(9)),
                     .createdAt = fromColumn(row.get<long long>(10)),
                     .touchedAt = fromColumn(row.get<long long>(11))});
  }
  return found;
}

}  // namespace

std::string attachmentPlace(std::string_view attachmentId) {
  return "name of file " + std::string(attachmentId);
}

std::vector<AttachmentRow> attachmentsOf(Transaction& transaction, const std::string& accountId,
                                         const std::string& ownerId) {
  return attachmentsIn(
      (transaction.session().prepare << kAttachmentColumns +
                                            "WHERE owner_id = :owner AND account_id = :account"
                                            " ORDER BY created_at, id",
       soci::use(ownerId), soci::use(accountId)));
}

std::optional<AttachmentRow> attachmentOf(Transaction& transaction, const std::string& accountId,
                                          const std::string& ownerId, const std::string& id) {
  auto found = attachmentsIn(
      (transaction.session().prepare << kAttachmentColumns + "WHERE id = :id AND owner_id = :owner"
                                                             " AND account_id = :account",
       soci::use(id), soci::use(ownerId), soci::use(accountId)));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

void addAttachment(Transaction& transaction, const AttachmentRow& attachment) {
  const auto bytes = static_cast<long long>(attachment.bytes);
  const std::string name = toColumn(attachment.name);
  const long long created = toColumn(attachment.createdAt);
  const long long touched = toColumn(attachment.touchedAt);
  transaction.session() << "INSERT INTO attachments (id, account_id, owner_id, kind, digest, bytes,"
                           " received, whole, key_id, name, created_at, touched_at) VALUES"
                           " (:id, :account, :owner, :kind, :digest, :bytes, 0, 0, :key, :name,"
                           " :created, :touched)",
      soci::use(attachment.id), soci::use(attachment.accountId), soci::use(attachment.ownerId),
      soci::use(attachment.kind), soci::use(attachment.digest), soci::use(bytes),
      soci::use(attachment.name.keyId), soci::use(name), soci::use(created), soci::use(touched);
}

bool noteArrival(Transaction& transaction, const AttachmentRow& attachment, std::uint64_t before) {
  const auto received = static_cast<long long>(attachment.received);
  const auto old = static_cast<long long>(before);
  const long long touched = toColumn(attachment.touchedAt);
  soci::statement statement =
      (transaction.session().prepare
           << "UPDATE attachments SET received = :received, touched_at = :touched"
              " WHERE id = :id AND received = :before",
       soci::use(received), soci::use(touched), soci::use(attachment.id), soci::use(old));
  statement.execute(true);
  return statement.get_affected_rows() == 1;
}

void noteWhole(Transaction& transaction, const std::string& id) {
  transaction.session() << "UPDATE attachments SET whole = 1 WHERE id = :id", soci::use(id);
}

void addPiece(Transaction& transaction, const std::string& attachmentId, const PieceRow& piece) {
  const auto begins = static_cast<long long>(piece.begins);
  const auto stored = static_cast<long long>(piece.stored);
  soci::indicator noted = piece.keyId.empty() ? soci::i_null : soci::i_ok;
  transaction.session() << "INSERT INTO attachment_pieces (attachment_id, begins, name, stored,"
                           " key_id) VALUES (:attachment, :begins, :name, :stored, :key)",
      soci::use(attachmentId), soci::use(begins), soci::use(piece.name), soci::use(stored),
      soci::use(piece.keyId, noted);
}

std::vector<PieceRow> piecesOf(Transaction& transaction, const std::string& attachmentId) {
  const soci::rowset<soci::row> rows =
      (transaction.session().prepare << "SELECT begins, name, stored FROM attachment_pieces"
                                        " WHERE attachment_id = :attachment ORDER BY begins",
       soci::use(attachmentId));
  std::vector<PieceRow> pieces;
  for (const soci::row& row : rows) {
    pieces.push_back({.begins = static_cast<std::uint64_t>(row.get<long long>(0)),
                      .name = row.get<std::string>(1),
                      .stored = static_cast<std::uint64_t>(row.get<long long>(2))});
  }
  return pieces;
}

std::optional<std::vector<std::string>> removeAttachment(Transaction& transaction,
                                                         const std::string& accountId,
                                                         const std::string& ownerId,
                                                         const std::string& id) {
  soci::statement statement =
      (transaction.session().prepare << "DELETE FROM attachments WHERE id = :id"
                                        " AND owner_id = :owner AND account_id = :account",
       soci::use(id), soci::use(ownerId), soci::use(accountId));
  statement.execute(true);
  if (statement.get_affected_rows() != 1) {
    return std::nullopt;
  }
  std::vector<std::string> names;
  for (PieceRow& piece : piecesOf(transaction, id)) {
    names.push_back(std::move(piece.name));
  }
  transaction.session() << "DELETE FROM attachment_pieces WHERE attachment_id = :id", soci::use(id);
  return names;
}

std::vector<std::string> removeAttachmentsOf(Transaction& transaction, const std::string& accountId,
                                             const std::string& ownerId) {
  std::vector<std::string> names;
  for (const AttachmentRow& attachment : attachmentsOf(transaction, accountId, ownerId)) {
    const auto pieces = removeAttachment(transaction, accountId, ownerId, attachment.id);
    names.insert(names.end(), pieces->begin(), pieces->end());
  }
  return names;
}

void handOverAttachment(Transaction& transaction, const std::string& id,
                        const std::string& applicationId) {
  transaction.session() << "UPDATE attachments SET owner_id = :application WHERE id = :id",
      soci::use(applicationId), soci::use(id);
}

bool isAsAnnounced(const AttachmentRow& attachment, std::string_view bytes) {
  return bytes.size() == attachment.bytes && sha256Hex(bytes) == attachment.digest;
}

std::vector<AttachmentRow> wholeAttachmentsBehind(Transaction& transaction, const std::string& id,
                                                  int most) {
  return attachmentsIn(
      (transaction.session().prepare
           << kAttachmentColumns + "WHERE id > :behind AND whole = 1 ORDER BY id LIMIT :most",
       soci::use(id), soci::use(most)));
}

bool isPiece(Transaction& transaction, const std::string& name) {
  int count = 0;
  transaction.session() << "SELECT COUNT(*) FROM attachment_pieces WHERE name = :name",
      soci::into(count), soci::use(name);
  return count != 0;
}

}  // namespace madoguchi::backend
