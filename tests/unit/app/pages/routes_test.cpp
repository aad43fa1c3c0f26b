#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>

#include "app/core/idle_clock.h"
#include "app/core/session.h"
#include "app/rooms/account/account_api.h"
#include "app/rooms/application/applications_api.h"
#include "app/rooms/application/file_upload.h"
#include "app/rooms/home/home_api.h"
#include "app/rooms/login/login_api.h"
#include "app/rooms/password/password_api.h"
#include "app/rooms/registration/registration_api.h"
#include "app/server/health.h"
#include "app/server/nonce.h"
#include "tests/support/secret.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/app/event_loop.h"
#include "tests/unit/app/pages/application_wire.h"
#include "tests/unit/app/scripted_server.h"

// Each route of the API is asked once by somebody who has logged in: the token of the session goes
// where the API names one, and nowhere else.

namespace madoguchi::test {
namespace {

using namespace applicationWire;

const std::string kSomeKey = "01890a5d-ac96-774b-bcce-b302099a8057";
const QString kSomeText = QStringLiteral("bcdfg01234");

/// "GET /v1/drafts/{id}"
using Route = std::string;

/// Whether the session's token goes there, as the API has it.
std::map<Route, bool> routesOfTheApi() {
  const auto api = nlohmann::json::parse(std::ifstream(MADOGUCHI_API));
  std::map<Route, bool> routes;
  for (const auto& [path, operations] : api.at("paths").items()) {
    for (const auto& [method, operation] : operations.items()) {
      std::string name = method;
      std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::toupper(c); });
      routes.emplace(name + ' ' + path, operation.contains("security"));
    }
  }
  return routes;
}

Route routeOf(const ScriptedServer::Request& request) {
  static const std::regex kId("/[ad]1(0{30})");
  static const std::regex kFile("/f1(0{30})");
  const std::string path = std::regex_replace(request.path, kId, "/{id}");
  return request.method + ' ' + std::regex_replace(path, kFile, "/{attachment}");
}

class RoutesTest : public ::testing::Test {
 protected:
  RoutesTest() { session.open(secret(ScriptedServer::kToken), {}); }

  template <typename Ask>
  void ask(const Ask& how) {
    bool answered = false;
    const app::Pending pending = how([&answered](const auto&) { answered = true; });
    ASSERT_TRUE(eventually([&] { return answered; }));
  }
  /// A file of `owner` breaks off after it was announced, goes on and is removed.
  void sendFile(const std::string& owner) {
    const QByteArray jpeg = QByteArrayLiteral("\xff\xd8\xff some");
    const auto bytes = static_cast<std::uint64_t>(jpeg.size());
    const std::string stored = owner + "/attachments/" + kFileId;
    there.answer(owner + "/attachments", attachment(201, 0, bytes));
    there.answer(stored + "/content", ScriptedServer::problem(503, "unavailable"));
    there.answer(stored, attachment(200, bytes, bytes));
    app::FileUpload upload(server);
    const forms::Field field{
        .id = "photo", .mediaTypes = {"image/jpeg"}, .maxBytes = std::uint64_t{1024} * 1024};
    upload.beginMade(owner, field, forms::topField("photo"), QStringLiteral("photo.jpg"), jpeg);
    ASSERT_TRUE(eventually([&] { return !upload.isUnderWay(); }));
    ASSERT_EQ(upload.state(), app::FileUpload::State::failed);
    upload.again();
    ASSERT_TRUE(eventually([&] { return !upload.isUnderWay(); }));
    ask([&](const auto& answer) {
      return removeFile(server, owner, QString::fromStdString(kFileId), answer);
    });
  }

  void askWhatIsPublic() {
    ask([&](const auto& answer) { return app::askHealth(server, answer); });
    ask([&](const auto& answer) { return app::askNonce(server, answer); });
    ask([&](const auto& answer) {
      return app::askAnnouncements(server, QStringLiteral("ja"), answer);
    });
    ask([&](const auto& answer) {
      return app::sendLogin(server, kSomeText, secret("Abcd1234!"), answer);
    });
    ask([&](const auto& answer) { return app::sendCardLogin(server, "{}", answer); });
    ask([&](const auto& answer) { return app::sendRegistration(server, kSomeKey, "{}", answer); });
    ask([&](const auto& answer) { return app::askForLink(server, kSomeText, kSomeText, answer); });
    ask([&](const auto& answer) { return app::renewLink(server, "link", answer); });
    ask([&](const auto& answer) {
      return app::setPasswordByLink(server, "link", {}, kSomeKey, answer);
    });
    ask([&](const auto& answer) {
      return app::changePassword(server, kSomeText, {}, kSomeKey, answer);
    });
  }
  void askOfTheAccount() {
    ask([&](const auto& answer) { return app::askAccount(server, answer); });
    ask([&](const auto& answer) { return app::askRegistered(server, answer); });
    ask([&](const auto& answer) { return app::askLogins(server, answer); });
    ask([&](const auto& answer) { return app::sendChange(server, kSomeKey, "{}", answer); });
    ask([&](const auto& answer) { return app::changePassword(server, {}, {}, kSomeKey, answer); });
  }
  void askOfDrafts() {
    const QString id = QString::fromStdString(kDraftId);
    ask([&](const auto& answer) { return app::askDrafts(server, answer); });
    ask([&](const auto& answer) { return app::beginDraft(server, kSomeKey, {}, {}, answer); });
    ask([&](const auto& answer) { return app::askDraft(server, id, answer); });
    const std::string values = forms::draftJson(forms::applicationForm(), goodAnswers());
    ask([&](const auto& answer) { return app::keepDraft(server, id, 1, values, "", answer); });
    ask([&](const auto& answer) {
      return app::fileApplication(server, kSomeKey, {.draft = id}, answer);
    });
    sendFile(kDraft);
    ask([&](const auto& answer) { return app::throwDraftAway(server, id, answer); });
  }
  void askOfApplications() {
    const QString id = QString::fromStdString(kApplicationId);
    ask([&](const auto& answer) { return app::askApplications(server, {}, answer); });
    ask([&](const auto& answer) { return app::askApplication(server, id, answer); });
    ask([&](const auto& answer) { return app::withdrawApplication(server, id, answer); });
    ask([&](const auto& answer) {
      return app::changeReceive(server, id, QStringLiteral("post"), answer);
    });
    ask([&](const auto& answer) { return app::handInDocuments(server, id, answer); });
    ask([&](const auto& answer) {
      return app::reportError(server, id, kSomeKey, kSomeText, answer);
    });
    ask([&](const auto& answer) { return app::copyAsDraft(server, id, kSomeKey, answer); });
    sendFile(kApplication);
  }
  void useAndEndTheSession() {
    emit session.inUse();
    ASSERT_TRUE(eventually([&] { return there.requests(kCurrent).size() == 1; }));
    session.close(app::Session::Ended::loggedOut);
    ASSERT_TRUE(eventually([&] { return there.requests(kCurrent).size() == 2; }));
  }

  static constexpr auto kCurrent = "/v1/sessions/current";
  const TemporaryFolder folder;
  ScriptedServer there{makeTls(folder.path(), "localhost"), ScriptedServer::Speaks::anything};
  app::IdleClock idle;
  app::Session session{idle};
  app::Server server{there.settings(), &session};
};

TEST_F(RoutesTest, TheTokenGoesOnlyWhereTheApiNamesASession) {
  askWhatIsPublic();
  askOfTheAccount();
  askOfDrafts();
  askOfApplications();
  useAndEndTheSession();
  std::map<Route, bool> carried;
  for (const ScriptedServer::Request& request : there.allRequests()) {
    const bool carries = !request.authorization.empty();
    const auto [known, isNew] = carried.emplace(routeOf(request), carries);
    EXPECT_TRUE(isNew || known->second == carries) << known->first;
    EXPECT_TRUE(!carries || request.authorization.ends_with(ScriptedServer::kToken));
  }
  EXPECT_EQ(carried, routesOfTheApi());
}

}  // namespace
}  // namespace madoguchi::test
