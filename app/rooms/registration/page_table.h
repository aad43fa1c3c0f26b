#pragma once

#include <optional>

namespace madoguchi::app {

enum class Page {
  top,
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
  start,  ///< an entrance was chosen
  next,
  back,
  accepted,  ///< what the page asks for was right
  submit,
  registered,
  stopped,      ///< the submission ended without a registration
  formRefused,  ///< the backend marked fields
  cardLost,     ///< taken away or swapped
};

/// The page after a step, or std::nullopt where the step does not exist there. Going back to the
/// top page, which ends the visit, is possible everywhere and not listed.
std::optional<Page> pageAfter(Page page, Step step, bool withCard);

/// For reports and tests, for example "beforeYouStart".
const char* name(Page page);

}  // namespace madoguchi::app
