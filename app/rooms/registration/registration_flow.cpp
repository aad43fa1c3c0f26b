#include "app/rooms/registration/registration_flow.h"

#include <QDateTime>
#include <algorithm>
#include <array>
#include <utility>

#include "app/rooms/registration/registration_flow_p.h"
#include "forms/engine/japan_day.h"

namespace madoguchi::app {
namespace {

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// Half of a surrogate pair, which a broken input method may give, has no place in UTF-8. Qt would
/// write a question mark, which an address may hold; this character no field takes.
std::string utf8Of(QString text) {
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
      ++i;
    } else if (text[i].isSurrogate()) {
      text[i] = QChar::ReplacementCharacter;
    }
  }
  return text.toStdString();
}

}  // namespace

RegistrationFlow::Private::Private(RegistrationFlow& flow, const RegistrationUses& given,
                                   forms::Entrance through)
    : q(flow),
      uses(given),
      entrance(through),
      visit(uses.card, uses.idle, kWholeCard, nullptr, uses.secretLifetime),
      attempt(visit, uses.server) {
  watchVisit();
  connect(&attempt, &RegistrationAttempt::progress, &q, &RegistrationFlow::submissionProgress);
  connect(&attempt, &RegistrationAttempt::notSigned, &q,
          [this](FailureCode failure) { onNotSigned(failure); });
  connect(&attempt, &RegistrationAttempt::answered, &q,
          [this](const RegistrationAnswer& answer) { onAnswer(answer); });
}

void RegistrationFlow::Private::setErrors(std::vector<forms::FieldError> found, QString summary) {
  if (errors != found || summaryCode != summary || !corrected.empty()) {
    errors = std::move(found);
    summaryCode = std::move(summary);
    corrected.clear();
    emit q.errorsChanged();
  }
}

std::vector<forms::FieldError> RegistrationFlow::Private::errorsNow() const {
  const forms::FormDefinition& form = forms::FormDefinition::registration();
  forms::FormValues checked = form.repaired(values);
  if (!uses.terms.opened) {
    // Consent to what was not opened is none.
    checked.erase("termsAccepted");
  }
  return form.validate(checked, {entrance, forms::dayInJapan(now())});
}

void RegistrationFlow::Private::lookForCorrected() {
  if (errorsOfBackend) {
    return;
  }
  const auto still = errorsNow();
  std::set<std::string> found;
  for (const forms::FieldError& error : errors) {
    if (std::ranges::find(still, error.field, &forms::FieldError::field) == still.end()) {
      found.insert(error.field);
    }
  }
  if (std::exchange(corrected, found) != found) {
    emit q.errorsChanged();
  }
}

std::string RegistrationFlow::Private::valueOf(const std::string& field) const {
  const auto value = values.find(field);
  return value != values.end() ? value->second : std::string();
}

void RegistrationFlow::Private::setValue(const std::string& field, std::string value) {
  if (valueOf(field) != value) {
    values[field] = std::move(value);
    emit q.valuesChanged({QString::fromStdString(field)});
  }
}

void RegistrationFlow::Private::forgetForm() {
  QStringList fields;
  for (const auto& [field, value] : values) {
    fields << QString::fromStdString(field);
  }
  values.clear();
  prefill = {};
  filledFrom.clear();
  uses.terms.opened = false;
  attempt.reset();
  if (!fields.isEmpty()) {
    emit q.valuesChanged(fields);
  }
  setErrors({}, {});
}

void RegistrationFlow::Private::check() {
  for (const auto& [field, value] : forms::FormDefinition::registration().repaired(values)) {
    setValue(field, value);
  }
  auto found = errorsNow();
  const std::string summary =
      found.empty() ? std::string() : forms::FormDefinition::summaryCode(found);
  setErrors(std::move(found), QString::fromStdString(summary));
  errorsOfBackend = false;
  setProblem(FailureCode::none);
  if (errors.empty()) {
    attempt.confirm(values, entrance, uses.terms.version);
    go(Step::accepted);
  }
}

RegistrationFlow::RegistrationFlow(RegistrationUses uses, forms::Entrance entrance, QObject* parent)
    : Journey(parent), d(std::make_unique<Private>(*this, uses, entrance)) {
  const auto classes = forms::FormDefinition::registration().classes(entrance);
  if (classes.size() == 1) {
    d->setValue("userClass", classes.front());
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
CheckResult RegistrationFlow::network() const { return d->network; }
FailureCode RegistrationFlow::networkProblem() const { return d->networkProblem; }
FailureCode RegistrationFlow::problem() const { return d->shownProblem(); }
bool RegistrationFlow::canGoNext() const { return d->canGoNext(); }
const forms::FormValues& RegistrationFlow::values() const { return d->values; }
const std::vector<forms::FieldError>& RegistrationFlow::errors() const { return d->errors; }
QString RegistrationFlow::summaryCode() const { return d->summaryCode; }
bool RegistrationFlow::isCorrected(const QString& field) const {
  return d->corrected.contains(field.toStdString());
}
bool RegistrationFlow::secretsNeeded() const { return d->secretsNeeded(); }
QString RegistrationFlow::authenticationId() const { return d->authenticationId; }
AgreedTerms& RegistrationFlow::terms() const { return d->uses.terms; }

bool RegistrationFlow::isFromCard(const QString& field) const {
  const auto given = d->prefill.values.find(field.toStdString());
  return given != d->prefill.values.end() && !given->second.empty() &&
         d->valueOf(given->first) == given->second;
}

bool RegistrationFlow::isMissingOnCard(const QString& field) const {
  static constexpr std::array kFilledByCard = {"name", "sex", "dateOfBirth", "municipalityCode",
                                               "addressRest"};
  const std::string id = field.toStdString();
  const auto given = d->prefill.values.find(id);
  return d->withCard() && d->visit.signing() != nullptr &&
         std::ranges::find(kFilledByCard, id) != kFilledByCard.end() &&
         (given == d->prefill.values.end() || given->second.empty());
}

QString RegistrationFlow::cardText(const QString& field) const {
  const auto text = d->prefill.cardText.find(field.toStdString());
  return text != d->prefill.cardText.end() ? QString::fromStdString(text->second) : QString();
}

void RegistrationFlow::setValue(const QString& field, const QString& value) {
  if (d->on(Page::step1)) {
    d->setValue(field.toStdString(), utf8Of(value));
  }
}

void RegistrationFlow::repairValue(const QString& field) {
  if (d->on(Page::step1)) {
    const std::string id = field.toStdString();
    d->setValue(id, forms::FormDefinition::registration().repair(id, d->valueOf(id)));
    d->lookForCorrected();
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
