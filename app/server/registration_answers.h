#pragma once

#include <QDate>
#include <QString>
#include <string>
#include <vector>

#include "app/server/http_answer.h"
#include "protocol/field_error.h"

// How the backend's answers are read (backend/openapi.json says what they may be).

namespace madoguchi::app {

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

NonceAnswer readNonce(const HttpAnswer& answer);
RegistrationAnswer readRegistration(const HttpAnswer& answer);
/// None where nothing usable came back: nobody needs announcements to register.
std::vector<Announcement> readAnnouncements(const HttpAnswer& answer);

}  // namespace madoguchi::app
