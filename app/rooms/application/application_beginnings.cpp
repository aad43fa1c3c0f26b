// What is new: one application, or many from a table.

#include <utility>

#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/application_json.h"
#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"

namespace madoguchi::app {
namespace {

constexpr std::size_t kMostLookedThrough = 2000;

/// Nothing was decided: the same once more would be a double.
bool isPending(ApplicationState state) {
  return state == ApplicationState::filed || state == ApplicationState::examination ||
         state == ApplicationState::documentsWanted;
}

}  // namespace

void ApplicationFlow::beginNew() {
  m_asking.drop();
  m_failure = FailureCode::none;
  m_new = std::make_unique<NewApplication>(*m_registered);
  m_begun.clear();
  m_how = nullptr;  // which may be about the one before
  go(ApplicationPage::start);
}

void ApplicationFlow::askProspect() {
  if (m_new->form().check()) {
    go(ApplicationPage::prospect);
  }
}

void ApplicationFlow::beginDraft() {
  // The service answers a key that it knows with the draft that was made by it, whatever comes with
  // it: other answers are another draft, and the same ones are sent as they were.
  const Draft wanted = m_new->draft(std::nullopt);
  Begun& begun = m_begun[wanted.forWhom.toStdString() + '\n' + wanted.procedure.toStdString() +
                         '\n' + forms::draftJson(forms::applicationForm(), wanted.answers)];
  if (begun.key.empty()) {
    begun.key = newKey();
  }
  const auto begin = [this, &begun](const std::optional<forms::Answers>& before) {
    if (!begun.sent) {
      begun.sent = m_new->draft(before);
    }
    return madoguchi::app::beginDraft(m_uses.server, begun.key, *begun.sent, {},
                                      [this](const DraftAnswer& answer) { takeDraft(answer); });
  };
  const bool hasEarlier = m_new->isForSelf() && m_applications && !m_applications->empty();
  ask([this, begin, hasEarlier, &begun] {
    if (!hasEarlier || begun.sent) {
      return begin(std::nullopt);
    }
    // Without it more has to be typed, and nothing else.
    return askApplication(
        m_uses.server, m_applications->front().id, [this, begin](const ApplicationAnswer& answer) {
          m_asking =
              begin(answer.failure == FailureCode::none ? std::optional(answer.application.answers)
                                                        : std::nullopt);
        });
  });
}

bool ApplicationFlow::mayEnterSeveral() const { return userClass() == BulkEntry::kUserClass; }

void ApplicationFlow::beginBulk() {
  // Who has one on an older page of the list is to be found in the table, too.
  if (m_applications && hasMore() && m_applications->size() < kMostLookedThrough) {
    askMore([this] { beginBulk(); });
    return;
  }
  m_asking.drop();
  m_failure = FailureCode::none;
  std::vector<DraftLine> there = *m_drafts;
  if (m_applications) {
    for (const ApplicationLine& one : *m_applications) {
      if (isPending(one.state)) {
        there.push_back({.procedure = one.procedure, .applicant = one.applicant});
      }
    }
  }
  m_bulk = std::make_unique<BulkEntry>(m_uses.server, *m_registered, std::move(there));
  go(ApplicationPage::bulk);
}

void ApplicationFlow::dropBulk() {
  if (m_bulk != nullptr) {
    m_bulk->wipe();
    m_bulk.release()->deleteLater();  // the page that shows it goes before
  }
}

}  // namespace madoguchi::app
