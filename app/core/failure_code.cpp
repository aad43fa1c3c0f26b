#include "app/core/failure_code.h"

#include <array>
#include <string_view>

namespace madoguchi::app {
namespace {

struct Row {
  FailureCode code;
  std::string_view published;
  std::string_view name;
  std::string_view agency = {};
};

// The Agency's own code for every fault of its system (its table of messages knows no finer one).
constexpr std::string_view kSystemError = "WZBAM098E";

// The one table. 1xx: the way to the card. 2xx: what is on the card. 3xx: the way to the backend.
// 4xx: what the backend refused. 5xx: accounts. 6xx: applications. A published code is never given
// to another failure.
constexpr std::array kRows = {
    Row{FailureCode::none, "", "none"},
    Row{FailureCode::serviceMissing, "MG-101", "serviceMissing"},
    Row{FailureCode::serviceIncompatible, "MG-102", "serviceIncompatible"},
    Row{FailureCode::noReader, "MG-103", "noReader"},
    Row{FailureCode::readerUnavailable, "MG-104", "readerUnavailable"},
    Row{FailureCode::noCard, "MG-105", "noCard"},
    Row{FailureCode::cardRemoved, "MG-106", "cardRemoved"},
    Row{FailureCode::cardMute, "MG-107", "cardMute"},
    Row{FailureCode::cardInUse, "MG-108", "cardInUse"},
    Row{FailureCode::cardReset, "MG-109", "cardReset"},
    Row{FailureCode::cardCommunication, "MG-110", "cardCommunication"},
    Row{FailureCode::otherCard, "MG-111", "otherCard"},
    Row{FailureCode::olderCard, "MG-112", "olderCard"},
    Row{FailureCode::phoneToken, "MG-113", "phoneToken"},
    Row{FailureCode::cardSwapped, "MG-114", "cardSwapped"},
    Row{FailureCode::cardAnswer, "MG-115", "cardAnswer"},
    Row{FailureCode::readerWithoutDriver, "MG-116", "readerWithoutDriver"},
    Row{FailureCode::readerTaken, "MG-117", "readerTaken"},
    Row{FailureCode::remoteSession, "MG-118", "remoteSession"},
    Row{FailureCode::sandboxed, "MG-119", "sandboxed"},
    Row{FailureCode::sessionRefused, "MG-120", "sessionRefused"},
    Row{FailureCode::serviceHangs, "MG-121", "serviceHangs"},
    Row{FailureCode::newerCard, "MG-122", "newerCard"},
    Row{FailureCode::memoryNotLocked, "MG-123", "memoryNotLocked"},
    Row{FailureCode::noSigningCertificate, "MG-201", "noSigningCertificate"},
    Row{FailureCode::noAuthenticationCertificate, "MG-202", "noAuthenticationCertificate"},
    Row{FailureCode::signingCertificateExpired, "MG-203", "signingCertificateExpired"},
    Row{FailureCode::authenticationCertificateExpired, "MG-204",
        "authenticationCertificateExpired"},
    Row{FailureCode::passwordBlocked, "MG-205", "passwordBlocked"},
    Row{FailureCode::pinBlocked, "MG-206", "pinBlocked"},
    Row{FailureCode::verifyInterrupted, "MG-207", "verifyInterrupted"},
    Row{FailureCode::certificateNotYetValid, "MG-208", "certificateNotYetValid"},
    Row{FailureCode::networkUnreachable, "MG-301", "networkUnreachable"},
    Row{FailureCode::networkTimeout, "MG-302", "networkTimeout"},
    Row{FailureCode::tlsUntrusted, "MG-303", "tlsUntrusted"},
    Row{FailureCode::tlsWrongHost, "MG-304", "tlsWrongHost"},
    Row{FailureCode::tlsExpired, "MG-305", "tlsExpired"},
    Row{FailureCode::serverBusy, "MG-306", "serverBusy", kSystemError},
    Row{FailureCode::serverError, "MG-307", "serverError", kSystemError},
    Row{FailureCode::serverAnswer, "MG-308", "serverAnswer"},
    Row{FailureCode::proxyUnusable, "MG-309", "proxyUnusable"},
    Row{FailureCode::clockWrong, "MG-310", "clockWrong"},
    Row{FailureCode::answerLost, "MG-311", "answerLost"},
    Row{FailureCode::networkSignIn, "MG-312", "networkSignIn"},
    Row{FailureCode::nonceExpired, "MG-401", "nonceExpired"},
    Row{FailureCode::signatureRefused, "MG-402", "signatureRefused"},
    Row{FailureCode::certificateRefused, "MG-403", "certificateRefused"},
    Row{FailureCode::certificateExpiredAtServer, "MG-404", "certificateExpiredAtServer"},
    Row{FailureCode::certificateRevoked, "MG-405", "certificateRevoked"},
    Row{FailureCode::formRefused, "MG-406", "formRefused"},
    Row{FailureCode::certificateMismatch, "MG-407", "certificateMismatch"},
    Row{FailureCode::alreadyRegistered, "MG-408", "alreadyRegistered"},
    Row{FailureCode::requestTooLarge, "MG-409", "requestTooLarge"},
    Row{FailureCode::termsOutdated, "MG-410", "termsOutdated"},
    Row{FailureCode::certificateNotYetValidAtServer, "MG-411", "certificateNotYetValidAtServer"},
    Row{FailureCode::clientTooOld, "MG-412", "clientTooOld"},
    Row{FailureCode::loginRefused, "MG-501", "loginRefused", "WZBAM018E"},
    Row{FailureCode::accountLocked, "MG-502", "accountLocked", "WZBAM153E"},
    Row{FailureCode::accountSuspended, "MG-503", "accountSuspended", "WZBAM155E"},
    Row{FailureCode::accountDeleted, "MG-504", "accountDeleted", "WZBAM156E"},
    Row{FailureCode::accountExpired, "MG-505", "accountExpired", "WZBAM151E"},
    Row{FailureCode::accountInvalid, "MG-506", "accountInvalid", "WZBAM150E"},
    Row{FailureCode::passwordExpired, "MG-507", "passwordExpired", "WZBAM158E"},
    Row{FailureCode::cardNeeded, "MG-508", "cardNeeded"},
    Row{FailureCode::sessionEnded, "MG-509", "sessionEnded"},
    Row{FailureCode::sessionReplaced, "MG-510", "sessionReplaced", "WZBAM099E"},
    Row{FailureCode::cardNotOfAccount, "MG-511", "cardNotOfAccount", "WZBAM018E"},
    Row{FailureCode::linkUnknown, "MG-512", "linkUnknown"},
    Row{FailureCode::linkExpired, "MG-513", "linkExpired"},
    Row{FailureCode::linkUsed, "MG-514", "linkUsed"},
    Row{FailureCode::draftChanged, "MG-601", "draftChanged"},
    Row{FailureCode::tooManyDrafts, "MG-602", "tooManyDrafts"},
    Row{FailureCode::fileRefused, "MG-603", "fileRefused"},
    Row{FailureCode::applicationNotYours, "MG-604", "applicationNotYours"},
    Row{FailureCode::windowClosed, "MG-605", "windowClosed"},
    Row{FailureCode::alreadyFiled, "MG-606", "alreadyFiled"},
    Row{FailureCode::notNow, "MG-607", "notNow"},
    Row{FailureCode::draftGone, "MG-608", "draftGone"},
    Row{FailureCode::signedByAnother, "MG-609", "signedByAnother"},
};

// A code is its row's number, so a row that is missing, doubled or out of order does not compile.
static_assert([] {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (static_cast<std::size_t>(kRows[i].code) != i) {
      return false;
    }
  }
  return kRows.back().code == kLastFailureCode;
}());

const Row& rowOf(FailureCode code) { return kRows.at(static_cast<std::size_t>(code)); }

QString text(std::string_view latin) {
  return QString::fromLatin1(latin.data(), static_cast<qsizetype>(latin.size()));
}

}  // namespace

QString codeText(FailureCode code) { return text(rowOf(code).published); }

QString shownCode(FailureCode code) {
  const Row& row = rowOf(code);
  return row.agency.empty() ? text(row.published)
                            : QStringLiteral("%1 (%2)").arg(text(row.published), text(row.agency));
}

QString name(FailureCode code) { return text(rowOf(code).name); }

FailureCode fromTransport(card::TransportFault fault) {
  switch (fault) {
    case card::TransportFault::serviceUnavailable:
      return FailureCode::serviceMissing;
    case card::TransportFault::serviceIncompatible:
      return FailureCode::serviceIncompatible;
    case card::TransportFault::serviceHangs:
      return FailureCode::serviceHangs;
    case card::TransportFault::accessDenied:
      return FailureCode::sessionRefused;
    case card::TransportFault::noReader:
      return FailureCode::noReader;
    case card::TransportFault::readerUnavailable:
      return FailureCode::readerUnavailable;
    case card::TransportFault::noCard:
      return FailureCode::noCard;
    case card::TransportFault::cardRemoved:
      return FailureCode::cardRemoved;
    case card::TransportFault::cardReset:
      return FailureCode::cardReset;
    case card::TransportFault::sharingViolation:
      return FailureCode::cardInUse;
    case card::TransportFault::unresponsiveCard:
      return FailureCode::cardMute;
    case card::TransportFault::communication:
    case card::TransportFault::cancelled:  // by whom? Nobody waits for what this program calls off
    case card::TransportFault::other:
      return FailureCode::cardCommunication;
    case card::TransportFault::malformedAnswer:
    case card::TransportFault::forbiddenCommand:
      return FailureCode::cardAnswer;
  }
  return FailureCode::cardCommunication;
}

}  // namespace madoguchi::app
