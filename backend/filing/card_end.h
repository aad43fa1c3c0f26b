#pragma once

#include <string>

#include "backend/core/data_keys.h"
#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

namespace madoguchi::backend {

/// Whether who registered with a card comes in with the password: the user-authentication
/// certificate that the account is bound to has ended, as it does for foreign nationals with the
/// period of stay, and an application of theirs is not at its end (the Agency's table of who
/// identifies themself with what, in 日行連発第1845号 of 2022-03-16:
/// 申請中にMNCの有効期限が切れた場合、 認証IDでログイン).
///
/// Of a card that was bound before its end was kept, and has not come since, the end is that of the
/// certificate that has signed such an application, which needs the keys: the card's two are issued
/// together, and what is issued anew is its signing one. Throws soci::soci_error, which Storage
/// takes, MissingKey and DamagedSeal.
bool comesInWithoutCard(Transaction& transaction, const DataKeys* keys,
                        const std::string& accountId, Seconds now);

}  // namespace madoguchi::backend
