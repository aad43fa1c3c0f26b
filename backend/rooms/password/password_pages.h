#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "backend/accounts/link_store.h"
#include "backend/http/endpoint.h"
#include "protocol/password_rules.h"

// The pages on which passwords are set, in every language (translations/pages/password.*.txt).

namespace madoguchi::backend {

/// Where they are.
namespace password_paths {
inline constexpr std::string_view kSet = "/password";
inline constexpr std::string_view kDone = "/password/done";
inline constexpr std::string_view kRenew = "/password/renew";
inline constexpr std::string_view kRenewed = "/password/renewed";
inline constexpr std::string_view kForgotten = "/password/forgotten";
inline constexpr std::string_view kSent = "/password/sent";
}  // namespace password_paths

struct PasswordForm {
  std::string token;
  LinkPurpose purpose = LinkPurpose::firstPassword;
  std::string attempt;                            ///< see PasswordService::Choice
  protocol::PasswordRules tried = {};             ///< of what was typed
  std::vector<protocol::FieldError> errors = {};  ///< empty when the page is shown first
};
Answer passwordFormPage(std::string_view language, const PasswordForm& form);
Answer passwordDonePage(std::string_view language, LinkPurpose purpose);
Answer expiredLinkPage(std::string_view language, const std::string& token);
Answer usedLinkPage(std::string_view language, const std::string& token);
/// A link that is cut off, or of somebody who was forgotten.
Answer unknownLinkPage(std::string_view language);
Answer linkRenewedPage(std::string_view language);

struct ForgottenForm {
  std::string authenticationId = {};
  std::string email = {};
  std::vector<protocol::FieldError> errors = {};
};
Answer forgottenPasswordPage(std::string_view language, const ForgottenForm& form);
Answer passwordLinkSentPage(std::string_view language);

/// For refusals that have no page of their own.
Answer refusalPage(std::string_view language, std::string_view here,
                   const protocol::Refusal& refusal);

}  // namespace madoguchi::backend
