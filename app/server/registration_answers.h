#pragma once

#include <QDate>
#include <QString>
#include <string>
#include <vector>

#include "app/core/failure_code.h"
#include "protocol/field_error.h"

// How the backend's answers are read (backend/openapi.json says what they may be).

namespace madoguchi::app {

/// What came back over HTTP. With a `failure` nothing usable came back.
struct HttpAnswer {
  FailureCode failure = FailureCode::none;
  long status = 0;
  std::string body;
};

struct NonceAnswer {
  FailureCode failure = FailureCode::none;
  std::string nonce;
};

struct RegistrationAnswer {
  FailureCode failure = FailureCode::none;
  QString authenticationId;
  QString summaryCode;                       ///< with formRefused and certificateMismatch
  std::vector<protocol::FieldError> errors;  ///< likewise
};

/// What the operator tells everybody on the top page.
struct Announcement {
  QDate date;
  QString text;  ///< markup, in the language that was asked for
  bool operator==(const Announcement&) const = default;
};

FailureCode readHealth(const HttpAnswer& answer);
NonceAnswer readNonce(const HttpAnswer& answer);
RegistrationAnswer readRegistration(const HttpAnswer& answer);
/// None where nothing usable came back: nobody needs announcements to register.
std::vector<Announcement> readAnnouncements(const HttpAnswer& answer);

}  // namespace madoguchi::app
