#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <istream>
#include <iterator>
#include <optional>

#include "backend/admin/admin.h"
#include "backend/admin/filed.h"
#include "backend/core/config.h"
#include "backend/core/data_keys.h"
#include "backend/filing/applicant_account.h"
#include "backend/filing/application_content.h"
#include "backend/filing/application_steps.h"
#include "backend/filing/application_store.h"
#include "backend/filing/attachment_store.h"
#include "backend/filing/error_report_store.h"
#include "backend/filing/error_reports.h"
#include "backend/filing/operator_facts.h"
#include "forms/rules/partial_date.h"
#include "protocol/plain_text.h"

namespace madoguchi::backend {
namespace {

constexpr std::chrono::seconds kStepTime{60};
constexpr int kMostListed = 1000;
constexpr int kExportedAtOnce = 200;
constexpr std::size_t kMostWords = 4000;  // bytes; a page

/// What the office says to the person, from standard input: a command line is seen by everybody on
/// this machine.
std::string wordsOf(const Desk& desk) {
  std::string words((std::istreambuf_iterator<char>(desk.in)), {});
  words.erase(words.find_last_not_of(" \n\r\t") + 1);
  if (words.empty() || words.size() > kMostWords || !protocol::isPlainText(words)) {
    throw ConfigError(
        "the words to the person come on standard input: at most 4000 bytes of UTF-8, without "
        "control characters and changes of direction");
  }
  return words;
}

/// As rfc3339() writes it.
std::optional<Seconds> timeIn(const std::string& text) {
  constexpr std::size_t kDayLength = 10;
  const auto day = forms::parseDate(std::string_view(text).substr(0, kDayLength));
  int hour = 0;
  int minute = 0;
  int second = 0;
  const auto number = [&text](std::size_t from, int& value) {
    const char* const start = text.data() + from;
    return std::from_chars(start, start + 2, value).ec == std::errc();
  };
  if (!day || text.size() != 20 || !number(11, hour) || !number(14, minute) ||
      !number(17, second)) {
    return std::nullopt;
  }
  const Seconds time = Seconds(std::chrono::sys_days(*day)) + std::chrono::hours(hour) +
                       std::chrono::minutes(minute) + std::chrono::seconds(second);
  return rfc3339(time) == text ? std::optional(time) : std::nullopt;
}

nlohmann::ordered_json filesJson(Transaction& transaction, const ApplicationRow& row,
                                 const DataKeys& keys) {
  nlohmann::ordered_json files = nlohmann::ordered_json::array();
  for (const AttachmentRow& file : attachmentsOf(transaction, row.accountId, row.id)) {
    files.push_back({{"id", file.id},
                     {"kind", file.kind},
                     {"name", keys.open(file.name, attachmentPlace(file.id))},
                     {"bytes", file.bytes},
                     {"whole", file.isWhole},
                     {"sha256", file.digest}});
  }
  return files;
}

nlohmann::ordered_json outline(const ApplicationRow& row) {
  return {{"id", row.id},
          {"number", row.number},
          {"provisionalNumber", row.provisionalNumber},
          {"procedure", row.procedure},
          {"state", row.state},
          {"receive", row.receipt},
          {"filed", rfc3339(row.filedAt)},
          {"changed", rfc3339(row.changedAt)}};
}

/// All of it, for the office and its own system.
nlohmann::ordered_json whole(Transaction& transaction, const ApplicationRow& row,
                             const DataKeys& keys) {
  const ApplicationContent content = openApplication(row.content, keys, row.id);
  nlohmann::ordered_json json = outline(row);
  json["accountId"] = row.accountId;
  json["application"] = nlohmann::ordered_json::parse(content.canonical);
  json["signed"] = content.signedText;
  json["unable"] = content.unable;
  json["consents"] = content.consents;
  json["files"] = filesJson(transaction, row, keys);
  json["history"] = nlohmann::ordered_json::array();
  for (const ApplicationStep& step : stepsOf(transaction, row.id)) {
    json["history"].push_back({{"state", step.state}, {"at", rfc3339(step.happenedAt)}});
  }
  json["errorReports"] = nlohmann::ordered_json::array();
  for (const ErrorReport& report : errorReportsOf(transaction, keys, row.id)) {
    json["errorReports"].push_back({{"text", report.text}, {"at", rfc3339(report.reportedAt)}});
  }
  if (row.wantedUntil) {
    json["wanted"] = {{"text", content.wanted}, {"until", rfc3339(*row.wantedUntil)}};
  }
  if (content.granted) {
    json["result"] = {{"granted", *content.granted}, {"text", content.result}};
  }
  return json;
}

using Step = std::function<bool(Transaction&, const ApplicationRow&, Seconds)>;

/// `result` is what the step decides.
int takeStep(const Desk& desk, const Step& step, const std::string& result = {}) {
  const auto application = theApplication(desk);
  if (!application) {
    return refuse(desk, "there is no such application");
  }
  const About about = aboutApplication(*application, result);
  const bool done = perform(desk, about, [&](Transaction& transaction, Seconds time) {
    // As it is now.
    const auto row = findApplication(transaction, application->id);
    return row && step(transaction, *row, time);
  });
  return done ? admin_exit::kDone : refuse(desk, "the application is not in a state for it");
}

/// The same for a step of which a mail tells its owner, who has to act by a day; where there is
/// nobody whom it could reach, the office hears of that.
int takeToldStep(const Desk& desk, const Step& step, const std::string& result = {}) {
  const OperatorFacts facts(desk.request.procedureFacts);  // which mails tell of
  bool isTold = true;
  const Step told = [&](Transaction& transaction, const ApplicationRow& row, Seconds time) {
    isTold = applicantAccount(transaction, row.accountId).has_value();
    return step(transaction, row, time);
  };
  const int status = takeStep(desk, told, result);
  if (status == admin_exit::kDone && !isTold) {
    desk.errors << "madoguchi-admin: it is done, but no mail tells of it: the account is not "
                   "active. Reach its owner by what stands in the application\n";
  }
  return status;
}

int listStep(const Desk& desk) {
  constexpr std::string_view kUsualState = application_state::kExamination;
  const std::string state =
      desk.request.arguments.size() > 1 ? desk.request.arguments[1] : std::string(kUsualState);
  if (std::ranges::find(application_state::kAll, state) == application_state::kAll.end()) {
    std::string states;
    for (const std::string_view one : application_state::kAll) {
      states.append(states.empty() ? "" : ", ").append(one);
    }
    throw ConfigError("applications list takes one of " + states);
  }
  const auto rows = desk.storage.read(deadlineIn(kStepTime), [&](Transaction& transaction) {
    return applicationsIn(transaction, state, kMostListed);
  });
  perform(desk, {}, [](Transaction&, Seconds) { return true; });
  for (const ApplicationRow& row : rows) {
    print(desk, outline(row));
  }
  if (rows.size() == kMostListed) {
    desk.errors << "madoguchi-admin: these are the " << kMostListed
                << " that have waited longest; there may be more\n";
  }
  return admin_exit::kDone;
}

int showStep(const Desk& desk) {
  const auto application = theApplication(desk);
  if (!application) {
    return refuse(desk, "there is no such application");
  }
  if (!desk.request.personal) {
    auto json = outline(*application);
    json["errorReports"] = desk.storage.read(deadlineIn(kStepTime), [&](Transaction& transaction) {
      return errorReportRows(transaction, application->id).size();
    });
    perform(desk, aboutApplication(*application), [](Transaction&, Seconds) { return true; });
    print(desk, json);
    return admin_exit::kDone;
  }
  const DataKeys keys = keysOf(desk);
  const auto all = desk.storage.read(deadlineIn(kStepTime), [&](Transaction& transaction) {
    return whole(transaction, *application, keys);
  });
  perform(desk, aboutApplication(*application), [](Transaction&, Seconds) { return true; });
  print(desk, all);
  return admin_exit::kDone;
}

int wantStep(const Desk& desk) {
  const auto day = forms::parseDate(argumentAt(desk, 2, "the last day"));
  // Its end in Japan.
  const auto until =
      day ? Seconds(std::chrono::sys_days(*day)) + std::chrono::hours(24 - 9) : Seconds();
  if (!day || until <= now()) {
    throw ConfigError("applications want takes a day to come, as YYYY-MM-DD");
  }
  const DataKeys keys = keysOf(desk);
  const std::string words = wordsOf(desk);
  return takeToldStep(desk, [&](Transaction& transaction, const ApplicationRow& row, Seconds time) {
    return wantDocuments(transaction, keys, row, words, until, time);
  });
}

int decideStep(const Desk& desk) {
  const std::string& result = argumentAt(desk, 2, "granted or refused");
  if (result != "granted" && result != "refused") {
    throw ConfigError("applications decide takes granted or refused");
  }
  demandTicket(desk);
  const DataKeys keys = keysOf(desk);
  const std::string words = wordsOf(desk);
  const Step step = [&](Transaction& transaction, const ApplicationRow& row, Seconds time) {
    return decide(transaction, keys, row, result == "granted", words, time);
  };
  return takeToldStep(desk, step, result);
}

int closeStep(const Desk& desk) {
  return takeStep(desk, [](Transaction& transaction, const ApplicationRow& row, Seconds time) {
    return closeApplication(transaction, row, time);
  });
}

/// What a part of the feed comes to.
struct Fed {
  std::vector<nlohmann::ordered_json> objects = {};
  std::vector<std::string> faults = {};  ///< of what cannot be opened
};

Fed feedOf(Transaction& transaction, const std::vector<ApplicationRow>& rows,
           const DataKeys& keys) {
  Fed fed;
  for (const ApplicationRow& row : rows) {
    try {
      fed.objects.push_back(whole(transaction, row, keys));
    } catch (const LoggableError& fault) {
      fed.faults.push_back("the application " + row.id + " is not there: " + fault.what());
    }
  }
  return fed;
}

/// One JSON object a line, oldest change first: whoever reads them goes on from the last one's
/// change, and knows again what has not changed since by its id and the time of its change. One
/// that cannot be opened does not keep the others back.
int exportStep(const Desk& desk) {
  Seconds since{};
  if (desk.request.arguments.size() > 1) {
    const auto time = timeIn(desk.request.arguments[1]);
    if (!time) {
      throw ConfigError("applications export takes a time as YYYY-MM-DDThh:mm:ssZ");
    }
    // A change may be stored after the time that it bears: whoever goes on from the last one that
    // was there then would never see it.
    since = *time - kUntilRequestsEnded;
  }
  const DataKeys keys = keysOf(desk);
  perform(desk, {}, [](Transaction&, Seconds) { return true; });
  int status = admin_exit::kDone;
  for (std::string after; desk.out.good();) {
    std::vector<ApplicationRow> rows;
    const auto part = desk.storage.read(deadlineIn(kStepTime), [&](Transaction& transaction) {
      rows = applicationsSince(transaction, since, after, kExportedAtOnce);
      return feedOf(transaction, rows, keys);
    });
    if (!rows.empty()) {
      since = rows.back().changedAt;
      after = rows.back().id;
    }
    for (const std::string& fault : part.faults) {
      desk.errors << "madoguchi-admin: " << fault << '\n';
      status = admin_exit::kFailed;
    }
    for (const auto& object : part.objects) {
      desk.out << object.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace)
               << '\n';
    }
    if (rows.size() < kExportedAtOnce) {
      break;
    }
  }
  return status;
}

constexpr std::array<std::pair<std::string_view, int (*)(const Desk&)>, 9> kSteps = {
    {{"list", listStep},
     {"show", showStep},
     {"file", fileStep},
     {"want", wantStep},
     {"decide", decideStep},
     {"close", closeStep},
     {"export", exportStep},
     {"check", checkStep},
     {"sweep", sweepStep}}};

}  // namespace

DataKeys keysOf(const Desk& desk) {
  if (desk.request.dataKeys.empty()) {
    throw ConfigError("neither --config nor --data-keys says where the keys are");
  }
  return DataKeys::fromFile(desk.request.dataKeys);
}

const std::string& argumentAt(const Desk& desk, std::size_t index, const char* what) {
  if (index >= desk.request.arguments.size()) {
    throw ConfigError(std::string("applications ") + desk.request.arguments.front() + " lacks " +
                      what + "; see --help");
  }
  return desk.request.arguments[index];
}

About aboutApplication(const ApplicationRow& application, const std::string& result) {
  return {.accountId = application.accountId,
          .subject = application.id + (result.empty() ? "" : ' ' + result)};
}

std::optional<ApplicationRow> theApplication(const Desk& desk) {
  const std::string& by = argumentAt(desk, 1, "the number");
  auto found = desk.storage.read(deadlineIn(kStepTime), [&](Transaction& transaction) {
    return findApplication(transaction, by);
  });
  if (!found) {
    perform(desk, {}, [](Transaction&, Seconds) { return false; });
  }
  return found;
}

int applicationsCommand(const Desk& desk) {
  const auto* step = std::ranges::find(kSteps, desk.request.arguments.front(),
                                       &std::pair<std::string_view, int (*)(const Desk&)>::first);
  if (step == kSteps.end()) {
    throw ConfigError(
        "applications takes list, show, file, want, decide, close, export, check or sweep");
  }
  return step->second(desk);
}

}  // namespace madoguchi::backend
