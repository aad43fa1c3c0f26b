#include "backend/rooms/account/registered_information.h"

#include <stdexcept>

#include "forms/engine/answers_json.h"
#include "forms/engine/japan_day.h"

namespace madoguchi::backend {

RegisteredInformation readRegistered(const AccountInformation& account) {
  auto answers = forms::answersFrom(forms::registrationForm(), account.form);
  RegisteredInformation registered;
  if (!answers || !forms::fromString(account.entrance, registered.entrance)) {
    throw std::runtime_error("what an account has registered cannot be read");
  }
  registered.answers = std::move(*answers);
  return registered;
}

std::string storedForm(const RegisteredInformation& registered, Seconds time) {
  return forms::canonicalJson(
      forms::registrationForm(), registered.answers,
      forms::registrationFacts(registered.entrance, forms::dayInJapan(time)));
}

}  // namespace madoguchi::backend
