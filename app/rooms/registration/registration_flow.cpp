#include "app/rooms/registration/registration_flow.h"

#include <QDateTime>
#include <utility>

#include "app/core/service_clock.h"
#include "app/rooms/registration/registration_flow_p.h"
#include "forms/engine/answers_json.h"
#include "forms/engine/japan_day.h"

namespace madoguchi::app {
namespace {

forms::FieldPath pathOf(const QString& field) { return forms::topField(field.toStdString()); }

}  // namespace

RegistrationFlow::Private::Private(RegistrationFlow& flow, const RegistrationUses& given,
                                   forms::Entrance through)
    : q(flow),
      uses(given),
      entrance(through),
      visit(uses.card, uses.idle, kWholeCard, nullptr, uses.secretLifetime),
      form(forms::registrationForm(), [this] { return facts(); }),
      attempt(visit, uses.server) {
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

forms::Facts RegistrationFlow::Private::facts() const {
  return forms::registrationFacts(entrance, forms::dayInJapan(serviceTime()), uses.terms.opened);
}

void RegistrationFlow::Private::forgetForm() {
  filledFrom.clear();
  alsoOnCard.clear();
  refusalSummary.clear();
  uses.terms.opened = false;
  attempt.reset();
  form.clear();
}

bool RegistrationFlow::Private::mayType() const {
  // Where the card was taken away, an input method gives what it was composing when its page goes,
  // a moment after this flow has gone on. What was forgotten meanwhile does not come back by it.
  return on(Page::step1) || (on(Page::beforeYouStart) && !form.isEmpty());
}

void RegistrationFlow::Private::check() {
  refusalSummary.clear();
  const bool good = form.check();
  setProblem(FailureCode::none);
  if (good) {
    attempt.confirm(forms::canonicalJson(form.definition(), form.answers(), facts()), entrance,
                    uses.terms.version);
    go(Step::accepted);
  }
}

RegistrationFlow::RegistrationFlow(RegistrationUses uses, forms::Entrance entrance, QObject* parent)
    : Journey(parent), d(std::make_unique<Private>(*this, uses, entrance)) {
  const auto classes = forms::userClasses(entrance);
  if (classes.size() == 1) {
    d->form.type(forms::topField("userClass"), QString::fromStdString(classes.front()));
  }
  d->checkNetwork();
  if (d->withCard()) {
    d->visit.begin();
  }
}

RegistrationFlow::~RegistrationFlow() {
  // While all that hears of it is still there.
  d->attempt.reset();
  d->visit.end();
}

CardVisit& RegistrationFlow::visit() { return d->visit; }
const CardVisit& RegistrationFlow::visit() const { return d->visit; }
Page RegistrationFlow::page() const { return d->page; }
forms::Entrance RegistrationFlow::entrance() const { return d->entrance; }
std::chrono::milliseconds RegistrationFlow::secretLifetime() const {
  return d->uses.secretLifetime;
}

const QString& RegistrationFlow::service() const { return d->uses.server.origin(); }

CheckResult RegistrationFlow::network() const { return d->network; }
FailureCode RegistrationFlow::networkProblem() const { return d->networkProblem; }
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
bool RegistrationFlow::emailCorrected() const { return d->emailCorrected; }
CalledOff RegistrationFlow::calledOff() const { return d->calledOff; }
AgreedTerms& RegistrationFlow::terms() const { return d->uses.terms; }

bool RegistrationFlow::isFromCard(const QString& field) const {
  return d->form.origin(pathOf(field)) == ValueOrigin::card;
}

bool RegistrationFlow::isMissingOnCard(const QString& field) const {
  return d->form.origin(pathOf(field)) == ValueOrigin::missingOnCard;
}

QString RegistrationFlow::cardText(const QString& field) const {
  return d->form.wordsOfCard(pathOf(field));
}

QString RegistrationFlow::alsoOnCard(const QString& field) const {
  const auto found = d->alsoOnCard.find(field.toStdString());
  return found == d->alsoOnCard.end() || !isFromCard(field) ? QString()
                                                            : QString::fromStdString(found->second);
}

void RegistrationFlow::setValue(const QString& field, const QString& value) {
  if (d->mayType()) {
    d->form.type(pathOf(field), value);
  }
}

void RegistrationFlow::repairValue(const QString& field) {
  if (d->mayType()) {
    d->form.leaveField(pathOf(field));
  }
}

void RegistrationFlow::check() {
  if (d->on(Page::step1)) {
    d->check();
  }
}

void RegistrationFlow::submit() { d->submit(); }

void RegistrationFlow::cancelSubmission() { d->cancelSubmission(); }

}  // namespace madoguchi::app
