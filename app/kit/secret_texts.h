#pragma once

#include <QString>
#include <optional>

#include "cardreader/jpki_card.h"

namespace madoguchi::app {

/// "3 tries left"; empty while the card has not said.
QString triesText(std::optional<card::TriesLeft> tries);

}  // namespace madoguchi::app
