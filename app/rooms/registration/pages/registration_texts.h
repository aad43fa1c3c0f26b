#pragma once

#include "app/kit/form/form_texts.h"
#include "forms/registration/registration_form.h"

namespace madoguchi::app {

inline FormTexts registrationTexts(forms::Entrance entrance) {
  const std::string_view variant = forms::variantOfWords(entrance);
  return FormTexts(forms::registrationForm(),
                   QString::fromLatin1(variant.data(), static_cast<qsizetype>(variant.size())));
}

}  // namespace madoguchi::app
