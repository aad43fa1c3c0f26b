#include "backend/mail/operator_command.h"

#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "backend/core/mail_address.h"
#include "backend/mail/mail_desk.h"
#include "backend/mail/outbox.h"
#include "backend/storage/storage.h"

namespace madoguchi::backend {
namespace {

constexpr std::chrono::seconds kTime{30};

int list(Storage& storage, std::ostream& out) {
  for (const UnsentMail& mail : storage.read(deadlineIn(kTime), unsentMails)) {
    const nlohmann::ordered_json line = {{"id", mail.id},
                                         {"kind", mail.kind},
                                         {"state", mail.state},
                                         {"created", rfc3339(mail.createdAt)},
                                         {"attempts", mail.attempts},
                                         {"failure", mail.failure},
                                         {"recipientDomain", mail.recipientDomain}};
    out << line.dump() << '\n';
  }
  return 0;
}

int letWaitAgain(Storage& storage, const std::string& id, std::ostream& errors) {
  const bool done = storage.write(deadlineIn(kTime), [&id](Transaction& transaction) {
    if (id != "all") {
      return sendAgain(transaction, id, now());
    }
    for (const UnsentMail& mail : unsentMails(transaction)) {
      if (mail.state != toString(MailState::held)) {  // those were too many, or are not wanted
        sendAgain(transaction, mail.id, now());
      }
    }
    return true;
  });
  if (!done) {
    errors << "madoguchi-backend: no mail of this id is to be sent again\n";
  }
  return done ? 0 : 1;
}

int changeStops(Storage& storage, MailTask::Kind kind, std::istream& in, std::ostream& errors) {
  int status = 0;
  int number = 0;
  for (std::string address; std::getline(in, address);) {
    ++number;
    if (!isMailAddress(address)) {
      errors << "madoguchi-backend: line " << number << " is no mail address\n";
      status = 1;
      continue;
    }
    storage.write(deadlineIn(kTime), [&](Transaction& transaction) {
      if (kind == MailTask::Kind::stop) {
        stopMails(transaction, address, now());
      } else {
        allowMails(transaction, address);
      }
    });
  }
  return status;
}

}  // namespace

int runMailTask(const MailTask& task, std::istream& in, std::ostream& out, std::ostream& errors) {
  Storage storage(task.database, 1);
  switch (task.kind) {
    case MailTask::Kind::list:
      return list(storage, out);
    case MailTask::Kind::sendAgain:
      return letWaitAgain(storage, task.id, errors);
    case MailTask::Kind::stop:
    case MailTask::Kind::allow:
      return changeStops(storage, task.kind, in, errors);
  }
  return 1;
}

}  // namespace madoguchi::backend
