#include "app/rooms/application/draft_work.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/core/service_clock.h"
#include "app/rooms/application/application_json.h"
#include "app/rooms/application/file_room.h"
#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"
#include "forms/engine/attachment.h"
#include "forms/engine/japan_day.h"

namespace madoguchi::app {
namespace {

/// Longer than before the service warns.
constexpr std::chrono::days kRenewedBefore{14};

}  // namespace

std::chrono::year_month_day todayInJapan() { return forms::dayInJapan(serviceTime()); }

DraftWork::DraftWork(Server& server, Draft draft, const std::string& userClass, QObject* parent)
    : QObject(parent),
      m_server(server),
      m_draft(std::move(draft)),
      m_userClass(userClass),
      m_form(forms::applicationForm(), [this] { return facts(); }),
      m_keeper(m_form, saving(), {.draft = {}, .page = m_draft.page, .revision = m_draft.revision}),
      m_files(server, m_form) {
  m_keeper.rest();
  m_form.fill(m_draft.answers, ValueOrigin::draft);
  m_keeper.takeOther(m_draft.revision);
  m_keeper.resume();
  connect(&m_keeper, &DraftKeeper::conflicted, this, &DraftWork::onConflicted);
  connect(&m_keeper, &DraftKeeper::changed, this, &DraftWork::tidyFiles);
  m_files.take(m_draft.files);
  askForLostFiles(m_draft.files);
  // Whoever was warned of its end, and opens it, means to keep it.
  if (m_draft.expiresAt < serviceTime() + kRenewedBefore) {
    m_keeper.renew();
  }
}

void DraftWork::askForLostFiles(const std::vector<StoredFile>& there) {
  std::vector<protocol::FieldError> lost;
  for (const forms::FieldPath& path : m_form.fields()) {
    const auto file = forms::attachmentFrom(m_form.value(path).toStdString());
    const auto isIt = [&](const StoredFile& one) {
      return one.isWhole && one.digest == file->digest;
    };
    if (file && std::ranges::none_of(there, isIt)) {
      m_form.type(path, {});
      lost.push_back({forms::writtenPath(m_form.answers(), path), "fileMissing"});
    }
  }
  if (!lost.empty()) {
    m_form.takeRefusal(lost);
    m_keeper.save();
  }
}

FileUpload& DraftWork::uploadOf(const forms::FieldPath& path) {
  auto& upload = m_uploads[path];
  if (upload == nullptr) {
    upload = std::make_unique<FileUpload>(m_server);
    connect(upload.get(), &FileUpload::arrivedWhole, this, &DraftWork::takeFile);
  }
  return *upload;
}

std::vector<FileUpload*> DraftWork::uploads() const {
  std::vector<FileUpload*> found;
  for (const auto& [path, upload] : m_uploads) {
    if (upload->state() != FileUpload::State::none) {
      found.push_back(upload.get());
    }
  }
  return found;
}

bool DraftWork::isUploading() const {
  return std::ranges::any_of(m_uploads,
                             [](const auto& upload) { return upload.second->isUnderWay(); });
}

FileUpload* DraftWork::notReplaced() const {
  using State = FileUpload::State;
  for (const auto& [path, upload] : m_uploads) {
    const bool hasFailed = upload->state() == State::failed || upload->state() == State::refused ||
                           upload->state() == State::picture;
    if (hasFailed && m_form.asks(path) && !m_form.value(path).isEmpty()) {
      return upload.get();
    }
  }
  return nullptr;
}

std::uint64_t DraftWork::roomFor(const forms::FieldPath& path) const {
  const forms::Definition& form = m_form.definition();
  const auto& kinds = forms::findField(form, path)->mediaTypes;
  std::uint64_t room = roomForFile(m_form, path, todayInJapan());
  for (const auto& [other, upload] : m_uploads) {
    if (other != path && upload->isUnderWay() &&
        forms::findField(form, other)->mediaTypes == kinds) {
      room -= std::min(room, upload->bytes());
    }
  }
  return room;
}

void DraftWork::takeFile(const UploadedFile& file) {
  m_files.add(file.stored);
  if (!m_other.id.isEmpty()) {
    m_other.files.push_back(file.stored);  // it was asked for before
  }
  const auto rows = m_form.rows(file.path.group);
  const bool isThere =
      file.path.group.empty() || std::ranges::find(rows, file.path.row) != rows.end();
  if (isThere) {
    m_form.type(file.path, file.value);
    m_form.leaveField(file.path);
  } else {
    tidyFiles();  // its row was removed meanwhile
  }
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
    if (!m_anewKey.empty()) {
      return keepAnew(what, std::move(answer));
    }
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
      beginAnew();
      break;
    default:
      setConflict(Conflict::filed);
  }
}

void DraftWork::askForOther() {
  m_asking = askDraft(m_server, m_draft.id, [this](const DraftAnswer& answer) {
    m_failure = answer.failure;
    if (answer.failure == FailureCode::draftGone) {
      m_failure = FailureCode::none;
      beginAnew();
      return;
    }
    if (answer.failure == FailureCode::notNow) {
      m_failure = FailureCode::none;
      setConflict(Conflict::filed);
      return;
    }
    std::string there = forms::draftJson(m_form.definition(), answer.draft.answers);
    if (answer.failure == FailureCode::none && m_keeper.hasSent(there)) {
      // It had arrived, and the answer had not.
      m_keeper.takeKept(std::move(there), answer.draft.revision);
      endConflict();
    } else {
      m_other = answer.draft;  // empty where it could not be asked for
      setConflict(Conflict::changed);
    }
  });
}

void DraftWork::endConflict() {
  if (m_conflict != Conflict::none) {
    setConflict(Conflict::none);
  }
}

void DraftWork::beginAnew() {
  m_anewKey = newKey();
  m_keeper.takeNothing();
  endConflict();
}

Pending DraftWork::keepAnew(const DraftKeeper::Kept& what,
                            std::function<void(DraftKeeper::Outcome)> answer) {
  Draft anew = m_draft;
  anew.answers = m_form.answers();
  anew.page = what.page;
  return beginDraft(m_server, m_anewKey, anew, {},
                    [this, sent = what.draft, answer = std::move(answer)](const DraftAnswer& made) {
                      answer(takeAnew(made, sent));
                    });
}

DraftKeeper::Outcome DraftWork::takeAnew(const DraftAnswer& made, const std::string& sent) {
  if (made.failure != FailureCode::none) {
    // Where there are no drafts at all, one more would be gone at once, for ever.
    const bool takesNone = made.failure == FailureCode::draftGone;
    return {.failure = takesNone ? FailureCode::serverAnswer : made.failure};
  }
  m_anewKey.clear();
  m_draft.id = made.draft.id;
  m_files.take({});
  for (const auto& [path, upload] : m_uploads) {
    upload->moveTo(draftPath(m_draft.id));
  }
  askForLostFiles({});
  // Where it was made by an earlier try, whose answer was lost, it is what that one has sent.
  const bool isThis = forms::draftJson(m_form.definition(), made.draft.answers) == sent;
  return {.failure = isThis ? FailureCode::none : FailureCode::draftChanged,
          .revision = made.draft.revision,
          .at = made.draft.savedAt};
}

void DraftWork::decide(bool forMine) {
  if (m_deciding || m_other.id.isEmpty()) {
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
      beginDraft(m_server, m_decisionKey, aside, m_draft.id,
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
  const std::vector<StoredFile> there = m_other.files;
  if (forMine) {
    // Compared with that, and not with what was kept last from here.
    m_keeper.takeKept(forms::draftJson(m_form.definition(), m_other.answers), m_other.revision);
  } else {
    m_form.clear();
    m_form.fill(m_other.answers, ValueOrigin::draft);
    m_keeper.takeOther(m_other.revision);
    m_files.take(m_other.files);
  }
  m_other = {};
  m_choice.reset();
  askForLostFiles(there);
  setConflict(Conflict::none);
}

void DraftWork::rest() {
  m_keeper.rest();
  for (const auto& [path, upload] : m_uploads) {
    upload->rest();
  }
  m_files.rest();
  m_asking.drop();
  m_deciding.drop();
}

void DraftWork::resume() {
  m_keeper.resume();
  if (m_keeper.failure() == FailureCode::draftChanged && m_other.id.isEmpty()) {
    askForOther();
  }
  tidyFiles();
  for (const auto& [path, upload] : m_uploads) {
    upload->resume();
  }
}

void DraftWork::wipe() {
  rest();
  for (const auto& [path, upload] : m_uploads) {
    upload->forget();
  }
  m_form.clear();
}

}  // namespace madoguchi::app
