#include "backend/rooms/account/account_store.h"

#include "backend/storage/soci.h"

namespace madoguchi::backend {

std::optional<AccountInformation> accountInformation(Transaction& transaction,
                                                     const std::string& accountId) {
  AccountInformation found;
  soci::session& sql = transaction.session();
  sql << "SELECT authentication_id, entrance, form FROM accounts WHERE id = :id",
      soci::into(found.authenticationId), soci::into(found.entrance), soci::into(found.form),
      soci::use(accountId);
  return sql.got_data() ? std::optional(found) : std::nullopt;
}

}  // namespace madoguchi::backend
