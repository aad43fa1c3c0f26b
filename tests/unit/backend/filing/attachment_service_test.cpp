#include "backend/filing/attachment_service.h"

#include <gtest/gtest.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "backend/core/encoding.h"
#include "backend/files/file_judge.h"
#include "backend/files/file_store.h"
#include "backend/files/virus_scanner.h"
#include "backend/filing/draft_store.h"
#include "backend/filing/ids.h"
#include "backend/filing/unnamed_files.h"
#include "tests/support/test_database.h"
#include "tests/unit/backend/files/clamd.h"
#include "tests/unit/backend/files/pdf_files.h"
#include "tests/unit/backend/filing/applicant.h"

namespace madoguchi::backend {
namespace {

using nlohmann::json;
using protocol::Reason;
using protocol::Refusal;

class AttachmentServiceTest : public testing::Test {
 protected:
  using Outcome = AttachmentService::Outcome;

  static Deadline soon() { return deadlineIn(std::chrono::minutes(1)); }
  AttachmentService::Owner draft(const std::string& account, bool isThere = true) {
    return {.accountId = account, .id = m_drafts.at(account), .takes = [isThere](Transaction&) {
              return isThere;
            }};
  }
  static json announcement(const std::string& bytes, const std::string& name = "register.pdf",
                           std::string_view kind = kDocument) {
    return {{"kind", kind}, {"name", name}, {"bytes", bytes.size()}, {"sha256", sha256Hex(bytes)}};
  }
  Outcome create(const json& body, const std::string& account = "maria") {
    return m_service.create(draft(account), body.dump(), soon());
  }
  Outcome append(const Attachment& file, std::uint64_t from, std::string_view piece,
                 const std::string& account = "maria") {
    return m_service.append(draft(account), file.id, from, piece, soon());
  }
  static Attachment good(const Outcome& outcome) {
    const auto* file = std::get_if<Attachment>(&outcome);
    EXPECT_NE(file, nullptr) << protocol::name(std::get<Refusal>(outcome).reason);
    return file != nullptr ? *file : Attachment{};
  }
  static std::optional<Reason> refusal(const Outcome& outcome) {
    const auto* refused = std::get_if<Refusal>(&outcome);
    return refused != nullptr ? std::optional(refused->reason) : std::nullopt;
  }
  /// In two pieces; what the last one is answered with.
  Outcome upload(const std::string& bytes, const json& body) {
    const Attachment file = good(create(body));
    const std::size_t half = bytes.size() / 2;
    EXPECT_EQ(good(append(file, 0, std::string_view(bytes).substr(0, half))).received, half);
    return append(file, half, std::string_view(bytes).substr(half));
  }
  Outcome upload(const std::string& bytes) { return upload(bytes, announcement(bytes)); }
  std::size_t filesOnDisk() const {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_folder.path())) {
      count += entry.is_regular_file() ? 1U : 0U;
    }
    return count;
  }

  AttachmentService::Parts parts(FileJudge& judge, VirusScanner* scanner = nullptr) {
    return {
        .storage = m_storage, .files = m_files, .judge = judge, .keys = m_keys, .scanner = scanner};
  }

  Seconds m_now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 26)};
  madoguchi::test::TestDatabase m_database;
  madoguchi::test::TemporaryFolder m_folder;
  Storage m_storage = m_database.storage();
  DataKeys m_keys{test::kTestKey};
  FileStore m_files{makeFolderShelf(m_folder.path()), m_keys};
  FileJudge m_judge{MADOGUCHI_CHECK_PDF};
  AttachmentService m_service{parts(m_judge), [this] { return m_now; }};
  std::map<std::string, std::string> m_drafts{{"maria", makeId()}, {"other", makeId()}};
};

TEST_F(AttachmentServiceTest, PiecesBecomeAFileThatWasLookedAt) {
  const Attachment file = good(upload(test::goodPdf()));
  EXPECT_TRUE(file.isWhole);
  EXPECT_EQ(file.name, "register.pdf");
  const auto list = m_service.list(draft("maria"), soon());
  ASSERT_EQ(list.size(), 1U);
  EXPECT_TRUE(list[0].isWhole);
  EXPECT_EQ(refusal(append(file, file.bytes, "")), Reason::uploadElsewhere);
  EXPECT_EQ(m_database.query("SELECT name FROM attachments").find("register"), std::string::npos);
}

TEST_F(AttachmentServiceTest, WhatWasCutOffGoesOnWhereItStopped) {
  const std::string bytes = test::goodPdf();
  const Attachment file = good(create(announcement(bytes)));
  good(append(file, 0, bytes.substr(0, 10)));
  EXPECT_EQ(refusal(append(file, 0, bytes.substr(0, 10))), Reason::uploadElsewhere);
  EXPECT_EQ(refusal(append(file, 11, "x")), Reason::uploadElsewhere);
  EXPECT_EQ(good(m_service.find(draft("maria"), file.id, soon())).received, 10U);
  EXPECT_EQ(good(create(announcement(bytes))).received, 10U) << "the same file is the same one";
  EXPECT_TRUE(good(append(file, 10, bytes.substr(10))).isWhole);
}

TEST_F(AttachmentServiceTest, APieceIsNotMoreThanWasAnnounced) {
  const std::string bytes = test::goodPdf();
  const Attachment file = good(create(announcement(bytes)));
  EXPECT_EQ(refusal(append(file, 0, bytes + "x")), Reason::fileTooLarge);
  EXPECT_EQ(good(m_service.find(draft("maria"), file.id, soon())).received, 0U);
}

TEST_F(AttachmentServiceTest, WhatIsNotTakenIsGone) {
  const std::string script = test::pdfOf(
      {"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript>>>>", test::kPages, test::kPage});
  EXPECT_EQ(refusal(upload(script)), Reason::fileWithScript);
  json wrong = announcement(test::goodPdf());
  wrong["sha256"] = std::string(64, '0');
  EXPECT_EQ(refusal(upload(test::goodPdf(), wrong)), Reason::fileDamaged);
  const std::string picture = test::jpegOf(90, 120);
  EXPECT_EQ(refusal(upload(picture)), Reason::fileType) << "as a document";
  EXPECT_EQ(refusal(upload(test::goodPdf(), announcement(test::goodPdf(), "a.jpg", kPhoto))),
            Reason::fileType);
  EXPECT_TRUE(m_service.list(draft("maria"), soon()).empty());
  EXPECT_EQ(filesOnDisk(), 0U);
  EXPECT_TRUE(good(upload(picture, announcement(picture, "me.jpg", kPhoto))).isWhole);
}

TEST_F(AttachmentServiceTest, OneThatWasNotLookedAtIsLookedAtOnceMore) {
  const std::string bytes = test::goodPdf();
  const Attachment file = good(create(announcement(bytes)));
  FileJudge nobody("/nowhere");
  AttachmentService broken(parts(nobody));
  EXPECT_THROW(broken.append(draft("maria"), file.id, 0, bytes, soon()), std::system_error);
  EXPECT_FALSE(good(m_service.find(draft("maria"), file.id, soon())).isWhole);
  EXPECT_TRUE(good(append(file, bytes.size(), "")).isWhole);
}

TEST_F(AttachmentServiceTest, OneForWhichThereWasNoTimeStaysAndIsLookedAtOnceMore) {
  const auto program = m_folder.path().string() + ".sleeps";
  std::ofstream(program) << "#!/bin/sh\nexec /bin/sleep 600\n";
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  const std::string bytes = test::goodPdf();
  const Attachment file = good(create(announcement(bytes)));
  FileJudge nobody("/nowhere");
  EXPECT_THROW(AttachmentService(parts(nobody)).append(draft("maria"), file.id, 0, bytes, soon()),
               std::system_error);
  FileJudge sleepy(program);
  AttachmentService slow(parts(sleepy));
  EXPECT_EQ(refusal(slow.append(draft("maria"), file.id, bytes.size(), "",
                                deadlineIn(std::chrono::milliseconds(20)))),
            Reason::unavailable);
  std::filesystem::remove(program);
  EXPECT_TRUE(good(append(file, bytes.size(), "")).isWhole);
}

TEST_F(AttachmentServiceTest, TheLimitsAreThoseOfTheDay) {
  json body = announcement("x");
  const auto tryBytes = [&](std::uint64_t bytes, int number, std::string_view kind = kDocument) {
    body["kind"] = kind;
    body["bytes"] = bytes;
    body["sha256"] = sha256Hex(std::to_string(number));
    return refusal(create(body));
  };
  EXPECT_EQ(tryBytes(0, 0), Reason::fileEmpty);
  EXPECT_EQ(tryBytes(26'214'401, 0), Reason::fileTooLarge);
  EXPECT_EQ(tryBytes(51'201, 0, kPhoto), Reason::fileTooLarge);
  EXPECT_EQ(tryBytes(40'000, 0, kPhoto), std::nullopt);
  EXPECT_EQ(tryBytes(40'000, 1, kPhoto), std::nullopt) << "that takes the place of the first";
  EXPECT_EQ(tryBytes(40'000, 2, kPhoto), Reason::filesTooMany) << "a third face";
  EXPECT_EQ(tryBytes(26'214'400, 1), Reason::fileTooLarge) << "with the photo";
  for (int i = 3; i < 21; ++i) {
    EXPECT_EQ(tryBytes(1'000'000, i), std::nullopt) << i;
  }
  EXPECT_EQ(tryBytes(1, 21), Reason::filesTooMany);
  m_now = Seconds(std::chrono::sys_days(std::chrono::year(2025) / 12 / 1));
  EXPECT_EQ(refusal(m_service.create(draft("other"), announcement("a").dump(), soon())),
            std::nullopt);
  EXPECT_EQ(refusal(m_service.create(draft("other"), announcement("b").dump(), soon())),
            Reason::filesTooMany)
      << "one file until 2026";
}

/// A draft's, which names these files.
AttachmentService::Owner naming(AttachmentService::Owner owner,
                                const std::set<std::string>& files) {
  owner.names = [files](Transaction&) { return files; };
  return owner;
}

TEST_F(AttachmentServiceTest, WhatADraftDoesNotNameGivesWayToWhatComes) {
  const std::string kept = test::jpegOf(90, 120);
  const std::string left = test::jpegOf(120, 90);
  const Attachment named = good(upload(kept, announcement(kept, "me.jpg", kPhoto)));
  const Attachment unnamed = good(upload(left, announcement(left, "old.jpg", kPhoto)));
  const auto owner = naming(draft("maria"), {sha256Hex(kept)});
  const std::string third = announcement("third", "new.jpg", kPhoto).dump();
  EXPECT_EQ(refusal(m_service.create(owner, third, soon())), Reason::filesTooMany)
      << "a program may be about to name it";
  m_now += kUnnamedFilesHoldRoom;
  EXPECT_EQ(refusal(m_service.create(owner, third, soon())), Reason::filesTooMany);
  m_now += std::chrono::seconds(1);
  EXPECT_EQ(refusal(m_service.create(draft("maria"), third, soon())), Reason::filesTooMany)
      << "of what names no files";
  const std::string larger = [] {
    json body = announcement("larger", "new.jpg", kPhoto);
    body["bytes"] = 51'201;
    return body.dump();
  }();
  EXPECT_EQ(refusal(m_service.create(owner, larger, soon())), Reason::fileTooLarge);
  EXPECT_EQ(filesOnDisk(), 4U) << "nothing gave way for nothing";
  good(m_service.create(owner, third, soon()));
  EXPECT_EQ(refusal(m_service.find(owner, unnamed.id, soon())), Reason::notFound);
  EXPECT_TRUE(good(m_service.find(owner, named.id, soon())).isWhole);
  EXPECT_EQ(filesOnDisk(), 2U);
}

// The database may have a transaction begun again, and what came meanwhile decides then.
TEST_F(AttachmentServiceTest, NothingGivesWayWhereTheSecondBeginningFindsNoDraft) {
  const std::string left = test::jpegOf(120, 90);
  const Attachment unnamed = good(upload(left, announcement(left, "old.jpg", kPhoto)));
  good(create(announcement("second", "b.jpg", kPhoto)));
  m_now += kUnnamedFilesHoldRoom + std::chrono::seconds(1);
  auto owner = naming(draft("maria"), {});
  int begun = 0;
  owner.takes = [&begun](Transaction&) { return ++begun == 1; };
  m_database.execute(  // as if another had taken the row's key
      "CREATE TRIGGER taken BEFORE INSERT ON attachments BEGIN SELECT RAISE(ABORT, 'taken'); "
      "END;\n");
  EXPECT_EQ(refusal(m_service.create(owner, announcement("third", "c.jpg", kPhoto).dump(), soon())),
            Reason::notFound);
  EXPECT_EQ(begun, 2);
  EXPECT_TRUE(good(m_service.find(draft("maria"), unnamed.id, soon())).isWhole);
  EXPECT_EQ(filesOnDisk(), 2U);
}

TEST_F(AttachmentServiceTest, WhatIsStillArrivingHoldsItsRoom) {
  const auto owner = naming(draft("maria"), {});
  const Attachment first = good(create(announcement("first", "a.jpg", kPhoto)));
  good(create(announcement("second", "b.jpg", kPhoto)));
  m_now += kUnnamedFilesHoldRoom;
  good(append(first, 0, "fir"));
  m_now += std::chrono::seconds(1);
  good(m_service.create(owner, announcement("third", "c.jpg", kPhoto).dump(), soon()));
  std::vector<std::uint64_t> there;
  for (const Attachment& file : m_service.list(owner, soon())) {
    there.push_back(file.received);
  }
  EXPECT_EQ(there, (std::vector<std::uint64_t>{3, 0})) << "the one of which nothing came has gone";
}

TEST_F(AttachmentServiceTest, ANameSaysNothingOfWhereItLies) {
  int number = 0;
  for (const char* name : {"../../../etc/passwd", "..\\..\\passwd", "/passwd", "C:\\passwd"}) {
    const std::string bytes = test::goodPdf(std::to_string(++number));
    const Attachment file = good(upload(bytes, announcement(bytes, name)));
    EXPECT_EQ(file.name, "passwd");
    EXPECT_EQ(filesOnDisk(), 2U * static_cast<unsigned>(number)) << "its pieces, and nothing else";
  }
  for (const std::string& name :
       {std::string(), std::string("a/"), std::string("a\nb"), std::string("a\x7F"),
        std::string("a\u009B2J"), std::string("a\u0085"), std::string("me\u202Egpj.exe"),
        std::string("a\u2028b"), std::string("\u2067a"), std::string(256, 'x')}) {
    EXPECT_EQ(refusal(create(announcement("x", name))), Reason::malformed) << name;
  }
}

TEST_F(AttachmentServiceTest, WhatIsNoAnnouncementIsMalformed) {
  for (const json& patch :
       {json{{"kind", "passport"}}, json{{"bytes", -1}}, json{{"bytes", "1"}}, json{{"bytes", 1.5}},
        json{{"sha256", std::string(64, 'A')}}, json{{"sha256", "../.."}}, json{{"more", 1}}}) {
    json body = announcement("x");
    body.update(patch);
    EXPECT_EQ(refusal(create(body)), Reason::malformed) << patch;
  }
}

TEST_F(AttachmentServiceTest, SomebodyElsesFileIsNotThereAndItsDigestGivesNothing) {
  const std::string bytes = test::goodPdf();
  const Attachment file = good(upload(bytes));
  EXPECT_EQ(refusal(m_service.find(draft("other"), file.id, soon())), Reason::notFound);
  EXPECT_EQ(refusal(append(file, 0, bytes, "other")), Reason::notFound);
  EXPECT_FALSE(m_service.remove(draft("other"), file.id, soon()));
  // Nor where the account names the draft of somebody else.
  AttachmentService::Owner thief = draft("maria", false);
  thief.accountId = "other";
  EXPECT_EQ(refusal(m_service.find(thief, file.id, soon())), Reason::notFound);
  EXPECT_EQ(refusal(m_service.create(thief, announcement(bytes).dump(), soon())), Reason::notFound);
  const Attachment guessed = good(create(announcement(bytes), "other"));
  EXPECT_NE(guessed.id, file.id);
  EXPECT_EQ(guessed.received, 0U);
  EXPECT_TRUE(m_service.remove(draft("other"), guessed.id, soon()));
  EXPECT_TRUE(good(m_service.find(draft("maria"), file.id, soon())).isWhole);
  EXPECT_EQ(filesOnDisk(), 2U);
  for (const std::string& id :
       {std::string(), std::string("../") + file.id, std::string(32, '\0')}) {
    EXPECT_EQ(refusal(m_service.find(draft("maria"), id, soon())), Reason::notFound);
    EXPECT_EQ(refusal(m_service.append(draft("maria"), id, 0, "x", soon())), Reason::notFound);
  }
}

TEST_F(AttachmentServiceTest, AFileThatIsRemovedIsGone) {
  const Attachment file = good(upload(test::goodPdf()));
  EXPECT_TRUE(m_service.remove(draft("maria"), file.id, soon()));
  EXPECT_FALSE(m_service.remove(draft("maria"), file.id, soon()));
  EXPECT_EQ(filesOnDisk(), 0U);
}

TEST_F(AttachmentServiceTest, WhatCameBeforeATimeStays) {
  const Attachment filed = good(upload(test::goodPdf()));
  AttachmentService::Owner application = draft("maria");
  application.removableSince = [since = m_now + std::chrono::hours(1)](Transaction&) {
    return since;
  };
  const auto onDisk = filesOnDisk();
  EXPECT_FALSE(m_service.remove(application, filed.id, soon()));
  EXPECT_EQ(filesOnDisk(), onDisk);
  m_now += std::chrono::hours(1);
  const Attachment added = good(create(announcement("x")));
  EXPECT_TRUE(m_service.remove(application, added.id, soon()));
}

TEST_F(AttachmentServiceTest, APieceThatCannotBeKeptHasNotArrived) {
  const std::string bytes = test::goodPdf();
  const Attachment file = good(create(announcement(bytes)));
  const auto away = m_folder.path().string() + ".away";
  std::filesystem::rename(m_folder.path(), away);  // the disk is not there
  EXPECT_THROW(append(file, 0, bytes), FileError);
  EXPECT_EQ(good(m_service.find(draft("maria"), file.id, soon())).received, 0U);
  std::filesystem::rename(away, m_folder.path());
  EXPECT_TRUE(good(append(file, 0, bytes)).isWhole);
}

TEST_F(AttachmentServiceTest, OfTwoPiecesForOnePlaceOneArrives) {
  const std::string bytes = test::goodPdf();
  const Attachment file = good(create(announcement(bytes)));
  constexpr int kThreads = 6;
  std::atomic<int> arrived = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      if (refusal(append(file, 0, std::string_view(bytes).substr(0, 100))) == std::nullopt) {
        ++arrived;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(arrived, 1);
  EXPECT_EQ(filesOnDisk(), 1U) << "those of the others are gone";
  EXPECT_TRUE(good(append(file, 100, std::string_view(bytes).substr(100))).isWhole);
}

TEST_F(AttachmentServiceTest, PiecesDoNotOverlapNorLieBeyond) {
  const std::string bytes = test::goodPdf();
  const Attachment file = good(create(announcement(bytes)));
  good(append(file, 0, bytes.substr(0, 100)));
  for (const std::uint64_t from :
       {std::uint64_t{0}, std::uint64_t{99}, std::uint64_t{101}, std::uint64_t{bytes.size()},
        std::uint64_t{1} << 63U, ~std::uint64_t{0}}) {
    EXPECT_EQ(refusal(append(file, from, "x")), Reason::uploadElsewhere) << from;
  }
  EXPECT_EQ(refusal(append(file, 100, bytes)), Reason::fileTooLarge);
  EXPECT_EQ(filesOnDisk(), 1U);
  EXPECT_TRUE(good(append(file, 100, bytes.substr(100))).isWhole);
  EXPECT_EQ(refusal(append(file, bytes.size(), "")), Reason::uploadElsewhere) << "it is whole";
}

TEST_F(AttachmentServiceTest, AFileFromBeforeThereWerePiecesIsRead) {
  const std::string bytes = test::goodPdf();
  const Attachment file = good(create(announcement(bytes)));
  // As it rested then: one under its id, each piece sealed to where it began.
  std::string rests;
  for (const std::string& piece : {bytes.substr(0, 300), bytes.substr(300)}) {
    const Sealed sealed =
        m_keys.seal(piece, "file " + file.id + ' ' + std::to_string(rests.size()));
    rests += static_cast<char>(sealed.keyId.size()) + sealed.keyId + std::string(2, '\0') +
             static_cast<char>(sealed.bytes.size() >> 8U) +
             static_cast<char>(sealed.bytes.size() & 0xFFU) + sealed.bytes;
  }
  makeFolderShelf(m_folder.path())->put(file.id, rests + "of a request that came to nothing");
  m_storage.write(soon(), [&](Transaction& transaction) {
    AttachmentRow row = *attachmentOf(transaction, "maria", m_drafts.at("maria"), file.id);
    row.received = bytes.size();
    noteArrival(transaction, row, 0);
    addPiece(transaction, file.id, {.begins = 0, .name = file.id, .stored = rests.size()});
  });
  EXPECT_TRUE(good(append(file, bytes.size(), "")).isWhole);
}

TEST_F(AttachmentServiceTest, AVirusIsRefusedAndWithoutAScannerNothingIsTaken) {
  const std::string bytes = test::goodPdf();
  VirusScanner nobody((m_folder.path() / "no.socket").string());
  AttachmentService guarded(parts(m_judge, &nobody), [this] { return m_now; });
  const Attachment file = good(create(announcement(bytes)));
  EXPECT_THROW(guarded.append(draft("maria"), file.id, 0, bytes, soon()), FileError);
  EXPECT_EQ(good(m_service.find(draft("maria"), file.id, soon())).received, bytes.size())
      << "nothing is lost";
  test::Clamd clamd;
  VirusScanner scanner(clamd.address());
  AttachmentService again(parts(m_judge, &scanner), [this] { return m_now; });
  EXPECT_TRUE(good(again.append(draft("maria"), file.id, bytes.size(), "", soon())).isWhole);
  const std::string infected = test::goodPdf(std::string(test::kTestVirus));
  const Attachment other = good(create(announcement(infected)));
  EXPECT_EQ(refusal(again.append(draft("maria"), other.id, 0, infected, soon())),
            Reason::fileInfected);
  EXPECT_EQ(refusal(m_service.find(draft("maria"), other.id, soon())), Reason::notFound);
}

}  // namespace
}  // namespace madoguchi::backend
