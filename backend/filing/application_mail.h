#pragma once

#include <string>
#include <string_view>

#include "backend/filing/application_content.h"
#include "backend/filing/application_store.h"

// Mails about applications, in the language of whoever has the account: to them, and to the address
// that the application names, where that is another one. None names a person. All throw
// soci::soci_error, which Storage takes.

namespace madoguchi::backend {

/// Whether both are one address, see comparableAddress().
bool isSameAddress(std::string_view one, std::string_view other);

/// With the provisional number, at once.
void mailFiled(Transaction& transaction, const ApplicationRow& application,
               const ApplicationContent& content, Seconds now);
/// With the official number, the day after. Without a content to whoever has the account alone.
void mailNumbered(Transaction& transaction, const ApplicationRow& application,
                  const ApplicationContent* content, Seconds now);
void mailDocumentsWanted(Transaction& transaction, const ApplicationRow& application,
                         const ApplicationContent& content, Seconds now);
/// Where it is granted, with what to send or to bring, the fee of the day of filing, and where to.
void mailResult(Transaction& transaction, const ApplicationRow& application,
                const ApplicationContent& content, Seconds now);
void mailWithdrawn(Transaction& transaction, const ApplicationRow& application,
                   const ApplicationContent& content, Seconds now);

}  // namespace madoguchi::backend
