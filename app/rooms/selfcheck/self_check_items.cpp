#include "app/rooms/selfcheck/self_check_items.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>
#include <array>

#include "app/card/card_status.h"
#include "app/core/visible_text.h"

namespace madoguchi::app {
namespace {

using card::UsbReader;

// A clock that is minutes off disturbs nobody; one that is an hour off has the wrong zone or date,
// and certificates are judged by it.
constexpr std::chrono::seconds kClockNotice = std::chrono::minutes(2);
constexpr std::chrono::seconds kClockBad = std::chrono::hours(1);

constexpr std::array<const char*, static_cast<std::size_t>(kLastCheckId) + 1> kCheckNames = {
    "service", "readers", "card",   "certificates", "tries", "network",     "clock",
    "fonts",   "session", "memory", "proxy",        "tls",   "trustAnchors"};
constexpr std::array kVerdictNames = {"good", "notice", "bad", "notChecked"};

QString l(const char* text) { return QString::fromLatin1(text); }
/// What others name: certificates, readers, proxies.
QString u(const std::string& text) { return visible(QString::fromStdString(text)); }

CheckItem item(CheckId id) { return {.id = id, .verdict = {}, .code = {}, .details = {}}; }

CheckItem bad(CheckItem one, FailureCode code) {
  one.verdict = Verdict::bad;
  one.code = code;
  return one;
}

CheckItem notice(CheckItem one, FailureCode code) {
  one.verdict = Verdict::notice;
  one.code = code;
  return one;
}

CheckItem good(CheckItem one) {
  one.verdict = Verdict::good;
  return one;
}

CheckItem notChecked(CheckItem one) {
  one.verdict = Verdict::notChecked;
  return one;
}

QJsonObject asJson(const CertificateSeen& certificate) {
  return {{l("subject"), u(certificate.subject)}, {l("sha256"), u(certificate.sha256)}};
}

QJsonArray asJson(const std::vector<CertificateSeen>& certificates) {
  QJsonArray list;
  for (const CertificateSeen& one : certificates) {
    list.append(asJson(one));
  }
  return list;
}

std::vector<UsbReader> unserved(const SelfCheckFindings& findings) {
  std::vector<std::string> served;
  for (const card::ReaderState& reader : findings.card->readers.readers) {
    served.push_back(reader.name);
  }
  return card::notServed(findings.computer->usbReaders, served);
}

FailureCode whyUnserved(const std::vector<UsbReader>& readers) {
  const bool taken = std::ranges::any_of(
      readers, [](const UsbReader& reader) { return !reader.kernelDriver.empty(); });
  return taken ? FailureCode::readerTaken : FailureCode::readerWithoutDriver;
}

CheckItem judgeSession(const SelfCheckFindings& findings) {
  CheckItem one = item(CheckId::session);
  if (!findings.computer) {
    return notChecked(one);
  }
  const Surroundings& around = findings.computer->surroundings;
  one.details = {{l("sandbox"), u(around.sandbox)}, {l("remote"), u(around.remote)}};
  if (!around.sandbox.empty()) {
    return notice(one, FailureCode::sandboxed);
  }
  return around.remote.empty() ? good(one) : notice(one, FailureCode::remoteSession);
}

CheckItem judgeMemory(const SelfCheckFindings& findings) {
  const CheckItem one = item(CheckId::memory);
  if (!findings.computer) {
    return notChecked(one);
  }
  return findings.computer->canKeepSecrets ? good(one) : bad(one, FailureCode::memoryNotLocked);
}

CheckItem judgeService(const SelfCheckFindings& findings) {
  CheckItem one = item(CheckId::service);
  if (!findings.card || !findings.computer) {
    return notChecked(one);
  }
  one.details = {{l("protocolVersion"), u(findings.computer->serviceVersion)}};
  const card::ReaderSnapshot& readers = findings.card->readers;
  return readers.serviceRunning ? good(one)
                                : bad(one, whyNoReader(fromTransport(readers.serviceFault),
                                                       findings.computer->surroundings, {}));
}

std::vector<card::ReaderState> readersThatCount(const SelfCheckFindings& findings) {
  return usedReaders(findings.card->readers, findings.card->preferredReader);
}

bool allFail(const std::vector<card::ReaderState>& readers) {
  return std::ranges::all_of(readers, &card::ReaderState::unavailable);
}

CheckItem judgeReaders(const SelfCheckFindings& findings) {
  CheckItem one = item(CheckId::readers);
  if (!findings.card || !findings.computer) {
    return notChecked(one);
  }
  if (!findings.card->readers.serviceRunning) {
    return notChecked(one);
  }
  const std::vector<UsbReader> without = unserved(findings);
  QJsonArray names;
  for (const card::ReaderState& reader : findings.card->readers.readers) {
    names.append(withoutSerial(reader.name));
  }
  QJsonArray usb;
  for (const UsbReader& reader : without) {
    usb.append(QJsonObject{{l("usbId"), u(reader.usbId)},
                           {l("name"), u(reader.name)},
                           {l("driver"), u(reader.driver)},
                           {l("kernelDriver"), u(reader.kernelDriver)}});
  }
  one.details = {{l("readers"), names}, {l("withoutDriver"), usb}};
  if (const std::string& wanted = findings.card->preferredReader; !wanted.empty()) {
    one.details[l("wanted")] = withoutSerial(wanted);
  }
  if (names.isEmpty()) {
    return bad(one, whyNoReader(FailureCode::noReader, findings.computer->surroundings,
                                findings.computer->usbReaders));
  }
  const std::vector<card::ReaderState> used = readersThatCount(findings);
  if (used.empty()) {
    return bad(one, FailureCode::noReader);
  }
  if (allFail(used)) {
    return bad(one, FailureCode::readerUnavailable);
  }
  return without.empty() ? good(one) : notice(one, whyUnserved(without));
}

bool anyCard(const std::vector<card::ReaderState>& readers) {
  return std::ranges::any_of(readers, &card::ReaderState::cardPresent);
}

const char* kindOf(const CardInspection& found) {
  if (found.isMyNumberCard) {
    return "myNumberCard";
  }
  switch (found.failure) {
    case FailureCode::olderCard:
      return "olderResidentCard";
    case FailureCode::phoneToken:
      return "phone";
    case FailureCode::otherCard:
      return "other";
    case FailureCode::newerCard:
      return "newer";
    default:
      return "unknown";
  }
}

CheckItem judgeCard(const SelfCheckFindings& findings) {
  CheckItem one = item(CheckId::card);
  if (!findings.card || allFail(readersThatCount(findings))) {  // or there is none
    return notChecked(one);
  }
  if (!anyCard(readersThatCount(findings))) {
    one.details = {{l("kind"), l("none")}};
    return notice(one, FailureCode::noCard);
  }
  const CardInspection& found = findings.card->inspection;
  one.details = {{l("kind"), l(kindOf(found))},
                 {l("reader"), withoutSerial(found.identity.reader)}};
  return found.isMyNumberCard ? good(one) : bad(one, found.failure);
}

/// The card, where it is a My Number Card.
const CardInspection* myNumberCard(const SelfCheckFindings& findings) {
  return findings.card && findings.card->inspection.isMyNumberCard ? &findings.card->inspection
                                                                   : nullptr;
}

CheckItem judgeCertificates(const SelfCheckFindings& findings) {
  CheckItem one = item(CheckId::certificates);
  const CardInspection* found = myNumberCard(findings);
  if (found == nullptr || !found->presence) {
    return notChecked(one);
  }
  one.details = {{l("signing"), found->presence->signing},
                 {l("authentication"), found->authentication.has_value()}};
  if (found->authentication) {
    one.details[l("authenticationInDate")] =
        inDate(*found->authentication, FailureCode::authenticationCertificateExpired) ==
        FailureCode::none;
  }
  switch (const FailureCode inTheWay = judged(*found, kWholeCard)) {
    case FailureCode::none:
    case FailureCode::passwordBlocked:
    case FailureCode::pinBlocked:
      return good(one);
    default:
      return bad(one, inTheWay);
  }
}

CheckItem judgeTries(const SelfCheckFindings& findings) {
  CheckItem one = item(CheckId::tries);
  const CardInspection* found = myNumberCard(findings);
  if (found == nullptr || !found->passwordTries || !found->pinTries) {
    return notChecked(one);
  }
  one.details = {{l("password"), *found->passwordTries}, {l("pin"), *found->pinTries}};
  if (*found->passwordTries == 0) {
    return bad(one, FailureCode::passwordBlocked);
  }
  if (*found->pinTries == 0) {
    return bad(one, FailureCode::pinBlocked);
  }
  const bool untouched =
      *found->passwordTries == card::kAllPasswordTries && *found->pinTries == card::kAllPinTries;
  return untouched ? good(one) : notice(one, FailureCode::none);
}

bool isTlsFailure(FailureCode code) {
  return code == FailureCode::tlsUntrusted || code == FailureCode::tlsWrongHost ||
         code == FailureCode::tlsExpired;
}

bool hasServer(const SelfCheckFindings& findings) {
  return findings.server && findings.server->configured;
}

CheckItem judgeProxy(const SelfCheckFindings& findings) {
  CheckItem one = item(CheckId::proxy);
  if (!hasServer(findings)) {
    return notChecked(one);
  }
  one.details = {{l("host"), u(findings.server->proxyHost)},
                 {l("notUnderstood"), u(findings.server->proxyNotUnderstood)}};
  return findings.server->failure == FailureCode::proxyUnusable
             ? bad(one, FailureCode::proxyUnusable)
             : good(one);
}

CheckItem judgeNetwork(const SelfCheckFindings& findings) {
  const CheckItem one = item(CheckId::network);
  if (!findings.server || findings.server->failure == FailureCode::proxyUnusable) {
    return notChecked(one);
  }
  if (!findings.server->configured) {
    return notice(one, FailureCode::none);
  }
  const FailureCode failure = findings.server->failure;
  return failure == FailureCode::none || isTlsFailure(failure) ? good(one) : bad(one, failure);
}

CheckItem judgeTls(const SelfCheckFindings& findings) {
  CheckItem one = item(CheckId::tls);
  if (!hasServer(findings)) {
    return notChecked(one);
  }
  one.details = {{l("chain"), asJson(findings.server->tls.chain)}};
  if (isTlsFailure(findings.server->failure)) {
    return bad(one, findings.server->failure);
  }
  return findings.server->tls.chain.empty() ? notChecked(one) : good(one);
}

CheckItem judgeTrustAnchors(const SelfCheckFindings& findings) {
  CheckItem one = item(CheckId::trustAnchors);
  if (!hasServer(findings)) {
    return notChecked(one);
  }
  const ServerFindings& server = *findings.server;
  one.details = {{l("source"), l(server.ownAnchors ? "file" : "system")},
                 {l("anchors"), asJson(server.anchors)}};
  if (server.tls.anchor) {
    one.details[l("used")] = asJson(*server.tls.anchor);
  }
  return server.ownAnchors && server.anchors.empty() ? bad(one, FailureCode::tlsUntrusted)
                                                     : good(one);
}

CheckItem judgeClock(const SelfCheckFindings& findings) {
  CheckItem one = item(CheckId::clock);
  if (!findings.server || !findings.server->clockAhead) {
    return notChecked(one);
  }
  const std::chrono::seconds ahead = *findings.server->clockAhead;
  one.details = {{l("secondsAhead"), static_cast<qint64>(ahead.count())}};
  if (std::chrono::abs(ahead) >= kClockBad) {
    return bad(one, FailureCode::clockWrong);
  }
  return std::chrono::abs(ahead) >= kClockNotice ? notice(one, FailureCode::none) : good(one);
}

CheckItem judgeFonts(const SelfCheckFindings& findings) {
  const CheckItem one = item(CheckId::fonts);
  if (!findings.computer || !findings.computer->japaneseFont) {
    return notChecked(one);
  }
  return *findings.computer->japaneseFont ? good(one) : notice(one, FailureCode::none);
}

}  // namespace

std::vector<CheckItem> judge(const SelfCheckFindings& findings) {
  return {judgeService(findings),      judgeReaders(findings), judgeCard(findings),
          judgeCertificates(findings), judgeTries(findings),   judgeNetwork(findings),
          judgeClock(findings),        judgeFonts(findings),   judgeSession(findings),
          judgeMemory(findings),       judgeProxy(findings),   judgeTls(findings),
          judgeTrustAnchors(findings)};
}

Verdict wholeVerdict(const std::vector<CheckItem>& items) {
  for (const Verdict verdict : {Verdict::bad, Verdict::notice}) {
    if (std::ranges::find(items, verdict, &CheckItem::verdict) != items.end()) {
      return verdict;
    }
  }
  return Verdict::good;
}

FailureCode whyNoReader(FailureCode plain, const Surroundings& surroundings,
                        const std::vector<UsbReader>& usbReaders) {
  const bool noService =
      plain == FailureCode::serviceMissing || plain == FailureCode::serviceIncompatible;
  if (!noService && plain != FailureCode::noReader) {
    return plain;
  }
  if (noService && !surroundings.sandbox.empty()) {
    return FailureCode::sandboxed;
  }
  if (plain == FailureCode::noReader && !usbReaders.empty()) {
    return whyUnserved(usbReaders);
  }
  return surroundings.remote.empty() ? plain : FailureCode::remoteSession;
}

QString withoutSerial(const std::string& readerName) {
  static const QRegularExpression serial(QStringLiteral(" ?\\([^()]*\\d[^()]*\\)"));
  return u(readerName).remove(serial);
}

QString name(CheckId id) { return l(kCheckNames.at(static_cast<std::size_t>(id))); }

QString name(Verdict verdict) { return l(kVerdictNames.at(static_cast<std::size_t>(verdict))); }

}  // namespace madoguchi::app
