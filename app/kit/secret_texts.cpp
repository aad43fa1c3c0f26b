#include "app/kit/secret_texts.h"

namespace madoguchi::app {

QString triesText(std::optional<card::TriesLeft> tries) {
  if (!tries) return {};
  return *tries == 1 ? qtTrId("secret.tries.last") : qtTrId("secret.tries", *tries);
}

}  // namespace madoguchi::app
