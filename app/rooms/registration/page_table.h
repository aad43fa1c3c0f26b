#pragma once

#include <optional>

#include "app/core/journey.h"

namespace madoguchi::app {

enum class Page {
  beforeYouStart,
  signaturePassword,
  authenticationPin,
  step1,
  step2,
  submitting,
  step3,
};

/// What can happen on a page.
enum class Step {
  next,
  back,
  accepted,  ///< what the page asks for was right
  submit,
  registered,
  stopped,      ///< the submission ended without a registration
  formRefused,  ///< the backend marked fields
  cardLost,     ///< taken away or swapped
};

/// The page after a step, or std::nullopt where the step does not exist there. Leaving is possible
/// everywhere and not listed.
std::optional<Page> pageAfter(Page page, Step step, bool withCard);

/// For reports and tests, for example "beforeYouStart".
const char* name(Page page);
/// With the step of the indicator to which the page belongs.
Place placeOf(Page page, bool withCard);

}  // namespace madoguchi::app
