#pragma once

#include <QString>
#include <string>
#include <vector>

#include "app/server/http_answer.h"
#include "protocol/field_error.h"

// How the backend's answers are read (backend/openapi.json says what they may be).

namespace madoguchi::app {

struct RegistrationAnswer {
  FailureCode failure = FailureCode::none;
  QString authenticationId;
  /// The owner of the card was registered, and the e-mail address is another one now.
  bool emailCorrected = false;
  QString summaryCode;                       ///< with formRefused and certificateMismatch
  std::vector<protocol::FieldError> errors;  ///< likewise
};

RegistrationAnswer readRegistration(const HttpAnswer& answer);

}  // namespace madoguchi::app
