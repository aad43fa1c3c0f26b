#include "app/rooms/registration/page_table.h"

#include <algorithm>
#include <array>

namespace madoguchi::app {
namespace {

enum class Who { all, withCard, withoutCard };

struct Transition {
  Page from;
  Step step;
  Who who;
  Page to;
};

constexpr std::array kTransitions = {
    Transition{Page::beforeYouStart, Step::next, Who::withCard, Page::signaturePassword},
    Transition{Page::beforeYouStart, Step::next, Who::withoutCard, Page::step1},

    Transition{Page::signaturePassword, Step::accepted, Who::withCard, Page::authenticationPin},
    Transition{Page::signaturePassword, Step::back, Who::withCard, Page::beforeYouStart},
    Transition{Page::signaturePassword, Step::cardLost, Who::withCard, Page::beforeYouStart},

    Transition{Page::authenticationPin, Step::accepted, Who::withCard, Page::step1},
    Transition{Page::authenticationPin, Step::back, Who::withCard, Page::signaturePassword},
    Transition{Page::authenticationPin, Step::cardLost, Who::withCard, Page::beforeYouStart},

    Transition{Page::step1, Step::accepted, Who::all, Page::step2},
    Transition{Page::step1, Step::back, Who::withCard, Page::authenticationPin},
    Transition{Page::step1, Step::back, Who::withoutCard, Page::beforeYouStart},
    Transition{Page::step1, Step::cardLost, Who::withCard, Page::beforeYouStart},

    Transition{Page::step2, Step::submit, Who::all, Page::submitting},
    Transition{Page::step2, Step::back, Who::all, Page::step1},
    Transition{Page::step2, Step::cardLost, Who::withCard, Page::beforeYouStart},

    Transition{Page::submitting, Step::registered, Who::all, Page::step3},
    Transition{Page::submitting, Step::stopped, Who::all, Page::step2},
    Transition{Page::submitting, Step::formRefused, Who::all, Page::step1},
    Transition{Page::submitting, Step::cardLost, Who::withCard, Page::beforeYouStart},
};

/// What the indicator shows as one step: a page, or those from `first` to `last`.
struct StepOfPages {
  Page first;
  Page last;
  Who who;
  const char* name;  ///< id of its text
};

constexpr std::array kSteps = {
    StepOfPages{Page::beforeYouStart, Page::beforeYouStart, Who::all, "steps.prepare"},
    StepOfPages{Page::signaturePassword, Page::authenticationPin, Who::withCard, "steps.card"},
    StepOfPages{Page::step1, Page::step1, Who::all, "steps.step1"},
    StepOfPages{Page::step2, Page::submitting, Who::all, "steps.step2"},
    StepOfPages{Page::step3, Page::step3, Who::all, "steps.step3"},
};

constexpr bool includes(Who who, bool withCard) {
  return who == Who::all || (who == Who::withCard) == withCard;
}

}  // namespace

std::optional<Page> pageAfter(Page page, Step step, bool withCard) {
  const auto* found = std::ranges::find_if(kTransitions, [&](const Transition& one) {
    return one.from == page && one.step == step && includes(one.who, withCard);
  });
  return found != kTransitions.end() ? std::optional(found->to) : std::nullopt;
}

const char* name(Page page) {
  switch (page) {
    case Page::beforeYouStart:
      return "beforeYouStart";
    case Page::signaturePassword:
      return "signaturePassword";
    case Page::authenticationPin:
      return "authenticationPin";
    case Page::step1:
      return "step1";
    case Page::step2:
      return "step2";
    case Page::submitting:
      return "submitting";
    case Page::step3:
      return "step3";
  }
  return "";
}

Place placeOf(Page page, bool withCard) {
  const bool ends = page == Page::step3;
  const bool waits = page == Page::submitting;
  Place place{.page = QString::fromLatin1(name(page)), .offersWayBack = !ends && !waits};
  for (const StepOfPages& step : kSteps) {
    if (!includes(step.who, withCard)) {
      continue;
    }
    ++place.steps;
    if (step.first <= page && page <= step.last) {
      place.step = place.steps;
      place.stepName = step.name;
    }
  }
  return place;
}

}  // namespace madoguchi::app
