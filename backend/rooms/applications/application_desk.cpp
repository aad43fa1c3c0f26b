#include "backend/rooms/applications/application_desk.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "backend/filing/application_steps.h"
#include "backend/filing/attachment_store.h"
#include "backend/filing/draft_store.h"
#include "backend/filing/ids.h"
#include "forms/application/application_form.h"
#include "forms/application/prefill.h"
#include "forms/engine/answers_json.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

namespace {

/// Of an application, as the place where a list goes on.
std::string nameOf(const ApplicationRow& row) {
  return std::to_string(row.filedAt.time_since_epoch().count()) + '-' + row.id;
}

std::optional<ApplicationPlace> placeIn(std::string_view name) {
  const std::size_t dash = std::min(name.find('-'), name.size());
  long long filed = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + dash, filed);
  ApplicationPlace place{.filedAt = Seconds(std::chrono::seconds(filed)),
                         .id = std::string(name.substr(std::min(dash + 1, name.size())))};
  return error == std::errc() && end == name.data() + dash && isId(place.id) ? std::optional(place)
                                                                             : std::nullopt;
}

bool isFiledTogether(const forms::Answers& answers) {
  return valueAt(answers, forms::topField("alsoReentry")) == "yes" ||
         valueAt(answers, forms::topField("alsoOtherActivity")) == "yes";
}

}  // namespace

ApplicationDesk::ApplicationDesk(Storage& storage, const DataKeys& keys, Clock clock)
    : m_storage(storage), m_keys(keys), m_clock(std::move(clock)) {}

OwnApplication ApplicationDesk::opened(Transaction& transaction, ApplicationRow row) const {
  ApplicationContent content = openApplication(row.content, m_keys, row.id);
  auto steps = stepsOf(transaction, row.id);
  auto reports = errorReportsOf(transaction, m_keys, row.id);
  return {.row = std::move(row),
          .content = std::move(content),
          .steps = std::move(steps),
          .reports = std::move(reports)};
}

std::string ApplicationDesk::applicantOf(const ApplicationRow& row) const {
  return row.applicant.keyId.empty() ? openApplication(row.content, m_keys, row.id).applicant
                                     : m_keys.open(row.applicant, applicantPlace(row.id));
}

std::variant<ApplicationPage, Refusal> ApplicationDesk::list(const std::string& accountId,
                                                             std::string_view before, int most,
                                                             Deadline deadline) {
  const auto place = before.empty() ? ApplicationPlace() : placeIn(before);
  if (!place || most < 1 || most > kLongestPage) {
    return Refusal{Reason::malformed};
  }
  auto rows = m_storage.read(deadline, [&](Transaction& transaction) {
    return applicationsBehind(transaction, accountId, *place, most + 1);
  });
  ApplicationPage page;
  if (rows.size() > static_cast<std::size_t>(most)) {
    rows.pop_back();
    page.next = nameOf(rows.back());
  }
  for (ApplicationRow& row : rows) {
    std::string applicant;
    try {
      applicant = applicantOf(row);
    } catch (const DamagedSeal&) {
      // The list tells the rest of it, and all of the others.
    }
    page.applications.push_back({std::move(row), std::move(applicant)});
  }
  return page;
}

ApplicationDesk::Outcome ApplicationDesk::find(const std::string& accountId, const std::string& id,
                                               Deadline deadline) {
  return m_storage.read(deadline, [&](Transaction& transaction) -> Outcome {
    auto row = isId(id) ? applicationOf(transaction, accountId, id) : std::nullopt;
    if (!row) {
      return Refusal{Reason::notFound};
    }
    return opened(transaction, std::move(*row));
  });
}

ApplicationDesk::Outcome ApplicationDesk::change(
    const std::string& accountId, const std::string& id, Deadline deadline,
    const std::function<std::optional<Refusal>(Transaction&, ApplicationRow&, Seconds)>& work) {
  return m_storage.write(deadline, [&](Transaction& transaction) -> Outcome {
    auto row = isId(id) ? applicationOf(transaction, accountId, id) : std::nullopt;
    if (!row) {
      return Refusal{Reason::notFound};
    }
    const Seconds time = m_clock();
    if (auto refusal = work(transaction, *row, time)) {
      return std::move(*refusal);
    }
    // As it is stored: whoever asks once more changes nothing.
    return opened(transaction, applicationOf(transaction, accountId, id).value());
  });
}

ApplicationDesk::Outcome ApplicationDesk::withdraw(const std::string& accountId,
                                                   const std::string& id, Deadline deadline) {
  return change(accountId, id, deadline,
                [this](Transaction& transaction, ApplicationRow& row,
                       Seconds time) -> std::optional<Refusal> {
                  const bool done = row.state == application_state::kWithdrawn ||
                                    backend::withdraw(transaction, m_keys, row, time);
                  return done ? std::nullopt : std::optional(Refusal{Reason::tooLate});
                });
}

ApplicationDesk::Outcome ApplicationDesk::changeReceipt(const std::string& accountId,
                                                        const std::string& id,
                                                        const std::string& receipt,
                                                        Deadline deadline) {
  if (receipt != "post" && receipt != "counter") {
    return Refusal{Reason::malformed};
  }
  return change(
      accountId, id, deadline,
      [&](Transaction& transaction, ApplicationRow& row, Seconds time) -> std::optional<Refusal> {
        const auto content = openApplication(row.content, m_keys, row.id);
        if (receipt == "post" && isFiledTogether(answersOf(content))) {
          return Refusal{.reason = Reason::formInvalid, .fields = {{"receipt", "counterOnly"}}};
        }
        const bool done = backend::changeReceipt(transaction, row, receipt, time);
        return done ? std::nullopt : std::optional(Refusal{Reason::tooLate});
      });
}

bool ApplicationDesk::takesFiles(Transaction& transaction, const std::string& accountId,
                                 const std::string& id) const {
  const auto row = applicationOf(transaction, accountId, id);
  return row && row->state == application_state::kDocumentsWanted && row->wantedUntil &&
         m_clock() < *row->wantedUntil;
}

Seconds ApplicationDesk::documentsWantedSince(Transaction& transaction, const std::string& id) {
  return stepsOf(transaction, id).back().happenedAt;
}

bool ApplicationDesk::wereHandedIn(Transaction& transaction, const ApplicationRow& row) {
  const auto steps = stepsOf(transaction, row.id);
  return row.state == application_state::kExamination && steps.size() > 1 &&
         steps[steps.size() - 2].state == application_state::kDocumentsWanted;
}

ApplicationDesk::Outcome ApplicationDesk::takeDocuments(const std::string& accountId,
                                                        const std::string& id, Deadline deadline) {
  return change(
      accountId, id, deadline,
      [&](Transaction& transaction, ApplicationRow& row, Seconds time) -> std::optional<Refusal> {
        if (wereHandedIn(transaction, row)) {
          return std::nullopt;  // the answer to it was lost
        }
        if (!takesFiles(transaction, accountId, id)) {
          return Refusal{Reason::tooLate};
        }
        const auto files = attachmentsOf(transaction, accountId, id);
        const Seconds asked = documentsWantedSince(transaction, id);
        const bool isNew = std::ranges::any_of(files, [asked](const AttachmentRow& file) {
          return file.isWhole && file.createdAt >= asked;
        });
        if (!isNew) {
          return Refusal{.reason = Reason::formInvalid, .fields = {{"documents", "fileMissing"}}};
        }
        const bool done = backend::takeDocuments(transaction, row, time);
        return done ? std::nullopt : std::optional(Refusal{Reason::tooLate});
      });
}

ApplicationDesk::Outcome ApplicationDesk::report(const std::string& accountId,
                                                 const std::string& id, std::string text,
                                                 std::string_view attempt, Deadline deadline) {
  if (const auto wrong = mendReportText(text)) {
    return Refusal{.reason = Reason::formInvalid, .fields = {{"text", std::string(*wrong)}}};
  }
  return change(
      accountId, id, deadline,
      [&](Transaction& transaction, ApplicationRow& row, Seconds time) -> std::optional<Refusal> {
        switch (reportError(transaction, m_keys, row, text, attempt, time)) {
          case Reported::yes:
            return std::nullopt;
          case Reported::another:
            return Refusal{Reason::idempotencyConflict};
          case Reported::tooMany:
            return Refusal{.reason = Reason::formInvalid, .fields = {{"text", "tooMany"}}};
          case Reported::tooLate:
            break;
        }
        return Refusal{Reason::tooLate};
      });
}

std::variant<std::string, Refusal> ApplicationDesk::copyAsDraft(const std::string& accountId,
                                                                const std::string& id,
                                                                std::string_view attempt,
                                                                Deadline deadline) {
  // The same key for another application is another attempt.
  const std::string name = "copy of " + id + ' ' + std::string(attempt);
  return m_storage.write(
      deadline, [&](Transaction& transaction) -> std::variant<std::string, Refusal> {
        auto row = isId(id) ? applicationOf(transaction, accountId, id) : std::nullopt;
        if (!row) {
          return Refusal{Reason::notFound};
        }
        if (const auto made = draftMadeBy(transaction, accountId, name)) {
          return made->id;
        }
        if (!mayAddDraft(transaction, accountId)) {
          return Refusal{Reason::draftsTooMany};
        }
        const forms::Definition& form = forms::applicationForm();
        const auto content = openApplication(row->content, m_keys, row->id);
        const auto answers = answersOf(content.draft);
        DraftContent copy = content.draft;
        copy.formVersion = form.version;
        copy.page.clear();
        copy.values =
            nlohmann::json::parse(
                draftJson(form, answersOfFiling(form, answers.value_or(forms::Answers{}))))
                .at("answers")
                .dump();
        const Seconds time = m_clock();
        const std::string draft = makeId();
        addDraft(transaction,
                 {.id = draft,
                  .accountId = accountId,
                  .content = sealContent(copy, m_keys, draft),
                  .savedAt = time,
                  .expiresAt = time + kDraftLifetime},
                 name);
        return draft;
      });
}

}  // namespace madoguchi::backend
