#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <variant>

#include "backend/accounts/nonces.h"
#include "backend/core/structured_log.h"
#include "backend/files/file_store.h"
#include "backend/filing/application_content.h"
#include "backend/filing/application_steps.h"
#include "backend/filing/application_store.h"
#include "backend/filing/attachment_store.h"
#include "backend/filing/draft_store.h"
#include "backend/filing/ids.h"
#include "backend/rooms/applications/application_desk.h"
#include "backend/rooms/applications/filing_service.h"
#include "backend/storage/storage.h"
#include "backend/trust/trust_store.h"
#include "cardreader/simulated/card_pki.h"
#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"
#include "tests/support/test_database.h"
#include "tests/unit/backend/filing/applicant.h"
#include "tests/unit/forms/application/application_answers.h"

namespace madoguchi::backend::test {

/// Somebody with a draft that can be filed, on 2026-11-26 at 15:00 in Japan.
class ApplicationFixture : public testing::Test {
 protected:
  using Outcome = std::variant<ApplicationRow, protocol::Refusal>;

  /// With an authority that has issued nothing.
  std::filesystem::path trustFolder() const {
    static const std::string kAuthority =
        simulated::certificatePem(simulated::makeAuthority(simulated::Usage::signing));
    const auto folder = m_folder.path() / "trust";
    for (const char* part : {"signing", "authentication", "crl"}) {
      std::filesystem::create_directories(folder / part);
      std::ofstream(folder / part / "ca.pem")
          << (part == std::string_view("crl") ? "" : kAuthority);
    }
    std::filesystem::remove(folder / "crl/ca.pem");
    return folder;
  }
  static Deadline soon() { return deadlineIn(std::chrono::minutes(1)); }
  template <typename Work>
  auto write(Work work) {
    return m_storage.write(soon(), work);
  }

  /// With a photo that has arrived; gives the draft's id.
  std::string addDraft(forms::Answers answers, const std::string& account = "maria",
                       const std::string& procedure = "extension", bool withPhoto = true) {
    const std::string id = makeId();
    if (withPhoto) {
      answers.values["photo"] = addPhoto(account, id);
    }
    DraftContent content{.forWhom = "self",
                         .procedure = procedure,
                         .formVersion = forms::applicationForm().version,
                         .values = {},
                         .page = "filing"};
    content.values = nlohmann::json::parse(forms::draftJson(forms::applicationForm(), answers))
                         .at("answers")
                         .dump();
    write([&](Transaction& transaction) {
      backend::addDraft(transaction,
                        {.id = id,
                         .accountId = account,
                         .content = sealContent(content, m_keys, id),
                         .savedAt = m_now,
                         .expiresAt = m_now + kDraftLifetime},
                        id);
    });
    return id;
  }
  /// Good answers for who files on the day of a clock that no test holds.
  static forms::Answers answersOfToday() {
    forms::Answers answers = forms::dependentsAnswers();
    answers.values["stayExpiry"] = rfc3339(now() + std::chrono::days(30)).substr(0, 10);
    answers.values["supporterStayExpiry"] = "2099-01-01";
    answers.values["passportExpiry"] = "2099-01-01";
    return answers;
  }
  std::string addDraft() { return addDraft(forms::dependentsAnswers()); }

  /// The value of the form's field.
  std::string addPhoto(const std::string& account, const std::string& owner, bool isWhole = true) {
    const std::string digest = sha256Hex(owner);
    const std::string id = makeId();
    write([&](Transaction& transaction) {
      addAttachment(transaction, {.id = id,
                                  .accountId = account,
                                  .ownerId = owner,
                                  .kind = std::string(kPhoto),
                                  .digest = digest,
                                  .bytes = 40'000,
                                  .name = m_keys.seal("me.jpg", attachmentPlace(id)),
                                  .createdAt = m_now});
      if (isWhole) {
        noteWhole(transaction, id);
      }
    });
    return digest + " image/jpeg 40000";
  }

  Outcome file(const std::string& draft, nlohmann::json more = nlohmann::json::object(),
               const std::string& account = "maria", const std::string& attempt = {}) {
    nlohmann::json body = {{"revision", 1}, {"consents", {"applicant"}}};
    body.update(more);
    return m_filing.file({.accountId = account,
                          .draftId = draft,
                          .body = body.dump(),
                          .attempt = attempt.empty() ? draft : attempt},
                         soon());
  }
  static ApplicationRow good(const Outcome& outcome) {
    const auto* row = std::get_if<ApplicationRow>(&outcome);
    if (row == nullptr) {
      const auto& refusal = std::get<protocol::Refusal>(outcome);
      ADD_FAILURE() << protocol::name(refusal.reason)
                    << (refusal.fields.empty() ? ""
                                               : ": " + refusal.fields.front().field + ' ' +
                                                     refusal.fields.front().code);
      return {};
    }
    return *row;
  }
  static protocol::Refusal refused(const Outcome& outcome) {
    const auto* refusal = std::get_if<protocol::Refusal>(&outcome);
    EXPECT_NE(refusal, nullptr) << "it was taken";
    return refusal != nullptr ? *refusal : protocol::Refusal{};
  }
  int number() {
    return write([this](Transaction& transaction) {
      return numberFiledApplications(transaction, m_keys, m_now, 50);
    });
  }
  ApplicationRow row(const std::string& id) {
    return m_storage.read(
        soon(), [&](Transaction& transaction) { return *applicationOf(transaction, "maria", id); });
  }
  /// Filed the day before, with its number.
  std::string examined(const forms::Answers& answers = forms::dependentsAnswers()) {
    const std::string id = good(file(addDraft(answers), {{"again", true}})).id;
    m_now += std::chrono::days(1);
    EXPECT_EQ(number(), 1);
    return id;
  }
  bool decideOn(const std::string& id, bool granted) {
    return write([&](Transaction& transaction) {
      return decide(transaction, m_keys, row(id), granted, "1年", m_now);
    });
  }
  std::string count(const std::string& what) const {
    return m_database.query("SELECT COUNT(*) FROM " + what);
  }

  Seconds m_now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 26) + std::chrono::hours(6)};
  madoguchi::test::TestDatabase m_database;
  madoguchi::test::TemporaryFolder m_folder;
  Storage m_storage = m_database.storage();
  StructuredLog m_log{(m_folder.path() / "log").string()};
  TrustStore m_trust{trustFolder(), m_log};
  Nonces m_nonces{m_storage};
  DataKeys m_keys{kTestKey};
  FileStore m_files{makeFolderShelf(m_folder.path() / "files"), m_keys};
  FilingService m_filing{{.storage = m_storage,
                          .trust = m_trust,
                          .nonces = m_nonces,
                          .keys = m_keys,
                          .files = m_files,
                          .origin = "https://localhost"},
                         [this] { return m_now; }};
  ApplicationDesk m_desk{m_storage, m_keys, [this] { return m_now; }};
  std::string m_maria = addApplicant(m_database, "maria");
};

}  // namespace madoguchi::backend::test
