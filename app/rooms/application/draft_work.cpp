#include "app/rooms/application/draft_work.h"

#include <utility>

#include "app/core/service_clock.h"
#include "app/rooms/application/application_json.h"
#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"
#include "forms/engine/japan_day.h"

namespace madoguchi::app {

std::chrono::year_month_day todayInJapan() { return forms::dayInJapan(serviceTime()); }

DraftWork::DraftWork(Server& server, Draft draft, const std::string& userClass, QObject* parent)
    : QObject(parent),
      m_server(server),
      m_draft(std::move(draft)),
      m_userClass(userClass),
      m_form(forms::applicationForm(), [this] { return facts(); }),
      m_keeper(m_form, saving(), {.draft = {}, .page = m_draft.page, .revision = m_draft.revision}),
      m_upload(server),
      m_files(server, m_form) {
  m_keeper.rest();
  m_form.fill(m_draft.answers, ValueOrigin::draft);
  m_keeper.takeOther(m_draft.revision);
  m_keeper.resume();
  connect(&m_keeper, &DraftKeeper::conflicted, this, &DraftWork::onConflicted);
  connect(&m_keeper, &DraftKeeper::changed, this, &DraftWork::tidyFiles);
  connect(&m_upload, &FileUpload::arrivedWhole, this, [this](const UploadedFile& file) {
    m_files.add(file.stored);
    m_form.type(file.path, file.value);
    m_form.leaveField(file.path);
  });
  m_files.take(m_draft.files);
}

void DraftWork::tidyFiles() {
  if (m_keeper.failure() == FailureCode::none && !m_keeper.holdsUnkept()) {
    m_files.tidy(m_draft.id);
  }
}

PageList& DraftWork::picturesOf(const forms::FieldPath& path) {
  if (m_pictures == nullptr || m_picturesOf != path) {
    m_pictures = std::make_unique<PageList>();
    m_picturesOf = path;
  }
  return *m_pictures;
}

forms::Facts DraftWork::facts() const {
  return forms::applicationFacts(m_draft.procedure.toStdString(), m_userClass, todayInJapan());
}

std::chrono::sys_seconds DraftWork::keptAt() const {
  return m_keeper.keptAt().value_or(m_draft.savedAt);
}

DraftKeeper::Save DraftWork::saving() {
  return [this](const DraftKeeper::Kept& what, std::function<void(DraftKeeper::Outcome)> answer) {
    return keepDraft(
        m_server, m_draft.id, what.revision, what.draft, what.page,
        [answer = std::move(answer)](const KeptAnswer& kept) {
          answer({.failure = kept.failure, .revision = kept.revision, .at = kept.savedAt});
        });
  };
}

void DraftWork::setConflict(Conflict conflict) {
  m_conflict = conflict;
  emit conflictChanged();
}

void DraftWork::onConflicted() {
  switch (m_keeper.failure()) {
    case FailureCode::draftChanged:
      askForOther();
      break;
    case FailureCode::draftGone:
      keepAnew();
      break;
    default:
      setConflict(Conflict::filed);
  }
}

void DraftWork::askForOther() {
  m_asking = askDraft(m_server, m_draft.id, [this](const DraftAnswer& answer) {
    m_failure = answer.failure;
    if (answer.failure == FailureCode::draftGone) {
      keepAnew();
      return;
    }
    const bool isOwn =
        answer.failure == FailureCode::none &&
        forms::draftJson(m_form.definition(), answer.draft.answers) == m_keeper.sentDraft();
    if (isOwn) {  // it had arrived, and the answer had not
      m_keeper.takeRevision(answer.draft.revision);
    } else {
      m_other = answer.draft;
      setConflict(Conflict::changed);
    }
  });
}

void DraftWork::keepAnew() {
  Draft anew = m_draft;
  anew.answers = m_form.answers();
  m_asking = beginDraft(m_server, newKey(), anew, [this](const DraftAnswer& answer) {
    m_failure = answer.failure;
    if (answer.failure == FailureCode::none) {
      m_draft.id = answer.draft.id;
      m_files.take({});
      m_keeper.takeRevision(answer.draft.revision);
    }
    emit conflictChanged();
  });
}

void DraftWork::decide(bool forMine) {
  if (m_deciding) {
    return;
  }
  if (m_other.id.isEmpty()) {  // it could not be asked for
    askForOther();
    return;
  }
  Draft aside = m_other;
  if (!forMine) {
    aside.answers = m_form.answers();
  }
  if (m_choice != forMine) {
    m_choice = forMine;
    m_decisionKey = newKey();
  }
  m_deciding =
      beginDraft(m_server, m_decisionKey, aside,
                 [this, forMine](const DraftAnswer& answer) { onDecided(forMine, answer); });
  emit conflictChanged();
}

void DraftWork::onDecided(bool forMine, const DraftAnswer& answer) {
  m_deciding.drop();
  m_failure = answer.failure;
  if (m_failure != FailureCode::none) {
    emit conflictChanged();
    return;
  }
  if (forMine) {
    m_keeper.takeRevision(m_other.revision);
  } else {
    m_form.clear();
    m_form.fill(m_other.answers, ValueOrigin::draft);
    m_keeper.takeOther(m_other.revision);
    m_files.take(m_other.files);
  }
  m_other = {};
  m_choice.reset();
  setConflict(Conflict::none);
}

void DraftWork::rest() {
  m_keeper.rest();
  m_uploadRests = m_upload.isUnderWay();
  m_upload.callOff();
  m_files.rest();
  m_deciding.drop();
}

void DraftWork::resume() {
  m_keeper.resume();
  tidyFiles();
  if (std::exchange(m_uploadRests, false)) {
    m_upload.again();
  }
}

}  // namespace madoguchi::app
