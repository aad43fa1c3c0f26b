#include "app/rooms/application/application_flow.h"

#include <algorithm>
#include <iterator>

#include "app/core/room_names.h"
#include "app/rooms/application/application_json.h"
#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"

namespace madoguchi::app {

ApplicationFlow::ApplicationFlow(const ApplicationUses& uses, QObject* parent)
    : Journey(parent),
      m_uses(uses),
      m_welcome(uses.session.welcome()),
      m_visit(uses.desk, uses.idle, {.password = true, .signingCertificate = true}, nullptr,
              uses.secretLifetime) {
  connect(&uses.session, &Session::ended, this, &ApplicationFlow::onEnded);
  connect(&m_visit, &CardVisit::completed, this, [this] { send(false); });
  connect(&m_visit, &CardVisit::lost, this, [this](FailureCode why) {
    if (m_page == ApplicationPage::password || stopSigning()) {
      m_failure = why;
      go(ApplicationPage::card);
    }
  });
  connect(&m_visit, &CardVisit::expired, this, [this] {
    if (stopSigning()) {
      go(ApplicationPage::password);
    }
  });
  showList();
}

ApplicationFlow::~ApplicationFlow() = default;

const QStringList& ApplicationFlow::pageNames() {
  static const QStringList kNames = {
      QStringLiteral("applications"),        QStringLiteral("applicationStart"),
      QStringLiteral("applicationProspect"), QStringLiteral("applicationForm"),
      QStringLiteral("applicationReview"),   QStringLiteral("applicationCard"),
      QStringLiteral("applicationPassword"), QStringLiteral("applicationSending"),
      QStringLiteral("applicationFiled"),    QStringLiteral("applicationDetail"),
      QStringLiteral("applicationConflict"), QStringLiteral("applicationBulk")};
  return kNames;
}

Place ApplicationFlow::place() const {
  return {.page = pageNames().at(static_cast<qsizetype>(m_page)), .offersWayBack = true};
}

void ApplicationFlow::go(ApplicationPage page) {
  m_page = page;
  emit placeChanged();
}

void ApplicationFlow::ask(std::function<Pending()> how) {
  m_failure = FailureCode::none;
  m_isStep = false;
  m_how = std::move(how);
  m_asking = m_how();
  emit changed();
}

void ApplicationFlow::askForStep(std::function<Pending()> how) {
  ask(std::move(how));
  m_isStep = true;
}

void ApplicationFlow::fail(FailureCode failure) {
  m_asking.drop();
  m_failure = failure;
  emit changed();
}

void ApplicationFlow::askAgain() {
  if (m_how) {
    const bool isStep = m_isStep;
    ask(std::exchange(m_how, nullptr));
    m_isStep = isStep;
  }
}

// --- the list ---

void ApplicationFlow::showList() {
  m_drafts.reset();
  m_applications.reset();
  dropWanted();
  go(ApplicationPage::list);
  dropBulk();
  askLists();
}

void ApplicationFlow::askLists() {
  ask([this] {
    if (m_registered) {
      return askDrafts(m_uses.server, [this](DraftsAnswer answer) {
        if (answer.failure != FailureCode::none) {
          fail(answer.failure);
          return;
        }
        m_drafts = std::move(answer.drafts);
        m_asking = askApplications(m_uses.server, {}, [this](ApplicationsAnswer list) {
          fail(list.failure);
          if (list.failure == FailureCode::none) {
            m_applications = std::move(list.applications);
            m_next = list.next;
          }
          emit changed();
        });
      });
    }
    return askRegistered(m_uses.server, [this](RegisteredAnswer answer) {
      fail(answer.failure);
      if (answer.failure == FailureCode::none) {
        m_registered = std::move(answer.values);
        askLists();
      }
    });
  });
}

void ApplicationFlow::showMore() {
  askMore([] {});
}

void ApplicationFlow::askMore(const std::function<void()>& then) {
  ask([this, then] {
    return askApplications(m_uses.server, m_next, [this, then](ApplicationsAnswer list) {
      if (list.failure == FailureCode::none) {
        std::ranges::move(list.applications, std::back_inserter(*m_applications));
        m_next = list.next;
      }
      fail(list.failure);
      if (list.failure == FailureCode::none) {
        then();
      }
    });
  });
}

void ApplicationFlow::openDraft(const QString& id) {
  if (DraftWork* known = unsentWork(id)) {
    workOn(*known);
    return;
  }
  ask([this, id] {
    return askDraft(m_uses.server, id, [this](const DraftAnswer& answer) { takeDraft(answer); });
  });
}

void ApplicationFlow::throwDraftAway(const QString& id) {
  ask([this, id] {
    return madoguchi::app::throwDraftAway(m_uses.server, id, [this, id](FailureCode failure) {
      const bool isGone = failure == FailureCode::none || failure == FailureCode::draftGone;
      fail(isGone ? FailureCode::none : failure);
      if (isGone) {
        letGo([&](const DraftWork& work) { return work.draft().id == id; });
        showList();
      }
    });
  });
}

void ApplicationFlow::takeDraft(const DraftAnswer& answer) {
  fail(answer.failure);
  if (answer.failure != FailureCode::none) {
    return;
  }
  if (DraftWork* known = unsentWork(answer.draft.id)) {  // a file has arrived meanwhile
    workOn(*known);
  } else {
    openWork(answer.draft);
  }
}

// --- a draft ---

DraftWork* ApplicationFlow::unsentWork(const QString& id) const {
  const auto known = std::ranges::find_if(
      m_works, [&](const auto& work) { return work->draft().id == id && work->isToBeKept(); });
  return known == m_works.end() ? nullptr : known->get();
}

void ApplicationFlow::letGo(const std::function<bool(const DraftWork&)>& which) {
  for (auto& work : m_works) {
    if (!which(*work)) {
      continue;
    }
    if (work.get() == m_work) {
      m_filing.reset();
      m_work = nullptr;
    }
    work->rest();
    work->disconnect(this);
    work.release()->deleteLater();
  }
  std::erase(m_works, nullptr);
}

void ApplicationFlow::openWork(Draft draft) {
  m_works.push_back(std::make_unique<DraftWork>(m_uses.server, std::move(draft), userClass()));
  connect(m_works.back().get(), &DraftWork::conflictChanged, this, &ApplicationFlow::onConflict);
  workOn(*m_works.back());
  letGo([this, &id = m_work->draft().id](const DraftWork& work) {
    return &work != m_work && (work.draft().id == id || !(work.isAtWork() || work.isToBeKept()));
  });
}

void ApplicationFlow::workOn(DraftWork& work) {
  m_asking.drop();  // another draft that was to be opened
  m_work = &work;
  m_filing = std::make_unique<Filing>(m_uses.server, work, signsWithCard() ? &m_visit : nullptr);
  connect(m_filing.get(), &Filing::answered, this, &ApplicationFlow::onFiled);
  m_backToReview = false;
  if (work.conflict() != DraftWork::Conflict::none) {
    go(ApplicationPage::conflict);
    return;
  }
  toForm();
}

void ApplicationFlow::toForm() {
  const auto pages = m_work->form().pages();
  const std::string page = m_work->keeper().page();
  const bool isThere = std::ranges::find(pages, page) != pages.end();
  toFormPage(isThere ? page : pages.front());
}

void ApplicationFlow::toFormPage(const std::string& page) {
  m_failure = FailureCode::none;  // what stopped it may be mended there
  m_formPage = page;
  m_work->keeper().setPage(page);
  go(ApplicationPage::form);
}

void ApplicationFlow::nextPage() {
  const auto pages = m_work->form().pages();
  const auto here = std::ranges::find(pages, m_formPage);
  if (m_backToReview || here == pages.end() || std::next(here) == pages.end()) {
    showReview();
  } else {
    toFormPage(*std::next(here));
  }
}

void ApplicationFlow::previousPage() { back(); }

void ApplicationFlow::change(const forms::FieldPath& field) {
  m_first = field;
  m_backToReview = true;
  toFormPage(forms::pageOf(m_work->form().definition(), field)->id);
}

void ApplicationFlow::showReview() {
  m_backToReview = false;
  m_work->keeper().save();
  m_work->form().check();
  go(ApplicationPage::review);
}

void ApplicationFlow::onConflict() {
  if (sender() != m_work) {
    return;
  }
  const bool isDecided = m_work->conflict() == DraftWork::Conflict::none;
  if (!isDecided) {
    m_filing->callOff();
    // Whoever does something else meanwhile is shown it when they open the draft.
    if (isAtDraft()) {
      m_visit.end();
      go(ApplicationPage::conflict);
    }
  } else if (m_page == ApplicationPage::conflict) {
    toForm();
  }
}

bool ApplicationFlow::isAtDraft() const {
  switch (m_page) {
    case ApplicationPage::form:
    case ApplicationPage::review:
    case ApplicationPage::card:
    case ApplicationPage::password:
    case ApplicationPage::sending:
    case ApplicationPage::conflict:
      return true;
    default:
      return false;
  }
}

void ApplicationFlow::decide(bool forMine) { m_work->decide(forMine); }

// --- as the window sees it ---

void ApplicationFlow::onEnded(Session::Ended why) {
  // Who logs out is led out by the room under this one.
  if (why != Session::Ended::loggedOut) {
    emit needs({kLoginRoom, kLoginAgain});
  }
}

bool ApplicationFlow::wouldLoseSomething() const {
  return std::ranges::any_of(m_works, [](const auto& work) { return work->holdsUnsent(); }) ||
         (m_wanted != nullptr && m_wanted->upload().isUnderWay()) ||
         (m_bulk != nullptr && m_bulk->isKeeping()) ||
         std::ranges::any_of(m_reports,
                             [](const auto& report) { return !report.second->text().isEmpty(); });
}

bool ApplicationFlow::isSending() const {
  return (m_filing != nullptr && m_filing->isAsking()) ||
         (m_wanted != nullptr && m_wanted->isAsking()) || (m_isStep && isAsking());
}

bool ApplicationFlow::mayHaveArrived() const {
  return m_filing != nullptr && m_filing->mayHaveArrived();
}

bool ApplicationFlow::back() {
  switch (m_page) {
    case ApplicationPage::list:
      return false;
    case ApplicationPage::prospect:
      m_asking.drop();
      m_failure = FailureCode::none;
      go(ApplicationPage::start);
      return true;
    case ApplicationPage::form: {
      const auto pages = m_work->form().pages();
      const auto here = std::ranges::find(pages, m_formPage);
      if (m_backToReview) {
        showReview();
      } else if (here == pages.begin() || here == pages.end()) {
        m_work->keeper().save();
        showList();
      } else {
        toFormPage(*std::prev(here));
      }
      return true;
    }
    case ApplicationPage::review:
      toFormPage(m_work->form().pages().back());
      return true;
    case ApplicationPage::card:
    case ApplicationPage::password:
    case ApplicationPage::sending:
      cancelFiling();
      return true;
    case ApplicationPage::start:
    case ApplicationPage::filed:
    case ApplicationPage::detail:
    case ApplicationPage::conflict:
    case ApplicationPage::bulk:
      showList();
      return true;
  }
  return false;
}

void ApplicationFlow::leave() {
  disconnect(&m_uses.session, nullptr, this, nullptr);
  m_asking.drop();
  m_visit.end();
  // The pages are there still, and may look at what was typed once more as they go.
  if (m_filing != nullptr) {
    m_filing->callOff();
  }
  for (const auto& work : m_works) {
    work->wipe();
  }
  dropWanted();
  if (m_bulk != nullptr) {
    m_bulk->wipe();
  }
  m_application.reset();
  m_reports.clear();
  m_copyKeys.clear();
}

void ApplicationFlow::cover() {
  m_wasAsking = isAsking();
  m_asking.drop();
  m_visit.end();
  if (m_filing != nullptr) {
    m_filing->callOff();
  }
  for (const auto& work : m_works) {
    work->rest();
  }
  if (m_wanted != nullptr) {
    m_wanted->rest();
  }
  if (m_bulk != nullptr) {
    m_bulk->rest();
  }
  for (const auto& [id, report] : m_reports) {
    report->callOff();
  }
  if (m_page == ApplicationPage::card || m_page == ApplicationPage::password ||
      m_page == ApplicationPage::sending) {
    m_page = ApplicationPage::review;
  }
}

void ApplicationFlow::uncover() {
  if (!m_uses.session.isOpen() ||
      m_uses.session.welcome().authenticationId != m_welcome.authenticationId) {
    emit ended(std::nullopt);  // the room under this one knows what then
    return;
  }
  m_welcome = m_uses.session.welcome();  // perhaps without the card this time
  for (const auto& work : m_works) {
    work->resume();
  }
  if (m_wanted != nullptr) {
    m_wanted->resume();
  }
  if (m_bulk != nullptr) {
    m_bulk->resume();
  }
  if (std::exchange(m_wasAsking, false)) {
    askAgain();
  }
}

}  // namespace madoguchi::app
