#include "backend/filing/applicant_account.h"

#include "backend/storage/soci.h"

namespace madoguchi::backend {

std::optional<ApplicantAccount> applicantAccount(Transaction& transaction,
                                                 const std::string& accountId) {
  const soci::rowset<soci::row> rows =
      (transaction.session().prepare
           << "SELECT user_class, form, email, language, issuer_key, certificate_serial"
              " FROM accounts WHERE id = :id AND status = 'active'",
       soci::use(accountId));
  for (const soci::row& row : rows) {
    return ApplicantAccount{.userClass = row.get<std::string>(0),
                            .form = row.get<std::string>(1),
                            .email = row.get<std::string>(2),
                            .language = row.get<std::string>(3),
                            .issuerKey = row.get<std::string>(4, ""),
                            .serial = row.get<std::string>(5, "")};
  }
  return std::nullopt;
}

}  // namespace madoguchi::backend
