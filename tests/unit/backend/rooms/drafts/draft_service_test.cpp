#include "backend/rooms/drafts/draft_service.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "backend/accounts/account_end.h"
#include "backend/files/file_store.h"
#include "backend/filing/attachment_store.h"
#include "backend/filing/draft_store.h"
#include "backend/filing/unnamed_files.h"
#include "backend/rooms/drafts/draft_json.h"
#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"
#include "tests/support/test_database.h"
#include "tests/unit/backend/filing/applicant.h"
#include "tests/unit/forms/application/application_answers.h"

namespace madoguchi::backend {
namespace {

using nlohmann::json;
using protocol::Reason;
using protocol::Refusal;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

class DraftServiceTest : public testing::Test {
 protected:
  using Outcome = std::variant<Draft, Refusal>;

  static Deadline soon() { return deadlineIn(minutes(1)); }
  static json values() {
    return json::parse(forms::draftJson(forms::applicationForm(), forms::dependentsAnswers()))
        .at("answers");
  }
  static json newDraft() {
    return {{"forWhom", "self"},
            {"procedure", "extension"},
            {"formVersion", forms::applicationForm().version},
            {"values", values()},
            {"page", "identity"}};
  }
  static json nextOf(const Draft& draft) {
    return {{"revision", draft.revision},
            {"formVersion", forms::applicationForm().version},
            {"values", values()},
            {"page", "stay"}};
  }
  Outcome create(const json& body = newDraft(), const std::string& attempt = "first",
                 const std::string& account = "maria") {
    return m_service.create(account, body.dump(), attempt, soon());
  }
  static Draft good(const Outcome& outcome) {
    const auto* draft = std::get_if<Draft>(&outcome);
    EXPECT_NE(draft, nullptr) << protocol::name(std::get<Refusal>(outcome).reason);
    return draft != nullptr ? *draft : Draft{};
  }
  static std::optional<Reason> refusal(const Outcome& outcome) {
    const auto* refused = std::get_if<Refusal>(&outcome);
    return refused != nullptr ? std::optional(refused->reason) : std::nullopt;
  }
  Outcome save(const Draft& draft, const json& body, const std::string& account = "maria") {
    return m_service.save(account, draft.id, body.dump(), soon());
  }
  Outcome find(const Draft& draft, const std::string& account = "maria") {
    return m_service.find(account, draft.id, soon());
  }
  template <typename Work>
  auto write(Work work) {
    return m_storage.write(soon(), work);
  }
  int forget() {
    return write([this](Transaction& transaction) {
      std::vector<std::string> pieces;
      return forgetOldDrafts(transaction, m_now, 10, pieces);
    });
  }
  int warn() {
    return write([this](Transaction& transaction) { return warnOfOldDrafts(transaction, m_now); });
  }

  Seconds m_now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 26)};
  madoguchi::test::TestDatabase m_database;
  Storage m_storage = m_database.storage();
  DataKeys m_keys{test::kTestKey};
  madoguchi::test::TemporaryFolder m_folder;
  FileStore m_files{makeFolderShelf(m_folder.path()), m_keys};
  DraftService m_service{m_storage, m_keys, m_files, [this] { return m_now; }};
  std::string m_maria = test::addApplicant(m_database, "maria");
  std::string m_other = test::addApplicant(m_database, "other");
};

TEST_F(DraftServiceTest, WhatIsSavedIsThereAgainOnAnotherComputer) {
  const Draft draft = good(create());
  const json shown = draftJson(good(find(draft)));
  json expected = newDraft();
  expected.update({{"id", draft.id},
                   {"revision", 1},
                   {"savedAt", "2026-11-26T00:00:00Z"},
                   {"expiresAt", "2027-02-24T00:00:00Z"}});
  EXPECT_EQ(shown, expected);
  m_now += days(1);
  json next = nextOf(draft);
  next["values"]["name"] = "SANTOS MARIA";
  EXPECT_EQ(savedJson(good(save(draft, next))), (json{{"revision", 2},
                                                      {"savedAt", "2026-11-27T00:00:00Z"},
                                                      {"expiresAt", "2027-02-25T00:00:00Z"}}));
  const json again = draftJson(good(find(draft)));
  EXPECT_EQ(again.at("values"), next.at("values"));
  EXPECT_EQ(again.at("page"), "stay");
  EXPECT_EQ(again.at("forWhom"), "self");
}

TEST_F(DraftServiceTest, TheListTellsWhoseItIsAndTheNewestComesFirst) {
  good(create());
  m_now += minutes(1);
  json second = newDraft();
  second["values"] = {{"desiredStatus", "T61"}};
  second["procedure"] = "change";
  good(create(second, "second"));
  const auto drafts = m_service.list("maria", soon());
  ASSERT_EQ(drafts.size(), 2U);
  EXPECT_EQ(summaryJson(drafts[0]).at("applicant"), "");
  EXPECT_EQ(summaryJson(drafts[0]).at("status"), "T61");
  EXPECT_EQ(summaryJson(drafts[1]).at("applicant"), "SANTOS MARIA CLARA");
  EXPECT_EQ(summaryJson(drafts[1]).at("status"), "T44");
  EXPECT_TRUE(m_service.list("other", soon()).empty());
}

TEST_F(DraftServiceTest, WhatIsDamagedHidesNoOther) {
  const Draft damaged = good(create());
  const Draft other = good(create(newDraft(), "second"));
  m_database.execute("UPDATE drafts SET content = 'AAAA' WHERE id = '" + damaged.id + "';\n");
  const auto drafts = m_service.list("maria", soon());
  ASSERT_EQ(drafts.size(), 1U);
  EXPECT_EQ(drafts.front().id, other.id);
}

TEST_F(DraftServiceTest, NothingThatWasTypedStandsInTheDatabase) {
  good(create());
  const std::string row = m_database.query("SELECT content FROM drafts");
  EXPECT_EQ(row.find("SANTOS"), std::string::npos);
  EXPECT_EQ(m_database.query("SELECT key_id FROM drafts"), "2026");
  // Nor does it open in another row's place.
  const Draft second = good(create(newDraft(), "second"));
  m_database.execute("UPDATE drafts SET content = '" + row + "' WHERE id = '" + second.id + "';\n");
  EXPECT_THROW(find(second), LoggableError);
}

TEST_F(DraftServiceTest, FilesThatItDoesNotNameGoADayLaterWhenItIsSaved) {
  Draft draft = good(create());
  const std::string photo(64, 'd');
  const std::string row(64, 'e');
  for (const std::string& digest : {photo, row, std::string(64, 'f')}) {
    write([&](Transaction& transaction) {
      const std::string id = digest.substr(0, 32);
      addAttachment(transaction, {.id = id,
                                  .accountId = "maria",
                                  .ownerId = draft.id,
                                  .kind = std::string(kDocument),
                                  .digest = digest,
                                  .bytes = 9,
                                  .name = m_keys.seal("a.pdf", attachmentPlace(id)),
                                  .createdAt = m_now,
                                  .touchedAt = m_now});
    });
  }
  const auto keptWith = [&](const std::string& answers) {
    json body = nextOf(draft);
    body["values"].update(json::parse(answers));
    draft = good(save(draft, body));
    return m_database.query("SELECT COUNT(*) FROM attachments");
  };
  const std::string named =
      R"({"photo": {"digest": ")" + photo +
      R"(", "mediaType": "image/jpeg", "bytes": 9}, "documents": [{"@row": "r1",
      "file": {"digest": ")" +
      row + R"(", "mediaType": "application/pdf", "bytes": 9}}]})";
  m_now += kUnnamedFilesStay;
  EXPECT_EQ(keptWith(named), "3");
  m_now += std::chrono::seconds(1);
  EXPECT_EQ(keptWith(named), "2") << "what it names stays";
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM attachments WHERE digest = '" + photo + "'"),
            "1");
  EXPECT_EQ(write([&](Transaction& transaction) {
              return m_service.filesNamed(transaction, "maria", draft.id);
            }),
            (std::set<std::string>{photo, row}));
  EXPECT_EQ(keptWith("{}"), "0");
}

/// A draft whose photo, of these bytes, has come whole, with a file that it does not name.
class DraftWithFilesTest : public DraftServiceTest {
 protected:
  void SetUp() override {
    m_draft = good(create());
    add(std::string(64, 'a'), "photo.jpg");
    add(std::string(64, 'b'), "other.pdf");
  }
  void add(const std::string& digest, const std::string& name) {
    const std::string id = digest.substr(0, 32);
    const std::string piece = FileStore::makeName();
    const KeptPiece kept = m_files.put(piece, kBytes);
    write([&](Transaction& transaction) {
      AttachmentRow row{.id = id,
                        .accountId = "maria",
                        .ownerId = m_draft.id,
                        .kind = std::string(kPhoto),
                        .digest = digest,
                        .bytes = kBytes.size(),
                        .received = kBytes.size(),
                        .name = m_keys.seal(name, attachmentPlace(id)),
                        .createdAt = m_now,
                        .touchedAt = m_now};
      addAttachment(transaction, row);
      noteArrival(transaction, row, 0);
      addPiece(transaction, id, {.begins = 0, .name = piece, .stored = kept.stored});
      noteWhole(transaction, id);
    });
  }
  json withFiles() const {
    json body = newDraft();
    body["filesFrom"] = m_draft.id;
    return body;
  }
  std::vector<AttachmentRow> filesOf(const Draft& draft, const std::string& account = "maria") {
    return write(
        [&](Transaction& transaction) { return attachmentsOf(transaction, account, draft.id); });
  }
  std::string bytesOf(const AttachmentRow& row) {
    std::string bytes;
    for (const PieceRow& piece :
         write([&](Transaction& transaction) { return piecesOf(transaction, row.id); })) {
      m_files.read(piece.name, piece.stored, [&](std::string_view part) { bytes += part; });
    }
    return bytes;
  }

  const std::string kBytes = "bytes of nobody's photo";
  Draft m_draft;
};

TEST_F(DraftWithFilesTest, FilesThatAnotherDraftNamesTooComeWithBytesOfTheirOwn) {
  const Draft copy = good(create(withFiles(), "second"));
  const auto files = filesOf(copy);
  ASSERT_EQ(files.size(), 1U) << "no more than it names";
  EXPECT_EQ(files.front().digest, std::string(64, 'a'));
  EXPECT_TRUE(files.front().isWhole);
  EXPECT_EQ(files.front().received, kBytes.size());
  EXPECT_EQ(m_keys.open(files.front().name, attachmentPlace(files.front().id)), "photo.jpg");
  EXPECT_EQ(good(create(withFiles(), "second")).id, copy.id);
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM attachment_pieces"), "3") << "once";
  EXPECT_EQ(filesOf(m_draft).size(), 2U);
  EXPECT_TRUE(m_service.remove("maria", m_draft.id, soon()));
  EXPECT_EQ(bytesOf(filesOf(copy).front()), kBytes) << "the end of the one is not the other's";
}

TEST_F(DraftWithFilesTest, FilesComeFromNobodyElsesDraft) {
  const Draft others = good(create(withFiles(), "first", "other"));
  EXPECT_TRUE(filesOf(others, "other").empty());
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM attachments"), "2");
  EXPECT_TRUE(filesOf(good(create(newDraft(), "without"))).empty());
  json nowhere = withFiles();
  nowhere["filesFrom"] = std::string(32, '0');
  EXPECT_TRUE(filesOf(good(create(nowhere, "nowhere"))).empty());
  for (const json& wrong : {json("../" + m_draft.id), json(1), json()}) {
    json body = withFiles();
    body["filesFrom"] = wrong;
    EXPECT_EQ(refusal(create(body, "wrong")), Reason::malformed) << wrong;
  }
}

TEST_F(DraftServiceTest, TwoWindowsAreToldApartAndNeitherLosesWhatItTyped) {
  const Draft draft = good(create());
  json one = nextOf(draft);
  json two = nextOf(draft);
  one["values"]["occupation"] = "会社員";
  two["values"]["occupation"] = "学生";
  EXPECT_EQ(good(save(draft, one)).revision, 2);
  EXPECT_EQ(refusal(save(draft, two)), Reason::draftChanged);
  EXPECT_EQ(draftJson(good(find(draft))).at("values").at("occupation"), "会社員");
  two["revision"] = 2;
  EXPECT_EQ(good(save(draft, two)).revision, 3);
}

TEST_F(DraftServiceTest, ASaveWhoseAnswerWasLostIsDoneOnce) {
  const Draft draft = good(create());
  const json next = nextOf(draft);
  EXPECT_EQ(good(save(draft, next)).revision, 2);
  EXPECT_EQ(good(save(draft, next)).revision, 2);
  EXPECT_EQ(good(create()).id, draft.id) << "so is making it";
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM drafts"), "1");
}

TEST_F(DraftServiceTest, SomebodyElsesDraftIsNotThere) {
  const Draft draft = good(create());
  EXPECT_EQ(refusal(find(draft, "other")), Reason::notFound);
  EXPECT_EQ(refusal(save(draft, nextOf(draft), "other")), Reason::notFound);
  EXPECT_FALSE(m_service.remove("other", draft.id, soon()));
  EXPECT_NE(good(create(newDraft(), "first", "other")).id, draft.id)
      << "the name of a request is its sender's own";
  for (const std::string& id : {std::string(), std::string("' OR ''='"), std::string(32, '\0'),
                                std::string(32, 'A'), std::string("\xff\xfe")}) {
    EXPECT_EQ(refusal(m_service.find("maria", id, soon())), Reason::notFound);
    EXPECT_FALSE(m_service.remove("maria", id, soon()));
  }
  EXPECT_TRUE(m_service.remove("maria", draft.id, soon()));
  EXPECT_EQ(refusal(find(draft)), Reason::notFound);
}

TEST_F(DraftServiceTest, WhatIsNoDraftIsMalformed) {
  const std::vector<json> patches = {{{"forWhom", "boss"}},
                                     {{"procedure", "coe"}},
                                     {{"procedure", 1}},
                                     {{"formVersion", 0}},
                                     {{"formVersion", 2}},
                                     {{"formVersion", -1}},
                                     {{"formVersion", 4294967297}},
                                     {{"values", "x"}},
                                     {{"values", {{"nobodyAsks", "x"}}}},
                                     {{"values", {{"name", 7}}}},
                                     {{"page", std::string(41, 'x')}},
                                     {{"more", 1}},
                                     {{"values", {{"reason", std::string(131'072, 'x')}}}}};
  for (const json& patch : patches) {
    json body = newDraft();
    body.update(patch);
    EXPECT_EQ(refusal(create(body)), Reason::malformed) << patch.dump().substr(0, 80);
  }
  EXPECT_EQ(refusal(m_service.create("maria", "[]", "a", soon())), Reason::malformed);
  const Draft draft = good(create());
  for (const json& revision : {json(-1), json("1"), json(2147483647), json(1.5), json()}) {
    json body = nextOf(draft);
    body["revision"] = revision;
    EXPECT_EQ(refusal(save(draft, body)), Reason::malformed) << revision;
  }
}

TEST_F(DraftServiceTest, WhatANewerProcessKeepsIsNotTakenForDamaged) {
  const Draft draft = good(create());
  DraftContent content = draft.content;
  content.formVersion = forms::applicationForm().version + 1;
  content.procedure = "notYetThought";
  content.values = R"({"notYetAsked": "x"})";
  const Sealed newer = sealContent(content, m_keys, draft.id);
  write([&](Transaction& transaction) {
    DraftRow row = draftOf(transaction, "maria", draft.id).value();
    row.content = newer;
    ++row.revision;
    EXPECT_TRUE(saveDraft(transaction, row));
  });
  EXPECT_THROW(find(draft), KeptByNewer);
  EXPECT_THROW(save(draft, nextOf(draft)), KeptByNewer);
  EXPECT_THROW(m_service.list("maria", soon()), KeptByNewer) << "left out, it would be made anew";
  write([&](Transaction& transaction) {
    const DraftRow row = draftOf(transaction, "maria", draft.id).value();
    EXPECT_EQ(row.content.bytes, newer.bytes) << "it stays as it is";
  });
}

TEST_F(DraftServiceTest, AnAccountHasSoManyAndNoMore) {
  for (int i = 0; i < kMostDrafts; ++i) {
    good(create(newDraft(), std::to_string(i)));
  }
  EXPECT_EQ(refusal(create(newDraft(), "one more")), Reason::draftsTooMany);
  EXPECT_EQ(refusal(create(newDraft(), "0")), std::nullopt) << "that one is there";
  EXPECT_EQ(refusal(create(newDraft(), "0", "other")), std::nullopt);
}

TEST_F(DraftServiceTest, WhoFilesForClientsHasMore) {
  test::addApplicant(m_database, "attorney", "attorneyOrScrivener");
  for (int i = 0; i < kMostDraftsForClients; ++i) {
    good(create(newDraft(), std::to_string(i), "attorney"));
  }
  EXPECT_EQ(refusal(create(newDraft(), "one more", "attorney")), Reason::draftsTooMany);
}

TEST_F(DraftServiceTest, ItsOwnerIsWarnedOnceAndItGoesAfterNinetyDays) {
  const Draft draft = good(create());
  m_now += days(83) - minutes(1);
  EXPECT_EQ(warn(), 0);
  m_now += minutes(1);
  EXPECT_EQ(warn(), 1);
  EXPECT_EQ(warn(), 0);
  EXPECT_EQ(m_database.query("SELECT template_values FROM outbox WHERE kind = 'draftExpires'"
                             " AND language = 'easy' AND recipient = 'maria@mail.example'"),
            R"({"day":"24","month":"2","year":"2027"})");
  EXPECT_EQ(good(save(draft, nextOf(draft))).revision, 2) << "which keeps it";
  m_now += days(83);
  EXPECT_EQ(forget(), 0);
  EXPECT_EQ(warn(), 1) << "of its next end";
  m_now += days(8);
  EXPECT_EQ(forget(), 1);
  EXPECT_EQ(refusal(find(draft)), Reason::notFound);
}

TEST_F(DraftServiceTest, OneMailTellsOfAllThatEndOnADay) {
  good(create(newDraft(), "first"));
  m_now += minutes(1);
  good(create(newDraft(), "a minute later"));
  good(create(newDraft(), "somebody else's", "other"));
  m_now += hours(24);
  good(create(newDraft(), "the next day"));
  m_now += days(82) - minutes(1);
  EXPECT_EQ(warn(), 1) << "before the second is due";
  m_now += minutes(1);
  EXPECT_EQ(warn(), 1) << "the other's";
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM outbox WHERE recipient = 'maria@mail.example'"),
            "1");
  m_now += days(1);
  EXPECT_EQ(warn(), 1) << "of the next day";
}

TEST_F(DraftServiceTest, ItStaysForAllOfTheDayThatItsOwnerIsTold) {
  const auto told = [this] {
    return m_database.query("SELECT template_values FROM outbox WHERE kind = 'draftExpires'");
  };
  using std::chrono::sys_days;
  using std::chrono::year;
  const Seconds midnight = sys_days(year(2027) / 2 / 25) - hours(9);  // ends the 24th in Japan
  for (const Seconds saved : {midnight - hours(24), midnight - hours(9), midnight - minutes(1)}) {
    m_database.execute("DELETE FROM drafts; DELETE FROM outbox;\n");
    m_now = saved - kDraftLifetime;
    const Draft draft = good(create());
    m_now = midnight - hours(25);
    EXPECT_EQ(warn(), 1);
    EXPECT_EQ(told(), R"({"day":"24","month":"2","year":"2027"})");
    m_now = midnight - minutes(1);
    EXPECT_EQ(forget(), 0);
    EXPECT_EQ(refusal(find(draft)), std::nullopt);
    m_now = midnight;
    EXPECT_EQ(forget(), 1);
  }
}

TEST_F(DraftServiceTest, ANewKeyComesBeforeTheOldOne) {
  const Draft draft = good(create());
  const std::string next = "2027" + std::string(test::kOlderKey.substr(4)) + '\n';
  const DataKeys both(next + std::string(test::kTestKey));
  DraftService later(m_storage, both, m_files);
  EXPECT_EQ(draftJson(good(later.find("maria", draft.id, soon()))).at("values"), values());
  good(later.save("maria", draft.id, nextOf(draft).dump(), soon()));
  EXPECT_EQ(m_database.query("SELECT key_id FROM drafts"), "2027");
  const DataKeys alone(next);
  DraftService last(m_storage, alone, m_files);
  EXPECT_EQ(draftJson(good(last.find("maria", draft.id, soon()))).at("values"), values());
}

TEST_F(DraftServiceTest, GoesWithItsAccount) {
  good(create());
  write([](Transaction& transaction) { return deleteAccount(transaction, "maria", now()); });
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM drafts"), "0");
}

}  // namespace
}  // namespace madoguchi::backend
