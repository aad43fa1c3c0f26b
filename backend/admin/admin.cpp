#include "backend/admin/admin.h"

#include <algorithm>
#include <array>
#include <istream>
#include <ostream>
#include <string_view>

#include "backend/admin/desk.h"
#include "backend/admin/operator_log.h"
#include "backend/core/config.h"
#include "backend/storage/backup.h"
#include "protocol/plain_text.h"

namespace madoguchi::backend {
namespace {

constexpr std::chrono::seconds kTime{60};

struct Verb {
  std::string_view name;
  std::string_view arguments;
  std::string_view help;
  std::size_t least;  ///< arguments
  std::size_t most;
  int (*run)(const Desk&);
};

constexpr std::size_t kAny = 1000;

constexpr std::array<Verb, 19> kVerbs = {{
    {"find", "[ID...]",
     "show accounts; without an ID, of each ID or e-mail address on a line of "
     "standard input",
     0, kAny, findCommand},
    {"suspend", "ID", "let nobody into the account, and end its sessions", 1, 1, suspendCommand},
    {"expire", "ID", "the same, as the time for which it may be used is over", 1, 1, expireCommand},
    {"invalidate", "ID", "the same, as what was registered does not hold", 1, 1, invalidateCommand},
    {"reinstate", "ID",
     "let its owner in again after one of these; after suspend a mail has the link for a new "
     "password",
     1, 1, reinstateCommand},
    {"unlock", "ID", "end the lock after five wrong passwords", 1, 1, unlockCommand},
    {"delete", "ID", "delete the account, as its owner asks; refused while applications are open",
     1, 1, deleteCommand},
    {"send-link", "ID", "mail the link once more by which the first password is set", 1, 1,
     sendLinkCommand},
    {"applications", "STEP [...]",
     "list STATE; show, close NUMBER; file NUMBER ID PATH; want NUMBER YYYY-MM-DD and decide "
     "NUMBER granted|refused, with words on standard input; export [SINCE]; check; sweep",
     1, 4, applicationsCommand},
    {"data-keys", "STEP [ID]",
     "list, add ID, use ID, reseal and remove ID: another key for what rests encrypted", 1, 2,
     dataKeysCommand},
    {"unsent-mails", "", "list mails that were refused, given up or held back", 0, 0,
     unsentMailsCommand},
    {"send-again", "MAIL|all", "let such a mail wait again; the service sends it within seconds", 1,
     1, sendAgainCommand},
    {"stop-mails", "",
     "read addresses, one a line, whose owners want no mails that anybody can "
     "cause",
     0, 0, stopMailsCommand},
    {"allow-mails", "", "read addresses for which that no longer holds", 0, 0, allowMailsCommand},
    {"bounce", "ADDRESS",
     "read a mail that came back to this return path, for a mail server's pipe", 1, 1,
     bounceCommand},
    {"statistics", "", "count accounts, mails, sessions and locks", 0, 0, statisticsCommand},
    {"backup", "FILE", "write the whole of an SQLite database into a new file", 1, 1,
     backupCommand},
    {"restore", "FILE", "put such a file in the place of a database that is not there", 1, 1,
     restoreCommand},
    {"log", "[COUNT]", "show what operators did, newest first (100); without bounce", 0, 1,
     logCommand},
}};

/// What a terminal may obey and what turns the direction of writing stands there as \\u….
std::string inAscii(const nlohmann::ordered_json& value) {
  return value.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace);
}

std::string harmless(const std::string& text) {
  const std::string quoted = inAscii(text);
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c > 0x7E; })
             ? quoted
             : text;
}

/// Each step is an action of its own.
std::string actionOf(const AdminRequest& request) {
  const bool hasSteps =
      (request.verb == "applications" || request.verb == "data-keys") && !request.arguments.empty();
  return request.verb + (hasSteps ? ' ' + request.arguments.front() : std::string()) +
         (request.personal ? " --personal" : "");
}

OperatorAction actionFor(const Desk& desk, const About& about, bool done, Seconds time) {
  return {.happenedAt = time,
          .who = desk.who,
          .what = actionOf(desk.request),
          .accountId = about.accountId,
          .subject = about.subject,
          .ticket = desk.request.ticket,
          .refused = !done};
}

}  // namespace

void print(const Desk& desk, const nlohmann::ordered_json& object) {
  if (desk.request.json) {
    desk.out << inAscii(object) << '\n';
    return;
  }
  std::size_t width = 0;
  for (const auto& item : object.items()) {
    width = std::max(width, item.key().size());
  }
  for (const auto& [name, value] : object.items()) {
    const std::string text = value.is_null()     ? "-"
                             : value.is_string() ? harmless(value.get<std::string>())
                                                 : inAscii(value);
    desk.out << name << std::string(width - name.size() + 2, ' ') << text << '\n';
  }
  desk.out << '\n';
}

int refuse(const Desk& desk, const std::string& why) {
  desk.errors << "madoguchi-admin: " << why << '\n';
  return admin_exit::kRefused;
}

void demandTicket(const Desk& desk) {
  if (desk.request.ticket.empty()) {
    throw ConfigError("--ticket is missing: who has asked for it, or decided it?");
  }
}

bool perform(const Desk& desk, const About& about,
             const std::function<bool(Transaction&, Seconds)>& work) {
  return desk.storage.write(deadlineIn(kTime), [&](Transaction& transaction) {
    const Seconds time = now();
    const bool done = work(transaction, time);
    noteOperatorAction(transaction, actionFor(desk, about, done, time));
    return done;
  });
}

bool performForAnybody(const Desk& desk, const std::function<bool(Transaction&, Seconds)>& work) {
  return desk.storage.write(deadlineIn(kTime), [&](Transaction& transaction) {
    const Seconds time = now();
    const bool done = work(transaction, time);
    if (done) {
      noteOperatorAction(transaction, actionFor(desk, {}, done, time));
    }
    return done;
  });
}

int forEachLine(const Desk& desk, const std::function<int(const std::string&)>& work) {
  int status = admin_exit::kDone;
  const auto one = [&](const std::string& text) {
    const int result = work(text);
    status = result == admin_exit::kDone ? status : result;
  };
  for (const std::string& argument : desk.request.arguments) {
    one(argument);
  }
  // As a mail or another system's list brings them.
  for (std::string line; desk.request.arguments.empty() && std::getline(desk.in, line);) {
    line.erase(line.find_last_not_of(" \t\r") + 1);
    line.erase(0, line.find_first_not_of(" \t"));
    if (!protocol::isPlainText(line)) {
      status = refuse(desk, "a line has control characters, or is no text in UTF-8");
    } else if (!line.empty()) {
      one(line);
    }
  }
  return status;
}

int backupCommand(const Desk& desk) {
  // Noted in the backup, too.
  perform(desk, {}, [](Transaction&, Seconds) { return true; });
  backUp(desk.request.database, desk.request.arguments.front());
  return admin_exit::kDone;
}

int restoreCommand(const Desk& desk) {
  perform(desk, {}, [](Transaction&, Seconds) { return true; });
  return admin_exit::kDone;
}

int logCommand(const Desk& desk) {
  constexpr int kUsual = 100;
  int most = kUsual;
  if (!desk.request.arguments.empty()) {
    const std::string& text = desk.request.arguments.front();
    constexpr std::size_t kDigits = 6;
    if (text.empty() || text.size() > kDigits ||
        text.find_first_not_of("0123456789") != std::string::npos) {
      throw ConfigError("log takes a number of at most six digits");
    }
    most = std::stoi(text);
  }
  const auto actions = desk.storage.read(deadlineIn(kTime), [&](Transaction& transaction) {
    return operatorActions(transaction, most, desk.request.bounces);
  });
  perform(desk, {}, [](Transaction&, Seconds) { return true; });
  for (const OperatorAction& action : actions) {
    print(desk, {{"time", rfc3339(action.happenedAt)},
                 {"operator", action.who},
                 {"action", action.what},
                 {"accountId", action.accountId},
                 {"subject", action.subject},
                 {"ticket", action.ticket},
                 {"outcome", action.refused ? "refused" : "done"}});
  }
  return admin_exit::kDone;
}

int runAdmin(const AdminRequest& request, const std::string& who, std::istream& in,
             std::ostream& out, std::ostream& errors) {
  const auto* verb = std::find_if(kVerbs.begin(), kVerbs.end(),
                                  [&](const Verb& one) { return one.name == request.verb; });
  if (verb == kVerbs.end()) {
    throw ConfigError("unknown command '" + harmless(request.verb) + "'; see --help");
  }
  // What comes back to a mail server, whoever sent it, is no fault of the command.
  if (verb->run != bounceCommand &&
      !std::all_of(request.arguments.begin(), request.arguments.end(), protocol::isPlainText)) {
    throw ConfigError("an argument has control characters, or is no text in UTF-8");
  }
  if (request.arguments.size() < verb->least || request.arguments.size() > verb->most) {
    throw ConfigError("usage: madoguchi-admin " + std::string(verb->name) + ' ' +
                      std::string(verb->arguments));
  }
  if (verb->run == restoreCommand) {
    restoreBackup(request.database, request.arguments.front());  // else there would be a database
  }
  // What is restored is nobody's yet; and whoever is about to bring a newer version needs a backup.
  const OldSchema old = verb->run == restoreCommand  ? OldSchema::update
                        : verb->run == backupCommand ? OldSchema::leaveIt
                                                     : OldSchema::refuse;
  Storage storage(request.database, 1, std::make_shared<Metrics>(), old);
  const int status = verb->run({request, who, storage, in, out, errors});
  // Whoever reads it takes no part of it for the whole.
  if (!out.flush()) {
    throw std::runtime_error("standard output takes no more, so that something is missing there");
  }
  return status;
}

std::string adminHelp() {
  std::string text =
      "usage: madoguchi-admin --config FILE [OPTIONS] COMMAND [ARGUMENTS]\n\n"
      "What an operator asks of the service's database, while services may be running on it. Every "
      "use is\n"
      "kept there: who, what, when and about which account.\n\n";
  constexpr std::size_t kColumn = 24;
  for (const Verb& verb : kVerbs) {
    std::string head = "  " + std::string(verb.name) + ' ' + std::string(verb.arguments);
    head.resize(std::max(head.size() + 1, kColumn), ' ');
    text += head + std::string(verb.help) + '\n';
  }
  text +=
      "\nAn ID is an authentication ID or an account's own id.\n\n"
      "  --config FILE         the service's configuration: database and origin\n"
      "  --database CONNECTION, --origin URL\n"
      "                        the same by themselves\n"
      "  --data-keys FILE, --files FOLDER\n"
      "                        the same for the keys of applications and their files\n"
      "  --json                one JSON object a line\n"
      "  --personal            find shows name, date of birth and e-mail address, too; "
      "applications "
      "show\n"
      "                        what was filed\n"
      "  --with-open-applications\n"
      "                        delete, though applications are open, which stay with the office\n"
      "  --bounces             log shows bounce, too\n"
      "  --ticket TEXT         whose request it is, for the log; suspend, expire, invalidate, "
      "reinstate,\n"
      "                        delete, applications decide and applications sweep need it\n"
      "  --help, --version\n\n"
      "Exit codes: 0 done; 1 the database or a file failed; 2 wrong options; 3 there is no such "
      "account or\n"
      "mail, or nothing was to be done; 75 of bounce: to be tried again.\n";
  return text;
}

}  // namespace madoguchi::backend
