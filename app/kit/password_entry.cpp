#include "app/kit/password_entry.h"

#include <utility>

#include "app/core/account_password.h"

namespace madoguchi::app {

SecretEntry* passwordEntry(PasswordWords words, SecretEntry::Lifetime lifetime,
                           const QString& objectName, QWidget* parent) {
  const SecretRules rules = {.longest = longestPassword(),
                             .accepted = &passwordCharacter,
                             .casesDiffer = true,
                             .mayBePasted = true};
  return new SecretEntry(
      rules,
      {.label = std::move(words.label),
       .rule = std::move(words.rule),
       .count = [](int length) { return qtTrId("login.password.count", length); },
       .refused = [] { return qtTrId("login.password.refused"); },
       .full = [] { return qtTrId("login.password.full"); }},
      std::move(lifetime), objectName, parent);
}

}  // namespace madoguchi::app
