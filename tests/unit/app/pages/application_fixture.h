#pragma once

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include "tests/unit/app/pages/account_fixture.h"
#include "tests/unit/app/pages/application_wire.h"

namespace madoguchi::test {

using namespace applicationWire;

/// Somebody who has logged in and files an application. The days are near today's, as the client
/// asks its own clock.
class ApplicationTest : public AccountTest {
 protected:
  void answerLists(const std::string& drafts = {}, const std::string& applications = {}) {
    server->answer("/v1/drafts", {.status = 200, .body = R"({"drafts":[)" + drafts + "]}"});
    server->answer("/v1/applications",
                   {.status = 200, .body = R"({"applications":[)" + applications + "]}"});
  }
  /// By who is logged in already, or as everybody is.
  void toList(const std::string& drafts = {}, const std::string& applications = {},
              const std::string& userClass = "foreignNational") {
    if (!session().isOpen()) {
      ASSERT_NO_FATAL_FAILURE(logIn());
    }
    server->answer("/v1/account", registered(userClass));
    answerLists(drafts, applications);
    ASSERT_TRUE(press("menu.applications"));
    ASSERT_TRUE(eventually([&] { return find("applications.new") != nullptr; }))
        << shown().toStdString();
  }
  /// As toList(), for who logs in with maria's card.
  void toListWithCard(const std::string& drafts) {
    insert("maria");
    window();
    ASSERT_TRUE(press("top.logIn.cardHolder"));
    ASSERT_TRUE(type("cardLogin.id", "bcdfg01234"));
    // The checks are live: the person presses when they are green.
    ASSERT_TRUE(eventually([&] {
      press("cardLogin.next");
      return window().place().page == "loginPin";
    }));
    server->answer("/v1/card-sessions",
                   ScriptedServer::welcome("SANTOS MARIA CLARA", "foreignNational"));
    ASSERT_NO_FATAL_FAILURE(typeSecret("pin.field", "1234"));
    ASSERT_TRUE(press("pin.next"));
    ASSERT_TRUE(waitForPlace("menu")) << shown().toStdString();
    server->answer("/v1/account", registered());
    answerLists(drafts);
    ASSERT_TRUE(press("menu.applications"));
    ASSERT_TRUE(eventually([&] { return find("applications.new") != nullptr; }));
  }
  /// The draft in the list, opened at a page.
  void toDraft(const forms::Answers& answers, const std::string& page = "") {
    ASSERT_NO_FATAL_FAILURE(toList(draftLine()));
    server->answer(kDraft, {.status = 200, .body = draft(answers, 1, page)});
    if (page.empty()) server->answer(kDraft, kept(2));  // the first page is noted
    ASSERT_TRUE(press(("applications.draft." + kDraftId).c_str()));
    ASSERT_TRUE(waitForPlace("applicationForm")) << shown().toStdString();
    if (page.empty()) {
      ASSERT_TRUE(eventually([&] { return puts() == 1; }));
    }
  }
  static ScriptedServer::Answer filed() {
    return {.status = 201,
            .body = R"({"id":")" + kApplicationId +
                    R"(","provisionalNumber":"P20261126-00000001",)"
                    R"("filedAt":"2026-11-26T05:32:00Z"})"};
  }
  /// As an input method does, which keys of a test cannot.
  bool write(const char* field, const QString& text) {
    auto* found = find<QLineEdit>(field);
    if (found == nullptr) return false;
    found->setFocus();
    found->setText(text);
    return true;
  }
  /// How often the draft was kept.
  std::size_t puts() const {
    std::size_t count = 0;
    for (const auto& request : server->requests(kDraft)) count += request.body.empty() ? 0U : 1U;
    return count;
  }
  nlohmann::json lastPut() const {
    return nlohmann::json::parse(server->requests(kDraft).back().body);
  }
  /// A photo of nobody, as large as it is handed in: JPEG of 30 by 40 mm at 300 dpi.
  static QByteArray madePhoto() {
    QImage photo(354, 472, QImage::Format_RGB32);
    for (int y = 0; y < photo.height(); ++y)
      for (int x = 0; x < photo.width(); ++x) photo.setPixel(x, y, qRgb(x % 256, y % 256, x * y));
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    EXPECT_TRUE(photo.save(&buffer, "jpg", 20));
    EXPECT_GT(jpeg.size(), 5'000);
    return jpeg;
  }
  /// On the page that cuts the photo, which the person has just chosen.
  void usePhoto() {
    ASSERT_TRUE(eventually([&] { return find("photo.use") != nullptr; })) << shown().toStdString();
    ASSERT_TRUE(press("photo.sure"));
    ASSERT_TRUE(press("photo.use"));
  }
  /// On this computer.
  QString file(const QString& name, const QByteArray& content) {
    QFile made(folder.filePath(name));
    EXPECT_TRUE(made.open(QIODevice::WriteOnly));
    made.write(content);
    return made.fileName();
  }
  bool waitToBeKept() {
    return eventually([&] { return textOf("application.kept").contains("Saved"); });
  }

  QTemporaryDir folder;
};

}  // namespace madoguchi::test
