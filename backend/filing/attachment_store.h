#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/core/data_keys.h"
#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// Files of drafts and applications in the database; their bytes rest in a FileStore, piece by
// piece. All throw soci::soci_error, which Storage takes. Each is asked for by its owner's account,
// too.

namespace madoguchi::backend {

constexpr std::string_view kPhoto = "photo";        ///< a JPEG picture
constexpr std::string_view kDocument = "document";  ///< a PDF file

struct AttachmentRow {
  std::string id;
  std::string accountId;
  std::string ownerId;  ///< of a draft or an application
  std::string kind;
  std::string digest;          ///< SHA-256, lower-case hexadecimal, as its owner said
  std::uint64_t bytes = 0;     ///< as its owner said
  std::uint64_t received = 0;  ///< so many have arrived
  bool isWhole = false;        ///< it is as its owner said, and was looked at
  Sealed name;                 ///< as its owner calls it
  Seconds createdAt{};
  Seconds touchedAt{};  ///< when it was announced, or something of it came last
};

/// Of a file's bytes, as it came.
struct PieceRow {
  std::uint64_t begins = 0;  ///< behind so many bytes of the file
  std::string name;          ///< under which it rests
  std::uint64_t stored = 0;  ///< see FileStore
  std::string keyId = {};    ///< that has sealed it; empty where that was not noted
};

/// What a file's name is sealed to.
std::string attachmentPlace(std::string_view attachmentId);

/// In the order in which they came.
std::vector<AttachmentRow> attachmentsOf(Transaction& transaction, const std::string& accountId,
                                         const std::string& ownerId);
std::optional<AttachmentRow> attachmentOf(Transaction& transaction, const std::string& accountId,
                                          const std::string& ownerId, const std::string& id);
void addAttachment(Transaction& transaction, const AttachmentRow& attachment);
/// Takes `received` and `touchedAt` of `attachment`. False, and nothing done, where another number
/// of bytes had arrived than `before`. Nobody else changes the row until the transaction ends.
bool noteArrival(Transaction& transaction, const AttachmentRow& attachment, std::uint64_t before);
void noteWhole(Transaction& transaction, const std::string& id);
void addPiece(Transaction& transaction, const std::string& attachmentId, const PieceRow& piece);
/// In their order.
std::vector<PieceRow> piecesOf(Transaction& transaction, const std::string& attachmentId);
/// Gives the names of its pieces, which are to be removed from where they rest; std::nullopt where
/// there is no such file.
std::optional<std::vector<std::string>> removeAttachment(Transaction& transaction,
                                                         const std::string& accountId,
                                                         const std::string& ownerId,
                                                         const std::string& id);
/// All of a draft or an application, likewise.
std::vector<std::string> removeAttachmentsOf(Transaction& transaction, const std::string& accountId,
                                             const std::string& ownerId);
/// A draft's file is the application's from now on.
void handOverAttachment(Transaction& transaction, const std::string& id,
                        const std::string& applicationId);
/// Whether these are the bytes that its owner announced.
bool isAsAnnounced(const AttachmentRow& attachment, std::string_view bytes);
/// Of all accounts, those that have come whole, in the order of their ids.
std::vector<AttachmentRow> wholeAttachmentsBehind(Transaction& transaction, const std::string& id,
                                                  int most);
/// Whether a piece of any file rests under that name.
bool isPiece(Transaction& transaction, const std::string& name);

}  // namespace madoguchi::backend
