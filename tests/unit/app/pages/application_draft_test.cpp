#include <QApplication>
#include <QPointer>

#include "forms/engine/attachment.h"
#include "tests/unit/app/pages/application_fixture.h"

// Nothing that is typed into an application is lost: to an outage, the end of a session, another
// window, or a file that does not arrive.

namespace madoguchi::test {
namespace {

const std::string kAnnounce = kDraft + "/attachments";
const std::string kContent = kAnnounce + "/" + kFileId + "/content";

class ApplicationDraftTest : public ApplicationTest {
 protected:
  void leaveOccupation(const QString& text) {
    ASSERT_TRUE(write("application.occupation", text));
    find("application.homeTown")->setFocus();
  }
  /// How often a draft that was gone, or one put aside, was made anew.
  std::vector<ScriptedServer::Request> made() const {
    std::vector<ScriptedServer::Request> found;
    for (const auto& request : server->requests("/v1/drafts"))
      if (!request.idempotencyKey.empty()) found.push_back(request);
    return found;
  }
  bool isNotKept(std::size_t tries) {
    return eventually(
        [&] { return puts() == tries && textOf("application.kept").contains("Not saved yet"); });
  }
  static forms::Answers answersWith(const char* occupation) {
    forms::Answers answers = goodAnswers();
    answers.values["occupation"] = occupation;
    return answers;
  }
  /// From a page of the form, whichever it is.
  void backToList(const std::string& drafts) {
    answerLists(drafts);
    ASSERT_TRUE(eventually([&] {
      if (window().place().page == "applicationForm") press("header.back");
      return find("applications.new") != nullptr;
    })) << shown().toStdString();
  }
  /// The photo, of which the service has nothing before it is released.
  void sendPhotoSlowly() {
    const QByteArray photo = madePhoto();
    const auto bytes = static_cast<std::uint64_t>(photo.size());
    outlets.existing = file("photo.jpg", photo);
    server->answer(kAnnounce, attachment(201, 0, bytes));
    ScriptedServer::Answer slow = attachment(200, bytes, bytes);
    slow.never = true;
    server->answer(kContent, slow);
    ASSERT_TRUE(press("application.photo"));
    ASSERT_NO_FATAL_FAILURE(usePhoto());
    ASSERT_TRUE(eventually([&] { return server->requests(kContent).size() == 1; }));
  }
  /// On the page where files are chosen, without a photo yet.
  void toFiles() {
    forms::Answers answers = goodAnswers();
    answers.values.erase("photo");
    ASSERT_NO_FATAL_FAILURE(toDraft(answers, "filing"));
  }
};

TEST_F(ApplicationDraftTest, WhatIsTypedIsKeptWhenTheFieldIsLeftAndSaidQuietly) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  server->answer(kDraft, kept(3));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(eventually([&] { return puts() == 2; }));
  EXPECT_EQ(lastPut().at("revision"), 2);
  EXPECT_EQ(lastPut().at("values").at("occupation"), "会社員");
  ASSERT_TRUE(waitToBeKept());
  EXPECT_TRUE(textOf("application.kept").contains("2:32 pm"));
  EXPECT_TRUE(find("application.homeTown")->hasFocus()) << "nobody was interrupted";
}

TEST_F(ApplicationDraftTest, AnOutageIsSaidAndNothingStops) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  for (int tries = 0; tries < 2; ++tries) {  // the second one when the field is left for the button
    server->answer(kDraft, ScriptedServer::problem(503, "unavailable"));
  }
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(eventually([&] { return textOf("application.kept").contains("Not saved yet"); }));
  ASSERT_TRUE(press("header.leave"));
  ASSERT_NE(find("leave.yes"), nullptr) << "asked before it is gone";
  ASSERT_TRUE(eventually([&] { return puts() == 3; }));
  ASSERT_TRUE(press("leave.no"));
  server->answer(kDraft, kept(3));
  ASSERT_TRUE(write("application.homeTown", "米国　シカゴ"));
  find("application.occupation")->setFocus();
  ASSERT_TRUE(waitToBeKept());
  EXPECT_EQ(lastPut().at("values").at("occupation"), "会社員");
  ASSERT_TRUE(press("header.leave"));
  EXPECT_EQ(window().place().page, "top") << "nothing to lose, nothing asked";
}

TEST_F(ApplicationDraftTest, AfterTheEndOfASessionTheSamePageIsThereWithAllThatWasTyped) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  ASSERT_TRUE(write("application.occupation", "会社員"));
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  EXPECT_FALSE(shown().contains("会社員"));
  server->answer(kDraft, kept(3));
  ASSERT_NO_FATAL_FAILURE(logIn());
  ASSERT_TRUE(waitForPlace("applicationForm"));
  EXPECT_EQ(find<QLineEdit>("application.occupation")->text(), "会社員");
  ASSERT_TRUE(eventually([&] { return puts() >= 2; }));
  EXPECT_EQ(lastPut().at("values").at("occupation"), "会社員");
}

TEST_F(ApplicationDraftTest, AnotherPersonDoesNotSeeIt) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  server->answer("/v1/sessions", welcome());
  ASSERT_NO_FATAL_FAILURE(typeCredentials("zzzzz99999"));
  ASSERT_TRUE(press("login.logIn"));
  ASSERT_TRUE(waitForPlace("menu")) << window().place().page.toStdString();
}

TEST_F(ApplicationDraftTest, TwoWindowsAreToldApartAndNeitherLosesWhatItTyped) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  forms::Answers others = goodAnswers();
  others.values["occupation"] = "教師";
  server->answer(kDraft, ScriptedServer::problem(409, "draftChanged"));
  server->answer(kDraft, {.status = 200, .body = draft(others, 7)});
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(waitForPlace("applicationConflict")) << shown().toStdString();
  const QString different = textOf("draftConflict.differences");
  EXPECT_TRUE(different.contains("会社員")) << different.toStdString();
  EXPECT_TRUE(different.contains("教師"));
  server->answer("/v1/drafts", {.status = 201, .body = draft(others, 1, "", kOtherDraftId)});
  server->answer(kDraft, kept(8));
  ASSERT_TRUE(press("draftConflict.mine"));
  ASSERT_TRUE(waitForPlace("applicationForm"));
  ASSERT_TRUE(waitToBeKept());
  const auto aside = nlohmann::json::parse(server->requests("/v1/drafts").back().body);
  EXPECT_EQ(aside.at("values").at("occupation"), "教師") << "a draft of its own";
  EXPECT_EQ(aside.at("filesFrom"), kDraftId) << "with its files";
  EXPECT_EQ(lastPut().at("revision"), 7);
  EXPECT_EQ(lastPut().at("values").at("occupation"), "会社員");
}

TEST_F(ApplicationDraftTest, WhoGoesOnWithTheOtherOneKeepsTheirOwnAside) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  forms::Answers others = goodAnswers();
  others.values["occupation"] = "教師";
  server->answer(kDraft, ScriptedServer::problem(409, "draftChanged"));
  server->answer(kDraft, {.status = 200, .body = draft(others, 7)});
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(waitForPlace("applicationConflict"));
  server->answer("/v1/drafts", {.status = 201, .body = draft(goodAnswers(), 1, "", kOtherDraftId)});
  ASSERT_TRUE(press("draftConflict.other"));
  ASSERT_TRUE(waitForPlace("applicationForm"));
  EXPECT_EQ(find<QLineEdit>("application.occupation")->text(), "教師");
  const auto aside = nlohmann::json::parse(server->requests("/v1/drafts").back().body);
  EXPECT_EQ(aside.at("values").at("occupation"), "会社員");
}

TEST_F(ApplicationDraftTest, WhatHadArrivedWithoutAnAnswerIsNoConflict) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  forms::Answers mine = goodAnswers();
  mine.values["occupation"] = "会社員";
  server->answer(kDraft, ScriptedServer::problem(409, "draftChanged"));
  server->answer(kDraft, {.status = 200, .body = draft(mine, 3)});
  server->answer(kDraft, kept(4));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(waitToBeKept());
  EXPECT_EQ(window().place().page, "applicationForm");
}

TEST_F(ApplicationDraftTest, WhatArrivedBeforeSomethingElseWasTypedIsNoConflictEither) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  for (int tries = 0; tries < 2; ++tries)
    server->answer(kDraft, ScriptedServer::problem(503, "unavailable"));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(isNotKept(2));
  find("application.occupation")->setFocus();
  ASSERT_TRUE(isNotKept(3));
  // The first one had arrived, and its answer had not.
  server->answer(kDraft, ScriptedServer::problem(409, "draftChanged"));
  server->answer(kDraft, {.status = 200, .body = draft(answersWith("会社員"), 3)});
  server->answer(kDraft, kept(4));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("教師"));
  ASSERT_TRUE(waitToBeKept()) << shown().toStdString();
  EXPECT_EQ(window().place().page, "applicationForm");
  EXPECT_EQ(lastPut().at("revision"), 3);
  EXPECT_EQ(lastPut().at("values").at("occupation"), "教師");
}

TEST_F(ApplicationDraftTest, ADraftThatIsGoneIsKeptAnew) {
  forms::Answers answers = goodAnswers();
  answers.values.erase("photo");
  ASSERT_NO_FATAL_FAILURE(toDraft(answers));
  server->answer(kDraft, ScriptedServer::problem(404, "notFound"));
  answers.values["occupation"] = "会社員";
  server->answer("/v1/drafts", {.status = 201, .body = draft(answers, 1, "", kOtherDraftId)});
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(eventually([&] { return made().size() == 1; }));
  ASSERT_TRUE(waitToBeKept());
  EXPECT_EQ(nlohmann::json::parse(made().front().body).at("values").at("occupation"), "会社員");
  server->answer("/v1/drafts/" + kOtherDraftId, kept(2));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("教師"));
  ASSERT_TRUE(
      eventually([&] { return server->requests("/v1/drafts/" + kOtherDraftId).size() == 1; }));
  const auto sent =
      nlohmann::json::parse(server->requests("/v1/drafts/" + kOtherDraftId).front().body);
  EXPECT_EQ(sent.at("revision"), 1);
  EXPECT_EQ(sent.at("values").at("occupation"), "教師");
}

TEST_F(ApplicationDraftTest, FilesThatWereGoneWithADraftAreAskedForAnew) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers(), "filing"));
  server->answer(kDraft, ScriptedServer::problem(404, "notFound"));
  forms::Answers sent = goodAnswers();
  sent.values["receipt"] = "counter";
  server->answer("/v1/drafts", {.status = 201, .body = draft(sent, 1, "", kOtherDraftId)});
  server->answer("/v1/drafts/" + kOtherDraftId, kept(2));
  ASSERT_TRUE(press("application.receipt.counter"));
  ASSERT_TRUE(waitToSee("The file has not arrived")) << shown().toStdString();
  ASSERT_TRUE(waitToBeKept());
  const auto requests = server->requests("/v1/drafts/" + kOtherDraftId);
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_FALSE(nlohmann::json::parse(requests.front().body).at("values").contains("photo"));
}

TEST_F(ApplicationDraftTest, AFileThatADraftNamesAndDoesNotHaveIsAskedForAnew) {
  ASSERT_NO_FATAL_FAILURE(toList(draftLine()));
  server->answer(kDraft, {.status = 200,
                          .body = draft(goodAnswers(), 1, "filing", kDraftId,
                                        fileJson(100, 100, {}, std::string(64, 'e')))});
  server->answer(kDraft, kept(2));
  ASSERT_TRUE(press(("applications.draft." + kDraftId).c_str()));
  ASSERT_TRUE(waitForPlace("applicationForm")) << shown().toStdString();
  EXPECT_TRUE(shown().contains("The file has not arrived")) << shown().toStdString();
  ASSERT_TRUE(eventually([&] { return puts() == 1; }));
  EXPECT_FALSE(lastPut().at("values").contains("photo"));
}

TEST_F(ApplicationDraftTest, ADraftThatIsGoneIsKeptAnewAsSoonAsThatCanBe) {
  forms::Answers before = goodAnswers();
  before.values.erase("photo");
  ASSERT_NO_FATAL_FAILURE(toDraft(before));
  server->answer(kDraft, ScriptedServer::problem(404, "notFound"));
  server->answer("/v1/drafts", ScriptedServer::problem(503, "unavailable"));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(eventually([&] {
    return made().size() == 1 && textOf("application.kept").contains("Not saved yet");
  })) << shown().toStdString();
  // The next one has an answer, and it is what the first one had made already.
  const std::string other = "/v1/drafts/" + kOtherDraftId;
  before.values["occupation"] = "会社員";
  const std::string first = draft(before, 1, "", kOtherDraftId);
  server->answer("/v1/drafts", {.status = 201, .body = first});
  server->answer(other, {.status = 200, .body = first});
  server->answer(other, kept(2));
  ASSERT_TRUE(write("application.homeTown", "米国　シカゴ"));
  find("application.occupation")->setFocus();
  ASSERT_TRUE(eventually([&] { return server->requests(other).size() == 2; }))
      << shown().toStdString();
  ASSERT_TRUE(waitToBeKept());
  ASSERT_EQ(made().size(), 2U);
  EXPECT_EQ(made().front().idempotencyKey, made().back().idempotencyKey) << "one draft";
  const auto sent = nlohmann::json::parse(server->requests(other).back().body);
  EXPECT_EQ(sent.at("revision"), 1);
  EXPECT_EQ(sent.at("values").at("homeTown"), "米国　シカゴ");
  EXPECT_EQ(window().place().page, "applicationForm");
}

TEST_F(ApplicationDraftTest, ADialogueGoesWithThePageThatAnotherWindowTakesAway) {
  QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
  ASSERT_NO_FATAL_FAILURE(toFiles());
  outlets.withDialogues = true;
  ASSERT_TRUE(press("application.photo"));
  const QPointer<QWidget> dialogue = QApplication::activeModalWidget();
  ASSERT_NE(dialogue, nullptr);
  server->answer(kDraft, ScriptedServer::problem(409, "draftChanged"));
  server->answer(kDraft, {.status = 200, .body = draft(answersWith("教師"), 7, "filing")});
  ASSERT_TRUE(press("application.receipt.counter"));
  ASSERT_TRUE(waitForPlace("applicationConflict")) << shown().toStdString();
  EXPECT_TRUE(eventually([&] { return dialogue == nullptr; }));
  EXPECT_EQ(QApplication::activeModalWidget(), nullptr);
}

TEST_F(ApplicationDraftTest, ADialogueGoesWithTheSession) {
  QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
  ASSERT_NO_FATAL_FAILURE(toFiles());
  outlets.withDialogues = true;
  ASSERT_TRUE(press("application.photo"));
  const QPointer<QWidget> dialogue = QApplication::activeModalWidget();
  ASSERT_NE(dialogue, nullptr);
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  EXPECT_TRUE(eventually([&] { return dialogue == nullptr; }));
  EXPECT_EQ(QApplication::activeModalWidget(), nullptr);
}

TEST_F(ApplicationDraftTest, AnotherDraftThatComesLateTakesNobodyOutOfTheirs) {
  const std::string other = "/v1/drafts/" + kOtherDraftId;
  const std::string lines = draftLine() + "," + draftLine(kOtherDraftId);
  ASSERT_NO_FATAL_FAILURE(toList(lines));
  server->answer(other, {.status = 200, .body = draft(goodAnswers(), 1, "filing", kOtherDraftId)});
  ASSERT_TRUE(press(("applications.draft." + kOtherDraftId).c_str()));
  ASSERT_TRUE(waitForPlace("applicationForm")) << shown().toStdString();
  ScriptedServer::Answer slow = kept(2);
  slow.never = true;
  server->answer(other, slow);
  ASSERT_TRUE(press("application.receipt.counter"));
  ASSERT_NO_FATAL_FAILURE(backToList(lines));
  ScriptedServer::Answer late = {.status = 200, .body = draft(answersWith("教師"))};
  late.never = true;
  server->answer(kDraft, late);
  ASSERT_TRUE(press(("applications.draft." + kDraftId).c_str()));
  ASSERT_TRUE(eventually([&] { return server->requests(kDraft).size() == 1; }));
  ASSERT_TRUE(press(("applications.draft." + kOtherDraftId).c_str()));
  ASSERT_EQ(window().place().page, "applicationForm");
  auto* occupation = find<QLineEdit>("application.occupation");
  ASSERT_NE(occupation, nullptr) << "where the person was last";
  EXPECT_NE(occupation->text(), "教師");
  server->answer(other, kept(3));
  server->release();
  ASSERT_TRUE(waitToBeKept());
  EXPECT_EQ(find<QLineEdit>("application.occupation"), occupation) << "the same page still";
}

TEST_F(ApplicationDraftTest, WhoGoesAwayFromAFileOnItsWayIsAskedAndComesBackToIt) {
  ASSERT_NO_FATAL_FAILURE(toFiles());
  server->answer(kDraft, kept(2));  // which page it was
  ASSERT_NO_FATAL_FAILURE(sendPhotoSlowly());
  ASSERT_TRUE(press("header.leave"));
  ASSERT_NE(find("leave.yes"), nullptr) << "asked before it is gone";
  ASSERT_TRUE(press("leave.no"));
  for (int revision = 3; revision < 12; ++revision) server->answer(kDraft, kept(revision));
  ASSERT_NO_FATAL_FAILURE(backToList(draftLine()));
  ASSERT_TRUE(press(("applications.draft." + kDraftId).c_str()));
  ASSERT_EQ(window().place().page, "applicationForm") << "nothing had to be asked for";
  server->release();
  ASSERT_TRUE(eventually([&] { return lastPut().at("values").contains("photo"); }))
      << shown().toStdString();
}

TEST_F(ApplicationDraftTest, AFileOnItsWayGoesOnWhileAnotherDraftIsOpened) {
  const std::string other = "/v1/drafts/" + kOtherDraftId;
  ASSERT_NO_FATAL_FAILURE(toFiles());
  ASSERT_NO_FATAL_FAILURE(sendPhotoSlowly());
  for (int revision = 2; revision < 12; ++revision) server->answer(kDraft, kept(revision));
  ASSERT_NO_FATAL_FAILURE(backToList(draftLine() + "," + draftLine(kOtherDraftId)));
  server->answer(other, {.status = 200, .body = draft(goodAnswers(), 1, "", kOtherDraftId)});
  server->answer(other, kept(2));
  ASSERT_TRUE(press(("applications.draft." + kOtherDraftId).c_str()));
  ASSERT_TRUE(waitForPlace("applicationForm")) << shown().toStdString();
  server->release();
  ASSERT_TRUE(eventually([&] { return lastPut().at("values").contains("photo"); }))
      << shown().toStdString();
}

// The one that it replaces would be filed.
TEST_F(ApplicationDraftTest, NothingIsFiledWithoutTheFileThatIsOnItsWay) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers(), "filing"));
  ASSERT_NO_FATAL_FAILURE(sendPhotoSlowly());
  // The one that is replaced goes.
  server->answer(kAnnounce + "/e" + std::string(31, '0'), {.status = 204});
  for (int revision = 2; revision < 12; ++revision) server->answer(kDraft, kept(revision));
  ASSERT_TRUE(press("application.next"));
  ASSERT_TRUE(waitForPlace("applicationReview")) << shown().toStdString();
  ASSERT_NE(find("applicationReview.uploading"), nullptr);
  expectInAllLanguages("applicationReview.uploading");
  ASSERT_TRUE(press("applicationReview.file"));
  EXPECT_EQ(window().place().page, "applicationReview");
  EXPECT_TRUE(isPresented("applicationReview.uploading"));
  server->release();
  ASSERT_TRUE(eventually([&] { return find("applicationReview.uploading") == nullptr; }));
  server->answer(kFiling, filed());
  ASSERT_TRUE(press("applicationReview.file"));
  ASSERT_TRUE(waitForPlace("applicationFiled")) << shown().toStdString();
}

/// The page goes after its journey has forgotten everything, and has left its field by then.
TEST_F(ApplicationDraftTest, WhoLeavesFromWithinAFieldLeavesNothingBehind) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  server->answer(kDraft, kept(3));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(eventually([&] { return textOf("application.kept").contains("2:32 pm"); }));
  find("application.occupation")->setFocus();
  ASSERT_TRUE(press("header.leave"));
  EXPECT_EQ(window().place().page, "top");
  EXPECT_FALSE(shown().contains("会社員"));
}

TEST_F(ApplicationDraftTest, AFileGoesInPiecesAndItsDigestStandsInTheForm) {
  ASSERT_NO_FATAL_FAILURE(toFiles());
  EXPECT_TRUE(wordsOf("application.wanted").contains("Family register"));
  const QByteArray photo = madePhoto();
  outlets.existing = file("me\u202Egpj.jpg", photo);
  const auto bytes = static_cast<std::uint64_t>(photo.size());
  server->answer(kAnnounce, attachment(201, 0, bytes));
  server->answer(kContent, attachment(200, bytes, bytes));
  server->answer(kDraft, kept(2));
  ASSERT_TRUE(press("application.photo"));
  ASSERT_NO_FATAL_FAILURE(usePhoto());
  ASSERT_TRUE(eventually([&] { return puts() == 1; }));
  const auto announced = nlohmann::json::parse(server->requests(kAnnounce).front().body);
  EXPECT_EQ(announced.at("kind"), "photo");
  EXPECT_EQ(announced.at("name"), "megpj.jpg") << "with nothing that the service refuses";
  EXPECT_EQ(announced.at("bytes"), bytes);
  EXPECT_EQ(server->requests(kContent).front().body, photo.toStdString());
  EXPECT_EQ(lastPut().at("values").at("photo").at("digest"), announced.at("sha256"));
  EXPECT_EQ(find("application.upload"), nullptr) << "there is nothing more to say";
}

TEST_F(ApplicationDraftTest, AfterAnOutageAFileGoesOnFromWhereItWas) {
  ASSERT_NO_FATAL_FAILURE(toFiles());
  const QByteArray photo = madePhoto();
  const auto bytes = static_cast<std::uint64_t>(photo.size());
  outlets.existing = file("photo.jpg", photo);
  server->answer(kAnnounce, attachment(201, 0, bytes));
  server->answer(kContent, ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("application.photo"));
  ASSERT_NO_FATAL_FAILURE(usePhoto());
  ASSERT_TRUE(eventually([&] { return find("application.upload.again") != nullptr; }));
  server->answer(kAnnounce + "/" + kFileId, attachment(200, 3'000, bytes));
  server->answer(kContent, attachment(200, bytes, bytes));
  server->answer(kDraft, kept(2));
  ASSERT_TRUE(press("application.upload.again"));
  ASSERT_TRUE(eventually([&] { return puts() == 1; }));
  EXPECT_EQ(server->requests(kContent).back().body, photo.mid(3'000).toStdString());
}

TEST_F(ApplicationDraftTest, AFileThatIsNotTakenIsSaidBesideItsField) {
  ASSERT_NO_FATAL_FAILURE(toFiles());
  outlets.existing = file("photo.jpg", "%PDF-1.7");
  ASSERT_TRUE(press("application.photo"));
  const auto isSaid = [&](const char* words) {
    return eventually([&] { return wordsOf("application.upload").contains(words); });
  };
  EXPECT_TRUE(isSaid("not of a kind")) << shown().toStdString();
  outlets.existing = file("large.jpg", QByteArray(60'000, 'x'));
  ASSERT_TRUE(press("application.photo"));
  EXPECT_TRUE(isSaid("too large"));
  outlets.existing = file("cut.jpg", {});
  ASSERT_TRUE(press("application.photo"));
  EXPECT_TRUE(isSaid("0 bytes")) << "the copy of a file that did not arrive";
  outlets.existing = QStringLiteral("/nowhere/photo.jpg");
  ASSERT_TRUE(press("application.photo"));
  EXPECT_TRUE(isSaid("copy it to this computer"));
  EXPECT_TRUE(server->requests(kAnnounce).empty()) << "it is not even sent";
  const QByteArray photo = madePhoto();
  outlets.existing = file("photo.jpg", photo);
  for (const auto& [reason, words] :
       {std::pair("fileDamaged", "is damaged"), std::pair("fileInfected", "computer virus")}) {
    server->answer(kAnnounce, attachment(201, 0, static_cast<std::uint64_t>(photo.size())));
    server->answer(kContent, ScriptedServer::problem(422, reason));
    ASSERT_TRUE(press("application.photo"));
    ASSERT_NO_FATAL_FAILURE(usePhoto());
    ASSERT_TRUE(eventually([&, said = words] {
      return wordsOf("application.upload").contains(said);
    })) << reason;
  }
  EXPECT_TRUE(wordsOf("application.upload").contains("virus scanner")) << "and what to do";
}

}  // namespace
}  // namespace madoguchi::test
