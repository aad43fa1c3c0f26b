#pragma once

#include "app/kit/secret_entry.h"

namespace madoguchi::app {

struct PasswordWords {
  std::function<QString()> label;
  std::function<QString()> rule;  ///< may say nothing
};
/// A field for the password of an account, as the person has it or chooses it. It may be pasted:
/// password managers do.
SecretEntry* passwordEntry(PasswordWords words, SecretEntry::Lifetime lifetime,
                           const QString& objectName, QWidget* parent);

}  // namespace madoguchi::app
