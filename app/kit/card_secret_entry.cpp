#include "app/kit/card_secret_entry.h"

#include <utility>

#include "app/card/card_visit.h"

namespace madoguchi::app {

namespace {

SecretWords wordsOf(card::Secret which) {
  if (which == card::Secret::authenticationPin) {
    return {.label = [] { return qtTrId("secret.pin.label"); },
            .rule = [] { return qtTrId("secret.pin.rule"); },
            .count = [](int length) { return qtTrId("secret.pin.count", length); },
            .refused = [] { return qtTrId("secret.pin.refused"); },
            .full = [] { return qtTrId("secret.pin.full"); }};
  }
  return {.label = [] { return qtTrId("secret.password.label"); },
          .rule = [] { return qtTrId("secret.password.rule"); },
          .count = [](int length) { return qtTrId("secret.password.count", length); },
          .refused = [] { return qtTrId("secret.password.refused"); },
          .full = [] { return qtTrId("secret.password.full"); }};
}

}  // namespace

SecretEntry* cardSecretEntry(CardVisit& visit, card::Secret which, const QString& objectName,
                             QWidget* parent) {
  return new SecretEntry(
      rulesOf(which), wordsOf(which),
      [&visit](std::function<void()> act) { return visit.afterSecretLifetime(std::move(act)); },
      objectName, parent);
}

}  // namespace madoguchi::app
