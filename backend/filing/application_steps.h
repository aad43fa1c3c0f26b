#pragma once

#include <functional>
#include <optional>
#include <string>

#include "backend/core/loggable_error.h"
#include "backend/filing/application_content.h"
#include "backend/filing/application_store.h"

// What becomes of an application after it was filed, with the mails that tell of it. All throw
// soci::soci_error, which Storage takes, and LoggableError where its content cannot be opened. Each
// gives false, and does nothing, where the application is not in a state for it.

namespace madoguchi::backend {

/// Applications that were filed before today in Japan get their numbers and are in examination; see
/// RegularJob. One whose content cannot be opened is none of the others' business: it gets its
/// number, too, its owner alone a mail, and `unreadable` hears of it.
int numberFiledApplications(
    Transaction& transaction, const DataKeys& keys, Seconds now, int most,
    const std::function<void(const ApplicationRow&, const LoggableError&)>& unreadable = {});

/// The office wants documents, in its own words, until the end of a day in Japan.
bool wantDocuments(Transaction& transaction, const DataKeys& keys, ApplicationRow application,
                   const std::string& text, Seconds until, Seconds now);
/// They were handed in.
bool takeDocuments(Transaction& transaction, ApplicationRow& application, Seconds now);
bool decide(Transaction& transaction, const DataKeys& keys, ApplicationRow application,
            bool granted, const std::string& text, Seconds now);
/// What was granted has been received.
bool closeApplication(Transaction& transaction, ApplicationRow application, Seconds now);
/// Its owner does not want it any more.
bool withdraw(Transaction& transaction, const DataKeys& keys, ApplicationRow& application,
              Seconds now);
/// "post" or "counter", until somebody is examining it to its end.
bool changeReceipt(Transaction& transaction, ApplicationRow& application,
                   const std::string& receipt, Seconds now);

}  // namespace madoguchi::backend
