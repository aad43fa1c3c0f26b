#include "app/rooms/registration/registration_flow.h"

#include <QDateTime>
#include <utility>

#include "app/rooms/registration/registration_flow_p.h"
#include "forms/engine/answers_json.h"
#include "forms/engine/japan_day.h"

namespace madoguchi::app {
namespace {

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

forms::FieldPath pathOf(const QString& field) { return forms::topField(field.toStdString()); }

}  // namespace

RegistrationFlow::Private::Private(RegistrationFlow& flow, CardDesk& card, Server& theServer,
                                   IdleClock& idleClock, FlowSettings flowSettings)
    : q(flow),
      server(theServer),
      idle(idleClock),
      settings(std::move(flowSettings)),
      visit(card, idle, kWholeCard, nullptr, settings.secretLifetime),
      form(forms::registrationForm(), [this] { return facts(); }),
      attempt(visit, theServer) {
  watchVisit();
  connect(&form, &FormModel::changed, &q, [this](const QVector<forms::FieldPath>& paths) {
    QStringList fields;
    for (const forms::FieldPath& path : paths) {
      fields << QString::fromStdString(path.field);
    }
    emit q.valuesChanged(fields);
  });
  connect(&form, &FormModel::errorsChanged, &q, &RegistrationFlow::errorsChanged);
  connect(&attempt, &RegistrationAttempt::progress, &q, &RegistrationFlow::submissionProgress);
  connect(&attempt, &RegistrationAttempt::notSigned, &q,
          [this](FailureCode failure) { onNotSigned(failure); });
  connect(&attempt, &RegistrationAttempt::answered, &q,
          [this](const RegistrationAnswer& answer) { onAnswer(answer); });
}

bool RegistrationFlow::Private::canGoNext() const {
  const CardStatus& status = visit.status();
  const bool cardReady = status.certificates == CheckResult::good &&
                         status.problem == FailureCode::none && !status.busy;
  return on(Page::beforeYouStart) && network == CheckResult::good && (!withCard() || cardReady);
}

bool RegistrationFlow::Private::secretsNeeded() const {
  return withCard() && (on(Page::step1) || on(Page::step2)) && !visit.isComplete();
}

void RegistrationFlow::Private::go(Step step, FailureCode why) {
  if (const auto next = pageAfter(page, step, withCard())) {
    enter(*next, why);
  }
}

void RegistrationFlow::Private::enter(Page next, FailureCode why) {
  page = next;
  // What was given on one page must not go to the card from another.
  visit.withdraw();
  if (next == Page::top) {
    endVisit();
  } else if (next == Page::beforeYouStart || next == Page::signaturePassword) {
    visit.wipe();
    attempt.wipe();
  } else if (next == Page::authenticationPin) {
    visit.wipe(card::Secret::authenticationPin);
    attempt.wipe();
  }
  const bool newProblem = std::exchange(problem, why) != why;
  emit q.pageChanged();
  if (newProblem) {
    emit q.problemChanged();
  }
  tellSecretsNeeded();
}

void RegistrationFlow::Private::endVisit() {
  attempt.reset();
  visit.end();
  askingHealth.drop();
  askingAnnouncements.drop();
  network = CheckResult::unknown;
  networkProblem = FailureCode::none;
  forgetForm();
  authenticationId.clear();
}

FailureCode RegistrationFlow::Private::shownProblem() const {
  // On beforeYouStart the state of the card is shown as it is.
  const bool secretsAsked = !on(Page::beforeYouStart) && visit.failure() != FailureCode::none;
  return secretsAsked ? visit.failure() : problem;
}

void RegistrationFlow::Private::setProblem(FailureCode code) {
  if (std::exchange(problem, code) != code) {
    emit q.problemChanged();
  }
}

void RegistrationFlow::Private::tellSecretsNeeded() {
  const bool now = secretsNeeded();
  if (std::exchange(lastSecretsNeeded, now) != now) {
    emit q.secretsNeededChanged();
  }
}

forms::Facts RegistrationFlow::Private::facts() const {
  return forms::registrationFacts(entrance, forms::dayInJapan(now()), termsOpened);
}

void RegistrationFlow::Private::forgetForm() {
  filledFrom.clear();
  refusalSummary.clear();
  termsOpened = false;
  attempt.reset();
  form.clear();
}

void RegistrationFlow::Private::check() {
  refusalSummary.clear();
  const bool good = form.check();
  setProblem(FailureCode::none);
  if (good) {
    attempt.confirm(forms::canonicalJson(form.definition(), form.answers(), facts()), entrance,
                    settings.termsVersion);
    go(Step::accepted);
  }
}

RegistrationFlow::RegistrationFlow(CardDesk& card, Server& server, IdleClock& idle, QObject* parent,
                                   FlowSettings settings)
    : QObject(parent),
      d(std::make_unique<Private>(*this, card, server, idle, std::move(settings))) {}

RegistrationFlow::~RegistrationFlow() {
  // While all that hears of it is still there.
  d->attempt.reset();
  d->visit.end();
}

CardVisit& RegistrationFlow::visit() { return d->visit; }
const CardVisit& RegistrationFlow::visit() const { return d->visit; }
Page RegistrationFlow::page() const { return d->page; }
forms::Entrance RegistrationFlow::entrance() const { return d->entrance; }
CheckResult RegistrationFlow::network() const { return d->network; }
FailureCode RegistrationFlow::networkProblem() const { return d->networkProblem; }
const std::vector<Announcement>& RegistrationFlow::announcements() const {
  return d->announcements;
}
FailureCode RegistrationFlow::problem() const { return d->shownProblem(); }
bool RegistrationFlow::canGoNext() const { return d->canGoNext(); }
FormModel& RegistrationFlow::form() { return d->form; }
const FormModel& RegistrationFlow::form() const { return d->form; }
const forms::Values& RegistrationFlow::values() const { return d->form.answers().values; }
std::vector<protocol::FieldError> RegistrationFlow::errors() const {
  return forms::fieldErrors(d->form.answers(), d->form.findings());
}
QString RegistrationFlow::summaryCode() const {
  const auto& findings = d->form.findings();
  return findings.empty() || d->refusalSummary.isEmpty()
             ? QString::fromStdString(forms::summaryCode(findings))
             : d->refusalSummary;
}
bool RegistrationFlow::isCorrected(const QString& field) const {
  const auto error = d->form.error(pathOf(field));
  return error && error->corrected;
}
bool RegistrationFlow::secretsNeeded() const { return d->secretsNeeded(); }
QString RegistrationFlow::authenticationId() const { return d->authenticationId; }
bool RegistrationFlow::termsOpened() const { return d->termsOpened; }
const QString& RegistrationFlow::termsFolder() const { return d->settings.termsFolder; }

bool RegistrationFlow::isFromCard(const QString& field) const {
  return d->form.origin(pathOf(field)) == ValueOrigin::card;
}

bool RegistrationFlow::isMissingOnCard(const QString& field) const {
  return d->form.origin(pathOf(field)) == ValueOrigin::missingOnCard;
}

QString RegistrationFlow::cardText(const QString& field) const {
  return d->form.wordsOfCard(pathOf(field));
}

void RegistrationFlow::fetchAnnouncements() {
  if (d->on(Page::top)) {
    d->fetchAnnouncements();
  }
}

void RegistrationFlow::start(forms::Entrance entrance) {
  if (!d->on(Page::top)) {
    return;
  }
  d->announcementsWanted = false;
  d->askingAnnouncements.drop();
  d->announcements.clear();
  d->entrance = entrance;
  d->form.noteFacts();
  const auto classes = forms::userClasses(entrance);
  if (classes.size() == 1) {
    d->form.type(forms::topField("userClass"), QString::fromStdString(classes.front()));
  }
  d->go(Step::start);
  d->checkNetwork();
  if (d->withCard()) {
    d->visit.begin();
  }
}

void RegistrationFlow::checkNetworkAgain() {
  if (!d->on(Page::beforeYouStart)) {
    return;
  }
  d->checkNetwork();
  const CardStatus& status = d->visit.status();
  if (d->withCard() && status.problem != FailureCode::none && !status.busy) {
    d->visit.begin();
  }
}

void RegistrationFlow::next() {
  if (d->canGoNext()) {
    d->go(Step::next);
  }
}

void RegistrationFlow::back() { d->go(Step::back); }

void RegistrationFlow::backToTop() { d->enter(Page::top); }

void RegistrationFlow::setValue(const QString& field, const QString& value) {
  if (d->on(Page::step1)) {
    d->form.type(pathOf(field), value);
  }
}

void RegistrationFlow::repairValue(const QString& field) {
  if (d->on(Page::step1)) {
    d->form.leaveField(pathOf(field));
  }
}

void RegistrationFlow::openTerms() {
  d->termsOpened = true;
  d->form.noteFacts();
}

void RegistrationFlow::check() {
  if (d->on(Page::step1)) {
    d->check();
  }
}

void RegistrationFlow::submit() { d->submit(); }

void RegistrationFlow::cancelSubmission() { d->cancelSubmission(); }

void RegistrationFlow::noteActivity() { d->idle.noteActivity(); }

void RegistrationFlow::setLanguageTag(const QString& tag) {
  const bool another = std::exchange(d->languageTag, tag) != tag;
  if (another && d->on(Page::top) && d->announcementsWanted) {
    d->announcements.clear();  // rather none than in another language
    emit announcementsChanged();
    d->fetchAnnouncements();
  }
}

}  // namespace madoguchi::app
