#include <sys/stat.h>

#include <QApplication>
#include <QPointer>
#include <QTest>

#include "tests/unit/app/busy_threads.h"
#include "tests/unit/app/pages/application_draft_fixture.h"

// The files of a draft while they are chosen and on their way.

namespace madoguchi::test {
namespace {

class DraftUploadsTest : public ApplicationDraftTest {
 protected:
  /// The dialogue in which the photo is chosen stands there.
  void askForPhoto() {
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    ASSERT_NO_FATAL_FAILURE(toFiles());
    outlets.withDialogues = true;
    ASSERT_TRUE(press("application.photo"));
    dialogue = QApplication::activeModalWidget();
    ASSERT_NE(dialogue, nullptr);
  }

  QPointer<QWidget> dialogue;
};

TEST_F(DraftUploadsTest, ADialogueGoesWithThePageThatAnotherWindowTakesAway) {
  ASSERT_NO_FATAL_FAILURE(askForPhoto());
  server->answer(kDraft, ScriptedServer::problem(409, "draftChanged"));
  server->answer(kDraft, {.status = 200, .body = draft(answersWith("教師"), 7, "filing")});
  ASSERT_TRUE(press("application.receipt.counter"));
  ASSERT_TRUE(waitForPlace("applicationConflict")) << shown().toStdString();
  EXPECT_TRUE(eventually([&] { return dialogue == nullptr; }));
  EXPECT_EQ(QApplication::activeModalWidget(), nullptr);
}

TEST_F(DraftUploadsTest, ADialogueGoesWithTheSession) {
  ASSERT_NO_FATAL_FAILURE(askForPhoto());
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  EXPECT_TRUE(eventually([&] { return dialogue == nullptr; }));
  EXPECT_EQ(QApplication::activeModalWidget(), nullptr);
}

TEST_F(DraftUploadsTest, WhoGoesAwayFromAFileOnItsWayIsAskedAndComesBackToIt) {
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

TEST_F(DraftUploadsTest, AFileOnItsWayGoesOnWhileAnotherDraftIsOpened) {
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
TEST_F(DraftUploadsTest, NothingIsFiledWithoutTheFileThatIsOnItsWay) {
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

TEST_F(DraftUploadsTest, NothingIsFiledWithTheFileThatAnotherOneWasToReplace) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers(), "filing"));
  const QByteArray photo = madePhoto();
  const auto bytes = static_cast<std::uint64_t>(photo.size());
  outlets.existing = file("newer.jpg", photo);
  server->answer(kAnnounce, attachment(201, 0, bytes));
  server->answer(kContent, ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("application.photo"));
  ASSERT_NO_FATAL_FAILURE(usePhoto());
  ASSERT_TRUE(eventually([&] { return find("application.upload.again") != nullptr; }));
  for (int revision = 2; revision < 12; ++revision) server->answer(kDraft, kept(revision));
  ASSERT_TRUE(press("application.next"));
  ASSERT_TRUE(waitForPlace("applicationReview")) << shown().toStdString();
  ASSERT_NE(find("applicationReview.notReplaced"), nullptr);
  EXPECT_TRUE(wordsOf("applicationReview.notReplaced").contains("newer"));
  expectInAllLanguages("applicationReview.notReplaced");
  ASSERT_TRUE(press("applicationReview.file"));
  EXPECT_EQ(window().place().page, "applicationReview");
  EXPECT_TRUE(isPresented("applicationReview.notReplaced"));
  ASSERT_TRUE(press("applicationReview.keepFile"));
  ASSERT_TRUE(eventually([&] { return find("applicationReview.notReplaced") == nullptr; }));
  server->answer(kFiling, filed());
  ASSERT_TRUE(press("applicationReview.file"));
  ASSERT_TRUE(waitForPlace("applicationFiled")) << shown().toStdString();
}

TEST_F(DraftUploadsTest, AFileIsUnderWayFromWhenItWasChosen) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers(), "filing"));
  for (int revision = 2; revision < 40; ++revision) server->answer(kDraft, kept(revision));
  BusyThreads disk;
  outlets.existing = file("newer.jpg", madePhoto());
  ASSERT_TRUE(press("application.photo"));
  EXPECT_TRUE(wordsOf("application.upload").contains("newer.jpg"));
  ASSERT_TRUE(press("application.next"));
  ASSERT_TRUE(waitForPlace("applicationReview")) << shown().toStdString();
  ASSERT_TRUE(press("applicationReview.file"));
  EXPECT_EQ(window().place().page, "applicationReview") << "else the older one would be filed";
  EXPECT_TRUE(isPresented("applicationReview.uploading"));
  disk.release();
  // A picture becomes a photo where the person cuts it, and does not go without a word.
  ASSERT_TRUE(eventually([&] { return find("applicationReview.notReplaced") != nullptr; }))
      << shown().toStdString();
  EXPECT_EQ(find("photo.use"), nullptr);
  ASSERT_TRUE(press("header.back"));
  ASSERT_NO_FATAL_FAILURE(backToList(draftLine()));
  ASSERT_TRUE(press(("applications.draft." + kDraftId).c_str()));
  ASSERT_TRUE(eventually([&] {
    if (window().place().page == "applicationForm") press("application.next");
    return window().place().page == "applicationReview";
  })) << shown().toStdString();
  ASSERT_TRUE(press("applicationReview.otherFile"));
  ASSERT_TRUE(waitForPlace("applicationForm"));
  EXPECT_TRUE(wordsOf("application.upload").contains("newer.jpg"));
  ASSERT_TRUE(press("application.upload.again"));
  ASSERT_TRUE(eventually([&] { return find("photo.use") != nullptr; })) << shown().toStdString();
  ASSERT_TRUE(press("photo.cancel"));
  EXPECT_EQ(find("application.upload"), nullptr) << "they have changed their mind";
}

TEST_F(DraftUploadsTest, APictureDoesNotTakeThePlaceOfAQuestion) {
  ASSERT_NO_FATAL_FAILURE(toFiles());
  BusyThreads disk;
  outlets.existing = file("photo.jpg", madePhoto());
  ASSERT_TRUE(press("application.photo"));
  EXPECT_FALSE(window().close()) << "it is not kept yet";
  ASSERT_NE(find("leave.yes"), nullptr);
  disk.release();
  QTest::qWait(100);
  ASSERT_NE(find("leave.no"), nullptr) << shown().toStdString();
  ASSERT_TRUE(press("leave.no"));
  ASSERT_TRUE(eventually([&] { return find("application.upload.again") != nullptr; }));
  ASSERT_TRUE(press("application.upload.again"));
  ASSERT_TRUE(eventually([&] { return find("photo.use") != nullptr; })) << shown().toStdString();
  key(&window(), Qt::Key_Escape);
  EXPECT_EQ(find("photo.use"), nullptr);
  EXPECT_EQ(find("application.upload"), nullptr) << "they have changed their mind";
}

TEST_F(DraftUploadsTest, AFileThatArrivesWhileTwoVersionsAreComparedIsKept) {
  ASSERT_NO_FATAL_FAILURE(toFiles());
  ASSERT_NO_FATAL_FAILURE(sendPhotoSlowly());
  forms::Answers others = answersWith("教師");
  others.values.erase("photo");
  server->answer(kDraft, ScriptedServer::problem(409, "draftChanged"));
  server->answer(kDraft, {.status = 200, .body = draft(others, 7, "filing")});
  ASSERT_TRUE(press("application.receipt.counter"));
  ASSERT_TRUE(waitForPlace("applicationConflict")) << shown().toStdString();
  server->release();
  ASSERT_TRUE(eventually([&] { return !server->requests(kContent).empty(); }));
  QTest::qWait(300);
  server->answer("/v1/drafts", {.status = 201, .body = draft(others, 1, "", kOtherDraftId)});
  server->answer(kDraft, kept(8));
  ASSERT_TRUE(press("draftConflict.mine"));
  ASSERT_TRUE(waitForPlace("applicationForm"));
  ASSERT_TRUE(eventually([&] { return lastPut().at("values").contains("photo"); }))
      << server->requests(kDraft).back().body;
  EXPECT_TRUE(server->requests(kAnnounce + "/" + kFileId).empty()) << "it was not removed";
}

TEST_F(DraftUploadsTest, AFileOnASlowDiskHoldsNobodyUp) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers(), "filing"));
  const QString pipe = folder.filePath("photo.jpg");
  ASSERT_EQ(mkfifo(pipe.toLocal8Bit().constData(), S_IRWXU), 0);
  outlets.existing = pipe;
  ASSERT_TRUE(press("application.photo"));
  for (int revision = 2; revision < 12; ++revision) server->answer(kDraft, kept(revision));
  ASSERT_TRUE(press("application.next")) << "the window goes on";
  ASSERT_TRUE(waitForPlace("applicationReview")) << shown().toStdString();
  QFile other(pipe);
  ASSERT_TRUE(other.open(QIODevice::WriteOnly)) << "so that whoever reads it ends";
}

TEST_F(DraftUploadsTest, AFileGoesInPiecesAndItsDigestStandsInTheForm) {
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

TEST_F(DraftUploadsTest, AfterAnOutageAFileGoesOnFromWhereItWas) {
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

TEST_F(DraftUploadsTest, AFileThatIsNotTakenIsSaidBesideItsField) {
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
