#include "backend/filing/card_end.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "backend/filing/application_content.h"
#include "backend/filing/application_store.h"
#include "backend/storage/columns.h"
#include "backend/storage/soci.h"
#include "cardreader/certificate/certificate.h"
#include "protocol/jws.h"

namespace madoguchi::backend {
namespace {

struct BoundCard {
  std::string signingSerial;
  std::optional<Seconds> endsAt;  ///< of the user-authentication certificate, where that is kept
};

std::optional<BoundCard> cardOf(Transaction& transaction, const std::string& accountId) {
  BoundCard card;
  long long endsAt = 0;
  soci::indicator isKept = soci::i_null;
  soci::session& sql = transaction.session();
  sql << "SELECT certificate_serial, authentication_ends_at FROM accounts"
         " WHERE id = :id AND certificate_serial IS NOT NULL",
      soci::into(card.signingSerial), soci::into(endsAt, isKept), soci::use(accountId);
  if (!sql.got_data()) {
    return std::nullopt;
  }
  if (isKept == soci::i_ok) {
    card.endsAt = fromColumn(endsAt);
  }
  return card;
}

std::optional<certificate::Certificate> signerOf(const ApplicationRow& row, const DataKeys& keys) {
  const auto jws = protocol::parseJws(openApplication(row.content, keys, row.id).signedText);
  if (!jws || jws->certificates.empty()) {
    return std::nullopt;
  }
  return certificate::parseCertificate(jws->certificates.front());  // it was one when it was filed
}

/// Of the certificate with that serial, by which one of them was signed.
std::optional<Seconds> endOfSigner(const std::vector<ApplicationRow>& applications,
                                   const DataKeys& keys, const std::string& serial) {
  for (const ApplicationRow& row : applications) {
    const auto signer = signerOf(row, keys);
    if (signer && signer->serialHex == serial) {
      return signer->notAfter;
    }
  }
  return std::nullopt;
}

}  // namespace

bool comesInWithoutCard(Transaction& transaction, const DataKeys* keys,
                        const std::string& accountId, Seconds now) {
  const auto card = cardOf(transaction, accountId);
  if (!card || (card->endsAt && now < *card->endsAt)) {
    return false;
  }
  const auto unfinished = unfinishedApplicationsOf(transaction, accountId);
  if (unfinished.empty() || card->endsAt) {
    return !unfinished.empty();
  }
  const auto end =
      keys != nullptr ? endOfSigner(unfinished, *keys, card->signingSerial) : std::nullopt;
  return end && now >= *end;
}

}  // namespace madoguchi::backend
