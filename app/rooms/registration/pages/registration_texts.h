#pragma once

#include "app/kit/form/form_texts.h"
#include "forms/registration/registration_form.h"

namespace madoguchi::app {

/// Attorneys and scriveners give their office's address, telephone and mail: those fields have a
/// variant "office".
inline FormTexts registrationTexts(forms::Entrance entrance) {
  return FormTexts(forms::registrationForm(), entrance == forms::Entrance::attorneyOrScrivener
                                                  ? QStringLiteral("office")
                                                  : QString());
}

}  // namespace madoguchi::app
