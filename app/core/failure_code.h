#pragma once

#include <QString>

#include "cardreader/transport.h"

namespace madoguchi::app {

/// Everything that can stop a person, each with a published code (docs/failure-codes.md) and a copy
/// row in the translations: "failure.<name>.title", ".text", ".remedy".
enum class FailureCode {
  none,
  // The way to the card
  serviceMissing,
  serviceIncompatible,
  noReader,
  readerUnavailable,
  noCard,
  cardRemoved,
  cardMute,
  cardInUse,
  cardReset,
  cardCommunication,
  otherCard,  ///< not a My Number Card
  olderCard,  ///< 住民基本台帳カード
  phoneToken,
  cardSwapped,
  cardAnswer,           ///< an answer that does not fit
  readerWithoutDriver,  ///< seen on USB, but the service has no driver for it
  readerTaken,          ///< a kernel driver holds it, so that the service cannot
  remoteSession,        ///< readers belong to the computer at which the person sits
  sandboxed,            ///< the package cannot speak with the computer's service
  sessionRefused,       ///< the computer lets only the person before its screen use readers
  serviceHangs,         ///< it runs, but does not answer
  newerCard,            ///< the JPKI application under a name that is not known
  memoryNotLocked,      ///< a secret would not be safe in this process
  // What is on the card
  noSigningCertificate,
  noAuthenticationCertificate,
  signingCertificateExpired,
  authenticationCertificateExpired,
  passwordBlocked,
  pinBlocked,
  verifyInterrupted,  ///< the link broke during VERIFY: the try may have counted
  certificateNotYetValid,
  // The way to the backend
  networkUnreachable,
  networkTimeout,
  tlsUntrusted,
  tlsWrongHost,
  tlsExpired,
  serverBusy,
  serverError,
  serverAnswer,  ///< an answer that does not fit the API
  proxyUnusable,
  clockWrong,
  answerLost,     ///< what was sent may have arrived
  networkSignIn,  ///< a web page answers in place of the service
  // What the backend refused
  nonceExpired,
  signatureRefused,
  certificateRefused,  ///< unknown CA
  certificateExpiredAtServer,
  certificateRevoked,
  formRefused,          ///< fields are marked
  certificateMismatch,  ///< every item is marked
  alreadyRegistered,
  requestTooLarge,
  termsOutdated,
  certificateNotYetValidAtServer,
  clientTooOld,
  // Accounts
  loginRefused,  ///< the authentication ID or the password
  accountLocked,
  accountSuspended,
  accountDeleted,
  accountExpired,
  accountInvalid,
  passwordExpired,
  cardNeeded,  ///< whoever registered with a card logs in with it
  sessionEnded,
  sessionReplaced,   ///< by a later login
  cardNotOfAccount,  ///< or nobody's authentication ID
  linkUnknown,       ///< cut off, or of somebody who was forgotten
  linkExpired,
  linkUsed,
  // Applications
  draftChanged,  ///< saved from another window or computer meanwhile
  tooManyDrafts,
  fileRefused,          ///< the service says why (protocol/refusal.h)
  applicationNotYours,  ///< this class may not file this
  windowClosed,         ///< too early, or too late
  alreadyFiled,         ///< the same for the same person
  notNow,               ///< what was filed is too far for it
  draftGone,            ///< filed, thrown away, or its time is over
  signedByAnother,      ///< by somebody else's card than the account's owner's
};
/// For walking over all codes.
inline constexpr FailureCode kLastFailureCode = FailureCode::signedByAnother;

/// The published code, for example "MG-101"; empty for none.
QString codeText(FailureCode code);
/// As a person reads it to a help desk: with the Agency's own code behind it, where the table of
/// messages of the Agency has one, for example "MG-307 (WZBAM098E)".
QString shownCode(FailureCode code);
/// The name used in translation ids, for example "serviceMissing".
QString name(FailureCode code);
FailureCode fromTransport(card::TransportFault fault);

}  // namespace madoguchi::app
