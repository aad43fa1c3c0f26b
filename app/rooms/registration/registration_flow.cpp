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

RegistrationFlow::Private::Private(RegistrationFlow& flow, CardService& cardService,
                                   Server& theServer, FlowSettings flowSettings)
    : q(flow),
      card(cardService),
      server(theServer),
      settings(std::move(flowSettings)),
      secrets(settings.secretLifetime),
      attempt(cardService, theServer) {
  connect(&card, &CardService::readersChanged, &q, [this] { onReaders(); });
  connect(&card, &CardService::inspected, &q,
          [this](const CardInspection& found) { onInspected(found); });
  connect(&card, &CardService::secretsVerified, &q,
          [this](const SecretsVerified& result) { onVerified(result); });
  connect(&secrets, &SecretKeeper::expired, &q, [this] { onSecretsExpired(); });
  connect(&attempt, &RegistrationAttempt::progress, &q, &RegistrationFlow::submissionProgress);
  connect(&attempt, &RegistrationAttempt::notSigned, &q,
          [this](const RegistrationSigned& result) { onNotSigned(result); });
  connect(&attempt, &RegistrationAttempt::answered, &q,
          [this](const RegistrationAnswer& answer) { onAnswer(answer); });
}

bool RegistrationFlow::Private::canGoNext() const {
  const bool cardReady = status.certificates == CheckResult::good &&
                         status.problem == FailureCode::none && !status.busy;
  return on(Page::beforeYouStart) && network == CheckResult::good && (!withCard() || cardReady);
}

bool RegistrationFlow::Private::secretsNeeded() const {
  return withCard() && (on(Page::step1) || on(Page::step2)) && !secrets.complete();
}

void RegistrationFlow::Private::go(Step step, FailureCode why) {
  if (const auto next = pageAfter(page, step, withCard())) {
    enter(*next, why);
  }
}

void RegistrationFlow::Private::enter(Page next, FailureCode why) {
  page = next;
  // What was offered on one page must not go to the card from another.
  secrets.dropOffered();
  if (next == Page::top) {
    endVisit();
  } else if (next == Page::beforeYouStart || next == Page::signaturePassword) {
    secrets.wipe();
    attempt.wipe();
  } else if (next == Page::authenticationPin) {
    secrets.wipe(card::Secret::authenticationPin);
    attempt.wipe();
  }
  const bool newProblem = std::exchange(problem, why) != why;
  const bool newOutcome = std::exchange(outcome, SecretOutcome::none) != SecretOutcome::none;
  emit q.pageChanged();
  if (newProblem) {
    emit q.problemChanged();
  }
  if (newOutcome) {
    emit q.secretOutcomeChanged();
  }
  tellSecretsNeeded();
}

void RegistrationFlow::Private::endVisit() {
  secrets.wipe();
  attempt.reset();
  askingHealth.drop();
  askingAnnouncements.drop();
  card.cancelCommands();
  card.stopWatching();
  tracker.reset();
  status = {};
  network = CheckResult::unknown;
  networkProblem = FailureCode::none;
  forgetForm();
  authenticationId.clear();
}

void RegistrationFlow::Private::setProblem(FailureCode code) {
  if (std::exchange(problem, code) != code) {
    emit q.problemChanged();
  }
}

void RegistrationFlow::Private::setOutcome(SecretOutcome next) {
  if (std::exchange(outcome, next) != next) {
    emit q.secretOutcomeChanged();
  }
}

void RegistrationFlow::Private::tellSecretsNeeded() {
  const bool now = secretsNeeded();
  if (std::exchange(lastSecretsNeeded, now) != now) {
    emit q.secretsNeededChanged();
  }
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
  if (!termsOpened) {
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
  authentication.reset();
  signing.reset();
  termsOpened = false;
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
    attempt.confirm(values, entrance, settings.termsVersion);
    go(Step::accepted);
  }
}

RegistrationFlow::RegistrationFlow(CardService& card, Server& server, QObject* parent,
                                   FlowSettings settings)
    : QObject(parent), d(std::make_unique<Private>(*this, card, server, std::move(settings))) {}

RegistrationFlow::~RegistrationFlow() = default;

void RegistrationFlow::explainReaders(ExplainReaders explain) {
  d->tracker = CardTracker(std::move(explain));
}

Page RegistrationFlow::page() const { return d->page; }
forms::Entrance RegistrationFlow::entrance() const { return d->entrance; }
const CardStatus& RegistrationFlow::cardStatus() const { return d->status; }
CheckResult RegistrationFlow::network() const { return d->network; }
FailureCode RegistrationFlow::networkProblem() const { return d->networkProblem; }
const std::vector<Announcement>& RegistrationFlow::announcements() const {
  return d->announcements;
}
SecretOutcome RegistrationFlow::secretOutcome() const { return d->outcome; }
FailureCode RegistrationFlow::problem() const { return d->problem; }
bool RegistrationFlow::canGoNext() const { return d->canGoNext(); }
const forms::FormValues& RegistrationFlow::values() const { return d->values; }
const std::vector<forms::FieldError>& RegistrationFlow::errors() const { return d->errors; }
QString RegistrationFlow::summaryCode() const { return d->summaryCode; }
bool RegistrationFlow::isCorrected(const QString& field) const {
  return d->corrected.contains(field.toStdString());
}
bool RegistrationFlow::secretsNeeded() const { return d->secretsNeeded(); }
bool RegistrationFlow::isPinTypedAtReader() const {
  return d->secrets.isPinAtReaderOffered() || d->secrets.isPinAtReader();
}
bool RegistrationFlow::holdsSecrets() const {
  return d->secrets.any() || d->attempt.holdsSecrets();
}
QString RegistrationFlow::authenticationId() const { return d->authenticationId; }
bool RegistrationFlow::termsOpened() const { return d->termsOpened; }
const QString& RegistrationFlow::termsFolder() const { return d->settings.termsFolder; }

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
  return d->withCard() && d->signing &&
         std::ranges::find(kFilledByCard, id) != kFilledByCard.end() &&
         (given == d->prefill.values.end() || given->second.empty());
}

std::optional<QDate> RegistrationFlow::certificateEndsSoon() const {
  constexpr int kSoon = 30;
  QDate first = d->status.validUntil;
  if (d->signing) {
    const QDate signing = dayInJapan(d->signing->notAfter);
    first = first.isValid() ? std::min(first, signing) : signing;
  }
  const QDate today = dayInJapan(now());
  const bool soon = first.isValid() && first >= today && today.daysTo(first) <= kSoon;
  return soon ? std::optional(first) : std::nullopt;
}

QString RegistrationFlow::cardText(const QString& field) const {
  const auto text = d->prefill.cardText.find(field.toStdString());
  return text != d->prefill.cardText.end() ? QString::fromStdString(text->second) : QString();
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
  const auto classes = forms::FormDefinition::registration().classes(entrance);
  if (classes.size() == 1) {
    d->setValue("userClass", classes.front());
  }
  d->go(Step::start);
  d->checkNetwork();
  if (d->withCard()) {
    d->card.startWatching();
  }
}

void RegistrationFlow::checkNetworkAgain() {
  if (!d->on(Page::beforeYouStart)) {
    return;
  }
  d->checkNetwork();
  if (d->withCard() && d->status.problem != FailureCode::none && !d->status.busy) {
    d->tracker.reset();
    d->card.startWatching();
  }
}

void RegistrationFlow::next() {
  if (d->canGoNext()) {
    d->go(Step::next);
  }
}

void RegistrationFlow::back() {
  d->abandonCheck();
  d->go(Step::back);
}

void RegistrationFlow::backToTop() { d->enter(Page::top); }

void RegistrationFlow::giveSignaturePassword(card::SecretBuffer password) {
  if (d->on(Page::signaturePassword)) {
    d->give(card::Secret::signaturePassword, std::move(password));
  }
}

void RegistrationFlow::typeAuthenticationPinAtReader() {
  if (d->on(Page::authenticationPin)) {
    d->typePinAtReader();
  }
}

void RegistrationFlow::giveAuthenticationPin(card::SecretBuffer pin) {
  if (d->on(Page::authenticationPin)) {
    d->give(card::Secret::authenticationPin, std::move(pin));
  }
}

void RegistrationFlow::giveSecretsAgain(card::SecretBuffer password,
                                        std::optional<card::SecretBuffer> pin) {
  if (d->on(Page::step2) && d->secretsNeeded()) {
    d->giveBoth(std::move(password), std::move(pin));
  }
}

void RegistrationFlow::confirmLastTry(bool yes) { d->confirmLastTry(yes); }

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

void RegistrationFlow::openTerms() { d->termsOpened = true; }

void RegistrationFlow::check() {
  if (d->on(Page::step1)) {
    d->check();
  }
}

void RegistrationFlow::submit() { d->submit(); }

void RegistrationFlow::cancelSubmission() { d->cancelSubmission(); }

void RegistrationFlow::noteActivity() { d->secrets.noteActivity(); }

void RegistrationFlow::setLanguageTag(const QString& tag) {
  const bool another = std::exchange(d->languageTag, tag) != tag;
  if (another && d->on(Page::top) && d->announcementsWanted) {
    d->announcements.clear();  // rather none than in another language
    emit announcementsChanged();
    d->fetchAnnouncements();
  }
}

}  // namespace madoguchi::app
