#include <QCryptographicHash>
#include <QDateTime>

#include "forms/engine/attachment.h"
#include "tests/unit/app/busy_threads.h"
#include "tests/unit/app/pages/application_fixture.h"
#include "tests/unit/backend/files/pdf_files.h"

// Files of an application: those that the office asks for afterwards, and those of a draft that
// goes on without them.

namespace madoguchi::test {
namespace {

const std::string kWantedFiles = kApplication + "/attachments";
const std::string kWantedFile = kWantedFiles + "/" + kFileId;
/// Goes in one piece all the same: how many there are is counted by the minute.
const QByteArray kPdf =
    QByteArray::fromStdString(backend::test::goodPdf(std::string(600'000, 'x')));
const auto kPdfBytes = static_cast<std::uint64_t>(kPdf.size());
constexpr const char* kAdded = R"(,"added":true)";

class ApplicationFilesTest : public ApplicationTest {
 protected:
  static std::string until(int hours) {
    return QDateTime::currentDateTimeUtc()
        .addSecs(static_cast<qint64>(hours) * 3600)
        .toString(Qt::ISODate)
        .toStdString();
  }
  static ScriptedServer::Answer wanted(const std::string& files = {}, int hours = 72) {
    return detail("documentsWanted",
                  R"(,"wanted":{"text":"Tax certificate","until":")" + until(hours) + R"("})",
                  files);
  }
  void toWanted(const ScriptedServer::Answer& application = wanted()) {
    ASSERT_NO_FATAL_FAILURE(toList({}, applicationLine("documentsWanted")));
    server->answer(kApplication, application);
    ASSERT_TRUE(press(("applications.filed." + kApplicationId).c_str()));
    ASSERT_TRUE(waitForPlace("applicationDetail")) << shown().toStdString();
  }
  /// The PDF of the person, up to its last byte.
  void add() {
    outlets.existing = file("tax.pdf", kPdf);
    server->answer(kWantedFiles, attachment(201, 0, kPdfBytes));
    server->answer(kWantedFile + "/content", attachment(200, kPdfBytes, kPdfBytes));
    ASSERT_TRUE(press("applicationDetail.wanted.add"));
    ASSERT_TRUE(eventually([&] { return find(kFileName.c_str()) != nullptr; }))
        << shown().toStdString();
  }
  std::size_t asked(const std::string& path) const { return server->requests(path).size(); }

  const std::string kFileName = "applicationDetail.wanted.file." + kFileId;
};

TEST_F(ApplicationFilesTest, TheListAndThePageSayWhatIsWantedAndUntilWhen) {
  ASSERT_NO_FATAL_FAILURE(
      toList({}, applicationLine("documentsWanted", R"(,"wantedUntil":"2026-12-10T14:59:00Z")")));
  const QString words =
      find(("applications.filed." + kApplicationId).c_str())->accessibleDescription();
  EXPECT_TRUE(words.contains("wanted until 10 December 2026, 11:59 pm")) << words.toStdString();
  server->answer(
      kApplication,
      detail("documentsWanted",
             R"(,"wanted":{"text":"Tax certificate","until":"2098-12-31T15:00:00Z"})", {}));
  ASSERT_TRUE(press(("applications.filed." + kApplicationId).c_str()));
  ASSERT_TRUE(waitForPlace("applicationDetail"));
  EXPECT_TRUE(wordsOf("applicationDetail.wanted").contains("Until 31 December 2098"))
      << "the day that the midnight ends";
  EXPECT_FALSE(wordsOf("applicationDetail.wanted").contains(":00")) << "and no midnight";
  EXPECT_TRUE(wordsOf("applicationDetail.wanted").contains("Tax certificate"));
  EXPECT_FALSE(find("applicationDetail.wanted.handIn")->isEnabled()) << "nothing was added";
}

TEST_F(ApplicationFilesTest, WhatIsWantedIsAddedHandedInAndSeenToBe) {
  ASSERT_NO_FATAL_FAILURE(toWanted());
  ASSERT_NO_FATAL_FAILURE(add());
  EXPECT_EQ(server->requests(kWantedFile + "/content").front().body, kPdf.toStdString());
  server->answer(
      kApplication + "/documents",
      detail("examination", {}, fileJson(kPdfBytes, kPdfBytes), "," + step("documentsWanted")));
  ASSERT_TRUE(press("applicationDetail.wanted.handIn"));
  ASSERT_TRUE(eventually([&] { return find("applicationDetail.handedIn") != nullptr; }))
      << shown().toStdString();
  EXPECT_EQ(find("applicationDetail.wanted"), nullptr);
  EXPECT_TRUE(textOf("applicationDetail.files").contains("photo.jpg"));
}

TEST_F(ApplicationFilesTest, WhatWasAddedCanBeRemovedUntilItIsHandedIn) {
  ASSERT_NO_FATAL_FAILURE(toWanted(wanted(fileJson(kPdfBytes, kPdfBytes, kAdded))));
  EXPECT_TRUE(find("applicationDetail.wanted.handIn")->isEnabled()) << "from another day";
  server->answer(kWantedFile, {.status = 204});
  ASSERT_TRUE(press((kFileName + ".remove").c_str()));
  ASSERT_TRUE(eventually([&] { return find(kFileName.c_str()) == nullptr; }));
  EXPECT_TRUE(find("applicationDetail.wanted.add")->hasFocus());
  EXPECT_FALSE(find("applicationDetail.wanted.handIn")->isEnabled());
}

TEST_F(ApplicationFilesTest, AFileThatIsThereAlreadyIsNotAddedOnceMore) {
  const std::string digest =
      QCryptographicHash::hash(kPdf, QCryptographicHash::Sha256).toHex().toStdString();
  ASSERT_NO_FATAL_FAILURE(toWanted(wanted(fileJson(kPdfBytes, kPdfBytes, {}, digest))));
  outlets.existing = file("tax.pdf", kPdf);
  ASSERT_TRUE(press("applicationDetail.wanted.add"));
  EXPECT_TRUE(eventually([&] {
    return wordsOf("applicationDetail.wanted.upload").contains("already part");
  })) << shown().toStdString();
  EXPECT_EQ(asked(kWantedFiles), 0U);
}

TEST_F(ApplicationFilesTest, WhatWasCutOffIsSaidAndGoesOnFromWhereItWas) {
  ASSERT_NO_FATAL_FAILURE(toWanted(wanted(fileJson(400, kPdfBytes, kAdded))));
  EXPECT_NE(find((kFileName + ".part").c_str()), nullptr) << shown().toStdString();
  EXPECT_FALSE(find("applicationDetail.wanted.handIn")->isEnabled());
  outlets.existing = file("tax.pdf", kPdf);
  server->answer(kWantedFiles, attachment(201, 400, kPdfBytes));
  server->answer(kWantedFile + "/content", ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("applicationDetail.wanted.add"));
  ASSERT_TRUE(eventually([&] { return find("applicationDetail.wanted.upload.again") != nullptr; }));
  server->answer(kWantedFile, attachment(200, 700, kPdfBytes));
  server->answer(kWantedFile + "/content", attachment(200, kPdfBytes, kPdfBytes));
  ASSERT_TRUE(press("applicationDetail.wanted.upload.again"));
  ASSERT_TRUE(eventually([&] { return find("applicationDetail.wanted.handIn")->isEnabled(); }));
  const auto pieces = server->requests(kWantedFile + "/content");
  EXPECT_EQ(pieces.front().body, kPdf.mid(400).toStdString());
  EXPECT_EQ(pieces.back().body, kPdf.mid(700).toStdString());
  EXPECT_EQ(find((kFileName + ".part").c_str()), nullptr);
}

TEST_F(ApplicationFilesTest, AnUploadOutlivesTheEndOfTheSession) {
  ASSERT_NO_FATAL_FAILURE(toWanted());
  outlets.existing = file("tax.pdf", kPdf);
  server->answer(kWantedFiles, attachment(201, 0, kPdfBytes));
  server->answer(kWantedFile + "/content",
                 ScriptedServer::Answer{.status = 200, .body = "{}", .never = true});
  ASSERT_TRUE(press("applicationDetail.wanted.add"));
  ASSERT_TRUE(eventually([&] { return asked(kWantedFile + "/content") == 1; }));
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  server->release();
  server->answer(kWantedFile, attachment(200, kPdfBytes, kPdfBytes));
  ASSERT_NO_FATAL_FAILURE(logIn());
  ASSERT_TRUE(waitForPlace("applicationDetail"));
  ASSERT_TRUE(eventually([&] { return find(kFileName.c_str()) != nullptr; }));
}

TEST_F(ApplicationFilesTest, NothingIsHandedInWithoutAFileThatWasChosen) {
  ASSERT_NO_FATAL_FAILURE(toWanted(wanted(fileJson(kPdfBytes, kPdfBytes, kAdded))));
  ASSERT_TRUE(find("applicationDetail.wanted.handIn")->isEnabled());
  BusyThreads disk;
  outlets.existing = file("tax.png", "\x89PNG and no more");
  ASSERT_TRUE(press("applicationDetail.wanted.add"));
  EXPECT_FALSE(find("applicationDetail.wanted.handIn")->isEnabled()) << "it is looked at";
  ASSERT_TRUE(press("applicationDetail.wanted.add"));
  EXPECT_TRUE(isPresented("applicationDetail.wanted.wait")) << shown().toStdString();
  EXPECT_FALSE(window().close());
  disk.release();
  ASSERT_TRUE(eventually([&] { return !window().wouldLoseSomething(); }));
  ASSERT_TRUE(press("leave.no"));
  EXPECT_FALSE(find("applicationDetail.wanted.handIn")->isEnabled()) << "it waits for the person";
  ASSERT_TRUE(press("applicationDetail.wanted.upload.again"));
  ASSERT_TRUE(eventually([&] { return find("scan.cancel") != nullptr; })) << shown().toStdString();
  ASSERT_TRUE(press("scan.cancel"));
  EXPECT_EQ(find("applicationDetail.wanted.upload"), nullptr);
  EXPECT_TRUE(find("applicationDetail.wanted.handIn")->isEnabled());
}

TEST_F(ApplicationFilesTest, WhileOneFileIsSentTheNextOneWaitsAndNothingIsLostUnasked) {
  ASSERT_NO_FATAL_FAILURE(toWanted());
  outlets.existing = file("tax.pdf", kPdf);
  server->answer(kWantedFiles, attachment(201, 0, kPdfBytes));
  ScriptedServer::Answer slow = attachment(200, kPdfBytes, kPdfBytes);
  slow.never = true;
  server->answer(kWantedFile + "/content", slow);
  ASSERT_TRUE(press("applicationDetail.wanted.add"));
  ASSERT_TRUE(eventually([&] { return asked(kWantedFile + "/content") == 1; }));
  ASSERT_TRUE(press("applicationDetail.wanted.add"));
  EXPECT_TRUE(isPresented("applicationDetail.wanted.wait")) << shown().toStdString();
  expectInAllLanguages("applicationDetail.wanted.wait");
  ASSERT_TRUE(press("header.leave"));
  ASSERT_NE(find("leave.yes"), nullptr) << "asked before it is gone";
  ASSERT_TRUE(press("leave.no"));
  server->release();
  ASSERT_TRUE(eventually([&] { return find(kFileName.c_str()) != nullptr; }));
  EXPECT_EQ(find("applicationDetail.wanted.wait"), nullptr);
  EXPECT_EQ(asked(kWantedFiles), 1U);
}

TEST_F(ApplicationFilesTest, AfterTheDeadlineNothingIsOffered) {
  ASSERT_NO_FATAL_FAILURE(toWanted(wanted({}, -1)));
  const QString said = wordsOf("applicationDetail.wanted");
  EXPECT_TRUE(said.contains("The deadline for the documents has passed")) << said.toStdString();
  EXPECT_TRUE(said.contains(kHelpDesk));
  EXPECT_EQ(find("applicationDetail.wanted.add"), nullptr);
}

TEST_F(ApplicationFilesTest, ADeadlineThatPassesMeanwhileIsSaidWhateverTheClockHere) {
  ASSERT_NO_FATAL_FAILURE(toWanted(wanted(fileJson(kPdfBytes, kPdfBytes, kAdded))));
  server->answer(kApplication + "/documents", ScriptedServer::problem(409, "tooLate"));
  server->answer(kApplication, wanted(fileJson(kPdfBytes, kPdfBytes, kAdded)));
  ASSERT_TRUE(press("applicationDetail.wanted.handIn"));
  ASSERT_TRUE(eventually([&] { return asked(kApplication) == 2; }));
  ASSERT_TRUE(waitToSee("The deadline for the documents has passed")) << shown().toStdString();
  EXPECT_EQ(find("applicationDetail.wanted.handIn"), nullptr);
}

TEST_F(ApplicationFilesTest, AfterAnOutageTheyCanBeHandedInOnceMore) {
  ASSERT_NO_FATAL_FAILURE(toWanted(wanted(fileJson(kPdfBytes, kPdfBytes, kAdded))));
  server->answer(kApplication + "/documents", ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("applicationDetail.wanted.handIn"));
  ASSERT_TRUE(eventually([&] { return find("applicationDetail.failure") != nullptr; }));
  ASSERT_TRUE(find("applicationDetail.wanted.handIn")->isEnabled());
  server->answer(kApplication + "/documents",
                 detail("examination", {}, {}, "," + step("documentsWanted")));
  ASSERT_TRUE(press("applicationDetail.wanted.handIn"));
  ASSERT_TRUE(eventually([&] { return find("applicationDetail.handedIn") != nullptr; }));
}

/// A draft whose photo is on the service.
class DraftFilesTest : public ApplicationFilesTest {
 protected:
  const std::string kPhoto = kDraft + "/attachments/" + kFileId;

  void toPhoto() {
    const forms::Answers answers = goodAnswers();
    const auto photo = forms::attachmentFrom(answers.values.at("photo"));
    ASSERT_TRUE(photo);
    ASSERT_NO_FATAL_FAILURE(toList(draftLine()));
    server->answer(kDraft,
                   {.status = 200,
                    .body = draft(answers, 1, "filing", kDraftId,
                                  fileJson(photo->bytes, photo->bytes, {}, photo->digest))});
    ASSERT_TRUE(press(("applications.draft." + kDraftId).c_str()));
    ASSERT_TRUE(waitForPlace("applicationForm")) << shown().toStdString();
  }
};

TEST_F(DraftFilesTest, AFileThatTheFormNamesNoMoreIsDeletedOnceTheDraftIsKeptWithoutIt) {
  ASSERT_NO_FATAL_FAILURE(toPhoto());
  server->answer(kDraft, ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("application.photo.remove"));
  ASSERT_TRUE(eventually([&] { return textOf("application.kept").contains("Not saved yet"); }));
  EXPECT_EQ(asked(kPhoto), 0U) << "the kept draft names it still";
  server->answer(kDraft, kept(2));
  server->answer(kPhoto, ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("application.next"));
  ASSERT_TRUE(press("application.later"));  // the review keeps it
  ASSERT_TRUE(eventually([&] { return asked(kPhoto) == 1; }));
  server->answer(kPhoto, {.status = 204});
  server->answer(kDraft, kept(3));
  ASSERT_TRUE(press("applicationReview.back"));
  ASSERT_TRUE(press("application.receipt.counter"));
  ASSERT_TRUE(eventually([&] { return asked(kPhoto) == 2; })) << "tried once more";
}

TEST_F(DraftFilesTest, AReplacedFileStaysUntilTheNewOneHasArrived) {
  ASSERT_NO_FATAL_FAILURE(toPhoto());
  const std::string other = "f2" + std::string(30, '0');
  const QByteArray photo = madePhoto();
  const auto bytes = static_cast<std::uint64_t>(photo.size());
  outlets.existing = file("new.jpg", photo);
  const std::string files = kDraft + "/attachments";
  const std::string digest(64, 'b');
  server->answer(files, {.status = 201, .body = fileJson(0, bytes, {}, digest, other)});
  server->answer(files + "/" + other + "/content",
                 {.status = 200, .body = fileJson(bytes, bytes, {}, digest, other)});
  server->answer(kDraft, kept(2));
  server->answer(kPhoto, {.status = 204});
  ASSERT_TRUE(press("application.photo"));
  ASSERT_NO_FATAL_FAILURE(usePhoto());
  ASSERT_TRUE(eventually([&] { return asked(kPhoto) == 1; }));
  EXPECT_EQ(puts(), 1U);
  EXPECT_EQ(lastPut().at("values").at("photo").at("bytes"), bytes);
}

TEST_F(ApplicationFilesTest, WhereNoFilesAreBroughtThePageSaysWhereTheyCanBeAdded) {
  outlets.refused.insert(app::Outlets::Kind::ownFiles);
  ASSERT_NO_FATAL_FAILURE(toWanted());
  outlets.existing = file("tax.pdf", kPdf);
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(press("applicationDetail.wanted.add"));
    EXPECT_TRUE(wordsOf("applicationDetail.wanted.noFiles")
                    .contains("Files cannot be added at this machine."));
    EXPECT_TRUE(isPresented("applicationDetail.wanted.noFiles"));
  }
  EXPECT_EQ(asked(kWantedFiles), 0U);
}

}  // namespace
}  // namespace madoguchi::test
