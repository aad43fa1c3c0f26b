#include "backend/filing/application_steps.h"

#include <algorithm>
#include <initializer_list>

#include "backend/filing/application_mail.h"
#include "backend/filing/application_number.h"

namespace madoguchi::backend {
namespace {

using namespace application_state;

bool isIn(const ApplicationRow& application, std::initializer_list<std::string_view> states) {
  return std::ranges::find(states, application.state) != states.end();
}

/// From its state to another.
bool moveTo(Transaction& transaction, ApplicationRow& application, std::string_view state,
            Seconds now) {
  const std::string before = application.state;
  application.state = state;
  return changeApplication(transaction, application, before, now);
}

}  // namespace

int numberFiledApplications(
    Transaction& transaction, const DataKeys& keys, Seconds now, int most,
    const std::function<void(const ApplicationRow&, const LoggableError&)>& unreadable) {
  const auto numbered = numberApplications(transaction, startOfDayInJapan(now), now, most);
  for (const ApplicationRow& application : numbered) {
    std::optional<ApplicationContent> content;
    try {
      content = openApplication(application.content, keys, application.id);
    } catch (const KeptByNewer&) {
      // Nothing is wrong with it; who filed it is told as far as this process can.
    } catch (const LoggableError& fault) {
      if (unreadable) {
        unreadable(application, fault);
      }
    }
    mailNumbered(transaction, application, content ? &*content : nullptr, now);
  }
  return static_cast<int>(numbered.size());
}

bool wantDocuments(Transaction& transaction, const DataKeys& keys, ApplicationRow application,
                   const std::string& text, Seconds until, Seconds now) {
  if (!isIn(application, {kExamination, kDocumentsWanted})) {
    return false;
  }
  ApplicationContent content = openApplication(application.content, keys, application.id);
  content.wanted = text;
  application.content = sealContent(content, keys, application.id);
  application.wantedUntil = until;
  if (!moveTo(transaction, application, kDocumentsWanted, now)) {
    return false;
  }
  mailDocumentsWanted(transaction, application, content, now);
  return true;
}

bool takeDocuments(Transaction& transaction, ApplicationRow& application, Seconds now) {
  application.wantedUntil.reset();
  return isIn(application, {kDocumentsWanted}) &&
         moveTo(transaction, application, kExamination, now);
}

bool decide(Transaction& transaction, const DataKeys& keys, ApplicationRow application,
            bool granted, const std::string& text, Seconds now) {
  if (!isIn(application, {kExamination, kDocumentsWanted})) {
    return false;
  }
  ApplicationContent content = openApplication(application.content, keys, application.id);
  content.granted = granted;
  content.result = text;
  application.content = sealContent(content, keys, application.id);
  application.wantedUntil.reset();
  if (!moveTo(transaction, application, granted ? kDecided : kRefused, now)) {
    return false;
  }
  mailResult(transaction, application, content, now);
  return true;
}

bool closeApplication(Transaction& transaction, ApplicationRow application, Seconds now) {
  return isIn(application, {kDecided}) && moveTo(transaction, application, kDone, now);
}

bool withdraw(Transaction& transaction, const DataKeys& keys, ApplicationRow& application,
              Seconds now) {
  if (!isIn(application, {kFiled, kExamination, kDocumentsWanted})) {
    return false;
  }
  application.wantedUntil.reset();
  if (!moveTo(transaction, application, kWithdrawn, now)) {
    return false;
  }
  mailWithdrawn(transaction, application,
                openApplication(application.content, keys, application.id), now);
  return true;
}

bool changeReceipt(Transaction& transaction, ApplicationRow& application,
                   const std::string& receipt, Seconds now) {
  if (!isIn(application, {kFiled, kExamination, kDocumentsWanted})) {
    return false;
  }
  application.receipt = receipt;
  return changeApplication(transaction, application, application.state, now);
}

}  // namespace madoguchi::backend
