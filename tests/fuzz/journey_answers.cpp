// Any bytes as what the service, or something in between, answers to who logs in, sets a password,
// looks into the account, or files an application: the client reads it or says that it cannot. The
// first byte chooses the status.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "app/rooms/account/account_api.h"
#include "app/rooms/application/application_json.h"
#include "app/rooms/application/applications_api.h"
#include "app/rooms/login/login_api.h"
#include "app/rooms/password/password_api.h"
#include "app/server/login.h"
#include "app/server/server.h"
#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"
#include "tests/fuzz/check.h"

namespace madoguchi::app {

/// Stands in for the one that transfers: what the fuzzer has found is the answer to everything.
class Server::Worker {
 public:
  explicit Worker(ServerSettings given) : settings(std::move(given)) {}
  ServerSettings settings;
};

namespace {

HttpAnswer& answerOfAll() {
  static HttpAnswer answer;
  return answer;
}

}  // namespace

Server::Server(ServerSettings settings, Session* session)
    : m_worker(std::make_unique<Worker>(std::move(settings))), m_session(session) {}
Server::~Server() = default;
const QString& Server::origin() const { return m_worker->settings.origin; }
Pending Server::send(ApiRequest /*request*/, std::function<void(const HttpAnswer&)> answer) {
  static_cast<void>(m_session);  // whose token this stand-in has no use for
  answer(answerOfAll());
  return {};
}

}  // namespace madoguchi::app

namespace {

using namespace madoguchi;
using fuzz::check;
using namespace madoguchi::app;

constexpr long kCreated = 201;
constexpr std::array kStatuses = {200L, 201L, 202L, 204L, 302L, 400L, 401L, 403L, 404L,
                                  409L, 410L, 413L, 422L, 423L, 429L, 500L, 503L};

/// It was answered while it was asked.
void heard(Pending /*question*/) {}

/// Of a file that is gone on with: what has arrived is less than the whole, and its name can stand
/// in a path.
bool isSound(const StoredFile& file) { return isPlainId(file.id) && file.received <= file.bytes; }

void readAccounts(Server& server) {
  heard(askAccount(server, [](const AccountAnswer& read) {
    check(read.failure == FailureCode::none || read.answers.values.empty());
  }));
  heard(askLogins(server, [](const LoginsAnswer& read) {
    check(read.failure == FailureCode::none || read.logins.empty());
  }));
  heard(sendChange(server, "key", "{}", [](const ChangeAnswer& read) {
    check(read.errors.empty() == (read.failure != FailureCode::formRefused));
  }));
  heard(askRegistered(server, [](const RegisteredAnswer& read) {
    check(read.values.empty() == (read.failure != FailureCode::none));
  }));
}

void readLogins(Server& server) {
  heard(sendLogin(server, QStringLiteral("id"), card::SecretBuffer(), [](const LoginAnswer& read) {
    check(read.token.empty() == (read.failure != FailureCode::none));
  }));
  heard(sendCardLogin(server, "{}", [](const LoginAnswer& read) {
    check(read.token.empty() == (read.failure != FailureCode::none));
  }));
  const auto isAboutFields = [](FailureCode failure, const auto& errors) {
    return errors.empty() || failure == FailureCode::formRefused;
  };
  heard(askForLink(server, {}, {}, [&](const LinkAnswer& read) {
    check(isAboutFields(read.failure, read.errors));
  }));
  heard(setPasswordByLink(server, "link", {}, "key", [&](const LinkedPasswordAnswer& read) {
    check(isAboutFields(read.password.failure, read.password.errors));
  }));
  heard(changePassword(server, {}, {}, "key", [&](const PasswordAnswer& read) {
    check(isAboutFields(read.failure, read.errors));
  }));
  heard(renewLink(server, "link", [](FailureCode) {}));
}

void judge(const DraftAnswer& read) {
  if (read.failure != FailureCode::none) {
    return;
  }
  check(isPlainId(read.draft.id) && std::ranges::all_of(read.draft.files, isSound));
  // It is kept again as soon as something in it changes.
  const std::string kept = forms::draftJson(forms::applicationForm(), read.draft.answers);
  check(forms::draftFrom(forms::applicationForm(), kept).has_value());
}

void readDrafts(Server& server) {
  heard(askDrafts(server, [](const DraftsAnswer& read) {
    check(std::ranges::all_of(read.drafts, [](const auto& line) { return isPlainId(line.id); }));
  }));
  heard(askDraft(server, {}, &judge));
  judge(readDraft(kCreated, answerOfAll()));
  static const std::string empty = forms::draftJson(forms::applicationForm(), {});
  heard(keepDraft(server, {}, 1, empty, {}, [](const KeptAnswer&) {}));
  heard(throwDraftAway(server, {}, [](FailureCode) {}));
}

void readApplications(Server& server) {
  heard(askApplications(server, {}, [](const ApplicationsAnswer& read) {
    check(read.failure == FailureCode::none || read.applications.empty());
    for (const ApplicationLine& line : read.applications) {
      check(isPlainId(line.id) && line.filedOn().ok());
    }
  }));
  heard(askApplication(server, {}, [](const ApplicationAnswer& read) {
    if (read.failure == FailureCode::none) {
      check(isPlainId(read.application.line.id) &&
            std::ranges::all_of(read.application.files, isSound));
    }
  }));
  heard(reportError(server, {}, "key", {}, [](const ApplicationAnswer&) {}));
  heard(copyAsDraft(server, {}, "key", [](const CopiedAnswer& read) {
    check(isPlainId(read.draft) || read.failure != FailureCode::none);
  }));
  heard(fileApplication(server, "key", {}, [](const FiledAnswer& read) {
    check(read.errors.empty() == (read.failure != FailureCode::formRefused));
  }));
  heard(removeFile(server, {}, {}, [](FailureCode) {}));
}

constexpr std::array kRooms = {&readAccounts, &readLogins, &readDrafts, &readApplications};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) {
    return 0;
  }
  static Server server({});
  answerOfAll() = {};
  answerOfAll().status = kStatuses[data[0] % kStatuses.size()];
  answerOfAll().body.assign(data + 1, data + size);
  kRooms[data[0] / kStatuses.size() % kRooms.size()](server);
  return 0;
}
