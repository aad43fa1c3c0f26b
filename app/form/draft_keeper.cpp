#include "app/form/draft_keeper.h"

#include <QCryptographicHash>
#include <utility>

#include "app/form/form_model.h"
#include "forms/engine/answers_json.h"

namespace madoguchi::app {
namespace {

/// The same request would be refused for ever.
bool isDecidedElsewhere(FailureCode failure) {
  return failure == FailureCode::draftChanged || failure == FailureCode::draftGone ||
         failure == FailureCode::notNow;
}

QByteArray digestOf(const std::string& draft) {
  return QCryptographicHash::hash(QByteArray::fromStdString(draft), QCryptographicHash::Sha256);
}

}  // namespace

DraftKeeper::DraftKeeper(FormModel& form, Save save, Kept kept)
    : DraftKeeper(form, std::move(save), std::move(kept), Pauses{}) {}

DraftKeeper::DraftKeeper(FormModel& form, Save save, Kept kept, Pauses pauses)
    : m_form(form), m_save(std::move(save)), m_kept(std::move(kept)), m_page(m_kept.page) {
  m_kept.draft = draftNow();
  m_again.setSingleShot(true);
  m_again.setInterval(pauses.afterFailure);
  m_whileTyping.setSingleShot(true);
  m_whileTyping.setInterval(pauses.whileTyping);
  connect(&m_again, &QTimer::timeout, this, &DraftKeeper::save);
  connect(&m_whileTyping, &QTimer::timeout, this, &DraftKeeper::save);
  connect(&form, &FormModel::changed, this, [this] {
    if (!m_whileTyping.isActive()) m_whileTyping.start();
  });
  connect(&form, &FormModel::fieldLeft, this, &DraftKeeper::save);
  connect(&form, &FormModel::shapeChanged, this, &DraftKeeper::save);
}

std::string DraftKeeper::draftNow() const {
  return forms::draftJson(m_form.definition(), m_form.answers());
}

bool DraftKeeper::holdsUnkept() const { return draftNow() != m_kept.draft; }

void DraftKeeper::setPage(const std::string& page) {
  m_page = page;
  save();
}

void DraftKeeper::save() {
  m_isDue = m_isSaving;
  if (m_rests || m_isSaving || isDecidedElsewhere(m_failure)) {
    return;
  }
  std::string draft = draftNow();
  if (draft == m_kept.draft && m_page == m_kept.page) {
    return;
  }
  m_again.stop();
  m_whileTyping.stop();
  m_isSaving = true;
  m_sent = {.draft = std::move(draft), .page = m_page, .revision = m_kept.revision};
  m_sentSince.insert(digestOf(m_sent.draft));
  m_saving = m_save(m_sent, [this](const Outcome& outcome) { onAnswer(outcome); });
  emit changed();
}

void DraftKeeper::renew() {
  m_kept.draft.clear();
  save();
}

void DraftKeeper::onAnswer(const Outcome& outcome) {
  m_isSaving = false;
  m_failure = outcome.failure;
  if (m_failure == FailureCode::none) {
    m_kept = m_sent;
    m_kept.revision = outcome.revision;
    m_sentSince.clear();
    m_keptAt = outcome.at;
    // Not whatever was typed meanwhile: a fast hand would send one after the other. And before
    // anybody hears of it, who would take what is due for left behind.
    if (m_isDue) save();
    emit changed();
    return;
  }
  if (isDecidedElsewhere(m_failure)) {
    emit conflicted();
  } else {
    m_again.start();
  }
  emit changed();
}

bool DraftKeeper::hasSent(const std::string& draft) const {
  return m_sentSince.contains(digestOf(draft));
}

void DraftKeeper::rest() {
  m_rests = true;
  m_again.stop();
  m_saving.drop();
  m_isSaving = false;
}

void DraftKeeper::resume() {
  m_rests = false;
  save();
}

void DraftKeeper::takeRevision(int revision) {
  m_kept.revision = revision;
  m_failure = FailureCode::none;
  save();
  emit changed();
}

void DraftKeeper::takeOther(int revision) { takeKept(draftNow(), revision); }

void DraftKeeper::takeKept(std::string draft, int revision) {
  m_kept.draft = std::move(draft);
  m_sentSince.clear();
  takeRevision(revision);
}

void DraftKeeper::takeNothing() {
  m_kept = {};
  takeRevision(0);
}

}  // namespace madoguchi::app
