#pragma once

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

namespace madoguchi::backend {

/// In one transaction; the others come with the next.
constexpr int kRemindersAtOnce = 200;

/// Writes mails to those whose password ends in 30 days, and in 7; each once for each password.
/// Gives how many, at most kRemindersAtOnce. Throws soci::soci_error, which Storage takes.
int remindOfExpiry(Transaction& transaction, Seconds now);

}  // namespace madoguchi::backend
