#pragma once

#include "backend/core/encoding.h"
#include "backend/rooms/account/account_store.h"
#include "forms/registration/registration_form.h"

namespace madoguchi::backend {

/// What an account has registered, as answers.
struct RegisteredInformation {
  forms::Entrance entrance = forms::Entrance::cardHolder;
  forms::Answers answers;
};
/// Throws std::runtime_error where it cannot be read: it was judged before it was stored.
RegisteredInformation readRegistered(const AccountInformation& account);

/// As it is stored.
std::string storedForm(const RegisteredInformation& registered, Seconds time);

}  // namespace madoguchi::backend
