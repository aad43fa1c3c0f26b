#include "backend/rooms/applications/filing_service.h"

#include <gmock/gmock.h>

#include <functional>
#include <optional>
#include <thread>

#include "backend/rooms/applications/application_json.h"
#include "backend/rooms/drafts/draft_service.h"
#include "backend/storage/soci.h"
#include "tests/unit/backend/rooms/applications/application_fixture.h"

namespace madoguchi::backend {
namespace {

using nlohmann::json;
using protocol::FieldError;
using protocol::Reason;
using std::chrono::days;
using std::chrono::hours;
using testing::ElementsAre;
using testing::HasSubstr;

class FilingServiceTest : public test::ApplicationFixture {
 protected:
  /// As the owner's other window does.
  void saveDraft() { m_database.execute("UPDATE drafts SET revision = revision + 1;\n"); }
  /// Over PostgreSQL: `meanwhile` happens once the filing knows which files to remove.
  Outcome fileWhile(const std::function<void()>& meanwhile, const std::string& draft) {
    m_database.execute(
        "CREATE FUNCTION wait_here() RETURNS trigger LANGUAGE plpgsql AS"
        " 'BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NULL; END';\n"
        "CREATE TRIGGER waits AFTER DELETE ON attachments EXECUTE FUNCTION wait_here();\n");
    soci::session holds(m_database.connection());
    holds << "SELECT pg_advisory_lock(1)";
    std::optional<Outcome> outcome;
    std::jthread filing([&] { outcome = file(draft); });
    while (m_database.query("SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory'"
                            " AND NOT granted") == "0") {
      std::this_thread::yield();
    }
    meanwhile();
    holds << "SELECT pg_advisory_unlock(1)";
    filing.join();
    return *outcome;
  }
  Reason reasonFor(const forms::Answers& answers, const json& more = json::object(),
                   const std::string& account = "maria",
                   const std::string& procedure = "extension") {
    return refused(file(addDraft(answers, account, procedure), more, account)).reason;
  }
  static forms::Answers with(const std::string& field, const std::string& value) {
    forms::Answers answers = forms::dependentsAnswers();
    answers.values[field] = value;
    return answers;
  }
  /// The application of somebody who is represented.
  static forms::Answers represented(const std::string& dateOfBirth) {
    forms::Answers answers = with("dateOfBirth", dateOfBirth);
    for (const auto& [field, value] : forms::Values{{"byRepresentative", "no"},
                                                    {"agentName", "法務たろう"},
                                                    {"agentMunicipality", "131016"},
                                                    {"agentAddressRest", "霞が関１－１－１"},
                                                    {"agentOrganization", "父"},
                                                    {"agentPhone", "0312345678"}}) {
      answers.values[field] = value;
    }
    answers.values.erase("alsoOtherActivity");
    return answers;
  }
  OwnApplication own(const ApplicationRow& row) {
    auto found = m_desk.find("maria", row.id, soon());
    EXPECT_TRUE(std::holds_alternative<OwnApplication>(found));
    return std::get<OwnApplication>(found);
  }
};

TEST_F(FilingServiceTest, ADraftBecomesAnApplication) {
  const std::string draft = addDraft();
  const ApplicationRow row = good(file(draft, {{"receive", "post"}}));
  EXPECT_THAT(row.provisionalNumber, testing::MatchesRegex("P20261126-[0-9]{8}"));
  EXPECT_EQ(row.state, "filed");
  EXPECT_EQ(row.number, "");
  EXPECT_EQ(count("drafts"), "0");
  EXPECT_EQ(count("attachments WHERE owner_id = '" + row.id + "'"), "1") << "the photo went along";
  const json shown = detailJson(own(row));
  EXPECT_EQ(shown.at("applicant"), "SANTOS MARIA CLARA");
  EXPECT_EQ(shown.at("values").at("photo").at("digest"), sha256Hex(draft));
  EXPECT_EQ(shown.at("values").contains("notificationEmailAgain"), false) << "no part of it";
  EXPECT_EQ(shown.at("history"),
            json::array({{{"state", "filed"}, {"at", "2026-11-26T06:00:00Z"}}}));
  EXPECT_EQ(m_database.query("SELECT content FROM applications").find("SANTOS"), std::string::npos);
  // To the account, and to the address in the form.
  EXPECT_EQ(count("outbox WHERE kind = 'applicationFiled' AND recipient = 'maria@mail.example'"),
            "1");
  const auto values = json::parse(m_database.query("SELECT template_values FROM outbox"));
  EXPECT_EQ(values.at("number"), row.provisionalNumber);
  EXPECT_EQ(values.at("procedure"),
            "日本（にほん）に いる 期間（きかん）を 長（なが）く する 申請（しんせい）");
}

TEST_F(FilingServiceTest, TheSameRequestGetsTheSameAnswer) {
  const std::string draft = addDraft();
  const ApplicationRow row = good(file(draft));
  EXPECT_EQ(good(file(draft)).id, row.id);
  EXPECT_EQ(count("applications"), "1");
  EXPECT_EQ(count("outbox"), "1");
  EXPECT_EQ(refused(file(addDraft(), json::object(), "maria", draft)).reason,
            Reason::idempotencyConflict);
  EXPECT_EQ(refused(file(draft, json::object(), "maria", "another")).reason, Reason::notFound);
}

TEST_F(FilingServiceTest, WhatDoesNotCountIsKeptForACopyAndNotFiled) {
  const ApplicationRow row =
      good(file(addDraft(with("supporterCorporateNumber", "1234567890123"))));
  const auto content = openApplication(row.content, m_keys, row.id);
  EXPECT_THAT(content.canonical, HasSubstr("supporterCorporateNumber"));
  const ApplicationRow other =
      good(file(addDraft(with("guarantorName", "法務太郎")), {{"again", true}}));
  EXPECT_THAT(openApplication(other.content, m_keys, other.id).canonical,
              testing::Not(HasSubstr("guarantorName")));
}

TEST_F(FilingServiceTest, TheFormIsJudgedOnceMore) {
  forms::Answers answers = with("postalCode", "10");
  answers.groups["family"][0].values.erase("name");
  const auto refusal = refused(file(addDraft(answers)));
  EXPECT_EQ(refusal.reason, Reason::formInvalid);
  EXPECT_THAT(refusal.fields, ElementsAre(FieldError{"postalCode", "WZBAM005E"},
                                          FieldError{"family[0].name", "WZBAM001E"}));
  EXPECT_EQ(count("applications"), "0");
  EXPECT_EQ(count("drafts"), "1") << "nothing is lost";
}

TEST_F(FilingServiceTest, AFileThatTheFormNamesHasToBeThere) {
  const auto refusal =
      refused(file(addDraft(forms::dependentsAnswers(), "maria", "extension", false)));
  EXPECT_THAT(refusal.fields, ElementsAre(FieldError{"photo", "fileMissing"}));
  // That of another draft is not, nor one that has not arrived whole.
  forms::Answers answers = forms::dependentsAnswers();
  answers.values["photo"] = addPhoto("maria", makeId());
  EXPECT_THAT(refused(file(addDraft(answers, "maria", "extension", false))).fields,
              ElementsAre(FieldError{"photo", "fileMissing"}));
  const std::string draft = addDraft();
  m_database.execute("UPDATE attachments SET whole = 0;\n");
  EXPECT_THAT(refused(file(draft)).fields, ElementsAre(FieldError{"photo", "fileMissing"}));
}

TEST_F(FilingServiceTest, AFileThatTheFormDoesNotNameGoes) {
  const std::string draft = addDraft();
  const std::string photo = m_database.query("SELECT id FROM attachments");
  m_database.execute("UPDATE attachments SET kind = 'photo';\n");
  write([&](Transaction& transaction) {
    addAttachment(transaction, {.id = makeId(),
                                .accountId = "maria",
                                .ownerId = draft,
                                .kind = std::string(kDocument),
                                .digest = sha256Hex("another"),
                                .bytes = 5,
                                .name = m_keys.seal("a.pdf", "x"),
                                .createdAt = m_now});
  });
  good(file(draft));
  EXPECT_EQ(m_database.query("SELECT id FROM attachments"), photo);
  EXPECT_EQ(count("attachments"), "1");
}

// The transaction is begun again, and what it has found before counts no more.
TEST_F(FilingServiceTest, ADraftThatIsSavedMeanwhileLosesNoFile) {
  const std::string draft = addDraft();
  const std::string piece = FileStore::makeName();
  const auto kept = m_files.put(piece, "of a file that the draft does not name yet");
  write([&](Transaction& transaction) {
    const AttachmentRow unnamed{.id = makeId(),
                                .accountId = "maria",
                                .ownerId = draft,
                                .kind = std::string(kDocument),
                                .digest = sha256Hex("another"),
                                .bytes = 5,
                                .name = m_keys.seal("a.pdf", "x"),
                                .createdAt = m_now};
    addAttachment(transaction, unnamed);
    addPiece(transaction, unnamed.id, {.name = piece, .stored = kept.stored});
  });
  const auto filed = [&]() -> Outcome {
    if (!madoguchi::test::postgresqlServer().empty()) {
      return fileWhile([this] { saveDraft(); }, draft);
    }
    saveDraft();  // over SQLite nobody writes while another one does
    return file(draft);
  };
  EXPECT_EQ(refused(filed()).reason, Reason::draftChanged);
  EXPECT_EQ(count("attachment_pieces"), "1");
  std::string bytes;
  m_files.read(piece, kept.stored, [&bytes](std::string_view part) { bytes += part; });
  EXPECT_EQ(bytes, "of a file that the draft does not name yet");
}

TEST_F(FilingServiceTest, TheWindowIsThatOfTheDayInJapan) {
  const auto closed = [&](const std::string& expiry) {
    const auto refusal = refused(file(addDraft(with("stayExpiry", expiry))));
    EXPECT_EQ(refusal.reason, Reason::windowClosed) << expiry;
    return refusal.fields.empty() ? FieldError{} : refusal.fields.front();
  };
  EXPECT_EQ(closed("2026-11-26"), (FieldError{"stayExpiry", "windowCounter"}));
  EXPECT_EQ(closed("2026-11-25"), (FieldError{"stayExpiry", "windowOver"}));
  EXPECT_EQ(closed("2027-02-27"), (FieldError{"stayExpiry", "windowNotYet"}));
  EXPECT_EQ(closed(""), (FieldError{"stayExpiry", "WZBAM001E"}));
  m_now += hours(8) + std::chrono::minutes(59);
  good(file(addDraft(with("stayExpiry", "2027-02-26"))));
  m_now += std::chrono::minutes(1);
  EXPECT_EQ(closed("2026-11-27"), (FieldError{"stayExpiry", "windowCounter"}))
      << "midnight in Japan";
  good(file(addDraft(with("stayExpiry", "2027-02-27")), {{"again", true}}));
}

TEST_F(FilingServiceTest, TheWindowOfAnAcquisitionIsCountedFromItsOwnDay) {
  const auto closed = [&](const std::string& acquired) {
    forms::Answers answers = with("acquiredOn", acquired);
    answers.values["stayExpiry"] = "2026-12-31";  // which is no day of an acquisition
    const auto refusal = refused(file(addDraft(answers, "maria", "acquisition")));
    EXPECT_EQ(refusal.reason, Reason::windowClosed) << acquired;
    return refusal.fields.empty() ? FieldError{} : refusal.fields.front();
  };
  m_now += days(3);  // a Sunday
  EXPECT_EQ(closed("2026-10-29"), (FieldError{"acquiredOn", "windowCounter"}));
  EXPECT_EQ(closed("2026-10-20"), (FieldError{"acquiredOn", "windowOver"}));
  EXPECT_EQ(closed(""), (FieldError{"acquiredOn", "WZBAM001E"}));
}

TEST_F(FilingServiceTest, WhoMayNotFileForSomebodyIsRefused) {
  test::addApplicant(m_database, "mother", "family");
  EXPECT_EQ(reasonFor(represented("2010-11-26"), json::object(), "mother"), Reason::notYours)
      << "16 today";
  good(file(addDraft(represented("2010-11-27"), "mother"), json::object(), "mother"));
  EXPECT_EQ(reasonFor(represented("1990-04-15"), json::object(), "mother"), Reason::notYours);
  forms::Answers ill = represented("1990-04-15");
  ill.values["unable"] = "no";
  EXPECT_EQ(reasonFor(ill, json::object(), "mother"), Reason::notYours);
  ill.values["unable"] = "yes";
  good(file(addDraft(ill, "mother"), json::object(), "mother"));
  EXPECT_EQ(reasonFor(with("dateOfBirth", "1990-04-16")), Reason::notYours) << "somebody else";
  m_database.execute("UPDATE accounts SET user_class = 'coeByEmail' WHERE id = 'maria';\n");
  EXPECT_EQ(reasonFor(forms::dependentsAnswers()), Reason::notYours);
}

TEST_F(FilingServiceTest, ASecondOneForTheSamePersonIsAskedAbout) {
  const ApplicationRow first = good(file(addDraft()));
  const std::string draft = addDraft();
  EXPECT_EQ(refused(file(draft)).reason, Reason::alreadyFiled);
  EXPECT_EQ(count("drafts"), "1");
  good(file(draft, {{"again", true}}));
  m_database.execute("UPDATE applications SET state = 'withdrawn';\n");
  good(file(addDraft()));
}

TEST_F(FilingServiceTest, AnotherRevisionIsNotFiled) {
  EXPECT_EQ(refused(file(addDraft(), {{"revision", 2}})).reason, Reason::draftChanged);
  EXPECT_EQ(count("applications"), "0");
}

TEST_F(FilingServiceTest, SomebodyElsesDraftIsNotThere) {
  test::addApplicant(m_database, "other");
  EXPECT_EQ(refused(file(addDraft(), json::object(), "other")).reason, Reason::notFound);
  for (const std::string& id : {std::string(), std::string(32, '\0'), std::string("../x")}) {
    EXPECT_EQ(refused(file(id, json::object(), "maria", "x")).reason, Reason::notFound);
  }
  EXPECT_EQ(refused(file(addDraft(), json::object(), "nobody")).reason, Reason::sessionMissing);
}

TEST_F(FilingServiceTest, WhoeverHasACardSigns) {
  m_database.execute(
      "UPDATE accounts SET issuer_key = 'k', certificate_serial = '01' WHERE id = 'maria';\n");
  EXPECT_EQ(refused(file(addDraft())).reason, Reason::cardNeeded);
  EXPECT_EQ(refused(file(addDraft(), {{"signed", "a.b.c"}})).reason, Reason::malformed);
}

TEST_F(FilingServiceTest, WhatIsNoFilingIsMalformed) {
  const std::string draft = addDraft();
  for (const json& patch :
       {json{{"revision", -1}}, json{{"revision", "1"}}, json{{"consents", "applicant"}},
        json{{"consents", {1}}}, json{{"consents", {"a", "b", "c", "d", "e"}}},
        json{{"consents", {std::string(33, 'x')}}}, json{{"again", "yes"}}, json{{"unable", true}},
        json{{"receive", "counter"}}, json{{"receive", 7}}, json{{"more", 1}},
        json{{"signed", "a.b.c"}}}) {
    EXPECT_EQ(refused(file(draft, patch)).reason, Reason::malformed) << patch;
  }
  EXPECT_EQ(refused(m_filing.file({"maria", draft, "[]", "x"}, soon())).reason, Reason::malformed);
  good(file(draft));
}

TEST_F(FilingServiceTest, ADraftThatWasFiledIsSavedNoMoreAndSaysSo) {
  DraftService drafts(m_storage, m_keys, m_files);
  const auto saved = [&](const std::string& draft, const std::string& account = "maria") {
    const json body = {{"revision", 1},
                       {"formVersion", forms::applicationForm().version},
                       {"values", json::object()},
                       {"page", "filing"}};
    const auto outcome = drafts.save(account, draft, body.dump(), soon());
    const auto* refusal = std::get_if<protocol::Refusal>(&outcome);
    return refusal == nullptr ? std::nullopt : std::optional(refusal->reason);
  };
  const std::string draft = addDraft();
  good(file(draft));
  EXPECT_EQ(saved(draft), Reason::tooLate) << "else it would be kept anew, and filed twice";
  EXPECT_EQ(saved(draft, "other"), Reason::notFound);
  EXPECT_EQ(saved(makeId()), Reason::notFound);
  const auto found = [&](const std::string& id, const std::string& account) {
    return std::get<protocol::Refusal>(drafts.find(account, id, soon())).reason;
  };
  EXPECT_EQ(found(draft, "maria"), Reason::tooLate);
  EXPECT_EQ(found(draft, "other"), Reason::notFound);
  EXPECT_EQ(found(makeId(), "maria"), Reason::notFound);
}

}  // namespace
}  // namespace madoguchi::backend
