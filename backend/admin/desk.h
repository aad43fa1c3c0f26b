#pragma once

#include <functional>
#include <iosfwd>
#include <nlohmann/json.hpp>
#include <string>

#include "backend/admin/request.h"
#include "backend/core/encoding.h"
#include "backend/storage/storage.h"

// What the commands of madoguchi-admin share.

namespace madoguchi::backend {

struct Desk {
  const AdminRequest& request;
  std::string who;
  Storage& storage;
  std::istream& in;
  std::ostream& out;
  std::ostream& errors;
};

/// One object, as the operator asked to see it. Nothing in it can steer a terminal.
void print(const Desk& desk, const nlohmann::ordered_json& object);

/// Says why nothing was done; gives the exit code.
int refuse(const Desk& desk, const std::string& why);

/// For what somebody has to have asked for or decided; throws ConfigError where the command line
/// does not say who.
void demandTicket(const Desk& desk);

/// What the log says that something was done to.
struct About {
  std::string accountId = {};  ///< empty where it is about none
  std::string subject = {};    ///< see OperatorAction
};

/// Does it and notes it in one transaction: `work` says whether there was anything to do.
bool perform(const Desk& desk, const About& about,
             const std::function<bool(Transaction&, Seconds)>& work);

/// The same for what anybody outside can cause: it is noted only where there was anything to do, so
/// that nobody fills the log.
bool performForAnybody(const Desk& desk, const std::function<bool(Transaction&, Seconds)>& work);

/// Calls `work` for each of the arguments, or each line of `in` where there are none; gives the
/// last exit code that is not 0.
int forEachLine(const Desk& desk, const std::function<int(const std::string&)>& work);

// The commands; each gives the exit code.
int applicationsCommand(const Desk& desk);
int findCommand(const Desk& desk);
int suspendCommand(const Desk& desk);
int expireCommand(const Desk& desk);
int invalidateCommand(const Desk& desk);
int reinstateCommand(const Desk& desk);
int unlockCommand(const Desk& desk);
int deleteCommand(const Desk& desk);
int sendLinkCommand(const Desk& desk);
int statisticsCommand(const Desk& desk);
int logCommand(const Desk& desk);
int backupCommand(const Desk& desk);
int restoreCommand(const Desk& desk);
int dataKeysCommand(const Desk& desk);
int unsentMailsCommand(const Desk& desk);
int sendAgainCommand(const Desk& desk);
int stopMailsCommand(const Desk& desk);
int allowMailsCommand(const Desk& desk);
int bounceCommand(const Desk& desk);

}  // namespace madoguchi::backend
